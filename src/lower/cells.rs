//! Cells: for each held role, what it has for each right, and what masks it has on each object.

use super::guards::{Guards, Ways};
use super::known::{Known, short};
use super::locks::Locks;
use super::reach::{Reach, Reached, Walker};
use super::rules::{Own, Rules, Source};
use super::{LowerError, Lowering, count};
use crate::model::{FieldId, RightId, RoleId};
use crate::table::write::{self, Section, held_flag, list_kind};
use rustc_hash::FxHasher;
use std::hash::{Hash as _, Hasher as _};

/// Cells and runs so far.
#[derive(Debug, Default)]
struct Cells {
    /// The keys of all cells, held role by held role as they were walked.
    keys: Vec<u32>,
    /// What each refers to: a rule, or with the highest bit a run.
    refs: Vec<u32>,
    /// By held role: where its cells start and end.
    held: Vec<(usize, usize)>,
    runs: Vec<write::Run>,
    rules: Vec<u32>,
    guards: Vec<u32>,
    /// Runs by the hash of their entries.
    known: Known,
    /// By key: the run written last, whose end an inherited part may share, plus one.
    last: Vec<u32>,
}

/// Marks a reference to a run.
const RUN: u32 = 1 << 31;

/// An entry while it is sorted: key, denies, position, rule, guard from the top.
type Packed = u128;

/// Writes rules, held roles and cells.
pub(super) fn write(out: &mut Lowering<'_>, reach: &Reach, mut rules: Rules, locks: &Locks) -> Result<(), LowerError> {
    let mut guards = Guards::default();
    let mut cells = Cells { held: vec![(0, 0); reach.held.len()], ..Cells::default() };
    let mut walker = Walker::new(out.model, reach);
    let mut watched = vec![Vec::new(); reach.held.len()];
    let asked = out.ids.watched.len() > 0;
    let mut entries = Vec::new();
    for at in reach.heirs_first() {
        let Some(role) = reach.held.get(at) else { continue };
        entries.clear();
        let mut has = Vec::new();
        match walker.from(*role).ok_or(LowerError::TooLarge("ways of inheritance"))? {
            Reached::Open(roles) => {
                for role in roles {
                    has.extend(asked.then(|| out.ids.watched(*role)));
                    entries.extend(rules.of(*role).iter().map(|own| pack(own, own.rule, 0)));
                }
            }
            Reached::Gated(effective) => {
                for reach in &effective.reaches {
                    has.extend(asked.then(|| out.ids.watched(reach.role)));
                    out.gated(&mut rules, &mut guards, locks, &reach.alternatives, reach.role, &mut entries)?;
                }
            }
        }
        number(&mut entries)?;
        let start = cells.keys.len();
        cells.add(&entries)?;
        let end = cells.keys.len();
        if let Some(slot) = cells.held.get_mut(at) {
            *slot = (start, end);
        }
        has.retain(|role| *role != crate::table::NONE);
        if let Some(slot) = watched.get_mut(at) {
            *slot = has;
        }
    }
    rules.write(&mut out.image);
    guards.write(&mut out.image);
    let held = out.held(&watched, &cells, locks)?;
    cells.write(out, &held, rules.rules.len())?;
    out.rule_sources = rules.sources;
    Ok(())
}

fn pack(own: &Own, rule: u32, guard: u32) -> Packed {
    u128::from(own.key) << 96 | u128::from(own.denies) << 95 | u128::from(rule) << 32 | u128::from(guard)
}

/// Sorts entries by cell, allows before denies, in the order in which they are reached.
fn number(entries: &mut [Packed]) -> Result<(), LowerError> {
    if entries.len() >= 1 << 31 {
        return Err(LowerError::TooLarge("rules of a role"));
    }
    for (at, entry) in entries.iter_mut().enumerate() {
        *entry |= (at as u128) << 64;
    }
    entries.sort_unstable();
    Ok(())
}

const fn key(entry: Packed) -> u32 {
    (entry >> 96) as u32
}

const fn denies(entry: Packed) -> bool {
    entry >> 95 & 1 != 0
}

const fn rule(entry: Packed) -> u32 {
    (entry >> 32) as u32
}

const fn guard(entry: Packed) -> u32 {
    entry as u32
}

impl Lowering<'_> {
    /// The entries of a role that is reached through gates.
    fn gated(
        &mut self,
        rules: &mut Rules,
        guards: &mut Guards,
        locks: &Locks,
        ways: &Ways,
        role: RoleId,
        entries: &mut Vec<Packed>,
    ) -> Result<(), LowerError> {
        let free = ways.iter().any(|way| way.is_empty());
        let (start, end) = rules.ranges.get(role.index()).copied().unwrap_or((0, 0));
        for at in start..end {
            let Some(own) = rules.own.get(at as usize).copied() else { continue };
            if free {
                entries.push(pack(&own, own.rule, 0));
                continue;
            }
            match rules.sources.get(own.rule as usize).copied() {
                Some(Source::Rule(rule)) => {
                    let right = self.ids.rights.order.get(own.key as usize).map(|at| RightId::from_index(*at));
                    let Some(right) = right else { continue };
                    let guard = if own.denies {
                        self.deny_guard(guards, locks, ways, role, (rule, right))?
                    } else {
                        self.allow_guard(guards, locks, ways, role, right)?
                    };
                    entries.extend(guard.map(|guard| pack(&own, own.rule, guard)));
                }
                Some(Source::Mask(_)) => self.gated_mask(rules, guards, locks, (ways, role), own, entries)?,
                None => {}
            }
        }
        Ok(())
    }

    /// A mask comes through with the fields that no cancel removes, one entry for each guard.
    fn gated_mask(
        &mut self,
        rules: &mut Rules,
        guards: &mut Guards,
        locks: &Locks,
        (ways, role): (&Ways, RoleId),
        own: Own,
        entries: &mut Vec<Packed>,
    ) -> Result<(), LowerError> {
        let Some(Source::Mask(id)) = rules.sources.get(own.rule as usize).copied() else { return Ok(()) };
        let model = self.model;
        let Some(mask) = model.masks.get(id.index()) else { return Ok(()) };
        let Some(object) = model.objects.get(mask.object.index()) else { return Ok(()) };
        let mut parts: Vec<(u32, Vec<FieldId>)> = Vec::new();
        for field in &mask.fields {
            let Some(guard) = self.mask_guard(guards, locks, ways, role, (id, *field))? else { continue };
            match parts.iter_mut().find(|(known, _)| *known == guard) {
                Some((_, fields)) => fields.push(*field),
                None => parts.push((guard, vec![*field])),
            }
        }
        for (guard, fields) in parts {
            let coverage = self.coverage(object, fields.into_iter(), false)?;
            let part = rules.part_of_mask(own.rule, coverage)?;
            entries.push(pack(&own, part, guard));
        }
        Ok(())
    }

    /// The records of held roles, without their cells.
    fn held(&mut self, watched: &[Vec<u32>], cells: &Cells, locks: &Locks) -> Result<Vec<write::Held>, LowerError> {
        let (model, ids) = (self.model, self.ids);
        let mut records = Vec::with_capacity(ids.held.len());
        let mut names = Vec::with_capacity(ids.held.len());
        let mut start = 0_usize;
        for ((number, at), (watched, own)) in (0..).zip(&ids.held.order).zip(watched.iter().zip(&cells.held)) {
            let Some(role) = model.roles.get(*at) else { continue };
            let name = self.texts.symbol(model, role.name)?;
            names.push((write::owner(write::space::ALONE, 0), name, number));
            let external = if role.external { held_flag::EXTERNAL } else { 0 };
            let brought = model.roles_from_request.contains(&RoleId::from_index(*at));
            let suspensions = locks.of_held.get(&number).cloned().unwrap_or_default();
            records.push(write::Held {
                name,
                cells: count(start, "cells")?,
                watched: self.lists.sorted(list_kind::WATCHED, watched.clone())?,
                suspensions: self.lists.sorted(list_kind::SUSPENSIONS, suspensions)?,
                flags: external | if brought { held_flag::BROUGHT } else { 0 },
            });
            start += own.1 - own.0;
        }
        let end = write::Held { name: 0, cells: count(start, "cells")?, watched: 0, suspensions: 0, flags: 0 };
        records.push(end);
        super::texts::lookup(&mut self.image, &self.texts, Section::RoleNames, &names)?;
        Ok(records)
    }
}

impl Cells {
    /// Cuts sorted entries into cells.
    fn add(&mut self, entries: &[Packed]) -> Result<(), LowerError> {
        for cell in entries.chunk_by(|a, b| key(*a) == key(*b)) {
            let Some(first) = cell.first() else { continue };
            let found = if cell.len() == 1 && !denies(*first) && guard(*first) == 0 {
                rule(*first)
            } else {
                self.run(key(*first), cell)? | RUN
            };
            self.keys.push(key(*first));
            self.refs.push(found);
        }
        Ok(())
    }

    /// The run of the entries: one that is known, the end of the one that an heir has, or a new one.
    fn run(&mut self, key: u32, cell: &[Packed]) -> Result<u32, LowerError> {
        let allows = cell.iter().take_while(|entry| !denies(**entry)).count();
        let mut hasher = FxHasher::default();
        allows.hash(&mut hasher);
        cell.iter().for_each(|entry| (*entry as u64).hash(&mut hasher));
        let hash = short(hasher.finish());
        let same = |run: &write::Run| {
            run.allows as usize == allows && run.denies as usize == cell.len() - allows && self.holds(run.start, cell)
        };
        if let Some(run) = self.known.find(hash, |run| self.runs.get(run as usize).is_some_and(same)) {
            return Ok(run);
        }
        let number = count(self.runs.len(), "rules")?;
        let start = match self.shared(key, cell, allows) {
            Some(start) => start,
            None => {
                let start = count(self.rules.len(), "rules")?;
                self.rules.extend(cell.iter().map(|entry| rule(*entry)));
                self.guards.extend(cell.iter().map(|entry| guard(*entry)));
                if self.last.len() <= key as usize {
                    self.last.resize(key as usize + 1, 0);
                }
                if let Some(last) = self.last.get_mut(key as usize) {
                    *last = number + 1;
                }
                start
            }
        };
        self.runs.push(write::Run { start, allows: allows as u32, denies: (cell.len() - allows) as u32 });
        self.known.insert(hash, number);
        Ok(number)
    }

    /// Where the entries stand at the end of the run written last for the same key.
    fn shared(&self, key: u32, cell: &[Packed], allows: usize) -> Option<u32> {
        let last = self.runs.get(self.last.get(key as usize)?.checked_sub(1)? as usize)?;
        let fits = last.denies as usize == cell.len() - allows && last.allows as usize >= allows;
        let start = last.start + (last.allows as usize).checked_sub(allows)? as u32;
        (fits && self.holds(start, cell)).then_some(start)
    }

    fn holds(&self, start: u32, cell: &[Packed]) -> bool {
        let range = start as usize..start as usize + cell.len();
        let (Some(rules), Some(guards)) = (self.rules.get(range.clone()), self.guards.get(range)) else { return false };
        let entries = rules.iter().zip(guards);
        cell.iter().zip(entries).all(|(entry, (at, by))| rule(*entry) == *at && guard(*entry) == *by)
    }

    /// There may be very many cells, so what is written is let go of.
    fn write(self, out: &mut Lowering<'_>, held: &[write::Held], rules: usize) -> Result<(), LowerError> {
        held.iter().for_each(|record| out.image.push(Section::Held, record));
        let all = count(rules + self.runs.len(), "rules")?;
        if all >= RUN {
            return Err(LowerError::TooLarge("rules"));
        }
        let rules = rules as u32;
        let Self { keys, refs, held: ranges, runs, .. } = self;
        out.image.packed_from(Section::CellKeys, keys.len(), in_order(&keys, &ranges));
        drop(keys);
        let refs_in_order =
            in_order(&refs, &ranges).map(|found| if found < RUN { found } else { rules + (found & !RUN) });
        out.image.packed_from(Section::CellRefs, refs.len(), refs_in_order);
        drop(refs);
        runs.iter().for_each(|run| out.image.push(Section::Runs, run));
        out.image.packed(Section::EntryRules, &self.rules);
        out.image.packed(Section::EntryGuards, &self.guards);
        Ok(())
    }
}

/// The cells of one held role after the other.
fn in_order<'c>(of: &'c [u32], ranges: &'c [(usize, usize)]) -> impl Iterator<Item = u32> + Clone + use<'c> {
    ranges.iter().filter_map(|(start, end)| of.get(*start..*end)).flatten().copied()
}
