//! Civil time against a second implementation, written straight on jiff and by search, not by arithmetic.

use jiff::civil::{Date as JiffDate, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rolecall::time::{
    Atlas, Calendar, CalendarId, Date, Days, Extent, FOREVER, FOREVER_AGO, LoadError, Pattern, PatternId, Reading,
    Recurring, Rule, TimeTable, Window, ZoneId, database_version, date_exists, date_start, load_zone, local, offset,
    readings,
};
use std::collections::{BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex};

const ZONES: [&str; 14] = [
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Asia/Beirut",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Antarctica/Troll",
    "Europe/Dublin",
    "America/Santiago",
];

fn tz(name: &str) -> TimeZone {
    static CACHE: LazyLock<Mutex<HashMap<String, TimeZone>>> = LazyLock::new(Mutex::default);
    let load = || TimeZoneDatabase::bundled().get(name).unwrap();
    CACHE.lock().unwrap().entry(name.to_owned()).or_insert_with(load).clone()
}

fn millis(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_millisecond()
}

fn date(text: &str) -> Date {
    let date: JiffDate = text.parse().unwrap();
    Date::from_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()).unwrap()
}

fn table(zone: &str) -> TimeTable {
    TimeTable { zones: vec![load_zone(zone).unwrap()], calendars: Vec::new(), patterns: Vec::new() }
}

/// Every change of offset (seconds) between two years.
fn changes(tz: &TimeZone, from: i16, until: i16) -> Vec<i64> {
    let start = JiffDate::constant(from, 1, 1).to_zoned(tz.clone()).unwrap().timestamp();
    let end = JiffDate::constant(until, 1, 1).to_zoned(tz.clone()).unwrap().timestamp();
    tz.following(start).map(|t| t.timestamp()).take_while(|t| *t < end).map(|t| t.as_second()).collect()
}

// ---- the second implementation ---------------------------------------------------------------------------------

/// Earlier and later reading, as jiff sees gaps and folds.
fn jiff_readings(tz: &TimeZone, at: DateTime) -> (i64, i64) {
    let instant = |offset: jiff::tz::Offset| offset.to_timestamp(at).unwrap().as_millisecond();
    match tz.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { offset } => (instant(offset), instant(offset)),
        AmbiguousOffset::Gap { before, after } | AmbiguousOffset::Fold { before, after } => {
            let (a, b) = (instant(before), instant(after));
            (a.min(b), a.max(b))
        }
    }
}

/// The first instant of a local date, found by halving: the first second from which the clock shows it (or a later one).
fn jiff_date_start(tz: &TimeZone, date: JiffDate) -> i64 {
    let naive = date.at(0, 0, 0, 0);
    let utc = jiff::tz::Offset::UTC.to_timestamp(naive).unwrap().as_second();
    let shows = |second: i64| tz.to_datetime(Timestamp::from_second(second).unwrap()).date() >= date;
    let mut stops: Vec<i64> = vec![utc - 100_000, utc + 100_000];
    let near = Timestamp::from_second(utc - 100_000).unwrap();
    stops.extend(tz.following(near).map(|t| t.timestamp().as_second()).take_while(|t| *t < utc + 100_000));
    stops.sort_unstable();
    // Between two changes of offset the date only rises.
    for pair in stops.windows(2) {
        let (mut low, mut high) = (pair[0], pair[1] - 1);
        if !shows(high) {
            continue;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if shows(middle) { high = middle } else { low = middle + 1 }
        }
        return low * 1000;
    }
    unreachable!("a date starts within a day of midnight UTC")
}

fn to_jiff(date: Date) -> JiffDate {
    let (y, m, d) = date.ymd();
    JiffDate::constant(y.try_into().unwrap(), m.try_into().unwrap(), d.try_into().unwrap())
}

fn at_time(day: JiffDate, minutes: u16) -> DateTime {
    day.at(0, 0, 0, 0).checked_add(i64::from(minutes).minutes()).unwrap()
}

/// `None`: the calendar does not say.
fn jiff_starts(table: &TimeTable, days: Days, day: JiffDate) -> Option<bool> {
    let weekday = day.weekday().to_monday_zero_offset();
    let calendar = |id: CalendarId, work: bool| {
        let calendar = &table.calendars[id.0 as usize];
        let (first, last) = (to_jiff(calendar.first), to_jiff(calendar.last));
        let works = if calendar.work.iter().any(|d| to_jiff(*d) == day) {
            true
        } else if calendar.off.iter().any(|d| to_jiff(*d) == day) {
            false
        } else {
            calendar.weekend >> weekday & 1 == 0
        };
        (first <= day && day <= last).then_some(works == work)
    };
    match days {
        Days::Weekdays(bits) => Some(bits >> weekday & 1 == 1),
        Days::WorkdaysOf(id) => calendar(id, true),
        Days::DaysOffOf(id) => calendar(id, false),
        Days::MonthDays(bits) => Some(bits >> (day.day() - 1) & 1 == 1),
        Days::MonthLast => Some(day.tomorrow().unwrap().day() == 1),
        Days::Year(month, 0) => Some(day.month() == month as i8 && day.tomorrow().unwrap().day() == 1),
        Days::Year(month, of_month) => Some(day.month() == month as i8 && day.day() == of_month as i8),
    }
}

/// Whether an instant is inside: every date that could matter is tried.
fn jiff_inside(table: &TimeTable, id: PatternId, reading: Reading, at: i64) -> bool {
    let pattern = table.patterns[id.0 as usize];
    let tz = tz(&table.zones[pattern.zone.0 as usize].name);
    let days = match pattern.extent {
        Extent::Until(_, n) | Extent::WholeDays(n) => i64::from(n),
        Extent::Minutes(minutes) => i64::from(minutes) / 1440 + 1,
    };
    let today = tz.to_datetime(Timestamp::from_millisecond(at).unwrap()).date();
    let mut day = today.checked_sub((days + 3).days()).unwrap();
    while day <= today.checked_add(3.days()).unwrap() {
        let (start, end) = match pattern.extent {
            Extent::WholeDays(n) => {
                let end = day.checked_add(i64::from(n).days()).unwrap();
                let (start, end) = (jiff_date_start(&tz, day), jiff_date_start(&tz, end));
                ((start, start), (end, end))
            }
            Extent::Until(time, n) => {
                let end = day.checked_add(i64::from(n).days()).unwrap();
                (jiff_readings(&tz, at_time(day, pattern.start)), jiff_readings(&tz, at_time(end, time)))
            }
            Extent::Minutes(minutes) => {
                let start = jiff_readings(&tz, at_time(day, pattern.start));
                let length = i64::from(minutes) * 60_000;
                (start, (start.0 + length, start.1 + length))
            }
        };
        let (from, until) = match reading {
            Reading::Gives => (start.1, end.0),
            Reading::Takes => (start.0, end.1),
        };
        let starts = jiff_starts(table, pattern.days, day);
        if starts.unwrap_or(reading == Reading::Takes) && from <= at && at < until {
            return true;
        }
        // Outside the calendar the whole date is taken.
        let tomorrow = day.tomorrow().unwrap();
        if starts.is_none()
            && reading == Reading::Takes
            && jiff_date_start(&tz, day) <= at
            && at < jiff_date_start(&tz, tomorrow)
        {
            return true;
        }
        day = tomorrow;
    }
    false
}

fn jiff_open(table: &TimeTable, window: &Window, at: i64) -> bool {
    window.from <= at
        && at < window.until
        && window.recurring.iter().all(|recurring| {
            let reading = match (recurring.negated, window.reading) {
                (false, reading) => reading,
                (true, Reading::Gives) => Reading::Takes,
                (true, Reading::Takes) => Reading::Gives,
            };
            recurring.negated != recurring.patterns.iter().any(|id| jiff_inside(table, *id, reading, at))
        })
}

// ---- zones -----------------------------------------------------------------------------------------------------

#[test]
fn offsets_are_those_of_the_database() {
    for name in ZONES {
        let (table, tz) = (table(name), tz(name));
        let check = |at: i64| {
            let expected = tz.to_offset(Timestamp::from_millisecond(at).unwrap()).seconds();
            assert_eq!(offset(&table, ZoneId(0), at), Some(expected), "{name} at {at}");
        };
        for change in changes(&tz, 1900, 2150) {
            for around in [-1000, -1, 0, 1, 1000] {
                check(change * 1000 + around);
            }
        }
        let mut random = StdRng::seed_from_u64(7);
        for _ in 0..3000 {
            check(random.random_range(millis("1900-01-01T00:00:00Z")..millis("2600-01-01T00:00:00Z")));
        }
    }
}

#[test]
fn every_zone_of_the_database_loads() {
    let mut ruled = 0;
    for name in TimeZoneDatabase::bundled().available() {
        let zone = load_zone(name.as_str()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        ruled += usize::from(zone.rule != Rule::Fixed);
        assert!(zone.transitions.is_sorted_by_key(|t| t.at), "{name}");
    }
    assert!(ruled > 50, "{ruled} zones with a yearly rule");
    assert_eq!(load_zone("asia/shanghai"), Err(LoadError::Unknown));
    assert_eq!(load_zone("Asia/Shangai"), Err(LoadError::Unknown));
    assert!(database_version().starts_with("20"));
}

#[test]
fn few_transitions_are_left_where_a_rule_holds() {
    let berlin = load_zone("Europe/Berlin").unwrap();
    assert!(berlin.transitions.last().unwrap().at < millis("1998-01-01T00:00:00Z") / 1000, "{:?}", berlin.transitions);
    let shanghai = load_zone("Asia/Shanghai").unwrap();
    assert_eq!(shanghai.rule, Rule::Fixed);
    let casablanca = load_zone("Africa/Casablanca").unwrap();
    assert_eq!(casablanca.rule, Rule::Fixed);
    assert!(casablanca.transitions.len() > 30, "{:?}", casablanca.transitions.len());
}

#[test]
fn local_times_have_the_readings_of_the_database() {
    for name in ZONES {
        let (table, tz) = (table(name), tz(name));
        let mut days: BTreeSet<JiffDate> = BTreeSet::new();
        for change in changes(&tz, 2000, 2060) {
            let day = tz.to_datetime(Timestamp::from_second(change).unwrap()).date();
            days.extend([day.yesterday().unwrap(), day, day.tomorrow().unwrap()]);
        }
        for day in days {
            let (year, month, of_month) = (day.year().into(), day.month() as u8, day.day() as u8);
            let ours = Date::from_ymd(year, month, of_month).unwrap();
            assert_eq!(date_start(&table, ZoneId(0), ours), Some(jiff_date_start(&tz, day)), "{name} {day}");
            for time in (0..=1440).step_by(15).chain([1, 1439]) {
                let expected = jiff_readings(&tz, at_time(day, time));
                assert_eq!(readings(&table, ZoneId(0), ours, time), Some(expected), "{name} {day} {time}");
            }
        }
    }
}

#[test]
fn days_that_start_late_or_not_at_all() {
    for (zone, day, expected) in [
        ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"),
        ("Asia/Beirut", "2023-03-26", "2023-03-25T22:00:00Z"),
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        // 00:01 goes back to 23:01: the date begins twice, and the first time counts.
        ("America/St_Johns", "2006-10-29", "2006-10-29T02:30:00Z"),
    ] {
        let table = table(zone);
        assert_eq!(date_start(&table, ZoneId(0), date(day)), Some(millis(expected)), "{zone} {day}");
        assert_eq!(date_exists(&table, ZoneId(0), date(day)), day != "2011-12-30", "{zone} {day}");
    }
    let cairo = table("Africa/Cairo");
    let late = local(&cairo, ZoneId(0), millis("2026-04-23T22:00:00.001Z"));
    assert_eq!(late, Some((date("2026-04-24"), 3_600_001)));
}

#[test]
fn dates_count_as_the_database_does() {
    let mut random = StdRng::seed_from_u64(1);
    for _ in 0..20_000 {
        let day = random.random_range(-4_000_000..2_900_000);
        let expected = JiffDate::constant(1970, 1, 1).checked_add(i64::from(day).days()).unwrap();
        let (year, month, of_month) = Date(day).ymd();
        assert_eq!((year, month, of_month), (expected.year().into(), expected.month() as u8, expected.day() as u8));
        assert_eq!(Date::from_ymd(year, month, of_month), Some(Date(day)));
        assert_eq!(Date(day).weekday().0, expected.weekday().to_monday_zero_offset() as u8);
    }
    assert_eq!(Date::from_ymd(2027, 2, 29), None);
    assert_eq!(Date::from_ymd(2026, 13, 1), None);
}

// ---- windows ---------------------------------------------------------------------------------------------------

/// Patterns of every kind: over midnight, whole days, elapsed minutes, month ends, leap days, two calendars.
fn patterns() -> Vec<(Days, u16, Extent)> {
    let (cn, odd) = (CalendarId(0), CalendarId(1));
    vec![
        (Days::Weekdays(0x7f), 150, Extent::Until(360, 0)),
        (Days::Weekdays(0x1f), 1320, Extent::Until(360, 1)),
        (Days::Weekdays(0x7f), 0, Extent::Until(1440, 0)),
        (Days::Weekdays(0x41), 0, Extent::WholeDays(1)),
        (Days::Weekdays(0x7f), 30, Extent::Until(90, 0)),
        (Days::Weekdays(0x60), 60, Extent::Minutes(90)),
        (Days::Weekdays(0x7f), 120, Extent::Minutes(24 * 60)),
        (Days::MonthLast, 1080, Extent::Minutes(72 * 60)),
        (Days::MonthLast, 1080, Extent::Until(1080, 3)),
        (Days::MonthLast, 0, Extent::WholeDays(3)),
        (Days::MonthDays(0b1 | 1 << 14 | 1 << 27), 1380, Extent::Until(60, 1)),
        (Days::Year(2, 0), 0, Extent::WholeDays(1)),
        (Days::Year(10, 1), 0, Extent::WholeDays(7)),
        (Days::Year(3, 28), 120, Extent::Until(180, 2)),
        (Days::WorkdaysOf(cn), 540, Extent::Until(1080, 0)),
        (Days::DaysOffOf(cn), 0, Extent::WholeDays(1)),
        (Days::WorkdaysOf(cn), 1320, Extent::Until(360, 1)),
        (Days::DaysOffOf(odd), 1320, Extent::Minutes(600)),
        (Days::WorkdaysOf(odd), 0, Extent::Until(1440, 0)),
        (Days::MonthDays(0), 0, Extent::WholeDays(1)),
    ]
}

fn full_table(zone: &str) -> TimeTable {
    let mut table = table(zone);
    table.calendars = vec![
        Calendar {
            first: date("2026-01-01"),
            last: date("2026-12-31"),
            weekend: 0x60,
            off: vec![date("2026-10-01"), date("2026-10-02"), date("2026-10-05")],
            work: vec![date("2026-10-10")],
        },
        // Few days off, and a last day that is one of the days without midnight.
        Calendar {
            first: date("2011-12-29"),
            last: date("2026-04-24"),
            weekend: 0,
            off: vec![date("2011-12-31"), date("2023-03-26"), date("2026-04-24")],
            work: Vec::new(),
        },
    ];
    table.patterns =
        patterns().into_iter().map(|(days, start, extent)| Pattern { zone: ZoneId(0), days, start, extent }).collect();
    table
}

fn window(patterns: &[u32], negated: bool, reading: Reading) -> Window {
    let patterns = patterns.iter().map(|id| PatternId(*id)).collect();
    Window { recurring: vec![Recurring { patterns, negated }], ..Window::always(reading) }
}

/// The state at `at` is that of the second implementation, and constant up to `next`; edges to the millisecond.
fn check(table: &TimeTable, window: &Window, at: i64, what: &str) -> i64 {
    let state = window.state(table, at);
    assert_eq!(state.open, jiff_open(table, window, at), "{what} at {}", Timestamp::from_millisecond(at).unwrap());
    assert!(state.next > at, "{what} at {at}");
    if state.next < FOREVER {
        let before = state.next - 1;
        let stamp = Timestamp::from_millisecond(before).unwrap();
        assert_eq!(state.open, jiff_open(table, window, before), "{what}: before the edge at {stamp}");
        assert_eq!(state.open, window.state(table, before).open, "{what}: before the edge at {stamp}");
    }
    state.next
}

#[test]
fn windows_around_every_change_of_offset() {
    for name in ZONES {
        let (table, tz) = (full_table(name), tz(name));
        let all = changes(&tz, 2000, 2060);
        for (index, change) in all.iter().enumerate() {
            // Every change of a zone with few, a sample where a rule repeats itself.
            if all.len() > 30 && index % 13 != 0 && *change > millis("2012-01-01T00:00:00Z") / 1000 {
                continue;
            }
            for pattern in 0..patterns().len() as u32 {
                for reading in [Reading::Gives, Reading::Takes] {
                    let window = window(&[pattern], false, reading);
                    let what = format!("{name} {:?} {reading:?}", table.patterns[pattern as usize]);
                    let mut at = change * 1000 - 93_600_000;
                    let mut steps = 0;
                    while at < change * 1000 + 93_600_000 {
                        at = check(&table, &window, at, &what);
                        steps += 1;
                        assert!(steps < 24, "{what}: too many edges near {change}");
                    }
                }
            }
        }
    }
}

#[test]
fn windows_at_sampled_instants_until_2150() {
    let mut random = StdRng::seed_from_u64(42);
    for name in ZONES {
        let table = full_table(name);
        for _ in 0..120 {
            let count = random.random_range(1..4);
            let ids: Vec<u32> = (0..count).map(|_| random.random_range(0..patterns().len() as u32)).collect();
            let reading = if random.random() { Reading::Gives } else { Reading::Takes };
            let mut window = window(&ids, random.random(), reading);
            if random.random() {
                let second = random.random_range(0..patterns().len() as u32);
                window.recurring.push(Recurring { patterns: vec![PatternId(second)], negated: random.random() });
            }
            let mut at = random.random_range(millis("2005-01-01T00:00:00Z")..millis("2150-01-01T00:00:00Z"));
            let what = format!("{name} {window:?}");
            for _ in 0..6 {
                at = check(&table, &window, at, &what);
                if at == FOREVER {
                    break;
                }
            }
        }
    }
}

/// Edges of one window from an instant on, as they are seen by asking for `next` again and again.
fn edges(table: &TimeTable, window: &Window, from: &str, count: usize) -> Vec<String> {
    let mut at = millis(from);
    let mut open = window.state(table, at).open;
    let mut found = Vec::new();
    while found.len() < count && at < FOREVER {
        at = window.state(table, at).next;
        if at < FOREVER && window.state(table, at).open != open {
            open = !open;
            found.push(format!("{} {at}", if open { "+" } else { "-" }, at = Timestamp::from_millisecond(at).unwrap()));
        }
    }
    found
}

fn one(zone: &str, days: Days, start: u16, extent: Extent) -> TimeTable {
    let mut table = full_table(zone);
    table.patterns = vec![Pattern { zone: ZoneId(0), days, start, extent }];
    table
}

#[test]
fn skipped_and_doubled_hours_are_read_against_access() {
    // T3: 02:30 to 06:00, Berlin, skipped and doubled.
    let table = one("Europe/Berlin", Days::Weekdays(0x7f), 150, Extent::Until(360, 0));
    let gives = window(&[0], false, Reading::Gives);
    let takes = window(&[0], false, Reading::Takes);
    assert_eq!(edges(&table, &gives, "2026-03-28T12:00:00Z", 2), ["+ 2026-03-29T01:30:00Z", "- 2026-03-29T04:00:00Z"]);
    assert_eq!(edges(&table, &takes, "2026-03-28T12:00:00Z", 2), ["+ 2026-03-29T00:30:00Z", "- 2026-03-29T04:00:00Z"]);
    assert_eq!(edges(&table, &gives, "2026-10-24T12:00:00Z", 2), ["+ 2026-10-25T01:30:00Z", "- 2026-10-25T05:00:00Z"]);
    assert_eq!(edges(&table, &takes, "2026-10-24T12:00:00Z", 2), ["+ 2026-10-25T00:30:00Z", "- 2026-10-25T05:00:00Z"]);
    // 02:15 to 02:45 is empty on those days for what gives.
    let table = one("Europe/Berlin", Days::Weekdays(0x7f), 135, Extent::Until(165, 0));
    assert_eq!(edges(&table, &gives, "2026-03-28T12:00:00Z", 1), ["+ 2026-03-30T00:15:00Z"]);
    assert_eq!(edges(&table, &takes, "2026-03-28T12:00:00Z", 2), ["+ 2026-03-29T00:15:00Z", "- 2026-03-29T01:45:00Z"]);
}

#[test]
fn a_night_belongs_to_the_date_it_starts_on() {
    // T2: weekdays 22:00 to 06:00. Saturday 03:00 is in, Monday 03:00 is out.
    let table = one("Asia/Shanghai", Days::Weekdays(0x1f), 1320, Extent::Until(360, 1));
    let window = window(&[0], false, Reading::Gives);
    assert!(window.state(&table, millis("2026-11-07T03:00:00+08:00")).open);
    assert!(!window.state(&table, millis("2026-11-09T03:00:00+08:00")).open);
}

#[test]
fn the_last_day_is_never_shorter_and_meets_its_successor() {
    // T5: each month on the last day at 18:00 for 72 hours.
    let table = one("Asia/Shanghai", Days::MonthLast, 1080, Extent::Minutes(72 * 60));
    let takes = window(&[0], false, Reading::Takes);
    assert_eq!(
        edges(&table, &takes, "2028-02-01T00:00:00Z", 4),
        ["- 2028-02-03T10:00:00Z", "+ 2028-02-29T10:00:00Z", "- 2028-03-03T10:00:00Z", "+ 2028-03-31T10:00:00Z"]
    );
    // Elapsed against civil days over the change of offset in Berlin.
    let takes = window(&[0], false, Reading::Takes);
    let elapsed = one("Europe/Berlin", Days::Year(3, 28), 1080, Extent::Minutes(48 * 60));
    let civil = one("Europe/Berlin", Days::Year(3, 28), 1080, Extent::Until(1080, 2));
    assert_eq!(edges(&elapsed, &takes, "2026-03-01T00:00:00Z", 2)[1], "- 2026-03-30T17:00:00Z");
    assert_eq!(edges(&civil, &takes, "2026-03-01T00:00:00Z", 2)[1], "- 2026-03-30T16:00:00Z");
}

#[test]
fn a_calendar_that_runs_out_gives_nothing_and_takes_fully() {
    // T6
    let table = one("Asia/Shanghai", Days::WorkdaysOf(CalendarId(0)), 540, Extent::Until(1080, 0));
    let gives = window(&[0], false, Reading::Gives);
    let takes = window(&[0], false, Reading::Takes);
    let outside_gives = window(&[0], true, Reading::Gives);
    let outside_takes = window(&[0], true, Reading::Takes);
    let noon = millis("2027-01-04T12:00:00+08:00");
    assert!(!gives.state(&table, noon).open);
    assert!(takes.state(&table, noon).open);
    assert!(!outside_gives.state(&table, noon).open);
    assert!(outside_takes.state(&table, noon).open);
    assert_eq!(gives.state(&table, noon).next, FOREVER);
    assert_eq!(takes.state(&table, noon).next, FOREVER);
    assert_eq!(edges(&table, &takes, "2026-12-31T10:30:00Z", 9), ["+ 2026-12-31T16:00:00Z"]);
    assert_eq!(edges(&table, &gives, "2026-12-31T00:00:00Z", 9), ["+ 2026-12-31T01:00:00Z", "- 2026-12-31T10:00:00Z"]);
    // What is not there gives nothing and takes fully.
    let nothing = TimeTable::default();
    for (window, open) in [(gives, false), (takes, true), (outside_gives, false), (outside_takes, true)] {
        assert_eq!(window.state(&nothing, noon).open, open);
    }
}

#[test]
fn edges_of_all_time() {
    let table = full_table("Europe/Berlin");
    for pattern in 0..patterns().len() as u32 {
        for reading in [Reading::Gives, Reading::Takes] {
            let window = window(&[pattern], false, reading);
            for at in [i64::MIN, i64::MIN + 1, -8_640_000_000_000_001, 8_640_000_000_000_001, i64::MAX - 1] {
                let state = window.state(&table, at);
                assert!(state.next > at, "{pattern} {reading:?} {at}");
            }
        }
    }
    let bounded = Window { from: 5, until: 10, ..Window::always(Reading::Gives) };
    assert_eq!((bounded.state(&table, 4).open, bounded.state(&table, 4).next), (false, 5));
    assert_eq!((bounded.state(&table, 5).open, bounded.state(&table, 5).next), (true, 10));
    assert_eq!((bounded.state(&table, 10).open, bounded.state(&table, 10).next), (false, FOREVER));
    assert_eq!(Window::always(Reading::Gives).from, FOREVER_AGO);
}

// ---- atlas -----------------------------------------------------------------------------------------------------

/// All combinations seen at the edges from one instant to another, without any shortcut.
fn walk(table: &TimeTable, windows: &[&Window], from: i64, until: i64) -> BTreeSet<Vec<bool>> {
    let mut found = BTreeSet::new();
    let mut at = from;
    while at < until {
        let states: Vec<_> = windows.iter().map(|w| w.state(table, at)).collect();
        found.insert(states.iter().map(|s| s.open).collect());
        at = states.iter().map(|s| s.next).min().unwrap_or(FOREVER);
    }
    found
}

#[test]
fn an_atlas_holds_just_what_a_long_walk_meets() {
    let mut random = StdRng::seed_from_u64(3);
    for round in 0..16 {
        let mut table = full_table(ZONES[round % ZONES.len()]);
        table.zones.push(load_zone(ZONES[(round + 5) % ZONES.len()]).unwrap());
        let mut windows: Vec<Window> = Vec::new();
        for _ in 0..random.random_range(1..5) {
            let id = random.random_range(0..patterns().len() as u32);
            if random.random_bool(0.2) {
                table.patterns[id as usize].zone = ZoneId(1);
            }
            let reading = if random.random() { Reading::Gives } else { Reading::Takes };
            let mut window = window(&[id], random.random_bool(0.3), reading);
            if random.random_bool(0.3) {
                window.from = random.random_range(millis("1950-01-01T00:00:00Z")..millis("2060-01-01T00:00:00Z"));
            }
            if random.random_bool(0.3) {
                window.until = random.random_range(millis("2020-01-01T00:00:00Z")..millis("2100-01-01T00:00:00Z"));
            }
            windows.push(window);
        }
        let windows: Vec<&Window> = windows.iter().collect();
        let atlas = Atlas::new(&table, &windows, 10_000_000).unwrap();
        for signature in &atlas.signatures {
            let open: Vec<bool> = windows.iter().map(|w| w.state(&table, signature.at).open).collect();
            assert_eq!(open, signature.open, "{windows:?}");
        }
        let found: BTreeSet<Vec<bool>> = atlas.signatures.iter().map(|s| s.open.clone()).collect();
        assert_eq!(found.len(), atlas.signatures.len());
        let walked = walk(&table, &windows, millis("1880-01-01T00:00:00Z"), millis("2190-01-01T00:00:00Z"));
        let missed: Vec<_> = walked.difference(&found).collect();
        assert!(missed.is_empty(), "{round}: {missed:?} of {windows:?}");
        // What a walk of three centuries does not meet must be rare: kinds of years around a century.
        let rare = found.difference(&walked).count();
        assert!(rare <= 2, "{round}: {rare} combinations met outside the walk, {windows:?}");
    }
}

#[test]
fn an_atlas_of_bounds_alone() {
    let table = TimeTable::default();
    let a = Window {
        from: millis("2026-11-01T00:00:00Z"),
        until: millis("2026-12-01T00:00:00Z"),
        ..Window::always(Reading::Gives)
    };
    let b = Window { from: millis("2026-12-01T00:00:00Z"), ..Window::always(Reading::Gives) };
    let atlas = Atlas::new(&table, &[&a, &b], 100).unwrap();
    let found: Vec<(Vec<bool>, String)> = atlas
        .signatures
        .iter()
        .map(|s| (s.open.clone(), Timestamp::from_millisecond(s.at).unwrap().to_string()))
        .collect();
    assert_eq!(
        found,
        [
            (vec![false, false], "2026-01-01T00:00:00Z".to_owned()),
            (vec![true, false], "2026-11-01T00:00:00Z".to_owned()),
            (vec![false, true], "2026-12-01T00:00:00Z".to_owned()),
        ]
    );
    assert_eq!(Atlas::new(&table, &[], 1).unwrap().signatures.len(), 1);
    assert!(Atlas::new(&table, &[&a, &b], 1).is_none());
}
