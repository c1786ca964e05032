//! Findings as reviewdog reads them. Columns count bytes of UTF-8 here, and paths start where the program was called.

use super::path_of;
use super::run::{Finding, Part, Run};
use crate::diagnostic::{Label, Severity};
use crate::message::Lang;
use crate::source::Span;
use serde::Serialize;

#[derive(Serialize)]
struct Document {
    source: Source,
    diagnostics: Vec<Entry>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Entry {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Related {
    message: String,
    location: Location,
}

/// The document: one entry for each finding that is not waived.
pub fn rdjson(run: &Run) -> String {
    let diagnostics = run.open().iter().map(|finding| entry(finding, run.lang)).collect();
    super::document(&Document { source: Source { name: "rolecall" }, diagnostics })
}

fn entry(finding: &Finding<'_>, lang: Lang) -> Entry {
    let (part, diagnostic) = (finding.part, finding.diagnostic);
    let file = diagnostic.primary.span.file;
    // A suggestion is applied by itself and to the file of the finding, so only a repair of one edit there is one.
    let suggestions = match diagnostic.fix.as_ref().map(|fix| fix.edits.as_slice()) {
        Some([edit]) if edit.span.file == file => {
            vec![Suggestion { range: range(part, edit.span), text: edit.text.clone() }]
        }
        _ => Vec::new(),
    };
    let related = |label: &Label| Related {
        message: super::escape(&label.message.render(lang)).into_owned(),
        location: location(part, label.span),
    };
    Entry {
        message: finding.full_message(),
        location: location(part, diagnostic.primary.span),
        severity: match diagnostic.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: diagnostic.code.id },
        suggestions,
        related_locations: diagnostic.secondary.iter().map(related).collect(),
    }
}

fn location(part: &Part, span: Span) -> Location {
    Location { path: path_of(&part.sources, span, &part.base), range: range(part, span) }
}

fn range(part: &Part, span: Span) -> Range {
    let point = |offset: u32| {
        let Some(file) = part.sources.file(span.file) else { return Point { line: 1, column: 1 } };
        let offset = offset.min(file.text.len() as u32);
        let line = file.lines().line(offset);
        Point { line, column: offset - file.lines().start(line).unwrap_or(0) + 1 }
    };
    Range { start: point(span.start), end: point(span.end.max(span.start)) }
}
