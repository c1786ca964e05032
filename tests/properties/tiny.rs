//! The small scope, exhaustively: every policy of three roles, two rights, at most one deny, one cancel, one window.
//!
//! `cargo test` looks at every 97th of them. All: `ROLECALL_TINY=1 cargo test --release tiny -- --nocapture`.

use super::differential::agree;
use super::subject::{Answers, Asked, build, number, reference};
use crate::generate::tiny;
use crate::reference::{Properties, Request, Subject};

#[test]
fn every_tiny_policy_is_answered_alike() {
    let step = number("ROLECALL_TINY").unwrap_or(97) as usize;
    let (mut policies, mut decisions) = (0, 0);
    for draft in (0..tiny::COUNT).step_by(step).filter_map(tiny::policy) {
        let interpreter = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        let bytes = build(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        let mut table = Asked::new(&bytes);
        policies += 1;
        for request in requests() {
            decisions += 1;
            let (here, there) = (table.answer(&request), interpreter.decide(&request));
            assert!(agree(&here, &there), "{}\n{request:#?}\ntable     {here:?}\nreference {there:?}", draft.text());
        }
    }
    println!("{decisions} decisions over {policies} tiny policies");
}

/// Everybody, both rights, next to both edges of the window.
fn requests() -> Vec<Request> {
    let instants = tiny::EDGES.iter().flat_map(|edge| [edge - 1, *edge]);
    let mut all = Vec::new();
    for time in instants {
        for person in ["u-a", "u-b", "u-c"] {
            for action in ["read", "update"] {
                all.push(Request {
                    subject: Subject::Id(person.into()),
                    action: action.into(),
                    object: "Doc".into(),
                    field: None,
                    record: None,
                    subject_attributes: Properties::new(),
                    request_attributes: Properties::new(),
                    roles: Vec::new(),
                    active_roles: None,
                    time,
                });
            }
        }
    }
    all
}
