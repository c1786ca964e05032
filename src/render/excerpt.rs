//! The few lines of a file that a diagnostic shows, made safe to print: hidden signs escaped, tabs as blanks, long lines cut.

use super::escape::{is_hidden, push_escaped};
use crate::source::{SourceFile, SourceSet, Span};
use std::ops::Range;

/// Characters of a line that are shown.
const LINE_LIMIT: usize = 160;
/// Characters shown before the first label of a line that is cut.
const LEAD: usize = 40;

/// Lines of one file around some labels.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    /// All shown lines, each with its line feed.
    pub(super) text: String,
    /// The shown lines in order.
    pub(super) lines: Vec<ExcerptLine>,
    /// For each label, in the order given: where it lies in `text`, and its column in the file.
    pub(super) marks: Vec<Mark>,
}

/// A shown line.
#[derive(Debug)]
pub(super) struct ExcerptLine {
    /// Its number in the file, from 1.
    pub(super) number: u32,
    /// Where it lies in `text`, line feed included.
    pub(super) range: Range<usize>,
}

/// A label in the excerpt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// First byte in the excerpt's text.
    pub(super) start: usize,
    /// One past the last; on the same line.
    pub(super) end: usize,
    /// Column of its start in the file, in characters from 1.
    pub(super) column: u32,
}

/// The excerpt of one file for labels that all lie in it. `None` if the file has no text.
pub(super) fn excerpt(sources: &SourceSet, spans: &[Span]) -> Option<Excerpt> {
    let file = spans.first().and_then(|span| sources.file(span.file))?;
    if file.text.is_empty() {
        return None;
    }
    let places: Vec<Place> = spans.iter().map(|span| place(file, *span)).collect();
    let last = file.lines().line(file.text.len() as u32);
    let mut numbers: Vec<u32> =
        places.iter().flat_map(|p| p.line.saturating_sub(1).max(1)..=(p.line + 1).min(last)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut excerpt = Excerpt { marks: vec![Mark { start: 0, end: 0, column: 1 }; spans.len()], ..Excerpt::default() };
    for number in numbers {
        // The empty line after the last line feed is shown only where something points at it.
        let line = line_range(file, number);
        if line.is_empty() && number == last && !places.iter().any(|p| p.line == number) {
            continue;
        }
        push_line(&mut excerpt, file, number, line, &places);
    }
    Some(excerpt)
}

/// A span clamped to one line, its ends on characters.
struct Place {
    line: u32,
    range: Range<usize>,
    column: u32,
}

fn place(file: &SourceFile, span: Span) -> Place {
    let text = &*file.text;
    let start = snap(text, span.start as usize);
    let position = file.lines().position(text, start as u32);
    let line = line_range(file, position.line);
    let end = snap(text, span.end as usize).clamp(start, line.end.max(start));
    Place { line: position.line, range: start..end, column: position.column }
}

/// The nearest character boundary at or before.
fn snap(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A line of the file without its end (`\n` or `\r\n`).
fn line_range(file: &SourceFile, number: u32) -> Range<usize> {
    let start = file.lines().start(number).unwrap_or(file.text.len() as u32) as usize;
    let rest = file.text.get(start..).unwrap_or("");
    let line = rest.split('\n').next().unwrap_or("");
    start..start + line.strip_suffix('\r').unwrap_or(line).len()
}

fn push_line(excerpt: &mut Excerpt, file: &SourceFile, number: u32, line: Range<usize>, places: &[Place]) {
    let text = file.text.get(line.clone()).unwrap_or("");
    let here = || places.iter().enumerate().filter(|(_, p)| p.line == number);
    let begin = excerpt.text.len();
    let first = here().map(|(_, p)| p.range.start - line.start).min().unwrap_or(0);
    let shown = window(text, first);
    if shown.start > 0 {
        excerpt.text.push('…');
    }
    // A label that was cut off points at the mark of the cut.
    for (index, _) in here() {
        if let Some(mark) = excerpt.marks.get_mut(index) {
            mark.start = usize::MAX;
        }
    }
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < shown.start) {
        if at >= shown.end {
            break;
        }
        mark(excerpt, here(), line.start + at);
        match c {
            '\t' => excerpt.text.push_str("    "),
            c if is_hidden(c) => push_escaped(&mut excerpt.text, c),
            c => excerpt.text.push(c),
        }
    }
    mark(excerpt, here(), line.start + shown.end);
    let cut = excerpt.text.len();
    if shown.end < text.len() {
        excerpt.text.push('…');
    }
    for (index, place) in here() {
        if let Some(mark) = excerpt.marks.get_mut(index) {
            mark.column = place.column;
            mark.start = mark.start.min(cut);
            mark.end = if place.range.end - line.start > shown.end { cut } else { mark.end.clamp(mark.start, cut) };
        }
    }
    excerpt.text.push('\n');
    excerpt.lines.push(ExcerptLine { number, range: begin..excerpt.text.len() });
}

/// Notes the labels that start or end at byte `at` of the file.
fn mark<'a>(excerpt: &mut Excerpt, here: impl Iterator<Item = (usize, &'a Place)>, at: usize) {
    let now = excerpt.text.len();
    for (index, place) in here {
        if let Some(mark) = excerpt.marks.get_mut(index) {
            if place.range.start == at {
                mark.start = now;
            }
            if place.range.end == at {
                mark.end = now;
            }
        }
    }
}

/// Which bytes of a line are shown, if its first label starts at byte `first`.
fn window(text: &str, first: usize) -> Range<usize> {
    if text.len() <= LINE_LIMIT || text.chars().nth(LINE_LIMIT).is_none() {
        return 0..text.len();
    }
    let before = text.get(..first).unwrap_or("");
    let start = if before.chars().nth(LINE_LIMIT - LEAD).is_none() {
        0
    } else {
        before.char_indices().rev().nth(LEAD - 1).map_or(0, |(at, _)| at)
    };
    let rest = text.get(start..).unwrap_or("");
    start..start + rest.char_indices().nth(LINE_LIMIT).map_or(rest.len(), |(at, _)| at)
}
