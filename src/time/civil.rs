//! Dates and local times: counting days, nothing else. Knows no zone.

use core::num::Saturating;

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub i32);

/// Minutes since midnight, 0..=1440.
pub type LocalTime = u16;

/// Monday is 0, Sunday 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekday(pub u8);

/// Seconds of a civil day.
pub(super) const DAY: i64 = 86_400;

impl Date {
    /// The date of a year, month (1..=12) and day; `None` if there is no such date.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(i64::from(year), month) {
            return None;
        }
        i32::try_from(days_from_civil(i64::from(year), month, day)).ok().map(Self)
    }

    /// Year, month, day.
    pub fn ymd(self) -> (i32, u8, u8) {
        let (year, month, day) = civil_from_days(i64::from(self.0));
        (i32::try_from(year).unwrap_or(i32::MAX), month, day)
    }

    /// Its weekday.
    pub fn weekday(self) -> Weekday {
        Weekday(weekday(i64::from(self.0)))
    }

    /// The date that many days on (or back).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl core::fmt::Display for Date {
    /// `2026-12-31`
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days in a month (1..=12) of a year.
pub(super) fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether the year has 366 days.
pub(super) fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// Monday is 0. Day 0, 1970-01-01, was a Thursday.
pub(super) fn weekday(day: i64) -> u8 {
    // The remainder is below 7.
    u8::try_from(day.saturating_add(3).rem_euclid(7)).unwrap_or(0)
}

/// Days since 1970-01-01. Counts years from March, so that the leap day is the last day of a year,
/// in eras of 400 years, which all have 146,097 days.
pub(super) fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let year = Saturating(year) - Saturating(i64::from(month <= 2));
    let era = Saturating(year.0.div_euclid(400));
    let of_era = year.0.rem_euclid(400);
    let march = Saturating((i64::from(month) + 9).rem_euclid(12));
    let of_year =
        Saturating((march * Saturating(153) + Saturating(2)).0 / 5) + Saturating(i64::from(day)) - Saturating(1);
    let days = Saturating(of_era) * Saturating(365) + Saturating(of_era / 4) - Saturating(of_era / 100) + of_year;
    (era * Saturating(146_097) + days - Saturating(719_468)).0
}

/// Year, month, day of a day since 1970-01-01: the inverse of [`days_from_civil`].
pub(super) fn civil_from_days(day: i64) -> (i64, u8, u8) {
    let shifted = day.saturating_add(719_468);
    let era = Saturating(shifted.div_euclid(146_097));
    let of_era = shifted.rem_euclid(146_097);
    let leaps = Saturating(of_era / 36_524) - Saturating(of_era / 1_460) - Saturating(of_era / 146_096);
    let year = (Saturating(of_era) + leaps).0 / 365;
    let before = Saturating(year) * Saturating(365) + Saturating(year / 4) - Saturating(year / 100);
    let of_year = Saturating(of_era) - before;
    let march = (of_year * Saturating(5) + Saturating(2)).0 / 153;
    let start = (Saturating(march) * Saturating(153) + Saturating(2)).0 / 5;
    let day = (of_year - Saturating(start) + Saturating(1)).0;
    let month = if march < 10 { Saturating(march) + Saturating(3) } else { Saturating(march) - Saturating(9) }.0;
    let year = (era * Saturating(400) + Saturating(year) + Saturating(i64::from(month <= 2))).0;
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}
