//! Calendars: which dates are days off, within the years that they cover.

use super::context::Cx;
use super::instant;
use super::pattern::weekday_bits;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::clock as codes;
use crate::message::clock as text;
use crate::source::Span;
use crate::syntax::ast::{self, CalendarItemKind};
use crate::time::{Calendar, Date};

/// Years that a calendar may cover.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9998;

/// The calendar that `written` declares. One that covers no year is empty: windows that use it give nothing.
pub(super) fn calendar(cx: &mut Cx<'_>, written: &ast::Calendar) -> Calendar {
    let (first, last) = years(cx, written);
    let mut weekend = 0;
    let (mut off, mut work) = (Vec::new(), Vec::new());
    for item in &written.items {
        match &item.kind {
            CalendarItemKind::Weekend(days) => weekend |= weekday_bits(days),
            CalendarItemKind::Off(ranges) => dates(cx, written, (first, last), ranges, &mut off),
            CalendarItemKind::Work(ranges) => dates(cx, written, (first, last), ranges, &mut work),
        }
    }
    let off_days = expand(&mut off);
    for (start, end, span) in &work {
        let next = off_days.partition_point(|day| day < start);
        let Some(day) = off_days.get(next).filter(|day| *day <= end) else { continue };
        let there = off.iter().find(|(start, end, _)| start <= day && day <= end).map_or(*span, |(_, _, span)| *span);
        cx.out.push(
            Diagnostic::error(
                &codes::CALENDAR_DATE,
                text::CALENDAR_BOTH.with([("text", instant::show_date(*day).into())]),
                *span,
                text::CALENDAR_BOTH_HERE.plain(),
            )
            .and(there, text::CALENDAR_BOTH_THERE.plain()),
        );
    }
    Calendar { first, last, weekend, off: off_days, work: expand(&mut work) }
}

/// Dates from one through another, and where they are written.
type Stretch = (Date, Date, Span);

/// All days of the stretches, each once. Linear in the days covered, however often they are listed.
fn expand(stretches: &mut [Stretch]) -> Vec<Date> {
    stretches.sort_unstable();
    let mut days: Vec<Date> = Vec::new();
    for (start, end, _) in stretches {
        let next = days.last().map_or(start.0, |last| start.0.max(last.0 + 1));
        days.extend((next..=end.0).map(Date));
    }
    days
}

fn years(cx: &mut Cx<'_>, written: &ast::Calendar) -> (Date, Date) {
    let (from, to) = &written.covers;
    let year = |number: &ast::Number| number.text.parse::<i32>().ok().filter(|year| YEARS.contains(year));
    let span = to.as_ref().map_or(from.span, |to| from.span.join(to.span));
    let bounds = year(from).and_then(|first| {
        let last = to.as_ref().map_or(Some(first), year).filter(|last| first <= *last)?;
        Some((instant::year_start(first)?, Date(instant::year_start(last + 1)?.0 - 1)))
    });
    bounds.unwrap_or_else(|| {
        cx.out.push(Diagnostic::error(
            &codes::CALENDAR_DATE,
            text::CALENDAR_YEARS.with([("name", cx.name(&written.declared.name).into())]),
            span,
            text::CALENDAR_YEARS_HERE.plain(),
        ));
        (Date(0), Date(-1))
    })
}

fn dates(
    cx: &mut Cx<'_>,
    calendar: &ast::Calendar,
    (first, last): (Date, Date),
    ranges: &[ast::DateRange],
    out: &mut Vec<Stretch>,
) {
    for range in ranges {
        let start = cx.date(&range.first);
        let end = range.last.as_ref().map_or(start, |last| cx.date(last));
        let (Some(start), Some(end)) = (start, end) else { continue };
        let span = range.last.as_ref().map_or(range.first.span, |last| range.first.span.join(last.span));
        let shown = || cx.sources.text(span).to_owned();
        if end < start {
            let message = text::RANGE_INVERTED.with([("text", shown().into())]);
            cx.out.push(
                Diagnostic::error(&codes::EMPTY_WINDOW, message, span, text::EMPTY_HERE.plain())
                    .help(text::EMPTY_HELP.plain()),
            );
            continue;
        }
        // Years that are themselves wrong are reported once, not for each date.
        if last < first {
            continue;
        }
        if start < first || last < end {
            let message =
                text::CALENDAR_DATE.with([("text", shown().into()), ("name", cx.name(&calendar.declared.name).into())]);
            let years = text::CALENDAR_DATE_HERE.with([
                ("first", instant::show_date(first).get(..4).unwrap_or("").into()),
                ("last", instant::show_date(last).get(..4).unwrap_or("").into()),
            ]);
            cx.out.push(Diagnostic::error(&codes::CALENDAR_DATE, message, span, years));
            continue;
        }
        out.push((start, end, span));
    }
}
