//! Zones as data, and what a clock in one shows.

use super::civil::{DAY, civil_from_days, days_from_civil, days_in_month, weekday};
use super::{Date, LocalTime, TimeSource};

/// A position in the time table's zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneId(pub u32);

/// A zone: its offset before the first transition, the transitions, the rule after the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// IANA name.
    pub name: Box<str>,
    /// Seconds east of UTC before the first transition.
    pub first_offset: i32,
    /// Sorted by instant.
    pub transitions: Vec<Transition>,
    /// After the last transition.
    pub rule: Rule,
}

/// A change of offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// Seconds east of UTC from then on.
    pub offset: i32,
}

/// The rule after the last transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The offset stays.
    Fixed,
    /// Two changes a year.
    Yearly {
        /// Offset from `start` on.
        summer: i32,
        /// Offset from `end` on.
        winter: i32,
        /// When summer starts, in local time before it.
        start: RuleDay,
        /// When it ends, in local time before it.
        end: RuleDay,
    },
}

/// The n-th weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleDay {
    /// 1..=12
    pub month: u8,
    /// 1..=5; 5 is the last.
    pub week: u8,
    /// Monday is 0.
    pub weekday: u8,
    /// Seconds after local midnight; may be negative or past a day.
    pub time: i32,
}

/// What a clock in the zone shows at an instant (milliseconds since 1970 UTC): the date and the milliseconds since
/// its midnight. `None` if there is no such zone.
pub fn local(source: &impl TimeSource, zone: ZoneId, at: i64) -> Option<(Date, u32)> {
    let seconds = to_seconds(at);
    let local = seconds.saturating_add(i64::from(segment(source, zone, seconds)?.offset));
    let date = Date(i32::try_from(local.div_euclid(DAY)).ok()?);
    let millis = local.rem_euclid(DAY).saturating_mul(1000).saturating_add(at.rem_euclid(1000));
    Some((date, u32::try_from(millis).ok()?))
}

/// Seconds east of UTC at an instant (milliseconds since 1970 UTC).
pub fn offset(source: &impl TimeSource, zone: ZoneId, at: i64) -> Option<i32> {
    segment(source, zone, to_seconds(at)).map(|segment| segment.offset)
}

/// The instants that a written local time names, earlier and later: the same unless a change of offset skips or
/// doubles it; then one is read with the offset before, the other with the offset after.
pub fn readings(source: &impl TimeSource, zone: ZoneId, date: Date, time: LocalTime) -> Option<(i64, i64)> {
    let naive = naive(i64::from(date.0), time);
    let (earlier, later) = Clock::new(source, zone, naive)?.readings(naive)?;
    Some((earlier.saturating_mul(1000), later.saturating_mul(1000)))
}

/// The first instant of a local date (of the next one that exists, if this one is skipped).
pub fn date_start(source: &impl TimeSource, zone: ZoneId, date: Date) -> Option<i64> {
    let day = i64::from(date.0);
    Some(Clock::new(source, zone, day.saturating_mul(DAY))?.date_start(day)?.saturating_mul(1000))
}

/// Whether a clock in the zone ever shows the date.
pub fn date_exists(source: &impl TimeSource, zone: ZoneId, date: Date) -> bool {
    date_start(source, zone, date).and_then(|at| local(source, zone, at)).is_some_and(|(found, _)| found == date)
}

/// The last day that the arithmetic here reaches, either way (as ECMAScript's): instants beyond stand still.
const LAST_DAY: i64 = 100_000_000;

/// Milliseconds to seconds, within what dates can hold.
pub(super) fn to_seconds(at: i64) -> i64 {
    let limit = LAST_DAY.saturating_mul(DAY);
    at.div_euclid(1000).clamp(limit.saturating_neg(), limit)
}

/// Local seconds since 1970-01-01T00:00.
pub(super) fn naive(day: i64, time: LocalTime) -> i64 {
    day.saturating_mul(DAY).saturating_add(i64::from(time).saturating_mul(60))
}

/// A stretch of constant offset, in seconds since 1970 UTC, half open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) offset: i32,
}

/// The stretch that holds `at`.
pub(super) fn segment(source: &impl TimeSource, zone: ZoneId, at: i64) -> Option<Segment> {
    let (first, count, rule) = source.zone(zone)?;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if source.transition(zone, middle)?.at <= at {
            low = middle.saturating_add(1);
        } else {
            high = middle;
        }
    }
    let (start, offset) = match low.checked_sub(1) {
        Some(index) => source.transition(zone, index).map(|t| (t.at, t.offset))?,
        None => (i64::MIN, first),
    };
    if low < count {
        return Some(Segment { start, end: source.transition(zone, low)?.at, offset });
    }
    let stretch = Segment { start, end: i64::MAX, offset };
    match rule {
        Rule::Fixed => Some(stretch),
        Rule::Yearly { .. } => Some(yearly(rule, stretch, at)),
    }
}

/// Cuts the stretch after the last transition by the yearly rule.
fn yearly(rule: Rule, last: Segment, at: i64) -> Segment {
    let year = civil_from_days(at.div_euclid(DAY)).0;
    let mut stretch = last;
    cut(rule, year, last.start, at, &mut stretch);
    // A change near an end of the year may lie in the next one, so neighbors are asked unless both edges are far from it.
    let first = days_from_civil(year, 1, 1);
    let far = first.saturating_add(9).saturating_mul(DAY)..first.saturating_add(356).saturating_mul(DAY);
    if !(far.contains(&stretch.start) && far.contains(&stretch.end)) {
        cut(rule, year.saturating_sub(1), last.start, at, &mut stretch);
        cut(rule, year.saturating_add(1), last.start, at, &mut stretch);
    }
    stretch
}

/// Takes in the changes of one year after `floor`.
fn cut(rule: Rule, year: i64, floor: i64, at: i64, stretch: &mut Segment) {
    for change in rule.changes(year).into_iter().flatten().filter(|change| change.at > floor) {
        if change.at > at {
            stretch.end = stretch.end.min(change.at);
        } else if change.at >= stretch.start {
            *stretch = Segment { start: change.at, offset: change.offset, ..*stretch };
        }
    }
}

impl Rule {
    /// Its two changes in a local year, in no order.
    pub(super) fn changes(self, year: i64) -> Option<[Transition; 2]> {
        let Self::Yearly { summer, winter, start, end } = self else { return None };
        let at = |day: RuleDay, before: i32| day.naive(year).saturating_sub(i64::from(before));
        Some([Transition { at: at(start, winter), offset: summer }, Transition { at: at(end, summer), offset: winter }])
    }
}

impl RuleDay {
    /// Local seconds since 1970-01-01T00:00 in a year.
    pub(super) fn naive(self, year: i64) -> i64 {
        let month = self.month.clamp(1, 12);
        let first = days_from_civil(year, month, 1);
        let to_weekday = (i64::from(self.weekday).saturating_sub(i64::from(weekday(first)))).rem_euclid(7);
        let weeks = i64::from(self.week.clamp(1, 5)).saturating_sub(1).saturating_mul(7);
        let mut day = to_weekday.saturating_add(weeks);
        if day >= i64::from(days_in_month(year, month)) {
            day = day.saturating_sub(7);
        }
        first.saturating_add(day).saturating_mul(DAY).saturating_add(i64::from(self.time))
    }
}

/// A zone's clock near one instant. Keeps the stretch around it, so that local times far from any change of offset
/// need no further search.
pub(super) struct Clock<'s, S> {
    source: &'s S,
    zone: ZoneId,
    pub(super) around: Segment,
}

/// No offset is a day or more, so further than that from a change of offset a local time has one reading.
const NEAR: i64 = DAY * 2;

impl<'s, S: TimeSource> Clock<'s, S> {
    /// The clock near `at`.
    pub(super) fn new(source: &'s S, zone: ZoneId, at: i64) -> Option<Self> {
        Some(Self { source, zone, around: segment(source, zone, at)? })
    }

    /// The instants (seconds) that a local time names, earlier and later.
    pub(super) fn readings(&self, naive: i64) -> Option<(i64, i64)> {
        let Segment { start, end, offset } = self.around;
        let at = naive.saturating_sub(i64::from(offset));
        if at >= start.saturating_add(NEAR) && at < end.saturating_sub(NEAR) {
            return Some((at, at));
        }
        self.search(naive)
    }

    /// Looks at every stretch near a local time: where it is shown, and where a change skips it.
    fn search(&self, naive: i64) -> Option<(i64, i64)> {
        let mut found: Option<(i64, i64)> = None;
        let mut add = |at: i64| {
            found = Some(found.map_or((at, at), |(earlier, later)| (earlier.min(at), later.max(at))));
        };
        let last = naive.saturating_add(NEAR);
        let mut stretch = segment(self.source, self.zone, naive.saturating_sub(NEAR))?;
        loop {
            let at = naive.saturating_sub(i64::from(stretch.offset));
            if at >= stretch.start && at < stretch.end {
                add(at);
            }
            if stretch.end >= last {
                return found;
            }
            let next = self.following(stretch)?;
            // Skipped: the clock goes from before it straight to after it.
            let after = naive.saturating_sub(i64::from(next.offset));
            if at >= stretch.end && after < next.start {
                add(at);
                add(after);
            }
            stretch = next;
        }
    }

    /// The first instant (seconds) whose local date is this day or a later one.
    pub(super) fn date_start(&self, day: i64) -> Option<i64> {
        let naive = day.saturating_mul(DAY);
        let Segment { start, end, offset } = self.around;
        let at = naive.saturating_sub(i64::from(offset));
        if at >= start.saturating_add(NEAR) && at < end.saturating_sub(NEAR) {
            return Some(at);
        }
        let mut stretch = segment(self.source, self.zone, naive.saturating_sub(NEAR))?;
        loop {
            let at = naive.saturating_sub(i64::from(stretch.offset)).max(stretch.start);
            if at < stretch.end {
                return Some(at);
            }
            stretch = self.following(stretch)?;
        }
    }

    /// The next stretch; `None` if the data are out of order, so that every search ends.
    fn following(&self, stretch: Segment) -> Option<Segment> {
        segment(self.source, self.zone, stretch.end).filter(|next| next.end > stretch.end)
    }
}
