//! Mechanical repairs.

use crate::message::Message;
use crate::source::Span;

/// Replaces the text under `span`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// Edits that belong together and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an action.
    pub message: Message,
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
}
