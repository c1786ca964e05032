//! Lines of a stream, none of them longer than allowed: what is too long is passed over without being kept.

use std::io::{self, BufRead};

/// What came next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// A line; its bytes without the line feed are in the buffer.
    Whole,
    /// A line longer than allowed; it was passed over.
    TooLong,
    /// Nothing more.
    End,
}

/// Reads a line of at most `limit` bytes into `line`.
pub(crate) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Line> {
    line.clear();
    let mut too_long = false;
    let mut any = false;
    loop {
        let available = match reader.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if available.is_empty() {
            return Ok(match (any, too_long) {
                (false, _) => Line::End,
                (true, true) => Line::TooLong,
                (true, false) => Line::Whole,
            });
        }
        any = true;
        let end = available.iter().position(|byte| *byte == b'\n');
        let part = available.get(..end.unwrap_or(available.len())).unwrap_or(available);
        if line.len() + part.len() > limit {
            too_long = true;
            line.clear();
        } else if !too_long {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        reader.consume(used);
        if end.is_some() {
            return Ok(if too_long { Line::TooLong } else { Line::Whole });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn long_lines_are_passed_over() {
        let text = format!("ab\n\n{}\ncd\n{}", "x".repeat(100), "y".repeat(9));
        let mut reader = BufReader::with_capacity(7, text.as_bytes());
        let mut line = Vec::new();
        let mut got = Vec::new();
        loop {
            match read_line(&mut reader, &mut line, 8).unwrap() {
                Line::Whole => got.push(String::from_utf8(line.clone()).unwrap()),
                Line::TooLong => got.push("too long".to_owned()),
                Line::End => break,
            }
        }
        assert_eq!(got, ["ab", "", "too long", "cd", "too long"]);
    }
}
