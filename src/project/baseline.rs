//! `rolecall.baseline.json` on disk.

use super::read::{ReadError, read_limited, reason};
use super::write::write;
use crate::lint::{Baseline, Entry};
use crate::message::{Message, baseline as text};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// Its name, in the folder of the package.
pub const BASELINE_NAME: &str = "rolecall.baseline.json";
/// The form that this version writes and reads.
const FORMAT_VERSION: &str = "1";
/// Bytes that it may have: some hundred thousand findings.
const LIMIT: u64 = 64 << 20;

/// The file of the package in `folder`.
pub fn baseline_path(folder: &Path) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(BASELINE_NAME) } else { folder.join(BASELINE_NAME) }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    rule: String,
    about: Vec<String>,
    fingerprint: String,
    count: usize,
}

#[derive(Deserialize)]
struct Version {
    format_version: serde_json::Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "format_version")]
    _version: String,
    findings: Vec<Line>,
}

/// Reads the baseline of the package in `folder`; `None` if it has none.
pub fn read_baseline(folder: &Path) -> Result<Option<Baseline>, Message> {
    let path = baseline_path(folder);
    let shown = || ("path", path.to_string_lossy().into_owned().into());
    let cannot = |why: Message| text::CANNOT_READ.with([shown(), ("reason", why.into())]);
    let bytes = match read_limited(&path, LIMIT) {
        Ok(bytes) => bytes,
        Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(ReadError::Io(error)) => return Err(cannot(reason(&error))),
        Err(ReadError::NotRegular) => return Err(cannot(crate::message::cli::REASON_NOT_REGULAR.plain())),
        Err(ReadError::TooLarge(_)) => return Err(cannot(crate::message::cli::REASON_TOO_LARGE.plain())),
    };
    let damaged = |error: &serde_json::Error| {
        text::DAMAGED.with([shown(), ("line", error.line().into()), ("column", error.column().into())])
    };
    let version: Version = serde_json::from_slice(&bytes).map_err(|error| damaged(&error))?;
    if version.format_version != FORMAT_VERSION {
        let found = version.format_version.to_string();
        return Err(text::OTHER_VERSION.with([
            shown(),
            ("found", found.into()),
            ("known", format!("\"{FORMAT_VERSION}\"").into()),
        ]));
    }
    let document: Document = serde_json::from_slice(&bytes).map_err(|error| damaged(&error))?;
    let entry =
        |line: Line| Entry { rule: line.rule, about: line.about, fingerprint: line.fingerprint, count: line.count };
    Ok(Some(Baseline { entries: document.findings.into_iter().map(entry).collect() }))
}

/// Writes it: one finding a line, so that a review shows which.
pub fn write_baseline(folder: &Path, baseline: &Baseline) -> Result<(), Message> {
    let path = baseline_path(folder);
    let mut out = format!("{{\"format_version\":\"{FORMAT_VERSION}\",\"findings\":[");
    for (index, entry) in baseline.entries.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        let line = Line {
            rule: entry.rule.clone(),
            about: entry.about.clone(),
            fingerprint: entry.fingerprint.clone(),
            count: entry.count,
        };
        let line = serde_json::to_string(&line).map_err(|error| {
            let reason = error.to_string();
            text::CANNOT_READ.with([("path", path.to_string_lossy().into_owned().into()), ("reason", reason.into())])
        })?;
        out.push_str(&line);
    }
    out.push_str("\n]}\n");
    write(&path, out.as_bytes())
}
