//! `assignment-ends-early`: an assignment ends while another one of the same role to the same person runs on.
//!
//! Assignments unite, so the end that somebody wrote ends nothing.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::ASSIGNMENT_ENDS_EARLY;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::{Assignment, Origin, RoleId, UserId};
use crate::time::FOREVER;
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { code: &ASSIGNMENT_ENDS_EARLY, group: Group::Time, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut held: BTreeMap<(UserId, RoleId), Vec<&Assignment>> = BTreeMap::new();
    for assignment in &cx.model.assignments {
        held.entry((assignment.user, assignment.role)).or_default().push(assignment);
    }
    let mut seen: BTreeSet<(Origin, Origin)> = BTreeSet::new();
    for list in held.values().filter(|list| list.len() > 1) {
        for ending in list {
            let longer = list.iter().find(|other| outlasts(cx, other, ending));
            if let Some(longer) = longer
                && seen.insert((ending.origin, longer.origin))
            {
                out.push(report(cx, ending, longer));
            }
        }
    }
}

/// Whether `other` runs when `ending` ends, and on.
fn outlasts(cx: &Context<'_>, other: &Assignment, ending: &Assignment) -> bool {
    let end = cx.model.window(ending.window).until;
    let window = cx.model.window(other.window);
    let person = cx.model.users.get(ending.user.index()).map_or(FOREVER, |u| cx.model.window(u.window).until);
    end < FOREVER
        && cx.now.is_none_or(|now| now < end)
        && window.from < end
        && end < window.until
        && end < person
        && other.units == ending.units
}

fn report(cx: &Context<'_>, ending: &Assignment, longer: &Assignment) -> Diagnostic {
    let model = cx.model;
    let args = [
        ("user", model.user_name(ending.user).into()),
        ("role", model.role_name(ending.role).into()),
        ("end", words::instant(model, model.window(ending.window).until).into()),
    ];
    let here = text::ASSIGNMENT_ENDS_EARLY_HERE.plain();
    let message = text::ASSIGNMENT_ENDS_EARLY.with(args);
    Diagnostic::warning(&ASSIGNMENT_ENDS_EARLY, message, ending.origin.span, here)
        .about([model.user_name(ending.user), model.role_name(ending.role)])
        .and(longer.origin.span, text::ASSIGNMENT_ENDS_EARLY_THERE.plain())
        .help(text::ASSIGNMENT_ENDS_EARLY_HELP.plain())
}
