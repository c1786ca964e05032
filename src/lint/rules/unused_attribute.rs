//! `unused-attribute`: an attribute is declared, and no condition, scope or guarantee reads it.
//!
//! One that carries a label, or that a rule or mask names as a field, is of use without being read.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::UNUSED_ATTRIBUTE;
use crate::lint::shown::names;
use crate::lint::{Context, Group, Lint};
use crate::message::{Message, hygiene as text};
use crate::model::{
    Attribute, AttributeRef, Coverage, Field, FieldId, FieldKind, Model, Object, Operand, RecordUnit,
    RequestAttributeId, SubjectAttributeId, Test,
};
use crate::source::Span;
use crate::syntax::ast::ItemKind;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&UNUSED_ATTRIBUTE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    // Others use the names of a library; what a template reads that has no instance yet is not known.
    if model.users.is_empty() || has_idle_template(cx) {
        return;
    }
    let used = used(model);
    for object in &model.objects {
        let fields = object.fields().filter_map(|id| Some((id, model.fields.get(id.index())?)));
        let idle = fields.filter(|(id, field)| is_plain(field) && !used.contains(&AttributeRef::Record(*id)));
        let idle: Vec<(&str, Span)> = idle.map(|(_, field)| (model.text(field.name), field.origin.span)).collect();
        out.extend(report(
            model.text(object.name),
            text::OF_OBJECT.with([("object", model.text(object.name).into())]),
            &idle,
        ));
    }
    let idle = |list: &[Attribute], path: &dyn Fn(usize) -> AttributeRef| {
        let all = list.iter().enumerate().filter(|(index, _)| !used.contains(&path(*index)));
        let written = all.filter_map(|(_, one)| Some((model.text(one.name).to_owned(), one.origin?.span)));
        written.collect::<Vec<_>>()
    };
    let subject = idle(&model.subject_attributes, &|i| AttributeRef::Subject(SubjectAttributeId::from_index(i)));
    let request = idle(&model.request_attributes, &|i| AttributeRef::Request(RequestAttributeId::from_index(i)));
    for (word, entry, list) in [("subject", &text::OF_SUBJECT, subject), ("request", &text::OF_REQUEST, request)] {
        let list: Vec<(&str, Span)> = list.iter().map(|(name, span)| (name.as_str(), *span)).collect();
        out.extend(report(word, entry.plain(), &list));
    }
}

fn report(owner: &str, of: Message, idle: &[(&str, Span)]) -> Option<Diagnostic> {
    let (_, place) = idle.first()?;
    let list = || idle.iter().map(|(name, _)| *name);
    let message = text::UNUSED_ATTRIBUTE.with([("of", of.into()), ("names", names(list()).into())]);
    let found = Diagnostic::info(&UNUSED_ATTRIBUTE, message, *place, text::UNUSED_ATTRIBUTE_HERE.plain());
    Some(found.about(std::iter::once(owner).chain(list())).help(text::UNUSED_ATTRIBUTE_HELP.plain()))
}

/// An attribute without label.
fn is_plain(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Attribute { .. }) && field.labels.is_empty()
}

fn has_idle_template(cx: &Context<'_>) -> bool {
    let made: BTreeSet<&str> = cx.model.roles.iter().filter_map(|role| role.template.as_deref()).collect();
    let mut templates = cx.asts.iter().flat_map(|ast| &ast.items).filter_map(|item| match &item.kind {
        ItemKind::Template(template) => Some(cx.model.text(template.declared.name.symbol)),
        _ => None,
    });
    templates.any(|name| !made.iter().any(|made| made.split('(').next() == Some(name)))
}

/// Everything that something reads or names.
fn used(model: &Model) -> BTreeSet<AttributeRef> {
    let mut used: BTreeSet<AttributeRef> = BTreeSet::new();
    for atom in &model.atoms {
        used.insert(atom.left);
        if let Test::Compare(_, Operand::Attribute(path)) | Test::Has(Operand::Attribute(path)) = &atom.test {
            used.insert(*path);
        }
    }
    let mut fields: BTreeSet<FieldId> = model.objects.iter().flat_map(of_record).collect();
    fields.extend(model.rights.iter().flat_map(|right| &right.changes));
    fields.extend(model.masks.iter().flat_map(|mask| &mask.fields));
    for rule in &model.rules {
        if let Coverage::Fields(named) = &rule.coverage {
            fields.extend(named);
        }
    }
    used.extend(fields.into_iter().map(AttributeRef::Record));
    used
}

/// Owner, unit, team, and whom a record is shared with.
fn of_record(object: &Object) -> Vec<FieldId> {
    let unit = if let Some(RecordUnit::Field(unit)) = object.unit { Some(unit) } else { None };
    let fixed = [object.owner, unit, object.team].into_iter().flatten();
    fixed.chain(object.shared.iter().map(|shared| shared.field)).collect()
}
