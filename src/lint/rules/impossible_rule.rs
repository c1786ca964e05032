//! `impossible-rule`: no request, record or instant meets what a line asks for.

use crate::diagnostic::codes::lines::IMPOSSIBLE_RULE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Standing;
use crate::lint::statements::told;
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::RuleEffect;

pub(super) const LINT: Lint = Lint { code: &IMPOSSIBLE_RULE, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for effect in [RuleEffect::Allow, RuleEffect::Deny] {
        for told in told(cx, effect, |_, fact| fact.standing == Standing::Impossible) {
            let words = (&text::IMPOSSIBLE, &text::IMPOSSIBLE_HERE, &text::TAKES_HERE);
            let found = told.report(cx, &IMPOSSIBLE_RULE, Severity::Warning, words);
            out.push(found.help(text::IMPOSSIBLE_HELP.plain()));
        }
    }
}
