//! The small scope: policies of three roles, two rights, at most one deny, one cancel and one window, asked everything.
//!
//! `cargo test` takes every 16th; all of them: `ROLECALL_TINY=all cargo test --release small -- --nocapture`

use super::differential::agree;
use super::subject::{Answers, Asked, build, reference};
use crate::generate::tiny;
use crate::reference::{Request, Subject};

#[test]
fn tiny_policies_agree_on_every_question() {
    let step = if std::env::var("ROLECALL_TINY").is_ok_and(|all| all == "all") { 1 } else { 16 };
    let (mut policies, mut decisions, mut allowed) = (0_u32, 0_u32, 0_u32);
    // A step that shares no factor with the sizes of the digits would be better still; the offset varies the low digit.
    for number in (0..tiny::COUNT).step_by(step).map(|n| n + n / step % step) {
        let Some(draft) = tiny::policy(number) else { continue };
        let reference = reference(&draft).unwrap_or_else(|why| panic!("{number}: {why}"));
        // What the compiler refuses for a contradiction or an idle lock is no policy.
        let Ok(bytes) = build(&draft) else { continue };
        let mut table = Asked::new(&bytes);
        policies += 1;
        let people = ["u-a", "u-b", "u-c"].map(|id| Subject::Id(id.into()));
        let roles = ["A", "B", "C"].map(|role| Subject::RoleAlone(role.into()));
        for subject in people.into_iter().chain(roles) {
            for action in ["read", "update"] {
                for time in [tiny::EDGES[0] - 1, tiny::EDGES[0], tiny::EDGES[1] - 1, tiny::EDGES[1]] {
                    let request = question(subject.clone(), action, time);
                    let (here, there) = (table.answer(&request), reference.decide(&request));
                    assert!(agree(&here, &there), "{number}: {request:?}\n{here:?}\n{there:?}\n{}", draft.text());
                    decisions += 1;
                    allowed += u32::from(here.allowed);
                }
            }
        }
    }
    println!("{policies} tiny policies, {decisions} decisions, {allowed} allowed");
    assert!(policies > 1_000 && allowed * 5 > decisions, "{policies} policies, {allowed} of {decisions} allowed");
}

fn question(subject: Subject, action: &str, time: i64) -> Request {
    Request {
        subject,
        action: action.into(),
        object: "Doc".into(),
        field: None,
        record: None,
        subject_attributes: Default::default(),
        request_attributes: Default::default(),
        roles: Vec::new(),
        active_roles: None,
        time,
    }
}
