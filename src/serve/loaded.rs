//! [`Loaded`]: an opened table together with its bytes.

use crate::table::{OpenError, Table};
use crate::wire;
use hyper::header::HeaderValue;
use self_cell::self_cell;

self_cell!(
    struct Opened {
        owner: Vec<u8>,

        #[covariant]
        dependent: Table,
    }

    impl {Debug}
);

/// A table that answers. Immutable and shared; requests that began with it end with it.
#[derive(Debug)]
pub(super) struct Loaded {
    opened: Opened,
    /// Its hash of decisions, as the header of answers.
    pub(super) hash: HeaderValue,
    /// Since when, in milliseconds since 1970 UTC.
    pub(super) since: i64,
}

impl Loaded {
    /// Opens a table; all or nothing.
    pub(super) fn open(bytes: Vec<u8>, now: i64) -> Result<Self, OpenError> {
        let opened = Opened::try_new(bytes, |bytes| Table::open(bytes))?;
        let hash = wire::hex(opened.borrow_dependent().decisions_hash());
        let hash = HeaderValue::from_str(&hash).unwrap_or(HeaderValue::from_static(""));
        Ok(Self { opened, hash, since: now })
    }

    /// The table.
    pub(super) fn table(&self) -> &Table<'_> {
        self.opened.borrow_dependent()
    }

    /// Its hash of decisions.
    pub(super) fn decisions(&self) -> String {
        wire::hex(self.table().decisions_hash())
    }

    /// Its hash of the whole file.
    pub(super) fn file(&self) -> String {
        wire::hex(self.table().file_hash())
    }

    /// Whether a file that begins with these bytes is this one.
    pub(super) fn begins_with(&self, head: &[u8]) -> bool {
        self.opened.borrow_owner().get(..head.len()) == Some(head)
    }
}
