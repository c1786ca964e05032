//! [`Symbol`]: a name as a small number, so that later stages compare and index instead of hashing text.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A text known to an [`Interner`]. Equal texts (after NFC, which the parser applies) are equal symbols.
///
/// The order of symbols is the order in which texts were first seen; it depends on the order of
/// files and must never decide an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// All names of one compile.
#[derive(Debug, Clone, Default)]
pub struct Interner {
    /// All texts, one behind the other.
    texts: String,
    /// Where the text of each symbol ends.
    ends: Vec<usize>,
    /// Symbols by hash, each at its slot or soon behind it; a power of two of them, at most half of them taken.
    slots: Vec<Slot>,
}

/// A place for a symbol. The hash stands beside it, because texts are far away.
#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    symbol: u32,
}

impl Slot {
    /// No symbol.
    const FREE: Self = Self { hash: 0, symbol: u32::MAX };
}

impl Interner {
    /// The symbol of `text`.
    pub fn intern(&mut self, text: &str) -> Symbol {
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let hash = hash(text);
        let at = match self.find(text, hash) {
            Ok(symbol) => return symbol,
            Err(at) => at,
        };
        let symbol = self.ends.len() as u32;
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { hash, symbol };
        }
        Symbol(symbol)
    }

    /// The symbol of `text`, if it was seen.
    pub fn get(&self, text: &str) -> Option<Symbol> {
        self.find(text, hash(text)).ok()
    }

    /// The text of `symbol`; empty for a symbol of another interner.
    pub fn text(&self, symbol: Symbol) -> &str {
        let index = symbol.0 as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).and_then(|end| self.texts.get(start..*end)).unwrap_or("")
    }

    /// How many texts are known; symbols are `0..len`.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no text is known.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The symbol of `text`, or the slot that it would take.
    fn find(&self, text: &str, hash: u32) -> Result<Symbol, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.symbol != Slot::FREE.symbol) {
            if slot.hash == hash && self.text(Symbol(slot.symbol)) == text {
                return Ok(Symbol(slot.symbol));
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    fn grow(&mut self) {
        let size = (2 * self.slots.len()).max(64);
        for slot in std::mem::replace(&mut self.slots, vec![Slot::FREE; size]) {
            let mut at = slot.hash as usize & (size - 1);
            while self.slots.get(at).is_some_and(|taken| taken.symbol != Slot::FREE.symbol) {
                at = (at + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(at).filter(|_| slot.symbol != Slot::FREE.symbol) {
                *free = slot;
            }
        }
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use super::{Interner, Symbol};

    #[test]
    fn texts_come_back() {
        let mut names = Interner::default();
        let text = |n: u32| format!("name{}", n % 5_000);
        for n in 0..10_000 {
            assert_eq!(names.get(&text(n)).is_some(), n >= 5_000);
            assert_eq!(names.intern(&text(n)), Symbol(n % 5_000));
        }
        assert_eq!(names.intern(""), Symbol(5_000));
        assert_eq!((names.len(), names.text(Symbol(4_999)), names.text(Symbol(5_001))), (5_001, "name4999", ""));
    }
}
