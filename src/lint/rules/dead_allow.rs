//! `dead-allow`: an allow of a role, all of which that role is denied.

use crate::diagnostic::codes::lines::DEAD_ALLOW;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Standing;
use crate::lint::statements::{lines, role_of, told};
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::{RuleEffect, RuleId};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&DEAD_ALLOW, Group::Conflict) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // A role of which nothing is left is told by itself.
    let alone = |id: RuleId| {
        cx.model.rules.get(id.index()).is_some_and(|rule| !cx.facts().is_self_defeating(cx.model, rule.role))
    };
    for told in told(cx, RuleEffect::Allow, |id, fact| matches!(fact.standing, Standing::Dead(_)) && alone(id)) {
        let words = (&text::DEAD_ALLOW, &text::DEAD_ALLOW_HERE, &text::TAKES_HERE);
        let found = told.report(cx, &DEAD_ALLOW, Severity::Warning, words);
        // How what takes it comes to the role.
        let writer = lines(&told.fact.standing).first().and_then(|line| role_of(cx.model, *line));
        let steps = writer.filter(|role| *role != told.role).map(|role| cx.path(told.role, role));
        out.push(found.steps(steps.into_iter().flatten()).help(text::DEAD_ALLOW_HELP.plain()));
    }
}
