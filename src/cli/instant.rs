//! Instants as people write and read them.

use crate::message::{Message, cli as text};
use jiff::civil::{Date, DateTime};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};

/// The clock, in milliseconds since 1970 UTC.
pub(super) fn now() -> i64 {
    Timestamp::now().as_millisecond()
}

/// `2026-11-23T10:00:00+08:00`, or in `zone`: `2026-11-23 10:00`, `2026-11-23 10:00:30`, `2026-11-23` (its first instant).
/// A local time that does not exist or comes twice is refused: the reader says which with an offset.
pub(super) fn parse(written: &str, zone: Option<&str>) -> Result<i64, Message> {
    let refused = || text::BAD_INSTANT.with([("text", written.into())]);
    let dashed = dashed(written.trim());
    let written = dashed.as_str();
    if let Ok(instant) = written.parse::<Timestamp>() {
        return Ok(instant.as_millisecond());
    }
    let Some(zone) = zone else {
        return Err(text::TABLE_NEEDS_OFFSET.with([("text", written.into())]));
    };
    let zone_of = |name: &str| zone_named(name).ok_or_else(|| text::UNKNOWN_ZONE.with([("zone", name.into())]));
    if let Ok(date) = written.parse::<Date>()
        && written.len() <= 10
    {
        return zone_of(zone)?
            .to_zoned(date.at(0, 0, 0, 0))
            .and_then(|z| z.start_of_day())
            .map(|z| z.timestamp().as_millisecond())
            .map_err(|_| refused());
    }
    let local = written.replacen(' ', "T", 1).parse::<DateTime>().map_err(|_| refused())?;
    let at = zone_of(zone)?.to_ambiguous_zoned(local);
    if at.is_ambiguous() {
        return Err(text::AMBIGUOUS_INSTANT.with([("text", written.into()), ("zone", zone.into())]));
    }
    at.unambiguous().map(|zoned: Zoned| zoned.timestamp().as_millisecond()).map_err(|_| refused())
}

/// The end of a range as written: of a date the end of it, else the instant.
pub(super) fn parse_end(written: &str, zone: &str) -> Result<i64, Message> {
    let date = dashed(written.trim()).parse::<Date>().ok().filter(|_| written.trim().len() <= 10);
    match date.and_then(|date| date.tomorrow().ok()) {
        Some(next) => parse(&next.to_string(), Some(zone)),
        None => parse(written, Some(zone)),
    }
}

/// `2026-11-24 10:00` for `2026/11/24 10:00`, as many keyboards and spreadsheets write it.
fn dashed(written: &str) -> String {
    let (date, rest) = written.split_at(written.find([' ', 'T']).unwrap_or(written.len()));
    let parts: Vec<&str> = date.split('/').collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}{rest}"),
        _ => written.to_owned(),
    }
}

/// Whether there is a zone of that name.
pub(super) fn is_zone(name: &str) -> bool {
    zone_named(name).is_some()
}

/// From the database in the program, which the table was made with, never from the system's.
fn zone_named(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// `2026-11-23 10:00` in `zone`, with seconds only where there are any.
pub(super) fn show(instant: i64, zone: &str) -> String {
    let zone = zone_named(zone).unwrap_or(TimeZone::UTC);
    let shown = Timestamp::from_millisecond(instant).map(|t| t.to_zoned(zone));
    match shown {
        Ok(zoned) if zoned.second() == 0 && zoned.millisecond() == 0 => zoned.strftime("%Y-%m-%d %H:%M").to_string(),
        Ok(zoned) => zoned.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        Err(_) => instant.to_string(),
    }
}

/// RFC 3339 with the offset of `zone`.
pub(super) fn rfc3339(instant: i64, zone: &str) -> String {
    let zone = zone_named(zone).unwrap_or(TimeZone::UTC);
    let shown = Timestamp::from_millisecond(instant).map(|t| t.to_zoned(zone));
    match shown {
        Ok(zoned) if zoned.offset().is_zero() => zoned.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => instant.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_in_several_spellings() {
        let at = 1_795_399_200_000;
        for written in ["2026-11-23T02:00:00Z", "2026-11-23T10:00:00+08:00", "2026-11-23 10:00", "2026-11-23 10:00:00"]
        {
            assert_eq!(parse(written, Some("Asia/Shanghai")), Ok(at), "{written}");
        }
        assert_eq!(parse("2026-11-23", Some("Asia/Shanghai")), Ok(at - 10 * 3_600_000));
        assert_eq!(parse("2026/11/23 10:00", Some("Asia/Shanghai")), Ok(at));
        assert_eq!(parse("2026/11/3", Some("UTC")), parse("2026-11-03", Some("UTC")));
        assert_eq!(parse_end("2026/11/3", "UTC"), parse("2026-11-04", Some("UTC")));
        assert_eq!(parse_end("2026-11-03 00:00", "UTC"), parse("2026-11-03", Some("UTC")));
        assert_eq!(show(at, "Asia/Shanghai"), "2026-11-23 10:00");
        assert_eq!(rfc3339(at, "Asia/Shanghai"), "2026-11-23T10:00:00+08:00");
    }

    #[test]
    fn doubtful_instants_are_refused() {
        for written in ["2026-03-29 02:30", "2026-10-25 02:30", "2026-02-30", "tomorrow", "", "2026-11-23 25:00"] {
            assert!(parse(written, Some("Europe/Berlin")).is_err(), "{written}");
        }
    }
}
