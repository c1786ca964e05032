//! [`Layout`]: the text that the grammar reads, and the way back from it to the file.

use super::ast::Comment;

/// A file laid out for the grammar: exactly one gap (a blank or a line feed) behind every token, no comments.
///
/// Invariant: `text` is empty or ends with a gap, and never holds two gaps in a row outside strings.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// What the grammar reads.
    pub(super) text: String,
    /// Comments in the order written.
    pub(super) comments: Vec<Comment>,
    /// Whether the file was read only up to a place that nests too deep.
    pub(super) cut: bool,
    /// Places of strings that were closed by the scan, as offsets into `text`.
    pub(super) repaired: Vec<u32>,
    /// Offsets into `text`, some way apart, at which statements seem to begin.
    pub(super) cuts: Vec<u32>,
    /// `(offset in text, offset in file)` wherever the distance between the two changes, ascending.
    pub(super) steps: Vec<(u32, u32)>,
}

impl Layout {
    /// The offset in the file of the byte at `at`. `hint` is where the search starts and ends: neighbors are near.
    pub(super) fn start(&self, at: u32, hint: &mut usize) -> u32 {
        let mut index = (*hint).min(self.steps.len().saturating_sub(1));
        while self.steps.get(index).is_some_and(|step| step.0 > at) && index > 0 {
            index -= 1;
        }
        while self.steps.get(index + 1).is_some_and(|step| step.0 <= at) {
            index += 1;
        }
        *hint = index;
        // Before the first step both texts are the same.
        self.steps.get(index).filter(|step| step.0 <= at).map_or(at, |(from, to)| to + (at - from))
    }

    /// The offset in `source` just behind the character whose last byte lies before `at`.
    pub(super) fn end(&self, at: u32, source: &str, hint: &mut usize) -> u32 {
        if at == 0 {
            return 0;
        }
        let mut end = self.start(at - 1, hint) as usize + 1;
        // A full-width sign of the file is one byte here.
        while end < source.len() && !source.is_char_boundary(end) {
            end += 1;
        }
        end.min(source.len()) as u32
    }
}
