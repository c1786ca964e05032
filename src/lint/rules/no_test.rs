//! `no-test`: sensitive rights that some role gives and no test of the package asks about.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::NO_TEST;
use crate::lint::gives::unspoken;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{Expectation, RightId};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { optional: true, check, ..Lint::new(&NO_TEST, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let steps = cx.model.scenarios.iter().flat_map(|test| &test.steps);
    let asked: BTreeSet<RightId> = steps
        .map(|step| match &step.expectation {
            Expectation::Can(right, _) | Expectation::Cannot(right, ..) | Expectation::Sees(right, ..) => *right,
        })
        .collect();
    out.extend(unspoken(cx, |_| true, &asked, (&NO_TEST, &text::NO_TEST, &text::NO_TEST_HELP)));
}
