//! `equal-roles`: two roles decide alike for whoever holds just one of them, and neither inherits the other.
//!
//! Two names for one thing drift apart, and whoever reviews one forgets the other. Roles that something speaks of by
//! name (a guarantee, a requirement, separate sessions, a suspension) are kept apart for a reason and left alone, and so
//! are an external role beside an internal one, and one that requests bring beside one that is assigned.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hierarchy::EQUAL_ROLES;
use crate::exact::index::has;
use crate::lint::named::named;
use crate::lint::{Context, Group, Lint};
use crate::message::hierarchy as text;
use crate::model::{RightId, RoleId};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&EQUAL_ROLES, Group::Hierarchy) };

/// Roles shown beside the two.
const SHOWN: usize = 4;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let named = named(model);
    for group in &cx.compare().equal {
        let mut kinds: BTreeMap<(bool, bool), Vec<RoleId>> = BTreeMap::new();
        for role in group.iter().copied().filter(|role| !has(&named, *role)) {
            let Some(written) = model.roles.get(role.index()) else { continue };
            // An heir that adds nothing is told by itself.
            if written.parents.iter().any(|parent| group.binary_search(parent).is_ok()) {
                continue;
            }
            kinds.entry((written.external, model.roles_from_request.contains(&role))).or_default().push(role);
        }
        for roles in kinds.values_mut() {
            // The one that was written first stays.
            roles.sort_by_key(|role| model.roles.get(role.index()).map(|role| role.origin));
            out.extend(report(cx, roles));
        }
    }
}

fn report(cx: &Context<'_>, roles: &[RoleId]) -> Option<Diagnostic> {
    let model = cx.model;
    let (first, second) = (roles.first()?, roles.get(1)?);
    if cx.inherits(*second, *first) || cx.inherits(*first, *second) {
        return None;
    }
    let place = |role: &RoleId| model.roles.get(role.index()).map(|role| role.origin.span);
    let rights: RightId = *cx.access.rights(*first).first()?;
    let args = [
        ("role", model.role_name(*second).into()),
        ("other", model.role_name(*first).into()),
        ("more", (roles.len() - 2).into()),
    ];
    let message = if roles.len() > 2 { text::EQUAL_ROLES_MORE.with(args) } else { text::EQUAL_ROLES.with(args) };
    let mut found = Diagnostic::info(&EQUAL_ROLES, message, place(second)?, text::EQUAL_ROLES_HERE.plain())
        .about(roles.iter().map(|role| model.role_name(*role)))
        .help(text::EQUAL_ROLES_HELP.plain());
    for role in std::iter::once(first).chain(roles.iter().skip(2)).take(SHOWN) {
        found = found.and(place(role)?, text::EQUAL_ROLES_THERE.with([("role", model.role_name(*role).into())]));
    }
    let shown = |role: &RoleId| cx.access.given(*role, rights, None, &|_| true).and_then(|given| given.witness);
    Some(found.witness([first, second].into_iter().filter_map(shown)))
}
