//! The fields of one object: plain ones, attributes, and those that a `record …` line declares.

use super::context::Cx;
use super::field_file;
use super::header::{former, title};
use super::types::{Type, source};
use crate::diagnostic::codes::resolve as name_codes;
use crate::message::{Text, resolve as name_text, typing as text};
use crate::model::{AttributeSource, Field, FieldId, FieldKind, LabelId, ObjectId, Origin, ValueType};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, ObjectItemKind};

/// Fields in the making: pushed to the model in the order in which they are first named.
#[derive(Debug)]
pub(super) struct Fields {
    pub(super) object: ObjectId,
    package: PackageId,
    /// The source of attributes that name none.
    default: AttributeSource,
    /// Where the fields of this object begin in the model.
    start: usize,
    /// By position after `start`: where it is declared as a field and as an attribute.
    places: Vec<(Option<Span>, Option<Span>)>,
}

/// What one line says of a field.
struct Line {
    title: Option<Box<str>>,
    renamed_from: Option<Symbol>,
    labels: Vec<LabelId>,
}

impl Fields {
    pub(super) const fn new(object: ObjectId, package: PackageId, default: AttributeSource) -> Self {
        Self { object, package, default, start: 0, places: Vec::new() }
    }

    /// `attribute …`, `field …`, `fields from …`
    pub(super) fn declare(&mut self, cx: &mut Cx<'_>, written: &ast::Object) {
        self.start = cx.model.fields.len();
        for item in &written.items {
            match &item.kind {
                ObjectItemKind::Attribute(decl) => self.attributes(cx, decl),
                ObjectItemKind::Field(names, labels) => {
                    let labels = cx.label_ids(self.package, labels);
                    for declared in names {
                        self.plain(cx, declared, labels.clone());
                    }
                }
                ObjectItemKind::FieldsFrom(from) => field_file::fields(cx, self, from),
                _ => {}
            }
        }
    }

    /// The package that declares the object.
    pub(super) const fn package(&self) -> PackageId {
        self.package
    }

    fn attributes(&mut self, cx: &mut Cx<'_>, decl: &ast::AttributeDecl) {
        const SOURCES: [AttributeSource; 2] = [AttributeSource::Request, AttributeSource::Records];
        let ty = cx.type_of(self.package, &decl.ty);
        let from = source(cx, &text::KIND_RECORD, &SOURCES, decl).unwrap_or(self.default);
        let labels = cx.label_ids(self.package, &decl.data_labels);
        let ty = ty.unwrap_or(Type::one(ValueType::Text));
        for declared in &decl.names {
            if cx.name(&declared.name) == "id" {
                cx.built_in(&declared.name);
                continue;
            }
            let line = Line { title: title(declared), renamed_from: former(declared), labels: labels.clone() };
            let kind = FieldKind::Attribute { ty: ty.ty, set: ty.set, source: from };
            self.add(cx, &declared.name, kind, line);
        }
    }

    fn plain(&mut self, cx: &mut Cx<'_>, declared: &ast::Declared, labels: Vec<LabelId>) {
        let line = Line { title: title(declared), renamed_from: former(declared), labels };
        self.add(cx, &declared.name, FieldKind::Field, line);
    }

    /// A field that a file lists.
    pub(super) fn listed(&mut self, cx: &mut Cx<'_>, name: &ast::Name, title: Option<Box<str>>, labels: Vec<LabelId>) {
        self.add(cx, name, FieldKind::Field, Line { title, renamed_from: None, labels });
    }

    /// Whether a `field` line or a row has that name already.
    pub(super) fn is_listed(&self, cx: &Cx<'_>, name: Symbol) -> bool {
        let id = cx.fields.get(&(self.object, name));
        let place = id.and_then(|id| self.places.get(id.index().wrapping_sub(self.start)));
        place.is_some_and(|(field, _)| field.is_some())
    }

    /// Adds a field, or to the one of that name: a `field` line may label an attribute, before or after it.
    fn add(&mut self, cx: &mut Cx<'_>, name: &ast::Name, kind: FieldKind, line: Line) -> FieldId {
        let is_attribute = kind != FieldKind::Field;
        if let Some(id) = cx.fields.get(&(self.object, name.symbol)).copied() {
            let position = id.index().wrapping_sub(self.start);
            let Some(place) = self.places.get_mut(position) else { return id };
            let slot = if is_attribute { &mut place.1 } else { &mut place.0 };
            if let Some(first) = slot.replace(name.span) {
                cx.duplicate(&name_text::KIND_FIELD, name, first);
                return id;
            }
            if let Some(field) = cx.model.fields.get_mut(id.index()) {
                if is_attribute {
                    field.kind = kind;
                }
                field.title = field.title.take().or(line.title);
                field.renamed_from = field.renamed_from.or(line.renamed_from);
                field.labels.extend(line.labels);
                field.labels.sort_unstable();
                field.labels.dedup();
            }
            return id;
        }
        let id = FieldId::from_index(cx.model.fields.len());
        cx.fields.insert((self.object, name.symbol), id);
        cx.model.fields.push(Field {
            object: self.object,
            name: name.symbol,
            title: line.title,
            renamed_from: line.renamed_from,
            labels: line.labels,
            kind,
            origin: Origin { span: name.span, instance: None },
        });
        self.places.push(if is_attribute { (None, Some(name.span)) } else { (Some(name.span), None) });
        id
    }

    /// The attribute that a `record …` or `shared with` line names: declared by it if nothing else does.
    pub(super) fn key(
        &mut self,
        cx: &mut Cx<'_>,
        name: &ast::Name,
        line: Span,
        wanted: Type,
        what: &'static Text,
    ) -> Option<FieldId> {
        if cx.name(name) == "id" {
            cx.built_in(name);
            return None;
        }
        let kind = FieldKind::Attribute { ty: wanted.ty, set: wanted.set, source: self.default };
        let known = cx.fields.get(&(self.object, name.symbol)).copied();
        let Some(id) = known else {
            let blank = Line { title: None, renamed_from: None, labels: Vec::new() };
            let id = self.add(cx, name, kind, blank);
            if let Some(field) = cx.model.fields.get_mut(id.index()) {
                field.origin.span = line;
            }
            return Some(id);
        };
        let field = cx.model.fields.get_mut(id.index())?;
        match field.kind {
            // A plain field that says whose the record is has a value after all.
            FieldKind::Field => {
                field.kind = kind;
                Some(id)
            }
            FieldKind::Attribute { ty, set, .. } => {
                let actual = Type { ty, set };
                let units = what == &text::WHAT_SHARED && actual == Type::set(ValueType::Unit);
                if actual == wanted || units {
                    return Some(id);
                }
                let there = field.origin.span;
                cx.wrong_key_type(name, actual, wanted, what, there);
                None
            }
        }
    }

    /// Look-alikes among all names of the object.
    pub(super) fn finish(&self, cx: &mut Cx<'_>) {
        let fields = cx.model.fields.get(self.start..).unwrap_or(&[]);
        let names: Vec<(Symbol, Span)> = fields.iter().map(|field| (field.name, field.origin.span)).collect();
        let renamed: Vec<(Symbol, Symbol, Span)> =
            fields.iter().filter_map(|field| Some((field.name, field.renamed_from?, field.origin.span))).collect();
        cx.check_members(&name_text::KIND_FIELD, &names);
        for (name, old, span) in renamed {
            if let Some(there) = cx.fields.get(&(self.object, old)).and_then(|id| cx.model.fields.get(id.index()))
                && there.renamed_from.is_none()
            {
                former_field(cx, name, old, span, there.origin.span);
            }
        }
    }
}

fn former_field(cx: &mut Cx<'_>, name: Symbol, old: Symbol, here: Span, there: Span) {
    let diagnostic = crate::diagnostic::Diagnostic::error(
        &name_codes::RENAMED_CLASH,
        name_text::RENAMED_CLASH.with([
            ("kind", name_text::KIND_FIELD.plain().into()),
            ("name", cx.text(name).into()),
            ("old", cx.text(old).into()),
        ]),
        here,
        name_text::RENAMED_CLASH_HERE.plain(),
    )
    .and(there, name_text::RENAMED_CLASH_THERE.plain())
    .help(name_text::RENAMED_HELP.with([("old", cx.text(old).into())]));
    cx.out.push(diagnostic);
}
