//! Units, networks, calendars, hours; windows and reasons as clauses.

use super::Sentences;
use super::name::{Reader, Space};
use super::phrase::{and, code, or, quoted};
use crate::message::{Arg, Message, Text, sentence};
use crate::source::Span;
use crate::syntax::ast::{
    Calendar, CalendarItemKind, DateRange, DateTime, Days, Declared, DurationUnit, Extent, Hours, Name, Network,
    Pattern, Reason, Unit, Weekday, Window,
};

/// A unit and those below it.
pub(super) fn unit(reader: &Reader, item: &Unit, above: Option<&Declared>, out: &mut Sentences) {
    let name = reader.name(Space::Unit, &item.declared.name);
    out.push((
        item.span,
        match above {
            Some(above) => {
                sentence::UNIT_BELOW.with([("unit", name), ("above", reader.name(Space::Unit, &above.name))])
            }
            None => sentence::UNIT_TOP.with([("unit", name)]),
        },
    ));
    reader.renamed(Space::Unit, item.span, std::slice::from_ref(&item.declared), out);
    item.units.iter().for_each(|below| unit(reader, below, Some(&item.declared), out));
}

/// A network.
pub(super) fn network(reader: &Reader, span: Span, item: &Network, out: &mut Sentences) {
    let blocks = and(item.blocks.iter().map(|block| code(&block.text)).collect());
    let name = reader.name(Space::Network, &item.declared.name);
    out.push((span, sentence::NETWORK.with([("network", name), ("blocks", blocks)])));
    reader.renamed(Space::Network, span, std::slice::from_ref(&item.declared), out);
}

/// A calendar and its lines.
pub(super) fn calendar(reader: &Reader, span: Span, item: &Calendar, out: &mut Sentences) {
    let name = || reader.name(Space::Calendar, &item.declared.name);
    let (first, last) = &item.covers;
    let first = Arg::from(first.text.as_ref());
    out.push((
        span,
        match last {
            Some(last) => sentence::COVERS_YEARS.with([
                ("calendar", name()),
                ("first", first),
                ("last", last.text.as_ref().into()),
            ]),
            None => sentence::COVERS_YEAR.with([("calendar", name()), ("first", first)]),
        },
    ));
    reader.renamed(Space::Calendar, span, std::slice::from_ref(&item.declared), out);
    for line in &item.items {
        let message = match &line.kind {
            CalendarItemKind::Weekend(list) => sentence::WEEKEND.with([("calendar", name()), ("days", weekdays(list))]),
            CalendarItemKind::Off(ranges) => sentence::OFF.with([("calendar", name()), ("dates", dates(ranges))]),
            CalendarItemKind::Work(ranges) => sentence::WORK.with([("calendar", name()), ("dates", dates(ranges))]),
        };
        out.push((line.span, message));
    }
}

fn dates(ranges: &[DateRange]) -> Arg {
    let range = |range: &DateRange| match &range.last {
        Some(last) => sentence::DATES.with([("first", moment(&range.first)), ("last", moment(last))]).into(),
        None => moment(&range.first),
    };
    and(ranges.iter().map(range).collect())
}

fn weekdays(list: &[(Weekday, Span)]) -> Arg {
    and(list.iter().map(|(day, _)| weekday(*day).plain().into()).collect())
}

fn weekday(day: Weekday) -> &'static Text {
    match day {
        Weekday::Monday => &sentence::MONDAY,
        Weekday::Tuesday => &sentence::TUESDAY,
        Weekday::Wednesday => &sentence::WEDNESDAY,
        Weekday::Thursday => &sentence::THURSDAY,
        Weekday::Friday => &sentence::FRIDAY,
        Weekday::Saturday => &sentence::SATURDAY,
        Weekday::Sunday => &sentence::SUNDAY,
    }
}

/// Named hours.
pub(super) fn hours(reader: &Reader, span: Span, item: &Hours, out: &mut Sentences) {
    let patterns = and(item.patterns.iter().map(|of| pattern(reader, of)).collect());
    let name = reader.name(Space::Hours, &item.declared.name);
    out.push((span, sentence::HOURS.with([("hours", name), ("patterns", patterns)])));
    reader.renamed(Space::Hours, span, std::slice::from_ref(&item.declared), out);
}

/// A recurring pattern.
pub(super) fn pattern(reader: &Reader, item: &Pattern) -> Arg {
    let days = ("days", days(reader, &item.days));
    let extent = ("extent", extent(&item.extent).into());
    match &item.zone {
        Some(zone) => sentence::PATTERN_IN.with([days, extent, ("zone", code(&zone.text))]).into(),
        None => sentence::PATTERN.with([days, extent]).into(),
    }
}

fn days(reader: &Reader, days: &Days) -> Arg {
    let calendar = |text: &'static Text, name: &Name| text.with([("calendar", reader.name(Space::Calendar, name))]);
    let message = match days {
        Days::Daily => sentence::DAILY.plain(),
        Days::Weekdays => sentence::WEEKDAYS.plain(),
        Days::Of(list) => sentence::EVERY_WEEKDAY.with([("days", weekdays(list))]),
        Days::WorkdaysOf(name) => calendar(&sentence::WORKDAYS_OF, name),
        Days::DaysOffOf(name) => calendar(&sentence::DAYS_OFF_OF, name),
        Days::MonthDays(list) => {
            let list = and(list.iter().map(|day| day.text.as_ref().into()).collect());
            sentence::MONTH_DAYS.with([("days", list)])
        }
        Days::MonthLast => sentence::MONTH_LAST.plain(),
        Days::YearDay(day) => match day.text.strip_suffix("-last") {
            Some(month) => sentence::YEAR_MONTH_LAST.with([("month", number(month))]),
            None => {
                let (month, day) = day.text.split_once('-').unwrap_or((&day.text, ""));
                sentence::YEAR_DAY.with([("month", number(month)), ("day", number(day))])
            }
        },
    };
    message.into()
}

/// `03` as people say it.
fn number(digits: &str) -> Arg {
    digits.trim_start_matches('0').into()
}

fn extent(extent: &Extent) -> Message {
    match extent {
        Extent::Times(start, end) => {
            sentence::TIMES_OF_DAY.with([("start", start.text.as_ref().into()), ("end", end.text.as_ref().into())])
        }
        Extent::For(start, count, unit, _) => {
            let text = match unit {
                DurationUnit::Minutes => &sentence::FOR_MINUTES,
                DurationUnit::Hours => &sentence::FOR_HOURS,
                DurationUnit::Days => &sentence::FOR_DAYS,
                DurationUnit::Weeks => &sentence::FOR_WEEKS,
            };
            text.with([("start", start.text.as_ref().into()), ("n", count.text.as_ref().into())])
        }
        Extent::AllDay => sentence::ALL_DAY.plain(),
    }
}

/// A date, perhaps with a time.
pub(super) fn moment(at: &DateTime) -> Arg {
    match &at.time {
        Some(time) => format!("{} {}", at.date, time.text).into(),
        None => at.date.as_ref().into(),
    }
}

/// The clauses of a window.
pub(super) fn window(reader: &Reader, window: &Window) -> Vec<Message> {
    let Window { from, through, before, during, outside, recurring, zone, span: _ } = window;
    let mut list = Vec::new();
    list.extend(recurring.as_ref().map(|of| sentence::RECURRING.with([("pattern", pattern(reader, of))])));
    list.extend(bounds(from.as_ref(), through.as_ref(), before.as_ref()));
    list.extend(during.iter().map(|of| sentence::DURING.with([("hours", hours_list(reader, of))])));
    list.extend(outside.iter().map(|of| sentence::OUTSIDE_HOURS.with([("hours", hours_list(reader, of))])));
    list.extend(zone.as_ref().map(|zone| sentence::IN_ZONE.with([("zone", code(&zone.text))])));
    list
}

fn bounds(from: Option<&DateTime>, through: Option<&DateTime>, before: Option<&DateTime>) -> Vec<Message> {
    let time = |text: &'static Text, at| text.with([("time", moment(at))]);
    match (from, through, before) {
        (Some(from), Some(through), None) => {
            vec![sentence::FROM_THROUGH.with([("from", moment(from)), ("through", moment(through))])]
        }
        (Some(from), None, Some(before)) => {
            vec![sentence::FROM_BEFORE.with([("from", moment(from)), ("before", moment(before))])]
        }
        (from, through, before) => {
            let from = from.map(|at| time(&sentence::FROM, at));
            let through = through.map(|at| time(&sentence::THROUGH, at));
            from.into_iter().chain(through).chain(before.map(|at| time(&sentence::BEFORE, at))).collect()
        }
    }
}

/// Hours of which one must be.
pub(super) fn hours_list(reader: &Reader, list: &[Name]) -> Arg {
    or(list.iter().map(|name| reader.name(Space::Hours, name)).collect())
}

/// Reason and ticket.
pub(super) fn reason(reason: &Reason) -> Vec<Message> {
    let Reason { because, ticket } = reason;
    let because = because.as_ref().map(|why| sentence::BECAUSE.with([("text", quoted(&why.text))]));
    let ticket = ticket.as_ref().map(|id| sentence::TICKET.with([("text", quoted(&id.text))]));
    because.into_iter().chain(ticket).collect()
}
