//! Roles, templates and their lines.

use super::condition::{operand, when};
use super::doc::Doc;
use super::header::type_ref;
use super::rule::{cancel, mask, rule, target};
use super::statement::{Sentence, Statement, clause, commas, lines};
use super::time::{pattern, window};
use super::word::{date_time, declared, glued, name, name_list, plural, text};
use crate::source::{Interner, Span};
use crate::syntax::ast::{
    Active, Instance, Name, Operand, ReviewEvery, Reviewed, Role, RoleBody, RoleItem, RoleItemKind, RoleKind, Template,
    TypeRef,
};

/// `role R "…" inherits A { … }`, `role R = T(a)`
pub(super) fn role(names: &Interner, span: Span, role: &Role) -> Statement {
    let mut sentence = Sentence::new(span, if role.external.is_some() { "external role" } else { "role" });
    let declared = declared(names, &role.declared);
    match &role.kind {
        RoleKind::Body(body) => {
            sentence.and(declared);
            role_body(names, sentence, body)
        }
        RoleKind::Instance(of) => {
            sentence.and(declared.suffix(" =")).then(vec![instance(names, of)]);
            sentence.plain()
        }
    }
}

fn role_body(names: &Interner, mut sentence: Sentence, body: &RoleBody) -> Statement {
    sentence.clause(clause("inherits ", name_list(names, &body.inherits)));
    sentence.block(body.items.iter().map(|item| role_item(names, item)).collect())
}

/// `T(a)`, `T(x: a, y: b)`
pub(super) fn instance(names: &Interner, instance: &Instance) -> Doc {
    let argument = |(of, value): &(Option<Name>, Operand)| match of {
        Some(of) => glued(vec![name(names, of).suffix(":"), operand(names, value)]),
        None => operand(names, value),
    };
    called(name(names, &instance.template), instance.arguments.iter().map(argument).collect())
}

fn called(of: Doc, arguments: Vec<Doc>) -> Doc {
    if arguments.is_empty() {
        return of.suffix("()");
    }
    Doc::Fill(vec![of.suffix("("), Doc::Fill(lines(commas(arguments))).suffix(")")])
}

/// `template T(p: U) inherits A { … }`
pub(super) fn template(names: &Interner, span: Span, template: &Template) -> Statement {
    let mut sentence = Sentence::new(span, if template.external.is_some() { "external template" } else { "template" });
    let parameter = |(of, ty): &(Name, TypeRef)| glued(vec![name(names, of).suffix(":"), type_ref(names, ty)]);
    let parameters = template.parameters.iter().map(parameter).collect();
    sentence.and(called(declared(names, &template.declared), parameters));
    role_body(names, sentence, &template.body)
}

fn role_item(names: &Interner, item: &RoleItem) -> Statement {
    let span = item.span;
    match &item.kind {
        RoleItemKind::Responsible(who) => {
            let mut sentence = Sentence::new(span, "responsible");
            sentence.and(text(who));
            sentence.plain()
        }
        RoleItemKind::Reviewed(item) => reviewed(span, item),
        RoleItemKind::Rule(item) => rule(names, span, item),
        RoleItemKind::Mask(item) => mask(names, span, item),
        RoleItemKind::Without(of) => {
            let mut sentence = Sentence::new(span, "without");
            sentence.list(target(names, of, ""));
            sentence.plain()
        }
        RoleItemKind::Cancel(item) => cancel(names, span, item),
        RoleItemKind::Active(item) => active(names, span, item),
    }
}

fn reviewed(span: Span, item: &Reviewed) -> Statement {
    let every = item.every.as_ref().map(review_every);
    let words = |every: &str| format!("review every {every}");
    match (&item.last, every) {
        (Some(last), every) => {
            let mut sentence = Sentence::new(span, "last reviewed");
            let last = date_time(last);
            sentence.and(match every {
                Some(every) => last.suffix(&format!(" {}", words(&every))),
                None => last,
            });
            sentence.plain()
        }
        (None, every) => Sentence::new(span, &words(&every.unwrap_or_default())).plain(),
    }
}

fn review_every(every: &ReviewEvery) -> String {
    match every {
        ReviewEvery::Week => "week".to_owned(),
        ReviewEvery::Month => "month".to_owned(),
        ReviewEvery::Quarter => "quarter".to_owned(),
        ReviewEvery::HalfYear => "half year".to_owned(),
        ReviewEvery::Year => "year".to_owned(),
        ReviewEvery::Days(count) => format!("{} {}", count.text, plural(count, "day", "days")),
    }
}

fn active(names: &Interner, span: Span, item: &Active) -> Statement {
    let mut hours: Vec<Doc> = item.hours.iter().map(|of| name(names, of)).collect();
    hours.extend(item.patterns.iter().map(|of| pattern(names, of)));
    let mut sentence = Sentence::new(span, "active");
    if !hours.is_empty() {
        sentence.list(commas(hours));
    }
    sentence.clause(when(names, item.when.as_deref())).clause(window(names, &item.window));
    sentence.plain()
}
