//! [`Profiles`]: what reaches whoever holds just one role, right by right, with equal numbers for equal things.
//!
//! A number stands for all lines that bear on a right once inheritance is worked out: rights, coverage, records,
//! condition, window, hours on the way, denies, masks, requirements that name a role. Two roles with the same numbers
//! decide alike; with different ones they may still.

use crate::analysis::Effective;
use crate::exact::index::{Index, has};
use crate::exact::item::{active_of, deny_cancels, drops, mask_cancels};
use crate::model::{
    ConditionId, Coverage, FieldId, MaskId, Model, ObjectId, RightId, RoleId, RuleEffect, RuleId, ScopeId, WindowId,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::Hash;

/// Everything that bears on a right, as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Shape(u32);

/// A right of a role with what bears on it.
pub(super) type Cell = (RightId, Shape);

/// One line as it reaches a role: its own parts and those of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Part {
    /// An allow.
    Allow { coverage: u32, limits: Limits, ways: u32 },
    /// A deny.
    Deny { coverage: u32, limits: Limits, ways: u32 },
    /// A mask.
    Mask { fields: u32, limits: Limits, ways: u32 },
    /// A requirement that names a role, by position.
    Require(u32),
}

/// Records, condition, time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Limits {
    scope: ScopeId,
    condition: ConditionId,
    window: WindowId,
}

/// What a shape is made of.
#[derive(Debug)]
pub(super) struct Lines {
    /// Sorted.
    pub(super) parts: Box<[u32]>,
    /// An allow that nothing limits in time or by a condition, and nothing that could stop it.
    pub(super) plain: bool,
    /// An allow that reaches the role at any time, and nothing that could stop it.
    pub(super) calm: bool,
    /// There is a mask: a right on fields alone may come to nothing but refusals that name them.
    pub(super) masked: bool,
}

/// Numbers for things, in the order in which they come.
#[derive(Debug)]
struct Numbers<T> {
    known: FxHashMap<T, u32>,
}

impl<T: Eq + Hash> Numbers<T> {
    fn new() -> Self {
        Self { known: FxHashMap::default() }
    }

    fn of(&mut self, thing: T) -> u32 {
        let next = self.known.len() as u32;
        *self.known.entry(thing).or_insert(next)
    }
}

/// Rights of all roles together that are looked at; more are not compared.
const CELLS: usize = 3_000_000;
/// The number of "no hours, no cancel on some way".
const FREE: u32 = 0;

/// What reaches each role.
#[derive(Debug)]
pub(super) struct Profiles {
    /// By role, each sorted by right; empty for a role that gives nothing.
    pub(super) roles: Vec<Vec<Cell>>,
    /// By role, whether it has an allow, own or inherited, of use or not.
    pub(super) allows: Vec<bool>,
    /// By shape.
    pub(super) shapes: Vec<Lines>,
    /// By number.
    pub(super) parts: Vec<Part>,
    /// The part of a rule that reaches a role freely, by rule.
    free: Vec<Option<u32>>,
    /// Parts that no request ever meets.
    never: FxHashSet<(RightId, u32)>,
}

impl Profiles {
    /// The profile of every role; `None` if that is too much to look at.
    pub(super) fn new(index: &Index<'_>) -> Option<Self> {
        let mut maker = Maker::new(index);
        let mut roles = Vec::with_capacity(index.model.roles.len());
        let mut allows = Vec::with_capacity(index.model.roles.len());
        let mut left = CELLS;
        for role in (0..index.model.roles.len()).map(RoleId::from_index) {
            let (made, any) = maker.profile(role, &mut left)?;
            // Whoever must not use two of the roles that it inherits in one session can use nothing.
            roles.push(if index.conflicts(&[role], role) { Vec::new() } else { made });
            allows.push(any);
        }
        Some(Self {
            roles,
            allows,
            shapes: maker.lines,
            parts: maker.list,
            free: maker.free,
            never: FxHashSet::default(),
        })
    }

    /// Says which rules no request ever meets.
    pub(super) fn leave_out(&mut self, never: impl Iterator<Item = (RuleId, RightId)>) {
        let free = &self.free;
        let parts = never.filter_map(|(rule, right)| Some((right, free.get(rule.index()).copied().flatten()?)));
        self.never = parts.collect();
    }

    /// Some allow of a shape that comes freely is met by some request.
    pub(super) fn is_possible(&self, right: RightId, lines: &Lines) -> bool {
        lines.parts.iter().any(|part| {
            matches!(self.parts.get(*part as usize), Some(Part::Allow { ways: FREE, .. }))
                && !self.never.contains(&(right, *part))
        })
    }

    /// The lines of a shape.
    pub(super) fn lines(&self, shape: Shape) -> Option<&Lines> {
        self.shapes.get(shape.0 as usize)
    }

    /// Whether a shape gives whatever another does, seen from their lines alone.
    pub(super) fn surely_within(&self, small: Shape, large: Shape) -> bool {
        let (Some(small), Some(large)) = (self.lines(small), self.lines(large)) else { return false };
        let gives = |part: &u32| matches!(self.parts.get(*part as usize), Some(Part::Allow { .. }));
        let has = |lines: &Lines, part: &u32| lines.parts.binary_search(part).is_ok();
        small.parts.iter().filter(|part| gives(part)).all(|part| has(large, part))
            && large.parts.iter().filter(|part| !gives(part)).all(|part| has(small, part))
    }
}

/// Makes profiles.
struct Maker<'i, 'a> {
    index: &'i Index<'a>,
    model: &'a Model,
    coverages: Numbers<&'a Coverage>,
    fields: Numbers<&'a [FieldId]>,
    hours: Numbers<Vec<Vec<(WindowId, ConditionId)>>>,
    cancels: Numbers<Vec<Vec<WindowId>>>,
    parts: Numbers<Part>,
    list: Vec<Part>,
    shapes: FxHashMap<Box<[u32]>, u32>,
    lines: Vec<Lines>,
    /// The part of a rule that reaches a role freely, by rule.
    free: Vec<Option<u32>>,
    /// Some requirement names roles: those concerned, by position.
    concerned: Vec<Option<Vec<bool>>>,
}

/// The lines of one role while they are gathered.
#[derive(Default)]
struct Gathered {
    allows: Vec<(RightId, u32)>,
    brakes: Vec<(RightId, u32)>,
    masks: Vec<(ObjectId, u32)>,
    /// There is an allow, whether or not it comes through.
    any: bool,
}

impl<'i, 'a> Maker<'i, 'a> {
    fn new(index: &'i Index<'a>) -> Self {
        let model = index.model;
        let mut hours = Numbers::new();
        hours.of(vec![Vec::new()]);
        let mut cancels = Numbers::new();
        cancels.of(vec![Vec::new()]);
        let concerned = model
            .requires
            .iter()
            .map(|require| (!require.roles.is_empty()).then(|| index.heirs_of(require.roles.iter().copied())));
        Self {
            index,
            model,
            coverages: Numbers::new(),
            fields: Numbers::new(),
            hours,
            cancels,
            parts: Numbers::new(),
            list: Vec::new(),
            shapes: FxHashMap::default(),
            lines: Vec::new(),
            free: vec![None; model.rules.len()],
            concerned: concerned.collect(),
        }
    }

    /// The cells of a role, and whether any allow is among its lines.
    fn profile(&mut self, role: RoleId, left: &mut usize) -> Option<(Vec<Cell>, bool)> {
        let effective = self.index.effective(role)?;
        *left = left.checked_sub(effective.reaches.len())?;
        let mut found = Gathered::default();
        self.gather(&effective, &mut found);
        *left = left.checked_sub(found.allows.len() + found.brakes.len())?;
        found.allows.sort_unstable();
        found.allows.dedup();
        found.brakes.sort_unstable();
        let mut cells: Vec<Cell> = Vec::new();
        for group in found.allows.chunk_by(|a, b| a.0 == b.0) {
            let Some((right, _)) = group.first() else { continue };
            let mut parts: Vec<u32> = group.iter().map(|(_, part)| *part).collect();
            let from = found.brakes.partition_point(|(other, _)| other < right);
            parts.extend(found.brakes.iter().skip(from).take_while(|(other, _)| other == right).map(|(_, part)| *part));
            let object = self.model.rights.get(right.index()).map(|right| right.object);
            parts.extend(found.masks.iter().filter(|(of, _)| Some(*of) == object).map(|(_, part)| *part));
            self.requirements(role, *right, &mut parts);
            parts.sort_unstable();
            parts.dedup();
            cells.push((*right, self.shape(parts)));
        }
        Some((cells, found.any))
    }

    fn gather(&mut self, effective: &Effective, found: &mut Gathered) {
        for reach in &effective.reaches {
            let Some(role) = self.model.roles.get(reach.role.index()) else { continue };
            let free = reach.alternatives.iter().any(|way| way.is_empty());
            for id in role.rules() {
                let Some(rule) = self.model.rules.get(id.index()) else { continue };
                found.any |= rule.effect == RuleEffect::Allow;
                let list = if rule.effect == RuleEffect::Allow { &mut found.allows } else { &mut found.brakes };
                if free {
                    if let Some(part) = self.freely(id) {
                        list.extend(rule.rights.iter().map(|right| (*right, part)));
                    }
                    continue;
                }
                for right in &rule.rights {
                    let part = match rule.effect {
                        RuleEffect::Allow => self.allow(id, *right, reach.role, &reach.alternatives),
                        RuleEffect::Deny => self.deny(id, *right, reach.role, &reach.alternatives),
                    };
                    list.extend(part.map(|part| (*right, part)));
                }
            }
            for id in role.masks() {
                self.mask(id, reach.role, &reach.alternatives, &mut found.masks);
            }
        }
    }

    fn number(&mut self, part: Part) -> u32 {
        let number = self.parts.of(part);
        if number as usize == self.list.len() {
            self.list.push(part);
        }
        number
    }

    fn freely(&mut self, id: RuleId) -> Option<u32> {
        if let Some(known) = self.free.get(id.index()).copied().flatten() {
            return Some(known);
        }
        let number = self.rule(id, FREE)?;
        if let Some(slot) = self.free.get_mut(id.index()) {
            *slot = Some(number);
        }
        Some(number)
    }

    fn rule(&mut self, id: RuleId, ways: u32) -> Option<u32> {
        let rule = self.model.rules.get(id.index())?;
        let limits = Limits { scope: rule.scope, condition: rule.condition, window: rule.window };
        let coverage = self.coverages.of(&rule.coverage);
        Some(self.number(match rule.effect {
            RuleEffect::Allow => Part::Allow { coverage, limits, ways },
            RuleEffect::Deny => Part::Deny { coverage, limits, ways },
        }))
    }

    fn allow(&mut self, id: RuleId, right: RightId, own: RoleId, ways: &[Box<[RoleId]>]) -> Option<u32> {
        let model = self.model;
        let live = ways.iter().filter(|way| !drops(model, &above(way, own), right));
        let mut hours: Vec<Vec<(WindowId, ConditionId)>> = Vec::new();
        for way in live {
            let active = active_of(model, way).into_iter().filter_map(|role| model.roles.get(role.index()));
            hours.push(sorted(active.flat_map(|role| &role.active).map(|a| (a.window, a.condition))));
        }
        let ways = settled(hours)?;
        let ways = self.hours.of(ways);
        self.rule(id, ways)
    }

    fn deny(&mut self, id: RuleId, right: RightId, own: RoleId, ways: &[Box<[RoleId]>]) -> Option<u32> {
        let model = self.model;
        let cancels = ways.iter().map(|way| self.windows(&deny_cancels(model, &above(way, own), id, right)));
        let ways = settled(cancels.flatten().collect())?;
        let ways = self.cancels.of(ways);
        self.rule(id, ways)
    }

    fn mask(&mut self, id: MaskId, own: RoleId, ways: &[Box<[RoleId]>], found: &mut Vec<(ObjectId, u32)>) {
        let model = self.model;
        let Some(mask) = model.masks.get(id.index()) else { return };
        let limits = Limits { scope: mask.scope, condition: mask.condition, window: mask.window };
        let free = ways.iter().any(|way| way.is_empty());
        // A cancel may name some of the fields.
        let each = if free { vec![&*mask.fields] } else { mask.fields.chunks(1).collect() };
        for fields in each {
            let ways = if free {
                Some(FREE)
            } else {
                let Some(field) = fields.first() else { continue };
                let cancels = ways.iter().map(|way| self.windows(&mask_cancels(model, &above(way, own), id, *field)));
                settled(cancels.flatten().collect()).map(|ways| self.cancels.of(ways))
            };
            if let Some(ways) = ways {
                let fields = self.fields.of(fields);
                let part = self.number(Part::Mask { fields, limits, ways });
                found.push((mask.object, part));
            }
        }
    }

    /// The windows of cancels on one way; `None` if one of them always runs: then nothing comes that way.
    fn windows(&self, cancels: &[crate::model::CancelId]) -> Option<Vec<WindowId>> {
        let windows = cancels.iter().filter_map(|id| self.model.cancels.get(id.index())).map(|cancel| cancel.window);
        let windows = sorted(windows);
        (!windows.iter().any(|window| self.model.window(*window).is_always())).then_some(windows)
    }

    fn requirements(&mut self, role: RoleId, right: RightId, parts: &mut Vec<u32>) {
        if self.concerned.iter().all(Option::is_none) {
            return;
        }
        for (place, require) in self.model.requires.iter().enumerate() {
            let concerned = self.concerned.get(place).and_then(Option::as_ref).is_some_and(|roles| has(roles, role));
            if concerned && require.entries.iter().any(|entry| entry.rights.binary_search(&right).is_ok()) {
                let part = self.number(Part::Require(place as u32));
                parts.push(part);
            }
        }
    }

    fn shape(&mut self, parts: Vec<u32>) -> Shape {
        if let Some(known) = self.shapes.get(parts.as_slice()) {
            return Shape(*known);
        }
        let lines: Vec<&Part> = parts.iter().filter_map(|part| self.list.get(*part as usize)).collect();
        let stops = |part: &&Part| !matches!(part, Part::Allow { .. });
        let always = |part: &&Part| {
            matches!(part, Part::Allow { limits, ways: FREE, .. }
                if limits.condition == ConditionId::TRUE && limits.window == WindowId::ALWAYS)
        };
        // Masks take fields; they never shut a right.
        let shuts = |part: &&Part| stops(part) && !matches!(part, Part::Mask { .. });
        let open = !lines.iter().any(shuts);
        let plain = open && lines.iter().any(always);
        let calm = open && lines.iter().any(|part| matches!(part, Part::Allow { ways: FREE, .. }));
        let number = self.lines.len() as u32;
        let masked = lines.iter().any(|part| matches!(part, Part::Mask { .. }));
        self.lines.push(Lines { parts: parts.clone().into(), plain, calm, masked });
        self.shapes.insert(parts.into(), number);
        Shape(number)
    }
}

/// The gates of a way, but for the role that writes the line.
fn above(way: &[RoleId], own: RoleId) -> Vec<RoleId> {
    way.iter().copied().filter(|gate| *gate != own).collect()
}

fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Ways without repeats; one that asks for nothing makes the others needless. `None` if there is no way.
fn settled<T: Ord>(mut ways: Vec<Vec<T>>) -> Option<Vec<Vec<T>>> {
    if ways.iter().any(Vec::is_empty) {
        ways.clear();
        ways.push(Vec::new());
    }
    ways.sort_unstable();
    ways.dedup();
    (!ways.is_empty()).then_some(ways)
}
