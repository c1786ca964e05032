//! Cells: what a held role has for one right, and what masks it has for one object.

use super::Table;
use super::layout::{Body, Run};

/// The entries of a held role for one right or one object's masks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell {
    /// First entry; for a cell of one unguarded allow, its rule.
    start: u32,
    /// Entries that allow.
    pub(crate) allows: u32,
    /// Entries that deny or mask.
    pub(crate) denies: u32,
    /// `start` is a rule.
    single: bool,
}

/// A rule and what must hold on the way to it (0: nothing).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The rule.
    pub(crate) rule: u32,
    /// The guard: of allows or of denies, as the entry's place tells.
    pub(crate) guard: u32,
}

impl Table<'_> {
    /// What a held role has for `right`.
    #[inline]
    pub(crate) fn cell(&self, held: u32, right: u32) -> Cell {
        self.find_cell(held, right).unwrap_or_default()
    }

    /// The masks that a held role has on `object`.
    #[inline]
    pub(crate) fn masks(&self, held: u32, object: u32) -> Cell {
        self.rights().checked_add(object).and_then(|key| self.find_cell(held, key)).unwrap_or_default()
    }

    #[inline]
    fn find_cell(&self, held: u32, key: u32) -> Option<Cell> {
        let (start, end) = self.cells_of(held)?;
        self.cell_at(self.views.cell_keys.find(start, end, key)?)
    }

    /// Where the cells of a held role start and end.
    #[inline]
    pub(crate) fn cells_of(&self, held: u32) -> Option<(u32, u32)> {
        let range = self.views.held.slice(held, held.checked_add(2)?);
        Some((range.get(0)?.cells, range.get(1)?.cells))
    }

    /// The cell at a position of the cells.
    #[inline]
    pub(crate) fn cell_at(&self, at: u32) -> Option<Cell> {
        let found = self.views.cell_refs.get(at)?;
        let rules = self.views.rules.len();
        if found < rules {
            return Some(Cell { start: found, allows: 1, denies: 0, single: true });
        }
        let Run { start, allows, denies } = self.views.runs.get(found.checked_sub(rules)?)?;
        Some(Cell { start, allows, denies, single: false })
    }

    /// The `at`-th entry that allows.
    #[inline]
    pub(crate) fn allow(&self, cell: &Cell, at: u32) -> Option<Entry> {
        if at >= cell.allows {
            None
        } else if cell.single {
            Some(Entry { rule: cell.start, guard: 0 })
        } else {
            self.entry(cell.start.checked_add(at)?)
        }
    }

    /// The `at`-th entry that denies or masks.
    #[inline]
    pub(crate) fn deny(&self, cell: &Cell, at: u32) -> Option<Entry> {
        if at >= cell.denies { None } else { self.entry(cell.start.checked_add(cell.allows)?.checked_add(at)?) }
    }

    #[inline]
    fn entry(&self, at: u32) -> Option<Entry> {
        Some(Entry { rule: self.views.entry_rules.get(at)?, guard: self.views.entry_guards.get(at)? })
    }

    /// The body of a rule.
    #[inline]
    pub(crate) fn body(&self, rule: u32) -> Option<Body> {
        self.views.bodies.get(self.views.rules.get(rule)?)
    }

    /// How many cells (held role, right) there are.
    pub fn cell_count(&self) -> u32 {
        self.views.cell_keys.len()
    }

    /// How many rules (allow, deny, mask) there are.
    pub fn rules(&self) -> u32 {
        self.views.rules.len()
    }

    /// The alternatives of an allow's guard, as a range; `None` if it has none and always holds.
    #[inline]
    pub(crate) fn alternatives(&self, guard: u32) -> Option<(u32, u32)> {
        if guard == 0 {
            return None;
        }
        let range = self.views.allow_guards.slice(guard, guard.saturating_add(2));
        match (range.get(0), range.get(1)) {
            (Some(start), Some(end)) => Some((start.at, end.at)),
            // A guard that does not exist never holds.
            _ => Some((0, 0)),
        }
    }

    /// The alternatives of the guard of a deny or mask, as a range; `None` if it has none, or none exist, and always
    /// holds.
    #[inline]
    pub(crate) fn deny_alternatives(&self, guard: u32) -> Option<(u32, u32)> {
        if guard == 0 {
            return None;
        }
        let range = self.views.deny_guards.slice(guard, guard.saturating_add(2));
        Some((range.get(0)?.at, range.get(1)?.at))
    }
}
