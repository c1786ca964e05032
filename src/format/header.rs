//! The header, `use`, labels, types and attributes.

use super::doc::Doc;
use super::statement::{Sentence, Statement, clause, commas, joined, lines};
use super::word::{declared, declared_list, glued, name, name_list, number, text};
use crate::source::{Interner, Span};
use crate::syntax::ast::{
    AttributeDecl, AttributeSource, Declared, Policy, PolicyItem, TypeDecl, TypeKind, TypeRef, Use,
};

/// `policy acme-crm "Acme CRM" { … }`
pub(super) fn policy(names: &Interner, span: Span, policy: &Policy) -> Statement {
    let mut sentence = Sentence::new(span, "policy");
    sentence.and(declared(names, &policy.declared));
    sentence.block(policy.order.iter().map(|(item, span)| policy_item(names, policy, *item, *span)).collect())
}

fn policy_item(names: &Interner, policy: &Policy, item: PolicyItem, span: Span) -> Statement {
    let (word, value) = match item {
        PolicyItem::Language => ("language", policy.language.iter().map(number).collect()),
        PolicyItem::Timezone => ("timezone", policy.timezone.iter().map(text).collect()),
        PolicyItem::Version => ("version", policy.version.iter().map(number).collect()),
        PolicyItem::RolesFromRequest => ("roles from request:", name_list(names, &policy.roles_from_request)),
        PolicyItem::SubjectTypes => ("subject types", name_list(names, &policy.subject_types)),
    };
    let mut sentence = Sentence::new(span, word);
    sentence.list(value);
    sentence.plain()
}

/// `use "../shared" with A as B, C as D`
pub(super) fn use_package(names: &Interner, span: Span, used: &Use) -> Statement {
    let rename = |(theirs, ours): &_| glued(vec![name(names, theirs), name(names, ours).prefix("as ")]);
    let mut sentence = Sentence::new(span, "use");
    let renames = commas(used.renames.iter().map(rename).collect());
    sentence.and(text(&used.path)).clause(clause("with ", renames));
    sentence.plain()
}

/// `label a, b`
pub(super) fn labels(names: &Interner, span: Span, labels: &[Declared]) -> Statement {
    let mut sentence = Sentence::new(span, "label");
    sentence.list(declared_list(names, labels));
    sentence.plain()
}

/// `type Region = east "华东" | west`, or with `<`.
pub(super) fn type_decl(names: &Interner, span: Span, item: &TypeDecl) -> Statement {
    let sign = if item.ordered { "< " } else { "| " };
    let values = joined(sign, item.values.iter().map(|value| declared(names, value)).collect());
    let mut sentence = Sentence::new(span, "type");
    sentence.and(declared(names, &item.declared).suffix(" =")).then(values);
    sentence.plain()
}

/// `subject { … }` or `request { … }`
pub(super) fn attributes(names: &Interner, span: Span, word: &str, list: &[AttributeDecl]) -> Statement {
    Sentence::new(span, word).block(list.iter().map(|item| attribute(names, item)).collect())
}

/// `attribute a, b : T from table is personal`
pub(super) fn attribute(names: &Interner, item: &AttributeDecl) -> Statement {
    let mut sentence = Sentence::new(item.span, "attribute");
    sentence.list(declared_list(names, &item.names)).and(type_ref(names, &item.ty).prefix(": "));
    if let Some((source, span)) = &item.source {
        sentence.clause([Doc::part(span.start, attribute_source(*source))]);
    }
    sentence.clause(clause("is ", name_list(names, &item.data_labels)));
    sentence.plain()
}

fn attribute_source(source: AttributeSource) -> &'static str {
    match source {
        AttributeSource::Table => "from table",
        AttributeSource::Request => "from request",
        AttributeSource::Records => "from records",
    }
}

/// `Region`, `managed | private`, `set of user`
pub(super) fn type_ref(names: &Interner, item: &TypeRef) -> Doc {
    match &item.kind {
        TypeKind::Named(of) => name(names, of),
        TypeKind::Inline(values) => {
            Doc::Fill(lines(joined("| ", values.iter().map(|value| declared(names, value)).collect())))
        }
        TypeKind::SetOf(of) => type_ref(names, of).prefix("set of "),
    }
}
