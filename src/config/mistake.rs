//! The usual mistakes of form in `rolecall.toml`, in our words: the library knows one language only.

use crate::message::{Text, config as text};

/// How the library's words about usual mistakes start, and ours.
const TOML_MISTAKES: [(&str, &Text); 17] = [
    ("string values must be quoted", &text::TOML_QUOTES),
    ("key with no value", &text::TOML_NO_VALUE),
    ("missing value", &text::TOML_NO_VALUE),
    ("missing assignment", &text::TOML_EQUALS),
    ("extra assignment", &text::TOML_EQUALS),
    ("extra `=`", &text::TOML_EQUALS),
    ("duplicate key", &text::TOML_TWICE),
    ("unclosed table", &text::TOML_TABLE),
    ("unclosed array table", &text::TOML_TABLE),
    ("missing table open", &text::TOML_TABLE),
    ("unclosed array", &text::TOML_LIST),
    ("missing comma between array elements", &text::TOML_LIST),
    ("extra comma in array", &text::TOML_LIST),
    ("unexpected `=` in array", &text::TOML_LIST),
    ("invalid basic string", &text::TOML_OPEN_TEXT),
    ("invalid unquoted key", &text::TOML_KEY),
    ("unquoted keys cannot be empty", &text::TOML_KEY),
];

/// Our words for what the library says, if it is a usual mistake.
pub(super) fn known(reason: &str) -> Option<&'static Text> {
    TOML_MISTAKES.iter().find(|(start, _)| reason.starts_with(start)).map(|(_, text)| *text)
}
