//! Texts, lists and name lookups of a table in the making: equal ones are kept once.

use super::image::Image;
use super::known::{Known, hash};
use super::{LowerError, count};
use crate::model::{LONGEST_NAME, Model};
use crate::source::Symbol;
use crate::table::NONE;
use crate::table::write::{List, MAX_NAME, Section, Slot, Word, list_kind, name, slot};

// What `resolve` lets through fits.
const _: () = assert!(LONGEST_NAME == MAX_NAME);

/// Texts, numbered as they are first used.
#[derive(Debug, Default)]
pub(super) struct Texts {
    blob: String,
    starts: Vec<u32>,
    known: Known,
    /// By symbol: its text, none if it is not there yet.
    symbols: Vec<u32>,
}

impl Texts {
    /// The number of a text.
    pub(super) fn add(&mut self, text: &str) -> Result<u32, LowerError> {
        let hash = hash(text);
        if let Some(known) = self.known.find(hash, |number| self.get(number) == text) {
            return Ok(known);
        }
        let number = count(self.starts.len(), "texts")?;
        self.starts.push(count(self.blob.len(), "texts")?);
        self.blob.push_str(text);
        self.known.insert(hash, number);
        Ok(number)
    }

    fn get(&self, number: u32) -> &str {
        let (start, length) = self.place(number);
        self.blob.get(start as usize..start as usize + length).unwrap_or("")
    }

    /// The number of a symbol's text.
    pub(super) fn symbol(&mut self, model: &Model, symbol: Symbol) -> Result<u32, LowerError> {
        let index = symbol.0 as usize;
        if self.symbols.len() <= index {
            self.symbols.resize(model.symbols.len().max(index + 1), NONE);
        }
        if let Some(known) = self.symbols.get(index).filter(|known| **known != NONE) {
            return Ok(*known);
        }
        let number = self.add(model.text(symbol))?;
        if let Some(known) = self.symbols.get_mut(index) {
            *known = number;
        }
        Ok(number)
    }

    /// The number of a text that may be absent, plus one; 0 if it is.
    pub(super) fn optional(&mut self, text: Option<&str>) -> Result<u32, LowerError> {
        text.map_or(Ok(0), |text| self.add(text).map(|number| number + 1))
    }

    /// Where a text lies.
    pub(super) fn place(&self, number: u32) -> (u32, usize) {
        let start = self.starts.get(number as usize).copied().unwrap_or(0);
        let end = self.starts.get(number as usize + 1).map_or(self.blob.len(), |end| *end as usize);
        (start, end.saturating_sub(start as usize))
    }

    pub(super) fn write(self, image: &mut Image, decisions: bool) {
        let (text, starts) =
            if decisions { (Section::Text, Section::TextStarts) } else { (Section::NoteText, Section::NoteTextStarts) };
        for at in &self.starts {
            image.push(starts, &Word { at: *at });
        }
        image.push(starts, &Word { at: self.blob.len() as u32 });
        image.text(text, self.blob);
    }
}

/// Lists of numbers. List 0 is the empty one.
#[derive(Debug)]
pub(super) struct Lists {
    lists: Vec<List>,
    items: Vec<u32>,
    known: Known,
    /// Memory of [`Self::sorted`].
    sorted: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        let empty = List { start: 0, kind: list_kind::EMPTY };
        Self { lists: vec![empty], items: Vec::new(), known: Known::default(), sorted: Vec::new() }
    }
}

impl Lists {
    /// The number of a list, in the order given.
    pub(super) fn add(&mut self, kind: u32, items: &[u32]) -> Result<u32, LowerError> {
        if items.is_empty() {
            return Ok(0);
        }
        let hash = hash(&(kind, items));
        if let Some(known) = self.known.find(hash, |number| self.get(number) == (kind, items)) {
            return Ok(known);
        }
        let number = count(self.lists.len(), "lists")?;
        self.known.insert(hash, number);
        self.lists.push(List { start: count(self.items.len(), "lists")?, kind });
        self.items.extend_from_slice(items);
        Ok(number)
    }

    fn get(&self, number: u32) -> (u32, &[u32]) {
        let Some(list) = self.lists.get(number as usize) else { return (list_kind::EMPTY, &[]) };
        let end = self.lists.get(number as usize + 1).map_or(self.items.len(), |next| next.start as usize);
        (list.kind, self.items.get(list.start as usize..end).unwrap_or(&[]))
    }

    /// The number of a list whose order says nothing.
    pub(super) fn sorted(&mut self, kind: u32, items: impl IntoIterator<Item = u32>) -> Result<u32, LowerError> {
        let mut sorted = std::mem::take(&mut self.sorted);
        sorted.clear();
        sorted.extend(items);
        sorted.sort_unstable();
        sorted.dedup();
        let list = self.add(kind, &sorted);
        self.sorted = sorted;
        list
    }

    pub(super) fn write(&self, image: &mut Image) {
        for list in &self.lists {
            image.push(Section::Lists, list);
        }
        image.push(Section::Lists, &List { start: self.items.len() as u32, kind: list_kind::EMPTY });
        for item in &self.items {
            image.push(Section::ListItems, &Word { at: *item });
        }
    }
}

/// A name that is looked up: owner, text, target.
pub(super) type Named = (u32, u32, u32);

/// Writes a name lookup. The first of two equal names wins.
pub(super) fn lookup(image: &mut Image, texts: &Texts, section: Section, names: &[Named]) -> Result<(), LowerError> {
    if names.is_empty() {
        return Ok(());
    }
    // Two thirds full at most.
    let slots = count(names.len() + names.len() / 2 + 1, "names")?;
    let empty = Slot { offset: NONE, length: 0, tag: 0, owner: 0, target: 0 };
    let mut table = vec![empty; slots as usize];
    for (owner, text, target) in names {
        let (offset, length) = texts.place(*text);
        let text = texts.get(*text);
        if length > MAX_NAME {
            return Err(LowerError::TooLarge("a name"));
        }
        let hash = name(*owner, text);
        let new = Slot { offset, length: length as u16, tag: (hash >> 48) as u16, owner: *owner, target: *target };
        let mut at = slot(hash, slots);
        while let Some(found) = table.get_mut(at as usize) {
            if found.offset == NONE {
                *found = new;
                break;
            }
            if (found.owner, found.offset, found.length) == (new.owner, new.offset, new.length) {
                break;
            }
            at = (at + 1) % slots;
        }
    }
    for slot in &table {
        image.push(section, slot);
    }
    Ok(())
}
