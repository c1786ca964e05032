//! The grammar written naively, for comparison.

use pest::Parser as _;

#[derive(pest_derive::Parser)]
#[grammar = "benches/naive/naive.pest"]
struct Naive;

/// Parses a whole file and drops what it finds.
pub fn parse(text: &str) -> bool {
    match Naive::parse(Rule::file, text) {
        Ok(_) => true,
        Err(error) => panic!("{error}"),
    }
}
