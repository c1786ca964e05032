//! Waivers: `#! allow(RULE) through 2026-12-31 because "why"` on the line of a finding, or right above it.
//!
//! A waiver silences findings of its rule that point at its line, until its date; it never silences an error. What is
//! wrong with a waiver itself is reported here.

use crate::analysis::LocalClock;
use crate::diagnostic::codes::lint::{WAIVER_EXPIRED, WAIVER_UNKNOWN_RULE, WAIVER_UNREADABLE, WAIVER_UNUSED};
use crate::diagnostic::{self, Code, Diagnostic, Severity, did_you_mean};
use crate::message::lint as text;
use crate::model::Model;
use crate::source::{FileId, SourceFile, SourceSet, Span};
use crate::syntax::ast::{Ast, Comment, CommentKind};
use crate::time::Date;
use std::collections::BTreeSet;

/// One rule of one waiver.
struct Waiver {
    code: &'static Code,
    file: FileId,
    line: u32,
    span: Span,
    used: bool,
}

/// Takes out of `diagnostics` what waivers cover, and adds what is wrong with waivers.
pub fn waive(sources: &SourceSet, asts: &[Ast], model: &Model, now: Option<i64>, diagnostics: &mut Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut waivers = Vec::new();
    for ast in asts {
        let Some(file) = sources.file(ast.file) else { continue };
        let comment_lines: BTreeSet<u32> =
            ast.comments.iter().filter(|c| c.own_line).map(|c| file.lines().line(c.span.start)).collect();
        for comment in ast.comments.iter().filter(|c| c.kind == CommentKind::Waiver) {
            match read(&plain(&comment.text)) {
                Ok(written) => {
                    let line = target_line(file, comment, &comment_lines);
                    let reader = Reader { model, file, now, comment, line };
                    reader.take(&written, &mut waivers, &mut problems);
                }
                Err(missing) => problems.push(unreadable(comment, &missing)),
            }
        }
    }
    diagnostics.retain(|diagnostic| !is_waived(sources, &mut waivers, diagnostic));
    for waiver in waivers.iter().filter(|w| !w.used && (now.is_some() || !needs_now(w.code))) {
        let message = text::WAIVER_UNUSED.with([("rule", waiver.code.name.into())]);
        let here = text::WAIVER_UNUSED_HERE.plain();
        let diagnostic =
            Diagnostic::warning(&WAIVER_UNUSED, message, waiver.span, here).help(text::WAIVER_UNUSED_HELP.plain());
        problems.push(diagnostic);
    }
    diagnostics.append(&mut problems);
}

fn is_waived(sources: &SourceSet, waivers: &mut [Waiver], diagnostic: &Diagnostic) -> bool {
    if diagnostic.severity == Severity::Error {
        return false;
    }
    let span = diagnostic.primary.span;
    let line = sources.position(span).line;
    let mut waived = false;
    for waiver in waivers.iter_mut() {
        if waiver.file == span.file && waiver.line == line && waiver.code == diagnostic.code {
            waiver.used = true;
            waived = true;
        }
    }
    waived
}

/// Findings that are only made when "now" is given.
fn needs_now(code: &Code) -> bool {
    use crate::diagnostic::codes::lint as codes;
    [&codes::CALENDAR_RUNS_OUT, &codes::CLOCK_CHANGE, &codes::REVIEW_OVERDUE, &codes::WINDOW_OVER]
        .iter()
        .any(|c| c.id == code.id)
}

/// The line that a waiver speaks of: its own, or the one after the comments that it stands among.
fn target_line(file: &SourceFile, comment: &Comment, comment_lines: &BTreeSet<u32>) -> u32 {
    let mut line = file.lines().line(comment.span.start);
    if comment.own_line {
        line += 1;
        while comment_lines.contains(&line) {
            line += 1;
        }
    }
    line
}

/// What a waiver says.
struct Written<'a> {
    rules: Vec<&'a str>,
    date: Date,
    written_date: &'a str,
}

/// Which part of a waiver is missing or cannot be read.
enum Missing {
    Rule,
    Date,
    Reason,
}

/// ASCII for the full-width signs of a waiver, as in the rest of a policy.
fn plain(text: &str) -> String {
    let ascii = |sign| match sign {
        '（' => '(',
        '）' => ')',
        '，' | '、' => ',',
        '“' | '”' | '＂' => '"',
        other => other,
    };
    text.chars().map(ascii).collect()
}

fn read(text: &str) -> Result<Written<'_>, Missing> {
    let rest = text.trim().strip_prefix("allow").ok_or(Missing::Rule)?.trim_start();
    let (rules, rest) = rest.strip_prefix('(').and_then(|r| r.split_once(')')).ok_or(Missing::Rule)?;
    let rules: Vec<&str> = rules.split(',').map(str::trim).collect();
    if rules.iter().any(|rule| rule.is_empty()) {
        return Err(Missing::Rule);
    }
    let rest = rest.trim_start().strip_prefix("through").ok_or(Missing::Date)?.trim_start();
    let (written_date, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let date = parse_date(written_date).ok_or(Missing::Date)?;
    let reason = rest.trim_start().strip_prefix("because").ok_or(Missing::Reason)?.trim();
    let reason = reason.strip_prefix('"').and_then(|r| r.strip_suffix('"')).ok_or(Missing::Reason)?;
    if reason.trim().is_empty() { Err(Missing::Reason) } else { Ok(Written { rules, date, written_date }) }
}

fn parse_date(written: &str) -> Option<Date> {
    let mut parts = written.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    Date::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

struct Reader<'a> {
    model: &'a Model,
    file: &'a SourceFile,
    now: Option<i64>,
    comment: &'a Comment,
    line: u32,
}

impl Reader<'_> {
    fn take(&self, written: &Written<'_>, waivers: &mut Vec<Waiver>, problems: &mut Vec<Diagnostic>) {
        let span = self.comment.span;
        if self.now.is_some_and(|now| self.end(written.date).is_some_and(|end| end <= now)) {
            let message = text::WAIVER_EXPIRED.with([("date", written.written_date.into())]);
            let here = text::WAIVER_EXPIRED_HERE.plain();
            let diagnostic = Diagnostic::error(&WAIVER_EXPIRED, message, span, here);
            problems.push(diagnostic.help(text::WAIVER_EXPIRED_HELP.plain()));
            return;
        }
        for rule in &written.rules {
            match findings().find(|code| code.name == *rule) {
                Some(code) => waivers.push(Waiver { code, file: span.file, line: self.line, span, used: false }),
                None => problems.push(unknown(span, rule)),
            }
        }
    }

    /// The end of a day where the package that writes it is at home.
    fn end(&self, date: Date) -> Option<i64> {
        LocalClock::of(self.model, self.file.package).start(date.plus(1))
    }
}

/// Every code that a waiver may name: findings are made by other stages too. An error is never waived.
fn findings() -> impl Iterator<Item = &'static Code> {
    diagnostic::ALL.iter().flat_map(|family| family.iter()).copied()
}

fn unknown(span: Span, rule: &str) -> Diagnostic {
    let message = text::WAIVER_UNKNOWN_RULE.with([("rule", rule.into())]);
    let here = text::WAIVER_UNKNOWN_RULE_HERE.plain();
    let diagnostic = Diagnostic::error(&WAIVER_UNKNOWN_RULE, message, span, here);
    match did_you_mean(rule, findings().map(|code| code.name)) {
        Some(near) => diagnostic.help(text::WAIVER_DID_YOU_MEAN.with([("near", near.into())])),
        None => diagnostic.help(text::WAIVER_UNKNOWN_RULE_HELP.plain()),
    }
}

fn unreadable(comment: &Comment, missing: &Missing) -> Diagnostic {
    let message = match missing {
        Missing::Rule => text::WAIVER_WITHOUT_RULE.plain(),
        Missing::Date => text::WAIVER_WITHOUT_DATE.plain(),
        Missing::Reason => text::WAIVER_WITHOUT_REASON.plain(),
    };
    let here = text::WAIVER_UNREADABLE_HERE.plain();
    Diagnostic::error(&WAIVER_UNREADABLE, message, comment.span, here).help(text::WAIVER_UNREADABLE_HELP.plain())
}
