//! What [`Atlas`](super::Atlas) may leave out: days and years like those seen before.
//!
//! What windows do on a day follows from few facts: which bounds lie behind, the changes of offset near the day,
//! which patterns start occurrences on the three local dates that the day can meet, and whether an earlier occurrence
//! still runs. What they do in a year follows from the bounds, the zones' rules, and the kinds of that year and its
//! neighbours. A day or year with equal facts has equal combinations.

use super::atlas::{ANCHOR, bounds};
use super::civil::{DAY, civil_from_days, days_from_civil, is_leap, weekday};
use super::occurrence::occurrence;
use super::pattern::{MAX_DAYS, Pattern, Starts};
use super::zone::{Clock, Segment, segment};
use super::{PatternId, Reading, Rule, TimeSource, TimeTable, Window, ZoneId};
use rustc_hash::FxHashSet;

const DAY_MS: i64 = 86_400_000;

/// Facts of a day in a form that can be compared.
type Facts = Vec<u32>;

/// One pattern as its windows read it.
struct Track<'a> {
    pattern: Pattern,
    wide: bool,
    /// The clock near the day looked at.
    clock: Option<Clock<'a, TimeTable>>,
    /// Whether occurrences start: two bits for each local date, the newest on top; three dates are kept.
    starts: u32,
    /// The latest end of occurrences that began two dates ago or earlier.
    covered: i64,
}

/// Decides for each day whether it is like one seen before.
pub(super) struct Grid<'a> {
    table: &'a TimeTable,
    tracks: Vec<Track<'a>>,
    zones: Vec<(ZoneId, Option<Segment>)>,
    bounds: Vec<i64>,
    facts: Facts,
    seen: FxHashSet<Facts>,
}

/// A day meets the local dates before and after it too, since no offset is a day or more.
const AROUND: i64 = 1;

impl<'a> Grid<'a> {
    pub(super) fn new(table: &'a TimeTable, windows: &[&Window]) -> Self {
        let tracks: Vec<Track<'_>> = uses(windows)
            .iter()
            .filter_map(|(id, reading)| {
                let pattern = table.pattern(*id).filter(|p| p.extent.days() <= i64::from(MAX_DAYS))?;
                let wide = *reading == Reading::Takes;
                Some(Track { pattern, wide, clock: None, starts: 0, covered: i64::MIN })
            })
            .collect();
        let zones = zones(tracks.iter().map(|t| t.pattern)).into_iter().map(|id| (id, None)).collect();
        Self { table, tracks, zones, bounds: bounds(windows), facts: Vec::new(), seen: FxHashSet::default() }
    }

    /// Goes to a day: what earlier occurrences leave behind is looked up anew.
    pub(super) fn start(&mut self, day: i64) {
        for track in &mut self.tracks {
            track.start(self.table, day);
        }
    }

    /// Whether nothing like `day` was seen. To be called for consecutive days after [`Self::start`].
    pub(super) fn is_new(&mut self, day: i64) -> bool {
        self.facts.clear();
        let start = day.saturating_mul(DAY);
        let behind = self.bounds.partition_point(|edge| *edge <= start.saturating_mul(1000));
        let passed = self.bounds.partition_point(|edge| *edge < start.saturating_add(DAY).saturating_mul(1000));
        self.facts.push(u32::try_from(behind).unwrap_or(u32::MAX));
        let mut whole = behind == passed;
        for (zone, stretch) in &mut self.zones {
            whole &= zone_facts(self.table, *zone, stretch, start, &mut self.facts);
        }
        for track in &mut self.tracks {
            whole &= track.facts(self.table, day, &mut self.facts).is_some();
        }
        if !whole {
            return true;
        }
        if self.seen.contains(&self.facts) {
            return false;
        }
        self.seen.insert(self.facts.clone());
        true
    }
}

impl<'a> Track<'a> {
    fn start(&mut self, table: &'a TimeTable, day: i64) {
        self.covered = i64::MIN;
        self.clock = None;
        self.starts = 0;
        let mut from = day.saturating_sub(3);
        let floor = from.saturating_sub(self.pattern.extent.days()).saturating_sub(3);
        while let Some(found) = self.pattern.days.latest(table, from, floor, self.wide) {
            if self.take_in(table, found).is_none() || self.covered > i64::MIN {
                break;
            }
            from = found.saturating_sub(1);
        }
        for near in [-2, -1, 0] {
            self.push(table, day.saturating_add(near));
        }
    }

    /// Notes whether an occurrence starts on a local date. Three codes are kept.
    fn push(&mut self, table: &TimeTable, day: i64) {
        let code = match self.pattern.days.starts(table, day) {
            Some(Starts::Yes) => 1,
            Some(Starts::Unknown) => 2,
            Some(Starts::No) | None => 0,
        };
        self.starts = self.starts >> 2 | code << 4;
    }

    /// Takes in the end of an occurrence that started on a local date; the dates must rise.
    fn take_in(&mut self, table: &'a TimeTable, day: i64) -> Option<()> {
        let at = day.saturating_mul(DAY);
        let near = |clock: &Clock<'_, TimeTable>| clock.around.start <= at && at < clock.around.end;
        if !self.clock.as_ref().is_some_and(near) {
            self.clock = Clock::new(table, self.pattern.zone, at);
        }
        let (start, end) = occurrence(self.clock.as_ref()?, self.pattern, self.wide, day)?;
        if start < end {
            self.covered = self.covered.max(end);
        }
        Some(())
    }

    /// Adds what this pattern does near `day`; `None` if that cannot be put into facts.
    fn facts(&mut self, table: &'a TimeTable, day: i64, facts: &mut Facts) -> Option<()> {
        let left = self.starts & 3;
        self.push(table, day.saturating_add(1));
        if left == 1 || (left == 2 && self.wide) {
            self.take_in(table, day.saturating_sub(2))?;
        }
        // Seconds of the day until which an earlier occurrence runs: at most 86,400.
        let rest = self.covered.saturating_sub(day.saturating_mul(DAY)).clamp(0, DAY);
        facts.push(self.starts | u32::try_from(rest).ok()? << 6);
        Some(())
    }
}

/// Adds the offset and its changes around a day that starts at `start`. `known` is the stretch of the day before.
fn zone_facts(table: &TimeTable, zone: ZoneId, known: &mut Option<Segment>, start: i64, facts: &mut Facts) -> bool {
    let first = start.saturating_sub(DAY.saturating_mul(AROUND));
    let last = start.saturating_add(DAY).saturating_add(DAY.saturating_mul(AROUND));
    let inside = known.filter(|stretch| stretch.start <= first && first < stretch.end);
    let Some(mut stretch) = inside.or_else(|| segment(table, zone, first)) else { return false };
    *known = Some(stretch);
    facts.push(stretch.offset.cast_unsigned());
    while stretch.end <= last {
        let after = stretch.end.saturating_sub(start).saturating_add(DAY.saturating_mul(2));
        let Some(next) = segment(table, zone, stretch.end).filter(|next| next.end > stretch.end) else { return false };
        // Marked, so that no offset is mistaken for an instant.
        facts.push(u32::try_from(after).unwrap_or(0) | 1 << 31);
        facts.push(next.offset.cast_unsigned());
        stretch = next;
    }
    true
}

/// The patterns that windows use, with the reading of what is inside.
fn uses(windows: &[&Window]) -> Vec<(PatternId, Reading)> {
    let mut uses: Vec<(PatternId, Reading)> = Vec::new();
    for window in windows {
        for recurring in &window.recurring {
            let reading = if recurring.negated { window.reading.other() } else { window.reading };
            uses.extend(recurring.patterns.iter().map(|id| (*id, reading)));
        }
    }
    uses.sort_unstable();
    uses.dedup();
    uses
}

fn zones(patterns: impl Iterator<Item = Pattern>) -> Vec<ZoneId> {
    let mut zones: Vec<ZoneId> = patterns.map(|p| p.zone).collect();
    zones.sort_unstable();
    zones.dedup();
    zones
}

/// The stretches of days to look at: years without anything of their own only once for each kind.
pub(super) struct Years<'a> {
    table: &'a TimeTable,
    zones: Vec<ZoneId>,
    /// Days on which something happens that no rule repeats, sorted.
    irregular: Vec<i64>,
    /// Bounds of windows, sorted.
    bounds: Vec<i64>,
    /// Years to look at, in order.
    left: Box<dyn Iterator<Item = i64> + 'a>,
    /// How many years back an occurrence can reach.
    reach: i64,
    seen: FxHashSet<Vec<i64>>,
}

/// A cycle of the calendar, in years.
const CYCLE: i64 = 401;

impl<'a> Years<'a> {
    pub(super) fn new(table: &'a TimeTable, windows: &[&Window]) -> Self {
        let bounds = bounds(windows);
        let mut irregular: Vec<i64> = bounds.iter().map(|edge| edge.div_euclid(DAY_MS)).collect();
        let mut longest = 0;
        let mut patterns = Vec::new();
        for (id, _) in uses(windows) {
            let Some(pattern) = table.pattern(id) else { continue };
            longest = longest.max(pattern.extent.days().min(i64::from(MAX_DAYS)));
            patterns.push(pattern);
            if let Some((first, last, _)) = pattern.days.calendar().and_then(|id| table.calendar(id)) {
                irregular.extend(i64::from(first.0).saturating_sub(1)..=i64::from(last.0).saturating_add(1));
            }
        }
        let zones = zones(patterns.into_iter());
        for zone in &zones {
            let transitions = table.zones.get(zone.0 as usize).map(|z| z.transitions.as_slice()).unwrap_or_default();
            irregular.extend(transitions.iter().map(|t| t.at.div_euclid(DAY)));
        }
        irregular.sort_unstable();
        irregular.dedup();
        let year = |day: Option<&i64>| day.map_or(year_of(ANCHOR.div_euclid(DAY_MS)), |day| year_of(*day));
        let anchor = year_of(ANCHOR.div_euclid(DAY_MS));
        let from = year(irregular.first()).min(anchor).saturating_sub(CYCLE);
        let until = year(irregular.last()).max(anchor).saturating_add(CYCLE);
        let reach = (longest.saturating_add(6) / 365).saturating_add(1);
        let left = Box::new((anchor..=until).chain(from..anchor));
        Self { table, zones, irregular, bounds, left, reach, seen: FxHashSet::default() }
    }

    /// First and last day of the next year that has to be looked at.
    pub(super) fn next(&mut self) -> Option<(i64, i64)> {
        loop {
            let year = self.left.next()?;
            let (first, last) = (days_from_civil(year, 1, 1), days_from_civil(year, 12, 31));
            // Something irregular matters as long as an occurrence that it touched can run.
            let start = days_from_civil(year.saturating_sub(self.reach), 1, 1).saturating_sub(6);
            let passed = self.irregular.partition_point(|day| *day < start);
            let regular = self.irregular.get(passed).is_none_or(|day| *day > last.saturating_add(3));
            if !regular || self.is_new(year) {
                return Some((first, last));
            }
        }
    }

    /// Whether no year of that kind was seen: the bounds passed, the zones, the years that can matter. (No calendar
    /// covers a day of it, so calendars do not tell such years apart.)
    fn is_new(&mut self, year: i64) -> bool {
        let mut facts = Vec::with_capacity(self.zones.len().saturating_add(4));
        for zone in &self.zones {
            let start = days_from_civil(year, 1, 1).saturating_mul(DAY);
            let ruled = self.table.zone(*zone).is_some_and(|(_, count, rule)| {
                let last = count.checked_sub(1).and_then(|index| self.table.transition(*zone, index));
                rule != Rule::Fixed && last.is_none_or(|t| t.at < start)
            });
            let offset = segment(self.table, *zone, start).map_or(0, |s| i64::from(s.offset));
            facts.push(if ruled { i64::MAX } else { offset });
        }
        let start = days_from_civil(year, 1, 1).saturating_mul(DAY_MS);
        facts.push(i64::try_from(self.bounds.partition_point(|edge| *edge < start)).unwrap_or(i64::MAX));
        for near in year.saturating_sub(self.reach)..=year.saturating_add(1) {
            facts.push(i64::from(weekday(days_from_civil(near, 1, 1))).saturating_add(if is_leap(near) {
                7
            } else {
                0
            }));
        }
        self.seen.insert(facts)
    }
}

fn year_of(day: i64) -> i64 {
    civil_from_days(day).0
}
