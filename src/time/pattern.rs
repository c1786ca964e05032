//! Recurring patterns: on which dates an occurrence starts, and how long it is.

use super::{CalendarId, LocalTime, ZoneId};

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

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Until this local time on the date that many days on (0 the same, 1 the next).
    Until(LocalTime, u16),
    /// That many elapsed minutes.
    Minutes(u32),
    /// Until the first instant of the date that many days on: whole days (start is 0).
    WholeDays(u16),
}
