//! Mechanical repairs, and the texts that they make.

use crate::message::Message;
use crate::source::{DataFile, FileId, SourceFile, SourcePackage, SourceSet, Span};
use std::collections::BTreeMap;

/// Replaces the text under `span`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// What a repair does to decisions. A claim: whoever applies one proves it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// Every request is answered as before.
    Keeps,
    /// No request is allowed that was not before.
    Narrows,
    /// The text had no meaning before; what was meant is guessed.
    Guesses,
}

/// Edits that belong together and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an action.
    pub message: Message,
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
    /// What it does to decisions.
    pub safety: Safety,
}

impl Fix {
    /// A repair of an error.
    pub fn guess(message: Message, edits: Vec<Edit>) -> Self {
        Self { message, edits, safety: Safety::Guesses }
    }

    /// A repair after which every request is answered as before.
    pub fn keeping(message: Message, edits: Vec<Edit>) -> Self {
        Self { message, edits, safety: Safety::Keeps }
    }

    /// A repair that takes rights away.
    pub fn narrowing(message: Message, edits: Vec<Edit>) -> Self {
        Self { message, edits, safety: Safety::Narrows }
    }
}

/// The place of a statement, with its line if nothing else stands there: what to take out so that no blank line is left.
pub fn with_line(sources: &SourceSet, span: Span) -> Span {
    let Some(text) = sources.file(span.file).map(|file| &file.text) else { return span };
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let alone = before.trim_end_matches([' ', '\t']).ends_with('\n') || indent == before.len();
    let rest = after.len() - after.trim_start_matches([' ', '\t']).len();
    if alone && after.get(rest..).is_some_and(|rest| rest.starts_with('\n')) {
        // Both are lengths within a file, whose offsets are 32 bits wide.
        Span { start: span.start - indent as u32, end: span.end + rest as u32 + 1, ..span }
    } else {
        span
    }
}

/// The texts with some edits; `None` if two of them overlap or one does not fit.
pub fn apply<'e>(sources: &SourceSet, edits: impl IntoIterator<Item = &'e Edit>) -> Option<SourceSet> {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        by_file.entry(edit.span.file).or_default().push(edit);
    }
    let mut files = Vec::with_capacity(sources.files.len());
    for (index, file) in sources.files.iter().enumerate() {
        let id = FileId(u32::try_from(index).ok()?);
        let mut own = by_file.remove(&id).unwrap_or_default();
        own.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut text = String::with_capacity(file.text.len() + 128);
        let mut at = 0;
        for edit in own {
            text.push_str(file.text.get(at..edit.span.start as usize)?);
            text.push_str(&edit.text);
            at = edit.span.end as usize;
        }
        text.push_str(file.text.get(at..)?);
        files.push(SourceFile::new(file.path.clone(), file.package, text));
    }
    let data =
        sources.data.iter().map(|d| DataFile { path: d.path.clone(), package: d.package, bytes: d.bytes.clone() });
    let packages = sources.packages.iter().map(|p| SourcePackage { path: p.path.clone(), uses: p.uses.clone() });
    Some(SourceSet { files, data: data.collect(), packages: packages.collect() })
}
