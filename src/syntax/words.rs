//! Which words are reserved, and what may stand bare as a name.
//!
//! The one place that the parser, the scan, messages and the formatter ask.

use crate::time::Date;
use unicode_ident::{is_xid_continue, is_xid_start};

/// First words of top-level statements.
pub(super) const TOP_LEVEL: &[&str] = &[
    "policy",
    "use",
    "label",
    "type",
    "subject",
    "request",
    "object",
    "unit",
    "network",
    "calendar",
    "hours",
    "role",
    "template",
    "external",
    "user",
    "people",
    "assign",
    "delegate",
    "suspend",
    "end",
    "require",
    "guarantees",
    "test",
];

/// First words of lines inside roles, objects, guarantees and tests.
const LINES: &[&str] = &[
    "allow",
    "deny",
    "mask",
    "cancel",
    "without",
    "active",
    "responsible",
    "last",
    "general",
    "record",
    "attribute",
    "attributes",
    "field",
    "fields",
    "shared",
    "nobody",
    "never",
    "only",
    "every",
    "always",
    "anyone",
    "at",
    "given",
    "can",
    "cannot",
    "sees",
    "does",
];

/// Words that join statements and conditions together.
const CLAUSES: &[&str] = &[
    "named",
    "including",
    "within",
    "outside",
    "when",
    "from",
    "through",
    "before",
    "during",
    "because",
    "ticket",
    "inherits",
    "inherited",
    "except",
    "with",
    "for",
    "in",
    "on",
    "of",
    "to",
    "as",
    "is",
    "has",
    "and",
    "or",
    "not",
    "each",
    "needs",
    "everything",
    "me",
    "true",
    "false",
    "until",
];

/// Words that never name anything, in any case, quoted or not.
const NEVER: &[&str] = &["everyone", "anyone", "everything", "every", "all", "none"];

/// The date that a text of another form means: `2024年3月1日`, `2024.3.1`, `2024/03/01 00:00:00`, `20240301`. For advice only.
pub fn meant_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day, ..] if year.len() == 4 => (*year, *month, *day),
        [all] if all.len() == 8 => (all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => return None,
    };
    Date::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The types that need no declaration.
pub const TYPES: [&str; 6] = ["boolean", "number", "text", "user", "unit", "address"];

/// Whether `word` is the first word of a top-level statement.
pub(super) fn is_top_level(word: &str) -> bool {
    TOP_LEVEL.contains(&word)
}

/// Whether `word` is the first word of some statement whose place is certain.
pub(super) fn starts_statement(word: &str) -> bool {
    is_top_level(word) || LINES.contains(&word)
}

/// Whether `word` joins clauses or conditions.
pub(super) fn is_clause(word: &str) -> bool {
    CLAUSES.contains(&word)
}

/// Whether `text` is a reserved word: a name only where it is quoted (and behind `record.`, `subject.`, `request.`).
pub fn is_reserved(text: &str) -> bool {
    (2..=11).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase())
        && (starts_statement(text) || is_clause(text) || NEVER.contains(&text))
}

/// Whether `text` may name nothing, whatever its case, quoted or not.
pub fn is_never_name(text: &str) -> bool {
    (3..=10).contains(&text.len()) && NEVER.iter().any(|never| never.eq_ignore_ascii_case(text))
}

/// Whether `text` can stand without quotes as the name of anything but a user.
pub fn is_bare_name(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || is_xid_start(first))
        && characters.all(|next| next == '-' || is_xid_continue(next))
        && !text.ends_with('-')
        && !is_reserved(text)
}

/// Whether `text` can stand without quotes as the name of a user.
pub fn is_bare_user(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || first.is_ascii_digit() || is_xid_start(first))
        && characters.all(|next| matches!(next, '-' | '.' | '@' | '+') || is_xid_continue(next))
        && !text.ends_with(['-', '.', '@', '+'])
        && !is_reserved(text)
        && !is_date(text)
}

/// Whether `text` has the shape of a date.
pub(super) fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// `text` in quotes, with its quotes and backslashes escaped.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
