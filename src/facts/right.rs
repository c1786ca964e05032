//! One right: how each rule of it stands in the role that writes it.

use super::brakes::Brakes;
use super::scene::{Answer, Ground, Scene};
use super::{Fact, Facts, Open, Standing, overlap, wide};
use crate::diagnostic::WitnessRequest;
use crate::exact::item::Bind;
use crate::exact::{Line, Oracle, Undecided};
use crate::model::{ConditionId, MaskId, RightId, RoleId, RuleEffect, RuleId, WindowId};
use std::collections::BTreeSet;

/// Works out everything about one right.
pub(super) fn examine(oracle: &Oracle<'_>, right: RightId, facts: &mut Facts, brakes: &mut Brakes) {
    let ground = Ground::new(oracle, right);
    let writers: BTreeSet<RoleId> = ground.rules.keys().chain(ground.masks.keys()).copied().collect();
    for role in writers {
        if ground.is_plain(role) {
            continue;
        }
        let found = ground.scenes(role).and_then(|scenes| ground.role(role, &scenes, facts, brakes));
        if found.is_err() {
            facts.undecided.push(Open { role, right });
        }
    }
    overlap::examine(&ground, facts);
    brakes.cancels(&ground, facts);
    brakes.requires(&ground, facts);
}

impl Ground<'_, '_> {
    /// The only rule of the role about this right, with nothing that could stop or repeat it.
    fn is_plain(&self, role: RoleId) -> bool {
        let own = self.rules.get(&role).map_or(&[] as &[_], Vec::as_slice);
        let simple = own.iter().all(|id| {
            self.model.rules.get(id.index()).is_some_and(|rule| {
                rule.effect == RuleEffect::Allow
                    && rule.condition == ConditionId::TRUE
                    && rule.window == WindowId::ALWAYS
            })
        });
        if own.len() > 1 || !simple || self.masks.contains_key(&role) {
            return false;
        }
        let mut open = vec![role];
        let mut seen = BTreeSet::from([role]);
        while let Some(at) = open.pop() {
            let Some(at) = self.model.roles.get(at.index()) else { continue };
            if !at.active.is_empty() {
                return false;
            }
            for parent in &at.parents {
                if self.rules.contains_key(parent) || self.masks.contains_key(parent) {
                    return false;
                }
                if seen.insert(*parent) {
                    open.push(*parent);
                }
            }
        }
        true
    }

    fn role(&self, role: RoleId, scenes: &[Scene], facts: &mut Facts, brakes: &mut Brakes) -> Result<(), Undecided> {
        for id in self.rules.get(&role).into_iter().flatten() {
            let Some(rule) = self.model.rules.get(id.index()) else { continue };
            let fact = match rule.effect {
                RuleEffect::Allow => self.allow(scenes, *id)?,
                RuleEffect::Deny => self.deny(role, scenes, *id)?,
            };
            if let Some(fact) = fact {
                facts.rules.insert((*id, self.right), fact);
            }
        }
        for id in self.masks.get(&role).into_iter().flatten() {
            self.mask(role, scenes, *id, brakes)?;
        }
        Ok(())
    }

    fn allow(&self, scenes: &[Scene], id: RuleId) -> Result<Option<Fact>, Undecided> {
        let mut first: Option<WitnessRequest> = None;
        let (mut dead, mut joint) = (true, true);
        let mut live: Option<WitnessRequest> = None;
        let mut covers: Option<BTreeSet<RuleId>> = None;
        let mut others: BTreeSet<RuleId> = BTreeSet::new();
        let mut taken: BTreeSet<Line> = BTreeSet::new();
        for scene in scenes {
            let Some(allow) = scene.allow(id) else { continue };
            let item = &scene.question.item;
            let applies = self.exists(scene, false, |b| Ok(vec![b.applies(item, 0, allow)?]))?;
            let Some(applies) = applies else { continue };
            first.get_or_insert(applies);
            if dead {
                let free = self.exists(scene, false, |b| {
                    let barred = b.barred(item, 0)?;
                    Ok(vec![b.applies(item, 0, allow)?, b.formula.not(barred)])
                })?;
                dead = free.is_none();
                taken.extend(scene.binds().map(|bind| bind.line));
            }
            if live.is_none() {
                live = self.exists(scene, true, |b| Ok(vec![b.applies(item, 0, allow)?, b.passes(item, 0)?]))?;
            }
            joint = joint && self.alone(scene, id, true)?.is_none();
            if joint {
                let mut mine = BTreeSet::new();
                for other in scene.view.allows.iter().map(|other| other.rule).filter(|other| *other != id) {
                    others.insert(other);
                    if covers.as_ref().is_none_or(|kept| kept.contains(&other)) && self.covers(scene, other, id)? {
                        mine.insert(other);
                    }
                }
                covers = Some(mine);
            }
            if !dead && !joint {
                return Ok(None);
            }
        }
        let Some(first) = first else { return Ok(Some(Fact { standing: Standing::Impossible, witness: None })) };
        if dead {
            let standing = Standing::Dead(taken.into_iter().collect());
            return Ok(Some(Fact { standing, witness: Some(first) }));
        }
        let witness = Some(live.unwrap_or(first));
        if let Some(by) = covers.unwrap_or_default().first().copied() {
            let mut mutual = true;
            for scene in scenes.iter().filter(|scene| scene.allow(by).is_some()) {
                mutual = mutual && self.covers(scene, id, by)?;
            }
            return Ok(Some(Fact { standing: Standing::Covered { by: Line::Rule(by), mutual }, witness }));
        }
        let mut lines: BTreeSet<Line> = others.into_iter().map(Line::Rule).collect();
        for scene in scenes {
            if self.alone(scene, id, false)?.is_some() {
                lines.extend(&taken);
            }
        }
        Ok(Some(Fact { standing: Standing::Jointly(lines.into_iter().collect()), witness }))
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
        let Some(first) = weighed.first else {
            return Ok(Some(Fact { standing: Standing::Impossible, witness: None }));
        };
        if weighed.bites.is_none() && wide::bites(self, role, Line::Rule(id))?.is_none() {
            return Ok(Some(Fact { standing: Standing::Idle, witness: Some(first) }));
        }
        Ok(weighed.repeats.map(|standing| Fact { standing, witness: Some(first) }))
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
            if weighed.bites.is_none() {
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
    first: Option<WitnessRequest>,
    /// A request that it takes from an allow.
    bites: Option<WitnessRequest>,
    /// Others do what it does.
    repeats: Option<Standing>,
}
