//! The same statements in another order and under other file names make the same decisions: byte for byte, origins apart.

use super::subject::{build, build_sources, sources_of};
use crate::generate::{self, Dice};
use rolecall::table::Table;

#[test]
fn files_and_their_order_mean_nothing() {
    let mut compared = 0;
    for seed in 0..150 {
        let draft = generate::policy(seed);
        let Ok(bytes) = build(&draft) else { continue };
        let files = draft.shuffled(&mut Dice::new(seed));
        let again = build_sources(&sources_of(&files, &draft.data)).unwrap_or_else(|why| panic!("seed {seed}: {why}"));
        let (first, second) = (Table::open(&bytes).unwrap(), Table::open(&again).unwrap());
        assert_eq!(first.decisions_hash(), second.decisions_hash(), "seed {seed}\n{}", draft.text());
        compared += 1;
    }
    assert!(compared > 120, "{compared}");
}
