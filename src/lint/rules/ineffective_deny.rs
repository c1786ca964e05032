//! `ineffective-deny`: nobody who has a deny is allowed any of what it denies.

use crate::diagnostic::codes::lines::INEFFECTIVE_DENY;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Standing;
use crate::lint::statements::told;
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::RuleEffect;

pub(super) const LINT: Lint = Lint { code: &INEFFECTIVE_DENY, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for told in told(cx, RuleEffect::Deny, |_, fact| fact.standing == Standing::Idle) {
        let words = (&text::INEFFECTIVE_DENY, &text::INEFFECTIVE_DENY_HERE, &text::TAKES_HERE);
        let found = told.report(cx, &INEFFECTIVE_DENY, Severity::Info, words);
        out.push(found.help(text::INEFFECTIVE_DENY_HELP.plain()));
    }
}
