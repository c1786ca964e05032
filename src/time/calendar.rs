//! Calendars: which dates are days off.

use super::Date;

/// A position in the time table's calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarId(pub u32);

/// `calendar cn covers 2026 { … }`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// First date it covers.
    pub first: Date,
    /// Last date it covers.
    pub last: Date,
    /// Days off every week: bit 0 is Monday.
    pub weekend: u8,
    /// Further days off, sorted.
    pub off: Vec<Date>,
    /// Working days in spite of weekend, sorted.
    pub work: Vec<Date>,
}
