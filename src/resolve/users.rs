//! Known people: from `user` statements and rows of people files, one person for each id.
//!
//! Two passes: first who there is, with all ids, then what is said of them, which may name others.

use super::collect::{Statements, Written};
use super::context::Cx;
use super::data_file::RowReports;
use super::lookalike;
use super::mapping::{self, Mapping};
use super::packages::ROOT;
use super::space::{NameTable, Space};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::people as codes;
use crate::message::{Message, people as text, resolve as name_text};
use crate::model::{Origin, User, UserId, WindowId};
use crate::source::{PackageId, Span, Symbol, order};
use crate::syntax::{ast, is_never_name};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A place that speaks of a person.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mention {
    /// The name at a position of the `user` statement at a position.
    Statement(usize, usize),
    /// A row of the people file at a position.
    Row(usize, usize),
}

/// Everybody, and who says so.
#[derive(Debug)]
pub(super) struct Everybody<'a> {
    pub(super) statements: &'a [Written<'a, ast::User>],
    pub(super) mappings: Vec<Mapping<'a>>,
    pub(super) mentions: Mentions,
}

/// What is said of whom: all places one after the other, those of one person together, statements before rows.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    all: Vec<Mention>,
    /// By user: where their places end.
    ends: Vec<u32>,
}

impl Mentions {
    /// How many people.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The places that speak of a person.
    pub(super) fn of(&self, user: usize) -> &[Mention] {
        let end = self.ends.get(user).copied().unwrap_or(0) as usize;
        let start = user.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        self.all.get(start..end).unwrap_or(&[])
    }
}

/// Finds all people and numbers them in the order of their ids.
pub(super) fn everybody<'a>(cx: &mut Cx<'_>, statements: &'a Statements<'a>) -> Everybody<'a> {
    let mut mappings: Vec<Mapping<'a>> = Vec::with_capacity(statements.people.len());
    for written in &statements.people {
        mappings.extend(mapping::mapping(cx, written));
    }
    let mut found: Vec<(Symbol, Mention)> = Vec::new();
    of_statements(cx, &statements.users, &mut found);
    for (position, mapping) in mappings.iter_mut().enumerate() {
        of_rows(cx, position, mapping, &mut found);
    }
    let mut everybody = Everybody { statements: &statements.users, mappings, mentions: Mentions::default() };
    number(cx, found, &mut everybody);
    everybody.titles(cx);
    everybody.other_ids(cx);
    everybody
}

fn of_statements(cx: &mut Cx<'_>, users: &[Written<'_, ast::User>], out: &mut Vec<(Symbol, Mention)>) {
    // By package, where in `places` a name stands first.
    let mut first: Vec<NameTable> = (0..cx.packages.len()).map(|_| NameTable::default()).collect();
    let mut places: Vec<Span> = Vec::with_capacity(users.len());
    out.reserve(users.len());
    for (position, user) in users.iter().enumerate() {
        for (index, declared) in user.node.names.iter().enumerate() {
            let name = &declared.name;
            let Some(first) = first.get_mut(user.package.0 as usize) else { continue };
            match first.get(name.symbol).and_then(|there| places.get(there as usize)) {
                Some(there) => cx.duplicate(&name_text::KIND_USER, name, *there),
                None => {
                    let _ = first.set(name.symbol, places.len() as u32);
                    places.push(name.span);
                    out.push((name.symbol, Mention::Statement(position, index)));
                }
            }
        }
    }
}

fn of_rows(cx: &mut Cx<'_>, position: usize, mapping: &mut Mapping<'_>, out: &mut Vec<(Symbol, Mention)>) {
    let id = mapping.id;
    let mut reports = std::mem::replace(&mut mapping.reports, RowReports::new(&mapping.data.path));
    for row in 0..mapping.data.sheet.len() {
        let cell = mapping.data.sheet.cell(row, id.index);
        let plain = if cell.is_ascii() { Cow::Borrowed(cell) } else { cell.nfkc().collect() };
        let damaged = is_damaged(&plain);
        if damaged || plain != cell {
            let parts = [
                ("line", (mapping.data.sheet.line(row) as usize).into()),
                ("path", (&*mapping.data.path).into()),
                ("id", cell.escape_debug().to_string().into()),
            ];
            let (message, help) = if damaged {
                (text::DAMAGED_ID.with(parts), text::DAMAGED_ID_HELP.plain())
            } else {
                (text::WIDE_ID.with(parts), text::WIDE_ID_HELP.with([("id", (&*plain).into())]))
            };
            let diagnostic = Diagnostic::error(&codes::BAD_ID, message, id.span, text::ID_HERE.plain());
            reports.push(cx, diagnostic.help(help));
        }
        if plain != cell && !plain.is_empty() && !is_never_name(&plain) {
            // The person is known by the plain id, so that this is said once.
            out.push((cx.model.symbols.intern(&plain), Mention::Row(position, row)));
            continue;
        }
        if cell.is_empty() || is_never_name(cell) || cell.contains(['\n', '\r', '\t']) {
            let parts = [
                ("line", (mapping.data.sheet.line(row) as usize).into()),
                ("path", (&*mapping.data.path).into()),
                ("id", cell.escape_debug().to_string().into()),
            ];
            let message = if cell.is_empty() { text::BLANK_ID.with(parts) } else { text::BAD_ID.with(parts) };
            reports.push(cx, Diagnostic::error(&codes::BAD_ID, message, id.span, text::ID_HERE.plain()));
            continue;
        }
        out.push((cx.model.symbols.intern(cell), Mention::Row(position, row)));
    }
    mapping.reports = reports;
}

/// Whether a spreadsheet left this in place of an id: an error value, or a long number in scientific form.
fn is_damaged(cell: &str) -> bool {
    const ERRORS: [&str; 7] = ["#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"];
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let scientific = cell.split_once(['E', 'e']).is_some_and(|(number, power)| {
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        whole.len() == 1 && digits(whole) && digits(part) && power.strip_prefix('+').is_some_and(digits)
    });
    scientific || ERRORS.iter().any(|error| cell.eq_ignore_ascii_case(error))
}

/// Gives each id a number and gathers what is said of it. The order of statements in files does not matter: where they
/// agree it makes no difference, and where they do not it is an error in any order.
fn number(cx: &mut Cx<'_>, found: Vec<(Symbol, Mention)>, everybody: &mut Everybody<'_>) {
    let text = |at: usize| found.get(at).map_or("", |(symbol, _)| cx.text(*symbol));
    let rank = |at: usize| found.get(at).map(|(_, mention)| everybody.rank(*mention));
    let sorted = order(found.len(), text, |a, b| rank(a).cmp(&rank(b)));
    let sorted: Vec<(Symbol, Mention)> = sorted.into_iter().filter_map(|at| found.get(at as usize).copied()).collect();
    drop(found);
    let mut places: Vec<(Symbol, Span)> = Vec::with_capacity(sorted.len());
    for group in sorted.chunk_by(|a, b| a.0 == b.0) {
        let Some((symbol, first)) = group.first().copied() else { continue };
        let span = everybody.span(first);
        let _ = cx.names.table_mut(ROOT, Space::User).set(symbol, places.len() as u32);
        places.push((symbol, span));
        cx.model.users.push(User {
            id: symbol,
            title: None,
            other_ids: Vec::new(),
            external: false,
            units: None,
            window: WindowId::ALWAYS,
            reports_to: None,
            attributes: Vec::new(),
            skipped: false,
            origin: Origin { span, instance: None },
            row: everybody.line(first),
        });
        everybody.mentions.all.extend(group.iter().map(|(_, mention)| *mention));
        everybody.mentions.ends.push(everybody.mentions.all.len() as u32);
    }
    lookalike::check(cx, &name_text::KIND_USER, &places);
}

impl Everybody<'_> {
    fn rank(&self, mention: Mention) -> (usize, PackageId, usize, usize) {
        match mention {
            Mention::Statement(position, index) => {
                let package = self.statements.get(position).map_or(PackageId(0), |written| written.package);
                (0, package, position, index)
            }
            Mention::Row(position, row) => (1, PackageId(0), position, row),
        }
    }

    /// Where it is written; for a row where its file is named.
    pub(super) fn span(&self, mention: Mention) -> Span {
        let nowhere = Span::new(crate::source::FileId(0), 0, 0);
        match mention {
            Mention::Statement(position, index) => {
                let names = self.statements.get(position).and_then(|written| written.node.names.get(index));
                names.map_or(nowhere, |declared| declared.name.span)
            }
            Mention::Row(position, _) => self.mappings.get(position).map_or(nowhere, |mapping| mapping.span),
        }
    }

    /// The line of a row.
    pub(super) fn line(&self, mention: Mention) -> Option<u32> {
        match mention {
            Mention::Statement(..) => None,
            Mention::Row(position, row) => self.mappings.get(position).map(|mapping| mapping.data.sheet.line(row)),
        }
    }

    /// The file of a row.
    pub(super) fn path(&self, mention: Mention) -> Option<&str> {
        match mention {
            Mention::Statement(..) => None,
            Mention::Row(position, _) => self.mappings.get(position).map(|mapping| &*mapping.data.path),
        }
    }

    /// A place in words, for the other half of a disagreement.
    pub(super) fn place(&self, mention: Mention) -> Message {
        match mention {
            Mention::Statement(..) => text::DISAGREE_THERE.plain(),
            Mention::Row(position, row) => {
                let Some(mapping) = self.mappings.get(position) else { return text::DISAGREE_THERE.plain() };
                text::DISAGREE_ROW.with([
                    ("line", (mapping.data.sheet.line(row) as usize).into()),
                    ("path", (&*mapping.data.path).into()),
                ])
            }
        }
    }

    /// A value, with the line of the file where it stands in a row.
    fn with_place(&self, mention: Mention, value: Message) -> Message {
        match mention {
            Mention::Statement(..) => value,
            Mention::Row(..) => {
                text::VALUE_IN_ROW.with([("value", value.into()), ("place", self.place(mention).into())])
            }
        }
    }

    /// Reports two statements that cannot both be true.
    pub(super) fn disagree(
        &self,
        cx: &mut Cx<'_>,
        user: Symbol,
        fact: Message,
        (one, one_value): (Mention, Message),
        (other, other_value): (Mention, Message),
    ) {
        let message = text::DISAGREE.with([
            ("user", cx.text(user).into()),
            ("fact", fact.into()),
            ("one", self.with_place(one, one_value).into()),
            ("two", self.with_place(other, other_value).into()),
        ]);
        // A statement has a place of its own, a row only that of its file.
        let (main, second) = match (one, other) {
            (Mention::Statement(..), Mention::Row(..)) => (one, other),
            _ => (other, one),
        };
        let label = match main {
            Mention::Statement(..) => text::DISAGREE_HERE.plain(),
            Mention::Row(..) => self.place(main),
        };
        cx.out.push(
            Diagnostic::error(&codes::DISAGREE, message, self.span(main), label)
                .and(self.span(second), self.place(second))
                .help(text::DISAGREE_HELP.plain()),
        );
    }

    /// The display name that a place gives.
    fn title(&self, mention: Mention) -> Option<&str> {
        match mention {
            Mention::Statement(position, index) => {
                let declared = self.statements.get(position)?.node.names.get(index)?;
                declared.label.as_ref().map(|label| &*label.text)
            }
            Mention::Row(position, row) => {
                let mapping = self.mappings.get(position)?;
                let cell = mapping.data.sheet.cell(row, mapping.name?.index);
                (!cell.is_empty()).then_some(cell)
            }
        }
    }

    fn titles(&self, cx: &mut Cx<'_>) {
        for index in 0..self.mentions.len() {
            let mut stated: Option<(Mention, &str)> = None;
            for mention in self.mentions.of(index) {
                let Some(title) = self.title(*mention) else { continue };
                match stated {
                    None => stated = Some((*mention, title)),
                    Some((first, other)) if other != title => {
                        let Some(user) = cx.model.users.get(index).map(|user| user.id) else { continue };
                        let value = |title: &str| text::FACT_ATTRIBUTE.with([("name", title.into())]);
                        self.disagree(
                            cx,
                            user,
                            text::FACT_NAME.plain(),
                            (first, value(other)),
                            (*mention, value(title)),
                        );
                    }
                    Some(_) => {}
                }
            }
            let Some((_, title)) = stated else { continue };
            if let Some(user) = cx.model.users.get_mut(index) {
                user.title = Some(title.into());
            }
        }
    }

    /// Further ids: each id names one person.
    fn other_ids(&self, cx: &mut Cx<'_>) {
        for index in 0..self.mentions.len() {
            for mention in self.mentions.of(index) {
                match *mention {
                    Mention::Statement(position, _) => {
                        let Some(written) = self.statements.get(position) else { continue };
                        for id in &written.node.other_ids {
                            let symbol = cx.intern_nfc(&id.text);
                            self.other_id(cx, index, (symbol, id.span), *mention);
                        }
                    }
                    Mention::Row(position, row) => {
                        let Some(mapping) = self.mappings.get(position) else { continue };
                        for column in &mapping.other_ids {
                            let cells: Vec<&str> = mapping.values(row, column.index).collect();
                            for cell in cells {
                                let symbol = cx.model.symbols.intern(cell);
                                self.other_id(cx, index, (symbol, column.span), *mention);
                            }
                        }
                    }
                }
            }
        }
    }

    fn other_id(&self, cx: &mut Cx<'_>, index: usize, (symbol, span): (Symbol, Span), mention: Mention) {
        let known = cx.names.get(ROOT, Space::User, symbol);
        match known {
            None => {
                let _ = cx.names.table_mut(ROOT, Space::User).set(symbol, index as u32);
                if let Some(user) = cx.model.users.get_mut(index) {
                    user.other_ids.push(symbol);
                }
            }
            Some(other) if other as usize == index => {}
            Some(other) => {
                let other = UserId(other);
                let there = cx.model.users.get(other.index()).map_or(span, |user| user.origin.span);
                let user = cx.model.user_name(UserId::from_index(index)).to_owned();
                let label = match mention {
                    Mention::Statement(..) => text::ID_TWICE_HERE.with([("user", user.as_str().into())]),
                    Mention::Row(..) => self.place(mention),
                };
                let diagnostic = Diagnostic::error(
                    &codes::ID_TWICE,
                    text::ID_TWICE.with([
                        ("id", cx.text(symbol).into()),
                        ("one", cx.model.user_name(other).into()),
                        ("two", user.into()),
                    ]),
                    span,
                    label,
                )
                .and(there, text::ID_TWICE_HERE.with([("user", cx.model.user_name(other).into())]))
                .help(text::ID_TWICE_HELP.plain());
                cx.out.push(diagnostic);
            }
        }
    }
}
