//! A run as SARIF 2.1.0, within the limits that GitHub documents for code scanning.
//!
//! The line to change is the primary location, what follows from it are related locations, a path of inheritance is a code
//! flow. Only what is worst is kept where there is too much, and what was left out is said in the file and to the caller.

mod model;

use super::rule_page::rule_page;
use super::run::{Finding, Part, Run};
use super::{escape, uri};
use crate::diagnostic::{Class, Code, Fix, Label, Severity};
use crate::message::{Lang, Message, report as text};
use crate::source::Span;
use crate::wire;
use model as sarif;
use serde_json::{Map, Value, json};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Results that GitHub reads of one run.
const RESULTS: usize = 25_000;
/// Locations that GitHub reads of one result, and steps that are worth drawing.
const LOCATIONS: usize = 1_000;
/// What paths are relative to.
const ROOT: &str = "SRCROOT";
/// Where the project lives; empty until it has a public address.
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

/// The document, and what of the run is not in it.
pub fn sarif(run: &Run) -> (String, Vec<Message>) {
    let mut findings = run.findings();
    let (results_left_out, mut notes) = cut(&mut findings);
    let mut codes: Vec<&'static Code> = findings.iter().map(|finding| finding.diagnostic.code).collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup();
    let long =
        findings.iter().filter(|f| places(f.diagnostic.secondary.len()) || places(f.diagnostic.flow.len())).count();
    if long > 0 {
        notes.push(text::PLACES_LEFT_OUT.with([("n", long.into()), ("limit", LOCATIONS.into())]));
    }
    let results = findings.iter().map(|finding| outcome(finding, &codes, run.lang)).collect();
    let notification = |note: &Message| sarif::Notification {
        level: if results_left_out { "warning" } else { "note" },
        message: sarif::Message { text: note.render(run.lang) },
    };
    let base = json!({ "description": { "text": "the top of the repository" } });
    let log = sarif::Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [sarif::Run {
            tool: sarif::Tool {
                driver: sarif::Driver {
                    name: "rolecall",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    information_uri: (!HOME.is_empty()).then_some(HOME),
                    rules: codes.iter().map(|code| rule(code, run.lang)).collect(),
                },
            },
            invocations: [sarif::Invocation {
                execution_successful: run.exit < 2,
                exit_code: run.exit,
                tool_execution_notifications: notes.iter().map(notification).collect(),
            }],
            automation_details: sarif::AutomationDetails { id: format!("rolecall/{}/", run.verb.name()) },
            original_uri_base_ids: Map::from_iter([(ROOT.to_owned(), base)]),
            column_kind: "unicodeCodePoints",
            language: match run.lang {
                Lang::En => "en",
                Lang::Zh => "zh-CN",
            },
            results,
        }],
    };
    (super::document(&log), notes)
}

fn places(count: usize) -> bool {
    count > LOCATIONS
}

/// Puts the worst first and keeps as many as are read. Whoever reads fewer (GitHub shows 5,000) then reads those.
fn cut(findings: &mut Vec<Finding<'_>>) -> (bool, Vec<Message>) {
    findings.sort_by_key(|finding| {
        let diagnostic = finding.diagnostic;
        (finding.waived.is_some(), Reverse(diagnostic.severity), Reverse(diagnostic.code.security))
    });
    let total = findings.len();
    findings.truncate(RESULTS);
    let left_out = total > RESULTS;
    let note = left_out.then(|| {
        text::RESULTS_LEFT_OUT.with([
            ("n", (total - RESULTS).into()),
            ("total", total.into()),
            ("limit", RESULTS.into()),
        ])
    });
    (left_out, note.into_iter().collect())
}

fn rule(code: &'static Code, lang: Lang) -> sarif::Rule {
    let mut tags = vec!["permissions", code.class.name()];
    if code.security.is_some() {
        tags.insert(0, "security");
    }
    let level = level(code.level);
    sarif::Rule {
        id: code.id,
        name: pascal(code.name),
        short_description: sarif::Message { text: code.summary.get(lang).to_owned() },
        full_description: sarif::Message { text: code.why.get(lang).to_owned() },
        help: sarif::Help { text: code.why.get(lang).to_owned(), markdown: rule_page(code, lang) },
        help_uri: help_uri(HOME),
        default_configuration: sarif::Configuration { level },
        properties: sarif::RuleProperties {
            tags,
            precision: match code.class {
                Class::Exact | Class::Graph => "very-high",
                Class::Syntactic => "high",
                Class::Heuristic => "medium",
            },
            problem_severity: match code.level {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "recommendation",
            },
            security_severity: code.security.map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)),
        },
    }
}

/// The page about findings, where the project has an address.
fn help_uri(home: &str) -> Option<String> {
    (!home.is_empty()).then(|| format!("{home}/blob/main/docs/findings.md"))
}

/// `unheld-role` as `UnheldRole`, the form that the standard asks of names.
fn pascal(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    name.split('-').map(word).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn outcome(finding: &Finding<'_>, codes: &[&'static Code], lang: Lang) -> sarif::Outcome {
    let (part, diagnostic) = (finding.part, finding.diagnostic);
    let words = |label: &Label| escape(&label.message.render(lang)).into_owned();
    let related: Vec<sarif::Location> = (diagnostic.secondary.iter().take(LOCATIONS).enumerate())
        .map(|(index, label)| location(part, label.span, Some(index + 1), words(label)))
        .collect();
    // Related places are linked only where the message names them.
    let mut message = bracketed(&finding.message());
    for (index, label) in diagnostic.secondary.iter().take(LOCATIONS).enumerate() {
        message.push_str(&format!("\n[{}]({})", bracketed(&words(label)), index + 1));
    }
    let mut properties = Map::new();
    properties.insert("class".to_owned(), json!(diagnostic.code.class.name()));
    if !diagnostic.about.is_empty() {
        properties.insert("about".to_owned(), json!(diagnostic.about));
    }
    if !diagnostic.help.is_empty() {
        let help: Value = diagnostic.help.iter().map(|help| json!(help.render(lang))).collect();
        properties.insert("help".to_owned(), help);
    }
    if !diagnostic.witness.is_empty() {
        properties.insert("witness".to_owned(), diagnostic.witness.iter().map(wire::witness).collect());
    }
    sarif::Outcome {
        rule_id: diagnostic.code.id,
        rule_index: codes.iter().position(|code| code.id == diagnostic.code.id).unwrap_or(0),
        level: level(diagnostic.severity),
        message: sarif::Message { text: message },
        locations: [location(part, diagnostic.primary.span, None, words(&diagnostic.primary))],
        partial_fingerprints: sarif::Fingerprints {
            primary: format!("{}:1", finding.print),
            own: finding.print.clone(),
        },
        related_locations: related,
        code_flows: flow(part, &diagnostic.flow, lang),
        fixes: diagnostic.fix.iter().map(|fix| repair(part, fix, lang)).collect(),
        suppressions: finding.waived.iter().map(|waived| suppression(part, waived)).collect(),
        properties,
    }
}

/// Text in which square brackets are no links.
fn bracketed(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn flow(part: &Part, steps: &[Label], lang: Lang) -> Vec<sarif::CodeFlow> {
    if steps.is_empty() {
        return Vec::new();
    }
    let steps = steps.iter().take(LOCATIONS).map(|label| {
        let words = escape(&label.message.render(lang)).into_owned();
        sarif::Step { location: location(part, label.span, None, words) }
    });
    vec![sarif::CodeFlow { thread_flows: [sarif::ThreadFlow { locations: steps.collect() }] }]
}

fn suppression(part: &Part, waived: &crate::diagnostic::Waived) -> sarif::Suppression {
    sarif::Suppression {
        kind: if waived.place.is_some() { "inSource" } else { "external" },
        status: "accepted",
        justification: escape(&waived.reason).into_owned(),
        location: waived.place.map(|span| location(part, span, None, String::new())),
    }
}

fn repair(part: &Part, fix: &Fix, lang: Lang) -> sarif::Repair {
    let mut changes: BTreeMap<String, sarif::Change> = BTreeMap::new();
    for edit in &fix.edits {
        let artifact = artifact(part, edit.span);
        let change = changes
            .entry(artifact.uri.clone())
            .or_insert_with(|| sarif::Change { artifact_location: artifact.clone(), replacements: Vec::new() });
        change.replacements.push(sarif::Replacement {
            deleted_region: region(part, edit.span),
            inserted_content: sarif::Message { text: edit.text.clone() },
        });
    }
    sarif::Repair {
        description: sarif::Message { text: fix.message.render(lang) },
        artifact_changes: changes.into_values().collect(),
    }
}

fn location(part: &Part, span: Span, id: Option<usize>, words: String) -> sarif::Location {
    sarif::Location {
        id,
        physical_location: sarif::PhysicalLocation {
            artifact_location: artifact(part, span),
            region: region(part, span),
        },
        message: (!words.is_empty()).then(|| sarif::Message { text: bracketed(&words) }),
    }
}

fn artifact(part: &Part, span: Span) -> sarif::ArtifactLocation {
    sarif::ArtifactLocation { uri: uri(&part.path(span)), uri_base_id: ROOT }
}

fn region(part: &Part, span: Span) -> sarif::Region {
    let (start, end) = part.region(span);
    sarif::Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_texts_take_the_forms_of_the_standard() {
        assert_eq!(pascal("allow-deny-overlap"), "AllowDenyOverlap");
        assert_eq!(bracketed("a [b](1) \\"), "a \\[b\\](1) \\\\");
        assert_eq!(help_uri(""), None);
        assert_eq!(
            help_uri("https://example.org/r").as_deref(),
            Some("https://example.org/r/blob/main/docs/findings.md")
        );
    }
}
