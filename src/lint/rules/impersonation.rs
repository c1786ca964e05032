//! `impersonation`: an action that seems to act as somebody else, on an object that is not said to administer users.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::IMPERSONATION;
use crate::lint::powers::{of_others, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&IMPERSONATION, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let words = (&text::IMPERSONATION, &text::IMPERSONATION_HERE, &text::SAY_USERS_HELP);
    out.extend(report(cx, &IMPERSONATION, of_others(cx, Class::Impersonate), words));
}
