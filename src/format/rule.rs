//! Rules: targets, scopes, allow, deny, mask, cancel.

use super::condition::when;
use super::doc::Doc;
use super::statement::{Sentence, Statement, clause, commas, joined, lines};
use super::time::{reason, window};
use super::word::{glued, name, name_list, name_text};
use crate::source::{Interner, Span};
use crate::syntax::ast::{
    ActionList, Cancel, CancelWhat, Effect, Mask, Name, ObjectList, ObjectRef, Rule, Scope, ScopeKind, Target,
};

/// `read, update Customer`; `word` (with a blank after it) stands between actions and objects.
pub(super) fn target(names: &Interner, target: &Target, word: &str) -> Vec<Doc> {
    let mut docs = match &target.actions {
        ActionList::Named(actions) => name_list(names, actions),
        ActionList::Every { span, except } => every(names, *span, "every action", except),
    };
    let mut objects = match &target.objects {
        ObjectList::Named(objects) => object_list(names, objects),
        ObjectList::Every { span, except } => every(names, *span, "every object", except),
    };
    if !objects.is_empty() {
        docs.push(objects.remove(0).prefix(word));
    }
    docs.extend(objects);
    docs
}

fn every(names: &Interner, span: Span, words: &str, except: &[Name]) -> Vec<Doc> {
    let mut docs = vec![Doc::part(span.start, words)];
    let list = name_list(names, except).into_iter().enumerate();
    docs.extend(list.map(|(i, item)| if i == 0 { item.prefix("except ") } else { item }));
    docs
}

fn object_list(names: &Interner, objects: &[ObjectRef]) -> Vec<Doc> {
    commas(objects.iter().map(|object| object_ref(names, object)).collect())
}

fn object_ref(names: &Interner, object: &ObjectRef) -> Doc {
    let of = name(names, &object.object);
    if object.fields.is_empty() {
        return of;
    }
    glued(vec![of, Doc::Fill(lines(name_list(names, &object.fields))).prefix("(").suffix(")")])
}

/// `named N`
pub(super) fn named(names: &Interner, sentence: &mut Sentence, of: Option<&Name>) {
    sentence.then(of.map(|of| name(names, of).prefix("named ")).into_iter().collect());
}

fn scopes(names: &Interner, word: &str, list: &[Scope]) -> Option<Doc> {
    clause(word, joined("or ", list.iter().map(|item| scope(names, item)).collect()))
}

fn scope(names: &Interner, scope: &Scope) -> Doc {
    let words = match &scope.kind {
        ScopeKind::Own => "own".to_owned(),
        ScopeKind::Team => "team".to_owned(),
        ScopeKind::Reports => "reports".to_owned(),
        ScopeKind::MyUnit { below } => format!("my unit{}", and_below(*below)),
        ScopeKind::All => "all".to_owned(),
        ScopeKind::NoOwner => "no owner".to_owned(),
        ScopeKind::Shared => "shared".to_owned(),
        ScopeKind::Unit { unit, below } => format!("unit {}{}", name_text(names, unit), and_below(*below)),
    };
    Doc::part(scope.span.start, words)
}

/// ` and below`, where it was written.
pub(super) fn and_below(below: bool) -> &'static str {
    if below { " and below" } else { "" }
}

/// `allow …`, `deny …`
pub(super) fn rule(names: &Interner, span: Span, rule: &Rule) -> Statement {
    let word = match rule.effect {
        Effect::Allow => "allow",
        Effect::Deny => "deny",
    };
    let mut sentence = Sentence::new(span, word);
    sentence.list(target(names, &rule.target, ""));
    named(names, &mut sentence, rule.named.as_ref());
    sentence
        .clause(clause("including ", name_list(names, &rule.including)))
        .clause(scopes(names, "within ", &rule.within))
        .clause(scopes(names, "outside ", &rule.outside))
        .clause(when(names, rule.when.as_deref()))
        .clause(window(names, &rule.window))
        .clause(reason(&rule.reason));
    sentence.plain()
}

/// `mask Customer (phone) …`
pub(super) fn mask(names: &Interner, span: Span, mask: &Mask) -> Statement {
    let mut sentence = Sentence::new(span, "mask");
    sentence.list(object_list(names, &mask.objects));
    named(names, &mut sentence, mask.named.as_ref());
    sentence
        .clause(scopes(names, "within ", &mask.within))
        .clause(scopes(names, "outside ", &mask.outside))
        .clause(when(names, mask.when.as_deref()))
        .clause(window(names, &mask.window))
        .clause(reason(&mask.reason));
    sentence.plain()
}

/// `cancel [every] deny … inherited from R …`
pub(super) fn cancel(names: &Interner, span: Span, cancel: &Cancel) -> Statement {
    let (word, what) = match &cancel.what {
        CancelWhat::DenyNamed(of) => ("deny", vec![name(names, of)]),
        CancelWhat::Deny(of) => ("deny", target(names, of, "")),
        CancelWhat::MaskNamed(of) => ("mask", vec![name(names, of)]),
        CancelWhat::Mask(objects) => ("mask", object_list(names, objects)),
    };
    let every = if cancel.every.is_some() { "every " } else { "" };
    let mut sentence = Sentence::new(span, &format!("cancel {every}{word}"));
    sentence
        .list(what)
        .clause([name(names, &cancel.from).prefix("inherited from ")])
        .clause(window(names, &cancel.window))
        .clause(reason(&cancel.reason));
    sentence.plain()
}
