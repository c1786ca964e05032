//! Objects, their actions and fields.

use super::doc::Doc;
use super::header::attribute;
use super::statement::{Sentence, Statement, clause};
use super::word::{declared_list, name, name_list, text};
use crate::source::{Interner, Span};
use crate::syntax::ast::{Actions, ActsAs, Administers, FieldsFrom, Object, ObjectItem, ObjectItemKind, Risk};

/// `object A, B administers roles { … }`
pub(super) fn object(names: &Interner, span: Span, object: &Object) -> Statement {
    let mut sentence = Sentence::new(span, "object");
    sentence.list(declared_list(names, &object.names));
    if let Some((what, span)) = &object.administers {
        sentence.clause([Doc::part(span.start, administers(*what))]);
    }
    sentence.packed(object.items.iter().map(|item| object_item(names, item)).collect())
}

fn administers(what: Administers) -> &'static str {
    match what {
        Administers::Roles => "administers roles",
        Administers::Users => "administers users",
        Administers::Sharing => "administers sharing",
        Administers::Fields => "administers fields",
        Administers::Application => "administers application",
    }
}

fn object_item(names: &Interner, item: &ObjectItem) -> Statement {
    let span = item.span;
    match &item.kind {
        ObjectItemKind::Actions(item) => actions(names, span, item),
        ObjectItemKind::Owner(field) => plain(span, "record owner is", vec![name(names, field)]),
        ObjectItemKind::UnitIs(field) => plain(span, "record unit is", vec![name(names, field)]),
        ObjectItemKind::UnitOfOwner => Sentence::new(span, "record unit is that of its owner").plain(),
        ObjectItemKind::Team(field) => plain(span, "record team is", vec![name(names, field)]),
        ObjectItemKind::SharedWith(field, actions) => {
            let mut sentence = Sentence::new(span, "shared with");
            sentence.and(name(names, field)).clause(clause("for ", name_list(names, actions)));
            sentence.plain()
        }
        ObjectItemKind::Attribute(item) => attribute(names, item),
        ObjectItemKind::Field(fields, labels) => {
            let mut sentence = Sentence::new(span, "field");
            sentence.list(declared_list(names, fields)).clause(clause("is ", name_list(names, labels)));
            sentence.plain()
        }
        ObjectItemKind::FieldsFrom(item) => fields_from(names, span, item),
        ObjectItemKind::AttributesFromRecords => Sentence::new(span, "attributes from records").plain(),
    }
}

fn plain(span: Span, words: &str, list: Vec<Doc>) -> Statement {
    let mut sentence = Sentence::new(span, words);
    sentence.list(list);
    sentence.plain()
}

fn actions(names: &Interner, span: Span, item: &Actions) -> Statement {
    let mut sentence = Sentence::new(span, if item.general { "general actions" } else { "record actions" });
    sentence.list(declared_list(names, &item.names));
    if let Some((acts_as, span)) = &item.acts_as {
        let word = match acts_as {
            ActsAs::Create => "creates",
            ActsAs::Update => "updates",
        };
        sentence.clause([Doc::part(span.start, word)]);
    }
    if let Some((risk, span)) = &item.risk {
        let word = match risk {
            Risk::Low => "risk low",
            Risk::Normal => "risk normal",
            Risk::High => "risk high",
            Risk::Critical => "risk critical",
        };
        sentence.clause([Doc::part(span.start, word)]);
    }
    sentence.clause(clause("changes ", name_list(names, &item.changes)));
    sentence.plain()
}

fn fields_from(names: &Interner, span: Span, item: &FieldsFrom) -> Statement {
    let mut sentence = Sentence::new(span, "fields from");
    let mut columns = vec![name(names, &item.name).prefix("name ")];
    columns.extend(item.label.as_ref().map(|column| name(names, column).prefix("label ")));
    columns.extend(item.data_labels.as_ref().map(|column| name(names, column).prefix("is ")));
    sentence.and(text(&item.path));
    sentence.braces(columns)
}
