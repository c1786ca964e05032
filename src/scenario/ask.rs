//! Asks the runtime and keeps the answer in names.

use super::request::Question;
use crate::model::Sight;
use crate::runtime::{Cause, Reason, Scratch, decide};
use crate::table::Table;

/// An answer in names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Yes or no.
    pub allowed: bool,
    /// Why.
    pub reason: Reason,
    /// Fields not covered.
    pub hidden: Vec<String>,
    /// Fields masked.
    pub masked: Vec<String>,
    /// Attributes that were missing and mattered.
    pub missing: Vec<String>,
    /// Where it was decided.
    pub by: Vec<Source>,
    /// How the field that the step is about shows, if it asks that.
    pub(super) shows: Option<Sight>,
    /// Until when it holds.
    pub(super) valid_until: Option<i64>,
}

/// A line that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The role, if it is a rule of one.
    pub role: Option<String>,
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

impl Answer {
    /// How a field shows: a record that is not open may still show fields that are granted by name.
    pub(super) fn sight(&self, field: &str) -> Sight {
        if let Some(shows) = self.shows {
            shows
        } else if !self.allowed || self.hidden.iter().any(|name| name == field) {
            Sight::Hidden
        } else if self.masked.iter().any(|name| name == field) {
            Sight::Masked
        } else {
            Sight::Clear
        }
    }

    /// Whether nothing differs that a test could expect.
    pub(super) fn same(&self, other: &Self) -> bool {
        (self.allowed, self.reason, &self.hidden, &self.masked, self.shows)
            == (other.allowed, other.reason, &other.hidden, &other.masked, other.shows)
    }
}

/// The answer to `question` at `time`.
pub(super) fn ask(table: &Table<'_>, question: &Question<'_>, time: i64) -> Answer {
    let field = question.field;
    if !question.sees {
        return answer(table, question, field, time);
    }
    let mut of_record = answer(table, question, None, time);
    if let (false, Some(name)) = (of_record.allowed, field) {
        let alone = answer(table, question, field, time);
        of_record.shows = Some(if alone.allowed {
            Sight::Clear
        } else if alone.masked.iter().any(|masked| masked == name) {
            Sight::Masked
        } else {
            Sight::Hidden
        });
    }
    of_record
}

fn answer(table: &Table<'_>, question: &Question<'_>, field: Option<&str>, time: i64) -> Answer {
    let mut scratch = Scratch::new(table);
    question.request(field, time, |request| {
        let decision = decide(table, request, &mut scratch);
        let fields = |list: &[u32]| list.iter().map(|field| table.field_name(*field).to_owned()).collect();
        let attribute = |attribute: &u32| {
            let (root, name) = table.attribute_name(*attribute);
            format!("{root}.{name}")
        };
        Answer {
            allowed: decision.allowed,
            reason: decision.reason,
            hidden: fields(decision.hidden),
            masked: fields(decision.masked),
            missing: decision.missing.iter().map(attribute).collect(),
            by: decision.by.iter().filter_map(|cause| source(table, *cause)).collect(),
            shows: None,
            valid_until: decision.valid_until,
        }
    })
}

fn source(table: &Table<'_>, cause: Cause) -> Option<Source> {
    let (place, role) = match cause {
        Cause::Rule { rule, .. } => (table.rule_place(rule)?, table.rule_role(rule)),
        Cause::Require(statement) => (table.require_note(statement)?.0, None),
        Cause::Separation(separation) => (table.separation_place(separation)?, None),
        Cause::Exclusive(exclusive) => (table.exclusive_place(exclusive)?, None),
        Cause::Suspension(suspension) => (table.suspension_note(suspension)?.0, None),
    };
    Some(Source { role: role.map(str::to_owned), file: place.file.to_owned(), line: place.line, column: place.column })
}
