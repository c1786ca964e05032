//! Instants as tests write them.

use jiff::civil::DateTime;

/// `2026-12-01 10:00` in Berlin, in milliseconds since 1970 UTC.
pub fn berlin(written: &str) -> i64 {
    let local: DateTime = written.replacen(' ', "T", 1).parse().unwrap_or_else(|_| panic!("{written}"));
    local.in_tz("Europe/Berlin").unwrap().timestamp().as_millisecond()
}

/// The other way round.
pub fn show(at: i64) -> String {
    let zoned = jiff::Timestamp::from_millisecond(at).unwrap().in_tz("Europe/Berlin").unwrap();
    zoned.strftime("%Y-%m-%d %H:%M").to_string()
}
