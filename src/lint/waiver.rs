//! Waivers: `#! allow(RULE) through 2026-12-31 because "why"` on the line of a finding, or right above it.
//!
//! A waiver takes one finding of its rule that points at its line out of the report, until its date; it is kept as
//! data all the same. It never takes out what makes the policy wrong. What is wrong with a waiver is reported here.

use super::{Group, Settings, rule};
use crate::analysis::LocalClock;
use crate::diagnostic::codes::{lint as code, waiver as own};
use crate::diagnostic::{self, Code, Diagnostic, Waived, did_you_mean};
use crate::message::{lint as text, waiver as words};
use crate::model::Model;
use crate::source::{FileId, PackageId, SourceFile, SourceSet, Span};
use crate::syntax::ast::{Ast, Comment, CommentKind};
use crate::syntax::meant_date;
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};

/// One rule of one waiver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The rule, or the group of rules, that it names.
    pub names: &'static str,
    /// Where it stands.
    pub span: Span,
    /// The package that writes it, in whose zone its date is read.
    pub package: PackageId,
    /// The line that it speaks of, in the same file.
    pub line: u32,
    /// The last day on which it holds.
    pub through: Date,
    /// Why.
    pub reason: Box<str>,
    /// Findings that it covers; one, if all is well.
    pub covers: usize,
}

/// The waivers of a policy and what they cover.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waivers {
    /// Every waiver that holds, in the order written.
    pub all: Vec<Waiver>,
    /// Every finding that is waived, sorted.
    pub waived: Vec<Waived>,
    /// What is wrong with waivers.
    pub problems: Vec<Diagnostic>,
}

/// Takes out of `diagnostics` what waivers cover.
pub fn waive(
    sources: &SourceSet,
    asts: &[Ast],
    model: &Model,
    (now, settings): (Option<i64>, &Settings),
    diagnostics: &mut Vec<Diagnostic>,
) -> Waivers {
    let mut waivers = Waivers::default();
    for ast in asts {
        let Some(file) = sources.file(ast.file) else { continue };
        let mut comments = ast.comments.iter().filter(|c| c.kind == CommentKind::Waiver).peekable();
        if comments.peek().is_none() {
            continue;
        }
        let own_lines = ast.comments.iter().filter(|c| c.own_line);
        let comment_lines: BTreeSet<u32> = own_lines.map(|c| file.lines().line(c.span.start)).collect();
        for comment in comments {
            let line = target_line(file, comment, &comment_lines);
            let reader = Reader { model, file, now, settings, comment, line };
            match read(&plain(&comment.text)) {
                Ok(written) => reader.take(&written, &mut waivers),
                Err(fault) => waivers.problems.push(unreadable(comment, &fault)),
            }
        }
    }
    if !waivers.all.is_empty() {
        waivers.take_out(sources, settings, diagnostics);
        waivers.judge(now, settings);
    }
    waivers
}

impl Waivers {
    /// Gives each finding to the waiver of its line and rule that has the fewest.
    fn take_out(&mut self, sources: &SourceSet, settings: &Settings, diagnostics: &mut Vec<Diagnostic>) {
        let mut by_place: BTreeMap<(FileId, u32, &str), Vec<usize>> = BTreeMap::new();
        for (index, waiver) in self.all.iter().enumerate() {
            for name in waiver.rules() {
                by_place.entry((waiver.span.file, waiver.line, name)).or_default().push(index);
            }
        }
        let mut left = Vec::with_capacity(diagnostics.len());
        for diagnostic in diagnostics.drain(..) {
            let span = diagnostic.primary.span;
            let line = sources.file(span.file).map_or(0, |file| file.lines().line(span.start));
            let candidates = by_place.get(&(span.file, line, diagnostic.code.name)).map_or(&[] as &[_], Vec::as_slice);
            let least = candidates.iter().min_by_key(|index| self.all.get(**index).map_or(0, |waiver| waiver.covers));
            let least = least.filter(|_| settings.may_waive(&diagnostic)).and_then(|index| self.all.get_mut(*index));
            if let Some(waiver) = least {
                waiver.covers += 1;
                let (reason, place) = (waiver.reason.to_string(), Some(waiver.span));
                self.waived.push(Waived { diagnostic, reason, place });
            } else {
                left.push(diagnostic);
            }
        }
        *diagnostics = left;
        let key = |one: &Waived| (one.diagnostic.primary.span, one.diagnostic.code.id);
        self.waived.sort_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Says which waivers cover nothing, and which cover too much.
    fn judge(&mut self, now: Option<i64>, settings: &Settings) {
        for waiver in &self.all {
            let name = ("rule", waiver.names.into());
            if waiver.covers == 0 {
                // What was not looked for cannot be told from what is not there.
                // Who waives a group speaks of those of its rules that are on.
                let group = Group::named(waiver.names).is_some();
                let looked = |name: &str| {
                    let rule = rule(name);
                    let off = group && rule.is_some_and(|r| r.optional);
                    (off || settings.asks(name)) && (now.is_some() || !rule.is_some_and(|r| r.needs_now))
                };
                if waiver.rules().into_iter().all(looked) {
                    let here = text::WAIVER_UNUSED_HERE.plain();
                    let message = text::WAIVER_UNUSED.with([name]);
                    let found = Diagnostic::warning(&code::WAIVER_UNUSED, message, waiver.span, here);
                    self.problems.push(found.help(text::WAIVER_UNUSED_HELP.plain()));
                }
            } else if Group::named(waiver.names).is_some() {
                let message = words::TOO_BROAD_GROUP.with([name]);
                let here = words::TOO_BROAD_HERE.with([("n", waiver.covers.into())]);
                let found = Diagnostic::warning(&own::TOO_BROAD, message, waiver.span, here);
                self.problems.push(found.help(words::TOO_BROAD_GROUP_HELP.plain()));
            } else if waiver.covers > 1 {
                let message = words::TOO_BROAD.with([name, ("n", waiver.covers.into())]);
                let here = words::TOO_BROAD_HERE.with([("n", waiver.covers.into())]);
                let found = Diagnostic::warning(&own::TOO_BROAD, message, waiver.span, here);
                self.problems.push(found.help(words::TOO_BROAD_HELP.plain()));
            }
        }
    }
}

impl Waiver {
    /// The rules that it speaks of.
    fn rules(&self) -> Vec<&'static str> {
        match Group::named(self.names) {
            Some(group) => super::rules().filter(|rule| rule.group == group).map(|rule| rule.code.name).collect(),
            None => vec![self.names],
        }
    }
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
    reason: &'a str,
}

/// Which part of a waiver is missing or cannot be read.
enum Fault<'a> {
    Rule,
    Date,
    DateForm(&'a str),
    NoSuchDate(&'a str),
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

fn read(text: &str) -> Result<Written<'_>, Fault<'_>> {
    let rest = text.trim().strip_prefix("allow").ok_or(Fault::Rule)?.trim_start();
    let (rules, rest) = rest.strip_prefix('(').and_then(|r| r.split_once(')')).ok_or(Fault::Rule)?;
    let rules: Vec<&str> = rules.split(',').map(str::trim).collect();
    if rules.iter().any(|rule| rule.is_empty()) {
        return Err(Fault::Rule);
    }
    let rest = rest.trim_start().strip_prefix("through").ok_or(Fault::Date)?.trim_start();
    let (written_date, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let date = parse_date(written_date)?;
    let reason = rest.trim_start().strip_prefix("because").ok_or(Fault::Reason)?.trim();
    let reason = reason.strip_prefix('"').and_then(|r| r.strip_suffix('"')).ok_or(Fault::Reason)?.trim();
    if reason.is_empty() { Err(Fault::Reason) } else { Ok(Written { rules, date, written_date, reason }) }
}

fn parse_date(written: &str) -> Result<Date, Fault<'_>> {
    let parts: Vec<&str> = written.split('-').collect();
    // What holds digits is a date in some form; a word is none.
    let form = || if written.contains(|c: char| c.is_ascii_digit()) { Fault::DateForm(written) } else { Fault::Date };
    let [year, month, day] = parts.as_slice() else { return Err(form()) };
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return Err(form());
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return Err(Fault::Date) };
    Date::from_ymd(year, month, day).ok_or(Fault::NoSuchDate(written))
}

struct Reader<'a> {
    model: &'a Model,
    file: &'a SourceFile,
    now: Option<i64>,
    settings: &'a Settings,
    comment: &'a Comment,
    line: u32,
}

impl Reader<'_> {
    fn take(&self, written: &Written<'_>, waivers: &mut Waivers) {
        if let Some(problem) = self.out_of_time(written) {
            waivers.problems.push(problem);
            return;
        }
        for name in &written.rules {
            match self.names(name) {
                Ok(names) => waivers.all.push(Waiver {
                    names,
                    span: self.comment.span,
                    package: self.file.package,
                    line: self.line,
                    through: written.date,
                    reason: written.reason.into(),
                    covers: 0,
                }),
                Err(problem) => waivers.problems.push(*problem),
            }
        }
    }

    /// What is wrong with the date, today.
    fn out_of_time(&self, written: &Written<'_>) -> Option<Diagnostic> {
        let now = self.now?;
        let (span, clock) = (self.comment.span, LocalClock::of(self.model, self.file.package));
        let date = ("date", written.written_date.into());
        if clock.start(written.date.plus(1)).is_some_and(|end| end <= now) {
            let (message, here) = (text::WAIVER_EXPIRED.with([date]), text::WAIVER_EXPIRED_HERE.plain());
            let found = Diagnostic::error(&code::WAIVER_EXPIRED, message, span, here);
            return Some(found.help(text::WAIVER_EXPIRED_HELP.plain()));
        }
        let longest = self.settings.longest_waiver?;
        let last = clock.show(now)?.0.plus(i32::try_from(longest).ok()?);
        (written.date > last).then(|| {
            let message = words::TOO_LONG.with([date, ("days", u64::from(longest).into())]);
            let found = Diagnostic::error(&own::TOO_LONG, message, span, words::TOO_LONG_HERE.plain());
            found.help(words::TOO_LONG_HELP.with([("last", last.to_string().into())]))
        })
    }

    /// The rule or group that is meant.
    fn names(&self, name: &str) -> Result<&'static str, Box<Diagnostic>> {
        if let Some(group) = Group::named(name) {
            return Ok(group.name());
        }
        let Some(code) = codes().find(|code| code.name == name) else { return Err(Box::new(self.unknown(name))) };
        let why = if !code.is_finding() {
            words::FORBIDDEN_ERROR.plain()
        } else if self.settings.never_waive.contains(code.name) {
            words::FORBIDDEN_HERE.plain()
        } else {
            return Ok(code.name);
        };
        let message = words::FORBIDDEN.with([("rule", name.into())]);
        let found = Diagnostic::error(&own::FORBIDDEN, message, self.comment.span, why);
        Err(Box::new(found.help(words::FORBIDDEN_HELP.plain())))
    }

    fn unknown(&self, rule: &str) -> Diagnostic {
        let message = text::WAIVER_UNKNOWN_RULE.with([("rule", rule.into())]);
        let here = text::WAIVER_UNKNOWN_RULE_HERE.plain();
        let found = Diagnostic::error(&code::WAIVER_UNKNOWN_RULE, message, self.comment.span, here);
        let named = diagnostic::find(rule).map(|code| code.name);
        match named.or_else(|| did_you_mean(rule, super::rules().map(|rule| rule.code.name))) {
            Some(near) => found.help(text::WAIVER_DID_YOU_MEAN.with([("near", near.into())])),
            None => found.help(text::WAIVER_UNKNOWN_RULE_HELP.plain()),
        }
    }
}

fn codes() -> impl Iterator<Item = &'static Code> {
    diagnostic::ALL.iter().flat_map(|family| family.iter()).copied()
}

fn unreadable(comment: &Comment, fault: &Fault<'_>) -> Diagnostic {
    let message = match fault {
        Fault::Rule => text::WAIVER_WITHOUT_RULE.plain(),
        Fault::Date => text::WAIVER_WITHOUT_DATE.plain(),
        Fault::Reason => text::WAIVER_WITHOUT_REASON.plain(),
        Fault::DateForm(written) => {
            let message = words::DATE_FORM.with([("date", (*written).into())]);
            let found = Diagnostic::error(
                &code::WAIVER_UNREADABLE,
                message,
                comment.span,
                text::WAIVER_UNREADABLE_HERE.plain(),
            );
            return found.help(match meant_date(written) {
                Some(date) => words::WRITE_DATE.with([("date", date.to_string().into())]),
                None => words::NO_SUCH_DATE_HELP.plain(),
            });
        }
        Fault::NoSuchDate(date) => {
            let message = words::NO_SUCH_DATE.with([("date", (*date).into())]);
            let here = words::NO_SUCH_DATE_HERE.plain();
            let found = Diagnostic::error(&own::NO_SUCH_DATE, message, comment.span, here);
            return found.help(words::NO_SUCH_DATE_HELP.plain());
        }
    };
    let here = text::WAIVER_UNREADABLE_HERE.plain();
    Diagnostic::error(&code::WAIVER_UNREADABLE, message, comment.span, here).help(text::WAIVER_UNREADABLE_HELP.plain())
}
