//! `administers-roles`: whoever may change or assign any role has every right of the policy, whatever their own roles say.
//! Nothing is said of a role that somebody answers for and that is reviewed: it is known for what it is.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::ADMINISTERS_ROLES;
use crate::facts::{Gain, Power};
use crate::lint::powers::{administered, arising, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::{Administers, Role};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ADMINISTERS_ROLES, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let wanted = |power: &Power| {
        power.gain == Gain::Everything && administered(cx.model, power.right) == Some(Administers::Roles)
    };
    let words = (&text::ADMINISTERS_ROLES, &text::ADMINISTERS_ROLES_HERE, &text::ADMINISTERS_ROLES_HELP);
    let is_known = |role: &Role| role.responsible.is_some() && role.review.is_some();
    let mut found = arising(cx, wanted);
    found.retain(|one| !cx.model.roles.get(one.role.index()).is_some_and(is_known));
    out.extend(report(cx, &ADMINISTERS_ROLES, found, words));
}
