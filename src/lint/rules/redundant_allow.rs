//! `redundant-allow`: wherever an allow applies, one of several others does, or a brake takes it.

use crate::diagnostic::codes::lines::REDUNDANT_ALLOW;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Standing;
use crate::lint::statements::told;
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::RuleEffect;

pub(super) const LINT: Lint = Lint { code: &REDUNDANT_ALLOW, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for told in told(cx, RuleEffect::Allow, |_, fact| matches!(fact.standing, Standing::Jointly(_))) {
        let words = (&text::REDUNDANT_ALLOW, &text::NOTHING_NEW_HERE, &text::GIVES_PART_HERE);
        let found = told.report(cx, &REDUNDANT_ALLOW, Severity::Info, words);
        out.push(found.help(text::COVERED_HELP.plain()));
    }
}
