//! Windows and recurring patterns, evaluated the slow way: list the occurrences around an instant and look.
//!
//! Nothing here is shared with `rolecall::time`. Zones, offsets and civil dates come from jiff.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// Which way doubt falls (language.md section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Of what gives access: narrow.
    Gives,
    /// Of what takes access away: wide.
    Takes,
}

/// The earlier and the later reading of something written in local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    pub early: i64,
    pub late: i64,
}

impl Edge {
    fn start(self, reading: Reading) -> i64 {
        if reading == Reading::Gives { self.late } else { self.early }
    }

    fn end(self, reading: Reading) -> i64 {
        if reading == Reading::Gives { self.early } else { self.late }
    }
}

/// `calendar C covers … { … }`
#[derive(Clone, Debug)]
pub struct Calendar {
    pub first_year: i16,
    pub last_year: i16,
    pub weekend: Vec<Weekday>,
    pub off: Vec<(Date, Date)>,
    pub work: Vec<(Date, Date)>,
}

impl Calendar {
    fn covers(&self, date: Date) -> bool {
        (self.first_year..=self.last_year).contains(&date.year())
    }

    fn is_workday(&self, date: Date) -> bool {
        let listed = |ranges: &[(Date, Date)]| ranges.iter().any(|(a, b)| *a <= date && date <= *b);
        listed(&self.work) || (!self.weekend.contains(&date.weekday()) && !listed(&self.off))
    }
}

/// On which dates a pattern starts.
#[derive(Clone, Debug)]
pub enum Days {
    Weekdays(Vec<Weekday>),
    Calendar {
        calendar: Calendar,
        workdays: bool,
    },
    OfMonth(Vec<i8>),
    LastOfMonth,
    /// Month and day; day 0 is the last.
    OfYear(i8, i8),
}

/// How long an occurrence is. Times of day are minutes since midnight.
#[derive(Clone, Debug)]
pub enum Extent {
    Times(i32, i32),
    Minutes(i32, i64),
    Days(i32, i64),
    AllDay,
}

/// A recurring pattern in its zone.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub zone: TimeZone,
    pub days: Days,
    pub extent: Extent,
}

/// All clauses of time of one statement; they intersect.
#[derive(Clone, Debug, Default)]
pub struct Window {
    pub from: Option<Edge>,
    pub until: Vec<Edge>,
    /// In one of each list.
    pub during: Vec<Vec<Pattern>>,
    /// In none of each list.
    pub outside: Vec<Vec<Pattern>>,
}

impl Window {
    pub fn open(&self, at: i64, reading: Reading) -> bool {
        let inside = |patterns: &[Pattern], reading| patterns.iter().any(|p| p.contains(at, reading));
        let other = if reading == Reading::Gives { Reading::Takes } else { Reading::Gives };
        self.from.is_none_or(|edge| edge.start(reading) <= at)
            && self.until.iter().all(|edge| at < edge.end(reading))
            && self.during.iter().all(|patterns| inside(patterns, reading))
            && self.outside.iter().all(|patterns| !inside(patterns, other))
    }

    /// Both intersected.
    pub fn and(mut self, other: &Window) -> Window {
        self.from = match (self.from, other.from) {
            (Some(a), Some(b)) => Some(Edge { early: a.early.max(b.early), late: a.late.max(b.late) }),
            (a, b) => a.or(b),
        };
        self.until.extend(&other.until);
        self.during.extend(other.during.clone());
        self.outside.extend(other.outside.clone());
        self
    }

    /// Instants at which something may change, those of patterns near `at` only.
    pub fn edges(&self, at: i64) -> Vec<i64> {
        let mut edges = Vec::new();
        edges.extend(self.from.iter().chain(&self.until).flat_map(|e| [e.early, e.late]));
        for pattern in self.during.iter().chain(&self.outside).flatten() {
            edges.extend(pattern.edges(at));
        }
        edges
    }
}

impl Pattern {
    pub fn contains(&self, at: i64, reading: Reading) -> bool {
        let today = local(at, &self.zone).date();
        if reading == Reading::Takes && self.calendar().is_some_and(|c| !c.covers(today)) {
            return true;
        }
        self.near(today).into_iter().any(|date| {
            self.starts_on(date, reading)
                && self.occurrence(date).is_some_and(|(start, end)| start.start(reading) <= at && at < end.end(reading))
        })
    }

    /// Starts and ends of the occurrences near `at`, however read, and of the covered years.
    pub fn edges(&self, at: i64) -> Vec<i64> {
        let mut edges = Vec::new();
        for date in self.near(local(at, &self.zone).date()) {
            if self.starts_on(date, Reading::Takes)
                && let Some((start, end)) = self.occurrence(date)
            {
                edges.extend([start.early, start.late, end.early, end.late]);
            }
        }
        if let Some(calendar) = self.calendar() {
            edges.push(first_instant_from(Date::constant(calendar.first_year, 1, 1), &self.zone));
            edges.push(first_instant_from(Date::constant(calendar.last_year + 1, 1, 1), &self.zone));
        }
        edges
    }

    fn calendar(&self) -> Option<&Calendar> {
        match &self.days {
            Days::Calendar { calendar, .. } => Some(calendar),
            _ => None,
        }
    }

    /// Every date whose occurrence could touch `today`.
    fn near(&self, today: Date) -> Vec<Date> {
        let length = match self.extent {
            Extent::Times(..) | Extent::AllDay => 1,
            Extent::Minutes(_, minutes) => minutes / (24 * 60) + 1,
            Extent::Days(_, days) => days,
        };
        (-(length + 2)..=2).map(|days| today + days.days()).collect()
    }

    /// Whether an occurrence starts on `date`; on a date that the calendar does not cover: what takes, yes.
    fn starts_on(&self, date: Date, reading: Reading) -> bool {
        match &self.days {
            Days::Weekdays(days) => days.contains(&date.weekday()),
            Days::Calendar { calendar, workdays } if calendar.covers(date) => calendar.is_workday(date) == *workdays,
            Days::Calendar { .. } => reading == Reading::Takes,
            Days::OfMonth(days) => days.contains(&date.day()),
            Days::LastOfMonth => date == date.last_of_month(),
            Days::OfYear(month, 0) => date.month() == *month && date == date.last_of_month(),
            Days::OfYear(month, day) => date.month() == *month && date.day() == *day,
        }
    }

    /// Start and end of the occurrence of `date`; none if the zone never had a date that is needed.
    fn occurrence(&self, date: Date) -> Option<(Edge, Edge)> {
        let zone = &self.zone;
        match self.extent {
            Extent::Times(start, end) => {
                let end_date = if end <= start { date + 1.days() } else { date };
                Some((time_on(date, start, zone), time_on(end_date, end, zone)))
            }
            Extent::Minutes(start, minutes) => {
                let start = time_on(date, start, zone);
                let length = minutes * 60_000;
                Some((start, Edge { early: start.early + length, late: start.late + length }))
            }
            Extent::Days(start, days) => Some((time_on(date, start, zone), time_on(date + days.days(), start, zone))),
            Extent::AllDay => {
                let start = first_instant(date, zone)?;
                let end = first_instant_from(date + 1.days(), zone);
                Some((Edge { early: start, late: start }, Edge { early: end, late: end }))
            }
        }
    }
}

/// The local time of an instant; instants that jiff cannot hold count as its first or last.
pub fn local(at: i64, zone: &TimeZone) -> DateTime {
    zone.to_datetime(timestamp(at))
}

fn timestamp(at: i64) -> Timestamp {
    let limit = 200_000_000_000_000;
    Timestamp::from_millisecond(at.clamp(-limit, limit)).expect("within the years that jiff knows")
}

/// Minutes after midnight of `date`; 1440 is midnight of the next date.
pub fn time_on(date: Date, minutes: i32, zone: &TimeZone) -> Edge {
    let date = if minutes == 24 * 60 { date + 1.days() } else { date };
    let minutes = minutes % (24 * 60);
    readings(date.to_datetime(Time::constant((minutes / 60) as i8, (minutes % 60) as i8, 0, 0)), zone)
}

/// The two readings of a local time: with the offset before a change and with the one after.
pub fn readings(written: DateTime, zone: &TimeZone) -> Edge {
    let with =
        |offset: jiff::tz::Offset| offset.to_timestamp(written).expect("a year that jiff knows").as_millisecond();
    let (a, b) = match zone.to_ambiguous_timestamp(written).offset() {
        AmbiguousOffset::Unambiguous { offset } => (with(offset), with(offset)),
        AmbiguousOffset::Gap { before, after } | AmbiguousOffset::Fold { before, after } => (with(before), with(after)),
    };
    Edge { early: a.min(b), late: a.max(b) }
}

/// The first instant that has this local date; none if the zone never had it.
pub fn first_instant(date: Date, zone: &TimeZone) -> Option<i64> {
    let midnight = readings(date.to_datetime(Time::midnight()), zone);
    let mut candidates = vec![midnight.early, midnight.late];
    let two_days = 48 * 3_600_000;
    candidates.extend(
        zone.following(timestamp(midnight.early - two_days))
            .map(|change| change.timestamp().as_millisecond())
            .take_while(|at| *at <= midnight.late + two_days),
    );
    candidates.sort_unstable();
    candidates.into_iter().find(|at| local(*at, zone).date() == date)
}

/// The first instant of `date`, or of the next date that the zone has.
pub fn first_instant_from(date: Date, zone: &TimeZone) -> i64 {
    first_instant(date, zone).unwrap_or_else(|| first_instant_from(date + 1.days(), zone))
}
