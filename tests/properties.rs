//! The table against the reference interpreter, over random policies.

use crate::generate::census::Census;
use crate::generate::{self, Dice, requests};
use crate::reference::Reference;

#[test]
fn the_generator_reaches_everything() {
    let mut census = Census::default();
    let start = std::time::Instant::now();
    let mut loading = std::time::Duration::ZERO;
    for seed in 0..300 {
        let draft = generate::policy(seed);
        let text = draft.text();
        let data: Vec<(&str, &str)> = draft.data.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        let before = std::time::Instant::now();
        let load = |draft: &generate::Draft| Reference::new(&[("policy.roles", &draft.text())], &data);
        let reference = load(&draft).unwrap_or_else(|why| {
            let small = generate::shrink(&draft, |d| load(d).err().as_ref() == Some(&why));
            panic!("{why}\n{}", small.text())
        });
        loading += before.elapsed();
        census.policy(&reference.policy, &text);
        let mut dice = Dice::new(seed);
        for _ in 0..100 {
            let request = requests::request(&reference, &mut dice);
            census.decision(reference.decide(&request).reason);
        }
    }
    println!("{}", census.table());
    println!("{:?}, of which loading {loading:?}", start.elapsed());
    assert!(census.too_rare().is_empty(), "{:?}", census.too_rare());
}
