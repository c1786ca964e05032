//! `idle-separate-sessions`: sessions are kept apart for roles that nobody has together at any time.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::IDLE_SEPARATE_SESSIONS as CODE;
use crate::lint::apart::{Apart, people, together};
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;

pub(super) const LINT: Lint = Lint { check, optional: true, ..Lint::new(&CODE, Group::Separation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for line in &cx.model.separate_sessions {
        let apart = Apart::new(cx, &line.roles);
        let brought = cx.model.roles_from_request.iter().any(|role| apart.of(*role).next().is_some());
        // A role that is both at once is told by `sessions-in-one-role`.
        let meets = people(cx).any(|(_, hats)| {
            hats.iter().any(|hat| apart.of(hat.role).count() > 1)
                || apart.pairs(hats).into_iter().any(|(one, other)| together(cx, one, other))
        });
        if brought || meets || cx.model.assignments.is_empty() {
            continue;
        }
        let roles: Vec<String> = line.roles.iter().map(|role| format!("`{}`", cx.model.role_name(*role))).collect();
        let message = text::IDLE_SESSIONS.with([("roles", roles.clone().into())]);
        let found = Diagnostic::info(&CODE, message, line.origin.span, text::IDLE_SESSIONS_HERE.plain());
        out.push(found.help(text::IDLE_SESSIONS_HELP.plain()).about(roles));
    }
}
