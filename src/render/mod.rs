//! Diagnostics to output. Reads [`Diagnostic`](crate::diagnostic::Diagnostic) and
//! [`SourceSet`](crate::source::SourceSet); prints nothing and changes nothing.
//!
//! `human.rs` is the only file that names miette. Every text that goes to a terminal passes `escape.rs`, because names,
//! paths and source lines are anybody's words.

mod concise;
mod escape;
mod excerpt;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod rdjson;
mod review;
mod rule_page;
mod run;
mod sarif;
mod summary;
mod uri;

pub use concise::concise;
pub use escape::{escape, escape_lines, xml};
pub use github::{github, github_summary};
pub use gitlab::gitlab;
pub use human::human;
pub use json::{FORMAT_VERSION, diagnostic_json, json, message_json, place_json, severity_name, summary_json};
pub use junit::junit;
pub use rdjson::rdjson;
pub use review::{NewFinding, Review, broken_markdown, review_human, review_json, review_markdown};
pub use run::{Claim, Part, Run, Tested, Verb};
pub use sarif::sarif;
pub use summary::{Counts, summary};
use uri::uri;

use crate::message::Lang;
use crate::source::{SourceSet, Span, join_path};

/// Diagnostics that a terminal shows at most; the rest is counted.
pub const TERMINAL_LIMIT: usize = 100;
/// Diagnostics of one rule that a terminal shows at most.
pub const RULE_LIMIT: usize = 20;

/// How to show.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// With colors.
    pub color: bool,
    /// The folder of the root package, as the reader names it: paths are shown from there.
    pub base: &'a str,
}

/// A document as text, with a line feed at its end.
fn document(value: &impl serde::Serialize) -> String {
    // Every form is made of texts, numbers and lists, which JSON always has a place for.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// The path of the file of `span`, as the reader would name it, not yet escaped.
pub(crate) fn path_of(sources: &SourceSet, span: Span, base: &str) -> String {
    join_path(base, sources.file(span.file).map_or(".", |file| &file.path))
}
