//! Owns the flat decision table: its layout, its validation, views into its bytes.
//!
//! Used in place: opening validates once, then everything is lookups. Knows no policy text. What each byte means is
//! told in `docs/table-format.md`; [`layout`] is the same as code, shared with the one writer (`lower`).

mod bytes;
mod cells;
mod check;
#[cfg(feature = "serde")]
mod codec;
#[cfg(test)]
mod document;
mod facts;
mod hash;
mod layout;
mod names;
mod notes;
mod open;
mod time;
mod window_words;
mod words;

pub use bytes::NONE;
pub(crate) use bytes::{Records, index, narrow};
pub(crate) use cells::{Cell, Entry};
#[cfg(feature = "serde")]
pub use codec::{Holding, Row, holdings, rows, to_csv, to_json};
pub(crate) use facts::{Type, Units};
pub(crate) use layout::{ATTRIBUTE_INDEX, attribute as attribute_key};
use layout::{SECTION_COUNT as SECTIONS, Views};
pub use notes::{Place, RolePath};
pub use open::OpenError;
#[cfg(feature = "serde")]
pub(crate) use window_words::InstantWords;
pub use window_words::WindowWords;
pub use words::{ConditionWords, ScopeWords};

/// The records of the format that decisions read.
pub(crate) mod record {
    pub(crate) use super::layout::{
        Active, Atom, Body, Condition, Coverage, Globals, Object, Require, Right, Scope, Suspension, Value, Word,
    };
}

/// The codes of the format that decisions read.
pub(crate) mod code {
    pub(crate) use super::layout::{
        attribute_flag, attribute_kind, comparison, condition_tag, held_flag, operand, right_flag, scope_term,
        suspension_kind, test_tag, user_flag, value_tag, value_type,
    };
}

/// What writing a table takes.
#[cfg(feature = "compiler")]
pub(crate) mod write {
    pub(crate) use super::bytes::Record;
    pub(crate) use super::hash::{content, content_of, name, slot};
    pub(crate) use super::layout::*;
    pub(crate) use super::open::HASHED;
}

/// An opened decision table: views into bytes that were validated once. Cheap to keep, immutable, shared freely.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    pub(crate) views: Views<'a>,
    /// The texts that decisions compare.
    text: &'a str,
    /// The texts for people.
    note_text: &'a str,
    /// The only record of its section.
    pub(crate) globals: record::Globals,
    policy: layout::Policy,
    version: u64,
    /// Bytes of each section.
    lengths: [usize; SECTIONS],
    decisions_hash: [u8; 16],
    file_hash: [u8; 16],
}

impl<'a> Table<'a> {
    /// Opens a table where it lies. One pass over the bytes; nothing is copied.
    pub fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        open::open(bytes)
    }

    /// Bytes at the beginning of a table that differ between any two: the hashes of all the others are among them.
    pub const HEAD: usize = <layout::Header as bytes::Record>::SIZE;

    /// Hash of everything that decisions read; the same when files are renamed or reordered. For caches and answers.
    pub const fn decisions_hash(&self) -> [u8; 16] {
        self.decisions_hash
    }

    /// Hash of the whole file, origins included.
    pub const fn file_hash(&self) -> [u8; 16] {
        self.file_hash
    }

    /// `version` of the policy, 0 if it states none.
    pub const fn version(&self) -> u64 {
        self.version
    }
}
