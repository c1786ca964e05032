//! Recurring patterns: on which dates an occurrence starts, and how long it is.

use super::civil::{civil_from_days, days_from_civil, days_in_month, weekday};
use super::{CalendarId, Date, LocalTime, TimeSource, ZoneId};

/// A position in the time table's patterns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternId(pub u32);

/// A recurring pattern. An occurrence belongs to the local date on which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pattern {
    /// The zone whose local time it is.
    pub zone: ZoneId,
    /// On which dates.
    pub days: Days,
    /// From when.
    pub start: LocalTime,
    /// How long.
    pub extent: Extent,
}

/// On which dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Days {
    /// Weekdays by bit, Monday is bit 0 (`daily` is 0x7f).
    Weekdays(u8),
    /// Working days of a calendar.
    WorkdaysOf(CalendarId),
    /// Days off of a calendar.
    DaysOffOf(CalendarId),
    /// Days of the month by bit (day 1 is bit 0, at most day 28).
    MonthDays(u32),
    /// The last day of each month.
    MonthLast,
    /// Month (1..=12) and day (1..=28; 0 is the last) of each year.
    Year(u8, u8),
}

/// How long. Occurrences of more than [`MAX_DAYS`] cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Until this local time on the date that many days on (0 the same, 1 the next).
    Until(LocalTime, u16),
    /// That many elapsed minutes. Where the start has two readings, so has the end.
    Minutes(u32),
    /// Until the first instant of the date that many days on: whole days (start is 0).
    WholeDays(u16),
}

/// The longest occurrence, in days: ten years.
pub(super) const MAX_DAYS: u16 = 3_660;

impl Extent {
    /// An upper bound of the days from the date of the start to the date of the end.
    pub(super) fn days(self) -> i64 {
        match self {
            Self::Until(_, days) | Self::WholeDays(days) => i64::from(days).saturating_add(1),
            Self::Minutes(minutes) => i64::from(minutes / 1440).saturating_add(2),
        }
    }
}

/// Whether an occurrence starts on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Starts {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// The calendar does not cover the date.
    Unknown,
}

impl Starts {
    const fn when(starts: bool) -> Self {
        if starts { Self::Yes } else { Self::No }
    }
}

/// A date found by a search forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// An occurrence starts on this day.
    On(i64),
    /// None starts before this day; not looked at further.
    NotBefore(i64),
    /// None will start.
    Never,
}

/// So many days of a calendar are looked at in search of the next occurrence.
const AHEAD: i64 = 40;

impl Days {
    /// Whether an occurrence starts on `day`; `None` if the calendar cannot be read.
    pub(super) fn starts(self, source: &impl TimeSource, day: i64) -> Option<Starts> {
        let (year, month, of_month) = match self {
            Self::Weekdays(bits) => return Some(Starts::when(has(u32::from(bits), weekday(day)))),
            Self::WorkdaysOf(calendar) => return calendar_day(source, calendar, true, day),
            Self::DaysOffOf(calendar) => return calendar_day(source, calendar, false, day),
            Self::MonthDays(_) | Self::MonthLast | Self::Year(..) => civil_from_days(day),
        };
        Some(Starts::when(match self {
            Self::MonthDays(bits) => of_month <= 28 && has(bits, of_month.saturating_sub(1)),
            Self::MonthLast => of_month == days_in_month(year, month),
            Self::Year(in_month, _) if in_month.clamp(1, 12) != month => false,
            Self::Year(_, 0) => of_month == days_in_month(year, month),
            Self::Year(_, on) => of_month == on.min(days_in_month(year, month)),
            Self::Weekdays(_) | Self::WorkdaysOf(_) | Self::DaysOffOf(_) => false,
        }))
    }

    /// The calendar that decides.
    pub(super) fn calendar(self) -> Option<CalendarId> {
        match self {
            Self::WorkdaysOf(calendar) | Self::DaysOffOf(calendar) => Some(calendar),
            Self::Weekdays(_) | Self::MonthDays(_) | Self::MonthLast | Self::Year(..) => None,
        }
    }

    /// The latest day from `floor` to `day` on which an occurrence starts. A day outside the calendar counts if `wide`.
    pub(super) fn latest(self, source: &impl TimeSource, day: i64, floor: i64, wide: bool) -> Option<i64> {
        let Some(calendar) = self.calendar() else {
            return self.latest_civil(day).filter(|found| *found >= floor);
        };
        let last = i64::from(source.calendar(calendar)?.1.0);
        let mut day = if wide { day } else { day.min(last) };
        while day >= floor {
            match self.starts(source, day)? {
                Starts::Yes => return Some(day),
                Starts::Unknown if wide => return Some(day),
                // Nothing is known of any day before it either.
                Starts::Unknown => return None,
                Starts::No => day = day.saturating_sub(1),
            }
        }
        None
    }

    /// The first day from `day` on on which an occurrence starts. A day outside the calendar counts if `wide`.
    pub(super) fn next(self, source: &impl TimeSource, day: i64, wide: bool) -> Option<Next> {
        let Some(calendar) = self.calendar() else {
            return Some(self.next_civil(day).map_or(Next::Never, Next::On));
        };
        let (first, last, _) = source.calendar(calendar)?;
        let mut day = if wide { day } else { day.max(i64::from(first.0)) };
        let end = day.saturating_add(AHEAD);
        while day < end {
            if !wide && day > i64::from(last.0) {
                return Some(Next::Never);
            }
            match self.starts(source, day)? {
                Starts::No => day = day.saturating_add(1),
                Starts::Yes | Starts::Unknown => return Some(Next::On(day)),
            }
        }
        Some(Next::NotBefore(day))
    }

    /// The latest day up to `day` for patterns without a calendar.
    fn latest_civil(self, day: i64) -> Option<i64> {
        let (year, month, of_month) = civil_from_days(day);
        let month_start = day.saturating_sub(i64::from(of_month));
        match self {
            Self::Weekdays(bits) => {
                (0..7).map(|back| day.saturating_sub(back)).find(|day| has(u32::from(bits), weekday(*day)))
            }
            Self::MonthDays(bits) => {
                let here = (1..=of_month.min(28)).rev().find(|d| has(bits, d.saturating_sub(1)));
                here.map(|d| month_start.saturating_add(i64::from(d))).or_else(|| {
                    let (year, month) =
                        if month == 1 { (year.saturating_sub(1), 12) } else { (year, month.saturating_sub(1)) };
                    (1..=28).rev().find(|d| has(bits, d - 1)).map(|d| days_from_civil(year, month, d))
                })
            }
            Self::MonthLast if of_month == days_in_month(year, month) => Some(day),
            Self::MonthLast => Some(month_start),
            Self::Year(month, of_month) => {
                let found = in_year(year, month, of_month);
                Some(if found <= day { found } else { in_year(year.saturating_sub(1), month, of_month) })
            }
            Self::WorkdaysOf(_) | Self::DaysOffOf(_) => None,
        }
    }

    /// The first day from `day` on for patterns without a calendar.
    fn next_civil(self, day: i64) -> Option<i64> {
        let (year, month, of_month) = civil_from_days(day);
        let month_start = day.saturating_sub(i64::from(of_month));
        match self {
            Self::Weekdays(bits) => {
                (0..7).map(|on| day.saturating_add(on)).find(|day| has(u32::from(bits), weekday(*day)))
            }
            Self::MonthDays(bits) => {
                let here = (of_month..=28).find(|d| has(bits, d.saturating_sub(1)));
                here.map(|d| month_start.saturating_add(i64::from(d))).or_else(|| {
                    let next = month_start.saturating_add(i64::from(days_in_month(year, month)));
                    (1..=28).find(|d| has(bits, d - 1)).map(|d| next.saturating_add(i64::from(d)))
                })
            }
            Self::MonthLast => Some(month_start.saturating_add(i64::from(days_in_month(year, month)))),
            Self::Year(month, of_month) => {
                let found = in_year(year, month, of_month);
                Some(if found >= day { found } else { in_year(year.saturating_add(1), month, of_month) })
            }
            Self::WorkdaysOf(_) | Self::DaysOffOf(_) => None,
        }
    }
}

/// The day of a `Year` pattern in a year.
fn in_year(year: i64, month: u8, of_month: u8) -> i64 {
    let month = month.clamp(1, 12);
    let last = days_in_month(year, month);
    days_from_civil(year, month, if of_month == 0 { last } else { of_month.min(last) })
}

fn has(bits: u32, bit: u8) -> bool {
    bits.checked_shr(u32::from(bit)).is_some_and(|shifted| shifted & 1 == 1)
}

/// Whether a day is a working day (or, not `work`, a day off) of a calendar.
fn calendar_day(source: &impl TimeSource, calendar: CalendarId, work: bool, day: i64) -> Option<Starts> {
    let (first, last, weekend) = source.calendar(calendar)?;
    if day < i64::from(first.0) || day > i64::from(last.0) {
        return Some(Starts::Unknown);
    }
    let date = Date(i32::try_from(day).ok()?);
    let works = source.listed(calendar, date).unwrap_or(!has(u32::from(weekend), weekday(day)));
    Some(Starts::when(works == work))
}
