//! A run and its diagnostics as JSON, documented in `docs/formats.md`.

use super::{Claim, Counts, Part, Run, Style, Verb, path_of};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceSet, Span};
use crate::wire;
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
        "class": diagnostic.code.class.name(),
        "about": diagnostic.about,
        "flow": diagnostic.flow.iter().map(|l| place(l.span, &l.message)).collect::<Vec<_>>(),
        "witness": diagnostic.witness.iter().map(wire::witness).collect::<Vec<_>>(),
    })
}

/// The document of a run, on one line.
pub fn json(run: &Run) -> String {
    let (mut open, mut waived) = (Vec::new(), Vec::new());
    for finding in run.findings() {
        let part = finding.part;
        let mut one = diagnostic_json(&part.sources, finding.diagnostic, part.style(run.lang));
        if let Some(members) = one.as_object_mut() {
            members.insert("fingerprint".to_owned(), json!(finding.print));
            if let Some(waived) = finding.waived {
                members.insert("reason".to_owned(), json!(waived.reason));
            }
        }
        if finding.waived.is_some() { waived.push(one) } else { open.push(one) }
    }
    let mut document = json!({
        "format_version": FORMAT_VERSION,
        "verb": run.verb.name(),
        "diagnostics": open,
        "waived": waived,
    });
    if let Some(members) = document.as_object_mut() {
        if run.verb == Verb::Check {
            let claims = run.parts.iter().flat_map(|part| part.claims.iter().map(|claim| claim_json(part, claim, run)));
            members.insert("guarantees".to_owned(), claims.collect());
        }
        if run.verb != Verb::Lint {
            let tests = run.parts.iter().flat_map(|part| &part.tests).map(|test| test.document.clone());
            members.insert("tests".to_owned(), tests.collect());
        }
        let (known, gone) = run.baseline();
        members.insert("baseline".to_owned(), json!({ "known": known, "gone": gone }));
        members.insert("summary".to_owned(), summary_json(run.counts()));
    }
    format!("{document}\n")
}

fn claim_json(part: &Part, claim: &Claim, run: &Run) -> Value {
    let mut told = json!({
        "sentence": claim.sentence,
        "verdict": claim.verdict,
        "place": place_json(&part.sources, claim.span, part.style(run.lang)),
    });
    if let Some(members) = told.as_object_mut().filter(|_| claim.verdict == "broken") {
        members.insert("witness".to_owned(), claim.witness.iter().map(wire::witness).collect());
    }
    told
}

/// A message in the reader's language.
pub fn message_json(message: &crate::message::Message, style: Style<'_>) -> Value {
    Value::String(message.render(style.lang))
}

/// The counts.
pub fn summary_json(counts: Counts) -> Value {
    json!({ "errors": counts.errors, "warnings": counts.warnings, "infos": counts.infos })
}

/// Its word in machines' texts.
pub fn severity_name(severity: Severity) -> &'static str {
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
