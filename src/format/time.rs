//! Calendars, hours, recurring patterns and the windows of any statement.

use super::doc::Doc;
use super::statement::{Sentence, Statement, clause, commas, lines};
use super::word::{date_time, declared, glued, name_list, name_text, number, plural, text};
use crate::source::{Interner, Span};
use crate::syntax::ast::{
    Calendar, CalendarItem, CalendarItemKind, DateRange, Days, DurationUnit, Extent, Hours, Name, Number, Pattern,
    Reason, Text, Weekday, Window,
};

/// `calendar cn covers 2026 through 2027 { … }`
pub(super) fn calendar(names: &Interner, span: Span, calendar: &Calendar) -> Statement {
    let mut sentence = Sentence::new(span, "calendar");
    sentence.and(declared(names, &calendar.declared)).and(number(&calendar.covers.0).prefix("covers "));
    if let Some(last) = &calendar.covers.1 {
        sentence.and(number(last).prefix("through "));
    }
    sentence.block(calendar.items.iter().map(calendar_item).collect())
}

fn calendar_item(item: &CalendarItem) -> Statement {
    let (word, list) = match &item.kind {
        CalendarItemKind::Weekend(days) => {
            ("weekend", days.iter().map(|(day, span)| Doc::part(span.start, weekday(*day))).collect())
        }
        CalendarItemKind::Off(ranges) => ("off", ranges.iter().map(date_range).collect()),
        CalendarItemKind::Work(ranges) => ("work", ranges.iter().map(date_range).collect()),
    };
    let mut sentence = Sentence::new(item.span, word);
    sentence.list(commas(list));
    sentence.plain()
}

fn date_range(range: &DateRange) -> Doc {
    let mut docs = vec![date_time(&range.first)];
    docs.extend(range.last.as_ref().map(|last| date_time(last).prefix("through ")));
    glued(docs)
}

/// `hours h = P, Q`
pub(super) fn hours(names: &Interner, span: Span, hours: &Hours) -> Statement {
    let mut sentence = Sentence::new(span, "hours");
    let patterns = hours.patterns.iter().map(|item| pattern(names, item)).collect();
    sentence.and(declared(names, &hours.declared).suffix(" =")).then(commas(patterns));
    sentence.plain()
}

/// `workdays of cn 09:00 to 18:00 in "Asia/Shanghai"`
pub(super) fn pattern(names: &Interner, pattern: &Pattern) -> Doc {
    let words = format!("{} {}", days(names, &pattern.days), extent(&pattern.extent));
    let mut docs = vec![Doc::part(pattern.span.start, words)];
    docs.extend(pattern.zone.as_ref().map(zone));
    glued(docs)
}

fn days(names: &Interner, days: &Days) -> String {
    match days {
        Days::Daily => "daily".to_owned(),
        Days::Weekdays => "weekdays".to_owned(),
        Days::Of(list) => list.iter().map(|(day, _)| weekday(*day)).collect::<Vec<_>>().join(", "),
        Days::WorkdaysOf(calendar) => format!("workdays of {}", name_text(names, calendar)),
        Days::DaysOffOf(calendar) => format!("days off of {}", name_text(names, calendar)),
        Days::MonthDays(list) => {
            let days: Vec<&str> = list.iter().map(|day| day.text.as_ref()).collect();
            format!("each month on {} {}", if days.len() == 1 { "day" } else { "days" }, days.join(", "))
        }
        Days::MonthLast => "each month on the last day".to_owned(),
        Days::YearDay(day) => format!("each year on {}", day.text),
    }
}

fn extent(extent: &Extent) -> String {
    match extent {
        Extent::Times(start, end) => format!("{} to {}", start.text, end.text),
        Extent::For(start, count, unit, _) => {
            format!("at {} for {} {}", start.text, count.text, duration_unit(*unit, count))
        }
        Extent::AllDay => "all day".to_owned(),
    }
}

fn duration_unit(unit: DurationUnit, count: &Number) -> &'static str {
    match unit {
        DurationUnit::Minutes => plural(count, "minute", "minutes"),
        DurationUnit::Hours => plural(count, "hour", "hours"),
        DurationUnit::Days => plural(count, "day", "days"),
        DurationUnit::Weeks => plural(count, "week", "weeks"),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// `in "Europe/Berlin"`
pub(super) fn zone(zone: &Text) -> Doc {
    text(zone).prefix("in ")
}

/// All clauses of a window, one by one.
pub(super) fn window_clauses(names: &Interner, window: &Window) -> Vec<Doc> {
    let Window { from, through, before, during, outside, recurring, zone: zone_name, span: _ } = window;
    let mut docs = Vec::new();
    docs.extend(recurring.as_ref().map(|item| pattern(names, item)));
    docs.extend(from.as_ref().map(|date| date_time(date).prefix("from ")));
    docs.extend(through.as_ref().map(|date| date_time(date).prefix("through ")));
    docs.extend(before.as_ref().map(|date| date_time(date).prefix("before ")));
    docs.extend(during.iter().filter_map(|hours| hours_clause(names, "during ", hours)));
    docs.extend(outside.iter().filter_map(|hours| hours_clause(names, "outside ", hours)));
    docs.extend(zone_name.as_ref().map(zone));
    docs
}

fn hours_clause(names: &Interner, word: &str, hours: &[Name]) -> Option<Doc> {
    let list = name_list(names, hours);
    if list.is_empty() { None } else { Some(Doc::Fill(lines(list)).prefix(word)) }
}

/// The window as one clause.
pub(super) fn window(names: &Interner, window: &Window) -> Option<Doc> {
    clause("", window_clauses(names, window))
}

/// `because "…" ticket "…"`
pub(super) fn reason(reason: &Reason) -> Option<Doc> {
    let Reason { because, ticket } = reason;
    let mut docs = Vec::new();
    docs.extend(because.as_ref().map(|why| text(why).prefix("because ")));
    docs.extend(ticket.as_ref().map(|id| text(id).prefix("ticket ")));
    clause("", docs)
}
