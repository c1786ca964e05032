//! `calendar-runs-out`: a calendar that a window uses ends within a year of now, or has ended.
//!
//! Outside what a calendar covers, windows that use it give nothing and take away fully.

use crate::analysis::LocalClock;
use crate::diagnostic::codes::lint::CALENDAR_RUNS_OUT;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::written::{calendars, patterns};
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::syntax::ast::{self, Days};
use crate::time::Date;
use crate::words;

pub(super) const LINT: Lint = Lint { code: &CALENDAR_RUNS_OUT, group: Group::Time, needs_now: true, check };

const DAY: i64 = 86_400_000;
/// From so many days before the end on it is a warning; before that, worth knowing.
const SOON: i64 = 30 * DAY;
const YEAR: i64 = 366 * DAY;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(now) = cx.now else { return };
    let patterns = patterns(cx);
    for written in calendars(cx) {
        let calendar = written.calendar;
        let used = patterns.iter().find(|p| names(p.pattern, calendar));
        let (first, last) = &calendar.covers;
        let number = last.as_ref().unwrap_or(first);
        let end = number.text.parse::<i32>().ok().and_then(|year| Date::from_ymd(year.checked_add(1)?, 1, 1));
        let end = end.and_then(|date| LocalClock::of(cx.model, written.package).start(date));
        let (Some(used), Some(end)) = (used, end) else { continue };
        if end > now.saturating_add(YEAR) {
            continue;
        }
        let args = [
            ("calendar", cx.model.text(calendar.declared.name.symbol).into()),
            ("end", words::instant(cx.model, end).into()),
        ];
        let entry = if end <= now { &text::CALENDAR_RAN_OUT } else { &text::CALENDAR_RUNS_OUT };
        let here = text::CALENDAR_RUNS_OUT_HERE.plain();
        let mut diagnostic = Diagnostic::warning(&CALENDAR_RUNS_OUT, entry.with(args), number.span, here)
            .about([cx.model.text(calendar.declared.name.symbol)])
            .and(used.pattern.span, text::CALENDAR_USED_HERE.plain())
            .help(text::CALENDAR_RUNS_OUT_HELP.plain());
        if end > now.saturating_add(SOON) {
            diagnostic.severity = Severity::Info;
        }
        out.push(diagnostic);
    }
}

fn names(pattern: &ast::Pattern, calendar: &ast::Calendar) -> bool {
    match &pattern.days {
        Days::WorkdaysOf(name) | Days::DaysOffOf(name) => name.symbol == calendar.declared.name.symbol,
        Days::Daily | Days::Weekdays | Days::Of(_) | Days::MonthDays(_) | Days::MonthLast | Days::YearDay(_) => false,
    }
}
