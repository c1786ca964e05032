//! `external-administers`: a role for people outside, or one that everybody has, reaches administration.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::EXTERNAL_ADMINISTERS as CODE;
use crate::facts::Actor;
use crate::lint::powers::{args, held};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::{AssignmentSource, Origin, RoleId};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let everyone = cx.model.assignments.iter().filter(|one| one.source == AssignmentSource::Everyone);
    let everyone: BTreeMap<RoleId, Origin> = everyone.map(|one| (one.role, one.origin)).collect();
    let is_external = |role: RoleId| cx.model.roles.get(role.index()).is_some_and(|role| role.external);
    for actor in cx.escalation().actors() {
        let Actor::Role(role) = actor else { continue };
        let to_all = everyone.get(&role);
        if to_all.is_none() && (!is_external(role) || cx.parents(role).iter().any(|parent| has_power(cx, *parent))) {
            continue;
        }
        let Some(one) = held(cx, role, |_| true) else { continue };
        let entry = if to_all.is_some() { &text::EVERYONE_ADMINISTERS } else { &text::EXTERNAL_ADMINISTERS };
        let mut found = one.report(cx, &CODE, CODE.level, entry.with(args(cx, &one)), &text::EXTERNAL_HERE);
        if let Some(origin) = to_all {
            found = found.and(origin.span, text::TO_EVERYONE_HERE.plain());
        }
        out.push(found.help(text::EXTERNAL_HELP.plain()));
    }
}

fn has_power(cx: &Context<'_>, role: RoleId) -> bool {
    !cx.escalation().powers(Actor::Role(role)).is_empty()
}
