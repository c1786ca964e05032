//! `audit-log-control`: a role may change or remove what records who did what. The object is known by its name.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::AUDIT_LOG_CONTROL as CODE;
use crate::lint::powers::{on_trail, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let words = (&text::AUDIT_LOG_CONTROL, &text::AUDIT_LOG_HERE, &text::AUDIT_LOG_HELP);
    out.extend(report(cx, &CODE, on_trail(cx), words));
}
