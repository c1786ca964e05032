//! `never-active`: somebody holds a role only at times at which none of its allows works.
//!
//! The hours of an assignment, of `active` lines and of allows are asked about together, at every instant. An assignment that
//! never runs at all is the matter of `idle-assignment`.

use crate::analysis::Hat;
use crate::analysis::moment::{Moment, together};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::NEVER_ACTIVE;
use crate::lint::shown::people;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::model::{Model, Origin, RoleId, RuleEffect, UserId, WindowId};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&NEVER_ACTIVE, Group::Time) };

/// Roles that all searches together may pass on ways of inheritance.
const STEPS: usize = 2_000_000;

/// One statement that gives a role: who holds it in vain, and whether everybody does.
#[derive(Default)]
struct Held {
    idle: Vec<UserId>,
    others: bool,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut budget = STEPS;
    let mut known: BTreeMap<(RoleId, Vec<WindowId>), bool> = BTreeMap::new();
    let mut found: BTreeMap<(Origin, RoleId), Held> = BTreeMap::new();
    for (user, hats) in cx.hats.people() {
        for hat in hats.iter().filter(|hat| !hat.windows.is_empty()) {
            let key = (hat.role, hat.windows.to_vec());
            let idle = match known.get(&key) {
                Some(idle) => *idle,
                None => {
                    let Some(idle) = is_idle(cx, hat, &mut budget) else {
                        cx.complete.set(false);
                        return;
                    };
                    known.insert(key, idle);
                    idle
                }
            };
            let held = found.entry((*hat.origin, hat.role)).or_default();
            if idle { held.idle.push(user) } else { held.others = true }
        }
    }
    for ((origin, role), held) in found {
        if !held.idle.is_empty() && !held.others {
            out.push(report(cx, origin, role, &held.idle));
        }
    }
}

/// Whether a hat runs at times, but never when an allow of its role works; `None` past the budget.
fn is_idle(cx: &Context<'_>, hat: &Hat, budget: &mut usize) -> Option<bool> {
    let model = cx.model;
    if !cx.together(hat.windows.iter().copied()) {
        return Some(false);
    }
    let works = |roles: &[RoleId], window: WindowId| {
        let active = roles.iter().filter_map(|role| model.roles.get(role.index())).flat_map(|role| &role.active);
        cx.together(hat.windows.iter().copied().chain([window]).chain(active.map(|active| active.window)))
    };
    // Its own lines first: mostly they answer.
    if allows(model, hat.role).any(|window| works(&[hat.role], window)) {
        return Some(false);
    }
    let effective = cx.effective(hat.role)?;
    *budget = budget.checked_sub(effective.reaches.len())?;
    let mut gives = false;
    for reach in &effective.reaches {
        for window in allows(model, reach.role) {
            gives = true;
            if reach.alternatives.iter().any(|way| works(way, window)) {
                return Some(false);
            }
        }
    }
    Some(gives)
}

/// The windows of a role's own allows.
fn allows(model: &Model, role: RoleId) -> impl Iterator<Item = WindowId> + '_ {
    let rules = model.roles.get(role.index()).into_iter().flat_map(|role| role.rules());
    let rules = rules.filter_map(|id| model.rules.get(id.index()));
    rules.filter(|rule| rule.effect == RuleEffect::Allow).map(|rule| rule.window)
}

fn report(cx: &Context<'_>, origin: Origin, role: RoleId, users: &[UserId]) -> Diagnostic {
    let model = cx.model;
    let args = [("role", model.role_name(role).into()), ("people", people(model, users).into())];
    let mut found =
        Diagnostic::warning(&NEVER_ACTIVE, text::NEVER_ACTIVE.with(args), origin.span, text::NEVER_ACTIVE_HERE.plain())
            .about([model.role_name(role)])
            .help(text::NEVER_ACTIVE_HELP.plain());
    if let Some(active) = model.roles.get(role.index()).and_then(|role| role.active.first()) {
        found = found.and(active.origin.span, text::ACTIVE_HERE.plain());
    }
    found.witness(users.first().and_then(|user| refused(cx, *user, origin, role)))
}

/// A request that is refused while the role is held.
fn refused(cx: &Context<'_>, user: UserId, origin: Origin, role: RoleId) -> Option<crate::diagnostic::WitnessRequest> {
    let hat = cx.hats.of(user).iter().find(|hat| *hat.origin == origin && hat.role == role)?;
    let Moment::At(at) = together(cx.model, hat.windows.iter().copied()) else { return None };
    cx.access.rights(role).iter().find_map(|right| cx.access.person_refused(user, *right, at))
}
