//! What makes a finding the same one as yesterday's: its code and what it is about, not where it stands.
//!
//! Baselines and the reports of code hosts are matched by this, so it is as stable as a table's format: whoever changes how
//! it is made changes [`VERSION`] too.

use super::Diagnostic;
use crate::source::{FileId, SourceSet, Span};
use crate::table::write::content;
use std::collections::HashMap;

/// The way in which fingerprints are made.
const VERSION: u32 = 1;

/// What tells findings apart that are otherwise equal.
#[derive(Clone, Copy, Default)]
struct Apart<'a> {
    /// The file, unless it is the first of those with equal findings.
    path: &'a str,
    /// Which of the equal ones in that file it is, from 0.
    ordinal: u32,
}

/// The fingerprint of a finding that is the only one of its kind: 32 hexadecimal digits.
pub fn fingerprint(sources: &SourceSet, diagnostic: &Diagnostic) -> String {
    digest(&identity(sources, diagnostic), Apart::default())
}

/// The fingerprints of all findings of a run, each different: equal ones are told apart by their files, then by their
/// order. The first keeps its own fingerprint, so that whoever mends one of several sees no new one appear.
pub fn fingerprints<'a>(sources: &SourceSet, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<String> {
    let mut equal: HashMap<Vec<u8>, (FileId, HashMap<FileId, u32>)> = HashMap::new();
    let prints = diagnostics.into_iter().map(|diagnostic| {
        let file = diagnostic.primary.span.file;
        let identity = identity(sources, diagnostic);
        let (first, seen) = equal.entry(identity.clone()).or_insert_with(|| (file, HashMap::new()));
        let ordinal = seen.entry(file).or_insert(0);
        let path = if *first == file { "" } else { sources.file(file).map_or("", |file| &file.path) };
        let print = digest(&identity, Apart { path, ordinal: *ordinal });
        *ordinal += 1;
        print
    });
    prints.collect()
}

/// The fingerprint of the same finding in another package of one run.
pub fn apart(fingerprint: &str, package: &str) -> String {
    digest(fingerprint.as_bytes(), Apart { path: package, ordinal: 0 })
}

/// Code and names, each with its length before it: no two lists look alike.
fn identity(sources: &SourceSet, diagnostic: &Diagnostic) -> Vec<u8> {
    let mut bytes = Vec::new();
    push(&mut bytes, diagnostic.code.id);
    if diagnostic.about.is_empty() {
        push(&mut bytes, &written(sources, diagnostic.primary.span));
    }
    for name in &diagnostic.about {
        push(&mut bytes, name);
    }
    bytes
}

fn digest(identity: &[u8], apart: Apart<'_>) -> String {
    let mut bytes = VERSION.to_le_bytes().to_vec();
    bytes.extend_from_slice(identity);
    push(&mut bytes, apart.path);
    bytes.extend_from_slice(&apart.ordinal.to_le_bytes());
    content(&bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn push(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
    bytes.extend_from_slice(text.as_bytes());
}

/// The lines that a span touches, blanks squeezed: what a change of indentation or a line above leaves alone.
fn written(sources: &SourceSet, span: Span) -> String {
    let Some(file) = sources.file(span.file) else { return String::new() };
    let lines = file.lines();
    let start = lines.start(lines.line(span.start)).unwrap_or(0) as usize;
    let end = lines.start(lines.line(span.end.max(span.start)) + 1).map_or(file.text.len(), |next| next as usize);
    let text = file.text.get(start..end).unwrap_or("");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
