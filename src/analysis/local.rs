//! [`LocalClock`]: what a clock on the wall of a package shows, for words and for checks of what was written.
//!
//! Decisions and proofs never read it: they read `time`, from the zones that the model's patterns use.

use crate::model::Model;
use crate::source::PackageId;
use crate::time::Date;
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};

/// The clock of one zone.
#[derive(Debug, Clone)]
pub struct LocalClock {
    zone: TimeZone,
}

/// What a change of the clock does to a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The clock is set forward over it.
    Skipped,
    /// The clock is set back over it: it comes twice.
    Doubled,
}

impl LocalClock {
    /// The clock of a package.
    pub fn of(model: &Model, package: PackageId) -> Self {
        Self::named(model.zone(package))
    }

    /// The clock of a zone; of UTC if there is none of that name.
    pub fn named(name: &str) -> Self {
        Self { zone: TimeZoneDatabase::bundled().get(name).unwrap_or(TimeZone::UTC) }
    }

    /// Date, and seconds since its midnight, that it shows at an instant.
    pub fn show(&self, at: i64) -> Option<(Date, u32)> {
        let shown = Timestamp::from_millisecond(at).ok()?.to_zoned(self.zone.clone());
        let clock = [shown.hour(), shown.minute(), shown.second()].map(|part| u32::try_from(part).unwrap_or(0));
        let [hour, minute, second] = clock;
        Some((date_of(shown.date())?, hour * 3600 + minute * 60 + second))
    }

    /// The first instant of a date.
    pub fn start(&self, date: Date) -> Option<i64> {
        let start = civil_date(date)?.to_zoned(self.zone.clone()).ok()?.start_of_day().ok()?;
        Some(start.timestamp().as_millisecond())
    }

    /// What a change of the clock does to a local time, given in minutes since midnight.
    pub fn change(&self, date: Date, minutes: u16) -> Option<ClockChange> {
        let (hour, minute) = (i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?);
        let time = civil::Time::new(hour, minute, 0, 0).ok()?;
        let local = civil_date(date)?.to_datetime(time);
        match self.zone.to_ambiguous_zoned(local).offset() {
            AmbiguousOffset::Unambiguous { .. } => None,
            AmbiguousOffset::Gap { .. } => Some(ClockChange::Skipped),
            AmbiguousOffset::Fold { .. } => Some(ClockChange::Doubled),
        }
    }
}

fn civil_date(date: Date) -> Option<civil::Date> {
    let (year, month, day) = date.ymd();
    civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn date_of(date: civil::Date) -> Option<Date> {
    Date::from_ymd(i32::from(date.year()), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
}

/// `2026-12-01`
pub fn iso(date: Date) -> String {
    let (year, month, day) = date.ymd();
    format!("{year:04}-{month:02}-{day:02}")
}
