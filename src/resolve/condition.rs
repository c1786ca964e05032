//! Conditions: names, types, and one form for what means the same.

use super::context::{Cx, Site};
use super::space::Space;
use super::types::Type;
use super::value::Spot;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::typing as codes;
use crate::message::typing as text;
use crate::model::{
    Atom, AttributeRef, Comparison, ConditionId, FieldKind, NetworkId, ObjectId, Operand, RequestAttributeId,
    SubjectAttributeId, Test, Value, ValueType,
};
use crate::source::Span;
use crate::syntax::ast::{self, CompareOp, ConditionKind, OperandKind, PathRoot};

/// What a path names, with its type.
#[derive(Debug, Clone, Copy)]
struct Found {
    attribute: AttributeRef,
    ty: Type,
}

impl Cx<'_> {
    /// A condition about records of `object`, or about none. `None` if something in it is wrong (and reported).
    pub(super) fn condition(
        &mut self,
        site: Site<'_>,
        object: Option<ObjectId>,
        written: &ast::Condition,
    ) -> Option<ConditionId> {
        match &written.kind {
            ConditionKind::And(parts) => self.parts(site, object, parts).map(|parts| self.arena.and(parts)),
            ConditionKind::Or(parts) => self.parts(site, object, parts).map(|parts| self.arena.or(parts)),
            ConditionKind::Not(part) => self.condition(site, object, part).map(|part| self.arena.not(part)),
            ConditionKind::Group(part) => self.condition(site, object, part),
            ConditionKind::Path(path) => self.boolean(site, object, path),
            ConditionKind::Compare(path, op, span, operand) => self.compare(site, object, path, (*op, *span), operand),
            ConditionKind::OneOf { path, negated, values } => {
                let id = self.one_of(site, object, path, values)?;
                Some(if *negated { self.arena.not(id) } else { id })
            }
            ConditionKind::Has(path, operand) => self.has(site, object, path, operand),
            ConditionKind::In { path, negated, networks } => {
                let id = self.in_networks(site, object, path, networks)?;
                Some(if *negated { self.arena.not(id) } else { id })
            }
            ConditionKind::IsNone(path) => self.is_none(site, object, path),
            ConditionKind::IsSet(path) => self.is_none(site, object, path).map(|id| self.arena.not(id)),
        }
    }

    /// All parts are looked at, so that all mistakes are reported.
    fn parts(
        &mut self,
        site: Site<'_>,
        object: Option<ObjectId>,
        parts: &[ast::Condition],
    ) -> Option<Vec<ConditionId>> {
        let found: Vec<Option<ConditionId>> = parts.iter().map(|part| self.condition(site, object, part)).collect();
        found.into_iter().collect()
    }

    fn boolean(&mut self, site: Site<'_>, object: Option<ObjectId>, path: &ast::Path) -> Option<ConditionId> {
        let found = self.path(site, object, path)?;
        if found.ty != Type::one(ValueType::Boolean) {
            let diagnostic = Diagnostic::error(
                &codes::TYPE_MISMATCH,
                text::NOT_BOOLEAN.with([("path", self.shown(path).into()), ("actual", self.describe(found.ty).into())]),
                path.span,
                text::NOT_BOOLEAN_HERE.plain(),
            );
            self.out.push(diagnostic);
            return None;
        }
        let yes = Operand::Value(Value::Boolean(true));
        Some(self.arena.atom(Atom { left: found.attribute, test: Test::Compare(Comparison::Equal, yes) }))
    }

    fn compare(
        &mut self,
        site: Site<'_>,
        object: Option<ObjectId>,
        path: &ast::Path,
        (op, op_span): (CompareOp, Span),
        operand: &ast::Operand,
    ) -> Option<ConditionId> {
        if let (OperandKind::None, CompareOp::Is | CompareOp::IsNot) = (&operand.kind, op) {
            let id = self.is_none(site, object, path)?;
            return Some(if op == CompareOp::Is { id } else { self.arena.not(id) });
        }
        let left = self.path(site, object, path)?;
        if left.ty.set {
            return self.set_compared(path);
        }
        let comparison = comparison(op);
        if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) && !self.is_ordered(left.ty.ty) {
            let diagnostic = Diagnostic::error(
                &codes::NOT_ORDERED,
                text::NOT_ORDERED.with([("path", self.shown(path).into()), ("op", self.sources.text(op_span).into())]),
                op_span,
                text::NOT_ORDERED_HERE.plain(),
            )
            .help(text::NOT_ORDERED_HELP.plain());
            self.out.push(diagnostic);
            return None;
        }
        let right = self.operand(site, object, path, left.ty, operand)?;
        Some(self.arena.atom(Atom { left: left.attribute, test: Test::Compare(comparison, right) }))
    }

    /// The right side of a comparison.
    fn operand(
        &mut self,
        site: Site<'_>,
        object: Option<ObjectId>,
        path: &ast::Path,
        left: Type,
        operand: &ast::Operand,
    ) -> Option<Operand> {
        match &operand.kind {
            OperandKind::Me if left.ty == ValueType::User => Some(Operand::Me),
            OperandKind::Me => {
                let diagnostic = Diagnostic::error(
                    &codes::TYPE_MISMATCH,
                    text::ME_MISMATCH
                        .with([("path", self.shown(path).into()), ("expected", self.describe(left).into())]),
                    operand.span,
                    text::MISMATCH_HERE.with([("expected", self.describe(left).into())]),
                );
                self.out.push(diagnostic);
                None
            }
            OperandKind::Path(other) => {
                let right = self.path(site, object, other)?;
                let wanted = Type::one(left.ty);
                if right.ty == wanted {
                    return Some(Operand::Attribute(right.attribute));
                }
                let diagnostic = Diagnostic::error(
                    &codes::TYPE_MISMATCH,
                    text::MISMATCH_PATHS.with([("left", self.shown(path).into()), ("right", self.shown(other).into())]),
                    other.span,
                    text::MISMATCH_PATHS_HERE
                        .with([("left", self.describe(left).into()), ("right", self.describe(right.ty).into())]),
                )
                .help(text::MISMATCH_PATHS_HELP.plain());
                self.out.push(diagnostic);
                None
            }
            _ => {
                let target = self.shown(path);
                let spot = Spot { site, target: &target, bare_users: false, strangers: false };
                self.literal(spot, operand, left.ty).map(Operand::Value)
            }
        }
    }

    fn one_of(
        &mut self,
        site: Site<'_>,
        object: Option<ObjectId>,
        path: &ast::Path,
        values: &[ast::Operand],
    ) -> Option<ConditionId> {
        let left = self.path(site, object, path)?;
        if left.ty.set {
            return self.set_compared(path);
        }
        let target = self.shown(path);
        let spot = Spot { site, target: &target, bare_users: false, strangers: false };
        let mut literals = Vec::with_capacity(values.len());
        let mut others = Vec::new();
        let mut good = true;
        for value in values {
            if matches!(value.kind, OperandKind::Me | OperandKind::Path(_)) {
                // `is one of me, …`: an alternative that is no literal is a comparison of its own.
                match self.operand(site, object, path, left.ty, value) {
                    Some(right) => others.push(right),
                    None => good = false,
                }
                continue;
            }
            match self.literal(spot, value, left.ty.ty) {
                Some(value) => literals.push(value),
                None => good = false,
            }
        }
        if !good {
            return None;
        }
        self.sort_values(&mut literals);
        let mut parts: Vec<ConditionId> = Vec::with_capacity(others.len() + 1);
        let equal = |right| Atom { left: left.attribute, test: Test::Compare(Comparison::Equal, right) };
        match literals.as_slice() {
            [] => {}
            [one] => parts.push(self.arena.atom(equal(Operand::Value(one.clone())))),
            _ => parts.push(self.arena.atom(Atom { left: left.attribute, test: Test::OneOf(literals) })),
        }
        for other in others {
            parts.push(self.arena.atom(equal(other)));
        }
        Some(self.arena.or(parts))
    }

    fn has(
        &mut self,
        site: Site<'_>,
        object: Option<ObjectId>,
        path: &ast::Path,
        operand: &ast::Operand,
    ) -> Option<ConditionId> {
        let left = self.path(site, object, path)?;
        if !left.ty.set {
            let diagnostic = Diagnostic::error(
                &codes::NOT_A_SET,
                text::NOT_A_SET.with([("path", self.shown(path).into())]),
                path.span,
                text::NOT_A_SET_HERE.plain(),
            )
            .help(text::NOT_A_SET_HELP.plain());
            self.out.push(diagnostic);
            return None;
        }
        let right = self.operand(site, object, path, Type::one(left.ty.ty), operand)?;
        Some(self.arena.atom(Atom { left: left.attribute, test: Test::Has(right) }))
    }

    fn in_networks(
        &mut self,
        site: Site<'_>,
        object: Option<ObjectId>,
        path: &ast::Path,
        networks: &[ast::Name],
    ) -> Option<ConditionId> {
        let left = self.path(site, object, path)?;
        if left.ty != Type::one(ValueType::Address) {
            let diagnostic = Diagnostic::error(
                &codes::TYPE_MISMATCH,
                text::NOT_AN_ADDRESS.with([("path", self.shown(path).into())]),
                path.span,
                text::NOT_AN_ADDRESS_HERE.plain(),
            )
            .help(text::NOT_AN_ADDRESS_HELP.plain());
            self.out.push(diagnostic);
            return None;
        }
        let mut ids = Vec::with_capacity(networks.len());
        for network in networks {
            ids.push(NetworkId(self.find(site.package, Space::Network, network)?));
        }
        ids.sort_unstable();
        ids.dedup();
        Some(self.arena.atom(Atom { left: left.attribute, test: Test::InNetworks(ids) }))
    }

    fn is_none(&mut self, site: Site<'_>, object: Option<ObjectId>, path: &ast::Path) -> Option<ConditionId> {
        let left = self.path(site, object, path)?;
        Some(self.arena.atom(Atom { left: left.attribute, test: Test::IsNone }))
    }

    fn set_compared(&mut self, path: &ast::Path) -> Option<ConditionId> {
        let diagnostic = Diagnostic::error(
            &codes::SET_COMPARED,
            text::SET_COMPARED.with([("path", self.shown(path).into())]),
            path.span,
            text::SET_COMPARED_HERE.plain(),
        );
        self.out.push(diagnostic);
        None
    }

    fn is_ordered(&self, ty: ValueType) -> bool {
        match ty {
            ValueType::Number => true,
            ValueType::Enum(id) => self.model.enums.get(id.index()).is_some_and(|e| e.ordered),
            ValueType::Boolean | ValueType::Text | ValueType::User | ValueType::Unit | ValueType::Address => false,
        }
    }

    /// A path as it is written.
    fn shown(&self, path: &ast::Path) -> String {
        let root = match path.root {
            PathRoot::Record => "record",
            PathRoot::Subject => "subject",
            PathRoot::Request => "request",
        };
        format!("{root}.{}", self.name(&path.attribute))
    }

    fn path(&mut self, site: Site<'_>, object: Option<ObjectId>, path: &ast::Path) -> Option<Found> {
        match path.root {
            PathRoot::Subject => {
                let id = self.find(site.package, Space::SubjectAttribute, &path.attribute)?;
                let attribute = self.model.subject_attributes.get(id as usize)?;
                let ty = Type { ty: attribute.ty, set: attribute.set };
                Some(Found { attribute: AttributeRef::Subject(SubjectAttributeId(id)), ty })
            }
            PathRoot::Request => {
                let id = self.find(site.package, Space::RequestAttribute, &path.attribute)?;
                let attribute = self.model.request_attributes.get(id as usize)?;
                let ty = Type { ty: attribute.ty, set: attribute.set };
                Some(Found { attribute: AttributeRef::Request(RequestAttributeId(id)), ty })
            }
            PathRoot::Record => self.record_path(object, path),
        }
    }

    fn record_path(&mut self, object: Option<ObjectId>, path: &ast::Path) -> Option<Found> {
        let Some(object) = object else {
            let diagnostic = Diagnostic::error(
                &codes::NO_RECORD,
                text::NO_RECORD.with([("path", self.shown(path).into())]),
                path.span,
                text::NO_RECORD_HERE.plain(),
            );
            self.out.push(diagnostic);
            return None;
        };
        if self.name(&path.attribute) == "id" {
            return Some(Found { attribute: AttributeRef::RecordId, ty: Type::one(ValueType::Text) });
        }
        let id = self.fields.get(&(object, path.attribute.symbol)).copied()?;
        match self.model.fields.get(id.index())?.kind {
            FieldKind::Attribute { ty, set, .. } => {
                Some(Found { attribute: AttributeRef::Record(id), ty: Type { ty, set } })
            }
            FieldKind::Field => None,
        }
    }
}

const fn comparison(op: CompareOp) -> Comparison {
    match op {
        CompareOp::Is => Comparison::Equal,
        CompareOp::IsNot => Comparison::NotEqual,
        CompareOp::Less => Comparison::Less,
        CompareOp::LessOrEqual => Comparison::LessOrEqual,
        CompareOp::Greater => Comparison::Greater,
        CompareOp::GreaterOrEqual => Comparison::GreaterOrEqual,
    }
}
