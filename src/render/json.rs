//! Diagnostics as JSON, documented in `docs/cli.md`.

use super::{Counts, Style, path_of};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceSet, Span};
use serde_json::{Value, json};

/// Version of every JSON document that the command line writes. A new minor number adds members, which readers ignore; a new
/// major number changes some.
pub const FORMAT_VERSION: &str = "1.0";

/// One diagnostic.
pub fn diagnostic_json(sources: &SourceSet, diagnostic: &Diagnostic, style: Style<'_>) -> Value {
    let place = |span: Span, message: &crate::message::Message| {
        let mut place = place_json(sources, span, style);
        if let Some(members) = place.as_object_mut() {
            members.insert("message".to_owned(), message_json(message, style));
        }
        place
    };
    let fix = diagnostic.fix.as_ref().map(|fix| {
        let edits: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| {
                let mut place = place_json(sources, edit.span, style);
                if let Some(members) = place.as_object_mut() {
                    members.insert("text".to_owned(), json!(edit.text));
                }
                place
            })
            .collect();
        json!({ "message": message_json(&fix.message, style), "edits": edits })
    });
    json!({
        "code": diagnostic.code.id,
        "name": diagnostic.code.name,
        "severity": severity_name(diagnostic.severity),
        "message": message_json(&diagnostic.message, style),
        "place": place(diagnostic.primary.span, &diagnostic.primary.message),
        "related": diagnostic.secondary.iter().map(|l| place(l.span, &l.message)).collect::<Vec<_>>(),
        "help": diagnostic.help.iter().map(|h| message_json(h, style)).collect::<Vec<_>>(),
        "fix": fix,
    })
}

/// A message in the reader's language.
pub fn message_json(message: &crate::message::Message, style: Style<'_>) -> Value {
    Value::String(message.render(style.lang))
}

/// The counts.
pub fn summary_json(counts: Counts) -> Value {
    json!({ "errors": counts.errors, "warnings": counts.warnings, "infos": counts.infos })
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Where a span starts and ends.
pub fn place_json(sources: &SourceSet, span: Span, style: Style<'_>) -> Value {
    let point = |offset: u32| {
        let at = sources.position(Span::new(span.file, offset, offset));
        json!({ "line": at.line, "column": at.column, "offset": offset })
    };
    json!({ "path": path_of(sources, span, style.base), "start": point(span.start), "end": point(span.end) })
}
