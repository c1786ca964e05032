//! Recurring patterns and named hours.

use super::context::Cx;
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::clock as codes;
use crate::message::clock as text;
use crate::source::PackageId;
use crate::syntax::ast::{self, DurationUnit};
use crate::time::{CalendarId, Days, Extent, Pattern, PatternId};

/// The longest occurrence, in days.
const MOST_DAYS: u32 = 366;

impl Cx<'_> {
    /// A pattern, interned.
    pub(super) fn pattern(&mut self, package: PackageId, written: &ast::Pattern) -> Option<PatternId> {
        let days = self.days(package, &written.days);
        let extent = self.extent(written);
        let zone = self.zone_for(package, written.zone.as_ref())?;
        let zone = self.zone_id(zone, written.span)?;
        let (start, extent) = extent?;
        Some(self.arena.pattern(Pattern { zone, days: days?, start, extent }))
    }

    fn days(&mut self, package: PackageId, days: &ast::Days) -> Option<Days> {
        match days {
            ast::Days::Daily => Some(Days::Weekdays(0x7f)),
            ast::Days::Weekdays => Some(Days::Weekdays(0x1f)),
            ast::Days::Of(days) => Some(Days::Weekdays(weekday_bits(days))),
            ast::Days::WorkdaysOf(name) => self.calendar_of(package, name).map(Days::WorkdaysOf),
            ast::Days::DaysOffOf(name) => self.calendar_of(package, name).map(Days::DaysOffOf),
            ast::Days::MonthLast => Some(Days::MonthLast),
            ast::Days::MonthDays(days) => {
                let mut bits = 0u32;
                let mut good = true;
                for day in days {
                    match self.month_day(day) {
                        Some(day) => bits |= 1 << (day - 1),
                        None => good = false,
                    }
                }
                good.then_some(Days::MonthDays(bits))
            }
            ast::Days::YearDay(day) => self.year_day(day),
        }
    }

    fn calendar_of(&mut self, package: PackageId, name: &ast::Name) -> Option<CalendarId> {
        self.find(package, Space::Calendar, name).map(CalendarId)
    }

    /// A day that every month has.
    fn month_day(&mut self, written: &ast::Number) -> Option<u32> {
        let day = written.text.parse::<u32>().ok();
        if let Some(day @ 1..=28) = day {
            return Some(day);
        }
        let shown = &*written.text;
        let diagnostic = match day {
            Some(29..=31) => Diagnostic::error(
                &codes::MONTH_DAY,
                text::MONTH_DAY.with([("day", shown.into())]),
                written.span,
                text::MONTH_DAY_HERE.plain(),
            )
            .help(text::MONTH_DAY_HELP.plain()),
            _ => Diagnostic::error(
                &codes::MONTH_DAY,
                text::NO_MONTH_DAY.with([("day", shown.into())]),
                written.span,
                text::MONTH_DAY_HERE.plain(),
            ),
        };
        self.out.push(diagnostic);
        None
    }

    /// `03-31`, `02-last`; a month's last day may be written as its number where that is the same in every year.
    fn year_day(&mut self, written: &ast::Text) -> Option<Days> {
        let found = parse_year_day(&written.text);
        if found.is_none() {
            let diagnostic = Diagnostic::error(
                &codes::MONTH_DAY,
                text::YEAR_DAY.with([("text", (&*written.text).into())]),
                written.span,
                text::YEAR_DAY_HERE.plain(),
            );
            let turned = written.text.split_once('-').map(|(day, month)| format!("{month}-{day}"));
            self.out.push(match turned.filter(|turned| parse_year_day(turned).is_some()) {
                Some(turned) => diagnostic.help(text::YEAR_DAY_TURNED.with([("text", turned.into())])),
                None => diagnostic,
            });
        }
        found
    }

    fn extent(&mut self, written: &ast::Pattern) -> Option<(u16, Extent)> {
        match &written.extent {
            ast::Extent::AllDay => Some((0, Extent::WholeDays(1))),
            ast::Extent::Times(start, end) => {
                let (first, last) = (self.start_of_day(start), self.time_of_day(end));
                let (first, last) = (first?, last?);
                if first == last {
                    let shown = format!("{} to {}", start.text, end.text);
                    self.out.push(
                        Diagnostic::error(
                            &codes::EQUAL_HOURS,
                            text::EQUAL_HOURS.with([("text", shown.into())]),
                            start.span.join(end.span),
                            text::EQUAL_HOURS_HERE.plain(),
                        )
                        .help(text::EQUAL_HOURS_HELP.plain()),
                    );
                    return None;
                }
                Some((first, Extent::Until(last, u16::from(last < first))))
            }
            ast::Extent::For(start, number, unit, span) => {
                let start = self.start_of_day(start);
                let (minutes, most) = match unit {
                    DurationUnit::Minutes => (1, MOST_DAYS * 1440),
                    DurationUnit::Hours => (60, MOST_DAYS * 24),
                    DurationUnit::Days => (1440, MOST_DAYS),
                    DurationUnit::Weeks => (7 * 1440, MOST_DAYS / 7),
                };
                let count = number.text.parse::<u32>().ok().filter(|count| (1..=most).contains(count));
                let Some(count) = count else {
                    let shown = self.sources.text(*span).to_owned();
                    self.out.push(Diagnostic::error(
                        &codes::BAD_DURATION,
                        text::DURATION.with([("text", shown.into())]),
                        number.span,
                        text::DURATION_HERE.with([("most", (most as usize).into())]),
                    ));
                    return None;
                };
                let start = start?;
                let length = count * minutes;
                Some(match unit {
                    DurationUnit::Minutes | DurationUnit::Hours => (start, Extent::Minutes(length)),
                    DurationUnit::Days | DurationUnit::Weeks => (start, Extent::Until(start, (length / 1440) as u16)),
                })
            }
        }
    }
}

/// Weekdays as bits, Monday first.
pub(super) fn weekday_bits(days: &[(ast::Weekday, crate::source::Span)]) -> u8 {
    days.iter().fold(0, |bits, (day, _)| bits | 1 << (*day as u8))
}

fn parse_year_day(text: &str) -> Option<Days> {
    let (month, day) = text.split_once('-')?;
    let two = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten();
    let month = two(month).filter(|month| (1..=12).contains(month))?;
    if day == "last" {
        return Some(Days::Year(month, 0));
    }
    let last = match month {
        2 => None,
        4 | 6 | 9 | 11 => Some(30),
        _ => Some(31),
    };
    match two(day)? {
        day if Some(day) == last => Some(Days::Year(month, 0)),
        day @ 1..=28 => Some(Days::Year(month, day)),
        _ => None,
    }
}
