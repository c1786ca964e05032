//! [`Statement`]: a statement as the layout sees it, and [`Sentence`], which builds its words.
//!
//! The files beside this one turn each construct into a statement; none of them thinks of comments,
//! blank lines or widths.

use super::doc::{BLOCK, CONTINUED, Doc};
use crate::source::Span;

/// A statement: its words, and the statements of its block if it has one.
#[derive(Debug)]
pub(super) struct Statement {
    /// Where it was written.
    pub(super) span: Span,
    /// Its words, braces left out.
    pub(super) head: Doc,
    /// Its block.
    pub(super) body: Option<Body>,
}

/// What stands in the braces of a statement.
#[derive(Debug)]
pub(super) struct Body {
    /// The statements.
    pub(super) items: Vec<Statement>,
    /// Whether more than one of them may share the line of the head.
    pub(super) packs: bool,
}

/// Builds the words of a statement: a first stretch, then clauses. A line breaks before a clause that
/// does not fit on it, and inside one only if that does not fit on a line of its own.
#[derive(Debug)]
pub(super) struct Sentence {
    span: Span,
    first: Vec<Doc>,
    clauses: Vec<Doc>,
}

impl Sentence {
    /// A statement that starts with `words`.
    pub(super) fn new(span: Span, words: &str) -> Self {
        Self { span, first: vec![Doc::part(span.start, words)], clauses: Vec::new() }
    }

    /// Adds `doc`, kept on the line of what stands before it.
    pub(super) fn and(&mut self, doc: Doc) -> &mut Self {
        self.first.extend([Doc::Blank, doc]);
        self
    }

    /// Adds the items of a list: the first stays with what stands before it.
    pub(super) fn list(&mut self, items: Vec<Doc>) -> &mut Self {
        self.first.push(Doc::Blank);
        self.first.extend(lines(items));
        self
    }

    /// Adds the items of a list, each of which may start a line.
    pub(super) fn then(&mut self, items: Vec<Doc>) -> &mut Self {
        for item in items {
            self.first.extend([Doc::Line, item]);
        }
        self
    }

    /// Adds a clause, if there is one.
    pub(super) fn clause(&mut self, clause: impl IntoIterator<Item = Doc>) -> &mut Self {
        self.clauses.extend(clause);
        self
    }

    /// The words.
    pub(super) fn words(self) -> Doc {
        let mut docs = self.first;
        for clause in self.clauses {
            docs.extend([Doc::Line, clause]);
        }
        Doc::Fill(docs).deeper(CONTINUED)
    }

    /// A statement without a block.
    pub(super) fn plain(self) -> Statement {
        Statement { span: self.span, head: self.words(), body: None }
    }

    /// A statement with a block.
    pub(super) fn block(self, items: Vec<Statement>) -> Statement {
        Statement { span: self.span, head: self.words(), body: Some(Body { items, packs: false }) }
    }

    /// A statement with a block of short statements, several of which may stand on one line.
    pub(super) fn packed(self, items: Vec<Statement>) -> Statement {
        Statement { span: self.span, head: self.words(), body: Some(Body { items, packs: true }) }
    }

    /// A statement that ends in a list in braces, which holds no statements.
    pub(super) fn braces(self, items: Vec<Doc>) -> Statement {
        let span = self.span;
        let head = self.words();
        let Some(close) = span.end.checked_sub(1).filter(|_| !items.is_empty()) else {
            return Statement { span, head: head.suffix(" {}"), body: None };
        };
        let mut inner = vec![Doc::Line];
        inner.extend(lines(items));
        let braces = Doc::Group(vec![Doc::Indent(BLOCK, inner), Doc::Line, Doc::part(close, "}")]);
        Statement { span, head: Doc::Fill(vec![head.suffix(" {"), braces]), body: None }
    }
}

/// `items` with a place to break between each two.
pub(super) fn lines(items: Vec<Doc>) -> Vec<Doc> {
    let mut out = Vec::with_capacity(items.len() * 2);
    for item in items {
        if !out.is_empty() {
            out.push(Doc::Line);
        }
        out.push(item);
    }
    out
}

/// `items`, each but the last with a comma.
pub(super) fn commas(items: Vec<Doc>) -> Vec<Doc> {
    let last = items.len().saturating_sub(1);
    items.into_iter().enumerate().map(|(i, item)| if i < last { item.suffix(",") } else { item }).collect()
}

/// `items`, each but the first after `word`, which may start a line.
pub(super) fn joined(word: &str, items: Vec<Doc>) -> Vec<Doc> {
    items.into_iter().enumerate().map(|(i, item)| if i > 0 { item.prefix(word) } else { item }).collect()
}

/// A clause: `words` and a list; nothing if the list is empty.
pub(super) fn clause(words: &str, items: Vec<Doc>) -> Option<Doc> {
    if items.is_empty() {
        return None;
    }
    Some(Doc::Fill(lines(items)).deeper(BLOCK).prefix(words))
}
