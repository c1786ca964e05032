//! `wildcard-action`: an allow with `every action` takes in sensitive rights, and says so nowhere.

use crate::diagnostic::codes::privilege::WILDCARD_ACTION;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, gathered};
use crate::lint::sweeping::{full_admins, is_full_admin};
use crate::lint::written::rules;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::RuleEffect;
use crate::source::Span;
use crate::syntax::ast::ActionList;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&WILDCARD_ACTION, Group::LeastPrivilege) };

const WORDS: Words =
    Words { message: &text::WILDCARD_ACTION, here: &text::WILDCARD_ACTION_HERE, help: &text::WILDCARD_ACTION_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let every = rules(cx).into_iter().filter(|(_, rule)| matches!(rule.target.actions, ActionList::Every { .. }));
    let every: BTreeSet<Span> = every.map(|(span, _)| span).collect();
    if every.is_empty() {
        return;
    }
    let admins = full_admins(cx);
    let is_admin = is_full_admin(cx, &admins);
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for rule in &cx.model.rules {
        let span = rule.origin.span;
        if rule.effect != RuleEffect::Allow || !every.contains(&span) || is_admin(rule.role) || !told.insert(span) {
            continue;
        }
        // The statement, of the first instance where it stands in a template.
        let of = cx.model.roles.get(rule.role.index()).into_iter().flat_map(|role| role.rules());
        let all = of.filter_map(|id| cx.model.rules.get(id.index())).filter(|one| one.origin.span == span);
        let sensitive = all.flat_map(|one| one.rights.iter().copied()).filter(|right| cx.risks.is_sensitive(*right));
        let sensitive: BTreeSet<_> = sensitive.map(|right| (right, None)).collect();
        let found = gathered(cx, sensitive, |right, field| {
            let given = cx.access.given(rule.role, right, field, &|one| one.origin.span == span);
            given.into_iter().map(|given| (rule.role, given)).collect()
        });
        out.extend(found.into_iter().map(|found| found.tell(cx, &WILDCARD_ACTION, Severity::Info, &WORDS)));
    }
}
