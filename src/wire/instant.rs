//! Instants in RFC 3339.

use std::fmt;

use crate::table::{InstantWords, Table};
use crate::time::Date;

/// An instant as an answer writes it: RFC 3339 with the offset of the policy's zone.
#[derive(Clone, Copy, Debug)]
pub struct Instant<'t, 'a> {
    /// The table whose zone it is.
    pub table: &'t Table<'a>,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
}

impl fmt::Display for Instant<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&InstantWords { table: self.table, at: self.at }, f)
    }
}

/// Reads RFC 3339: `2026-11-23T10:00:00+08:00`. Milliseconds since 1970 UTC; what is finer is cut off. A leap second
/// counts as the second before it.
pub fn parse_instant(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let (time, rest) = rest.split_at_checked(9)?;
    let date = date.as_bytes();
    let time = time.as_bytes();
    let ([_, _, _, _, b'-', _, _, b'-', _, _], [b'T' | b't' | b' ', _, _, b':', _, _, b':', _, _]) = (date, time)
    else {
        return None;
    };
    let (year, month, day) = (number(date, 0..4)?, number(date, 5..7)?, number(date, 8..10)?);
    let (hour, minute, second) = (number(time, 1..3)?, number(time, 4..6)?, number(time, 7..9)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let date = Date::from_ymd(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    let (millis, rest) = fraction(rest)?;
    let seconds = i64::from(date.0) * 86_400 + hour * 3_600 + minute * 60 + second.min(59) - offset(rest)?;
    Some(seconds * 1_000 + millis)
}

/// The milliseconds of `.123456`, if that comes next.
fn fraction(text: &str) -> Option<(i64, &str)> {
    let Some(rest) = text.strip_prefix('.') else { return Some((0, text)) };
    let end = rest.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, rest) = rest.split_at_checked(end)?;
    if digits.is_empty() {
        return None;
    }
    let three = digits.bytes().chain([b'0'; 2]).take(3);
    Some((three.fold(0, |millis, digit| millis * 10 + i64::from(digit - b'0')), rest))
}

/// Seconds east of UTC of `Z` or `+08:00`.
fn offset(text: &str) -> Option<i64> {
    let (sign, hours, minutes) = match text.as_bytes() {
        b"Z" | b"z" => return Some(0),
        bytes @ [sign @ (b'+' | b'-'), _, _, b':', _, _] => (*sign, number(bytes, 1..3)?, number(bytes, 4..6)?),
        _ => return None,
    };
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = hours * 3_600 + minutes * 60;
    Some(if sign == b'-' { -seconds } else { seconds })
}

fn number(bytes: &[u8], range: std::ops::Range<usize>) -> Option<i64> {
    bytes
        .get(range)?
        .iter()
        .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}
