//! `duplicate-assignment`: an assignment that another one of the same role to the same person holds whole.
//!
//! One that ends while the other goes on is the matter of `assignment-ends-early`.

use crate::analysis::moment::{Moment, outside};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::DUPLICATE_ASSIGNMENT;
use crate::lint::shown::people;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::model::{Assignment, AssignmentSource, Origin, RoleId, UserId};
use crate::time::FOREVER;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&DUPLICATE_ASSIGNMENT, Group::Time) };

/// Assignments of one role to one person that are compared with each other.
const COMPARED: usize = 32;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let mut held: BTreeMap<(UserId, RoleId), Vec<&Assignment>> = BTreeMap::new();
    for assignment in &model.assignments {
        held.entry((assignment.user, assignment.role)).or_default().push(assignment);
    }
    let mut found: BTreeMap<(Origin, Origin, RoleId), Vec<UserId>> = BTreeMap::new();
    for ((user, role), list) in held.into_iter().filter(|(_, list)| list.len() > 1) {
        if list.len() > COMPARED {
            cx.complete.set(false);
        }
        let list = || list.iter().take(COMPARED).copied();
        for one in list().filter(|one| one.source == AssignmentSource::Statement) {
            if let Some(other) = list().find(|other| repeats(cx, one, other)) {
                found.entry((one.origin, other.origin, role)).or_default().push(user);
            }
        }
    }
    for ((origin, other, role), users) in found {
        let args = [("role", model.role_name(role).into()), ("people", people(model, &users).into())];
        let here = text::ADDS_NOTHING_HERE.plain();
        let message = text::DUPLICATE_ASSIGNMENT.with(args);
        let one = Diagnostic::info(&DUPLICATE_ASSIGNMENT, message, origin.span, here)
            .about([model.role_name(role)])
            .and(other.span, text::DUPLICATE_ASSIGNMENT_THERE.plain())
            .help(text::DUPLICATE_ASSIGNMENT_HELP.plain());
        out.push(one);
    }
}

/// Whether `other` holds all of `one`; of two that are the same, the later one repeats.
fn repeats(cx: &Context<'_>, one: &Assignment, other: &Assignment) -> bool {
    if one.origin == other.origin || one.units != other.units || !holds(cx, other, one) {
        return false;
    }
    let person = cx.model.users.get(one.user.index()).map_or(FOREVER, |user| cx.model.window(user.window).until);
    let end = |assignment: &Assignment| cx.model.window(assignment.window).until.min(person);
    let goes_on = end(one) < end(other);
    let mutual = other.source == AssignmentSource::Statement && holds(cx, one, other);
    !goes_on && (!mutual || other.origin < one.origin)
}

/// Whether all of `inner` lies in `outer`, however doubt is read.
fn holds(cx: &Context<'_>, outer: &Assignment, inner: &Assignment) -> bool {
    let within = |inner, outer| outside(cx.model, &[inner], &[outer]) == Moment::Never;
    within(inner.window, outer.window) && within(inner.wide, outer.wide)
}
