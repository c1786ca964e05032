//! Dates and local times to instants; the only file of the resolver that names jiff.
//!
//! A local time that the clocks skip or double has two readings, with the offset before the change and with the
//! one after. A date begins at the first instant that has this local date.

use crate::time::Date;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Span, Timestamp};

/// A zone of the bundled database.
#[derive(Debug, Clone)]
pub(super) struct Zone(TimeZone);

/// Years that can be computed with: a day more on either side must still be a date.
const YEARS: std::ops::RangeInclusive<u16> = 1..=9998;

impl Zone {
    /// Coordinated universal time.
    pub(super) const fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The zone of that IANA name; the database does not mind case, a policy does.
    pub(super) fn find(name: &str) -> Option<Self> {
        let zone = TimeZoneDatabase::bundled().get(name).ok()?;
        (zone.iana_name() == Some(name)).then_some(Self(zone))
    }

    /// The first instant of a date; `None` if the zone never had it.
    pub(super) fn day_start(&self, date: Date) -> Option<i64> {
        let midnight = civil_date(date)?.to_datetime(civil::Time::midnight());
        match self.0.to_ambiguous_timestamp(midnight).offset() {
            AmbiguousOffset::Unambiguous { offset } => millis(offset.to_timestamp(midnight).ok()?),
            AmbiguousOffset::Fold { before, .. } => millis(before.to_timestamp(midnight).ok()?),
            AmbiguousOffset::Gap { after, .. } => {
                // The clocks jumped over midnight: the date begins with the jump, unless they jumped over all of it.
                let earlier = after.to_timestamp(midnight).ok()?;
                let just_before = earlier.checked_sub(Span::new().nanoseconds(1)).ok()?;
                let jump = self.0.following(just_before).next()?.timestamp();
                (self.0.to_datetime(jump).date() == midnight.date()).then(|| millis(jump)).flatten()
            }
        }
    }

    /// The instant at which a date ends: the first instant of the next date that the zone has.
    pub(super) fn day_end(&self, date: Date) -> Option<i64> {
        (1..=3).find_map(|days| self.day_start(Date(date.0 + days)))
    }

    /// Both readings of a local time, the earlier first.
    pub(super) fn readings(&self, date: Date, minutes: u16) -> Option<(i64, i64)> {
        let time = civil::Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0).ok()?;
        let local = civil_date(date)?.to_datetime(time);
        let (one, other) = match self.0.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => (offset, offset),
            AmbiguousOffset::Fold { before, after } | AmbiguousOffset::Gap { before, after } => (before, after),
        };
        let one = millis(one.to_timestamp(local).ok()?)?;
        let other = millis(other.to_timestamp(local).ok()?)?;
        Some((one.min(other), one.max(other)))
    }
}

/// The names of all zones.
pub(super) fn zone_names() -> Vec<String> {
    TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect()
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateError {
    /// Not in the calendar, or not written as one.
    Impossible,
    /// Before the first or after the last year.
    OutOfRange,
}

/// `2026-12-31`
pub(super) fn parse_date(text: &str) -> Result<Date, DateError> {
    parse_parts(text, '-', 2)
}

/// `2026-12-31`, and `2026/12/31` or `2026/1/9` as spreadsheets write it.
pub(super) fn parse_cell_date(text: &str) -> Result<Date, DateError> {
    if text.contains('/') { parse_parts(text, '/', 1) } else { parse_parts(text, '-', 2) }
}

/// What a text that is no date is likely to mean: `2024年3月1日`, `2024.3.1`, `2024-03-01 00:00:00`, or the number of a
/// day as spreadsheets count them. For advice only.
pub(super) fn meant_date(text: &str) -> Option<Date> {
    // Day 1 is 1900-01-01, and 1900 counts as a leap year there.
    if text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Date(text.parse::<i32>().ok()? - 25_569));
    }
    crate::syntax::meant_date(text).filter(|date| u16::try_from(date.ymd().0).is_ok_and(|year| YEARS.contains(&year)))
}

fn parse_parts(text: &str, sign: char, least: usize) -> Result<Date, DateError> {
    let digits = |part: &str, least: usize, most: usize| -> Option<u16> {
        let good = (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        good.then(|| part.parse().ok()).flatten()
    };
    let mut parts = text.split(sign);
    let (Some(year), Some(month), Some(day), None) = (
        parts.next().and_then(|p| digits(p, 4, 4)),
        parts.next().and_then(|p| digits(p, least, 2)),
        parts.next().and_then(|p| digits(p, least, 2)),
        parts.next(),
    ) else {
        return Err(DateError::Impossible);
    };
    let date = Date::from_ymd(i32::from(year), month as u8, day as u8).ok_or(DateError::Impossible)?;
    if YEARS.contains(&year) { Ok(date) } else { Err(DateError::OutOfRange) }
}

/// The first date of a year.
pub(super) fn year_start(year: i32) -> Option<Date> {
    Date::from_ymd(year, 1, 1)
}

/// The date some months on; the last day of a shorter month.
pub(super) fn add_months(date: Date, months: i32) -> Option<Date> {
    let (year, month, day) = date.ymd();
    let months = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?.checked_add(months)?;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u8 + 1);
    (1..=day).rev().find_map(|day| Date::from_ymd(year, month, day))
}

/// `2026-12-31`
pub(super) fn show_date(date: Date) -> String {
    date.to_string()
}

fn civil_date(date: Date) -> Option<civil::Date> {
    let (year, month, day) = date.ymd();
    civil::Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()
}

fn millis(instant: Timestamp) -> Option<i64> {
    Some(instant.as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::{Zone, add_months, parse_date, show_date};

    fn zone(name: &str) -> Zone {
        Zone::find(name).unwrap()
    }

    fn start(name: &str, date: &str) -> Option<String> {
        let at = zone(name).day_start(parse_date(date).unwrap())?;
        Some(jiff::Timestamp::from_millisecond(at).unwrap().to_string())
    }

    fn readings(name: &str, date: &str, minutes: u16) -> (String, String) {
        let (a, b) = zone(name).readings(parse_date(date).unwrap(), minutes).unwrap();
        let show = |at| jiff::Timestamp::from_millisecond(at).unwrap().to_string();
        (show(a), show(b))
    }

    #[test]
    fn skipped_and_doubled_times_have_two_readings() {
        for date in ["2026-03-29", "2026-10-25"] {
            let expected = (format!("{date}T00:30:00Z"), format!("{date}T01:30:00Z"));
            assert_eq!(readings("Europe/Berlin", date, 150), expected);
        }
        let noon = ("2026-03-29T10:00:00Z".to_owned(), "2026-03-29T10:00:00Z".to_owned());
        assert_eq!(readings("Europe/Berlin", "2026-03-29", 720), noon);
    }

    #[test]
    fn days_that_start_late() {
        assert_eq!(start("Africa/Cairo", "2026-04-24").as_deref(), Some("2026-04-23T22:00:00Z"));
        assert_eq!(start("Asia/Beirut", "2023-03-26").as_deref(), Some("2023-03-25T22:00:00Z"));
        assert_eq!(start("Pacific/Apia", "2011-12-30"), None);
        assert_eq!(start("Pacific/Apia", "2011-12-31").as_deref(), Some("2011-12-30T10:00:00Z"));
        let apia = zone("Pacific/Apia");
        let day = parse_date("2011-12-29").unwrap();
        assert_eq!(apia.day_end(day), apia.day_start(parse_date("2011-12-31").unwrap()));
    }

    #[test]
    fn dates() {
        for text in
            ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01-01", "+026-01-01", ""]
        {
            assert!(parse_date(text).is_err(), "{text}");
        }
        for text in ["2024-02-29", "1969-12-31", "1970-01-01", "9998-12-31", "0001-01-01"] {
            assert_eq!(show_date(parse_date(text).unwrap()), text);
        }
        assert_eq!(parse_date("1970-01-02").unwrap().0, 1);
        assert_eq!(parse_date("1969-12-31").unwrap().0, -1);
        for (start, months, end) in [
            ("2024-01-31", 1, "2024-02-29"),
            ("2023-12-31", 2, "2024-02-29"),
            ("2025-11-30", 3, "2026-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2026-01-31", 6, "2026-07-31"),
            ("2026-09-30", 3, "2026-12-30"),
        ] {
            let date = add_months(parse_date(start).unwrap(), months);
            assert_eq!(date.map(show_date).as_deref(), Some(end), "{start} and {months} months");
        }
    }

    #[test]
    fn zones_are_spelled_exactly() {
        assert!(Zone::find("asia/shanghai").is_none());
        assert!(Zone::find("Asia/Shanghai").is_some());
        assert!(Zone::find("Mars/Base").is_none());
    }
}
