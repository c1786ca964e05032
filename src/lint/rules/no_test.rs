//! `no-test`: sensitive rights that some role gives and no test of the package asks about.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::NO_TEST;
use crate::lint::gives::Gives;
use crate::lint::shown::names;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{Expectation, RightId, RoleId};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { optional: true, check, ..Lint::new(&NO_TEST, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let steps = model.scenarios.iter().flat_map(|test| &test.steps);
    let asked: BTreeSet<RightId> = steps
        .map(|step| match &step.expectation {
            Expectation::Can(right, _) | Expectation::Cannot(right, ..) | Expectation::Sees(right, ..) => *right,
        })
        .collect();
    let gives = Gives::sensitive(cx);
    let given: BTreeSet<RightId> =
        (0..model.roles.len()).flat_map(|role| gives.own(RoleId::from_index(role))).copied().collect();
    for object in &model.objects {
        let bare: Vec<&str> = object
            .rights()
            .filter(|right| given.contains(right) && !asked.contains(right))
            .map(|right| model.action_name(right))
            .collect();
        if bare.is_empty() {
            continue;
        }
        let name = model.text(object.name);
        let message = text::NO_TEST.with([("object", name.into()), ("actions", names(&bare).into())]);
        let found = Diagnostic::info(&NO_TEST, message, object.origin.span, text::DECLARED_HERE.plain());
        out.push(found.about(std::iter::once(name).chain(bare)).help(text::NO_TEST_HELP.plain()));
    }
}
