//! [`Window`] and whether it is open at an instant.

use super::occurrence;
use super::zone::to_seconds;
use super::{
    Calendar, CalendarId, Date, FOREVER, FOREVER_AGO, Pattern, PatternId, Reading, Rule, Transition, Zone, ZoneId,
};

/// An interval of instants, cut by recurring patterns.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// First instant, [`FOREVER_AGO`] if unbounded.
    pub from: i64,
    /// First instant after it, [`FOREVER`] if unbounded.
    pub until: i64,
    /// All must hold.
    pub recurring: Vec<Recurring>,
    /// How patterns are read.
    pub reading: Reading,
}

/// In one of the patterns, or (`negated`) in none of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recurring {
    /// The patterns unite.
    pub patterns: Vec<PatternId>,
    /// `outside H`. Read the other way round: outside for what gives is not inside for what takes.
    pub negated: bool,
}

impl Window {
    /// No bound.
    pub const fn always(reading: Reading) -> Self {
        Self { from: FOREVER_AGO, until: FOREVER, recurring: Vec::new(), reading }
    }

    /// Whether it has no bound at all.
    pub fn is_always(&self) -> bool {
        self.from == FOREVER_AGO && self.until == FOREVER && self.recurring.is_empty()
    }

    /// Whether it is never open, by its bounds alone.
    pub fn is_never(&self) -> bool {
        self.until <= self.from
    }

    /// Whether it is open at `at`.
    pub fn state(&self, source: &impl TimeSource, at: i64) -> State {
        self.recurring.iter().fold(interval_state(self.from, self.until, at), |state, recurring| {
            state.and(recurring_state(source, recurring.patterns.iter().copied(), recurring.negated, self.reading, at))
        })
    }
}

/// Whether a window is open, and until when that is sure to stay so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Open at the instant asked about.
    pub open: bool,
    /// An instant after it, up to which `open` does not change: the next edge or an earlier instant; [`FOREVER`] if never.
    pub next: i64,
}

impl State {
    /// Both open. If one stays shut, only its edge counts.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self.open, other.open) {
            (true, true) => Self { open: true, next: self.next.min(other.next) },
            (true, false) => other,
            (false, true) => self,
            (false, false) => Self { open: false, next: self.next.max(other.next) },
        }
    }
}

/// Where zones, calendars and patterns are read from: the model's [`TimeTable`] or an opened table.
/// An id that does not exist gives `None`, and the window that uses it gives nothing and takes away fully.
pub trait TimeSource {
    /// A pattern.
    fn pattern(&self, id: PatternId) -> Option<Pattern>;
    /// First offset (seconds), number of transitions, rule.
    fn zone(&self, id: ZoneId) -> Option<(i32, usize, Rule)>;
    /// A transition of a zone.
    fn transition(&self, id: ZoneId, index: usize) -> Option<Transition>;
    /// First and last date covered, weekend days by bit.
    fn calendar(&self, id: CalendarId) -> Option<(Date, Date, u8)>;
    /// Whether the calendar lists the date: `Some(true)` as a working day, `Some(false)` as a day off.
    fn listed(&self, id: CalendarId, date: Date) -> Option<bool>;
}

/// Zones, calendars, recurring patterns of one policy.
#[derive(Clone, Debug, Default)]
pub struct TimeTable {
    /// By [`ZoneId`].
    pub zones: Vec<Zone>,
    /// By [`CalendarId`].
    pub calendars: Vec<Calendar>,
    /// By [`PatternId`].
    pub patterns: Vec<Pattern>,
}

impl TimeSource for TimeTable {
    fn pattern(&self, id: PatternId) -> Option<Pattern> {
        self.patterns.get(id.0 as usize).copied()
    }
    fn zone(&self, id: ZoneId) -> Option<(i32, usize, Rule)> {
        self.zones.get(id.0 as usize).map(|z| (z.first_offset, z.transitions.len(), z.rule))
    }
    fn transition(&self, id: ZoneId, index: usize) -> Option<Transition> {
        self.zones.get(id.0 as usize)?.transitions.get(index).copied()
    }
    fn calendar(&self, id: CalendarId) -> Option<(Date, Date, u8)> {
        self.calendars.get(id.0 as usize).map(|c| (c.first, c.last, c.weekend))
    }
    fn listed(&self, id: CalendarId, date: Date) -> Option<bool> {
        let calendar = self.calendars.get(id.0 as usize)?;
        if calendar.work.binary_search(&date).is_ok() {
            Some(true)
        } else if calendar.off.binary_search(&date).is_ok() {
            Some(false)
        } else {
            None
        }
    }
}

/// Whether `at` lies in `from..until`.
pub const fn interval_state(from: i64, until: i64, at: i64) -> State {
    if at < from {
        State { open: false, next: if from < until { from } else { FOREVER } }
    } else if at < until {
        State { open: true, next: until }
    } else {
        State { open: false, next: FOREVER }
    }
}

/// Whether `at` lies in one of the patterns, or in none if `negated`.
pub fn recurring_state(
    source: &impl TimeSource,
    patterns: impl Iterator<Item = PatternId> + Clone,
    negated: bool,
    reading: Reading,
    at: i64,
) -> State {
    // Outside for what gives is not inside for what takes, and the other way round.
    let inside = if negated { reading.other() } else { reading };
    let seconds = to_seconds(at);
    let (open, next) = unite(source, patterns, inside, seconds);
    // Beyond the reach of dates the clock stands still.
    let next = if seconds < at.div_euclid(1000) { FOREVER } else { next.saturating_mul(1000) };
    State { open: open != negated, next }
}

/// Occurrences that follow one another without a gap are joined this often; then `next` is early.
const JOINED: usize = 8;

/// Whether an instant (seconds) is inside one of the patterns, and the edge after it.
fn unite(
    source: &impl TimeSource,
    patterns: impl Iterator<Item = PatternId> + Clone,
    reading: Reading,
    seconds: i64,
) -> (bool, i64) {
    let mut at = seconds;
    for _ in 0..JOINED {
        match one_of(source, patterns.clone(), reading, at) {
            (false, edge) if at == seconds => return (false, edge),
            (false, _) => break,
            (true, end) => at = end,
        }
        if at == i64::MAX {
            break;
        }
    }
    (true, at)
}

/// The end of an occurrence that holds the instant, or the first start after it.
fn one_of(
    source: &impl TimeSource,
    patterns: impl Iterator<Item = PatternId>,
    reading: Reading,
    seconds: i64,
) -> (bool, i64) {
    let mut edge = i64::MAX;
    for id in patterns {
        match occurrence::state(source, id, reading, seconds) {
            Some((true, end)) => return (true, end),
            Some((false, start)) => edge = edge.min(start),
            None if reading == Reading::Takes => return (true, i64::MAX),
            None => {}
        }
    }
    (false, edge)
}
