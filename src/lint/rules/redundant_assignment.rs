//! `redundant-assignment`: a role is assigned to somebody who has all of it through another role that inherits it.
//!
//! Decided for each person: no request (but one that names roles of its session) is answered otherwise without the assignment. A role that a delegation or a
//! suspension speaks of by name is left alone, since those see just what is assigned.

use crate::analysis::Hat;
use crate::analysis::moment::{Moment, outside};
use crate::diagnostic::codes::time::REDUNDANT_ASSIGNMENT;
use crate::diagnostic::{Diagnostic, WitnessRequest};
use crate::facts::{Adds, repeats};
use crate::lint::shown::people;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::model::{AssignmentSource, Model, Origin, RoleId, SuspensionKind, UserId, WindowId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&REDUNDANT_ASSIGNMENT, Group::Hierarchy) };

/// People who are looked at.
const QUESTIONS: usize = 300;

/// Who has a role twice, and a request that shows it.
#[derive(Default)]
struct Found {
    people: Vec<UserId>,
    witness: Option<WitnessRequest>,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let named = named(model);
    let mut left = QUESTIONS;
    let mut found: BTreeMap<(Origin, RoleId, RoleId), Found> = BTreeMap::new();
    for one in model.assignments.iter().filter(|one| one.source == AssignmentSource::Statement) {
        let hats = cx.hats.of(one.user);
        let own = |hat: &&Hat| *hat.origin == one.origin && hat.role == one.role && hat.on_behalf_of.is_none();
        let Some(hat) = hats.iter().find(own).filter(|_| hats.len() > 1 && !named.contains(&one.role)) else {
            continue;
        };
        let Some(heir) = hats.iter().find(|other| holds(cx, other, hat)).map(|other| other.role) else { continue };
        let Some(rest) = left.checked_sub(1) else {
            cx.complete.set(false);
            break;
        };
        left = rest;
        match repeats(cx.oracle, one.user, one.role, one.origin) {
            // A role that gives nothing to anybody is the matter of other rules.
            Ok(Adds::Something | Adds::Nothing(None)) => {}
            Ok(Adds::Nothing(witness)) => {
                let entry = found.entry((one.origin, one.role, heir)).or_default();
                entry.people.push(one.user);
                entry.witness = entry.witness.take().or(witness);
            }
            Err(_) => cx.complete.set(false),
        }
    }
    for ((origin, role, heir), found) in found {
        let args = [
            ("role", model.role_name(role).into()),
            ("heir", model.role_name(heir).into()),
            ("people", people(model, &found.people).into()),
        ];
        let here = text::ADDS_NOTHING_HERE.plain();
        let message = text::REDUNDANT_ASSIGNMENT.with(args);
        let one = Diagnostic::info(&REDUNDANT_ASSIGNMENT, message, origin.span, here)
            .about([model.role_name(role), model.role_name(heir)])
            .steps(cx.path(heir, role))
            .help(text::REDUNDANT_ASSIGNMENT_HELP.plain());
        out.push(one.witness(found.witness));
    }
}

/// Whether one hat has the role of another by inheritance, whenever that one is worn.
fn holds(cx: &Context<'_>, heir: &Hat, hat: &Hat) -> bool {
    let within = |inner: &[WindowId], outer: &[WindowId]| outside(cx.model, inner, outer) == Moment::Never;
    heir.role != hat.role
        && heir.on_behalf_of.is_none()
        && cx.inherits(heir.role, hat.role)
        && within(&hat.windows, &heir.windows)
        && within(&hat.wide, &heir.wide)
}

/// Roles that something names just as they are assigned.
fn named(model: &Model) -> BTreeSet<RoleId> {
    let mut named: BTreeSet<RoleId> = model.delegations.iter().map(|delegation| delegation.role).collect();
    for suspension in &model.suspensions {
        match &suspension.kind {
            SuspensionKind::Users { in_role, .. } => named.extend(in_role),
            SuspensionKind::Roles { roles, .. } => named.extend(roles),
            SuspensionKind::Everything { except_roles, .. } => named.extend(except_roles),
            SuspensionKind::Rights(_) => {}
        }
    }
    named
}
