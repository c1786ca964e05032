//! `covered-deny`: whenever a deny binds, another one of the role does, its own or an inherited one.

use crate::diagnostic::codes::lines::COVERED_DENY;
use crate::diagnostic::{Diagnostic, Severity};
use crate::exact::Line;
use crate::lint::statements::{is_later, told};
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::RuleEffect;

pub(super) const LINT: Lint = Lint { code: &COVERED_DENY, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for told in told(cx, RuleEffect::Deny, |id, fact| is_later(cx.model, Line::Rule(id), &fact.standing)) {
        let entry = if told.is_by_inherited(cx.model) { &text::COVERED_DENY_BY_INHERITED } else { &text::COVERED_DENY };
        let found = told.report(
            cx,
            &COVERED_DENY,
            Severity::Info,
            (entry, &text::DENIES_NOTHING_NEW_HERE, &text::DENIES_ALL_HERE),
        );
        out.push(told.removal(cx, found));
    }
}
