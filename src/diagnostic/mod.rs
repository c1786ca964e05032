//! Owns [`Diagnostic`]: what went wrong, as data.
//!
//! Stages push diagnostics and go on; only `render` draws them. A diagnostic names a [`Code`]
//! that `rolecall explain` documents.

mod code;
mod fingerprint;
pub mod fix;
mod suggest;
mod waived;
mod witness;

pub use code::{ALL, Class, Code, find};
pub use fingerprint::{apart, fingerprint, fingerprints};
pub use fix::{Edit, Fix, Safety};
pub use suggest::did_you_mean;
pub use waived::Waived;
pub use witness::{WitnessRequest, WitnessSubject, WitnessValue};

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
    /// Names of what it is about (roles, rights, people, sentences), in an order that the rule keeps. They make its
    /// [`fingerprint`], so nothing that changes when lines move, somebody else is added or the reader's language changes
    /// belongs here. Where it is empty, the text at the place counts.
    pub about: Vec<String>,
    /// Steps that lead from the cause to the effect, such as a path of inheritance, in order.
    pub flow: Vec<Label>,
    /// Requests that show it: `decide` answers them as they say.
    pub witness: Vec<WitnessRequest>,
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
            about: Vec::new(),
            flow: Vec::new(),
            witness: Vec::new(),
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

    /// Says what it is about: names that stay when lines move.
    #[must_use]
    pub fn about<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.about.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds steps from the cause to the effect.
    #[must_use]
    pub fn steps(mut self, steps: impl IntoIterator<Item = Label>) -> Self {
        self.flow.extend(steps);
        self
    }

    /// Adds requests that show it.
    #[must_use]
    pub fn witness(mut self, requests: impl IntoIterator<Item = WitnessRequest>) -> Self {
        self.witness.extend(requests);
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
