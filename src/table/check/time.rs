//! Windows, patterns, zones, calendars.

use super::{Checked, ensure, list, numbered, starts};
use crate::table::Table;
use crate::table::layout::{Pattern, Section, Zone, days, extent, list_kind};
use crate::time::{FOREVER, FOREVER_AGO};

/// Every offset is smaller than this: a day.
const OFFSET: i32 = 86_400;
/// Every time of a zone's rule is smaller than this: eight days.
const RULE_TIME: i32 = 8 * 86_400;

pub(super) fn check(table: &Table<'_>) -> Checked {
    windows(table)?;
    zones(table)?;
    calendars(table)?;
    for (at, found) in numbered(table.views.patterns) {
        pattern(table, &found, at)?;
    }
    Ok(())
}

fn windows(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let section = Section::Windows;
    starts(section, views.windows.iter().map(|window| window.recurrences), views.recurrences.len())?;
    for (at, window) in numbered(views.windows) {
        ensure(window.reading <= 1, section, at, "unknown reading")?;
    }
    let always = match (views.windows.get(0), views.windows.get(1)) {
        (Some(first), Some(next)) => first.from == FOREVER_AGO && first.until == FOREVER && next.recurrences == 0,
        _ => false,
    };
    ensure(always, section, 0, "the first one is not always open")?;
    for (at, recurrence) in numbered(views.recurrences) {
        list(table, recurrence.patterns, list_kind::PATTERNS, Section::Recurrences, at)?;
        ensure(recurrence.negated <= 1, Section::Recurrences, at, "unknown reading")?;
    }
    Ok(())
}

fn pattern(table: &Table<'_>, pattern: &Pattern, at: u32) -> Checked {
    let views = &table.views;
    ensure(pattern.zone < views.zones.items(), Section::Patterns, at, "its zone does not exist")?;
    ensure(pattern.start <= 1_440, Section::Patterns, at, "it starts after the end of a day")?;
    let value = pattern.days_value;
    let [day, month, ..] = value.to_le_bytes();
    let fits = match pattern.days {
        days::WEEKDAYS => value < 1 << 7,
        days::WORKDAYS_OF | days::DAYS_OFF_OF => value < views.calendars.items(),
        days::MONTH_DAYS => value < 1 << 28,
        days::MONTH_LAST => value == 0,
        days::YEAR => value < 1 << 16 && (1..=12).contains(&month) && day <= 28,
        _ => false,
    };
    ensure(fits, Section::Patterns, at, "unknown days")?;
    let fits = match pattern.extent {
        extent::UNTIL => pattern.extent_value <= 1_440 && pattern.extent_days <= u32::from(u16::MAX),
        extent::MINUTES => pattern.extent_days == 0,
        extent::WHOLE_DAYS => pattern.extent_value == 0 && pattern.extent_days <= u32::from(u16::MAX),
        _ => false,
    };
    ensure(fits, Section::Patterns, at, "unknown extent")
}

fn zones(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let section = Section::Zones;
    starts(section, views.zones.iter().map(|zone| zone.transitions), views.transitions.len())?;
    let offset = |seconds: i32| seconds.unsigned_abs() < OFFSET.unsigned_abs();
    for (at, transition) in numbered(views.transitions) {
        ensure(offset(transition.offset), Section::Transitions, at, "it is further from UTC than a day")?;
    }
    for (at, zone) in numbered(views.zones.slice(0, views.zones.items())) {
        let Zone { rule, summer, winter, start_day, start_time, end_day, end_time, .. } = zone;
        let day = |packed: u32, time: i32| {
            let [month, week, weekday, zero] = packed.to_le_bytes();
            (1..=12).contains(&month)
                && (1..=5).contains(&week)
                && weekday < 7
                && zero == 0
                && time.unsigned_abs() < RULE_TIME.unsigned_abs()
        };
        let fits = match rule {
            0 => [summer, winter, start_time, end_time] == [0; 4] && start_day == 0 && end_day == 0,
            1 => offset(summer) && offset(winter) && day(start_day, start_time) && day(end_day, end_time),
            _ => false,
        };
        ensure(fits && offset(zone.first_offset), section, at, "unknown rule")?;
        let Some(next) = views.zones.get(at.saturating_add(1)) else { break };
        let transitions = views.transitions.slice(zone.transitions, next.transitions);
        let rising = transitions.iter().zip(transitions.iter().skip(1)).all(|(a, b)| a.at < b.at);
        ensure(rising, section, at, "its transitions are out of order")?;
    }
    Ok(())
}

fn calendars(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let section = Section::Calendars;
    let ranges = views.calendars.iter().flat_map(|calendar| [calendar.off, calendar.work]);
    // The closing record bounds the working days of the last calendar; its second number is the same again.
    starts(section, ranges, views.calendar_dates.len())?;
    for (at, calendar) in numbered(views.calendars.slice(0, views.calendars.items())) {
        ensure(calendar.weekend < 1 << 7, section, at, "unknown weekdays")?;
        let Some(next) = views.calendars.get(at.saturating_add(1)) else { break };
        for (start, end) in [(calendar.off, calendar.work), (calendar.work, next.off)] {
            let dates = views.calendar_dates.slice(start, end);
            let rising = dates.iter().zip(dates.iter().skip(1)).all(|(a, b)| a.day < b.day);
            ensure(rising, section, at, "its dates are out of order")?;
        }
    }
    Ok(())
}
