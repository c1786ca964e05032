//! Whether an opened file holds what the format promises: every reference in range, every order kept, nothing cyclic.
//!
//! One pass. What it proves keeps answers meaningful; safety never rests on it, since every read is checked again.

mod cells;
mod conditions;
mod notes;
mod people;
mod text;
mod time;
mod vocabulary;

pub(super) use text::text;

use super::bytes::{NONE, Packed, Record, Records};
use super::layout::{Section, Slot, list_kind};
use super::{OpenError, Table};

/// Checks everything but the texts, which are checked before a table exists.
pub(super) fn all(table: &Table<'_>) -> Result<(), OpenError> {
    vocabulary::check(table)?;
    conditions::check(table)?;
    time::check(table)?;
    cells::check(table)?;
    people::check(table)?;
    notes::check(table)
}

type Checked = Result<(), OpenError>;

/// An error in a section.
fn invalid(section: Section, at: u32, problem: &'static str) -> OpenError {
    OpenError::Invalid { section: section.name(), at, problem }
}

/// An error unless `holds`.
#[inline]
fn ensure(holds: bool, section: Section, at: u32, problem: &'static str) -> Checked {
    if holds { Ok(()) } else { Err(invalid(section, at, problem)) }
}

/// Record numbers in step with the records of a section.
fn numbered<'a, R: Record>(records: Records<'a, R>) -> impl Iterator<Item = (u32, R)> + use<'a, R> {
    (0..).zip(records.iter())
}

/// Whether an index is below `limit` or none.
#[inline]
const fn below_or_none(value: u32, limit: u32) -> bool {
    value < limit || value == NONE
}

/// Starts of consecutive ranges: they begin at 0, never fall, and end at `limit`.
fn starts(section: Section, values: impl Iterator<Item = u32>, limit: u32) -> Checked {
    let mut last = 0;
    let mut at = 0_u32;
    for value in values {
        ensure(value >= last && (at > 0 || value == 0), section, at, "a range starts before the one before it ends")?;
        last = value;
        at = at.saturating_add(1);
    }
    ensure(at > 0 && last == limit, section, at.saturating_sub(1), "the last range does not end where its items end")
}

/// A list of the kind wanted (or the empty one).
#[inline]
fn list(table: &Table<'_>, list: u32, kind: u32, section: Section, at: u32) -> Checked {
    let found = if list < table.views.lists.items() { table.views.lists.get(list) } else { None };
    let fits = found.is_some_and(|found| found.kind == kind || found.kind == list_kind::EMPTY);
    ensure(fits, section, at, "a list does not exist or holds something else")
}

/// As [`list`], or none.
#[inline]
fn list_or_none(table: &Table<'_>, of: u32, kind: u32, section: Section, at: u32) -> Checked {
    if of == NONE { Ok(()) } else { list(table, of, kind, section, at) }
}

/// Packed numbers, all below `limit`, `count` of them.
fn packed(section: Section, numbers: Packed<'_>, count: u32, limit: u32) -> Checked {
    ensure(numbers.len() == count, section, numbers.len(), "not one number for each record")?;
    if numbers.max().is_some_and(|max| max >= limit) {
        let at = numbers.iter().position(|number| number >= limit).unwrap_or(0);
        return Err(invalid(section, super::narrow(at), "a reference leads nowhere"));
    }
    Ok(())
}

/// A name lookup whose targets are below what `limit` says for their owner.
fn slots(table: &Table<'_>, section: Section, slots: Records<'_, Slot>, limit: impl Fn(u32) -> u32) -> Checked {
    let count = slots.len();
    let mut free = count == 0;
    for (at, slot) in numbered(slots) {
        if slot.offset == NONE {
            free = true;
            continue;
        }
        let start = super::index(slot.offset);
        let name = start.checked_add(usize::from(slot.length)).and_then(|end| table.text.get(start..end));
        ensure(name.is_some(), section, at, "a name lies outside the texts")?;
        ensure(slot.target < limit(slot.owner), section, at, "a name leads nowhere")?;
    }
    ensure(free, section, 0, "no slot is free")
}
