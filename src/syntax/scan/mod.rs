//! One linear pass over a file before the grammar sees it: [`scan`] makes a [`Layout`].
//!
//! It takes comments out, turns full-width signs into ASCII, closes strings at the end of their line, refuses characters
//! that nobody can see, bounds nesting, and leaves exactly one gap behind every token. It knows tokens, not statements.

mod character;
mod depth;
mod string;

use super::ast::{Comment, CommentKind};
use super::layout::Layout;
use crate::diagnostic::{Diagnostic, codes::syntax as codes};
use crate::message::syntax as text;
use crate::source::{FileId, Span};
pub(super) use string::{BACKSLASH, QUOTE};

use character::{Class, Wide};
use depth::Depth;

/// Larger files are refused: offsets are 32 bits wide, and no policy is that long.
pub(super) const MAX_BYTES: usize = 64 << 20;

/// Text errors of one file that are reported; a binary file has millions.
const MAX_REPORTS: usize = 100;

/// Bytes that are parsed in one go, at least.
const STRETCH: usize = 32 << 10;

/// What separates the token before from the next one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// Nothing yet: the next byte may belong to the same token.
    None,
    /// Blanks, or a sign that needs no blank.
    Blank,
    /// A line feed.
    Line,
}

/// The state of the scan.
pub(super) struct Scan<'a> {
    source: &'a str,
    bytes: &'a [u8],
    file: FileId,
    at: usize,
    gap: Gap,
    /// A sign that may grow (`<`, then `=`), if it was the last byte read.
    growing: Option<u8>,
    /// Where the current word starts in the output.
    word: usize,
    depth: Depth,
    /// Where the last stretch begins in the output.
    cut: usize,
    out: Vec<u8>,
    layout: Layout,
    found: Vec<Diagnostic>,
}

/// Lays out `source`.
pub(super) fn scan(file: FileId, source: &str) -> (Layout, Vec<Diagnostic>) {
    if source.len() > MAX_BYTES {
        let span = Span::new(file, 0, 0);
        let error = Diagnostic::error(&codes::FILE_TOO_LARGE, text::FILE_TOO_LARGE.plain(), span, text::HERE.plain())
            .help(text::FILE_TOO_LARGE_HELP.plain());
        return (Layout { cut: true, ..Layout::default() }, vec![error]);
    }
    let mut scan = Scan {
        source,
        bytes: source.as_bytes(),
        file,
        at: if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 },
        gap: Gap::None,
        growing: None,
        word: 0,
        depth: Depth::default(),
        cut: 0,
        out: Vec::with_capacity(source.len() + source.len() / 8 + 16),
        layout: Layout::default(),
        found: Vec::new(),
    };
    scan.run();
    scan.finish()
}

impl Scan<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            match Class::of(byte) {
                Class::Word => self.word(),
                Class::Blank => {
                    self.at += 1;
                    self.pause(Gap::Blank);
                }
                Class::Line => {
                    self.at += 1;
                    self.pause(Gap::Line);
                }
                Class::Comment => self.comment(),
                Class::Quote => self.string(1, false),
                Class::Sign => self.sign(byte, 1),
                Class::Growing => self.grow(byte, 1),
                Class::Colon => self.colon(1),
                // Alone it would end the line in one editor and go on with it, a comment included, here.
                Class::Control if byte == b'\r' && self.bytes.get(self.at + 1) == Some(&b'\n') => {
                    self.at += 1;
                    self.pause(Gap::Blank);
                }
                Class::Control => self.refuse(1),
                Class::Suspect => self.suspect(),
            }
            if self.layout.cut {
                return;
            }
        }
    }

    fn finish(mut self) -> (Layout, Vec<Diagnostic>) {
        if !self.out.is_empty() {
            self.out.push(b'\n');
        }
        // Only whole characters and ASCII were written, so this never loses anything.
        self.layout.text = String::from_utf8(self.out).unwrap_or_default();
        (self.layout, self.found)
    }

    fn pause(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
        self.growing = None;
    }

    /// Notes that the next byte written comes from `from`.
    fn mark(&mut self, from: usize) {
        let (here, from) = (self.out.len() as u32, from as u32);
        let expected = self.layout.steps.last().map_or(here, |step| step.1 + (here - step.0));
        if expected != from {
            self.layout.steps.push((here, from));
        }
    }

    /// Writes what separates the token before from the next one; at least a blank if `always`.
    fn separate(&mut self, always: bool) {
        if !self.out.is_empty() {
            match self.gap {
                Gap::None if !always => {}
                Gap::None | Gap::Blank => self.out.push(b' '),
                Gap::Line => self.out.push(b'\n'),
            }
        }
        if always || self.gap != Gap::None {
            self.word = self.out.len();
        }
        self.gap = Gap::None;
    }

    /// Copies words from here to a byte of another class, with single blanks between them, which stay as they are.
    fn word(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if self.gap == Gap::Line {
            self.line(rest);
        }
        let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| Class::of(*byte) == Class::Word);
        let (mut length, mut last) = (0, 0);
        loop {
            let tail = rest.get(length..).unwrap_or_default();
            length += tail.iter().position(|byte| Class::of(*byte) != Class::Word).unwrap_or(tail.len());
            if rest.get(length) != Some(&b' ') || !is_word(rest.get(length + 1)) {
                break;
            }
            length += 1;
            last = length;
        }
        self.growing = None;
        self.separate(false);
        self.mark(self.at);
        if last > 0 {
            self.word = self.out.len() + last;
        }
        self.out.extend_from_slice(rest.get(..length).unwrap_or_default());
        self.at += length;
    }

    /// A line starts with the word that `rest` starts with.
    fn line(&mut self, rest: &[u8]) {
        let nested = self.depth.is_nested();
        if !nested && self.out.len() < self.cut + STRETCH {
            return;
        }
        let length = rest.iter().position(|byte| Class::of(*byte) != Class::Word).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        if nested {
            self.depth.line(word, rest.get(length).copied());
        } else if depth::is_top_level(word) {
            // The gap before this word is yet to be written.
            self.cut = self.out.len() + 1;
            self.layout.cuts.push(self.cut as u32);
        }
    }

    /// Writes `byte` as a token of its own for the next `length` bytes of the file.
    fn sign(&mut self, byte: u8, length: usize) {
        if self.depth.sign(byte) {
            self.too_deep(length);
            return;
        }
        self.separate(true);
        self.mark(self.at);
        self.out.push(byte);
        self.at += length;
        self.gap = Gap::Blank;
        self.growing = None;
    }

    /// Like [`Scan::sign`] for a byte that joins the one before: `<=`, `!=`, `==`, `||`.
    fn grow(&mut self, byte: u8, length: usize) {
        let joins = match self.growing {
            Some(b'|') => byte == b'|',
            Some(_) => byte != b'|',
            None => false,
        };
        if joins {
            self.mark(self.at);
            self.out.push(byte);
            self.at += length;
        } else {
            self.sign(byte, length);
        }
        self.growing = Some(byte);
    }

    /// A colon belongs to `18:00` and `2001:db8::1`, and is a sign of its own elsewhere.
    fn colon(&mut self, length: usize) {
        let word = if self.gap == Gap::None { self.out.get(self.word..).unwrap_or_default() } else { &[] };
        let rest = self.bytes.get(self.at + length..).unwrap_or_default();
        let kept = character::colon_run(word, rest);
        if let Some(run) = kept {
            self.separate(false);
            self.mark(self.at);
            self.out.push(b':');
            self.at += length;
            self.mark(self.at);
            self.out.extend_from_slice(rest.get(..run).unwrap_or_default());
            self.at += run;
        } else {
            self.sign(b':', length);
        }
        self.growing = None;
    }

    /// A character whose first byte may start something that must not stay as it is.
    fn suspect(&mut self) {
        let Some(found) = self.source.get(self.at..).and_then(|rest| rest.chars().next()) else {
            self.at += 1;
            return;
        };
        let length = found.len_utf8();
        match character::wide(found) {
            Wide::Blank => {
                self.at += length;
                self.pause(Gap::Blank);
            }
            Wide::Sign(byte) => self.sign(byte, length),
            Wide::Growing(byte) => self.grow(byte, length),
            Wide::Colon => self.colon(length),
            Wide::Quote => self.string(length, found != '\u{ff02}'),
            Wide::Stop => {
                self.separate(true);
                self.mark(self.at);
                self.out.extend_from_slice(self.bytes.get(self.at..self.at + length).unwrap_or_default());
                self.at += length;
                self.pause(Gap::Blank);
            }
            Wide::Comment => self.comment(),
            Wide::Refused => {
                self.refuse(length);
                if found.is_whitespace() {
                    self.pause(Gap::Blank);
                }
            }
            Wide::Plain => {
                self.growing = None;
                self.separate(false);
                self.mark(self.at);
                self.out.extend_from_slice(self.bytes.get(self.at..self.at + length).unwrap_or_default());
                self.at += length;
            }
        }
    }

    fn comment(&mut self) {
        let rest = self.source.get(self.at..).unwrap_or_default();
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        const SIGNS: [char; 2] = ['#', '＃'];
        let words = line.strip_prefix(SIGNS).unwrap_or(line);
        let (kind, words) = if let Some(words) = words.strip_prefix(SIGNS) {
            (CommentKind::Doc, words)
        } else if let Some(words) = words.strip_prefix(['!', '！']) {
            (CommentKind::Waiver, words)
        } else {
            (CommentKind::Plain, words)
        };
        let end = self.at + line.len();
        self.layout.comments.push(Comment {
            span: self.span(self.at, end),
            kind,
            text: words.trim().into(),
            own_line: self.out.is_empty() || self.gap == Gap::Line,
        });
        self.inspect(self.at, end);
        self.at = end;
        self.pause(Gap::Blank);
    }

    /// Reports what must not stand in a comment or string; tabs may stand in comments.
    fn inspect(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let rest = self.bytes.get(at..to).unwrap_or_default();
            let plain = |byte: &u8| !matches!(Class::of(*byte), Class::Suspect | Class::Control);
            at += rest.iter().take_while(|byte| plain(byte)).count();
            let Some(found) = self.source.get(at..to).and_then(|rest| rest.chars().next()) else { return };
            if character::is_refused(found) {
                self.report(found, at);
            }
            at += found.len_utf8();
        }
    }

    /// Leaves a refused character out: what stands around it is one word, as it looks.
    fn refuse(&mut self, length: usize) {
        if let Some(found) = self.source.get(self.at..).and_then(|rest| rest.chars().next()) {
            self.report(found, self.at);
        }
        self.at += length;
    }

    fn report(&mut self, found: char, at: usize) {
        let end = at + found.len_utf8();
        if let Some(last) = self.found.last_mut().filter(|last| last.primary.span.end as usize == at) {
            // A run of such characters is one mistake.
            last.primary.span.end = end as u32;
            if let Some(edit) = last.fix.as_mut().and_then(|fix| fix.edits.last_mut()) {
                edit.span.end = end as u32;
                if found.is_whitespace() && edit.text.is_empty() {
                    edit.text = " ".to_owned();
                }
            }
            return;
        }
        if self.found.len() < MAX_REPORTS {
            self.found.push(character::refused(found, self.span(at, end)));
        }
    }

    /// Ends the scan before a bracket that nests too deep, so that nothing behind it is ever parsed.
    fn too_deep(&mut self, length: usize) {
        let span = self.span(self.at, self.at + length);
        self.found.push(
            Diagnostic::error(&codes::NESTED_TOO_DEEP, text::NESTED_TOO_DEEP.plain(), span, text::NESTED_HERE.plain())
                .help(text::NESTED_HELP.plain()),
        );
        self.layout.cut = true;
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start as u32, end as u32)
    }
}
