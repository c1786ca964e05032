//! `idle-assignment`: an assignment that never runs: before somebody's first day, after their last, or in hours that never come.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::IDLE_ASSIGNMENT;
use crate::lint::shown::people;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::model::{AssignmentSource, Origin, RoleId, UserId};
use crate::time::{ANCHOR, FOREVER_AGO};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&IDLE_ASSIGNMENT, Group::Time) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let mut found: BTreeMap<(Origin, RoleId), Vec<UserId>> = BTreeMap::new();
    // What `everyone` and people files give is not meant for each of them.
    for one in model.assignments.iter().filter(|one| one.source == AssignmentSource::Statement) {
        let Some(person) = model.users.get(one.user.index()).filter(|person| !person.skipped) else { continue };
        if !cx.together([one.window, person.window]) {
            found.entry((one.origin, one.role)).or_default().push(one.user);
        }
    }
    for ((origin, role), users) in found {
        let args = [("role", model.role_name(role).into()), ("people", people(model, &users).into())];
        let here = text::IDLE_ASSIGNMENT_HERE.plain();
        let message = text::IDLE_ASSIGNMENT.with(args);
        let mut one = Diagnostic::warning(&IDLE_ASSIGNMENT, message, origin.span, here)
            .about([model.role_name(role)])
            .help(text::IDLE_ASSIGNMENT_HELP.plain());
        let first = users.first().and_then(|user| Some((*user, model.users.get(user.index())?)));
        if let Some((user, person)) = first {
            if !model.window(person.window).is_always() && person.origin.span != origin.span {
                one = one.and(person.origin.span, text::DAYS_HERE.plain());
            }
            one = one.witness(refused(cx, user, origin, role));
        }
        out.push(one);
    }
}

/// A request in the time of the assignment, which is refused.
fn refused(cx: &Context<'_>, user: UserId, origin: Origin, role: RoleId) -> Option<crate::diagnostic::WitnessRequest> {
    let mut all = cx.model.assignments.iter();
    let one = all.find(|one| one.user == user && one.role == role && one.origin == origin)?;
    let from = cx.model.window(one.window).from;
    let at = if from == FOREVER_AGO { ANCHOR } else { from };
    cx.access.rights(role).iter().find_map(|right| cx.access.person_refused(user, *right, at))
}
