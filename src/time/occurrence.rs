//! One pattern at one instant: whether an occurrence holds it, and the edge after it. Arithmetic in seconds.

use super::civil::DAY;
use super::pattern::{MAX_DAYS, Next, Pattern, PatternId};
use super::zone::{Clock, naive};
use super::{Extent, Reading, TimeSource};

/// Occurrences that a change of offset emptied are passed over this often in search of the next one.
const TRIES: usize = 4;

/// Whether an occurrence of the pattern holds the instant, with its end; else with the next start (or an earlier
/// instant, but one after `at`). `None` if pattern, zone or calendar cannot be read.
pub(super) fn state(source: &impl TimeSource, id: PatternId, reading: Reading, at: i64) -> Option<(bool, i64)> {
    let pattern = source.pattern(id)?;
    if pattern.extent.days() > i64::from(MAX_DAYS) {
        return None;
    }
    let clock = Clock::new(source, pattern.zone, at)?;
    Occurrences { source, clock, pattern, wide: reading == Reading::Takes }.state(at)
}

/// Start and end of the occurrence that starts on `day`; empty if the end is not after the start.
pub(super) fn occurrence<S: TimeSource>(
    clock: &Clock<'_, S>,
    pattern: Pattern,
    wide: bool,
    day: i64,
) -> Option<(i64, i64)> {
    if let Extent::WholeDays(days) = pattern.extent {
        return Some((clock.date_start(day)?, clock.date_start(day.saturating_add(i64::from(days)))?));
    }
    let start = clock.readings(naive(day, pattern.start))?;
    let end = match pattern.extent {
        Extent::Until(time, days) => clock.readings(naive(day.saturating_add(i64::from(days)), time))?,
        Extent::Minutes(_) | Extent::WholeDays(_) => {
            let Extent::Minutes(minutes) = pattern.extent else { return None };
            let seconds = i64::from(minutes).saturating_mul(60);
            (start.0.saturating_add(seconds), start.1.saturating_add(seconds))
        }
    };
    Some(if wide { (start.0, end.1) } else { (start.1, end.0) })
}

struct Occurrences<'s, S> {
    source: &'s S,
    clock: Clock<'s, S>,
    pattern: Pattern,
    wide: bool,
}

impl<S: TimeSource> Occurrences<'_, S> {
    fn state(&self, at: i64) -> Option<(bool, i64)> {
        let mut edge = i64::MAX;
        if let Some(calendar) = self.pattern.days.calendar().filter(|_| self.wide) {
            let (first, last, _) = self.source.calendar(calendar)?;
            let start = self.clock.date_start(i64::from(first.0))?;
            let end = self.clock.date_start(i64::from(last.0).saturating_add(1))?;
            // What takes away does so wherever the calendar says nothing.
            if start >= end || at >= end {
                return Some((true, i64::MAX));
            }
            if at < start {
                return Some((true, start));
            }
            edge = end;
        }
        let today = at.saturating_add(i64::from(self.clock.around.offset)).div_euclid(DAY);
        let mut upcoming = None;
        let floor = today.saturating_sub(self.pattern.extent.days()).saturating_sub(3);
        // A start read with another offset may lie up to a day before the date that the clock shows.
        let mut day = today.saturating_add(2);
        // Starts and ends both rise from day to day, so the latest occurrence that has started decides.
        while let Some(found) = self.pattern.days.latest(self.source, day, floor, self.wide) {
            let (start, end) = occurrence(&self.clock, self.pattern, self.wide, found)?;
            if start < end {
                if start > at {
                    upcoming = Some(start);
                } else if at < end {
                    return Some((true, end));
                } else {
                    break;
                }
            }
            day = found.saturating_sub(1);
        }
        let next = match upcoming {
            Some(start) => start,
            None => self.upcoming(today.saturating_add(3))?,
        };
        Some((false, edge.min(next)))
    }

    /// The first start on `day` or later, or an instant before it that is after the day before yesterday of `day`.
    fn upcoming(&self, mut day: i64) -> Option<i64> {
        for _ in 0..TRIES {
            match self.pattern.days.next(self.source, day, self.wide)? {
                Next::Never => return Some(i64::MAX),
                Next::NotBefore(found) => {
                    day = found;
                    break;
                }
                Next::On(found) => {
                    let (start, end) = occurrence(&self.clock, self.pattern, self.wide, found)?;
                    if start < end {
                        return Some(start);
                    }
                    day = found.saturating_add(1);
                }
            }
        }
        self.clock.date_start(day.saturating_sub(2))
    }
}
