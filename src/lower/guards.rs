//! Guards: what must hold on the way from the writing role to the held one.

use super::image::Image;
use super::locks::Locks;
use super::{LowerError, Lowering, count};
use crate::model::{CancelTarget, FieldId, MaskId, RightId, RoleId, RuleId, WindowId};
use crate::table::write::{self, Section, Word, list_kind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// The alternatives of a role that is reached: for each, the gates on the way.
pub(super) type Ways = [Box<[RoleId]>];

/// What one gate does to what comes through it.
#[derive(Debug, Default)]
struct Gate {
    /// Window and condition of each `active` line.
    actives: Vec<(u32, u32)>,
    /// Suspensions that cut it out.
    cuts: Vec<u32>,
    without: FxHashSet<RightId>,
    denies: FxHashMap<(RuleId, RightId), Vec<WindowId>>,
    masks: FxHashMap<(MaskId, FieldId), Vec<WindowId>>,
}

/// A way for allows: `active` lines, then suspensions.
type Way = (Vec<(u32, u32)>, Vec<u32>);

/// The guards of the table so far. Guard 0 always holds.
#[derive(Debug)]
pub(super) struct Guards {
    gates: FxHashMap<RoleId, Rc<Gate>>,
    allow: FxHashMap<Vec<Way>, u32>,
    allow_starts: Vec<u32>,
    alternatives: Vec<write::Alternative>,
    actives: Vec<write::Active>,
    deny: FxHashMap<Vec<u32>, u32>,
    deny_starts: Vec<u32>,
    deny_alternatives: Vec<u32>,
}

impl Default for Guards {
    fn default() -> Self {
        Self {
            gates: FxHashMap::default(),
            allow: FxHashMap::default(),
            allow_starts: vec![0],
            alternatives: Vec::new(),
            actives: Vec::new(),
            deny: FxHashMap::default(),
            deny_starts: vec![0],
            deny_alternatives: Vec::new(),
        }
    }
}

impl Guards {
    pub(super) fn write(&self, image: &mut Image) {
        let end = |length: usize| Word { at: length as u32 };
        self.allow_starts.iter().for_each(|at| image.push(Section::AllowGuards, &Word { at: *at }));
        image.push(Section::AllowGuards, &end(self.alternatives.len()));
        self.alternatives.iter().for_each(|way| image.push(Section::Alternatives, way));
        let last = write::Alternative { actives: self.actives.len() as u32, cuts: 0 };
        image.push(Section::Alternatives, &last);
        self.actives.iter().for_each(|active| image.push(Section::Actives, active));
        self.deny_starts.iter().for_each(|at| image.push(Section::DenyGuards, &Word { at: *at }));
        image.push(Section::DenyGuards, &end(self.deny_alternatives.len()));
        self.deny_alternatives.iter().for_each(|at| image.push(Section::DenyAlternatives, &Word { at: *at }));
    }
}

impl Lowering<'_> {
    /// The guard of an allow of `role` for a right; `None` if nothing lets it through.
    pub(super) fn allow_guard(
        &mut self,
        guards: &mut Guards,
        locks: &Locks,
        ways: &Ways,
        role: RoleId,
        right: RightId,
    ) -> Result<Option<u32>, LowerError> {
        let mut live: Vec<Way> = Vec::new();
        for way in ways {
            let mut found = (Vec::new(), Vec::new());
            let mut stopped = false;
            for gate_role in way {
                let gate = self.gate(guards, locks, *gate_role)?;
                stopped |= *gate_role != role && gate.without.contains(&right);
                found.0.extend_from_slice(&gate.actives);
                found.1.extend_from_slice(&gate.cuts);
            }
            if !stopped {
                found.0.sort_unstable();
                found.0.dedup();
                found.1.sort_unstable();
                found.1.dedup();
                live.push(found);
            }
        }
        if live.is_empty() {
            return Ok(None);
        }
        let live = smallest(live, |a, b| is_part(&a.0, &b.0) && is_part(&a.1, &b.1));
        if live.iter().any(|way| way.0.is_empty() && way.1.is_empty()) {
            return Ok(Some(0));
        }
        if let Some(known) = guards.allow.get(&live) {
            return Ok(Some(*known));
        }
        let number = count(guards.allow_starts.len(), "guards")?;
        guards.allow_starts.push(count(guards.alternatives.len(), "guards")?);
        for (actives, cuts) in &live {
            let cuts = self.lists.add(list_kind::SUSPENSIONS, cuts)?;
            guards.alternatives.push(write::Alternative { actives: count(guards.actives.len(), "guards")?, cuts });
            let lines =
                actives.iter().map(|(window, condition)| write::Active { window: *window, condition: *condition });
            guards.actives.extend(lines);
        }
        guards.allow.insert(live, number);
        Ok(Some(number))
    }

    /// The guard of a deny of `role` for a right; `None` if it is cancelled on every way.
    pub(super) fn deny_guard(
        &mut self,
        guards: &mut Guards,
        locks: &Locks,
        ways: &Ways,
        role: RoleId,
        (rule, right): (RuleId, RightId),
    ) -> Result<Option<u32>, LowerError> {
        self.cancelled(guards, locks, ways, role, |gate| gate.denies.get(&(rule, right)).map_or(&[], Vec::as_slice))
    }

    /// The guard of a mask of `role` for a field; `None` if it is cancelled on every way.
    pub(super) fn mask_guard(
        &mut self,
        guards: &mut Guards,
        locks: &Locks,
        ways: &Ways,
        role: RoleId,
        (mask, field): (MaskId, FieldId),
    ) -> Result<Option<u32>, LowerError> {
        self.cancelled(guards, locks, ways, role, |gate| gate.masks.get(&(mask, field)).map_or(&[], Vec::as_slice))
    }

    fn cancelled(
        &mut self,
        guards: &mut Guards,
        locks: &Locks,
        ways: &Ways,
        role: RoleId,
        cancels: impl Fn(&Gate) -> &[WindowId],
    ) -> Result<Option<u32>, LowerError> {
        let mut live: Vec<Vec<u32>> = Vec::new();
        for way in ways {
            let mut windows = Vec::new();
            for gate_role in way.iter().filter(|gate| **gate != role) {
                let gate = self.gate(guards, locks, *gate_role)?;
                for window in cancels(&gate) {
                    windows.push(self.window(*window)?);
                }
            }
            // A cancel that always runs (window 0) closes the way for good.
            if !windows.contains(&0) {
                windows.sort_unstable();
                windows.dedup();
                live.push(windows);
            }
        }
        if live.is_empty() {
            return Ok(None);
        }
        let live = smallest(live, |a, b| is_part(a, b));
        if live.iter().any(Vec::is_empty) {
            return Ok(Some(0));
        }
        let mut lists = Vec::with_capacity(live.len());
        for windows in &live {
            lists.push(self.lists.add(list_kind::WINDOWS, windows)?);
        }
        if let Some(known) = guards.deny.get(&lists) {
            return Ok(Some(*known));
        }
        let number = count(guards.deny_starts.len(), "guards")?;
        guards.deny_starts.push(count(guards.deny_alternatives.len(), "guards")?);
        guards.deny_alternatives.extend_from_slice(&lists);
        guards.deny.insert(lists, number);
        Ok(Some(number))
    }

    fn gate(&mut self, guards: &mut Guards, locks: &Locks, role: RoleId) -> Result<Rc<Gate>, LowerError> {
        if let Some(known) = guards.gates.get(&role) {
            return Ok(Rc::clone(known));
        }
        let model = self.model;
        let mut gate = Gate { cuts: locks.cuts.get(&role).cloned().unwrap_or_default(), ..Gate::default() };
        if let Some(found) = model.roles.get(role.index()) {
            for active in &found.active {
                let line = (self.window(active.window)?, self.condition(active.condition)?);
                if line != (0, 0) {
                    gate.actives.push(line);
                }
            }
            gate.without.extend(found.without.iter().flat_map(|without| without.rights.iter().copied()));
            for cancel in found.cancels.clone().filter_map(|at| model.cancels.get(at as usize)) {
                gate.add(&cancel.target, cancel.window);
            }
        }
        let gate = Rc::new(gate);
        guards.gates.insert(role, Rc::clone(&gate));
        Ok(gate)
    }
}

impl Gate {
    fn add(&mut self, target: &CancelTarget, window: WindowId) {
        match target {
            CancelTarget::Denies(denies) => {
                for (rule, rights) in denies {
                    for right in rights {
                        self.denies.entry((*rule, *right)).or_default().push(window);
                    }
                }
            }
            CancelTarget::Masks(masks) => {
                for (mask, fields) in masks {
                    for field in fields {
                        self.masks.entry((*mask, *field)).or_default().push(window);
                    }
                }
            }
        }
    }
}

/// Those of which none other is a part, sorted.
fn smallest<T: Ord>(mut ways: Vec<T>, is_part: impl Fn(&T, &T) -> bool) -> Vec<T> {
    ways.sort();
    ways.dedup();
    let kept: Vec<bool> =
        ways.iter().map(|way| !ways.iter().any(|other| other != way && is_part(other, way))).collect();
    let mut kept = kept.into_iter();
    ways.retain(|_| kept.next().unwrap_or(true));
    ways
}

/// Whether every item of one sorted list is in another.
fn is_part<T: Ord>(part: &[T], whole: &[T]) -> bool {
    part.iter().all(|item| whole.binary_search(item).is_ok())
}
