//! What conditions read of records, for statements about several objects: each must have the attribute.

use super::context::{Cx, Site};
use super::target::Part;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{resolve as name_codes, typing as codes};
use crate::message::{resolve as name_text, typing as text};
use crate::model::{ConditionId, FieldKind, ObjectId};
use crate::syntax::ast::{self, ConditionKind, OperandKind, PathRoot};

/// The condition of a statement for the objects that it speaks of; `None` where it is wrong.
#[derive(Debug)]
pub(super) enum Conditions {
    /// The same for all.
    Same(Option<ConditionId>),
    /// By position.
    Each(Vec<Option<ConditionId>>),
}

impl Conditions {
    /// That of one object.
    pub(super) fn get(&self, position: usize) -> Option<ConditionId> {
        match self {
            Self::Same(id) => *id,
            Self::Each(ids) => ids.get(position).copied().flatten(),
        }
    }
}

impl Cx<'_> {
    /// Whether all `record` paths of a condition name attributes of all these objects. Reports those that do not,
    /// one report for each path, however many objects lack it.
    pub(super) fn check_record_paths(&mut self, written: &ast::Condition, objects: &[ObjectId]) -> bool {
        let mut paths = Vec::new();
        record_paths(written, &mut paths);
        let mut good = true;
        for path in paths {
            if self.name(&path.attribute) == "id" {
                continue;
            }
            let name = path.attribute.symbol;
            let kind = |cx: &Self, object: ObjectId| {
                let id = cx.fields.get(&(object, name))?;
                cx.model.fields.get(id.index()).map(|field| field.kind)
            };
            let lacking: Vec<ObjectId> = objects.iter().copied().filter(|o| kind(self, *o).is_none()).collect();
            let plain = objects.iter().copied().find(|o| kind(self, *o) == Some(FieldKind::Field));
            good &= lacking.is_empty() && plain.is_none();
            if !lacking.is_empty() {
                self.lacking_attribute(path, &lacking, objects.len());
            } else if let Some(object) = plain {
                self.plain_field(path, object);
            }
        }
        good
    }

    fn lacking_attribute(&mut self, path: &ast::Path, lacking: &[ObjectId], of: usize) {
        let shown: Vec<String> = lacking.iter().map(|o| format!("`{}`", self.model.object_name(*o))).collect();
        let message = name_text::UNKNOWN_RECORD_ATTRIBUTE.with([
            ("objects", shown.into()),
            ("n", lacking.len().into()),
            ("name", self.name(&path.attribute).into()),
        ]);
        match (lacking, of) {
            ([object], 1) => {
                let known = self.field_names(*object, |kind| *kind != FieldKind::Field);
                self.unknown_member(&name_codes::UNKNOWN_ATTRIBUTE, message, &path.attribute, known);
            }
            _ => self.out.push(
                Diagnostic::error(
                    &name_codes::UNKNOWN_ATTRIBUTE,
                    message,
                    path.attribute.span,
                    name_text::UNKNOWN_HERE.plain(),
                )
                .help(name_text::EXCEPT_THESE.plain()),
            ),
        }
    }

    fn plain_field(&mut self, path: &ast::Path, object: ObjectId) {
        let name = || self.name(&path.attribute).into();
        let diagnostic = Diagnostic::error(
            &codes::NOT_AN_ATTRIBUTE,
            text::NOT_AN_ATTRIBUTE.with([("name", name()), ("object", self.model.object_name(object).into())]),
            path.attribute.span,
            text::NOT_AN_ATTRIBUTE_HERE.plain(),
        )
        .help(text::NOT_AN_ATTRIBUTE_HELP.with([("name", name())]));
        self.out.push(diagnostic);
    }

    /// The condition of a rule for each of several objects; [`ConditionId::TRUE`] if none is written.
    pub(super) fn conditions(
        &mut self,
        site: Site<'_>,
        written: Option<&ast::Condition>,
        parts: &[Part],
    ) -> Conditions {
        let Some(written) = written else { return Conditions::Same(Some(ConditionId::TRUE)) };
        if !mentions_record(written) {
            return Conditions::Same(self.condition(site, None, written));
        }
        let objects: Vec<ObjectId> = parts.iter().map(|part| part.object).collect();
        if !self.check_record_paths(written, &objects) {
            return Conditions::Same(None);
        }
        match objects.as_slice() {
            [one] => Conditions::Same(self.condition(site, Some(*one), written)),
            _ => Conditions::Each(objects.iter().map(|object| self.condition(site, Some(*object), written)).collect()),
        }
    }
}

/// Whether the condition reads the record.
fn mentions_record(condition: &ast::Condition) -> bool {
    any_path(condition, &mut |path| path.root == PathRoot::Record)
}

fn record_paths<'c>(condition: &'c ast::Condition, out: &mut Vec<&'c ast::Path>) {
    any_path(condition, &mut |path| {
        let seen = |other: &&ast::Path| other.attribute.symbol == path.attribute.symbol;
        if path.root == PathRoot::Record && !out.iter().any(seen) {
            out.push(path);
        }
        false
    });
}

/// Whether some path meets `test`; all are visited if none does.
fn any_path<'c>(condition: &'c ast::Condition, test: &mut dyn FnMut(&'c ast::Path) -> bool) -> bool {
    let operand = |operand: &'c ast::Operand, test: &mut dyn FnMut(&'c ast::Path) -> bool| match &operand.kind {
        OperandKind::Path(path) => test(path),
        _ => false,
    };
    match &condition.kind {
        ConditionKind::And(parts) | ConditionKind::Or(parts) => parts.iter().any(|part| any_path(part, test)),
        ConditionKind::Not(part) | ConditionKind::Group(part) => any_path(part, test),
        ConditionKind::Path(path) | ConditionKind::IsNone(path) | ConditionKind::IsSet(path) => test(path),
        ConditionKind::In { path, .. } => test(path),
        ConditionKind::Compare(path, _, _, right) | ConditionKind::Has(path, right) => {
            test(path) || operand(right, test)
        }
        ConditionKind::OneOf { path, values, .. } => test(path) || values.iter().any(|value| operand(value, test)),
    }
}
