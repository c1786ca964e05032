//! How far one allow climbs the ladder through one hat.

use super::decision::Reason;
use super::run::{Level, Run};
use super::scratch::Hat;
use super::truth::Truth;
use crate::table::Entry;
use crate::table::code::right_flag;
use crate::table::record::{Active, Body, Coverage};

/// Where an allow stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// The step; [`Reason::Allow`] if it passed all.
    pub(super) reason: Reason,
    /// It might have gone on if something missing were known.
    pub(super) unknown: bool,
}

impl Stop {
    const fn at(reason: Reason) -> Self {
        Self { reason, unknown: false }
    }
}

/// An allow of a hat.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allow {
    pub(super) entry: Entry,
    pub(super) body: Body,
    pub(super) coverage: Coverage,
}

impl Run<'_, '_> {
    /// The `at`-th allow of a hat for the right of a level.
    #[inline]
    pub(super) fn allow(&mut self, level: usize, hat: usize, at: u32) -> Option<Allow> {
        let cell = self.cell(level, hat);
        let table = self.asked.table;
        let entry = table.allow(&cell, at)?;
        let body = table.body(entry.rule)?;
        Some(Allow { entry, body, coverage: self.coverage(body.coverage) })
    }

    /// Whether an allow covers what is asked: the record, or the field.
    #[inline]
    pub(super) fn covers(&self, level: usize, coverage: &Coverage) -> bool {
        let Level { field, record, .. } = self.level(level);
        match field {
            None => coverage.record != 0,
            Some(field) => {
                self.asked.table.covers(coverage, *field)
                    && !self.asked.table.covers(&self.coverage(record.never), *field)
            }
        }
    }

    /// Climbs.
    pub(super) fn climb(&mut self, level: usize, at: usize, allow: &Allow) -> Stop {
        let Some(hat) = self.hat(at) else { return Stop::at(Reason::NoGrant) };
        if !self.asked.spend(1) {
            return Stop::at(Reason::NoGrant);
        }
        let paths = self.asked.table.alternatives(allow.entry.guard);
        let path_open = |run: &Self| paths.is_none_or(|paths| run.path(paths, Self::windows_open) == Truth::True);
        if !self.runs(at) || !self.asked.gives(allow.body.window) || !path_open(self) {
            return Stop::at(Reason::Inactive);
        }
        let scope = self.in_scope(level, &hat, allow);
        if !self.passes(scope) {
            return Stop { reason: Reason::Scope, unknown: scope == Truth::Unknown };
        }
        let way = paths.map_or(Truth::True, |paths| self.path(paths, |run, path| run.active(path, hat.behalf)));
        let condition = self.asked.condition(allow.body.condition, hat.behalf).and(way);
        if !self.passes(condition) {
            return Stop { reason: Reason::Condition, unknown: condition == Truth::Unknown };
        }
        self.climb_brakes(level, at, &hat, allow)
    }

    /// The upper half of the ladder, where what takes away is looked at.
    fn climb_brakes(&mut self, level: usize, at: usize, hat: &Hat, allow: &Allow) -> Stop {
        let denied = self.denied(level, at).or(self.masked(level, at));
        if self.binds(denied) {
            return Stop { reason: Reason::Deny, unknown: denied == Truth::Unknown };
        }
        let required = self.required(level, at);
        if !self.passes(required) {
            return Stop { reason: Reason::Requirement, unknown: required == Truth::Unknown };
        }
        if self.conflicts(at) {
            return Stop::at(Reason::RoleConflict);
        }
        let suspended = self.suspended(level, at, hat, allow.entry.guard);
        if self.binds(suspended) {
            return Stop { reason: Reason::Suspended, unknown: suspended == Truth::Unknown };
        }
        Stop::at(if self.asked.is_spent() { Reason::NoGrant } else { Reason::Allow })
    }

    /// The scope of an allow, and what creating for somebody else needs.
    pub(super) fn in_scope(&mut self, level: usize, hat: &Hat, allow: &Allow) -> Truth {
        let right = self.level(level).record;
        let wearer = self.wearer(hat);
        let scope = self.asked.scope(allow.body.scope, &right, &wearer);
        if right.flags & right_flag::OWNER_RULE == 0 || scope == Truth::False {
            return scope;
        }
        let mut own = self.asked.own(&wearer);
        if own != Truth::True && level == 0 && self.may_create_for_others() {
            own = Truth::True;
        }
        scope.and(own)
    }

    /// Whether the same request asked for a right that changes the owner is allowed.
    fn may_create_for_others(&mut self) -> bool {
        if let Some(known) = self.for_others {
            return known;
        }
        let rights = self.asked.table.list(self.level(0).record.owner_rights);
        let allowed = rights.iter().any(|right| self.may_for_others(right.at));
        self.for_others = Some(allowed);
        allowed
    }

    /// Whether the same request asked for this right that changes the owner is allowed.
    pub(super) fn may_for_others(&mut self, right: u32) -> bool {
        let Some(level) = Level::new(self.asked.table, right, self.level(0).field) else { return false };
        *self.level_mut(1) = level;
        for hat in &mut self.scratch.hats {
            hat.cells = [hat.cells.first().copied().flatten(), None];
            hat.denied = [hat.denied.first().copied().unwrap_or(Truth::False), Truth::False];
            hat.masked = [hat.masked.first().copied().unwrap_or(Truth::False), Truth::False];
            hat.required = [hat.required.first().copied().flatten(), None];
        }
        self.is_allowed(1)
    }

    /// Whether some allow passes all steps.
    fn is_allowed(&mut self, level: usize) -> bool {
        (0..self.scratch.hats.len()).any(|hat| {
            (0..self.cell(level, hat).allows).any(|at| {
                if self.asked.is_spent() {
                    return false;
                }
                let Some(allow) = self.allow(level, hat, at) else { return false };
                self.covers(level, &allow.coverage) && self.climb(level, hat, &allow).reason == Reason::Allow
            })
        })
    }

    /// The most that is known of any path of a guard.
    pub(super) fn path(&self, paths: (u32, u32), of: impl Fn(&Self, u32) -> Truth) -> Truth {
        (paths.0..paths.1).fold(Truth::False, |truth, path| truth.or(of(self, path)))
    }

    /// Whether the window of every `active` line of a path is open.
    pub(super) fn windows_open(&self, path: u32) -> Truth {
        let Some(mut actives) = self.actives(path) else { return Truth::False };
        actives.all(|active| self.asked.spend(1) && self.asked.gives(active.window)).into()
    }

    /// Whether every `active` line of a path is open and its condition known true, for what comes through a hat that
    /// acts for `behalf`.
    pub(super) fn active(&self, path: u32, behalf: u32) -> Truth {
        let Some(mut actives) = self.actives(path) else { return Truth::False };
        actives
            .try_fold(self.windows_open(path), |truth, active| {
                if truth == Truth::False {
                    None
                } else {
                    Some(truth.and(self.asked.condition(active.condition, behalf)))
                }
            })
            .unwrap_or(Truth::False)
    }

    /// The `active` lines of a path; `None` if there is no such path.
    pub(super) fn actives(&self, path: u32) -> Option<impl Iterator<Item = Active>> {
        let views = &self.asked.table.views;
        let range = views.alternatives.slice(path, path.checked_add(2)?);
        Some(views.actives.slice(range.get(0)?.actives, range.get(1)?.actives).iter())
    }

    /// The list of suspensions that cut a path.
    pub(super) fn cuts(&self, path: u32) -> u32 {
        self.asked.table.views.alternatives.get(path).map_or(0, |path| path.cuts)
    }
}
