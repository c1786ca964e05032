//! Wire forms: `OpenID AuthZEN` evaluation requests and answers as JSON, one a line.
//!
//! Strict where a mistake could open a door: a member that comes twice, a wrong type, a time that is none make a bad
//! request, never an empty one. Members that the form does not know are ignored. Reads no clock and no file.

mod answer;
mod instant;
mod json;
mod records;
mod request;
#[cfg(feature = "compiler")]
mod witness;

pub use answer::{answer, bad_request};
pub use instant::{Instant, parse_instant};
pub use json::{Json, JsonError};
pub use records::{Properties, RecordError, Records};
pub use request::{Options, WireError, WireRequest};
#[cfg(feature = "compiler")]
pub use witness::witness;

use crate::runtime::{Scratch, decide};
use crate::table::Table;

/// Answers one line. The flag says whether it was a request.
pub fn decide_line(table: &Table<'_>, line: &[u8], options: Options, scratch: &mut Scratch) -> (String, bool) {
    match WireRequest::parse(table, line, options) {
        Ok(request) => (request.with(|request| answer(table, &decide(table, request, scratch))), true),
        Err(error) => (error.answer(), !matches!(error, WireError::Bad(_))),
    }
}

/// A hash of a table in hexadecimal.
pub fn hex(hash: [u8; 16]) -> String {
    hash.iter().fold(String::with_capacity(32), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
        text
    })
}
