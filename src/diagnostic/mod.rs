//! Owns [`Diagnostic`]: what went wrong, as data.
//!
//! Stages push diagnostics and go on; only `render` draws them. A diagnostic names a [`Code`]
//! that `rolecall explain` documents.

mod code;
mod fix;
mod suggest;

pub use code::{ALL, Code, find};
pub use fix::{Edit, Fix};
pub use suggest::did_you_mean;

use crate::message::Message;
use crate::source::Span;

pub mod codes;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should change; `check` fails on it by default.
    Warning,
    /// No table is built.
    Error,
}

/// A place with a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is (wrong) here.
    pub message: Message,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind, documented by `explain`.
    pub code: &'static Code,
    /// How bad.
    pub severity: Severity,
    /// One line, lower case, no period, the user's words in backticks.
    pub message: Message,
    /// The place of the cause.
    pub primary: Label,
    /// Other halves ("first declared here"), possibly in other files.
    pub secondary: Vec<Label>,
    /// Actions: what to write instead.
    pub help: Vec<Message>,
    /// A mechanical repair.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// An error with its primary label.
    pub fn error(code: &'static Code, message: Message, span: Span, label: Message) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message,
            primary: Label { span, message: label },
            secondary: Vec::new(),
            help: Vec::new(),
            fix: None,
        }
    }

    /// The same as a warning.
    pub fn warning(code: &'static Code, message: Message, span: Span, label: Message) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message, span, label) }
    }

    /// The same as something worth knowing.
    pub fn info(code: &'static Code, message: Message, span: Span, label: Message) -> Self {
        Self { severity: Severity::Info, ..Self::error(code, message, span, label) }
    }

    /// Adds the other half.
    #[must_use]
    pub fn and(mut self, span: Span, message: Message) -> Self {
        self.secondary.push(Label { span, message });
        self
    }

    /// Adds help.
    #[must_use]
    pub fn help(mut self, message: Message) -> Self {
        self.help.push(message);
        self
    }

    /// Adds a repair.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}

/// Sorts by file, place, code, and drops exact repeats: the order in which people read.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| (a.primary.span, a.code.id, b.severity).cmp(&(b.primary.span, b.code.id, a.severity)));
    diagnostics.dedup();
}
