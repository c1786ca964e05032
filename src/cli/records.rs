//! Records as a service holds them, from a file: one JSON object a line.

use super::line_reader::{Line, read_line};
use super::output::Failure;
use crate::message::{Message, cli as text};
use crate::project;
use crate::wire::Json;
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Bytes that a line may have.
const LINE_LIMIT: usize = 1 << 20;

/// Properties with their values.
type Properties = Vec<(String, Json)>;

/// All of them, by object and id.
#[derive(Debug, Default)]
pub(super) struct Records {
    by_object: HashMap<String, HashMap<String, Properties>>,
}

impl Records {
    /// Reads the file; any line that is no record is an error.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let shown = path.to_string_lossy().into_owned();
        let cannot_read = |error: &std::io::Error| {
            let reason = project::reason(error);
            Failure::from(text::CANNOT_READ_FILE.with([("path", shown.as_str().into()), ("reason", reason.into())]))
        };
        let mut reader = BufReader::new(File::open(path).map_err(|error| cannot_read(&error))?);
        let mut records = Self::default();
        let mut line = Vec::new();
        for number in 1_u64.. {
            let bad = |error: Message| {
                Failure::from(text::BAD_RECORD.with([
                    ("line", number.into()),
                    ("path", shown.as_str().into()),
                    ("error", error.into()),
                ]))
            };
            match read_line(&mut reader, &mut line, LINE_LIMIT).map_err(|error| cannot_read(&error))? {
                Line::End => break,
                Line::TooLong => return Err(bad(text::REASON_TOO_LARGE.plain())),
                Line::Whole if line.trim_ascii().is_empty() => {}
                Line::Whole => records.add(&line).map_err(bad)?,
            }
        }
        Ok(records)
    }

    fn add(&mut self, line: &[u8]) -> Result<(), Message> {
        let json = Json::parse(line)
            .map_err(|error| crate::message::project::REASON_SYSTEM.with([("error", error.to_string().into())]))?;
        let (mut object, mut id, mut properties) = (None, None, None);
        if let Json::Object(members) = json {
            for (name, value) in members {
                match (name.as_str(), value) {
                    ("type", Json::Text(text)) => object = Some(text),
                    ("id", Json::Text(text)) => id = Some(text),
                    ("properties", Json::Object(members)) => properties = Some(members),
                    _ => {}
                }
            }
        }
        let (Some(object), Some(id), Some(properties)) = (object, id, properties) else {
            return Err(text::RECORD_MEMBERS.plain());
        };
        let of_object = self.by_object.entry(object.clone()).or_default();
        if of_object.insert(id.clone(), properties).is_some() {
            return Err(text::RECORD_TWICE.with([("object", object.into()), ("id", id.into())]));
        }
        Ok(())
    }

    /// What is held of a record.
    pub(super) fn get(&self, object: &str, id: &str) -> Option<&[(String, Json)]> {
        self.by_object.get(object)?.get(id).map(Vec::as_slice)
    }
}
