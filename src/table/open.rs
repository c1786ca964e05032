//! From bytes to [`Table`]: header, directory, hashes; what lies inside is `check`'s work.

use std::fmt;

use super::bytes::{Record as _, Records, index};
use super::layout::{ALIGNMENT, DECISIONS, Entry, Header, MAGIC, Section, Shape, VERSION, Views};
use super::{Table, check, hash};

/// Why bytes are no table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenError {
    /// The first bytes are not those of a table.
    NotATable,
    /// A version of the format that this reader does not know.
    Version(u32),
    /// The header says something that cannot be.
    Header(&'static str),
    /// The directory says something that cannot be of a section.
    Directory {
        /// Which.
        section: &'static str,
        /// What is wrong.
        problem: &'static str,
    },
    /// The bytes do not have the hash that the table states: they were damaged.
    Damaged(&'static str),
    /// A section holds something that cannot be.
    Invalid {
        /// Which.
        section: &'static str,
        /// The position of the record in it.
        at: u32,
        /// What is wrong.
        problem: &'static str,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATable => f.write_str("not a decision table"),
            Self::Version(found) => write!(f, "format version {found}, but only {VERSION} is known"),
            Self::Header(problem) => write!(f, "bad header: {problem}"),
            Self::Directory { section, problem } => write!(f, "bad directory: section {section}: {problem}"),
            Self::Damaged(part) => write!(f, "damaged: {part} do not have the hash stated"),
            Self::Invalid { section, at, problem } => write!(f, "invalid: section {section}, record {at}: {problem}"),
        }
    }
}

impl std::error::Error for OpenError {}

pub(super) fn open(bytes: &[u8]) -> Result<Table<'_>, OpenError> {
    let header = header(bytes)?;
    let directory = Directory::read(bytes)?;
    directory.verify(bytes, &header)?;
    let views = Views::new(|section| directory.find(bytes, section));
    let text = check::text(views.text, views.text_starts, Section::Text, Section::TextStarts)?;
    let note_text = check::text(views.note_text, views.note_text_starts, Section::NoteText, Section::NoteTextStarts)?;
    let only = |section: Section| OpenError::Invalid { section: section.name(), at: 0, problem: "one record wanted" };
    let globals = views.globals.get(0).filter(|_| views.globals.len() == 1).ok_or(only(Section::Globals))?;
    let policy = views.policy.get(0).filter(|_| views.policy.len() == 1).ok_or(only(Section::Policy))?;
    let table = Table {
        views,
        text,
        note_text,
        globals,
        policy,
        version: header.policy_version,
        lengths: std::array::from_fn(|at| directory.bytes_of(at)),
        decisions_hash: header.decisions_hash.to_le_bytes(),
        file_hash: header.file_hash.to_le_bytes(),
    };
    check::all(&table)?;
    Ok(table)
}

fn header(bytes: &[u8]) -> Result<Header, OpenError> {
    if bytes.first_chunk() != Some(&MAGIC) {
        return Err(OpenError::NotATable);
    }
    let Some(head) = bytes.get(..Header::SIZE) else { return Err(OpenError::Header("cut short")) };
    let header = Header::read(head);
    if header.version != VERSION {
        return Err(OpenError::Version(header.version));
    }
    if header.length != u64::try_from(bytes.len()).unwrap_or(u64::MAX) {
        return Err(OpenError::Header("the length is not that of the file"));
    }
    if index(header.sections) != Section::ALL.len() || index(header.decisions) != DECISIONS {
        return Err(OpenError::Header("the number of sections is not that of this version"));
    }
    if header.flags != 0 || header.reserved != 0 || header.reserved2 != 0 || header.reserved3 != 0 {
        return Err(OpenError::Header("reserved bytes are set"));
    }
    Ok(header)
}

/// The directory, its bytes checked to lie in the file.
struct Directory<'a> {
    bytes: &'a [u8],
    entries: Records<'a, Entry>,
}

impl<'a> Directory<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, OpenError> {
        let end = Section::ALL.len().saturating_mul(Entry::SIZE).saturating_add(Header::SIZE);
        let Some(directory) = bytes.get(Header::SIZE..end) else { return Err(OpenError::Header("cut short")) };
        let entries = Records::new(directory);
        let mut at = end;
        for (section, entry) in Section::ALL.iter().zip(entries.iter()) {
            let bad = |problem| OpenError::Directory { section: section.name(), problem };
            let length = length(*section, &entry).ok_or_else(|| bad("the width does not fit"))?;
            if usize::try_from(entry.offset).ok() != Some(at) {
                return Err(bad("it does not start where the one before ends"));
            }
            let end =
                at.checked_add(length).filter(|end| *end <= bytes.len()).ok_or_else(|| bad("it ends too late"))?;
            at = end.next_multiple_of(ALIGNMENT);
            if bytes.get(end..at).is_none_or(|padding| padding.iter().any(|b| *b != 0)) {
                return Err(bad("the bytes after it are not zero"));
            }
        }
        if at != bytes.len() {
            return Err(OpenError::Header("bytes after the last section"));
        }
        Ok(Self { bytes: directory, entries })
    }

    fn verify(&self, bytes: &[u8], header: &Header) -> Result<(), OpenError> {
        let split = self.entries.iter().nth(DECISIONS).and_then(|entry| usize::try_from(entry.offset).ok());
        let start = Header::SIZE.saturating_add(self.bytes.len());
        let (Some(decisions), Some(notes)) =
            (split.and_then(|split| bytes.get(start..split)), split.and_then(|split| bytes.get(split..)))
        else {
            return Err(OpenError::Header("cut short"));
        };
        let entries = self.bytes.get(..DECISIONS.saturating_mul(Entry::SIZE)).unwrap_or(&[]);
        let stated = bytes.get(..HASHED).unwrap_or(&[]);
        if hash::content_of([stated, self.bytes]) != header.file_hash.to_le_bytes() {
            return Err(OpenError::Damaged("header and directory"));
        }
        if hash::content_of([entries, decisions]) != header.decisions_hash.to_le_bytes() {
            return Err(OpenError::Damaged("decisions"));
        }
        if hash::content(notes) != header.notes_hash.to_le_bytes() {
            return Err(OpenError::Damaged("notes"));
        }
        Ok(())
    }

    fn bytes_of(&self, at: usize) -> usize {
        let entry = self.entries.iter().nth(at);
        entry.map_or(0, |entry| index(entry.count).saturating_mul(index(entry.width)))
    }

    fn find(&self, bytes: &'a [u8], section: Section) -> (&'a [u8], u32, u32) {
        let found = self.entries.iter().nth(section as usize).and_then(|entry| {
            let start = usize::try_from(entry.offset).ok()?;
            let end = start.checked_add(length(section, &entry)?)?;
            Some((bytes.get(start..end)?, entry.width, entry.count))
        });
        found.unwrap_or((&[], 0, 0))
    }
}

/// Bytes of the header that the file's hash covers: all before it.
pub(crate) const HASHED: usize = 80;

fn length(section: Section, entry: &Entry) -> Option<usize> {
    let fits = match section.shape() {
        Shape::Records(size) => index(entry.width) == size,
        Shape::Packed => entry.width <= 4,
        Shape::Text => entry.width == 1,
    };
    fits.then(|| index(entry.count).checked_mul(index(entry.width)))?
}
