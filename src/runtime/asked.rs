//! [`Asked`]: the question with all that is known about it. Reads, and counts steps and edges of time; decides
//! nothing.

use std::cell::Cell;

use super::request::Request;
use crate::table::Table;
use crate::table::record::Object;
use crate::time::FOREVER;

/// So many steps one answer may take. Only a table made to be slow comes near; then the answer is no.
pub(super) const STEPS: u32 = 1 << 27;
/// So many more a trace may take.
pub(super) const TRACE_STEPS: u32 = 1 << 22;
/// So many a search over everybody or everything may take.
pub(super) const SEARCH_STEPS: u32 = 1 << 31;

/// The question.
#[derive(Debug)]
pub(super) struct Asked<'r> {
    pub(super) table: &'r Table<'r>,
    pub(super) request: &'r Request<'r>,
    /// Who asks, if known.
    pub(super) user: Option<u32>,
    pub(super) object: Object,
    /// Steps left.
    steps: Cell<u32>,
    /// The next edge of any window that was looked at.
    next: Cell<i64>,
}

impl<'r> Asked<'r> {
    pub(super) const fn new(table: &'r Table<'r>, request: &'r Request<'r>, user: Option<u32>, object: Object) -> Self {
        Self { table, request, user, object, steps: Cell::new(STEPS), next: Cell::new(FOREVER) }
    }

    /// Counts steps; false once they are used up.
    #[inline]
    pub(super) fn spend(&self, steps: u32) -> bool {
        let left = self.steps.get().saturating_sub(steps);
        self.steps.set(left);
        left > 0
    }

    /// Steps left.
    pub(super) fn left(&self) -> u32 {
        self.steps.get()
    }

    /// Sets the steps left.
    pub(super) fn allot(&self, steps: u32) {
        self.steps.set(steps);
    }

    /// Whether the steps are used up.
    pub(super) fn is_spent(&self) -> bool {
        self.steps.get() == 0
    }

    /// Whether a window of something that gives access is open.
    #[inline]
    pub(super) fn gives(&self, window: u32) -> bool {
        window == 0 || self.open(window).unwrap_or(false)
    }

    /// Whether a window of something that takes access away is open.
    #[inline]
    pub(super) fn takes(&self, window: u32) -> bool {
        window == 0 || self.open(window).unwrap_or(true)
    }

    /// Whether a list holds an item.
    pub(super) fn lists(&self, list: u32, item: u32) -> bool {
        let items = self.table.list(list);
        self.spend(items.len()) && items.iter().any(|other| other.at == item)
    }

    /// Whether a held role is or inherits one of the watched roles of a list. Both are sorted.
    pub(super) fn has_watched(&self, held: u32, list: u32) -> bool {
        let Some(held) = self.table.views.held.get(held) else { return false };
        let (has, wanted) = (self.table.list(held.watched), self.table.list(list));
        if !self.spend(has.len().saturating_add(wanted.len())) {
            return false;
        }
        let mut has = has.iter().peekable();
        wanted.iter().any(|wanted| {
            while has.next_if(|role| role.at < wanted.at).is_some() {}
            has.peek().is_some_and(|role| role.at == wanted.at)
        })
    }

    /// Every read of time goes through here: between now and the earliest edge seen, each of them, and so the answer,
    /// comes out the same.
    fn open(&self, window: u32) -> Option<bool> {
        self.spend(8);
        let state = self.table.window_within(window, self.request.time, |steps| self.spend(steps))?;
        self.next.set(self.next.get().min(state.next));
        Some(state.open)
    }

    /// Until when the windows that were looked at stay as they are.
    pub(super) fn valid_until(&self) -> Option<i64> {
        Some(self.next.get()).filter(|next| *next != FOREVER)
    }
}
