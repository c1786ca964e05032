//! Records as a service holds them, from a file: one JSON object a line.

use super::line_reader::{Line, read_line};
use super::reason;
use crate::message::{Message, cli as text};
use crate::wire::{RecordError, Records};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Bytes that a line may have.
const LINE_LIMIT: usize = 1 << 20;

/// Reads the file; any line that is no record is an error.
pub fn read_records(path: &Path) -> Result<Records, Message> {
    let shown = path.to_string_lossy().into_owned();
    let cannot_read = |error: &std::io::Error| {
        text::CANNOT_READ_FILE.with([("path", shown.as_str().into()), ("reason", reason(error).into())])
    };
    let mut reader = BufReader::new(File::open(path).map_err(|error| cannot_read(&error))?);
    let mut records = Records::default();
    let mut line = Vec::new();
    for number in 1_u64.. {
        let bad = |error: Message| {
            text::BAD_RECORD.with([("line", number.into()), ("path", shown.as_str().into()), ("error", error.into())])
        };
        match read_line(&mut reader, &mut line, LINE_LIMIT).map_err(|error| cannot_read(&error))? {
            Line::End => break,
            Line::TooLong => return Err(bad(text::REASON_TOO_LARGE.plain())),
            Line::Whole if line.trim_ascii().is_empty() => {}
            Line::Whole => records.add(&line).map_err(|error| bad(words(error)))?,
        }
    }
    Ok(records)
}

fn words(error: RecordError) -> Message {
    match error {
        RecordError::Json(error) => crate::message::project::REASON_SYSTEM.with([("error", error.to_string().into())]),
        RecordError::Members => text::RECORD_MEMBERS.plain(),
        RecordError::Twice { kind, id } => text::RECORD_TWICE.with([("object", kind.into()), ("id", id.into())]),
    }
}
