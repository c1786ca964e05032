//! `grant-by-exclusion`: an allow names what it leaves out, so that whatever comes new is given.
//!
//! A warning where it takes in a sensitive right.

use crate::diagnostic::codes::privilege::GRANT_BY_EXCLUSION;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::shown;
use crate::lint::written::rules;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::{RightId, RuleEffect};
use crate::source::Span;
use crate::syntax::ast::{ActionList, Effect, ObjectList};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&GRANT_BY_EXCLUSION, Group::LeastPrivilege) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut written: BTreeSet<Span> = BTreeSet::new();
    for (span, rule) in rules(cx).into_iter().filter(|(_, rule)| rule.effect == Effect::Allow) {
        let actions = matches!(&rule.target.actions, ActionList::Every { except, .. } if !except.is_empty());
        let objects = matches!(&rule.target.objects, ObjectList::Every { except, .. } if !except.is_empty());
        if actions || objects {
            written.insert(span);
        }
    }
    let mut taken: BTreeMap<Span, (&str, BTreeSet<RightId>)> = BTreeMap::new();
    for rule in cx.model.rules.iter().filter(|rule| rule.effect == RuleEffect::Allow) {
        if written.contains(&rule.origin.span) {
            let role = cx.model.role_name(rule.role);
            taken.entry(rule.origin.span).or_insert_with(|| (role, BTreeSet::new())).1.extend(&rule.rights);
        }
    }
    for (span, (role, all)) in taken {
        let sensitive: Vec<RightId> = all.iter().copied().filter(|right| cx.risks.is_sensitive(*right)).collect();
        let here = text::GRANT_BY_EXCLUSION_HERE.with([("count", all.len().into())]);
        let (severity, message) = if sensitive.is_empty() {
            (Severity::Info, text::GRANT_BY_EXCLUSION.with([("role", role.into())]))
        } else {
            let args = [("role", role.into()), ("rights", shown::rights(cx.model, &sensitive).into())];
            (Severity::Warning, text::GRANT_BY_EXCLUSION_SENSITIVE.with(args))
        };
        let one = Diagnostic { severity, ..Diagnostic::warning(&GRANT_BY_EXCLUSION, message, span, here) };
        out.push(one.help(text::GRANT_BY_EXCLUSION_HELP.plain()));
    }
}
