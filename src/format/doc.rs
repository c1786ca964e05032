//! The layout algebra: [`Doc`], words with the places where a line may break, and its printer.
//!
//! Knows neither the language nor where comments come from. A comment belongs to a [`Part`]: lines of
//! its own before the part, or one after it on the same line; either way a line ends there.

use unicode_width::UnicodeWidthStr;

/// Columns that a line should not exceed; Chinese characters take two.
pub(super) const WIDTH: usize = 110;
/// Columns by which a block lies deeper than its statement.
pub(super) const BLOCK: usize = 2;
/// Columns by which the continuation of a statement lies deeper, so that it is never taken for a block.
pub(super) const CONTINUED: usize = 4;

/// Words that stay together, and where in the source the first of them with a known place starts.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Byte offset in the source: comments between two parts are found by it.
    pub(super) start: u32,
    /// The words.
    pub(super) text: String,
    /// Comments on lines of their own before it.
    pub(super) before: Vec<String>,
    /// A comment after it, up to the end of the line.
    pub(super) after: Option<String>,
}

/// A text with places to break at. Two parts in a row are printed without a blank.
#[derive(Debug, Clone)]
pub(super) enum Doc {
    /// Words.
    Part(Part),
    /// A blank where the line does not break unless a comment ends it.
    Blank,
    /// A blank, or a line break.
    Line,
    /// All lines break, or none.
    Group(Vec<Doc>),
    /// Each line breaks only if what follows up to the next one does not fit.
    Fill(Vec<Doc>),
    /// Lines broken inside start that many columns deeper; they break as those around it do.
    Indent(usize, Vec<Doc>),
}

impl Doc {
    /// Words at a place.
    pub(super) fn part(start: u32, text: impl Into<String>) -> Self {
        Self::Part(Part { start, text: text.into(), before: Vec::new(), after: None })
    }

    /// This, deeper by `columns`.
    pub(super) fn deeper(self, columns: usize) -> Self {
        Self::Indent(columns, vec![self])
    }

    /// This with `words` glued to the front of its first part.
    #[must_use]
    pub(super) fn prefix(mut self, words: &str) -> Self {
        if let Some(part) = self.parts_mut().into_iter().next() {
            part.text.insert_str(0, words);
        }
        self
    }

    /// This with `words` glued to the end of its last part.
    #[must_use]
    pub(super) fn suffix(mut self, words: &str) -> Self {
        if let Some(part) = self.parts_mut().pop() {
            part.text.push_str(words);
        }
        self
    }

    /// Every part in the order printed.
    pub(super) fn parts(&self) -> Vec<&Part> {
        match self {
            Self::Part(part) => vec![part],
            Self::Blank | Self::Line => Vec::new(),
            Self::Group(docs) | Self::Fill(docs) | Self::Indent(_, docs) => docs.iter().flat_map(Self::parts).collect(),
        }
    }

    /// Every part in the order printed.
    pub(super) fn parts_mut(&mut self) -> Vec<&mut Part> {
        match self {
            Self::Part(part) => vec![part],
            Self::Blank | Self::Line => Vec::new(),
            Self::Group(docs) | Self::Fill(docs) | Self::Indent(_, docs) => {
                docs.iter_mut().flat_map(Self::parts_mut).collect()
            }
        }
    }

    /// The text on one line, comments left out.
    pub(super) fn flat(&self) -> String {
        match self {
            Self::Part(part) => part.text.clone(),
            Self::Blank | Self::Line => " ".to_owned(),
            Self::Group(docs) | Self::Fill(docs) | Self::Indent(_, docs) => docs.iter().map(Self::flat).collect(),
        }
    }

    /// Whether a comment ends a line inside it. One before all of it or after all of it does not.
    fn is_cut(&self) -> bool {
        let parts = self.parts();
        let last = parts.len().saturating_sub(1);
        parts.iter().enumerate().any(|(i, p)| (i > 0 && !p.before.is_empty()) || (i < last && p.after.is_some()))
    }
}

/// How many columns `text` takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Text being written, line by line.
#[derive(Debug, Default)]
pub(super) struct Printer {
    out: String,
    column: usize,
    /// Lines ended so far.
    lines: usize,
    /// Nothing but indentation stands on the line yet.
    fresh: bool,
    /// A comment was written: nothing else may follow on the line.
    ended: bool,
    /// A blank is due before the next words.
    blank: bool,
}

impl Printer {
    /// At the start of a text.
    pub(super) fn new() -> Self {
        Self { fresh: true, ..Self::default() }
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Ends the line, if there is something on it, and starts one at column `indent`.
    pub(super) fn start_line(&mut self, indent: usize) {
        if !self.fresh {
            self.out.push('\n');
            self.lines += 1;
        }
        self.column = indent;
        self.fresh = true;
        self.ended = false;
        self.blank = false;
    }

    /// An empty line, to be called at the start of a line.
    pub(super) fn empty_line(&mut self) {
        self.out.push('\n');
    }

    /// Writes words that stay together.
    pub(super) fn words(&mut self, text: &str, indent: usize) {
        if self.ended {
            self.start_line(indent);
        }
        if self.fresh {
            self.out.extend(std::iter::repeat_n(' ', self.column));
        } else if self.blank {
            self.out.push(' ');
            self.column += 1;
        }
        self.out.push_str(text);
        self.column += width(text);
        self.fresh = false;
        self.blank = false;
    }

    /// Writes a comment on a line of its own.
    pub(super) fn comment_line(&mut self, text: &str, indent: usize) {
        self.start_line(indent);
        self.words(text, indent);
        self.ended = true;
    }

    /// Writes a comment behind what is on the line.
    pub(super) fn comment_behind(&mut self, text: &str) {
        self.blank = true;
        self.words(text, 0);
        self.ended = true;
    }

    /// Writes `doc`, its continuation lines at `indent`.
    pub(super) fn doc(&mut self, doc: &Doc, indent: usize) {
        self.print(doc, indent, false);
    }

    fn print(&mut self, doc: &Doc, indent: usize, flat: bool) {
        match doc {
            Doc::Part(part) => self.part(part, indent),
            Doc::Blank => self.blank = true,
            Doc::Line if flat => self.blank = true,
            Doc::Line => self.start_line(indent),
            Doc::Group(docs) => {
                let flat = flat || (!doc.is_cut() && self.fits(&doc.flat()));
                self.all(docs, indent, flat);
            }
            Doc::Fill(docs) if flat => self.all(docs, indent, true),
            Doc::Fill(docs) => self.fill(docs, indent),
            Doc::Indent(columns, docs) => self.all(docs, indent + columns, flat),
        }
    }

    fn all(&mut self, docs: &[Doc], indent: usize, flat: bool) {
        for doc in docs {
            self.print(doc, indent, flat);
        }
    }

    fn part(&mut self, part: &Part, indent: usize) {
        // Where a line was just started, its column counts, however deep the part lies.
        let indent = if self.fresh { self.column } else { indent };
        // Comments before the end of a block belong into it.
        let inside = if part.text == "}" { indent + BLOCK } else { indent };
        for comment in &part.before {
            self.comment_line(comment, inside);
        }
        self.words(&part.text, indent);
        if let Some(comment) = &part.after {
            self.comment_behind(comment);
        }
    }

    fn fill(&mut self, docs: &[Doc], indent: usize) {
        let mut broken = false;
        for (i, segment) in docs.split(|doc| matches!(doc, Doc::Line)).enumerate() {
            if i > 0 {
                let text: String = segment.iter().map(Doc::flat).collect();
                let commented = segment.first().and_then(|doc| doc.parts().first().map(|p| !p.before.is_empty()));
                self.blank = true;
                if broken || self.ended || commented == Some(true) || !self.fits(&text) {
                    self.start_line(indent);
                }
            }
            let lines = self.lines;
            for doc in segment {
                self.print(doc, indent, false);
            }
            // What follows several lines would look like a part of the last one.
            broken = self.lines > lines;
        }
    }

    fn fits(&self, text: &str) -> bool {
        self.column + usize::from(self.blank) + width(text) <= WIDTH
    }
}
