//! [`Known`]: which number a content has, without a second copy of the content.

use std::hash::{Hash, Hasher as _};

/// Numbers by a hash of what they stand for. Whoever asks compares the contents, which stay where they are.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Hash and number plus one; 0 is a free slot. A power of two long, or empty.
    slots: Vec<(u32, u32)>,
    used: usize,
}

impl Known {
    /// The number whose content is the `same`.
    pub(super) fn find(&self, hash: u32, mut same: impl FnMut(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let (other, number) = *self.slots.get(at)?;
            let number = number.checked_sub(1)?;
            if other == hash && same(number) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a number that is not known yet.
    pub(super) fn insert(&mut self, hash: u32, number: u32) {
        // Half full at most, so that searches are short and always end.
        if self.slots.len() < (self.used + 1) * 2 {
            let larger = vec![(0, 0); (self.slots.len() * 2).max(16)];
            for slot in std::mem::replace(&mut self.slots, larger) {
                if slot.1 != 0 {
                    self.put(slot);
                }
            }
        }
        self.put((hash, number + 1));
        self.used += 1;
    }

    fn put(&mut self, slot: (u32, u32)) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = slot.0 as usize & mask;
        while let Some(place) = self.slots.get_mut(at) {
            if place.1 == 0 {
                *place = slot;
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

/// The hash of a content. It decides no output.
pub(super) fn hash(content: &(impl Hash + ?Sized)) -> u32 {
    let mut hasher = rustc_hash::FxHasher::default();
    content.hash(&mut hasher);
    short(hasher.finish())
}

/// Half of a hash, from all of it.
pub(super) const fn short(hash: u64) -> u32 {
    (hash ^ hash >> 32) as u32
}
