//! Types: enumerations, the built-in types, subject and request attributes.

use super::collect::Written;
use super::context::Cx;
use super::declare::{Declaration, declare};
use super::header::title;
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{resolve as name_codes, typing as codes};
use crate::message::{Message, resolve as name_text, typing as text};
use crate::model::{Attribute, AttributeSource, Enum, EnumId, EnumValue, Origin, ValueType};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, TypeKind};
use rustc_hash::FxHashMap;

/// The type of a value, or of the members of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Type {
    pub(super) ty: ValueType,
    pub(super) set: bool,
}

impl Type {
    /// One value.
    pub(super) const fn one(ty: ValueType) -> Self {
        Self { ty, set: false }
    }

    /// A set of them.
    pub(super) const fn set(ty: ValueType) -> Self {
        Self { ty, set: true }
    }
}

/// `type T = a | b`
pub(super) fn types(cx: &mut Cx<'_>, types: &[Written<'_, ast::TypeDecl>]) {
    let declarations: Vec<_> = types.iter().map(|t| Declaration::new(t.package, &t.node.declared)).collect();
    for written in types {
        if built_in(cx.name(&written.node.declared.name)).is_some() {
            cx.built_in(&written.node.declared.name);
        }
    }
    for position in declare(cx, Space::Type, &declarations) {
        let Some(written) = types.get(position) else { continue };
        let node = written.node;
        let name = cx.packages.global(written.package, node.declared.name.symbol);
        let origin = Origin { span: node.declared.name.span, instance: None };
        let _ = enumeration(cx, Some(name), &node.values, node.ordered, origin);
    }
}

fn enumeration(
    cx: &mut Cx<'_>,
    name: Option<Symbol>,
    values: &[ast::Declared],
    ordered: bool,
    origin: Origin,
) -> EnumId {
    let id = EnumId::from_index(cx.model.enums.len());
    let mut kept: Vec<EnumValue> = Vec::with_capacity(values.len());
    let mut places: FxHashMap<Symbol, Span> = FxHashMap::default();
    for value in values {
        let symbol = value.name.symbol;
        if let Some(first) = places.get(&symbol) {
            let first = *first;
            cx.duplicate(&name_text::KIND_VALUE, &value.name, first);
            continue;
        }
        places.insert(symbol, value.name.span);
        cx.values.insert((id, symbol), kept.len() as u32);
        kept.push(EnumValue { name: symbol, title: title(value) });
    }
    let members: Vec<_> = values.iter().map(|v| (v.name.symbol, v.name.span)).collect();
    let mut unique: Vec<(Symbol, Span)> = Vec::with_capacity(members.len());
    unique.extend(members.into_iter().filter(|(symbol, span)| places.get(symbol) == Some(span)));
    cx.check_members(&name_text::KIND_VALUE, &unique);
    if kept.len() < 2 {
        cx.out.push(Diagnostic::error(
            &codes::ONE_VALUE,
            text::ONE_VALUE.plain(),
            origin.span,
            text::ONE_VALUE_HERE.plain(),
        ));
    }
    cx.model.enums.push(Enum { name, values: kept, ordered, origin });
    id
}

/// The types that need no declaration.
fn built_in(name: &str) -> Option<ValueType> {
    match name {
        "boolean" => Some(ValueType::Boolean),
        "number" => Some(ValueType::Number),
        "text" => Some(ValueType::Text),
        "user" => Some(ValueType::User),
        "unit" => Some(ValueType::Unit),
        "address" => Some(ValueType::Address),
        _ => None,
    }
}

impl Cx<'_> {
    /// The type that is written; an enumeration written in place is a new one.
    pub(super) fn type_of(&mut self, package: PackageId, written: &ast::TypeRef) -> Option<Type> {
        match &written.kind {
            TypeKind::Named(name) => {
                let found = if name.quoted { None } else { built_in(self.name(name)) };
                if let Some(ty) = found {
                    return Some(Type::one(ty));
                }
                let id = self.find(package, Space::Type, name)?;
                Some(Type::one(ValueType::Enum(EnumId(id))))
            }
            TypeKind::Inline(values) => {
                let origin = Origin { span: written.span, instance: None };
                Some(Type::one(ValueType::Enum(enumeration(self, None, values, false, origin))))
            }
            TypeKind::SetOf(member) => {
                let member = self.type_of(package, member)?;
                if member.set {
                    self.out.push(Diagnostic::error(
                        &codes::TYPE_MISMATCH,
                        text::SET_OF_SETS.plain(),
                        written.span,
                        text::NO_SET_EXPECTED.with([("path", "set".into())]),
                    ));
                    return None;
                }
                Some(Type::set(member.ty))
            }
        }
    }

    /// A type in words.
    pub(super) fn describe(&self, ty: Type) -> Message {
        if !ty.set {
            return self.describe_value(ty.ty);
        }
        let member = match ty.ty {
            ValueType::Boolean => "boolean",
            ValueType::Number => "number",
            ValueType::Text => "text",
            ValueType::User => "user",
            ValueType::Unit => "unit",
            ValueType::Address => "address",
            ValueType::Enum(id) => {
                let name = self.model.enums.get(id.index()).and_then(|found| found.name);
                name.map_or("…", |name| self.text(name))
            }
        };
        text::A_SET.with([("member", member.into())])
    }

    pub(super) fn describe_value(&self, ty: ValueType) -> Message {
        match ty {
            ValueType::Boolean => text::A_BOOLEAN.plain(),
            ValueType::Number => text::A_NUMBER.plain(),
            ValueType::Text => text::A_TEXT.plain(),
            ValueType::User => text::A_USER.plain(),
            ValueType::Unit => text::A_UNIT.plain(),
            ValueType::Address => text::AN_ADDRESS.plain(),
            ValueType::Enum(id) => match self.model.enums.get(id.index()) {
                Some(Enum { name: Some(name), .. }) => text::A_VALUE_OF.with([("name", self.text(*name).into())]),
                Some(unnamed) => text::ONE_OF_VALUES
                    .with([("names", self.quoted(unnamed.values.iter().map(|value| value.name)).into())]),
                None => text::A_TEXT.plain(),
            },
        }
    }

    /// Reports the declaration of what is built in.
    pub(super) fn built_in(&mut self, name: &ast::Name) {
        let diagnostic = Diagnostic::error(
            &name_codes::BUILT_IN_NAME,
            name_text::BUILT_IN.with([("name", self.name(name).into())]),
            name.span,
            name_text::BUILT_IN_HERE.plain(),
        )
        .help(name_text::OTHER_NAME.plain());
        self.out.push(diagnostic);
    }
}

/// The attributes of one root.
struct Root {
    space: Space,
    kind: &'static crate::message::Text,
    /// The sources that make sense.
    sources: &'static [AttributeSource],
}

const SUBJECT: Root = Root {
    space: Space::SubjectAttribute,
    kind: &text::KIND_SUBJECT,
    sources: &[AttributeSource::Table, AttributeSource::Request],
};
const REQUEST: Root =
    Root { space: Space::RequestAttribute, kind: &text::KIND_REQUEST, sources: &[AttributeSource::Request] };

/// `subject { … }`
pub(super) fn subject(cx: &mut Cx<'_>, written: &[Written<'_, ast::AttributeDecl>]) {
    cx.model.subject_attributes = attributes(cx, &SUBJECT, written);
}

/// `request { … }`; `ip` and `mfa` come first, and every package sees them.
pub(super) fn request(cx: &mut Cx<'_>, written: &[Written<'_, ast::AttributeDecl>]) {
    let built_in = [("ip", ValueType::Address), ("mfa", ValueType::Boolean)];
    let names: Vec<Symbol> = built_in.iter().map(|(name, _)| cx.model.symbols.intern(name)).collect();
    let reserved: Vec<Symbol> = names.iter().copied().chain([cx.model.symbols.intern("time")]).collect();
    for name in written.iter().flat_map(|decl| &decl.node.names) {
        if reserved.contains(&name.name.symbol) {
            cx.built_in(&name.name);
        }
    }
    let own = attributes(cx, &REQUEST, written);
    let shift = built_in.len() as u32;
    for package in (0..cx.packages.len() as u32).map(PackageId) {
        let table = cx.names.table_mut(package, Space::RequestAttribute);
        let entries: Vec<(Symbol, u32)> = table.iter().collect();
        for (symbol, id) in entries {
            let _ = table.set(symbol, id + shift);
        }
        for (id, symbol) in names.iter().enumerate() {
            let _ = table.set(*symbol, id as u32);
        }
    }
    cx.model.request_attributes = built_in
        .iter()
        .zip(&names)
        .map(|((_, ty), name)| Attribute {
            name: *name,
            title: None,
            ty: *ty,
            set: false,
            source: AttributeSource::Request,
            origin: None,
        })
        .chain(own)
        .collect();
}

fn attributes(cx: &mut Cx<'_>, root: &Root, written: &[Written<'_, ast::AttributeDecl>]) -> Vec<Attribute> {
    let all: Vec<(&Written<'_, ast::AttributeDecl>, &ast::Declared)> =
        written.iter().flat_map(|decl| decl.node.names.iter().map(move |name| (decl, name))).collect();
    let declarations: Vec<_> = all.iter().map(|(decl, name)| Declaration::new(decl.package, name)).collect();
    let order = declare(cx, root.space, &declarations);
    // One declaration of several attributes has one type, also where it is written in place.
    let mut types: FxHashMap<Span, Option<Type>> = FxHashMap::default();
    let mut attributes = Vec::with_capacity(order.len());
    for position in order {
        let Some((decl, declared)) = all.get(position) else { continue };
        let node = decl.node;
        let ty = match types.get(&node.span) {
            Some(ty) => *ty,
            None => {
                let ty = cx.type_of(decl.package, &node.ty);
                let _ = source(cx, root.kind, root.sources, node);
                misplaced_labels(cx, node);
                types.insert(node.span, ty);
                ty
            }
        };
        // A type that is not known was reported; a text in its place keeps the numbers of the others.
        let ty = ty.unwrap_or(Type::one(ValueType::Text));
        let written_source = node.source.map(|(source, _)| source).filter(|source| root.sources.contains(source));
        attributes.push(Attribute {
            name: cx.packages.global(decl.package, declared.name.symbol),
            title: title(declared),
            ty: ty.ty,
            set: ty.set,
            source: written_source.unwrap_or(AttributeSource::Request),
            origin: Some(Origin { span: declared.name.span, instance: None }),
        });
    }
    attributes
}

/// The source of an attribute, if it is one that makes sense.
pub(super) fn source(
    cx: &mut Cx<'_>,
    kind: &'static crate::message::Text,
    possible: &[AttributeSource],
    decl: &ast::AttributeDecl,
) -> Option<AttributeSource> {
    let (source, span) = decl.source?;
    if possible.contains(&source) {
        return Some(source);
    }
    let choices: Vec<String> = possible.iter().map(|source| format!("`from {}`", source_word(*source))).collect();
    cx.out.push(
        Diagnostic::error(
            &codes::ATTRIBUTE_SOURCE,
            text::BAD_SOURCE.with([("kind", kind.plain().into()), ("source", source_word(source).into())]),
            span,
            text::BAD_SOURCE_HERE.plain(),
        )
        .help(text::BAD_SOURCE_HELP.with([("sources", choices.into())])),
    );
    None
}

const fn source_word(source: AttributeSource) -> &'static str {
    match source {
        AttributeSource::Table => "table",
        AttributeSource::Request => "request",
        AttributeSource::Records => "records",
    }
}

fn misplaced_labels(cx: &mut Cx<'_>, decl: &ast::AttributeDecl) {
    if let Some(label) = decl.data_labels.first() {
        cx.out.push(Diagnostic::error(
            &codes::ATTRIBUTE_SOURCE,
            text::LABELS_MISPLACED.plain(),
            label.span,
            text::BAD_SOURCE_HERE.plain(),
        ));
    }
}
