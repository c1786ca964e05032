//! Findings as GitLab reads them: the code quality report.

use super::run::Run;
use crate::diagnostic::Severity;
use serde::Serialize;

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// The document: one entry for each finding that is not waived.
pub fn gitlab(run: &Run) -> String {
    let entries = run.open().into_iter().map(|finding| {
        let (start, end) = finding.part.region(finding.diagnostic.primary.span);
        Entry {
            description: format!("{}: {}", finding.diagnostic.code.id, finding.message()),
            check_name: finding.diagnostic.code.name,
            fingerprint: finding.print,
            severity: match finding.diagnostic.severity {
                Severity::Error => "critical",
                Severity::Warning => "major",
                Severity::Info => "info",
            },
            location: Location { path: finding.path, lines: Lines { begin: start.line, end: end.line } },
        }
    });
    super::document(&entries.collect::<Vec<_>>())
}
