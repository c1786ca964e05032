//! From names to indices, by the hash lookups that lie in the table.

use super::bytes::{NONE, Records, index};
use super::layout::{Slot, owner, space};
use super::{Table, hash};

impl Table<'_> {
    /// The known person with this id or other id.
    #[inline]
    pub fn user(&self, id: &str) -> Option<u32> {
        self.find(self.views.user_names, owner(space::ALONE, 0), id)
    }

    /// The held role of this name.
    #[inline]
    pub fn held_role(&self, name: &str) -> Option<u32> {
        self.find(self.views.role_names, owner(space::ALONE, 0), name)
    }

    /// The unit of this name.
    #[inline]
    pub fn unit(&self, name: &str) -> Option<u32> {
        self.find(self.views.unit_names, owner(space::ALONE, 0), name)
    }

    /// The object of this name.
    #[inline]
    pub fn object(&self, name: &str) -> Option<u32> {
        self.find(self.views.vocabulary_names, owner(space::OBJECT, 0), name)
    }

    /// The right: an action of an object.
    #[inline]
    pub fn right(&self, object: u32, action: &str) -> Option<u32> {
        self.find(self.views.vocabulary_names, owner(space::ACTION, object), action)
    }

    /// The field or attribute of an object.
    #[inline]
    pub fn field(&self, object: u32, name: &str) -> Option<u32> {
        self.find(self.views.vocabulary_names, owner(space::FIELD, object), name)
    }

    /// The position of a value in an enumeration.
    #[inline]
    pub(crate) fn enum_value(&self, enumeration: u32, name: &str) -> Option<u32> {
        self.find(self.views.vocabulary_names, owner(space::VALUE, enumeration), name)
    }

    /// The names of the values of an enumeration, in order.
    #[cfg(feature = "compiler")]
    pub(crate) fn enum_names(&self, enumeration: u32) -> impl Iterator<Item = &str> {
        let start = |at: u32| self.views.enums.get(at).map(|start| start.at);
        let first = start(enumeration).unwrap_or(0);
        let end = start(enumeration.saturating_add(1)).unwrap_or(self.views.enum_values.len());
        (first..end).filter_map(|at| self.views.enum_values.get(at)).map(|name| self.text(name.at))
    }

    /// Whether an id, as it is likened to others, is one that somebody goes by in another spelling.
    pub(crate) fn is_likened(&self, folded: &str) -> bool {
        self.find(self.views.folded_names, owner(space::ALONE, 0), folded).is_some()
    }

    /// A person whom a suspension names, by an id in lower case.
    pub(crate) fn suspended_user(&self, lower: &str) -> Option<u32> {
        self.find(self.views.suspended_names, owner(space::ALONE, 0), lower)
    }

    /// The same for an id of any length, in any case; looks at one after the other.
    pub(crate) fn suspended_user_like(&self, id: &str) -> Option<u32> {
        let named = self.views.suspended_names.iter().find(|slot| {
            let start = index(slot.offset);
            let name = start.checked_add(usize::from(slot.length)).and_then(|end| self.text.get(start..end));
            name.is_some_and(|name| slot.offset != NONE && name.chars().eq(id.chars().flat_map(char::to_lowercase)))
        });
        named.map(|slot| slot.target)
    }

    /// Whether any suspension names a person.
    pub(crate) fn suspends_users(&self) -> bool {
        self.views.suspended_names.len() > 0
    }

    #[inline]
    fn find(&self, slots: Records<'_, Slot>, owner: u32, name: &str) -> Option<u32> {
        let count = slots.len();
        let hash = hash::name(owner, name);
        let [.., low, high] = hash.to_le_bytes();
        let tag = u16::from_le_bytes([low, high]);
        let mut at = hash::slot(hash, count);
        for _ in 0..count {
            let slot = slots.get(at)?;
            if slot.offset == NONE {
                return None;
            }
            if slot.tag == tag && slot.owner == owner && usize::from(slot.length) == name.len() {
                let start = index(slot.offset);
                let end = start.checked_add(name.len())?;
                if self.text.as_bytes().get(start..end) == Some(name.as_bytes()) {
                    return Some(slot.target);
                }
            }
            at = at.wrapping_add(1);
            if at >= count {
                at = 0;
            }
        }
        None
    }
}
