//! How many there were of each kind: the last line of every report.

use crate::diagnostic::{Diagnostic, Severity};
use crate::message::{Arg, Lang, Message, cli as text};

/// Counts by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub infos: usize,
}

impl Counts {
    /// Adds some.
    pub fn add<'a>(&mut self, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) {
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
    }
}

/// `3 errors, 1 warning`; `no findings` if there are none.
pub fn summary(counts: Counts, lang: Lang) -> String {
    let part = |n: usize, text: &'static crate::message::Text| -> Option<Message> {
        (n > 0).then(|| text.with([("n", n.into())]))
    };
    let parts: Vec<Arg> = [
        part(counts.errors, &text::N_ERRORS),
        part(counts.warnings, &text::N_WARNINGS),
        part(counts.infos, &text::N_INFOS),
    ]
    .into_iter()
    .flatten()
    .map(Arg::Message)
    .collect();
    if parts.is_empty() {
        return text::NO_FINDINGS.get(lang).to_owned();
    }
    text::SUMMARY.with([("parts", Arg::List(parts))]).render(lang)
}
