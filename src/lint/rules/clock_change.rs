//! `clock-change`: a window starts or ends at a local time that a change of the clock skips or doubles.
//!
//! Both readings are settled by the language (what gives is read narrow, what takes away wide), but the line says one
//! thing and does another on that day. Dates are looked at always, recurring hours for the year after now.

use crate::analysis::{ClockChange, LocalClock};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::CLOCK_CHANGE;
use crate::lint::written::{patterns, windows};
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::Model;
use crate::source::PackageId;
use crate::syntax::ast;
use crate::time::{self, Date, Days, Extent, LocalTime, Pattern, TimeSource, ZoneId};
use crate::words;

pub(super) const LINT: Lint = Lint { code: &CLOCK_CHANGE, group: Group::Time, needs_now: true, check };

/// Days of the year that recurring hours are looked at.
const DAYS: i32 = 366;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for written in windows(cx) {
        let zone = zone_of(cx.model, written.window.zone.as_ref(), written.package);
        for edge in [&written.window.from, &written.window.before].into_iter().flatten() {
            out.extend(absolute(zone, edge));
        }
    }
    if let Some(now) = cx.now {
        recurring(cx, now, out);
    }
}

/// The zone in which a local time is read: the one written beside it, else the package's.
fn zone_of<'a>(model: &'a Model, written: Option<&'a ast::Text>, package: PackageId) -> &'a str {
    written.map_or_else(|| model.zone(package), |text| &text.text)
}

fn absolute(zone: &str, edge: &ast::DateTime) -> Option<Diagnostic> {
    let time = parse_time(edge.time.as_ref()?)?;
    let change = LocalClock::named(zone).change(parse_date(&edge.date)?, time)?;
    let written = format!("{} {:02}:{:02}", edge.date, time / 60, time % 60);
    let args = [("time", (&*written).into()), ("zone", zone.into())];
    let (entry, here) = match change {
        ClockChange::Skipped => (&text::TIME_SKIPPED, &text::TIME_SKIPPED_HERE),
        ClockChange::Doubled => (&text::TIME_DOUBLED, &text::TIME_DOUBLED_HERE),
    };
    let diagnostic = Diagnostic::warning(&CLOCK_CHANGE, entry.with(args), edge.span, here.plain());
    Some(diagnostic.about([&*written, zone]).help(text::CLOCK_CHANGE_HELP.plain()))
}

fn recurring(cx: &Context<'_>, now: i64, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    for written in patterns(cx) {
        let zone = zone_of(model, written.pattern.zone.as_ref(), written.package);
        let clock = LocalClock::named(zone);
        let Some(pattern) = find(model, zone, written.pattern) else { continue };
        let Some((today, _)) = clock.show(now) else { continue };
        let found = (0..DAYS).map(|days| today.plus(days)).find_map(|date| edge(model, &clock, &pattern, date));
        if let Some((date, time, change)) = found {
            let (year, month, day) = date.ymd();
            let args = [
                ("time", format!("{:02}:{:02}", time / 60, time % 60).into()),
                ("date", format!("{year:04}-{month:02}-{day:02}").into()),
                ("zone", zone.into()),
                ("hours", words::pattern(&pattern).into()),
            ];
            let entry = match change {
                ClockChange::Skipped => &text::HOURS_SKIPPED,
                ClockChange::Doubled => &text::HOURS_DOUBLED,
            };
            let here = text::HOURS_CHANGED_HERE.plain();
            let diagnostic = Diagnostic::info(&CLOCK_CHANGE, entry.with(args), written.pattern.span, here);
            out.push(diagnostic.help(text::HOURS_CHANGED_HELP.plain()));
        }
    }
}

/// An edge of the occurrence that starts on `date`, if there is one and a change of the clock meets it.
fn edge(model: &Model, clock: &LocalClock, pattern: &Pattern, date: Date) -> Option<(Date, LocalTime, ClockChange)> {
    if !starts_on(model, pattern.days, date) {
        return None;
    }
    let end = match pattern.extent {
        Extent::Until(end, days) => Some((date.plus(i32::from(days)), end)),
        Extent::Minutes(_) | Extent::WholeDays(_) => None,
    };
    let start = match pattern.extent {
        // A whole day starts with the date, which has no two readings.
        Extent::WholeDays(_) => None,
        Extent::Until(..) | Extent::Minutes(_) => Some((date, pattern.start)),
    };
    start.into_iter().chain(end).find_map(|(date, time)| clock.change(date, time).map(|change| (date, time, change)))
}

fn starts_on(model: &Model, days: Days, date: Date) -> bool {
    let weekday = date.weekday().0;
    let (_, month, day) = date.ymd();
    let last = date.plus(1).ymd().2 == 1;
    match days {
        Days::Weekdays(bits) => bits & (1 << weekday) != 0,
        Days::WorkdaysOf(id) => works(model, id, date, weekday) == Some(true),
        Days::DaysOffOf(id) => works(model, id, date, weekday) == Some(false),
        Days::MonthDays(bits) => bits & (1 << (day - 1)) != 0,
        Days::MonthLast => last,
        Days::Year(m, 0) => m == month && last,
        Days::Year(m, d) => (m, d) == (month, day),
    }
}

fn works(model: &Model, id: time::CalendarId, date: Date, weekday: u8) -> Option<bool> {
    let (first, last, weekend) = model.time.calendar(id)?;
    let covered = first <= date && date <= last;
    covered.then(|| model.time.listed(id, date).unwrap_or(weekend & (1 << weekday) == 0))
}

/// The model's pattern that reads as the written one.
fn find(model: &Model, zone: &str, written: &ast::Pattern) -> Option<Pattern> {
    let zone = model.time.zones.iter().position(|known| *known.name == *zone)?;
    let zone = ZoneId(u32::try_from(zone).ok()?);
    let (start, until) = match &written.extent {
        ast::Extent::Times(start, end) => (parse_time(start)?, Some(parse_time(end)?)),
        ast::Extent::For(start, ..) => (parse_time(start)?, None),
        ast::Extent::AllDay => return None,
    };
    let same_days = |days: Days| match (&written.days, days) {
        (ast::Days::Daily, Days::Weekdays(bits)) => bits & 0x7f == 0x7f,
        (ast::Days::Weekdays, Days::Weekdays(bits)) => bits == 0x1f,
        (ast::Days::Of(list), Days::Weekdays(bits)) => list.iter().fold(0, |b, (d, _)| b | (1 << *d as u8)) == bits,
        (ast::Days::WorkdaysOf(_), Days::WorkdaysOf(_))
        | (ast::Days::DaysOffOf(_), Days::DaysOffOf(_))
        | (ast::Days::MonthDays(_), Days::MonthDays(_))
        | (ast::Days::MonthLast, Days::MonthLast)
        | (ast::Days::YearDay(_), Days::Year(..)) => true,
        _ => false,
    };
    model.time.patterns.iter().copied().find(|p| {
        let ends = match (until, p.extent) {
            (Some(end), Extent::Until(time, _)) => end == time,
            (None, Extent::Minutes(_) | Extent::WholeDays(_)) => true,
            (None, Extent::Until(time, _)) => time == start,
            (Some(_), Extent::Minutes(_) | Extent::WholeDays(_)) => false,
        };
        p.zone == zone && p.start == start && ends && same_days(p.days)
    })
}

fn parse_time(written: &ast::TimeOfDay) -> Option<LocalTime> {
    let (hours, minutes) = written.text.split_once(':')?;
    let minutes = hours.parse::<LocalTime>().ok()?.checked_mul(60)?.checked_add(minutes.parse().ok()?)?;
    (minutes <= 1440).then_some(minutes)
}

fn parse_date(written: &str) -> Option<Date> {
    let mut parts = written.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Date::from_ymd(year, month, day)
}
