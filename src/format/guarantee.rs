//! Guarantees.

use super::condition::condition;
use super::doc::{BLOCK, Doc};
use super::rule::{and_below, target};
use super::statement::{Sentence, Statement, clause, commas};
use super::time::{reason, window};
use super::word::{name, name_list, name_series, name_text, plural};
use crate::source::{Interner, Span};
use crate::syntax::ast::{ActionList, Guarantee, GuaranteeKind, Name, Number, Target, Who, WhoKind};

/// `guarantees { … }`
pub(super) fn guarantees(names: &Interner, span: Span, list: &[Guarantee]) -> Statement {
    Sentence::new(span, "guarantees").block(list.iter().map(|item| guarantee(names, item)).collect())
}

fn guarantee(names: &Interner, item: &Guarantee) -> Statement {
    let mut sentence = kind(names, item.span, &item.kind);
    sentence.clause(window(names, &item.window)).clause(reason(&item.reason));
    sentence.plain()
}

fn kind(names: &Interner, span: Span, kind: &GuaranteeKind) -> Sentence {
    let mut sentence;
    match kind {
        GuaranteeKind::NobodyHasTwo(roles) if roles.len() == 2 => {
            sentence = Sentence::new(span, "nobody has both roles");
            sentence.list(name_series(names, roles));
        }
        GuaranteeKind::NobodyHasTwo(roles) => {
            sentence = Sentence::new(span, "nobody has two of the roles");
            sentence.list(name_list(names, roles));
        }
        GuaranteeKind::NobodyCanBoth(one, other) => {
            sentence = Sentence::new(span, "nobody can both");
            sentence.list(target(names, one, "")).clause(clause("and ", target(names, other, "")));
        }
        GuaranteeKind::Never(who, of) => sentence = who_can(names, span, "never", who, of),
        GuaranteeKind::Only(who, of) => sentence = who_can(names, span, "only", who, of),
        GuaranteeKind::AtMostRoles(count, of) => {
            sentence = Sentence::new(span, &format!("at most {} {}", count.text, plural(count, "role", "roles")));
            sentence.clause(clause("can ", target(names, of, "")));
        }
        GuaranteeKind::AtMostUsers(count, role) => {
            sentence = users_have(names, span, "most", count, role);
        }
        GuaranteeKind::AtLeastUsers(count, role) => {
            sentence = users_have(names, span, "least", count, role);
        }
        GuaranteeKind::Needs(of, needed) => {
            sentence = every(names, span, of);
            sentence.clause([condition(names, needed).deeper(BLOCK).prefix("needs ")]);
        }
        GuaranteeKind::Always(roles, of) => {
            sentence = Sentence::new(span, "always");
            sentence.list(name_list(names, roles)).clause(clause("can ", target(names, of, "")));
        }
        GuaranteeKind::Prerequisite(has, needs) => {
            sentence = Sentence::new(span, "anyone with role");
            sentence.and(name(names, has)).and(name(names, needs).prefix("has role "));
        }
    }
    sentence
}

/// `every export of Customer`, `every action of Customer`
fn every(names: &Interner, span: Span, of: &Target) -> Sentence {
    let mut docs = target(names, of, "of ");
    if let ActionList::Every { .. } = of.actions {
        // Its first words are `every action` already.
        let mut sentence = Sentence::new(span, "every action");
        sentence.then(docs.split_off(1.min(docs.len())));
        return sentence;
    }
    let mut sentence = Sentence::new(span, "every");
    sentence.list(docs);
    sentence
}

fn users_have(names: &Interner, span: Span, bound: &str, count: &Number, role: &Name) -> Sentence {
    let users = plural(count, "user has", "users have");
    let mut sentence = Sentence::new(span, &format!("at {bound} {} {users} role", count.text));
    sentence.and(name(names, role));
    sentence
}

fn who_can(names: &Interner, span: Span, word: &str, list: &[Who], of: &Target) -> Sentence {
    let mut sentence = Sentence::new(span, word);
    sentence.list(commas(list.iter().map(|item| who(names, item)).collect()));
    sentence.clause(clause("can ", target(names, of, "")));
    sentence
}

fn who(names: &Interner, who: &Who) -> Doc {
    let words = match &who.kind {
        WhoKind::Role { role, heirs: true } => format!("{} or roles that inherit it", name_text(names, role)),
        WhoKind::Role { role, heirs: false } => name_text(names, role),
        WhoKind::User(user) => format!("user {}", name_text(names, user)),
        WhoKind::Anyone => "anyone".to_owned(),
        WhoKind::InUnit { unit, below } => format!("anyone in unit {}{}", name_text(names, unit), and_below(*below)),
        WhoKind::OutsideUnit(unit) => format!("anyone outside unit {}", name_text(names, unit)),
    };
    Doc::part(who.span.start, words)
}
