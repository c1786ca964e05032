//! One right: how each rule of it stands in the role that writes it.

use super::brakes::{Brakes, Needs};
use super::scene::{Answer, Ground, Sample, Scene};
use super::{Fact, Facts, Open, Standing, overlap, wide};
use crate::exact::item::Bind;
use crate::exact::{Line, Oracle, Undecided};
use crate::model::{ConditionId, Coverage, MaskId, RightId, RoleId, RuleEffect, RuleId, WindowId};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// Works out everything about one right.
pub(super) fn examine(oracle: &Oracle<'_>, right: RightId, facts: &mut Facts, brakes: &mut Brakes) {
    let ground = Ground::new(oracle, right);
    let writers: BTreeSet<RoleId> = ground.rules.keys().chain(ground.masks.keys()).copied().collect();
    for role in writers {
        let found = ground.role(role, facts, brakes);
        if found.is_err() {
            facts.undecided.push(Open { role, right });
        }
    }
    overlap::examine(&ground, facts);
    brakes.cancels(&ground, facts);
    brakes.requires(&ground, facts);
}

impl Ground<'_, '_> {
    /// The only rule of the role about this right, met by some request, with nothing that could stop or repeat it.
    fn is_plain(&self, role: RoleId) -> Result<bool, Undecided> {
        let own = self.rules.get(&role).map_or(&[] as &[_], Vec::as_slice);
        let [id] = own else { return Ok(own.is_empty()) };
        let Some(rule) = self.model.rules.get(id.index()) else { return Ok(true) };
        if rule.effect != RuleEffect::Allow || !self.oracle.is_met(self.right, rule) {
            return Ok(false);
        }
        // Masks take nothing from the record itself.
        let masks = !matches!(rule.coverage, Coverage::Object { .. });
        let simple = rule.condition == ConditionId::TRUE && rule.window == WindowId::ALWAYS;
        if masks && (!simple || self.masks.contains_key(&role)) {
            return Ok(false);
        }
        if self.model.roles.get(role.index()).is_some_and(|role| role.parents.is_empty() && role.active.is_empty()) {
            return Ok(true);
        }
        let mut open = vec![role];
        let mut seen = FxHashSet::from_iter([role]);
        while let Some(at) = open.pop() {
            self.oracle.walk(1)?;
            let Some(at) = self.model.roles.get(at.index()) else { continue };
            if !at.active.is_empty() {
                return Ok(false);
            }
            for parent in &at.parents {
                if self.rules.contains_key(parent) || masks && self.masks.contains_key(parent) {
                    return Ok(false);
                }
                if seen.insert(*parent) {
                    open.push(*parent);
                }
            }
        }
        Ok(true)
    }

    fn role(&self, role: RoleId, facts: &mut Facts, brakes: &mut Brakes) -> Result<(), Undecided> {
        let rules = if self.is_plain(role)? { None } else { self.rules.get(&role) };
        let masks = self.masks.get(&role).into_iter().flatten().copied();
        // Most masks are told by the first right, and of the others it matters only whether they take something.
        let masks = masks.filter(|id| match brakes.needs(*id) {
            Needs::Everything => true,
            Needs::Bites => wide::may_bite(self, role, Line::Mask(*id)),
            Needs::Nothing => false,
        });
        let masks: Vec<MaskId> = masks.collect();
        if rules.is_none() && masks.is_empty() {
            return Ok(());
        }
        let scenes = self.scenes(role)?;
        for id in rules.into_iter().flatten() {
            let Some(rule) = self.model.rules.get(id.index()) else { continue };
            let fact = match rule.effect {
                RuleEffect::Allow => self.allow(&scenes, *id)?,
                RuleEffect::Deny => self.deny(role, &scenes, *id)?,
            };
            if let Some(fact) = fact {
                facts.rules.insert((*id, self.right), fact);
            }
        }
        for id in masks {
            self.mask(role, &scenes, id, brakes)?;
        }
        Ok(())
    }

    fn allow(&self, scenes: &[Scene], id: RuleId) -> Result<Option<Fact>, Undecided> {
        for scene in scenes {
            if self.alone(scene, id, true)?.is_some() {
                if let Some(rule) = self.model.rules.get(id.index()) {
                    self.oracle.note_met(&scene.question.item, rule);
                }
                return Ok(None);
            }
        }
        let mut applies: Vec<(&Scene, Sample)> = Vec::new();
        for scene in scenes {
            let Some(allow) = scene.allow(id) else { continue };
            let found = self.exists(scene, false, |b| Ok(vec![b.applies(&scene.question.item, 0, allow)?]))?;
            applies.extend(found.map(|found| (scene, found)));
        }
        let Some((_, Sample(first))) = applies.first().cloned() else {
            return Ok(Some(Fact { standing: Standing::Impossible, witness: None }));
        };
        let scenes: Vec<&Scene> = applies.into_iter().map(|(scene, _)| scene).collect();
        let brakes = || scenes.iter().flat_map(|scene| scene.binds()).map(|bind| bind.line);
        let mut live = None;
        let mut dead = true;
        for scene in &scenes {
            let Some(allow) = scene.allow(id) else { continue };
            let item = &scene.question.item;
            live = match live {
                Some(live) => Some(live),
                None => self
                    .exists(scene, true, |b| Ok(vec![b.applies(item, 0, allow)?, b.passes(item, 0)?]))?
                    .and_then(|Sample(shown)| shown),
            };
            dead = dead
                && self
                    .exists(scene, false, |b| {
                        let barred = b.barred(item, 0)?;
                        Ok(vec![b.applies(item, 0, allow)?, b.formula.not(barred)])
                    })?
                    .is_none();
        }
        if dead {
            let lines: BTreeSet<Line> = brakes().collect();
            return Ok(Some(Fact { standing: Standing::Dead(lines.into_iter().collect()), witness: first }));
        }
        let standing = match self.one_for_all(&scenes, id)? {
            Some(by) => Standing::Covered { by: Line::Rule(by), mutual: self.is_mutual(&scenes, id, by)? },
            None => {
                let mut lines = BTreeSet::new();
                for scene in &scenes {
                    lines.extend(scene.view.allows.iter().map(|a| a.rule).filter(|a| *a != id).map(Line::Rule));
                    if self.alone(scene, id, false)?.is_some() {
                        lines.extend(scene.binds().map(|bind| bind.line));
                    }
                }
                Standing::Jointly(lines.into_iter().collect())
            }
        };
        Ok(Some(Fact { standing, witness: live.or(first) }))
    }

    /// The first allow that applies whenever another does, in every scene.
    fn one_for_all(&self, scenes: &[&Scene], id: RuleId) -> Result<Option<RuleId>, Undecided> {
        let Some(first) = scenes.first() else { return Ok(None) };
        for other in first.view.allows.iter().map(|allow| allow.rule).filter(|other| *other != id) {
            let mut covers = true;
            for scene in scenes {
                covers = covers && self.covers(scene, other, id)?;
            }
            if covers {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    fn is_mutual(&self, scenes: &[&Scene], id: RuleId, by: RuleId) -> Result<bool, Undecided> {
        for scene in scenes {
            if !self.covers(scene, id, by)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What only this allow gives; of that, what no brake takes, if `free`.
    fn alone(&self, scene: &Scene, id: RuleId, free: bool) -> Answer {
        let Some(allow) = scene.allow(id) else { return Ok(None) };
        let item = &scene.question.item;
        self.exists(scene, false, |b| {
            let others = scene.any_allow(b, |other| other == id)?;
            let barred = if free { b.barred(item, 0)? } else { b.formula.no() };
            Ok(vec![b.applies(item, 0, allow)?, b.formula.not(others), b.formula.not(barred)])
        })
    }

    /// Whether one allow applies whenever another does.
    fn covers(&self, scene: &Scene, wide: RuleId, narrow: RuleId) -> Result<bool, Undecided> {
        let Some(narrow) = scene.allow(narrow) else { return Ok(true) };
        let Some(wide) = scene.allow(wide) else { return Ok(false) };
        let item = &scene.question.item;
        let more = self.exists(scene, false, |b| {
            let wide = b.applies(item, 0, wide)?;
            Ok(vec![b.applies(item, 0, narrow)?, b.formula.not(wide)])
        })?;
        Ok(more.is_none())
    }

    fn deny(&self, role: RoleId, scenes: &[Scene], id: RuleId) -> Result<Option<Fact>, Undecided> {
        let weighed = self.weigh(scenes, Line::Rule(id))?;
        let Some(Sample(first)) = weighed.first else {
            return Ok(Some(Fact { standing: Standing::Impossible, witness: None }));
        };
        if weighed.bites.is_none() && wide::bites(self, role, Line::Rule(id))?.is_none() {
            return Ok(Some(Fact { standing: Standing::Idle, witness: first }));
        }
        Ok(weighed.repeats.map(|standing| Fact { standing, witness: first }))
    }

    fn mask(&self, role: RoleId, scenes: &[Scene], id: MaskId, brakes: &mut Brakes) -> Result<(), Undecided> {
        let brake = Line::Mask(id);
        let weighed = self.weigh(scenes, brake)?;
        let bites = match weighed.bites {
            Some(bites) => Some(bites),
            None => wide::bites(self, role, brake)?,
        };
        brakes.mask(id, weighed.first, bites, weighed.repeats);
        Ok(())
    }

    /// A brake beside the others of the role that writes it.
    fn weigh(&self, scenes: &[Scene], brake: Line) -> Result<Weighed, Undecided> {
        let mut weighed = Weighed::default();
        let mut covers: Option<BTreeSet<Line>> = None;
        let mut others: BTreeSet<Line> = BTreeSet::new();
        let mut joint = true;
        for scene in scenes {
            let Some(bind) = scene.binds().find(|bind| bind.line == brake) else { continue };
            let item = &scene.question.item;
            let Some(first) = self.exists(scene, false, |b| Ok(vec![b.binds(item, 0, bind)]))? else { continue };
            weighed.first.get_or_insert(first);
            if weighed.bites.is_none() && !scene.view.allows.is_empty() {
                weighed.bites = self.exists(scene, false, |b| {
                    let any = scene.any_allow(b, |_| false)?;
                    Ok(vec![b.binds(item, 0, bind), any])
                })?;
            }
            // What masks take is taken by a deny as well, but not the other way round.
            let kin = |other: &&Bind| {
                other.line != brake && (matches!(other.line, Line::Rule(_)) || matches!(brake, Line::Mask(_)))
            };
            joint = joint
                && scene.binds().any(|other| kin(&other))
                && self
                    .exists(scene, false, |b| {
                        let any = scene.any_bind(b, scene.binds().filter(kin));
                        Ok(vec![b.binds(item, 0, bind), b.formula.not(any)])
                    })?
                    .is_none();
            if joint {
                let mut mine = BTreeSet::new();
                for other in scene.binds().filter(kin) {
                    others.insert(other.line);
                    if covers.as_ref().is_none_or(|kept| kept.contains(&other.line))
                        && self.binds_whenever(scene, other, bind)?
                    {
                        mine.insert(other.line);
                    }
                }
                covers = Some(mine);
            }
        }
        if joint && weighed.first.is_some() {
            weighed.repeats = Some(match covers.unwrap_or_default().first().copied() {
                Some(by) => Standing::Covered { by, mutual: self.is_covered_by(scenes, brake, by)? },
                None => Standing::Jointly(others.into_iter().collect()),
            });
        }
        Ok(weighed)
    }

    /// Whether `brake` binds whenever `by` does, in every scene.
    fn is_covered_by(&self, scenes: &[Scene], line: Line, by: Line) -> Result<bool, Undecided> {
        for scene in scenes {
            let find = |wanted: Line| scene.binds().find(|bind| bind.line == wanted);
            let covered = match (find(line), find(by)) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(wide), Some(narrow)) => self.binds_whenever(scene, wide, narrow)?,
            };
            if !covered {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn binds_whenever(&self, scene: &Scene, wide: &Bind, narrow: &Bind) -> Result<bool, Undecided> {
        let item = &scene.question.item;
        let more = self.exists(scene, false, |b| {
            let wide = b.binds(item, 0, wide);
            Ok(vec![b.binds(item, 0, narrow), b.formula.not(wide)])
        })?;
        Ok(more.is_none())
    }
}

/// What one brake does in the role that writes it.
#[derive(Default)]
struct Weighed {
    /// A request that it binds.
    first: Option<Sample>,
    /// A request that it takes from an allow.
    bites: Option<Sample>,
    /// Others do what it does.
    repeats: Option<Standing>,
}
