//! Asks the runtime and keeps the answer in names.

use super::request::Question;
use crate::model::Sight;
use crate::runtime::Reason;
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
    /// The role.
    pub role: String,
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
    let _ = (table, question, time);
    todo!()
}
