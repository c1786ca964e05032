//! [`Asked`]: the question with all that is known about it. Reads, and counts steps and edges of time; decides nothing.

use std::cell::Cell;

use super::request::Request;
use crate::table::Table;
use crate::table::record::Object;
use crate::time::FOREVER;

/// So many steps one answer may take. Only a table made to be slow comes near; then the answer is no.
pub(super) const STEPS: u32 = 1 << 27;

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

    /// Every read of time goes through here: between now and the earliest edge seen, each of them, and so the answer,
    /// comes out the same.
    fn open(&self, window: u32) -> Option<bool> {
        self.spend(8);
        let state = self.table.window(window, self.request.time)?;
        self.next.set(self.next.get().min(state.next));
        Some(state.open)
    }

    /// Until when the windows that were looked at stay as they are.
    pub(super) fn valid_until(&self) -> Option<i64> {
        Some(self.next.get()).filter(|next| *next != FOREVER)
    }
}
