//! Objects, their actions and fields.

use super::Sentences;
use super::header::{attribute, classed, optional};
use super::name::{Reader, Space};
use super::phrase::{clauses, code, count};
use crate::message::{Arg, Message, Text, sentence};
use crate::source::Span;
use crate::syntax::ast::{Actions, ActsAs, Administers, FieldsFrom, Name, Object, ObjectItem, ObjectItemKind, Risk};

/// An object and its lines.
pub(super) fn object(reader: &Reader, span: Span, item: &Object, out: &mut Sentences) {
    let objects = || reader.declared(Space::Object, &item.names);
    out.push((span, sentence::OBJECT.with([("objects", objects())])));
    reader.renamed(Space::Object, span, &item.names, out);
    if let Some((what, span)) = &item.administers {
        let what = administered(*what).plain().into();
        out.push((*span, sentence::POWER.with([("objects", objects()), ("what", what)])));
    }
    item.items.iter().for_each(|item| object_item(reader, objects(), item, out));
}

fn administered(what: Administers) -> &'static Text {
    match what {
        Administers::Roles => &sentence::POWER_ROLES,
        Administers::Users => &sentence::POWER_USERS,
        Administers::Sharing => &sentence::POWER_SHARING,
        Administers::Fields => &sentence::POWER_FIELDS,
        Administers::Application => &sentence::POWER_APPLICATION,
    }
}

fn object_item(reader: &Reader, objects: Arg, item: &ObjectItem, out: &mut Sentences) {
    let span = item.span;
    let in_field = |text: &'static Text, objects, field: &Name| {
        text.with([("objects", objects), ("field", reader.name(Space::Field, field))])
    };
    let message = match &item.kind {
        ObjectItemKind::Actions(item) => return actions(reader, span, objects, item, out),
        ObjectItemKind::Attribute(item) => return attribute(reader, objects, item, out),
        ObjectItemKind::Field(fields, labels) => {
            let message = sentence::FIELDS.with([
                ("owner", objects),
                ("n", count(fields)),
                ("names", reader.declared(Space::Field, fields)),
                ("rest", optional(classed(reader, labels))),
            ]);
            out.push((span, message));
            return reader.renamed(Space::Field, span, fields, out);
        }
        ObjectItemKind::Owner(field) => in_field(&sentence::OWNER, objects, field),
        ObjectItemKind::UnitIs(field) => in_field(&sentence::UNIT_IS, objects, field),
        ObjectItemKind::UnitOfOwner => sentence::UNIT_OF_OWNER.with([("objects", objects)]),
        ObjectItemKind::Team(field) => in_field(&sentence::TEAM, objects, field),
        ObjectItemKind::SharedWith(field, actions) => sentence::SHARED_WITH.with([
            ("objects", objects),
            ("field", reader.name(Space::Field, field)),
            ("actions", reader.actions(actions)),
        ]),
        ObjectItemKind::FieldsFrom(item) => fields_from(reader, objects, item),
        ObjectItemKind::AttributesFromRecords => sentence::ALL_FROM_RECORDS.with([("objects", objects)]),
    };
    out.push((span, message));
}

fn actions(reader: &Reader, span: Span, objects: Arg, item: &Actions, out: &mut Sentences) {
    let mut rest = Vec::new();
    rest.extend(item.acts_as.as_ref().map(|(acts_as, _)| match acts_as {
        ActsAs::Create => sentence::CREATES.plain(),
        ActsAs::Update => sentence::UPDATES.plain(),
    }));
    rest.extend(item.risk.as_ref().map(|(risk, _)| match risk {
        Risk::Low => sentence::RISK_LOW.plain(),
        Risk::Normal => sentence::RISK_NORMAL.plain(),
        Risk::High => sentence::RISK_HIGH.plain(),
        Risk::Critical => sentence::RISK_CRITICAL.plain(),
    }));
    if !item.changes.is_empty() {
        rest.push(sentence::CHANGES.with([("fields", reader.list(Space::Field, &item.changes))]));
    }
    let names: Vec<Name> = item.names.iter().map(|declared| declared.name).collect();
    let text = if item.general { &sentence::GENERAL_ACTIONS } else { &sentence::RECORD_ACTIONS };
    let message = text.with([("objects", objects), ("actions", reader.actions(&names)), ("rest", clauses(rest))]);
    out.push((span, message));
    reader.renamed(Space::Action, span, &item.names, out);
}

fn fields_from(reader: &Reader, objects: Arg, item: &FieldsFrom) -> Message {
    let column = |text: &'static Text, name: &Name| text.with([("column", code(reader.word(name)))]);
    let mut rest = vec![column(&sentence::COLUMN_NAME, &item.name)];
    rest.extend(item.label.as_ref().map(|name| column(&sentence::COLUMN_LABEL, name)));
    rest.extend(item.data_labels.as_ref().map(|name| column(&sentence::COLUMN_CLASS, name)));
    sentence::FIELDS_FROM.with([("owner", objects), ("path", code(&item.path.text)), ("rest", clauses(rest))])
}
