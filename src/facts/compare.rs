//! [`Compare`]: which roles, held alone, decide alike or are contained in another, exactly.
//!
//! **Equal** means: whoever holds just the one role gets the same answer as whoever holds just the other, for every
//! right, record, field (hidden and masked ones too: a refusal that names a masked field is an answer of its own), value,
//! missing value and instant. **Contained** means: all that
//! the one lets through, on the record and on each field, the other lets through as well. Neither says that one name can
//! stand for the other: suspensions, separate sessions, guarantees and assignments speak of roles by name, and so does
//! `require … for anyone who has role`, whose effect on the holder is compared but not what it means to the reader.
//! Suspensions are left out. A role that gives nothing is compared with none.
//!
//! Equal lines are found by numbers ([`Profiles`]), containment by the rarest right ([`subsets`]); only where a role
//! has the rights of another by other lines is it asked for a request that tells them apart.

use super::pair::beyond;
use super::profile::{Cell, Profiles, Shape};
use super::scene::Ground;
use super::subsets;
use super::{Facts, Standing};
use crate::exact::index::has;
use crate::exact::{Oracle, Undecided};
use crate::model::{ActsAs, Model, ObjectId, RightId, RoleId};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Pairs of roles with the same rights by other lines that are looked into.
const PAIRS: usize = 50_000;
/// Questions that are asked to tell roles apart, or whether a right is of any use.
const QUESTIONS: usize = 4_000;
/// Pairs that are kept.
const KEPT: usize = 8_000_000;

/// How roles stand to each other.
#[derive(Debug, Default)]
pub struct Compare {
    /// Roles that decide alike, two or more, each group sorted, by its first.
    pub equal: Vec<Vec<RoleId>>,
    /// By role, those that contain it, do not decide alike and do not stand above or below it; the one with the fewest
    /// rights first.
    pub contained: BTreeMap<RoleId, Vec<RoleId>>,
    /// Roles that have an allow and let nothing through, sorted.
    pub powerless: Vec<RoleId>,
    /// How many rights are of use to whoever holds just the role, by role.
    pub rights: Vec<u32>,
    /// Whether every question was decided. What was not is left out.
    pub complete: bool,
}

impl Compare {
    /// Compares all roles of a model without errors; `facts` tell which lines can never apply.
    pub fn new(oracle: &Oracle<'_>, facts: &Facts) -> Self {
        let Some(mut profiles) = Profiles::new(&oracle.index) else { return Self::default() };
        let never = facts.rules.iter().filter(|(_, fact)| fact.standing == Standing::Impossible);
        profiles.leave_out(never.map(|((rule, right), _)| (*rule, *right)));
        let mut comparing = Comparing::new(oracle, &profiles);
        let found = comparing.compare();
        Self { complete: found.is_some() && comparing.complete, ..found.unwrap_or_default() }
    }

    /// The group of roles that decide as this one does.
    pub fn equals(&self, role: RoleId) -> &[RoleId] {
        let group = self.equal.iter().find(|group| group.binary_search(&role).is_ok());
        group.map_or(&[], Vec::as_slice)
    }
}

/// Roles with one profile.
struct Alike {
    roles: Vec<RoleId>,
    /// Cells of use, sorted by right.
    cells: Vec<Cell>,
}

/// What a right is of use for does not depend on more than this.
type Use = (Option<ObjectId>, Shape, Vec<(usize, usize)>);

struct Comparing<'p, 'o, 'a> {
    oracle: &'o Oracle<'a>,
    model: &'a Model,
    profiles: &'p Profiles,
    grounds: FxHashMap<RightId, Rc<Ground<'a, 'o>>>,
    useful: FxHashMap<Use, bool>,
    within: FxHashMap<(RightId, Shape, Shape), bool>,
    questions: usize,
    complete: bool,
}

impl<'p, 'o, 'a> Comparing<'p, 'o, 'a> {
    fn new(oracle: &'o Oracle<'a>, profiles: &'p Profiles) -> Self {
        Self {
            oracle,
            model: oracle.index.model,
            profiles,
            grounds: FxHashMap::default(),
            useful: FxHashMap::default(),
            within: FxHashMap::default(),
            questions: QUESTIONS,
            complete: true,
        }
    }

    fn compare(&mut self) -> Option<Compare> {
        let mut found = Compare { rights: vec![0; self.model.roles.len()], ..Compare::default() };
        let mut alike: Vec<Alike> = self.groups(&mut found);
        // Those with fewer rights come first, so that what holds a set comes nearest first.
        alike.sort_by_key(|group| (group.cells.len(), group.roles.first().copied()));
        let mut holders = self.holders(&alike)?;
        self.unite(&mut alike, &mut holders);
        for group in &alike {
            for role in &group.roles {
                if let Some(slot) = found.rights.get_mut(role.index()) {
                    *slot = group.cells.len() as u32;
                }
            }
            if group.roles.len() > 1 {
                found.equal.push(group.roles.clone());
            }
        }
        found.equal.sort_unstable();
        self.beside(&alike, &holders, &mut found);
        Some(found)
    }

    /// Roles by profile; those that give nothing are told.
    fn groups(&mut self, found: &mut Compare) -> Vec<Alike> {
        let profiles = self.profiles;
        let mut known: FxHashMap<&[Cell], usize> = FxHashMap::default();
        let mut alike: Vec<Alike> = Vec::new();
        for (index, cells) in profiles.roles.iter().enumerate() {
            let role = RoleId::from_index(index);
            if cells.is_empty() {
                found.powerless.extend(has(&profiles.allows, role).then_some(role));
                continue;
            }
            let place = *known.entry(cells.as_slice()).or_insert_with(|| {
                alike.push(Alike { roles: Vec::new(), cells: Vec::new() });
                alike.len() - 1
            });
            if let Some(group) = alike.get_mut(place) {
                if group.roles.is_empty() {
                    group.cells = cells.iter().copied().filter(|cell| self.is_useful(role, *cell)).collect();
                    // Refusals that name a masked field are answers, and no power.
                    if !group.cells.iter().any(|cell| self.is_power(role, *cell)) {
                        group.cells.clear();
                    }
                }
                group.roles.push(role);
            }
        }
        alike.retain(|group| {
            if group.cells.is_empty() {
                found.powerless.extend(&group.roles);
            }
            !group.cells.is_empty()
        });
        found.powerless.sort_unstable();
        alike
    }

    /// Whether a right that is of use lets anything through. One that was not decided does.
    fn is_power(&mut self, role: RoleId, (right, shape): Cell) -> bool {
        if self.profiles.lines(shape).is_some_and(|lines| !lines.masked) {
            return true;
        }
        let answer = self.ask(right, |ground| {
            for scene in ground.scenes(role)? {
                let found = ground.exists(&scene, true, |b| {
                    let any = scene.any_allow(b, |_| false)?;
                    Ok(vec![any, b.passes(&scene.question.item, 0)?])
                })?;
                if found.is_some() {
                    return Ok(true);
                }
            }
            Ok(false)
        });
        answer.unwrap_or(true)
    }

    /// Whether a right makes a difference to whoever holds just the role: something is let through, or refused with the name
    /// of a masked field. One that was not decided does.
    fn is_useful(&mut self, role: RoleId, (right, shape): Cell) -> bool {
        let requires = self.oracle.index.require_places(right);
        let lines = self.profiles.lines(shape);
        if requires.is_empty()
            && lines.is_some_and(|lines| lines.plain || (lines.calm && self.profiles.is_possible(right, lines)))
        {
            return true;
        }
        let of = self.model.rights.get(right.index());
        let creates = of.is_some_and(|right| right.acts_as == Some(ActsAs::Create));
        // Who owns what is made hangs on other rights of the role.
        let key = (!creates).then(|| (of.map(|right| right.object), shape, requires.to_vec()));
        if let Some(known) = key.as_ref().and_then(|key| self.useful.get(key)) {
            return *known;
        }
        let answer = self.ask(right, |ground| {
            for scene in ground.scenes(role)? {
                let found = ground.exists(&scene, false, |b| Ok(vec![scene.answers(b)?]))?;
                if found.is_some() {
                    return Ok(true);
                }
            }
            Ok(false)
        });
        if let (Some(key), Some(answer)) = (key, answer) {
            self.useful.insert(key, answer);
        }
        answer.unwrap_or(true)
    }

    fn ask(
        &mut self,
        right: RightId,
        question: impl FnOnce(&Ground<'a, 'o>) -> Result<bool, Undecided>,
    ) -> Option<bool> {
        let left = self.questions.checked_sub(1);
        let oracle = self.oracle;
        let ground = self.grounds.entry(right).or_insert_with(|| Rc::new(Ground::new(oracle, right)));
        let answer = left.ok_or(Undecided).and_then(|_| question(ground));
        self.questions = left.unwrap_or(0);
        if answer.is_err() {
            self.complete = false;
        }
        answer.ok()
    }

    /// By position, those that contain a group of roles.
    fn holders(&mut self, alike: &[Alike]) -> Option<Vec<Vec<u32>>> {
        let mut budget = subsets::BUDGET;
        let mut numbers: FxHashMap<Cell, u32> = FxHashMap::default();
        let mut cells: Vec<Vec<u32>> = Vec::with_capacity(alike.len());
        let mut rights: Vec<Vec<u32>> = Vec::with_capacity(alike.len());
        for group in alike {
            let mut set: Vec<u32> = Vec::with_capacity(group.cells.len());
            for cell in &group.cells {
                let next = numbers.len() as u32;
                set.push(*numbers.entry(*cell).or_insert(next));
            }
            set.sort_unstable();
            cells.push(set);
            rights.push(group.cells.iter().map(|(right, _)| right.0).collect());
        }
        let plainly = subsets::holders(&cells, numbers.len(), &mut budget)?;
        let mut holders = subsets::holders(&rights, self.model.rights.len(), &mut budget)?;
        let mut pairs = PAIRS;
        let mut kin = Kin::new(self.model);
        for (at, held) in holders.iter_mut().enumerate() {
            let plainly = plainly.get(at).map_or(&[] as &[u32], Vec::as_slice);
            let small = alike.get(at);
            if held.len() > plainly.len()
                && let Some(Alike { roles, .. }) = small
                && let [only] = roles.as_slice()
            {
                kin.gather(self.oracle, *only);
                // That a role has more than those above or below it is not told, only that it has the same.
                let told = |other: &Alike| {
                    let more = small.is_some_and(|small| small.cells.len() < other.cells.len());
                    !more || !other.roles.iter().all(|role| kin.has(*role))
                };
                held.retain(|other| alike.get(*other as usize).is_some_and(told));
            }
            held.retain(|other| {
                plainly.binary_search(other).is_ok() || {
                    let left = pairs.checked_sub(1);
                    pairs = left.unwrap_or(0);
                    self.complete &= left.is_some();
                    left.is_some() && self.is_within(small, alike.get(*other as usize))
                }
            });
        }
        Some(holders)
    }

    /// Whether one group of roles is contained in another, which has the same rights.
    fn is_within(&mut self, small: Option<&Alike>, large: Option<&Alike>) -> bool {
        let (Some(small), Some(large)) = (small, large) else { return false };
        let (Some(role), Some(other)) = (small.roles.first(), large.roles.first()) else { return false };
        small.cells.iter().all(|(right, shape)| {
            let place = large.cells.binary_search_by_key(right, |(right, _)| *right);
            let Some((_, wide)) = place.ok().and_then(|place| large.cells.get(place)) else { return false };
            self.gives(*right, (*role, *shape), (*other, *wide))
        })
    }

    /// Whether all that one role gives of a right the other gives too.
    fn gives(&mut self, right: RightId, (role, narrow): (RoleId, Shape), (other, wide): (RoleId, Shape)) -> bool {
        if narrow == wide || self.profiles.surely_within(narrow, wide) {
            return true;
        }
        let creates = self.model.rights.get(right.index()).is_some_and(|r| r.acts_as == Some(ActsAs::Create));
        let key = (right, narrow, wide);
        if let Some(known) = self.within.get(&key).filter(|_| !creates) {
            return *known;
        }
        let answer = self.ask(right, |ground| Ok(beyond(ground, role, other)?.is_none()));
        if let Some(answer) = answer {
            self.within.insert(key, answer);
        }
        answer.unwrap_or(false)
    }

    /// Makes one group of those that contain each other.
    fn unite(&self, alike: &mut [Alike], holders: &mut [Vec<u32>]) {
        let holds = |holders: &[Vec<u32>], at: u32, other: u32| {
            holders.get(at as usize).is_some_and(|held| held.binary_search(&other).is_ok())
        };
        let mut into: Vec<u32> = (0..alike.len() as u32).collect();
        for at in 0..alike.len() as u32 {
            let held = holders.get(at as usize).map_or(&[] as &[u32], Vec::as_slice);
            let first = held.iter().copied().find(|other| *other < at && holds(holders, *other, at));
            let first = first.and_then(|first| into.get(first as usize).copied());
            if let (Some(first), Some(slot)) = (first, into.get_mut(at as usize)) {
                *slot = first;
            }
        }
        for at in 0..alike.len() {
            let Some(first) = into.get(at).copied().filter(|first| *first as usize != at) else { continue };
            let roles = alike.get_mut(at).map(|group| std::mem::take(&mut group.roles)).unwrap_or_default();
            if let Some(group) = alike.get_mut(first as usize) {
                group.roles.extend(roles);
                group.roles.sort_unstable();
            }
            let held = holders.get_mut(at).map(std::mem::take).unwrap_or_default();
            if let Some(all) = holders.get_mut(first as usize) {
                all.extend(held);
            }
        }
        for held in holders.iter_mut() {
            for other in held.iter_mut() {
                *other = into.get(*other as usize).copied().unwrap_or(*other);
            }
            held.sort_unstable();
            held.dedup();
        }
        for (at, held) in holders.iter_mut().enumerate() {
            held.retain(|other| *other as usize != at);
        }
    }

    /// Containment of roles that do not inherit each other.
    fn beside(&mut self, alike: &[Alike], holders: &[Vec<u32>], found: &mut Compare) {
        let mut kin = Kin::new(self.model);
        let mut left = KEPT;
        for (group, held) in alike.iter().zip(holders).filter(|(_, held)| !held.is_empty()) {
            for role in &group.roles {
                kin.gather(self.oracle, *role);
                let wider = held.iter().filter_map(|other| alike.get(*other as usize)).flat_map(|other| &other.roles);
                let wider: Vec<RoleId> = wider.copied().filter(|other| !kin.has(*other)).collect();
                let Some(rest) = left.checked_sub(wider.len()) else {
                    self.complete = false;
                    return;
                };
                left = rest;
                if !wider.is_empty() {
                    found.contained.insert(*role, wider);
                }
            }
        }
    }
}

/// The roles above and below one.
struct Kin {
    seen: Vec<u32>,
    round: u32,
}

impl Kin {
    fn new(model: &Model) -> Self {
        Self { seen: vec![0; model.roles.len()], round: 0 }
    }

    fn gather(&mut self, oracle: &Oracle<'_>, role: RoleId) {
        for up in [true, false] {
            self.round += 1;
            let mut open = vec![role];
            while let Some(at) = open.pop() {
                let Some(slot) = self.seen.get_mut(at.index()).filter(|slot| **slot != self.round) else { continue };
                *slot = self.round;
                open.extend(if up { oracle.index.parents(at) } else { oracle.index.direct_heirs(at) });
            }
        }
    }

    fn has(&self, role: RoleId) -> bool {
        // The round before looked the other way.
        self.seen.get(role.index()).is_some_and(|seen| *seen + 1 >= self.round)
    }
}
