//! A diagnostic as a drawn report. The only file that names miette.
//!
//! miette draws the places; heading, help and everything in words is written here, so that it is in the reader's language.
//! It is never given a file's own text, only an [`Excerpt`]: no span can be out of range, no line endless.

use super::excerpt::{Excerpt, excerpt};
use super::{Style, concise, escape, path_of};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::message::{Lang, cli as text};
use crate::source::{FileId, SourceSet, Span};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode};
use miette::{SourceSpan, SpanContents};
use std::fmt;

/// Steps that are drawn.
const STEPS: usize = 12;

/// The report, ending in an empty line.
pub fn human(sources: &SourceSet, diagnostic: &Diagnostic, style: Style<'_>) -> String {
    let mut out = String::new();
    for (index, group) in groups(diagnostic).iter().enumerate() {
        let report = Report::new(sources, diagnostic, group, style, index == 0);
        if draw(&report, style.color, &mut out).is_err() {
            // miette writes to a string, which cannot fail; should it do so all the same, nothing may be lost.
            return format!("{}\n\n", concise(sources, diagnostic, style));
        }
    }
    for help in &diagnostic.help {
        let line = text::HELP_LINE.with([("help", help.clone().into())]).render(style.lang);
        out.push_str("  ");
        out.push_str(&escape(&line));
        out.push('\n');
    }
    if let Some(fix) = &diagnostic.fix
        && !diagnostic.help.contains(&fix.message)
    {
        let line = text::FIX_LINE.with([("fix", fix.message.clone().into())]).render(style.lang);
        out.push_str("  ");
        out.push_str(&escape(&line));
        out.push('\n');
    }
    out.push('\n');
    out
}

/// A label, with its number where it is a step.
type Mark<'a> = (&'a Label, Option<usize>);

/// Labels by file, the primary's file first; steps after the others.
fn groups(diagnostic: &Diagnostic) -> Vec<Vec<Mark<'_>>> {
    let mut groups: Vec<(FileId, Vec<Mark<'_>>)> =
        vec![(diagnostic.primary.span.file, vec![(&diagnostic.primary, None)])];
    let steps = diagnostic.flow.iter().take(STEPS).enumerate().map(|(index, label)| (label, Some(index + 1)));
    for mark in diagnostic.secondary.iter().map(|label| (label, None)).chain(steps) {
        match groups.iter_mut().find(|(file, _)| *file == mark.0.span.file) {
            Some((_, labels)) => labels.push(mark),
            None => groups.push((mark.0.span.file, vec![mark])),
        }
    }
    groups.into_iter().map(|(_, labels)| labels).collect()
}

fn draw(report: &Report, color: bool, out: &mut String) -> fmt::Result {
    let theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let mut drawn = String::new();
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_wrap_lines(false)
        .without_syntax_highlighting()
        .with_context_lines(1)
        .render_report(&mut drawn, report)?;
    // No blank line between heading and message, no trailing blanks: shorter, and stable in snapshots.
    let mut blank = true;
    for line in drawn.lines() {
        let line = line.trim_end();
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty() || report.code.is_some() && out.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    if let Some(place) = &report.place {
        out.push_str(place);
        out.push('\n');
    }
    Ok(())
}

/// What miette is told: one file's part of a diagnostic.
#[derive(Debug)]
struct Report {
    code: Option<String>,
    message: String,
    severity: miette::Severity,
    labels: Vec<LabeledSpan>,
    source: Option<NamedExcerpt>,
    /// The path, where there is no text to draw.
    place: Option<String>,
}

impl Report {
    fn new(sources: &SourceSet, diagnostic: &Diagnostic, group: &[Mark<'_>], style: Style<'_>, first: bool) -> Self {
        let spans: Vec<Span> = group.iter().map(|(label, _)| label.span).collect();
        let words = |(label, step): &Mark<'_>| {
            let words = label.message.render(style.lang);
            let words = step.map_or_else(|| words.clone(), |number| format!("{number}. {words}"));
            escape(&words).into_owned()
        };
        let name = spans.first().map(|span| path_of(sources, *span, style.base)).unwrap_or_default();
        let name = escape(&name).into_owned();
        let excerpt = excerpt(sources, &spans);
        let labels = excerpt.iter().flat_map(|excerpt| {
            group.iter().zip(&excerpt.marks).map(|(shown, mark)| {
                let primary = first && std::ptr::eq(shown.0, &raw const diagnostic.primary);
                let span = SourceSpan::from((mark.start, mark.end - mark.start));
                if primary {
                    LabeledSpan::new_primary_with_span(Some(words(shown)), span)
                } else {
                    LabeledSpan::new_with_span(Some(words(shown)), span)
                }
            })
        });
        let labels = labels.collect();
        let place = excerpt.is_none().then(|| format!("   [{name}]"));
        let heading = || format!("{}[{}]", severity_word(diagnostic.severity, style.lang), diagnostic.code.id);
        let message = if first {
            escape(&diagnostic.message.render(style.lang)).into_owned()
        } else {
            group.first().map(words).unwrap_or_default()
        };
        let severity = match (first, diagnostic.severity) {
            (true, Severity::Error) => miette::Severity::Error,
            (true, Severity::Warning) => miette::Severity::Warning,
            (true, Severity::Info) | (false, _) => miette::Severity::Advice,
        };
        let source = excerpt.map(|excerpt| NamedExcerpt { name, excerpt });
        Self { code: first.then(heading), message, severity, labels, source, place }
    }
}

/// The word for a severity.
fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => text::ERROR.get(lang),
        Severity::Warning => text::WARNING.get(lang),
        Severity::Info => text::INFO.get(lang),
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// An excerpt that answers with the line numbers of the whole file.
#[derive(Debug)]
struct NamedExcerpt {
    name: String,
    excerpt: Excerpt,
}

impl SourceCode for NamedExcerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let lines = &self.excerpt.lines;
        let end = span.offset() + span.len();
        let holds = |at: usize| lines.iter().position(|line| line.range.contains(&at));
        let (first, last) = holds(span.offset()).zip(holds(end)).ok_or(MietteError::OutOfBounds)?;
        let number = |index: usize| lines.get(index).map(|line| line.number);
        // Lines that do not follow each other in the file are not read together.
        let follows = |index: usize| number(index).is_some_and(|n| number(index + 1) == Some(n + 1));
        if !(first..last).all(follows) {
            return Err(MietteError::OutOfBounds);
        }
        let (mut top, mut bottom) = (first, last);
        for _ in 0..before {
            if top > 0 && follows(top - 1) {
                top -= 1;
            }
        }
        for _ in 0..after {
            if follows(bottom) {
                bottom += 1;
            }
        }
        let (start, column) = if before == 0 {
            let mark = self.excerpt.marks.iter().find(|mark| mark.start == span.offset());
            (span.offset(), mark.map_or(0, |mark| mark.column as usize - 1))
        } else {
            (lines.get(top).map_or(0, |line| line.range.start), 0)
        };
        let stop = if after == 0 { end } else { lines.get(bottom).map_or(end, |line| line.range.end) };
        let data = self.excerpt.text.as_bytes().get(start..stop).ok_or(MietteError::OutOfBounds)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data,
            SourceSpan::from((start, stop - start)),
            number(top).unwrap_or(1) as usize - 1,
            column,
            bottom - top + 1,
        )))
    }
}
