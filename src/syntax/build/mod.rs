//! Nodes of the grammar to the [`Ast`], one file for each family of statements. Checks form, never meaning.

mod brake;
mod clause;
mod condition;
mod guarantee;
mod header;
mod holding;
mod item;
mod people;
mod place;
mod right;
mod role;
mod test;
mod time;
mod token;
mod vocabulary;

use super::Parsed;
use super::ahead::Ahead;
use super::ast::Ast;
use super::layout::Layout;
use super::names::Names;
pub(super) use clause::Written;

use super::recover::Recovery;
use crate::diagnostic::{self, Diagnostic};
use crate::source::{FileId, Interner, Span};

/// What the families share: the file, its layout, names, and what was found wrong.
pub(super) struct Builder<'a> {
    /// The file.
    pub(super) file: FileId,
    /// Its text.
    pub(super) source: &'a str,
    /// What the grammar read.
    pub(super) layout: &'a Layout,
    /// Names seen, and their checks.
    pub(super) names: Names<'a>,
    /// What is wrong.
    pub(super) found: Vec<Diagnostic>,
    /// Where the last offset was found in the layout.
    pub(super) hint: usize,
    /// Text that did not parse, in the order of the file.
    pub(super) bad: Recovery,
    /// The clauses of the statement at hand, in the order written.
    pub(super) written: Vec<Written>,
    /// Where a statement starts that the one before took for a name.
    pub(super) taken: Option<u32>,
}

/// Builds one file from its layout; `found` is what the scan reported. Reading `ahead` changes how long it takes.
pub(super) fn build(
    file: FileId,
    source: &str,
    mut layout: Layout,
    found: Vec<Diagnostic>,
    names: &mut Interner,
    ahead: bool,
) -> Parsed {
    let comments = std::mem::take(&mut layout.comments);
    let mut builder = Builder {
        file,
        source,
        layout: &layout,
        names: Names::new(names),
        found,
        hint: 0,
        bad: Recovery::default(),
        written: Vec::new(),
        taken: None,
    };
    let items = if ahead {
        Ahead::read(&layout, |ahead| builder.items(ahead, &comments))
    } else {
        builder.items_one_by_one(&comments)
    };
    builder.finish();
    let mut diagnostics = builder.found;
    diagnostic::sort(&mut diagnostics);
    Parsed { ast: Ast { file, items, comments }, diagnostics }
}

impl Builder<'_> {
    /// The place of a stretch of the layout's text.
    pub(super) fn place(&mut self, start: u32, end: u32) -> Span {
        let first = self.layout.start(start, &mut self.hint);
        let last = self.layout.end(end, self.source, &mut self.hint);
        Span::new(self.file, first, last.max(first))
    }

    /// Reports `found`.
    pub(super) fn report(&mut self, found: Diagnostic) {
        self.found.push(found);
    }

    /// The text of the file at `span`.
    pub(super) fn text_at(&self, span: Span) -> &str {
        self.source.get(span.start as usize..span.end as usize).unwrap_or("")
    }
}
