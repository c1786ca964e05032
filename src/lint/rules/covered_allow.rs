//! `covered-allow`: whenever an allow applies, another one of the role does, its own or an inherited one.

use crate::diagnostic::codes::lines::COVERED_ALLOW;
use crate::diagnostic::{Diagnostic, Severity};
use crate::exact::Line;
use crate::lint::statements::{is_later, told};
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::RuleEffect;

pub(super) const LINT: Lint = Lint { code: &COVERED_ALLOW, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for told in told(cx, RuleEffect::Allow, |id, fact| is_later(cx.model, Line::Rule(id), &fact.standing)) {
        let entry = if told.is_by_inherited(cx.model) { &text::COVERED_BY_INHERITED } else { &text::COVERED_ALLOW };
        let found =
            told.report(cx, &COVERED_ALLOW, Severity::Info, (entry, &text::NOTHING_NEW_HERE, &text::GIVES_ALL_HERE));
        out.push(told.removal(cx, found));
    }
}
