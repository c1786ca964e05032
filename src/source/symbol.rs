//! [`Symbol`]: a name as a small number, so that later stages compare and index instead of hashing text.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

/// A text known to an [`Interner`]. Equal texts (after NFC, which the parser applies) are equal symbols.
///
/// The order of symbols is the order in which texts were first seen; it depends on the order of
/// files and must never decide an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// All names of one compile.
#[derive(Debug, Clone, Default)]
pub struct Interner {
    texts: IndexSet<Box<str>, FxBuildHasher>,
}

impl Interner {
    /// The symbol of `text`.
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(index) = self.texts.get_index_of(text) {
            return Symbol(index as u32);
        }
        let (index, _) = self.texts.insert_full(text.into());
        Symbol(index as u32)
    }

    /// The symbol of `text`, if it was seen.
    pub fn get(&self, text: &str) -> Option<Symbol> {
        self.texts.get_index_of(text).map(|index| Symbol(index as u32))
    }

    /// The text of `symbol`; empty for a symbol of another interner.
    pub fn text(&self, symbol: Symbol) -> &str {
        self.texts.get_index(symbol.0 as usize).map_or("", |text| text)
    }

    /// How many texts are known; symbols are `0..len`.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether no text is known.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
