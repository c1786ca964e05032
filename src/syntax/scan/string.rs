//! Strings in the scan: where they end, escapes, and those that nobody closed.

use super::character::{self, Class};
use super::{Gap, Scan};
use crate::diagnostic::{Diagnostic, Edit, Fix, codes::syntax as codes};
use crate::message::syntax as text;

/// Stands for `\"` in the text that the grammar reads, so that a quote always ends a string there.
pub(in crate::syntax) const QUOTE: u8 = 1;
/// Stands for `\\`.
pub(in crate::syntax) const BACKSLASH: u8 = 2;

/// Where a string ends.
enum End {
    /// Before a closing quote of this many bytes.
    Closed(usize),
    /// Nowhere on its line.
    Open,
}

impl Scan<'_> {
    /// A string whose opening quote has `length` bytes; `curly` ones end at `”` or `"`.
    pub(super) fn string(&mut self, length: usize, curly: bool) {
        let start = self.at;
        let body = start + length;
        let (end, how) = self.string_end(body, curly);
        // `record."odd name"` is one token.
        let joins = self.gap == Gap::None && self.out.last() == Some(&b'.');
        self.separate(!joins);
        self.mark(start);
        self.out.push(b'"');
        self.at = body;
        self.string_body(end);
        match how {
            End::Closed(quote) => {
                self.mark(end);
                self.out.push(b'"');
                self.at = end + quote;
            }
            End::Open => self.close(start, end),
        }
        self.growing = None;
        self.gap = Gap::Blank;
    }

    /// Where the string with this body ends: before its quote, or at the end of what it can hold.
    fn string_end(&self, body: usize, curly: bool) -> (usize, End) {
        let rest = self.source.get(body..).unwrap_or_default();
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        if curly && let Some(at) = Self::curly_end(line) {
            return (body + at, End::Closed('”'.len_utf8()));
        }
        let mut escaped = false;
        let mut second = None;
        for (at, found) in line.char_indices() {
            match found {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' | '＂' => return (body + at, End::Closed(found.len_utf8())),
                '”' if curly => return (body + at, End::Closed(found.len_utf8())),
                '”' => second = second.or(Some(at)),
                _ => {}
            }
        }
        if let Some(at) = second {
            return (body + at, End::Closed('”'.len_utf8()));
        }
        // A brace at the end of the line is far more often the block than a part of the text.
        let held = line.trim_end();
        let held = held.strip_suffix('{').map_or(held, str::trim_end);
        (body + held.len(), End::Open)
    }

    /// Where a text that `“` opened ends: at the `”` that closes it, those of quotes inside passed over. `None` if there
    /// is none before another text starts: then it ends as others do.
    fn curly_end(line: &str) -> Option<usize> {
        let (mut depth, mut escaped) = (0_usize, false);
        for (at, found) in line.char_indices() {
            match found {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '“' => depth += 1,
                '”' if depth == 0 => return Some(at),
                '”' => depth -= 1,
                // `“东区" because “调岗”`: closed by a straight quote.
                '"' if opens_first(line.get(at..).unwrap_or("")) => return None,
                _ => {}
            }
        }
        None
    }

    /// Copies the text of a string up to `end`.
    fn string_body(&mut self, end: usize) {
        while self.at < end {
            let rest = self.bytes.get(self.at..end).unwrap_or_default();
            let stops = |byte: &u8| {
                matches!(byte, b'\\' | b'\t' | b'"') || matches!(Class::of(*byte), Class::Suspect | Class::Control)
            };
            let plain = rest.iter().position(stops);
            let plain = plain.unwrap_or(rest.len());
            self.mark(self.at);
            self.out.extend_from_slice(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            let Some(found) = self.source.get(self.at..end).and_then(|rest| rest.chars().next()) else { return };
            if found == '\\' {
                self.escape(end);
            } else if found == '"' {
                // Inside a text that `“` opened.
                self.mark(self.at);
                self.out.push(QUOTE);
                self.at += 1;
            } else if found == '\t' || character::is_refused(found) {
                self.refuse(found.len_utf8());
            } else {
                self.mark(self.at);
                self.out.extend_from_slice(self.bytes.get(self.at..self.at + found.len_utf8()).unwrap_or_default());
                self.at += found.len_utf8();
            }
        }
    }

    fn escape(&mut self, end: usize) {
        self.mark(self.at);
        let next = self.source.get(self.at + 1..end).and_then(|rest| rest.chars().next());
        match next {
            Some('"') => self.out.push(QUOTE),
            Some('\\') => self.out.push(BACKSLASH),
            other => {
                self.out.push(BACKSLASH);
                let after = self.at + 1 + other.map_or(0, char::len_utf8);
                let span = self.span(self.at, after);
                let written = self.source.get(self.at..after).unwrap_or("\\");
                self.found.push(
                    Diagnostic::error(
                        &codes::UNKNOWN_ESCAPE,
                        text::UNKNOWN_ESCAPE.with([("escape", written.into())]),
                        span,
                        text::HERE.plain(),
                    )
                    .help(text::UNKNOWN_ESCAPE_HELP.plain())
                    .fix(Fix::guess(
                        text::DOUBLE_BACKSLASH.plain(),
                        vec![Edit { span: self.span(self.at, self.at + 1), text: "\\\\".to_owned() }],
                    )),
                );
                self.at += 1;
                return;
            }
        }
        self.at += 2;
    }

    /// Reports a string without end and closes it, so that its statement is still read.
    fn close(&mut self, start: usize, end: usize) {
        let mut last = end.saturating_sub(1);
        while !self.source.is_char_boundary(last) {
            last -= 1;
        }
        self.layout.steps.push((self.out.len() as u32, last as u32));
        self.layout.repaired.push(self.out.len() as u32);
        self.out.push(b'"');
        self.at = end;
        let span = self.span(start, end);
        let here = self.span(end, end);
        let error = Diagnostic::error(
            &codes::UNCLOSED_STRING,
            text::UNCLOSED_STRING.plain(),
            span,
            text::UNCLOSED_HERE.plain(),
        )
        .help(text::UNCLOSED_HELP.plain());
        let closer = self.source.get(start..).is_some_and(|held| held.starts_with('”'));
        let error = if closer { error.help(text::CURLY_HELP.plain()) } else { error };
        // Of several words some may be clauses: only a single word is surely the whole text.
        let several = self.source.get(start..end).is_none_or(|held| held.contains(char::is_whitespace));
        let edits = vec![Edit { span: here, text: "\"".to_owned() }];
        let fix = Fix::guess(text::CLOSE_STRING.plain(), edits);
        self.found.push(if several || closer { error } else { error.fix(fix) });
    }
}

/// Whether another text starts before one ends.
fn opens_first(rest: &str) -> bool {
    matches!((rest.find('“'), rest.find('”')), (Some(open), Some(close)) if open < close)
}
