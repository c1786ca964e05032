//! `redundant-deny`: wherever a deny binds, one of several others does.

use crate::diagnostic::codes::lines::REDUNDANT_DENY;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Standing;
use crate::lint::statements::told;
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::RuleEffect;

pub(super) const LINT: Lint = Lint { code: &REDUNDANT_DENY, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for told in told(cx, RuleEffect::Deny, |_, fact| matches!(fact.standing, Standing::Jointly(_))) {
        let words = (&text::REDUNDANT_DENY, &text::DENIES_NOTHING_NEW_HERE, &text::DENIES_PART_HERE);
        let found = told.report(cx, &REDUNDANT_DENY, Severity::Info, words);
        out.push(found.help(text::COVERED_HELP.plain()));
    }
}
