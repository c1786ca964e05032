//! Suspensions, their early ends, requirements and separate sessions.

use super::condition::{condition, when};
use super::doc::{BLOCK, Doc};
use super::rule::{named, target};
use super::statement::{Sentence, Statement, clause, commas};
use super::time::{reason, window_clauses, zone};
use super::word::{date_time, name, name_list, name_series};
use crate::source::{Interner, Span};
use crate::syntax::ast::{EndEarly, Name, NoEnd, Require, SeparateSessions, Suspend, SuspendWhat};

/// `suspend …`
pub(super) fn suspend(names: &Interner, span: Span, item: &Suspend) -> Statement {
    let everything = matches!(item.what, SuspendWhat::Everything { .. });
    let mut sentence = Sentence::new(span, if everything { "suspend everything" } else { "suspend" });
    match &item.what {
        SuspendWhat::Users { users, in_role } => {
            sentence.list(prefixed("user ", name_list(names, users)));
            sentence.then(in_role.iter().map(|role| name(names, role).prefix("in role ")).collect());
        }
        SuspendWhat::Roles { roles, heirs } => {
            let words = if *heirs { " and roles that inherit it" } else { "" };
            sentence.list(suffixed(words, prefixed("role ", name_list(names, roles))));
        }
        SuspendWhat::Actions(of) => {
            sentence.list(prefixed("actions ", target(names, of, "on ")));
        }
        SuspendWhat::Everything { .. } => {}
    }
    named(names, &mut sentence, item.named.as_ref());
    if let SuspendWhat::Everything { except_roles, except_users } = &item.what {
        sentence.then(exempt_roles(names, except_roles));
        sentence.then(prefixed("except user ", name_list(names, except_users)));
    }
    let mut bounds = window_clauses(names, &item.window);
    bounds.extend(item.no_end.as_deref().map(no_end));
    sentence.clause(when(names, item.when.as_deref())).clause(clause("", bounds)).clause(reason(&item.reason));
    sentence.plain()
}

/// Exempt roles: those that exempt their heirs too stand alone, as `it` is one role.
fn exempt_roles(names: &Interner, roles: &[(Name, bool)]) -> Vec<Doc> {
    let mut docs = Vec::new();
    for run in roles.chunk_by(|(_, one), (_, other)| !one && !other) {
        let heirs = run.iter().any(|(_, heirs)| *heirs);
        let list = commas(run.iter().map(|(role, _)| name(names, role)).collect());
        docs.extend(suffixed(if heirs { " or roles that inherit it" } else { "" }, prefixed("except role ", list)));
    }
    docs
}

fn no_end(item: &NoEnd) -> Doc {
    match &item.review_before {
        Some(date) => Doc::part(item.span.start, format!("with no end review before {}", date_time(date).flat())),
        None => Doc::part(item.span.start, "with no end"),
    }
}

fn prefixed(words: &str, mut list: Vec<Doc>) -> Vec<Doc> {
    if !list.is_empty() {
        let first = list.remove(0).prefix(words);
        list.insert(0, first);
    }
    list
}

fn suffixed(words: &str, mut list: Vec<Doc>) -> Vec<Doc> {
    let last = list.pop().map(|last| last.suffix(words));
    list.extend(last);
    list
}

/// `end N early at T because …`
pub(super) fn end_early(names: &Interner, span: Span, item: &EndEarly) -> Statement {
    let mut sentence = Sentence::new(span, "end");
    sentence.and(name(names, &item.name)).and(date_time(&item.at).prefix("early at "));
    sentence.then(item.zone.iter().map(zone).collect()).clause(reason(&item.reason));
    sentence.plain()
}

/// `require C for A on O for anyone who has role R …`
pub(super) fn require(names: &Interner, span: Span, item: &Require) -> Statement {
    let mut sentence = Sentence::new(span, "require");
    sentence.and(condition(names, &item.condition).deeper(BLOCK));
    sentence
        .clause(clause("for ", target(names, &item.target, "on ")))
        .clause(clause("for anyone who has role ", name_list(names, &item.roles)))
        .clause(item.named.as_ref().map(|of| name(names, of).prefix("named ")))
        .clause(clause("", window_clauses(names, &item.window)))
        .clause(reason(&item.reason));
    sentence.plain()
}

/// `require separate sessions for roles A and B`
pub(super) fn separate_sessions(names: &Interner, span: Span, item: &SeparateSessions) -> Statement {
    let mut sentence = Sentence::new(span, "require separate sessions for roles");
    sentence.list(name_series(names, &item.roles)).clause(reason(&item.reason));
    sentence.plain()
}
