//! Findings that other stages make as they go: here only for their group and level.

use super::{Context, Group, Lint};
use crate::diagnostic::codes::{lint, people, scenario, typing, waiver};
use crate::diagnostic::{Code, Diagnostic};

/// Every finding that no rule of this stage makes.
pub(super) const ALL: &[Lint] = &[
    made(&people::SKIPPED_HOLDER, Group::Correctness),
    made(&people::UNMATCHED_CONDITION, Group::Correctness),
    made(&people::UNNAMED_VALUE, Group::Correctness),
    made(&typing::READING_CHANGES, Group::Correctness),
    made(&scenario::EMPTY_TEST, Group::Hygiene),
    made(&scenario::PASSES_BY_IGNORANCE, Group::Hygiene),
    made(&waiver::TOO_BROAD, Group::Hygiene),
    made(&lint::WAIVER_UNUSED, Group::Hygiene),
];

const fn made(code: &'static Code, group: Group) -> Lint {
    Lint { code, group, needs_now: false, check: nothing }
}

/// It was found already.
fn nothing(_: &Context<'_>, _: &mut Vec<Diagnostic>) {}
