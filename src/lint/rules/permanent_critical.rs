//! `permanent-critical`: a role with a critical right is assigned without an end, or for longer than the budget allows.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::PERMANENT_CRITICAL as CODE;
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::{Assignment, RightId, Risk, RoleId};
use crate::source::Span;
use crate::time::{FOREVER, FOREVER_AGO};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, optional: true, ..Lint::new(&CODE, Group::Escalation) };

const DAY_MS: i64 = 86_400_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let days = cx.settings.budgets.days_critical;
    // One finding for one statement, however many people it names.
    let mut found: BTreeMap<(Span, RoleId), (&Assignment, Option<i64>, usize)> = BTreeMap::new();
    for assignment in cx.model.assignments.iter().filter(|one| !critical(cx, one.role).is_empty()) {
        let Some(length) = too_long(cx, assignment, days) else { continue };
        let entry = found.entry((assignment.origin.span, assignment.role));
        entry.and_modify(|(_, _, count)| *count += 1).or_insert((assignment, length, 1));
    }
    for ((span, role), (assignment, length, count)) in found {
        let who = crate::lint::holders::who(cx.model, Some(assignment.user), count);
        let rights = critical(cx, role);
        let args = [
            ("role", cx.model.role_name(role).into()),
            ("who", who.into()),
            ("rights", shown::rights(cx.model, &rights).into()),
            ("length", length.map_or_else(String::new, |days| days.to_string()).into()),
            ("days", days.to_string().into()),
        ];
        let entry = if length.is_none() { &text::PERMANENT_CRITICAL } else { &text::LONG_CRITICAL };
        let one = Diagnostic::warning(&CODE, entry.with(args), span, text::PERMANENT_CRITICAL_HERE.plain());
        out.push(one.help(text::PERMANENT_CRITICAL_HELP.plain()).about([cx.model.role_name(role)]));
    }
}

fn critical(cx: &Context<'_>, role: RoleId) -> Vec<RightId> {
    cx.access.rights(role).iter().copied().filter(|right| cx.risks.risk(*right) == Risk::Critical).collect()
}

/// How many days an assignment runs, if it is more than so many; no number if it never ends.
fn too_long(cx: &Context<'_>, assignment: &Assignment, most: u32) -> Option<Option<i64>> {
    let own = cx.model.users.get(assignment.user.index()).map(|user| cx.model.window(user.window));
    let window = cx.model.window(assignment.window);
    let until = window.until.min(own.map_or(FOREVER, |own| own.until));
    let from = window.from.max(own.map_or(FOREVER_AGO, |own| own.from));
    if until == FOREVER {
        return Some(None);
    }
    // Where no start is written, it is what is still to come that counts.
    let from = if from == FOREVER_AGO { cx.now? } else { from };
    let days = until.saturating_sub(from) / DAY_MS;
    (days > i64::from(most)).then_some(Some(days))
}
