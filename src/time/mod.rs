//! Owns civil time: zones, calendars, recurring patterns, windows — without a time-zone database.
//!
//! Pure arithmetic that compiler and evaluator share, so that a proof and a decision read the same
//! clock. Instants are milliseconds since 1970-01-01T00:00:00Z (`i64`), windows half open. The
//! database is read once, at compile time, by `load` (feature `compiler`); here a zone is
//! its list of transitions and the rule after the last one. Knows no policy and no table bytes:
//! evaluation goes through [`TimeSource`], which the model's [`TimeTable`] and the opened table implement.

#[cfg(feature = "compiler")]
mod atlas;
#[cfg(feature = "compiler")]
mod atlas_years;
mod calendar;
mod civil;
#[cfg(feature = "compiler")]
mod load;
mod occurrence;
mod pattern;
mod window;
mod zone;

#[cfg(feature = "compiler")]
pub use atlas::{ANCHOR, Atlas, Signature};
pub use calendar::{Calendar, CalendarId};
pub use civil::{Date, LocalTime, Weekday};
#[cfg(feature = "compiler")]
pub use load::{LoadError, database_version, load_zone};
pub use pattern::{Days, Extent, Pattern, PatternId};
pub use window::{Recurring, State, TimeSource, TimeTable, Window, interval_state, recurring_state};
pub use zone::{Rule, RuleDay, Transition, Zone, ZoneId, date_exists, date_start, local, offset, readings};

/// Which way doubt is read: a skipped or doubled local time, or a date outside a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// Of what gives access: starts at the later reading, ends at the earlier, nothing outside the calendar.
    Gives,
    /// Of what takes access away: starts at the earlier, ends at the later, everything outside the calendar.
    Takes,
}

impl Reading {
    /// The other way.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Gives => Self::Takes,
            Self::Takes => Self::Gives,
        }
    }
}

/// Before every instant.
pub const FOREVER_AGO: i64 = i64::MIN;
/// After every instant.
pub const FOREVER: i64 = i64::MAX;
