//! `unit-unknown`: somebody holds a role whose allows ask for a unit, and nobody states theirs.
//!
//! Told of people for whom a request shows it: refused, and allowed if they were in a unit.

use crate::diagnostic::codes::hygiene::UNIT_UNKNOWN;
use crate::diagnostic::{Diagnostic, WitnessRequest};
use crate::facts::refused_for_unit;
use crate::lint::shown::{people, rights};
use crate::lint::written::statement;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{Model, RightId, RoleId, RuleEffect, ScopeTerm, UnitId, UserId};
use crate::source::Span;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&UNIT_UNKNOWN, Group::Hygiene) };

/// Questions that all searches together may ask.
const QUESTIONS: usize = 600;
/// Rights that are tried for one person.
const RIGHTS: usize = 8;

/// People who get nothing from their units, with a request that shows it.
struct Found {
    place: Span,
    people: Vec<UserId>,
    right: RightId,
    witness: WitnessRequest,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let units: Vec<UnitId> = [0, model.units.len().saturating_sub(1)].map(UnitId::from_index).into();
    if model.units.is_empty() {
        return;
    }
    let mut left = QUESTIONS;
    let mut asking: BTreeMap<RoleId, Vec<RightId>> = BTreeMap::new();
    let mut found: BTreeMap<(Span, RoleId), Found> = BTreeMap::new();
    for (user, hats) in cx.hats.people() {
        let Some(person) = model.users.get(user.index()) else { continue };
        for hat in hats.iter().filter(|hat| hat.units.is_none() && hat.on_behalf_of.is_none()) {
            let rights = asking.entry(hat.role).or_insert_with(|| of_units(cx, hat.role));
            for right in rights.iter().take(RIGHTS) {
                let shown = units.iter().find_map(|unit| {
                    left = left.checked_sub(1).or_else(|| {
                        cx.complete.set(false);
                        None
                    })?;
                    refused_for_unit(cx.oracle, user, hat.role, *right, *unit).unwrap_or_else(|_| {
                        cx.complete.set(false);
                        None
                    })
                });
                if let Some(witness) = shown {
                    let place = person.origin.span;
                    let entry = found.entry((statement(cx, place), hat.role));
                    let of = entry.or_insert_with(|| Found { place, people: Vec::new(), right: *right, witness });
                    of.place = of.place.min(place);
                    of.people.push(user);
                    break;
                }
            }
        }
    }
    for ((_, role), found) in found {
        let args = [
            ("people", people(model, &found.people).into()),
            ("role", model.role_name(role).into()),
            ("rights", rights(model, &[found.right]).into()),
        ];
        let here = text::UNIT_UNKNOWN_HERE.plain();
        let mut one = Diagnostic::warning(&UNIT_UNKNOWN, text::UNIT_UNKNOWN.with(args), found.place, here);
        if let Some(line) = line_of(model, cx, role, found.right) {
            one = one.and(line, text::UNIT_ASKED_HERE.plain());
        }
        out.push(one.about([model.role_name(role)]).help(text::UNIT_UNKNOWN_HELP.plain()).witness([found.witness]));
    }
}

/// Rights that some allow of a role gives on records of one's own units.
fn of_units(cx: &Context<'_>, role: RoleId) -> Vec<RightId> {
    let Some(effective) = cx.effective(role) else { return Vec::new() };
    let writers = effective.reaches.iter().filter_map(|reach| cx.model.roles.get(reach.role.index()));
    let rules = writers.flat_map(|role| role.rules()).filter_map(|id| cx.model.rules.get(id.index()));
    let asks = rules.filter(|rule| rule.effect == RuleEffect::Allow && asks_unit(cx.model, rule.scope));
    let mut rights: Vec<RightId> = asks.flat_map(|rule| rule.rights.iter().copied()).collect();
    rights.sort_unstable();
    rights.dedup();
    rights
}

fn asks_unit(model: &Model, scope: crate::model::ScopeId) -> bool {
    let scope = model.scopes.get(scope.index());
    scope.is_some_and(|scope| {
        scope.terms.iter().any(|term| matches!(term, ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow))
    })
}

/// The first such allow.
fn line_of(model: &Model, cx: &Context<'_>, role: RoleId, right: RightId) -> Option<Span> {
    let effective = cx.effective(role)?;
    let writers = effective.reaches.iter().filter_map(|reach| model.roles.get(reach.role.index()));
    let mut rules = writers.flat_map(|role| role.rules()).filter_map(|id| model.rules.get(id.index()));
    let found = rules
        .find(|rule| rule.effect == RuleEffect::Allow && rule.rights.contains(&right) && asks_unit(model, rule.scope));
    found.map(|rule| rule.origin.span)
}
