//! Windows and instants in words.

use std::fmt;

use super::Table;
use super::bytes::NONE;
use crate::time::{Date, Days, Extent, FOREVER, FOREVER_AGO, LocalTime, Pattern, PatternId, TimeSource as _, ZoneId};

/// A window in words; empty for no bound.
#[derive(Clone, Copy, Debug)]
pub struct WindowWords<'t, 'a> {
    table: &'t Table<'a>,
    window: u32,
}

impl<'a> Table<'a> {
    /// A window, by the number that rules and answers carry.
    pub const fn window_words(&self, window: u32) -> WindowWords<'_, 'a> {
        WindowWords { table: self, window }
    }
}

impl fmt::Display for WindowWords<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = self.table;
        let range = table.views.windows.slice(self.window, self.window.saturating_add(2));
        let (Some(window), Some(next)) = (range.get(0), range.get(1)) else { return Ok(()) };
        if window.until <= window.from {
            return f.write_str("never");
        }
        let mut space = "";
        if window.from != FOREVER_AGO {
            write!(f, "from {}", InstantWords { table, at: window.from })?;
            space = " ";
        }
        if window.until != FOREVER {
            write!(f, "{space}before {}", InstantWords { table, at: window.until })?;
            space = " ";
        }
        for recurrence in table.views.recurrences.slice(window.recurrences, next.recurrences).iter() {
            write!(f, "{space}{} ", if recurrence.negated == 0 { "during" } else { "outside" })?;
            for (count, pattern) in table.list(recurrence.patterns).iter().enumerate() {
                f.write_str(if count == 0 { "" } else { " or " })?;
                if let Some(found) = table.pattern(PatternId(pattern.at)) {
                    self::pattern(table, found, f)?;
                }
            }
            space = " ";
        }
        Ok(())
    }
}

fn pattern(table: &Table<'_>, pattern: Pattern, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    days(pattern.days, f)?;
    let start = Clock(pattern.start);
    match pattern.extent {
        Extent::Until(end, 0) => write!(f, " {start} to {}", Clock(end))?,
        Extent::Until(end, 1) if end < pattern.start => write!(f, " {start} to {}", Clock(end))?,
        Extent::Until(end, days) => {
            write!(f, " {start} to {} on day {}", Clock(end), u32::from(days).saturating_add(1))?
        }
        Extent::Minutes(minutes) if minutes % 60 == 0 => write!(f, " at {start} for {} hours", minutes / 60)?,
        Extent::Minutes(minutes) => write!(f, " at {start} for {minutes} minutes")?,
        Extent::WholeDays(1) => {}
        Extent::WholeDays(days) => write!(f, " for {days} days")?,
    }
    if pattern.zone.0 == table.globals.zone {
        return Ok(());
    }
    let name = table.views.zone_names.get(pattern.zone.0).map_or("", |name| table.note(name));
    write!(f, " in \"{name}\"")
}

fn days(days: Days, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    match days {
        Days::Weekdays(0x7f) => f.write_str("daily"),
        Days::Weekdays(0x1f) => f.write_str("weekdays"),
        Days::Weekdays(bits) => {
            let named = (0..).zip(NAMES).filter(|(bit, _)| bits >> bit & 1 != 0);
            listed(f, named.map(|(_, name)| name))
        }
        Days::WorkdaysOf(calendar) => write!(f, "workdays of calendar {}", calendar.0),
        Days::DaysOffOf(calendar) => write!(f, "days off of calendar {}", calendar.0),
        Days::MonthDays(bits) => {
            f.write_str("each month on day ")?;
            listed(f, (1_u32..=28).filter(|day| bits >> day.saturating_sub(1) & 1 != 0))
        }
        Days::MonthLast => f.write_str("each month on the last day"),
        Days::Year(month, 0) => write!(f, "each year on the last day of month {month}"),
        Days::Year(month, day) => write!(f, "each year on {month:02}-{day:02}"),
    }
}

fn listed<T: fmt::Display>(f: &mut fmt::Formatter<'_>, items: impl Iterator<Item = T>) -> fmt::Result {
    for (count, item) in items.enumerate() {
        write!(f, "{}{item}", if count == 0 { "" } else { ", " })?;
    }
    Ok(())
}

/// A time of day.
struct Clock(LocalTime);

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// An instant in the policy's zone, with its offset.
pub(crate) struct InstantWords<'t, 'a> {
    pub(crate) table: &'t Table<'a>,
    /// Milliseconds since 1970 UTC.
    pub(crate) at: i64,
}

impl fmt::Display for InstantWords<'_, '_> {
    /// RFC 3339; a year that it cannot hold is cut to its limits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at.clamp(EARLIEST, LATEST);
        let zone = ZoneId(self.table.globals.zone);
        let offset = if zone.0 == NONE { None } else { crate::time::offset(self.table, zone, at) };
        // RFC 3339 has offsets of whole minutes; older local times are written in UTC.
        let offset = offset.filter(|seconds| seconds % 60 == 0).unwrap_or(0);
        let local = at.saturating_add(i64::from(offset).saturating_mul(1_000));
        let day = i32::try_from(local.div_euclid(86_400_000)).unwrap_or(i32::MAX);
        let (year, month, day) = Date(day).ymd();
        let millis = local.rem_euclid(86_400_000);
        let (hours, minutes, seconds) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1_000 % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}")?;
        if millis % 1_000 != 0 {
            write!(f, ".{:03}", millis % 1_000)?;
        }
        if offset == 0 {
            return f.write_str("Z");
        }
        let sign = if offset < 0 { '-' } else { '+' };
        let minutes = offset.unsigned_abs() / 60;
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// 0001-01-02T00:00:00Z
const EARLIEST: i64 = -62_135_510_400_000;
/// 9999-12-30T00:00:00Z
const LATEST: i64 = 253_402_128_000_000;
