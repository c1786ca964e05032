//! Diagnostics to output. Reads [`Diagnostic`](crate::diagnostic::Diagnostic) and
//! [`SourceSet`](crate::source::SourceSet); prints nothing and changes nothing.
//!
//! `human.rs` is the only file that names miette. Every text that goes to a terminal passes `escape.rs`, because names,
//! paths and source lines are anybody's words.

mod concise;
mod escape;
mod excerpt;
mod human;
mod json;
mod summary;

pub use concise::concise;
pub use escape::{escape, escape_lines};
pub use human::human;
pub use json::{FORMAT_VERSION, diagnostic_json, message_json, place_json, summary_json};
pub use summary::{Counts, summary};

use crate::message::Lang;
use crate::source::{SourceSet, Span, join_path};

/// Diagnostics that a terminal shows at most; the rest is counted.
pub const TERMINAL_LIMIT: usize = 100;

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

/// The path of the file of `span`, as the reader would name it, not yet escaped.
pub(crate) fn path_of(sources: &SourceSet, span: Span, base: &str) -> String {
    join_path(base, sources.file(span.file).map_or(".", |file| &file.path))
}
