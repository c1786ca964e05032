//! Objects: their actions, fields and attributes, and what says whose a record is.

use super::collect::Written;
use super::context::{Cx, suggest};
use super::declare::{Declaration, declare};
use super::fields::Fields;
use super::header::{former, title};
use super::space::Space;
use super::types::Type;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{resolve as name_codes, typing as codes};
use crate::message::{Text, resolve as name_text, typing as text};
use crate::model::{
    ActsAs, AttributeSource, FieldId, FieldKind, Object, ObjectId, Origin, RecordUnit, Right, RightId, SharedWith,
    ValueType,
};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, ObjectItemKind};

/// `object A, B { … }`
pub(super) fn objects(cx: &mut Cx<'_>, written: &[Written<'_, ast::Object>]) {
    let all: Vec<(&Written<'_, ast::Object>, &ast::Declared)> =
        written.iter().flat_map(|object| object.node.names.iter().map(move |name| (object, name))).collect();
    let declarations: Vec<_> = all.iter().map(|(object, name)| Declaration::new(object.package, name)).collect();
    for position in declare(cx, Space::Object, &declarations) {
        if let Some((object, declared)) = all.get(position) {
            object_of(cx, object, declared);
        }
    }
}

fn object_of(cx: &mut Cx<'_>, written: &Written<'_, ast::Object>, declared: &ast::Declared) {
    let id = ObjectId::from_index(cx.model.objects.len());
    let name = cx.packages.global(written.package, declared.name.symbol);
    let rights = cx.model.rights.len() as u32;
    actions(cx, id, written.node);
    let rights = rights..cx.model.rights.len() as u32;
    cx.model.objects.push(Object {
        name,
        title: title(declared),
        renamed_from: former(declared),
        administers: written.node.administers.map(|(what, _)| what),
        rights: rights.clone(),
        fields: 0..0,
        owner: None,
        unit: None,
        team: None,
        shared: Vec::new(),
        origin: Origin { span: declared.name.span, instance: None },
    });
    let start = cx.model.fields.len() as u32;
    let mut fields = Fields::new(id, written.package, from_records(written.node));
    fields.declare(cx, written.node);
    let keys = keys(cx, written.node, &mut fields);
    fields.finish(cx);
    let end = cx.model.fields.len() as u32;
    changes(cx, id, written.node);
    if let Some(object) = cx.model.objects.get_mut(id.index()) {
        object.fields = start..end;
        object.owner = keys.owner;
        object.unit = keys.unit;
        object.team = keys.team;
        object.shared = keys.shared;
    }
}

/// The source of attributes that name none.
fn from_records(object: &ast::Object) -> AttributeSource {
    let records = object.items.iter().any(|item| matches!(item.kind, ObjectItemKind::AttributesFromRecords));
    if records { AttributeSource::Records } else { AttributeSource::Request }
}

/// Names under which people read.
const READING: [&str; 31] = [
    "read", "view", "see", "show", "list", "get", "search", "find", "browse", "lookup", "open", "query", "preview",
    "查看", "查询", "查阅", "查找", "查", "看", "读", "读取", "阅读", "浏览", "搜索", "检索", "预览", "列表", "查詢",
    "檢視", "瀏覽", "讀取",
];

/// A clause of a line of actions covers all of them: mostly one that only reads was not meant.
fn reading_changes(cx: &mut Cx<'_>, actions: &ast::Actions, line: Span) {
    let clause = match (&actions.acts_as, actions.changes.first()) {
        (Some((ActsAs::Create, _)), _) => "creates",
        (Some((ActsAs::Update, _)), _) => "updates",
        (None, Some(_)) => "changes",
        (None, None) => return,
    };
    let reads = |name: &ast::Name| READING.contains(&cx.name(name).to_lowercase().as_str());
    let Some(found) = actions.names.iter().find(|declared| reads(&declared.name)) else { return };
    let name = || ("name", cx.name(&found.name).into());
    let message = text::READING_CHANGES.with([name(), ("clause", clause.into())]);
    let here = text::READING_CHANGES_HERE.with([("clause", clause.into())]);
    let diagnostic = Diagnostic::warning(&codes::READING_CHANGES, message, found.name.span, here)
        .and(line, text::READING_CHANGES_LINE.with([("clause", clause.into())]))
        .help(text::READING_CHANGES_HELP.with([name()]));
    cx.out.push(diagnostic);
}

fn actions(cx: &mut Cx<'_>, object: ObjectId, written: &ast::Object) {
    let mut names: Vec<(Symbol, Span)> = Vec::new();
    for item in &written.items {
        let ObjectItemKind::Actions(actions) = &item.kind else { continue };
        reading_changes(cx, actions, item.span);
        for declared in &actions.names {
            let name = declared.name.symbol;
            if let Some(first) = cx.rights.get(&(object, name)).and_then(|id| cx.model.rights.get(id.index())) {
                let first = first.origin.span;
                cx.duplicate(&name_text::KIND_ACTION, &declared.name, first);
                continue;
            }
            let by_name = match cx.text(name) {
                "create" => Some(ActsAs::Create),
                "update" => Some(ActsAs::Update),
                _ => None,
            };
            cx.rights.insert((object, name), RightId::from_index(cx.model.rights.len()));
            cx.model.rights.push(Right {
                object,
                action: name,
                title: title(declared),
                renamed_from: former(declared),
                general: actions.general,
                risk: actions.risk.map(|(risk, _)| risk),
                changes: Vec::new(),
                acts_as: actions.acts_as.map(|(acts_as, _)| acts_as).or(by_name),
                origin: Origin { span: declared.name.span, instance: None },
            });
            names.push((name, declared.name.span));
        }
    }
    cx.check_members(&name_text::KIND_ACTION, &names);
}

/// `changes sales_owner, department`, once there are fields.
fn changes(cx: &mut Cx<'_>, object: ObjectId, written: &ast::Object) {
    for item in &written.items {
        let ObjectItemKind::Actions(actions) = &item.kind else { continue };
        if actions.changes.is_empty() {
            continue;
        }
        let fields = cx.field_ids(object, &actions.changes);
        for declared in &actions.names {
            let right = cx.rights.get(&(object, declared.name.symbol)).copied();
            if let Some(right) = right.and_then(|id| cx.model.rights.get_mut(id.index())) {
                right.changes.clone_from(&fields);
            }
        }
    }
}

/// What says whose a record is.
#[derive(Debug, Default)]
struct Keys {
    owner: Option<FieldId>,
    unit: Option<RecordUnit>,
    team: Option<FieldId>,
    shared: Vec<SharedWith>,
}

fn keys(cx: &mut Cx<'_>, written: &ast::Object, fields: &mut Fields) -> Keys {
    let mut keys = Keys::default();
    let mut places: [Option<Span>; 3] = [None; 3];
    let mut of_owner = None;
    for item in &written.items {
        let (index, line) = match &item.kind {
            ObjectItemKind::Owner(_) => (0, "record owner is"),
            ObjectItemKind::UnitIs(_) | ObjectItemKind::UnitOfOwner => (1, "record unit is"),
            ObjectItemKind::Team(_) => (2, "record team is"),
            ObjectItemKind::SharedWith(field, actions) => {
                let field = fields.key(cx, field, item.span, Type::set(ValueType::User), &text::WHAT_SHARED);
                let rights = actions.iter().filter_map(|action| cx.action(fields.object, action)).collect();
                keys.shared.extend(field.map(|field| SharedWith { field, rights }));
                continue;
            }
            ObjectItemKind::Actions(_)
            | ObjectItemKind::Attribute(_)
            | ObjectItemKind::Field(..)
            | ObjectItemKind::FieldsFrom(_)
            | ObjectItemKind::AttributesFromRecords => continue,
        };
        let Some(place) = places.get_mut(index) else { continue };
        if let Some(first) = place.replace(item.span) {
            cx.repeated_line(line, item.span, first);
            continue;
        }
        match &item.kind {
            ObjectItemKind::Owner(name) => {
                keys.owner = fields.key(cx, name, item.span, Type::one(ValueType::User), &text::WHAT_OWNER);
            }
            ObjectItemKind::UnitIs(name) => {
                let field = fields.key(cx, name, item.span, Type::one(ValueType::Unit), &text::WHAT_UNIT);
                keys.unit = field.map(RecordUnit::Field);
            }
            ObjectItemKind::Team(name) => {
                keys.team = fields.key(cx, name, item.span, Type::set(ValueType::User), &text::WHAT_TEAM);
            }
            ObjectItemKind::UnitOfOwner => of_owner = Some(item.span),
            _ => {}
        }
    }
    if let Some(span) = of_owner {
        if keys.owner.is_some() || places.first().is_some_and(Option::is_some) {
            keys.unit = Some(RecordUnit::OfOwner);
        } else {
            let object = cx.model.object_name(fields.object).to_owned();
            cx.out.push(Diagnostic::error(
                &codes::RECORD_KEY,
                text::UNIT_OF_NOBODY.with([("object", object.into())]),
                span,
                text::UNIT_OF_NOBODY_HERE.plain(),
            ));
        }
    }
    keys
}

impl Cx<'_> {
    /// An object by name.
    pub(super) fn object(&mut self, package: PackageId, name: &ast::Name) -> Option<ObjectId> {
        self.find(package, Space::Object, name).map(ObjectId)
    }

    /// An action of an object.
    pub(super) fn action(&mut self, object: ObjectId, name: &ast::Name) -> Option<RightId> {
        let found = self.rights.get(&(object, name.symbol)).copied();
        if found.is_none() {
            let range =
                self.model.objects.get(object.index()).map_or(0..0, |o| o.rights.start as usize..o.rights.end as usize);
            let known: Vec<Symbol> =
                self.model.rights.get(range).into_iter().flatten().map(|right| right.action).collect();
            let message = name_text::UNKNOWN_ACTION
                .with([("object", self.model.object_name(object).into()), ("name", self.name(name).into())]);
            self.unknown_member(&name_codes::UNKNOWN_ACTION, message, name, known);
        }
        found
    }

    /// A field of an object.
    pub(super) fn field(&mut self, object: ObjectId, name: &ast::Name) -> Option<FieldId> {
        let found = self.fields.get(&(object, name.symbol)).copied();
        if found.is_none() {
            let message = name_text::UNKNOWN_FIELD
                .with([("object", self.model.object_name(object).into()), ("name", self.name(name).into())]);
            let known = self.field_names(object, |_| true);
            self.unknown_member(&name_codes::UNKNOWN_FIELD, message, name, known);
        }
        found
    }

    /// Fields by name: sorted, without repeats.
    pub(super) fn field_ids(&mut self, object: ObjectId, names: &[ast::Name]) -> Vec<FieldId> {
        let mut fields = Vec::with_capacity(names.len());
        for name in names {
            fields.extend(self.field(object, name));
        }
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// The names of those fields of an object.
    pub(super) fn field_names(&self, object: ObjectId, keep: impl Fn(&FieldKind) -> bool) -> Vec<Symbol> {
        let range =
            self.model.objects.get(object.index()).map_or(0..0, |o| o.fields.start as usize..o.fields.end as usize);
        let fields = self.model.fields.get(range).into_iter().flatten();
        fields.filter(|field| keep(&field.kind)).map(|field| field.name).collect()
    }

    /// Reports a member of an object that is not there, with the near one or the few that there are.
    pub(super) fn unknown_member(
        &mut self,
        code: &'static crate::diagnostic::Code,
        message: crate::message::Message,
        name: &ast::Name,
        known: Vec<Symbol>,
    ) {
        let diagnostic = Diagnostic::error(code, message, name.span, name_text::UNKNOWN_HERE.plain());
        let near = self.near_symbol(name.symbol, known.iter().copied());
        let diagnostic = match near {
            Some(near) => suggest(diagnostic, Some(&near)),
            None if !known.is_empty() && known.len() <= 12 => {
                diagnostic.help(name_text::CHOICES.with([("names", self.quoted(known).into())]))
            }
            None => diagnostic,
        };
        self.out.push(diagnostic);
    }

    /// Reports a field whose type is not the one that its use asks for.
    pub(super) fn wrong_key_type(
        &mut self,
        field: &ast::Name,
        actual: Type,
        wanted: Type,
        what: &'static Text,
        there: Span,
    ) {
        let diagnostic = Diagnostic::error(
            &codes::RECORD_KEY,
            text::WRONG_KEY_TYPE.with([
                ("field", self.name(field).into()),
                ("actual", self.describe(actual).into()),
                ("what", what.plain().into()),
                ("expected", self.describe(wanted).into()),
            ]),
            field.span,
            text::MISMATCH_HERE.with([("expected", self.describe(wanted).into())]),
        )
        .and(there, text::WRONG_KEY_TYPE_HERE.plain());
        self.out.push(diagnostic);
    }
}
