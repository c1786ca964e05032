//! [`Rows`]: who may be answered otherwise about what. What is written alike on both sides is answered alike, so that
//! the exact comparison looks at little. May name too much, never too little.

use super::hashes::Hashes;
use super::side::Side;
use crate::exact::lens::Lens;
use crate::model::{RightId, RoleId, UserId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::hash::Hash;

/// By shared ids.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Rights of which anybody may be answered otherwise; `all` for every one.
    pub(super) rights: FxHashSet<RightId>,
    pub(super) all: bool,
    /// Roles whose lines about a right are others, with their heirs on either side.
    pub(super) roles: BTreeMap<RightId, FxHashSet<RoleId>>,
    /// Roles that stand elsewhere, or work at other times, with their heirs: for every right.
    pub(super) moved: FxHashSet<RoleId>,
    /// People of whom other things are stated.
    pub(super) people: FxHashSet<UserId>,
}

impl Rows {
    pub(super) fn new(base: &Side<'_>, head: &Side<'_>, lens: &Lens) -> Self {
        let (old, new) = (Hashes::new(base, Some(lens)), Hashes::new(head, None));
        // What one side cannot read, it reads as missing: that may matter to any condition.
        let unread = !lens.retyped.is_empty() || !lens.blurred.is_empty() || !same_values(base, head, lens);
        let mut rows = Self { all: unread || old.globals() != new.globals(), ..Self::default() };
        let (theirs, mine) = (old.rights(), new.rights());
        rows.rights = differing(&theirs, &mine).collect();
        let (theirs, mine) = (old.lines(), new.lines());
        for (right, role) in differing(&theirs, &mine) {
            rows.roles.entry(right).or_default().insert(role);
        }
        for roles in rows.roles.values_mut() {
            *roles = heirs(base, head, lens, roles);
        }
        let (theirs, mine) = (old.places(), new.places());
        let moved: FxHashSet<RoleId> = differing(&theirs, &mine).collect();
        rows.moved = heirs(base, head, lens, &moved);
        let (theirs, mine) = (old.people(), new.people());
        rows.people = differing(&theirs, &mine).collect();
        rows
    }

    /// Whether nothing can be answered otherwise.
    pub(super) fn is_empty(&self) -> bool {
        !self.all && self.rights.is_empty() && self.roles.is_empty() && self.moved.is_empty() && self.people.is_empty()
    }

    /// Whether anybody may be answered otherwise about a right.
    pub(super) fn anybody(&self, right: RightId) -> bool {
        self.all || self.rights.contains(&right)
    }

    /// Whether holders of a role may be.
    pub(super) fn holders(&self, right: RightId, role: RoleId) -> bool {
        self.anybody(right)
            || self.moved.contains(&role)
            || self.roles.get(&right).is_some_and(|roles| roles.contains(&role))
    }
}

/// Whether enumerations that both sides have, have the same values.
fn same_values(base: &Side<'_>, head: &Side<'_>, lens: &Lens) -> bool {
    base.model.enums.iter().enumerate().all(|(at, theirs)| {
        let mine = lens.enums.first(lens.enums.shared(at as u32)).and_then(|id| head.model.enums.get(id as usize));
        let Some(mine) = mine else { return true };
        let places = lens.enum_values.get(at).map_or(&[] as &[u32], Vec::as_slice);
        theirs.values.len() == mine.values.len() && places.iter().all(|place| (*place as usize) < mine.values.len())
    })
}

/// Keys that have another hash on the other side, or are not there.
fn differing<K: Copy + Eq + Hash>(old: &FxHashMap<K, u64>, new: &FxHashMap<K, u64>) -> impl Iterator<Item = K> {
    let gone = old.iter().filter(|(key, hash)| new.get(key) != Some(hash)).map(|(key, _)| *key);
    let come = new.keys().filter(|key| !old.contains_key(key)).copied();
    gone.chain(come).collect::<Vec<_>>().into_iter()
}

/// Roles and all that inherit one of them on either side.
fn heirs(base: &Side<'_>, head: &Side<'_>, lens: &Lens, roles: &FxHashSet<RoleId>) -> FxHashSet<RoleId> {
    let mut found = roles.clone();
    let of = |side: &Side<'_>, local: &dyn Fn(u32) -> Option<u32>, shared: &dyn Fn(u32) -> u32| {
        let inherited = roles.iter().filter_map(|role| local(role.0)).map(RoleId);
        let set = side.index.heirs_of(inherited);
        let held = set.iter().enumerate().filter(|(_, has)| **has);
        held.map(|(at, _)| RoleId(shared(at as u32))).collect::<Vec<_>>()
    };
    found.extend(of(base, &|role| lens.roles.second(role), &|role| lens.roles.shared(role)));
    found.extend(of(head, &|role| lens.roles.first(role), &|role| role));
    found
}
