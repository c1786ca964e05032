//! `expiring-soon`: something that gives access ends within a few days: an assignment, a delegation, an allow, an `active` line.
//!
//! An assignment beside which another one of the same role goes on ends nothing; `assignment-ends-early` speaks of that.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::EXPIRING_SOON;
use crate::lint::shown::{days, people, roles};
use crate::lint::{Context, Group, Lint};
use crate::message::{Message, time as text};
use crate::model::{Origin, RoleId, RuleEffect, UserId, WindowId};
use crate::words;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { needs_now: true, check, ..Lint::new(&EXPIRING_SOON, Group::Time) };

/// What one statement gives to whom.
#[derive(Default)]
struct Given {
    roles: Vec<RoleId>,
    people: Vec<UserId>,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let (Some(now), model) = (cx.now, cx.model) else { return };
    let soon = now.saturating_add(days(cx.settings.budgets.days_before_end));
    // What has not begun, or is no longer than the notice itself, is known to whoever wrote it.
    let notice = days(cx.settings.budgets.days_before_end);
    let runs = |window: WindowId| {
        let window = model.window(window);
        window.from <= now && window.until.saturating_sub(window.from) > notice
    };
    let ends =
        |window: WindowId| Some(model.window(window).until).filter(|end| now < *end && *end <= soon && runs(window));
    let mut last: BTreeMap<(UserId, RoleId), i64> = BTreeMap::new();
    for assignment in &model.assignments {
        let end = last.entry((assignment.user, assignment.role)).or_insert(i64::MIN);
        *end = (*end).max(model.window(assignment.window).until);
    }
    let mut given: BTreeMap<(Origin, i64), Given> = BTreeMap::new();
    for one in &model.assignments {
        let end = ends(one.window).filter(|end| last.get(&(one.user, one.role)) == Some(end));
        if let Some(end) = end {
            let entry = given.entry((one.origin, end)).or_default();
            entry.roles.push(one.role);
            entry.people.push(one.user);
        }
    }
    for ((origin, end), given) in given {
        let args = [("roles", roles(model, &given.roles).into()), ("people", people(model, &given.people).into())];
        out.push(report(cx, origin, end, text::ASSIGNMENT_EXPIRES.with(args), &given.roles));
    }
    for one in &model.delegations {
        if let Some(end) = ends(one.window) {
            let args = [
                ("role", model.role_name(one.role).into()),
                ("of", model.user_name(one.of).into()),
                ("to", model.user_name(one.to).into()),
            ];
            out.push(report(cx, one.origin, end, text::DELEGATION_EXPIRES.with(args), &[one.role]));
        }
    }
    // A statement over several objects is several rules; one of a template stands in every instance.
    let mut lines: BTreeMap<Origin, (i64, RoleId)> = BTreeMap::new();
    for rule in model.rules.iter().filter(|rule| rule.effect == RuleEffect::Allow) {
        if let Some(end) = ends(rule.window) {
            lines.entry(rule.origin).or_insert((end, rule.role));
        }
    }
    for (origin, (end, role)) in lines {
        let message = text::ALLOW_EXPIRES.with([("role", model.role_name(role).into())]);
        out.push(report(cx, origin, end, message, &[role]));
    }
    for (index, role) in model.roles.iter().enumerate() {
        for active in &role.active {
            if let Some(end) = ends(active.window) {
                let message = text::ACTIVE_EXPIRES.with([("role", model.text(role.name).into())]);
                out.push(report(cx, active.origin, end, message, &[RoleId::from_index(index)]));
            }
        }
    }
}

fn report(cx: &Context<'_>, origin: Origin, end: i64, what: Message, about: &[RoleId]) -> Diagnostic {
    let model = cx.model;
    let mut names: Vec<&str> = about.iter().map(|role| model.role_name(*role)).collect();
    names.dedup();
    let message = text::EXPIRES.with([("what", what.into()), ("end", words::end(model, end).into())]);
    Diagnostic::info(&EXPIRING_SOON, message, origin.span, text::EXPIRES_HERE.plain())
        .about(names)
        .help(text::EXPIRES_HELP.plain())
}
