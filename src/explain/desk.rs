//! [`Desk`]: where questions are asked: a table, and the package behind it if there is one.

use crate::analysis::{Hat, Hats, hats_of};
use crate::compile::Compilation;
use crate::model::{Mask, MaskId, Model, Origin, Rule, RuleId, UserId};
use crate::runtime::HatTrace;
use crate::source::{SourceSet, Span, join_path};
use crate::syntax::ast::ItemKind;
use crate::table::{Place, Table};
use std::collections::BTreeMap;

/// What questions are asked of.
#[derive(Debug)]
pub struct Desk<'a> {
    /// Answers.
    pub table: &'a Table<'a>,
    /// Gives words in both languages, and texts to change.
    pub package: Option<Package<'a>>,
}

/// The package that a table was made of.
#[derive(Debug)]
pub struct Package<'a> {
    /// The texts.
    pub sources: &'a SourceSet,
    /// What they mean.
    pub compilation: &'a Compilation,
    rules: BTreeMap<Key, Found>,
    hats: Hats<'a>,
}

/// File, line, column, role, object.
type Key = (String, u32, u32, String, String);

/// What a rule of the table is in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Rule(RuleId),
    Mask(MaskId),
}

/// A place for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Path relative to the root package's folder.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// The line of the people file, for what a row brings.
    pub row: Option<u32>,
    /// That file, where the package is at hand.
    pub people: Option<String>,
}

impl Spot {
    pub(super) fn of(place: &Place<'_>) -> Self {
        Self { file: place.file.to_owned(), line: place.line, column: place.column, row: None, people: None }
    }
}

impl<'a> Package<'a> {
    /// A package, with its rules found by where they stand.
    pub fn new(sources: &'a SourceSet, compilation: &'a Compilation) -> Self {
        let model = &compilation.model;
        let mut rules = BTreeMap::new();
        let mut add = |origin: Origin, role, object, found| {
            let (file, line, column) = position(sources, origin.span);
            rules.entry((file, line, column, role, object)).or_insert(found);
        };
        for (index, rule) in model.rules.iter().enumerate() {
            let Rule { origin, role, object, .. } = rule;
            let names = (model.role_name(*role).to_owned(), model.object_name(*object).to_owned());
            add(*origin, names.0, names.1, Found::Rule(RuleId::from_index(index)));
        }
        for (index, mask) in model.masks.iter().enumerate() {
            let Mask { origin, role, object, .. } = mask;
            let names = (model.role_name(*role).to_owned(), model.object_name(*object).to_owned());
            add(*origin, names.0, names.1, Found::Mask(MaskId::from_index(index)));
        }
        Self { sources, compilation, rules, hats: hats_of(model) }
    }

    pub(super) fn model(&self) -> &'a Model {
        &self.compilation.model
    }

    /// The model's rule or mask behind a rule of the table, for an object.
    pub(super) fn rule(&self, table: &Table<'_>, rule: u32, object: &str) -> Option<Found> {
        let place = table.rule_place(rule)?;
        let role = table.rule_role(rule)?.to_owned();
        self.rules.get(&(place.file.to_owned(), place.line, place.column, role, object.to_owned())).copied()
    }

    /// The hats of a person of the table.
    pub(super) fn hats(&self, table: &Table<'_>, id: &str) -> &[Hat<'a>] {
        let id = table.user(id).map(|user| table.user_name(user));
        let users = &self.model().users;
        let at = id.and_then(|id| users.iter().position(|user| self.model().text(user.id) == id));
        at.map_or(&[], |at| self.hats.of(UserId::from_index(at)))
    }

    /// The model's hat behind one of the table.
    pub(super) fn hat(&self, table: &Table<'_>, id: &str, hat: &HatTrace) -> Option<&Hat<'a>> {
        let place = table.hat_place(hat.hat?)?.0;
        let role = table.held_role_name(hat.held);
        let mut hats = self.hats(table, id).iter();
        hats.find(|hat| self.model().role_name(hat.role) == role && self.stands_at(*hat.origin, &place))
    }

    /// Where a statement of the model stands, and the row that it was read from.
    pub(super) fn spot(&self, origin: Origin, row: Option<u32>) -> Spot {
        let (file, line, column) = position(self.sources, origin.span);
        Spot { file, line, column, row, people: None }.of_row(Some(self))
    }

    /// The people file that the statement at a place reads.
    fn people_file(&self, spot: &Spot) -> Option<String> {
        let mut files = self.sources.files.iter().zip(&self.compilation.asts);
        let (file, ast) = files.find(|(file, _)| *file.path == *spot.file)?;
        let people = ast.items.iter().find_map(|item| match &item.kind {
            ItemKind::People(people) => {
                let end = Span { start: item.span.end, ..item.span };
                let lines = self.sources.position(item.span).line..=self.sources.position(end).line;
                lines.contains(&spot.line).then_some(people)
            }
            _ => None,
        })?;
        let folder = self.sources.packages.get(file.package.0 as usize).map_or("", |package| &*package.path);
        Some(join_path(folder, &people.path.text))
    }

    /// Whether a statement of the model stands at a place of the table.
    pub(super) fn stands_at(&self, origin: Origin, place: &Place<'_>) -> bool {
        position(self.sources, origin.span) == (place.file.to_owned(), place.line, place.column)
    }
}

impl Spot {
    /// With the file of the row, if there is a row.
    pub(super) fn of_row(mut self, package: Option<&Package<'_>>) -> Self {
        self.people = self.row.and(package).and_then(|package| package.people_file(&self));
        self
    }
}

fn position(sources: &SourceSet, span: Span) -> (String, u32, u32) {
    let position = sources.position(span);
    let file = sources.file(span.file).map_or_else(String::new, |f| f.path.to_string());
    (file, position.line, position.column)
}
