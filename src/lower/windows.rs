//! Windows with what they use of zones, calendars and patterns.

use super::conditions::Pool;
use super::image::Image;
use super::{LowerError, Lowering, count};
use crate::model::{Model, WindowId};
use crate::table::NONE;
use crate::table::write::{self, Section, content, days, extent, list_kind};
use crate::time::{
    Calendar, CalendarId, Days, Extent, PatternId, Reading, Recurring, Rule, RuleDay, TimeTable, Zone, ZoneId,
};
use rustc_hash::FxHashMap;

/// From, until, recurring parts (first pattern, how many), reading: a window of the table.
type Record = (i64, i64, Vec<(u32, u32)>, u32);

/// What the table has of them so far. Window 0 is always open.
#[derive(Debug)]
pub(super) struct Windows {
    records: Vec<Record>,
    known: FxHashMap<Record, u32>,
    patterns: Pool<write::Pattern>,
    zones: Vec<ZoneId>,
    calendars: Vec<CalendarId>,
    /// By [`WindowId`].
    numbers: Vec<Option<u32>>,
    /// By [`WindowId`]: a name for the content that does not depend on ids.
    keys: Vec<Option<u128>>,
}

impl Windows {
    pub(super) fn new(model: &Model) -> Self {
        let always = (i64::MIN, i64::MAX, Vec::new(), 0);
        Self {
            records: vec![always],
            known: FxHashMap::default(),
            patterns: Pool::default(),
            zones: Vec::new(),
            calendars: Vec::new(),
            numbers: vec![None; model.windows.len()],
            keys: vec![None; model.windows.len()],
        }
    }

    /// The zones of the table, in its order.
    pub(super) fn zone_names<'m>(&self, model: &'m Model) -> Vec<&'m str> {
        self.zones.iter().map(|id| model.time.zones.get(id.0 as usize).map_or("", |zone| &*zone.name)).collect()
    }

    pub(super) fn write(&self, model: &Model, image: &mut Image) {
        let mut recurrences = 0_u32;
        for (from, until, parts, reading) in &self.records {
            let window = write::Window { from: *from, until: *until, recurrences, reading: *reading };
            image.push(Section::Windows, &window);
            for (patterns, negated) in parts {
                image.push(Section::Recurrences, &write::Recurrence { patterns: *patterns, negated: *negated });
                recurrences += 1;
            }
        }
        image.push(Section::Windows, &write::Window { from: 0, until: 0, recurrences, reading: 0 });
        self.patterns.records.iter().for_each(|pattern| image.push(Section::Patterns, pattern));
        self.write_zones(&model.time, image);
        self.write_calendars(&model.time, image);
    }

    fn write_zones(&self, times: &TimeTable, image: &mut Image) {
        let mut transitions = 0_u32;
        for zone in self.zones.iter().filter_map(|id| times.zones.get(id.0 as usize)) {
            image.push(Section::Zones, &zone_record(zone, transitions));
            for transition in &zone.transitions {
                let record = write::Transition { at: transition.at, offset: transition.offset };
                image.push(Section::Transitions, &record);
                transitions += 1;
            }
        }
        let end = Zone { name: Box::default(), first_offset: 0, transitions: Vec::new(), rule: Rule::Fixed };
        image.push(Section::Zones, &zone_record(&end, transitions));
    }

    fn write_calendars(&self, times: &TimeTable, image: &mut Image) {
        let mut dates = 0_u32;
        for calendar in self.calendars.iter().filter_map(|id| times.calendars.get(id.0 as usize)) {
            let off = dates;
            let work = off + calendar.off.len() as u32;
            dates = work + calendar.work.len() as u32;
            let Calendar { first, last, weekend, .. } = calendar;
            let weekend = u32::from(*weekend & 0x7f);
            image.push(Section::Calendars, &write::Calendar { first: first.0, last: last.0, weekend, off, work });
            for date in calendar.off.iter().chain(&calendar.work) {
                image.push(Section::CalendarDates, &write::Day { day: date.0 });
            }
        }
        let end = write::Calendar { first: 0, last: 0, weekend: 0, off: dates, work: dates };
        image.push(Section::Calendars, &end);
    }
}

fn zone_record(zone: &Zone, transitions: u32) -> write::Zone {
    let day = |day: RuleDay| u32::from_le_bytes([day.month, day.week, day.weekday, 0]);
    let fixed = write::Zone {
        first_offset: zone.first_offset,
        transitions,
        rule: 0,
        summer: 0,
        winter: 0,
        start_day: 0,
        start_time: 0,
        end_day: 0,
        end_time: 0,
    };
    match zone.rule {
        Rule::Fixed => fixed,
        Rule::Yearly { summer, winter, start, end } => write::Zone {
            rule: 1,
            summer,
            winter,
            start_day: day(start),
            start_time: start.time,
            end_day: day(end),
            end_time: end.time,
            ..fixed
        },
    }
}

impl Lowering<'_> {
    /// The number of a window.
    pub(super) fn window(&mut self, id: WindowId) -> Result<u32, LowerError> {
        if let Some(known) = self.windows.numbers.get(id.index()).copied().flatten() {
            return Ok(known);
        }
        let window = self.model.window(id);
        let number = if window.is_always() {
            0
        } else {
            let mut parts: Vec<_> = window.recurring.iter().collect();
            parts.sort_by_cached_key(|recurring| self.recurring_key(recurring));
            let mut recurrences = Vec::with_capacity(parts.len());
            for part in parts {
                recurrences.push((self.patterns(&part.patterns)?, u32::from(part.negated)));
            }
            let reading = u32::from(window.reading == Reading::Takes);
            let record = (window.from, window.until, recurrences, reading);
            match self.windows.known.get(&record) {
                Some(known) => *known,
                None => {
                    let number = count(self.windows.records.len(), "windows")?;
                    self.windows.records.push(record.clone());
                    self.windows.known.insert(record, number);
                    number
                }
            }
        };
        if let Some(slot) = self.windows.numbers.get_mut(id.index()) {
            *slot = Some(number);
        }
        Ok(number)
    }

    /// A name for the content of a window: the same whatever the order of files.
    pub(super) fn window_key(&mut self, id: WindowId) -> u128 {
        if let Some(known) = self.windows.keys.get(id.index()).copied().flatten() {
            return known;
        }
        let window = self.model.window(id);
        let mut bytes = Vec::new();
        if !window.is_always() {
            bytes.extend_from_slice(&window.from.to_le_bytes());
            bytes.extend_from_slice(&window.until.to_le_bytes());
            bytes.push(u8::from(window.reading == Reading::Takes));
            let mut parts: Vec<_> = window.recurring.iter().map(|recurring| self.recurring_key(recurring)).collect();
            parts.sort();
            parts.iter().for_each(|part| bytes.extend_from_slice(&content(part)));
        }
        let key = u128::from_le_bytes(content(&bytes));
        if let Some(slot) = self.windows.keys.get_mut(id.index()) {
            *slot = Some(key);
        }
        key
    }

    fn recurring_key(&self, recurring: &Recurring) -> Vec<u8> {
        let mut parts: Vec<_> = recurring.patterns.iter().map(|id| self.pattern_key(*id)).collect();
        parts.sort();
        parts.dedup();
        let mut key = vec![u8::from(recurring.negated)];
        parts.iter().for_each(|part| key.extend_from_slice(&content(part)));
        key
    }

    fn pattern_key(&self, id: PatternId) -> Vec<u8> {
        let times = &self.model.time;
        let Some(pattern) = times.patterns.get(id.0 as usize) else { return Vec::new() };
        let (days_code, days_value, calendar) = days_code(pattern.days);
        let (extent_code, extent_value, extent_days) = extent_code(pattern.extent);
        let mut key = vec![days_code, extent_code];
        if calendar.is_none() {
            key.extend_from_slice(&days_value.to_le_bytes());
        }
        key.extend_from_slice(&pattern.start.to_le_bytes());
        key.extend_from_slice(&extent_value.to_le_bytes());
        key.extend_from_slice(&extent_days.to_le_bytes());
        let zone = times.zones.get(pattern.zone.0 as usize).map_or("", |zone| &*zone.name);
        key.extend_from_slice(zone.as_bytes());
        if let Some(calendar) = calendar.and_then(|id| times.calendars.get(id.0 as usize)) {
            for date in [calendar.first, calendar.last] {
                key.extend_from_slice(&date.0.to_le_bytes());
            }
            key.push(calendar.weekend);
            for dates in [&calendar.off, &calendar.work] {
                key.extend_from_slice(&(dates.len() as u64).to_le_bytes());
                dates.iter().for_each(|date| key.extend_from_slice(&date.0.to_le_bytes()));
            }
        }
        key
    }

    fn patterns(&mut self, patterns: &[PatternId]) -> Result<u32, LowerError> {
        let mut sorted = patterns.to_vec();
        sorted.sort_by_cached_key(|id| self.pattern_key(*id));
        let mut numbers = Vec::with_capacity(sorted.len());
        for id in sorted {
            let number = self.pattern(id)?;
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        self.lists.add(list_kind::PATTERNS, &numbers)
    }

    fn pattern(&mut self, id: PatternId) -> Result<u32, LowerError> {
        let found = self.model.time.patterns.get(id.0 as usize).copied();
        let Some(pattern) = found else { return Err(LowerError::TooLarge("patterns")) };
        let zone = self.zone(pattern.zone)?;
        let (days, mut days_value, calendar) = days_code(pattern.days);
        if let Some(calendar) = calendar {
            days_value = self.calendar(calendar)?;
        }
        let (extent, extent_value, extent_days) = extent_code(pattern.extent);
        let start = pattern.start;
        let record = write::Pattern { zone, days, extent, start, days_value, extent_value, extent_days };
        self.windows.patterns.add(record, "patterns")
    }

    /// The number of a zone.
    pub(super) fn zone(&mut self, id: ZoneId) -> Result<u32, LowerError> {
        let times = &self.model.time;
        let name = |id: &ZoneId| times.zones.get(id.0 as usize).map(|zone| &zone.name);
        let known = self.windows.zones.iter().position(|known| name(known) == name(&id));
        let number = known.unwrap_or(self.windows.zones.len());
        if known.is_none() {
            self.windows.zones.push(id);
        }
        count(number, "zones")
    }

    /// The zone of that name, if any window of the policy is written in it or it is the policy's own.
    pub(super) fn zone_named(&mut self, name: &str) -> Result<u32, LowerError> {
        let found = self.model.time.zones.iter().position(|zone| &*zone.name == name);
        found.map_or(Ok(NONE), |at| self.zone(ZoneId(at as u32)))
    }

    fn calendar(&mut self, id: CalendarId) -> Result<u32, LowerError> {
        let times = &self.model.time;
        let content = |id: &CalendarId| times.calendars.get(id.0 as usize);
        let known = self.windows.calendars.iter().position(|known| content(known) == content(&id));
        let number = known.unwrap_or(self.windows.calendars.len());
        if known.is_none() {
            self.windows.calendars.push(id);
        }
        count(number, "calendars")
    }
}

/// Code, value, and the calendar if the value is one.
const fn days_code(of: Days) -> (u8, u32, Option<CalendarId>) {
    match of {
        Days::Weekdays(bits) => (days::WEEKDAYS, (bits & 0x7f) as u32, None),
        Days::WorkdaysOf(calendar) => (days::WORKDAYS_OF, 0, Some(calendar)),
        Days::DaysOffOf(calendar) => (days::DAYS_OFF_OF, 0, Some(calendar)),
        Days::MonthDays(bits) => (days::MONTH_DAYS, bits, None),
        Days::MonthLast => (days::MONTH_LAST, 0, None),
        Days::Year(month, day) => (days::YEAR, (month as u32) << 8 | day as u32, None),
    }
}

/// Code, value, days.
const fn extent_code(of: Extent) -> (u8, u32, u32) {
    match of {
        Extent::Until(time, days) => (extent::UNTIL, time as u32, days as u32),
        Extent::Minutes(minutes) => (extent::MINUTES, minutes, 0),
        Extent::WholeDays(days) => (extent::WHOLE_DAYS, 0, days as u32),
    }
}
