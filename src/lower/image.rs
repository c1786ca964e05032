//! [`Image`]: the sections of a table in the making, and the file around them.

use super::{LowerError, count};
use crate::table::write::{
    ALIGNMENT, DECISIONS, Entry, HASHED, Header, MAGIC, Record, Section, Shape, VERSION, content, content_of,
};

/// The sections.
#[derive(Debug)]
pub(super) struct Image {
    parts: Vec<Part>,
}

#[derive(Debug, Default, Clone)]
struct Part {
    bytes: Vec<u8>,
    width: usize,
    count: usize,
}

impl Default for Image {
    fn default() -> Self {
        let part = |section: &Section| match section.shape() {
            Shape::Records(width) => Part { width, ..Part::default() },
            Shape::Text => Part { width: 1, ..Part::default() },
            Shape::Packed => Part::default(),
        };
        Self { parts: Section::ALL.iter().map(part).collect() }
    }
}

impl Image {
    /// Appends a record.
    pub(super) fn push<R: Record>(&mut self, section: Section, record: &R) {
        debug_assert_eq!(section.shape(), Shape::Records(R::SIZE));
        if let Some(part) = self.parts.get_mut(section as usize) {
            record.write(&mut part.bytes);
            part.count += 1;
        }
    }

    /// Records or bytes that a section holds so far.
    pub(super) fn len(&self, section: Section) -> usize {
        self.parts.get(section as usize).map_or(0, |part| part.count)
    }

    /// The same as a number of the table.
    pub(super) fn count(&self, section: Section) -> Result<u32, LowerError> {
        count(self.len(section), section.name())
    }

    /// The whole of a section of numbers, in as few bytes each as the greatest takes.
    pub(super) fn packed(&mut self, section: Section, numbers: &[u32]) {
        self.packed_from(section, numbers.len(), numbers.iter().copied());
    }

    /// The same of numbers that lie elsewhere.
    pub(super) fn packed_from(&mut self, section: Section, count: usize, numbers: impl Iterator<Item = u32> + Clone) {
        debug_assert_eq!(section.shape(), Shape::Packed);
        let greatest = numbers.clone().max().unwrap_or(0);
        let width = (32 - greatest.leading_zeros() as usize).div_ceil(8);
        let mut bytes = Vec::with_capacity(count * width);
        let each = numbers.map(u32::to_le_bytes);
        match width {
            0 => {}
            1 => bytes.extend(each.map(|[a, ..]| a)),
            2 => each.for_each(|[a, b, ..]| bytes.extend_from_slice(&[a, b])),
            3 => each.for_each(|[a, b, c, _]| bytes.extend_from_slice(&[a, b, c])),
            _ => each.for_each(|all| bytes.extend_from_slice(&all)),
        }
        if let Some(part) = self.parts.get_mut(section as usize) {
            *part = Part { bytes, width, count };
        }
    }

    /// The whole of a section of text.
    pub(super) fn text(&mut self, section: Section, text: String) {
        if let Some(part) = self.parts.get_mut(section as usize) {
            *part = Part { count: text.len(), width: 1, bytes: text.into_bytes() };
        }
    }

    /// The file.
    pub(super) fn finish(self, policy_version: u64) -> Result<Vec<u8>, LowerError> {
        let start = Header::SIZE + self.parts.len() * Entry::SIZE;
        let mut directory = Vec::with_capacity(self.parts.len() * Entry::SIZE);
        let mut at = start;
        for (part, section) in self.parts.iter().zip(Section::ALL) {
            let entry = Entry {
                offset: at as u64,
                count: count(part.count, section.name())?,
                width: count(part.width, section.name())?,
            };
            entry.write(&mut directory);
            at = (at + part.bytes.len()).next_multiple_of(ALIGNMENT);
        }
        let mut file = vec![0; start];
        file.reserve_exact(at - start);
        for part in self.parts {
            file.extend_from_slice(&part.bytes);
            file.resize(file.len().next_multiple_of(ALIGNMENT), 0);
        }
        let header = Header {
            magic: u64::from_le_bytes(MAGIC),
            version: VERSION,
            flags: 0,
            length: at as u64,
            sections: Section::ALL.len() as u32,
            decisions: DECISIONS as u32,
            policy_version,
            reserved: 0,
            decisions_hash: 0,
            notes_hash: 0,
            file_hash: 0,
            reserved2: 0,
            reserved3: 0,
        };
        let mut head = Vec::with_capacity(start);
        header.write(&mut head);
        head.extend_from_slice(&directory);
        if let Some(place) = file.get_mut(..start) {
            place.copy_from_slice(&head);
        }
        seal(&mut file);
        Ok(file)
    }
}

/// Puts the hashes of a table right: the last step of writing one, and the first of a test that edits one.
/// What is too short to have any is left as it is.
pub fn seal(file: &mut [u8]) {
    let start = Header::SIZE + Section::ALL.len() * Entry::SIZE;
    let Some(directory) = file.get(Header::SIZE..start) else { return };
    let split = directory.get(DECISIONS * Entry::SIZE..).map(|entry| Entry::read(entry).offset);
    let split = split.and_then(|at| usize::try_from(at).ok()).unwrap_or(start).clamp(start, file.len());
    let entries = directory.get(..DECISIONS * Entry::SIZE).unwrap_or(&[]);
    let decisions = content_of([entries, file.get(start..split).unwrap_or(&[])]);
    let notes = content(file.get(split..).unwrap_or(&[]));
    let Some(place) = file.get_mut(HASHED - 32..HASHED) else { return };
    place.copy_from_slice([decisions, notes].as_flattened());
    let stated = content_of([file.get(..HASHED).unwrap_or(&[]), file.get(Header::SIZE..start).unwrap_or(&[])]);
    if let Some(place) = file.get_mut(HASHED..HASHED + 16) {
        place.copy_from_slice(&stated);
    }
}
