//! One time table for both sides, and one list of windows read by it.

use crate::exact::lens::Lens;
use crate::model::{Model, WindowId};
use crate::time::{CalendarId, Days, Pattern, PatternId, Recurring, TimeTable, Window, ZoneId};
use rustc_hash::FxHashMap;

/// Puts the windows of both into one list, read by one time table.
pub(super) fn windows(base: &Model, head: &Model, lens: &mut Lens) {
    let mut time = head.time.clone();
    let patterns = joined(&mut time, &base.time);
    let mut windows = head.windows.clone();
    let mut places: FxHashMap<Window, usize> =
        windows.iter().enumerate().rev().map(|(at, window)| (window.clone(), at)).collect();
    let of = base.windows.iter().map(|window| {
        let pattern = |id: &PatternId| patterns.get(id.0 as usize).copied().unwrap_or(*id);
        let recurring = window.recurring.iter().map(|recurring| Recurring {
            patterns: recurring.patterns.iter().map(pattern).collect(),
            negated: recurring.negated,
        });
        let window = Window { recurring: recurring.collect(), ..window.clone() };
        if window.is_always() {
            return WindowId::ALWAYS;
        }
        let place = *places.entry(window.clone()).or_insert_with(|| {
            windows.push(window);
            windows.len() - 1
        });
        WindowId::from_index(place)
    });
    lens.window_of = of.collect();
    lens.windows = windows;
    lens.time = time;
}

/// Adds zones, calendars and patterns to a time table; the place of each pattern.
fn joined(time: &mut TimeTable, other: &TimeTable) -> Vec<PatternId> {
    fn place<T: Clone + PartialEq>(all: &mut Vec<T>, thing: &T) -> u32 {
        let at = all.iter().position(|known| known == thing).unwrap_or_else(|| {
            all.push(thing.clone());
            all.len() - 1
        });
        at as u32
    }
    let zones: Vec<ZoneId> = other.zones.iter().map(|zone| ZoneId(place(&mut time.zones, zone))).collect();
    let calendars: Vec<CalendarId> =
        other.calendars.iter().map(|calendar| CalendarId(place(&mut time.calendars, calendar))).collect();
    let calendar = |id: CalendarId| calendars.get(id.0 as usize).copied().unwrap_or(id);
    let each = other.patterns.iter().map(|pattern| {
        let days = match pattern.days {
            Days::WorkdaysOf(id) => Days::WorkdaysOf(calendar(id)),
            Days::DaysOffOf(id) => Days::DaysOffOf(calendar(id)),
            days => days,
        };
        let zone = zones.get(pattern.zone.0 as usize).copied().unwrap_or(pattern.zone);
        PatternId(place(&mut time.patterns, &Pattern { zone, days, ..*pattern }))
    });
    each.collect()
}
