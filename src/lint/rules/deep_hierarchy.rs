//! `deep-hierarchy`: a way of inheritance is longer than the budget `depth`.
//!
//! Told where a way first becomes too long, once for all roles that make it so below one parent: their heirs are longer
//! only because of that.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hierarchy::DEEP_HIERARCHY;
use crate::lint::{Context, Group, Lint};
use crate::message::hierarchy as text;
use crate::model::RoleId;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&DEEP_HIERARCHY, Group::Hierarchy) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let most = cx.settings.budgets.depth;
    // The longest way down from each role, and the parent that it takes.
    let mut ways: Vec<(u32, Option<RoleId>)> = vec![(0, None); model.roles.len()];
    let mut found: BTreeMap<RoleId, Vec<RoleId>> = BTreeMap::new();
    for role in &cx.analysis.hierarchy.order {
        let parents = model.roles.get(role.index()).map_or(&[] as &[_], |role| role.parents.as_slice());
        let depth = |parent: &RoleId| ways.get(parent.index()).map_or(0, |way| way.0);
        let deepest = parents.iter().copied().max_by_key(|parent| (depth(parent), std::cmp::Reverse(*parent)));
        let length = 1 + deepest.as_ref().map_or(0, depth);
        if let Some(slot) = ways.get_mut(role.index()) {
            *slot = (length, deepest);
        }
        if let Some(parent) = deepest.filter(|_| length == most.saturating_add(1)) {
            found.entry(parent).or_default().push(*role);
        }
    }
    for roles in found.values_mut() {
        roles.sort_unstable();
        out.extend(report(cx, roles, &ways));
    }
}

fn report(cx: &Context<'_>, roles: &[RoleId], ways: &[(u32, Option<RoleId>)]) -> Option<Diagnostic> {
    let model = cx.model;
    let first = *roles.first()?;
    let (length, _) = ways.get(first.index())?;
    let mut way = vec![first];
    while let Some(parent) = way.last().and_then(|role| ways.get(role.index())).and_then(|(_, parent)| *parent) {
        way.push(parent);
    }
    let args = [
        ("role", model.role_name(first).into()),
        ("length", u64::from(*length).into()),
        ("most", u64::from(cx.settings.budgets.depth).into()),
        ("more", (roles.len() - 1).into()),
    ];
    let message = if roles.len() > 1 { text::DEEP_HIERARCHY_MORE.with(args) } else { text::DEEP_HIERARCHY.with(args) };
    let role = model.roles.get(first.index())?;
    let steps = way.iter().zip(way.iter().skip(1)).filter_map(|(heir, parent)| cx.inherits_line(*heir, *parent));
    let found = Diagnostic::info(&DEEP_HIERARCHY, message, role.origin.span, text::DEEP_HIERARCHY_HERE.plain());
    Some(
        found.steps(steps).about(way.iter().map(|role| model.role_name(*role))).help(text::DEEP_HIERARCHY_HELP.plain()),
    )
}
