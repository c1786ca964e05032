//! `no-responsible`: nobody answers for a role that gives sensitive rights.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::NO_RESPONSIBLE;
use crate::lint::gives::{Gives, lacking};
use crate::lint::shown::rights;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::RightId;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&NO_RESPONSIBLE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    for (role, sensitive) in lacking(cx, &Gives::sensitive(cx), |role| role.responsible.is_none()) {
        // What is written and wholly denied is not given.
        let given: Vec<RightId> = sensitive.iter().copied().filter(|right| cx.access.can(role, *right)).collect();
        if given.is_empty() {
            continue;
        }
        let Some(place) = model.roles.get(role.index()).map(|role| role.origin.span) else { continue };
        let args = [("role", model.role_name(role).into()), ("rights", rights(model, &given).into())];
        let found = Diagnostic::info(
            &NO_RESPONSIBLE,
            text::NO_RESPONSIBLE.with(args),
            place,
            text::NO_RESPONSIBLE_HERE.plain(),
        );
        let found = found.about([model.role_name(role)]).help(text::NO_RESPONSIBLE_HELP.plain());
        let reviewed = model.roles.get(role.index()).is_some_and(|role| role.review.is_some());
        out.push(if reviewed { found } else { found.help(text::NO_REVIEW_HELP.plain()) });
    }
}
