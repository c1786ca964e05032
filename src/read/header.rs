//! The header, used packages, data labels, types, attributes.

use super::Sentences;
use super::name::{Reader, Space};
use super::phrase::{after_comma, clauses, code, count, or};
use crate::message::{Arg, Message, Text, sentence};
use crate::source::Span;
use crate::syntax::ast::{
    AttributeDecl, AttributeSource, Declared, Name, Policy, PolicyItem, TypeDecl, TypeKind, TypeRef, Use,
};

/// The header, line by line.
pub(super) fn policy(reader: &Reader, span: Span, item: &Policy, out: &mut Sentences) {
    out.push((span, sentence::POLICY.with([("policy", reader.name(Space::Policy, &item.declared.name))])));
    reader.renamed(Space::Policy, span, std::slice::from_ref(&item.declared), out);
    for (line, span) in &item.order {
        out.extend(policy_item(reader, item, *line).map(|message| (*span, message)));
    }
}

fn policy_item(reader: &Reader, item: &Policy, line: PolicyItem) -> Option<Message> {
    Some(match line {
        PolicyItem::Language => sentence::LANGUAGE.with([("number", item.language.as_ref()?.text.as_ref().into())]),
        PolicyItem::Timezone => sentence::TIMEZONE.with([("zone", code(&item.timezone.as_ref()?.text))]),
        PolicyItem::Version => sentence::VERSION.with([("number", item.version.as_ref()?.text.as_ref().into())]),
        PolicyItem::RolesFromRequest => {
            let roles = &item.roles_from_request;
            sentence::ROLES_FROM_REQUEST.with([("n", count(roles)), ("roles", reader.list(Space::Role, roles))])
        }
        PolicyItem::SubjectTypes => {
            let types = item.subject_types.iter().map(|name| code(reader.word(name))).collect();
            sentence::SUBJECT_TYPES.with([("types", or(types))])
        }
    })
}

/// `use`
pub(super) fn used(reader: &Reader, span: Span, item: &Use, out: &mut Sentences) {
    let rename = |(theirs, ours): &(Name, Name)| {
        sentence::RENAME.with([("theirs", code(reader.word(theirs))), ("ours", code(reader.word(ours)))])
    };
    let rest = clauses(item.renames.iter().map(rename).collect());
    out.push((span, sentence::USE.with([("path", code(&item.path.text)), ("rest", rest)])));
}

/// Classes of data.
pub(super) fn labels(reader: &Reader, span: Span, list: &[Declared], out: &mut Sentences) {
    out.push((span, sentence::LABELS.with([("labels", or(names(reader, Space::Label, list)))])));
    reader.renamed(Space::Label, span, list, out);
}

/// An enumeration.
pub(super) fn type_decl(reader: &Reader, span: Span, item: &TypeDecl, out: &mut Sentences) {
    let name = reader.name(Space::Type, &item.declared.name);
    let values = names(reader, Space::Value, &item.values);
    out.push((
        span,
        if item.ordered {
            sentence::TYPE_ORDERED.with([("ty", name), ("values", Arg::List(values))])
        } else {
            sentence::TYPE.with([("ty", name), ("values", or(values))])
        },
    ));
    reader.renamed(Space::Type, span, std::slice::from_ref(&item.declared), out);
    reader.renamed(Space::Value, span, &item.values, out);
}

fn names(reader: &Reader, space: Space, list: &[Declared]) -> Vec<Arg> {
    list.iter().map(|declared| reader.name(space, &declared.name)).collect()
}

/// The attributes of a person or a request.
pub(super) fn attributes(reader: &Reader, owner: &'static Text, list: &[AttributeDecl], out: &mut Sentences) {
    list.iter().for_each(|item| attribute(reader, owner.plain().into(), item, out));
}

/// One statement about attributes.
pub(super) fn attribute(reader: &Reader, owner: Arg, item: &AttributeDecl, out: &mut Sentences) {
    let mut rest = Vec::new();
    if let Some((source, _)) = &item.source {
        rest.push(match source {
            AttributeSource::Table => sentence::FROM_TABLE.plain(),
            AttributeSource::Request => sentence::FROM_REQUEST.plain(),
            AttributeSource::Records => sentence::FROM_RECORDS.plain(),
        });
    }
    rest.extend(classed(reader, &item.data_labels));
    let message = sentence::ATTRIBUTE.with([
        ("owner", owner),
        ("n", count(&item.names)),
        ("names", reader.declared(Space::Field, &item.names)),
        ("ty", type_ref(reader, &item.ty)),
        ("rest", clauses(rest)),
    ]);
    out.push((item.span, message));
    reader.renamed(Space::Field, item.span, &item.names, out);
}

/// `is personal` as a clause.
pub(super) fn classed(reader: &Reader, labels: &[Name]) -> Option<Message> {
    let list = || reader.list(Space::Label, labels);
    (!labels.is_empty()).then(|| sentence::CLASSED.with([("labels", list())]))
}

/// A type in words.
pub(super) fn type_ref(reader: &Reader, ty: &TypeRef) -> Arg {
    let message = match &ty.kind {
        TypeKind::Named(name) => match reader.word(name) {
            "number" => sentence::NUMBER.plain(),
            "text" => sentence::TEXT.plain(),
            "boolean" => sentence::BOOLEAN.plain(),
            "user" => sentence::USER_TYPE.plain(),
            "unit" => sentence::UNIT_TYPE.plain(),
            "address" => sentence::ADDRESS.plain(),
            _ => sentence::NAMED_TYPE.with([("ty", reader.name(Space::Type, name))]),
        },
        TypeKind::Inline(values) => return or(names(reader, Space::Value, values)),
        TypeKind::SetOf(of) => sentence::SET_OF.with([("ty", type_ref(reader, of))]),
    };
    message.into()
}

/// A clause, if there is one.
pub(super) fn optional(clause: Option<Message>) -> Arg {
    super::phrase::chain(clause.into_iter().map(after_comma).collect())
}
