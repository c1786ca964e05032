//! The sample policies, answered by the table and by the interpreter.

use super::differential::agree;
use super::subject::{Answers, Asked, build_sources};
use crate::generate::{Dice, requests};
use crate::reference::Reference;
use crate::semantics;

#[test]
fn sample_policies_are_answered_alike() {
    for name in ["quickstart", "acme-crm", "odoo-sales"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name);
        let sources = semantics::sources(&folder);
        let interpreter = Reference::of(&sources).unwrap_or_else(|why| panic!("{name}: {why}"));
        let bytes = build_sources(&sources).unwrap_or_else(|why| panic!("{name}: {why}"));
        let mut table = Asked::new(&bytes);
        let mut dice = Dice::new(9);
        let mut allowed = 0;
        for _ in 0..400 {
            let request = requests::request(&interpreter, &mut dice);
            let (here, there) = (table.answer(&request), interpreter.decide(&request));
            allowed += usize::from(there.allowed);
            assert!(agree(&here, &there), "{name}: {request:#?}\ntable     {here:?}\nreference {there:?}");
        }
        assert!(allowed > 80, "{name}: {allowed} of 400 allowed");
    }
}
