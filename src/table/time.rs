//! The table as a source of civil time.

use super::Table;
use super::layout::{days, extent};
use crate::time::{
    CalendarId, Date, Days, Extent, Pattern, PatternId, Reading, Rule, RuleDay, State, TimeSource, Transition, ZoneId,
    interval_state, recurring_state,
};

/// A pattern may have to look at years of days, so it counts as that many steps.
const PATTERN_STEPS: u32 = 1_024;

impl Table<'_> {
    /// Whether a window is open at `at`, and until when that is sure to stay so. A window that does not exist is shut
    /// for what gives and open for what takes, which only its user knows: `None`.
    #[cfg(feature = "compiler")]
    pub(crate) fn window(&self, window: u32, at: i64) -> Option<State> {
        self.window_within(window, at, |_| true)
    }

    /// As [`Self::window`]; `None` also if `spend` has no steps left for its patterns.
    /// Whether a window is never open: that of who holds a role only perhaps.
    #[cfg(feature = "compiler")]
    pub(crate) fn is_never(&self, window: u32) -> bool {
        self.views.windows.get(window).is_some_and(|window| window.until <= window.from)
    }

    pub(crate) fn window_within(&self, window: u32, at: i64, spend: impl Fn(u32) -> bool) -> Option<State> {
        let range = self.views.windows.slice(window, window.checked_add(2)?);
        let (window, next) = (range.get(0)?, range.get(1)?);
        let reading = if window.reading == 0 { Reading::Gives } else { Reading::Takes };
        let recurrences = self.views.recurrences.slice(window.recurrences, next.recurrences);
        let state = interval_state(window.from, window.until, at);
        recurrences.iter().try_fold(state, |state, recurrence| {
            let patterns = self.list(recurrence.patterns);
            if !spend(patterns.len().saturating_add(1).saturating_mul(PATTERN_STEPS)) {
                return None;
            }
            let patterns = patterns.iter().map(|pattern| PatternId(pattern.at));
            Some(state.and(recurring_state(self, patterns, recurrence.negated != 0, reading, at)))
        })
    }
}

impl TimeSource for Table<'_> {
    fn pattern(&self, id: PatternId) -> Option<Pattern> {
        let pattern = self.views.patterns.get(id.0)?;
        let value = pattern.days_value;
        let [low, high, ..] = value.to_le_bytes();
        let days = match pattern.days {
            days::WEEKDAYS => Days::Weekdays(low),
            days::WORKDAYS_OF => Days::WorkdaysOf(CalendarId(value)),
            days::DAYS_OFF_OF => Days::DaysOffOf(CalendarId(value)),
            days::MONTH_DAYS => Days::MonthDays(value),
            days::MONTH_LAST => Days::MonthLast,
            days::YEAR => Days::Year(high, low),
            _ => return None,
        };
        let count = u16::try_from(pattern.extent_days).ok()?;
        let extent = match pattern.extent {
            extent::UNTIL => Extent::Until(u16::try_from(pattern.extent_value).ok()?, count),
            extent::MINUTES => Extent::Minutes(pattern.extent_value),
            extent::WHOLE_DAYS => Extent::WholeDays(count),
            _ => return None,
        };
        Some(Pattern { zone: ZoneId(pattern.zone), days, start: pattern.start, extent })
    }

    fn zone(&self, id: ZoneId) -> Option<(i32, usize, Rule)> {
        let range = self.views.zones.slice(id.0, id.0.checked_add(2)?);
        let (zone, next) = (range.get(0)?, range.get(1)?);
        let day = |packed: u32, time: i32| {
            let [month, week, weekday, _] = packed.to_le_bytes();
            RuleDay { month, week, weekday, time }
        };
        let rule = match zone.rule {
            0 => Rule::Fixed,
            _ => Rule::Yearly {
                summer: zone.summer,
                winter: zone.winter,
                start: day(zone.start_day, zone.start_time),
                end: day(zone.end_day, zone.end_time),
            },
        };
        Some((zone.first_offset, super::index(next.transitions.saturating_sub(zone.transitions)), rule))
    }

    fn transition(&self, id: ZoneId, index: usize) -> Option<Transition> {
        let start = self.views.zones.get(id.0)?.transitions;
        let found = self.views.transitions.get(start.checked_add(u32::try_from(index).ok()?)?)?;
        Some(Transition { at: found.at, offset: found.offset })
    }

    fn calendar(&self, id: CalendarId) -> Option<(Date, Date, u8)> {
        let calendar = self.views.calendars.get(id.0)?;
        Some((Date(calendar.first), Date(calendar.last), u8::try_from(calendar.weekend).ok()?))
    }

    fn listed(&self, id: CalendarId, date: Date) -> Option<bool> {
        let range = self.views.calendars.slice(id.0, id.0.checked_add(2)?);
        let (calendar, next) = (range.get(0)?, range.get(1)?);
        let holds = |start, end| {
            let days = self.views.calendar_dates.slice(start, end);
            let mut range = 0..days.len();
            while !range.is_empty() {
                let middle = range.start.midpoint(range.end);
                match days.get(middle).map(|found| found.day.cmp(&date.0)) {
                    Some(std::cmp::Ordering::Equal) => return true,
                    Some(std::cmp::Ordering::Less) => range.start = middle.saturating_add(1),
                    Some(std::cmp::Ordering::Greater) | None => range.end = middle,
                }
            }
            false
        };
        if holds(calendar.work, next.off) {
            Some(true)
        } else if holds(calendar.off, calendar.work) {
            Some(false)
        } else {
            None
        }
    }
}
