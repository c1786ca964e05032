//! Clauses that many statements take: windows and reasons.

use super::{DateTime, Name, Pattern, Text};
use crate::source::Span;

/// `from D through D`, `before X`, `during H`, `outside H`, `in "Zone"` on any statement; all intersect.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// `from X`
    pub from: Option<DateTime>,
    /// `through D`: the day included.
    pub through: Option<DateTime>,
    /// `before X`: excluded.
    pub before: Option<DateTime>,
    /// `during H, I`: in one of them. Several `during` clauses are several entries and intersect.
    pub during: Vec<Box<[Name]>>,
    /// `outside H`: in none of them.
    pub outside: Vec<Box<[Name]>>,
    /// Recurrence of a suspension: `each month on the last day at 18:00 for 72 hours`.
    pub recurring: Option<Box<Pattern>>,
    /// `in "Zone"`: how `from`, `through`, `before` are read.
    pub zone: Option<Text>,
    /// All clauses.
    pub span: Option<Span>,
}

/// `because "…" ticket "…"`
#[derive(Debug, Clone, Default)]
pub struct Reason {
    /// `because`
    pub because: Option<Text>,
    /// `ticket`
    pub ticket: Option<Text>,
}
