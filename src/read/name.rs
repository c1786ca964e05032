//! [`Reader`]: how names are shown. A display label is shown where its script fits the language.

use super::Sentences;
use super::phrase::{and, code, or};
use crate::message::{Arg, Text, sentence};
use crate::source::{Interner, Span, Symbol};
use crate::syntax::ast::{Ast, AttributeDecl, Declared, ItemKind, Name, ObjectItemKind, TypeKind, TypeRef, Unit};
use std::collections::BTreeMap;

/// The name spaces that have labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    /// The policy itself.
    Policy,
    /// Data labels.
    Label,
    /// Types.
    Type,
    /// Values of enumerations.
    Value,
    /// Fields and attributes.
    Field,
    /// Objects.
    Object,
    /// Actions.
    Action,
    /// Units.
    Unit,
    /// Networks.
    Network,
    /// Calendars.
    Calendar,
    /// Hours.
    Hours,
    /// Roles and templates.
    Role,
    /// People.
    User,
}

/// Names and their labels; one label for each, none where two declarations differ.
pub(super) struct Reader<'a> {
    names: &'a Interner,
    labels: BTreeMap<(Space, Symbol), Option<&'a str>>,
    /// Whether some `request { … }` declares an attribute of that name, built in or not.
    declared_in_request: Vec<Symbol>,
}

impl<'a> Reader<'a> {
    /// Collects the labels of all files.
    pub(super) fn new(asts: &'a [Ast], names: &'a Interner) -> Self {
        let mut reader = Self { names, labels: BTreeMap::new(), declared_in_request: Vec::new() };
        for item in asts.iter().flat_map(|ast| &ast.items) {
            reader.collect(&item.kind);
        }
        reader
    }

    fn collect(&mut self, kind: &'a ItemKind) {
        match kind {
            ItemKind::Policy(item) => self.add(Space::Policy, [&item.declared]),
            ItemKind::Labels(list) => self.add(Space::Label, list),
            ItemKind::Type(item) => {
                self.add(Space::Type, [&item.declared]);
                self.add(Space::Value, &item.values);
            }
            ItemKind::Subject(list) => list.iter().for_each(|item| self.attribute(item)),
            ItemKind::Request(list) => {
                list.iter().for_each(|item| self.attribute(item));
                let declared = list.iter().flat_map(|item| &item.names).map(|declared| declared.name.symbol);
                self.declared_in_request.extend(declared);
            }
            ItemKind::Object(item) => {
                self.add(Space::Object, &item.names);
                item.items.iter().for_each(|item| match &item.kind {
                    ObjectItemKind::Actions(item) => self.add(Space::Action, &item.names),
                    ObjectItemKind::Attribute(item) => self.attribute(item),
                    ObjectItemKind::Field(fields, _) => self.add(Space::Field, fields),
                    ObjectItemKind::Owner(_)
                    | ObjectItemKind::UnitIs(_)
                    | ObjectItemKind::UnitOfOwner
                    | ObjectItemKind::Team(_)
                    | ObjectItemKind::SharedWith(..)
                    | ObjectItemKind::FieldsFrom(_)
                    | ObjectItemKind::AttributesFromRecords => {}
                });
            }
            ItemKind::Unit(item) => self.unit(item),
            ItemKind::Network(item) => self.add(Space::Network, [&item.declared]),
            ItemKind::Calendar(item) => self.add(Space::Calendar, [&item.declared]),
            ItemKind::Hours(item) => self.add(Space::Hours, [&item.declared]),
            ItemKind::Role(item) => self.add(Space::Role, [&item.declared]),
            ItemKind::Template(item) => self.add(Space::Role, [&item.declared]),
            ItemKind::User(item) => self.add(Space::User, &item.names),
            ItemKind::Use(_)
            | ItemKind::People(_)
            | ItemKind::Assign(_)
            | ItemKind::Delegate(_)
            | ItemKind::Suspend(_)
            | ItemKind::EndEarly(_)
            | ItemKind::Require(_)
            | ItemKind::SeparateSessions(_)
            | ItemKind::Guarantees(_)
            | ItemKind::Test(_) => {}
        }
    }

    fn add(&mut self, space: Space, list: impl IntoIterator<Item = &'a Declared>) {
        for declared in list {
            if let Some(label) = &declared.label {
                let known = self.labels.entry((space, declared.name.symbol)).or_insert(Some(&label.text));
                if *known != Some(&label.text) {
                    *known = None;
                }
            }
        }
    }

    fn attribute(&mut self, item: &'a AttributeDecl) {
        self.add(Space::Field, &item.names);
        self.values_of(&item.ty);
    }

    fn values_of(&mut self, ty: &'a TypeRef) {
        match &ty.kind {
            TypeKind::Inline(values) => self.add(Space::Value, values),
            TypeKind::SetOf(of) => self.values_of(of),
            TypeKind::Named(_) => {}
        }
    }

    fn unit(&mut self, unit: &'a Unit) {
        self.add(Space::Unit, [&unit.declared]);
        unit.units.iter().for_each(|below| self.unit(below));
    }

    /// The bare text of a name.
    pub(super) fn word(&self, name: &Name) -> &'a str {
        self.names.text(name.symbol)
    }

    fn label(&self, space: Space, name: &Name) -> Option<&'a str> {
        self.labels.get(&(space, name.symbol)).copied().flatten().filter(|label| *label != self.word(name))
    }

    /// A name with its label.
    pub(super) fn name(&self, space: Space, name: &Name) -> Arg {
        let word = self.word(name);
        let Some(label) = self.label(space, name) else {
            return bare(word);
        };
        let text = match (is_latin(label), is_han(label)) {
            (true, false) => &sentence::LATIN_LABEL,
            (false, true) => &sentence::HAN_LABEL,
            (true, true) | (false, false) => &sentence::LABEL,
        };
        text.with([("label", label.into()), ("name", word.into())]).into()
    }

    /// A label without its name, for classes of data and values, which stand inside phrases.
    pub(super) fn short(&self, space: Space, name: &Name) -> Arg {
        let word = self.word(name);
        let Some(label) = self.label(space, name) else {
            return bare(word);
        };
        let text = match (is_latin(label), is_han(label)) {
            (true, false) => &sentence::LATIN_LABEL_ALONE,
            (false, true) => &sentence::HAN_LABEL_ALONE,
            (true, true) | (false, false) => &sentence::LABEL_ALONE,
        };
        text.with([("label", label.into()), ("name", word.into())]).into()
    }

    /// Where the label of a bare value is: among values, units or people.
    pub(super) fn space_of_value(&self, name: &Name) -> Space {
        let spaces = [Space::Value, Space::Unit, Space::User];
        spaces.into_iter().find(|space| self.label(*space, name).is_some()).unwrap_or(Space::Value)
    }

    /// Names, the last after "and".
    pub(super) fn list(&self, space: Space, list: &[Name]) -> Arg {
        and(list.iter().map(|item| self.name(space, item)).collect())
    }

    /// Names, the last after "or".
    pub(super) fn any(&self, space: Space, list: &[Name]) -> Arg {
        or(list.iter().map(|item| self.name(space, item)).collect())
    }

    /// Declared names, the last after "and".
    pub(super) fn declared(&self, space: Space, list: &[Declared]) -> Arg {
        and(list.iter().map(|item| self.name(space, &item.name)).collect())
    }

    /// An action: its label, or its everyday word, or its name.
    pub(super) fn action(&self, name: &Name) -> Arg {
        match (self.label(Space::Action, name), everyday(self.word(name))) {
            (None, Some(text)) => text.plain().into(),
            (None, None) | (Some(_), _) => self.short(Space::Action, name),
        }
    }

    /// Actions, the last after "and".
    pub(super) fn actions(&self, list: &[Name]) -> Arg {
        and(list.iter().map(|item| self.action(item)).collect())
    }

    /// Whether `request.NAME` is the built-in attribute of that name.
    pub(super) fn is_built_in(&self, name: &Name, word: &str) -> bool {
        self.word(name) == word && !self.declared_in_request.contains(&name.symbol)
    }

    /// A sentence for each former name.
    pub(super) fn renamed(&self, space: Space, span: Span, list: &[Declared], out: &mut Sentences) {
        for declared in list {
            if let Some(old) = &declared.renamed_from {
                let name = self.name(space, &declared.name);
                out.push((span, sentence::RENAMED.with([("name", name), ("old", code(self.word(old)))])));
            }
        }
    }
}

/// A name without label.
fn bare(word: &str) -> Arg {
    let text = if is_latin(word) { &sentence::NAME } else { &sentence::HAN_NAME };
    text.with([("name", word.into())]).into()
}

fn is_latin(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphabetic())
}

fn is_han(text: &str) -> bool {
    text.chars().any(|c| c >= '\u{2e80}')
}

/// The words for actions that many systems have.
fn everyday(action: &str) -> Option<&'static Text> {
    Some(match action {
        "create" => &sentence::CREATE,
        "read" => &sentence::READ,
        "view" => &sentence::VIEW,
        "update" => &sentence::UPDATE,
        "edit" => &sentence::EDIT,
        "delete" => &sentence::DELETE,
        "export" => &sentence::EXPORT,
        "import" => &sentence::IMPORT,
        "transfer" => &sentence::TRANSFER,
        "approve" => &sentence::APPROVE,
        "reject" => &sentence::REJECT,
        "submit" => &sentence::SUBMIT,
        "share" => &sentence::SHARE,
        "assign" => &sentence::ASSIGN_ACTION,
        "claim" => &sentence::CLAIM,
        "convert" => &sentence::CONVERT,
        "merge" => &sentence::MERGE,
        "close" => &sentence::CLOSE,
        "reopen" => &sentence::REOPEN,
        "cancel" => &sentence::CANCEL,
        "void" => &sentence::VOID,
        "sign" => &sentence::SIGN,
        "send" => &sentence::SEND,
        "print" => &sentence::PRINT,
        "download" => &sentence::DOWNLOAD,
        "upload" => &sentence::UPLOAD,
        "archive" => &sentence::ARCHIVE,
        "restore" => &sentence::RESTORE,
        "lock" => &sentence::LOCK,
        "unlock" => &sentence::UNLOCK,
        "publish" => &sentence::PUBLISH,
        "launch" => &sentence::LAUNCH,
        "list" => &sentence::LIST,
        "search" => &sentence::SEARCH,
        "copy" => &sentence::COPY,
        "comment" => &sentence::COMMENT,
        "refund" => &sentence::REFUND,
        "pay" => &sentence::PAY,
        "configure" => &sentence::CONFIGURE,
        "manage" => &sentence::MANAGE,
        _ => return None,
    })
}
