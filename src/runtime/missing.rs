//! Which attributes were missing and mattered, and which were sent for nothing.

use super::climb::Allow;
use super::decision::Reason;
use super::request::Value;
use super::run::Run;
use super::truth::Truth;
use crate::table::code::{attribute_kind, right_flag};
use crate::table::record::Coverage;
use crate::table::{NONE, attribute_key};

impl Run<'_, '_> {
    /// Of a no: those that stopped an allow which might have gone on.
    pub(super) fn missing_steps(&mut self) {
        self.each_allow(|run, at, allow| {
            if run.covers(0, &allow.coverage) {
                run.missing_step(at, allow);
            }
        });
    }

    pub(super) fn missing_step(&mut self, at: usize, allow: &Allow) {
        let stop = self.climb(0, at, allow);
        if !stop.unknown {
            return;
        }
        match stop.reason {
            Reason::Scope => self.missing_scope(at, allow),
            Reason::Condition => self.missing_condition(at, allow),
            Reason::Deny => self.missing_denies(at),
            Reason::Requirement => self.missing_requires(at),
            Reason::Suspended => self.missing_suspensions(at, allow),
            _ => {}
        }
    }

    fn missing_scope(&mut self, at: usize, allow: &Allow) {
        let Some(hat) = self.hat(at) else { return };
        let wearer = self.wearer(&hat);
        let right = self.level(0).record;
        self.asked.scope_missing(allow.body.scope, &right, &wearer, &mut self.scratch.missing);
        if right.flags & right_flag::OWNER_RULE != 0 && self.asked.own(&wearer) == Truth::Unknown {
            self.asked.field_missing(self.asked.object.owner, &mut self.scratch.missing);
        }
    }

    fn missing_condition(&mut self, at: usize, allow: &Allow) {
        let behalf = self.hat(at).map_or(NONE, |hat| hat.behalf);
        self.asked.condition_missing(allow.body.condition, behalf, &mut self.scratch.missing);
        let Some((start, end)) = self.asked.table.alternatives(allow.entry.guard) else { return };
        for path in start..end {
            if self.active(path, behalf) != Truth::Unknown {
                continue;
            }
            let mut missing = std::mem::take(&mut self.scratch.missing);
            for active in self.actives(path).into_iter().flatten() {
                self.asked.condition_missing(active.condition, behalf, &mut missing);
            }
            self.scratch.missing = missing;
        }
    }

    /// Those that leave a deny or mask on what is asked in force, for what comes through a hat.
    fn missing_denies(&mut self, through: usize) {
        for at in 0..self.scratch.hats.len() {
            let delegated = self.hat(at).is_some_and(|hat| hat.is_delegated());
            if (!delegated || at == through) && self.counts(at) {
                self.missing_brakes(at, |run, _, coverage| run.hits(coverage));
            }
        }
    }

    /// Those that leave a deny or mask of a hat in force, of the ones that matter.
    fn missing_brakes(&mut self, at: usize, matters: impl Fn(&Self, bool, &Coverage) -> bool) {
        let Some(hat) = self.hat(at) else { return };
        for (cell, mask) in [(self.cell(0, at), false), (self.masks(at), true)] {
            for entry in 0..cell.denies {
                let found = self.asked.table.deny(&cell, entry).and_then(|entry| self.braking(0, &hat, entry));
                let Some(found) = found.filter(|found| found.truth == Truth::Unknown) else { continue };
                if matters(self, mask, &found.coverage) {
                    let right = self.level(0).record;
                    let wearer = self.wearer(&hat);
                    self.asked.scope_missing(found.body.scope, &right, &wearer, &mut self.scratch.missing);
                    self.asked.condition_missing(found.body.condition, hat.behalf, &mut self.scratch.missing);
                }
            }
        }
    }

    fn missing_requires(&mut self, at: usize) {
        let behalf = self.hat(at).map_or(NONE, |hat| hat.behalf);
        let (start, end) = self.requires(0);
        for at in start..end {
            let Some(found) = self.asked.table.views.requires.get(at) else { continue };
            if self.require(&found, behalf) == Truth::Unknown {
                self.asked.condition_missing(found.condition, behalf, &mut self.scratch.missing);
            }
        }
    }

    fn missing_suspensions(&mut self, at: usize, allow: &Allow) {
        let Some(hat) = self.hat(at) else { return };
        let mut missing = std::mem::take(&mut self.scratch.missing);
        self.each_cover(&hat, allow.entry.guard, |suspension, condition, truth| {
            if truth == Truth::Unknown {
                let own = self.asked.table.views.suspensions.get(suspension).map_or(0, |found| found.condition);
                self.asked.condition_missing(own, hat.behalf, &mut missing);
                self.asked.condition_missing(condition, hat.behalf, &mut missing);
            }
        });
        self.scratch.missing = missing;
    }

    /// Of a yes: those that keep a field hidden or masked.
    pub(super) fn missing_fields(&mut self) {
        if self.scratch.hidden.is_empty() && self.scratch.masked.is_empty() {
            return;
        }
        self.each_allow(|run, at, allow| {
            if run.shows_listed(&allow.coverage) {
                run.missing_step(at, allow);
            }
        });
        for at in 0..self.scratch.hats.len() {
            if self.counts(at) {
                self.missing_brakes(at, |run, _, coverage| coverage.record == 0 && run.shows_listed(coverage));
            }
        }
    }

    /// Whether a coverage has one of the fields listed as hidden or masked.
    fn shows_listed(&self, coverage: &Coverage) -> bool {
        let never = self.coverage(self.level(0).record.never);
        self.scratch.hidden.iter().chain(&self.scratch.masked).any(|field| {
            let position = field.saturating_sub(self.asked.object.fields);
            self.asked.table.covers(coverage, position) && !self.asked.table.covers(&never, position)
        })
    }

    /// Attributes that were sent but are read from elsewhere.
    pub(super) fn ignored(&mut self) {
        let table = self.asked.table;
        let request = self.asked.request;
        let sent = |list: &[(&str, Value<'_>)], name: &str| list.iter().any(|(key, _)| *key == name);
        for attribute in table.list(table.globals.table_attributes).iter() {
            let name = table.views.subject_attributes.get(attribute.at).map_or("", |found| table.text(found.name));
            if sent(request.subject_attributes, name) {
                self.scratch.ignored.push(attribute_key(attribute_kind::SUBJECT, attribute.at));
            }
        }
        let Some(record) = request.record else { return };
        for field in table.list(self.asked.object.held_fields).iter() {
            if sent(record.properties, table.field_name(field.at)) {
                self.scratch.ignored.push(attribute_key(attribute_kind::RECORD, field.at));
            }
        }
    }

    /// Sorts both lists by name, without repeats.
    pub(super) fn sort_attributes(&mut self) {
        let table = self.asked.table;
        for list in [&mut self.scratch.missing, &mut self.scratch.ignored] {
            list.sort_unstable_by_key(|attribute| (table.attribute_name(*attribute), *attribute));
            list.dedup();
        }
    }
}
