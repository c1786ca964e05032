//! `contained-role`: all that a role lets through another one does too, and neither inherits the other.
//!
//! Lines that stand in two roles are changed in one of them. What another role has only through `every action` or
//! `every object` is not told (whoever may read everything contains every reader), nor is a role that has more than twice the
//! rights, nor are roles with a single right, roles that deny or mask something (whoever inherits them has that too), or roles
//! that something speaks of by name.

use crate::analysis::Effective;
use crate::diagnostic::codes::hierarchy::CONTAINED_ROLE;
use crate::diagnostic::{Diagnostic, WitnessRequest};
use crate::exact::index::has;
use crate::facts::pair::difference;
use crate::lint::named::named;
use crate::lint::{Context, Group, Lint};
use crate::message::hierarchy as text;
use crate::model::{RightId, RoleId, Rule, RuleEffect};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CONTAINED_ROLE, Group::Hierarchy) };

/// The nearest roles that are looked at.
const LOOKED_AT: usize = 8;
/// Fewer rights are not worth a line of inheritance.
const FEWEST: u32 = 2;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let named = named(model);
    let mut written: BTreeMap<RoleId, BTreeSet<RightId>> = BTreeMap::new();
    let external = |role: RoleId| model.roles.get(role.index()).is_some_and(|role| role.external);
    let compare = cx.compare();
    for (role, wider) in &compare.contained {
        let rights = compare.rights.get(role.index()).copied().unwrap_or(0);
        if rights < FEWEST || has(&named, *role) {
            continue;
        }
        let Some((own, false)) = rights_of(cx, *role, true) else { continue };
        let fits = |other: &&RoleId| {
            external(**other) == external(*role)
                && model.roles_from_request.contains(other) == model.roles_from_request.contains(role)
        };
        let near = |other: &&RoleId| compare.rights.get(other.index()).is_some_and(|count| *count <= 2 * rights);
        let nearest = wider.iter().filter(fits).filter(near).take(LOOKED_AT).find(|other| {
            let of = written
                .entry(**other)
                .or_insert_with(|| rights_of(cx, **other, false).map(|(rights, _)| rights).unwrap_or_default());
            own.is_subset(of)
        });
        if let Some(nearest) = nearest {
            let extra = written.get(nearest).and_then(|of| of.difference(&own).next().copied());
            let more = wider.iter().filter(fits).count() - 1;
            out.extend(report(cx, (*role, *nearest), more, witness(cx, *role, *nearest, extra)));
        }
    }
}

/// The rights that a role's allows name, own and inherited, and whether it has a deny or mask; without wildcards, if they
/// are not wanted.
fn rights_of(cx: &Context<'_>, role: RoleId, wildcards: bool) -> Option<(BTreeSet<RightId>, bool)> {
    let effective: Rc<Effective> = cx.effective(role)?;
    let reached = || effective.reaches.iter().filter_map(|reach| cx.model.roles.get(reach.role.index()));
    let rules: Vec<&Rule> =
        reached().flat_map(|role| role.rules()).filter_map(|id| cx.model.rules.get(id.index())).collect();
    let brakes = rules.iter().any(|rule| rule.effect == RuleEffect::Deny) || reached().any(|r| !r.masks.is_empty());
    let allows = rules.iter().filter(|rule| rule.effect == RuleEffect::Allow && (wildcards || !rule.wildcard));
    Some((allows.flat_map(|rule| rule.rights.iter().copied()).collect(), brakes))
}

/// What the wider role may and the other may not: a right that the other has not at all, if there is one.
fn witness(cx: &Context<'_>, role: RoleId, wider: RoleId, extra: Option<RightId>) -> Option<WitnessRequest> {
    let plainly =
        extra.and_then(|right| cx.access.given(wider, right, None, &|_| true)).and_then(|given| given.witness);
    if plainly.is_some() {
        return plainly;
    }
    let found = difference(cx.oracle, wider, role);
    if found.is_err() {
        cx.complete.set(false);
    }
    found.ok().flatten()
}

fn report(
    cx: &Context<'_>,
    (role, wider): (RoleId, RoleId),
    more: usize,
    witness: Option<WitnessRequest>,
) -> Option<Diagnostic> {
    let model = cx.model;
    let place = |role: RoleId| model.roles.get(role.index()).map(|role| role.origin.span);
    let count = cx.compare().rights.get(role.index()).copied().unwrap_or(0);
    let args = [
        ("role", model.role_name(role).into()),
        ("other", model.role_name(wider).into()),
        ("more", more.into()),
        ("count", u64::from(count).into()),
    ];
    let message = if more > 0 { text::CONTAINED_ROLE_MORE.with(args) } else { text::CONTAINED_ROLE.with(args) };
    let names = [("role", model.role_name(role).into()), ("other", model.role_name(wider).into())];
    let found = Diagnostic::info(&CONTAINED_ROLE, message, place(role)?, text::CONTAINED_ROLE_HERE.plain())
        .and(place(wider)?, text::CONTAINED_ROLE_THERE.with([("other", model.role_name(wider).into())]))
        .about([model.role_name(role), model.role_name(wider)])
        .help(text::CONTAINED_ROLE_HELP.with(names));
    Some(found.witness(witness))
}
