//! `no-review`: no review is planned for a role that gives sensitive rights. Where nobody answers for it either,
//! `no-responsible` speaks of both.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::NO_REVIEW;
use crate::lint::gives::{Gives, lacking};
use crate::lint::shown::rights;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::RightId;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&NO_REVIEW, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    for (role, sensitive) in
        lacking(cx, &Gives::sensitive(cx), |role| role.responsible.is_some() && role.review.is_none())
    {
        // What is written and wholly denied is not given.
        let given: Vec<RightId> = sensitive.iter().copied().filter(|right| cx.access.can(role, *right)).collect();
        if given.is_empty() {
            continue;
        }
        let Some(place) = model.roles.get(role.index()).map(|role| role.origin.span) else { continue };
        let args = [("role", model.role_name(role).into()), ("rights", rights(model, &given).into())];
        let found = Diagnostic::info(&NO_REVIEW, text::NO_REVIEW.with(args), place, text::NO_REVIEW_HERE.plain());
        out.push(found.about([model.role_name(role)]).help(text::NO_REVIEW_HELP.plain()));
    }
}
