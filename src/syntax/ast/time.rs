//! Dates, `calendar`, `hours` and recurring patterns.

use super::{Declared, Name, Number, Text};
use crate::source::Span;

/// `calendar cn covers 2026 { … }`
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Name.
    pub declared: Declared,
    /// First year and, after `through`, last year.
    pub covers: (Number, Option<Number>),
    /// Lines.
    pub items: Box<[CalendarItem]>,
}

/// A line of a calendar.
#[derive(Debug, Clone)]
pub struct CalendarItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: CalendarItemKind,
}

/// The lines of a calendar.
#[derive(Debug, Clone)]
pub enum CalendarItemKind {
    /// `weekend Saturday, Sunday`
    Weekend(Box<[(Weekday, Span)]>),
    /// `off 2026-10-01 through 2026-10-07, 2026-12-31`
    Off(Box<[DateRange]>),
    /// `work 2026-10-10`
    Work(Box<[DateRange]>),
}

/// A date, or the dates from one through another.
#[derive(Debug, Clone)]
pub struct DateRange {
    /// First.
    pub first: DateTime,
    /// Last, if more than one day.
    pub last: Option<DateTime>,
}

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// `hours office-hours = workdays of cn 09:00 to 18:00 in "Asia/Shanghai", Saturday 09:00 to 12:00`
#[derive(Debug, Clone)]
pub struct Hours {
    /// Name.
    pub declared: Declared,
    /// Patterns that unite.
    pub patterns: Box<[Pattern]>,
}

/// A recurring window: which days, from when on each, how long.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The whole pattern.
    pub span: Span,
    /// Which dates.
    pub days: Days,
    /// How long on each.
    pub extent: Extent,
    /// `in "Europe/Berlin"`
    pub zone: Option<Text>,
}

/// On which dates a pattern starts.
#[derive(Debug, Clone)]
pub enum Days {
    /// `daily`
    Daily,
    /// `weekdays`: Monday to Friday.
    Weekdays,
    /// `Monday, Tuesday`
    Of(Box<[(Weekday, Span)]>),
    /// `workdays of CAL`
    WorkdaysOf(Name),
    /// `days off of CAL`
    DaysOffOf(Name),
    /// `each month on day 15` or `on days 1, 15`
    MonthDays(Box<[Number]>),
    /// `each month on the last day`
    MonthLast,
    /// `each year on 03-31` (month, day) or `each year on the last day of February`… written `02-last`.
    YearDay(Text),
}

/// How long an occurrence is.
#[derive(Debug, Clone)]
pub enum Extent {
    /// `09:00 to 18:00`; the end may be `24:00`, or smaller than the start: over midnight.
    Times(TimeOfDay, TimeOfDay),
    /// `at 18:00 for 72 hours` (elapsed) or `for 3 days` (same local time, civil).
    For(TimeOfDay, Number, DurationUnit, Span),
    /// `all day`: the date from its first instant to the next date's.
    AllDay,
}

/// Unit of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DurationUnit {
    /// Elapsed minutes.
    Minutes,
    /// Elapsed hours.
    Hours,
    /// Civil days.
    Days,
    /// Civil weeks.
    Weeks,
}

/// `18:00`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeOfDay {
    /// As written; checked in `resolve`.
    pub text: Box<str>,
    /// Where.
    pub span: Span,
}

/// `2026-12-01` or `2026-12-01 06:00`, as written; checked in `resolve`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTime {
    /// The date.
    pub date: Box<str>,
    /// The time of day.
    pub time: Option<TimeOfDay>,
    /// Both.
    pub span: Span,
}
