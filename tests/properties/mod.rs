//! The table against the reference interpreter over random policies, and the properties that the language promises.

mod access;
mod diff;
mod differential;
mod escalation;
mod facts;
mod guarantees;
mod ignorance;
mod missing;
mod monotone;
mod order;
mod privilege;
mod samples;
mod small;
mod stability;
pub mod subject;
mod timeline;

use crate::generate::census::Census;
use crate::generate::{self, Dice, requests};
use subject::reference;

#[test]
fn the_generator_reaches_everything() {
    let mut census = Census::default();
    for seed in 0..300 {
        let draft = generate::policy(seed);
        let text = draft.text();
        let reference = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{text}"));
        census.policy(&reference.policy, &text);
        let mut dice = Dice::new(seed);
        for _ in 0..100 {
            let request = requests::request(&reference, &mut dice);
            census.decision(reference.decide(&request).reason);
        }
    }
    println!("{}", census.table());
    assert!(census.too_rare().is_empty(), "{:?}", census.too_rare());
}
