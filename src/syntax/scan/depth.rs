//! [`Depth`]: how deep brackets nest, so that nothing behind the scan ever recurses without bound.

use crate::syntax::words;

/// Deeper nesting is refused.
const MAX_DEPTH: u32 = 64;

/// Whether `word` is the first word of a top-level statement.
pub(super) fn is_top_level(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(words::is_top_level)
}

/// Open brackets. Counts that only forgotten brackets explain are dropped where a statement starts.
#[derive(Default)]
pub(super) struct Depth {
    braces: u32,
    brackets: u32,
}

impl Depth {
    /// Whether anything is open.
    pub(super) fn is_nested(&self) -> bool {
        self.braces > 0 || self.brackets > 0
    }

    /// Counts `byte`; `true` if it opens one bracket too many.
    pub(super) fn sign(&mut self, byte: u8) -> bool {
        match byte {
            b'(' | b'[' => self.brackets += 1,
            b')' | b']' => self.brackets = self.brackets.saturating_sub(1),
            b'{' => {
                self.brackets = 0;
                self.braces += 1;
            }
            b'}' => {
                self.brackets = 0;
                self.braces = self.braces.saturating_sub(1);
            }
            _ => {}
        }
        self.braces > MAX_DEPTH || self.brackets > MAX_DEPTH
    }

    /// A line starts with `word`: a statement cannot stand inside parentheses, nor a top-level one inside braces.
    pub(super) fn line(&mut self, word: &[u8], next: Option<u8>) {
        if !matches!(next, Some(b' ' | b'\t' | b'\n' | b'\r')) {
            return;
        }
        let Ok(word) = std::str::from_utf8(word) else { return };
        if words::is_top_level(word) && word != "unit" {
            *self = Self::default();
        } else if words::starts_statement(word) {
            self.brackets = 0;
        }
    }
}
