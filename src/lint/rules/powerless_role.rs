//! `powerless-role`: a role that somebody holds, and through which nobody can do anything.
//!
//! A role that only denies or masks is a brake and left alone, as is one that something speaks of by name. Where all of
//! a role's own allows are taken by denies, `dead-allow` or `self-defeating-role` tells it.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hierarchy::POWERLESS_ROLE;
use crate::exact::index::has;
use crate::facts::pair::refused;
use crate::lint::named::named;
use crate::lint::{Context, Group, Lint};
use crate::message::hierarchy as text;
use crate::model::{RoleId, RuleEffect};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&POWERLESS_ROLE, Group::Hierarchy) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let named = named(cx.model);
    for role in (0..cx.model.roles.len()).map(RoleId::from_index).filter(|role| is_held(cx, *role)) {
        if tells(cx, role) {
            out.extend(report(cx, role, true));
        } else if !has(&named, role) && is_empty(cx, role) {
            out.extend(report(cx, role, false));
        }
    }
}

/// Whether it is told here that nothing comes through a role's allows.
pub(super) fn tells(cx: &Context<'_>, role: RoleId) -> bool {
    is_held(cx, role) && cx.compare().powerless.binary_search(&role).is_ok() && !is_told_elsewhere(cx, role)
}

fn is_held(cx: &Context<'_>, role: RoleId) -> bool {
    !cx.oracle.index.users_with(role).is_empty() || cx.oracle.index.is_brought(role)
}

/// Every own allow does nothing, which is told line by line.
fn is_told_elsewhere(cx: &Context<'_>, id: RoleId) -> bool {
    let facts = cx.facts();
    let Some(role) = cx.model.roles.get(id.index()) else { return true };
    let own = role.rules().filter_map(|id| Some((id, cx.model.rules.get(id.index())?)));
    let mut own = own.filter(|(_, rule)| rule.effect == RuleEffect::Allow).peekable();
    own.peek().is_some()
        && own.all(|(id, rule)| {
            let told = |right| facts.rules.contains_key(&(id, right)) || cx.conditions().is_shut(right);
            rule.rights.iter().all(|right| told(*right))
        })
}

/// No line at all reaches whoever holds it.
fn is_empty(cx: &Context<'_>, role: RoleId) -> bool {
    cx.effective(role).is_some_and(|effective| {
        let mut reached = effective.reaches.iter().filter_map(|reach| cx.model.roles.get(reach.role.index()));
        reached.all(|role| role.rules.is_empty() && role.masks.is_empty())
    })
}

fn report(cx: &Context<'_>, id: RoleId, allows: bool) -> Option<Diagnostic> {
    let model = cx.model;
    let role = model.roles.get(id.index())?;
    let message = text::POWERLESS_ROLE.with([("role", model.role_name(id).into())]);
    let (here, help) = if allows {
        (&text::POWERLESS_ROLE_HERE, &text::POWERLESS_ROLE_HELP)
    } else {
        (&text::POWERLESS_ROLE_EMPTY, &text::POWERLESS_ROLE_EMPTY_HELP)
    };
    let found = Diagnostic::warning(&POWERLESS_ROLE, message, role.origin.span, here.plain());
    let witness = if allows { refused(cx.oracle, id).ok().flatten() } else { None };
    Some(found.about([model.role_name(id)]).help(help.plain()).witness(witness))
}
