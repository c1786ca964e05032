//! Denies and masks: which bind, and what comes through which hat they bind.

use super::run::Run;
use super::scratch::{Brake, Hat};
use super::truth::Truth;
use crate::table::record::{Body, Coverage};
use crate::table::{Cell, Entry, NONE};

/// A deny or mask of a hat, with what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Braking {
    pub(super) rule: u32,
    pub(super) body: Body,
    pub(super) coverage: Coverage,
    /// Whether it is in force for the record.
    pub(super) truth: Truth,
    /// Its window is open and no running cancel removes it.
    pub(super) in_time: bool,
}

impl Run<'_, '_> {
    /// Whether a deny binds what comes through a hat.
    pub(super) fn denied(&mut self, level: usize, at: usize) -> Truth {
        self.brake(level);
        let own = self.hat(at).and_then(|hat| hat.denied.get(level).copied()).unwrap_or(Truth::True);
        self.level(level).denied.or(own)
    }

    /// Whether a mask covers the field asked for, in what comes through a hat.
    pub(super) fn masked(&mut self, level: usize, at: usize) -> Truth {
        self.brake(level);
        let own = self.hat(at).and_then(|hat| hat.masked.get(level).copied()).unwrap_or(Truth::True);
        self.level(level).masked.or(own)
    }

    /// Looks at every deny and mask of every hat that counts, once.
    fn brake(&mut self, level: usize) {
        if std::mem::replace(&mut self.level_mut(level).braked, true) {
            return;
        }
        for at in 0..self.scratch.hats.len() {
            let denies = self.cell(level, at);
            let masks = self.masks(at);
            if (denies.denies == 0 && masks.denies == 0) || !self.counts(at) {
                continue;
            }
            self.brake_with(level, at, denies, false);
            self.brake_with(level, at, masks, true);
        }
    }

    /// The masks that a hat's role has on the object.
    pub(super) fn masks(&self, at: usize) -> Cell {
        self.hat(at).map_or_else(Cell::default, |hat| self.asked.table.masks(hat.held, self.object))
    }

    fn brake_with(&mut self, level: usize, at: usize, cell: Cell, mask: bool) {
        let Some(hat) = self.hat(at) else { return };
        let field = self.level(level).field;
        for entry in 0..cell.denies {
            if self.asked.is_spent() {
                self.raise(level, at, Truth::True, false);
                return;
            }
            let found = self.asked.table.deny(&cell, entry).and_then(|entry| self.braking(level, &hat, entry));
            // An entry that cannot be read takes everything.
            let Some(found) = found else {
                self.raise(level, at, Truth::True, false);
                continue;
            };
            if !self.binds(found.truth) {
                continue;
            }
            let hit = found.coverage.record != 0
                || field.is_some_and(|field| self.asked.table.covers(&found.coverage, field));
            if hit {
                self.raise(level, at, found.truth, mask);
            } else if field.is_none() && level == 0 {
                let brake = Brake { group: self.group(at), coverage: found.body.coverage, mask };
                self.scratch.brakes.push(brake);
            }
        }
    }

    /// What is known of a deny or mask of a hat; `None` if it cannot be read.
    pub(super) fn braking(&self, level: usize, hat: &Hat, entry: Entry) -> Option<Braking> {
        let table = self.asked.table;
        let body = table.body(entry.rule)?;
        let coverage = table.views.coverages.get(body.coverage)?;
        let cancelled = table.deny_alternatives(entry.guard).is_some_and(|(start, end)| {
            // It comes along a path unless a cancel on that path runs.
            !(start..end).any(|path| {
                let windows = table.views.deny_alternatives.get(path).map_or(0, |windows| windows.at);
                table.list(windows).iter().all(|window| self.asked.spend(1) && !self.asked.gives(window.at))
            })
        });
        let in_time = self.asked.spend(1) && !cancelled && self.asked.takes(body.window);
        let truth = if in_time {
            let scope = self.asked.scope(body.scope, &self.level(level).record, &self.wearer(hat));
            scope.and(self.asked.condition(body.condition, hat.behalf))
        } else {
            Truth::False
        };
        // Once the steps are used up nothing that takes is passed over.
        let truth = if self.asked.is_spent() { Truth::True } else { truth };
        Some(Braking { rule: entry.rule, body, coverage, truth, in_time })
    }

    fn raise(&mut self, level: usize, at: usize, truth: Truth, mask: bool) {
        let delegated = self.group(at) != NONE;
        let own = if delegated { self.scratch.hats.get_mut(at) } else { None };
        let slot = match own {
            Some(hat) => {
                if mask {
                    hat.masked.get_mut(level)
                } else {
                    hat.denied.get_mut(level)
                }
            }
            None => {
                let level = self.level_mut(level);
                Some(if mask { &mut level.masked } else { &mut level.denied })
            }
        };
        if let Some(slot) = slot {
            *slot = (*slot).or(truth);
        }
    }
}
