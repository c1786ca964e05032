//! `dead-allow`: an allow of a role, all of which that role is denied.

use crate::diagnostic::codes::lines::DEAD_ALLOW;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Standing;
use crate::lint::statements::told;
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::RuleEffect;

pub(super) const LINT: Lint = Lint { code: &DEAD_ALLOW, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for told in told(cx, RuleEffect::Allow, |_, fact| matches!(fact.standing, Standing::Dead(_))) {
        let words = (&text::DEAD_ALLOW, &text::DEAD_ALLOW_HERE, &text::TAKES_HERE);
        let found = told.report(cx, &DEAD_ALLOW, Severity::Warning, words);
        out.push(found.help(text::DEAD_ALLOW_HELP.plain()));
    }
}
