//! What is told only once every right was looked at: masks, cancels, requirements.

use super::scene::{Answer, Ground, Sample, Scene};
use super::{Fact, Facts, Open, Standing};
use crate::diagnostic::WitnessRequest;
use crate::exact::formula::NodeId;
use crate::exact::index::has;
use crate::exact::{Line, Oracle, Undecided};
use crate::model::{Cancel, CancelId, CancelTarget, ConditionId, MaskId, Model, Origin, Require, RequireId, RoleId};
use std::collections::BTreeSet;

/// What was seen so far, by id.
pub(super) struct Brakes {
    masks: Vec<Seen>,
    cancels: Vec<Seen>,
    requires: Vec<Seen>,
}

/// One mask, cancel or requirement.
#[derive(Default, Clone)]
struct Seen {
    /// It speaks of something.
    met: bool,
    /// A request that shows it.
    first: Option<WitnessRequest>,
    /// It makes a difference.
    useful: bool,
    /// Others do what it does, for each right so far.
    repeats: Option<Standing>,
    /// It does something that no other does.
    unique: bool,
    /// The budget ran out.
    undecided: bool,
}

/// What a further right may change about what is told of a mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// Anything.
    Everything,
    /// Only whether it takes something.
    Bites,
    /// Nothing.
    Nothing,
}

impl Brakes {
    pub(super) fn new(model: &Model) -> Self {
        let blank = |count: usize| vec![Seen::default(); count];
        Self {
            masks: blank(model.masks.len()),
            cancels: blank(model.cancels.len()),
            requires: blank(model.requires.len()),
        }
    }

    /// What one more right may change about what is told of a mask.
    pub(super) fn needs(&self, id: MaskId) -> Needs {
        match self.masks.get(id.index()) {
            Some(Seen { met: true, unique: true, useful: true, .. }) | None => Needs::Nothing,
            Some(Seen { met: true, unique: true, first: Some(_), .. }) => Needs::Bites,
            Some(_) => Needs::Everything,
        }
    }

    /// What one right shows of a mask.
    pub(super) fn mask(&mut self, id: MaskId, first: Option<Sample>, bites: Option<Sample>, repeats: Option<Standing>) {
        let Some(seen) = self.masks.get_mut(id.index()) else { return };
        let Some(Sample(first)) = first else { return };
        seen.met = true;
        seen.useful |= bites.is_some();
        let bites = bites.and_then(|Sample(shown)| shown);
        seen.first = bites.or(seen.first.take()).or(first);
        match repeats {
            None => seen.unique = true,
            Some(now) => {
                seen.repeats = Some(match (seen.repeats.take(), now) {
                    (None, now) => now,
                    (Some(before), now) if before == now => now,
                    (Some(before), now) => together(before, now),
                });
            }
        }
    }

    /// Which cancels let something of this right through.
    pub(super) fn cancels(&mut self, ground: &Ground<'_, '_>, facts: &mut Facts) {
        for (place, cancel) in ground.model.cancels.iter().enumerate() {
            let Some(seen) = self.cancels.get_mut(place).filter(|seen| !seen.useful) else { continue };
            match lets_through(ground, CancelId::from_index(place), cancel) {
                Ok(Some(witness)) => {
                    seen.useful = true;
                    seen.first = witness.0;
                }
                Ok(None) => {}
                Err(Undecided) => {
                    seen.undecided = true;
                    facts.undecided.push(Open { role: cancel.role, right: ground.right });
                }
            }
        }
    }

    /// Which requirements keep somebody from this right.
    pub(super) fn requires(&mut self, ground: &Ground<'_, '_>, facts: &mut Facts) {
        for (place, require) in ground.model.requires.iter().enumerate() {
            let entries = || require.entries.iter().filter(|entry| entry.rights.contains(&ground.right));
            if entries().next().is_none() {
                continue;
            }
            let Some(seen) = self.requires.get_mut(place).filter(|seen| !seen.useful) else { continue };
            for entry in entries() {
                match keeps_out(ground, require, entry.condition, &|other| other.origin == require.origin) {
                    Ok(Some(witness)) => {
                        seen.useful = true;
                        seen.first = witness.0;
                    }
                    Ok(None) => {}
                    Err((role, Undecided)) => {
                        seen.undecided = true;
                        facts.undecided.push(Open { role, right: ground.right });
                    }
                }
            }
        }
    }

    /// Tells what makes no difference.
    pub(super) fn finish(self, model: &Model, facts: &mut Facts) {
        let open: BTreeSet<RoleId> = facts.undecided.iter().map(|open| open.role).collect();
        for (index, seen) in self.masks.into_iter().enumerate() {
            let undecided = model.masks.get(index).is_none_or(|mask| open.contains(&mask.role));
            if undecided {
                continue;
            }
            let standing = match (seen.met, seen.useful, seen.unique, seen.repeats) {
                (false, ..) => Standing::Impossible,
                (true, false, ..) => Standing::Idle,
                (true, true, false, Some(repeats)) => repeats,
                _ => continue,
            };
            facts.masks.insert(MaskId::from_index(index), Fact { standing, witness: seen.first });
        }
        for (index, seen) in self.cancels.into_iter().enumerate() {
            if !seen.useful && !seen.undecided {
                let fact = Fact { standing: Standing::Idle, witness: seen.first };
                facts.idle_cancels.insert(CancelId::from_index(index), fact);
            }
        }
        for (index, seen) in self.requires.into_iter().enumerate() {
            if !seen.useful && !seen.undecided {
                let fact = Fact { standing: Standing::Idle, witness: seen.first };
                facts.idle_requires.insert(RequireId::from_index(index), fact);
            }
        }
    }
}

/// Repeated in different ways for different rights.
fn together(before: Standing, now: Standing) -> Standing {
    let lines = |standing: Standing| match standing {
        Standing::Covered { by, .. } => vec![by],
        Standing::Jointly(lines) | Standing::Dead(lines) => lines,
        Standing::Impossible | Standing::Idle => Vec::new(),
    };
    let all: BTreeSet<Line> = lines(before).into_iter().chain(lines(now)).collect();
    Standing::Jointly(all.into_iter().collect())
}

/// A request that is allowed because of a cancel, in the role that writes it or in one that inherits it.
fn lets_through(ground: &Ground<'_, '_>, id: CancelId, cancel: &Cancel) -> Answer {
    let named = |line: Line| match (&cancel.target, line) {
        (CancelTarget::Denies(list), Line::Rule(id)) => {
            list.iter().any(|(rule, rights)| *rule == id && rights.contains(&ground.right))
        }
        (CancelTarget::Masks(list), Line::Mask(id)) => list.iter().any(|(mask, _)| *mask == id),
        _ => false,
    };
    let concerned = match &cancel.target {
        CancelTarget::Denies(list) => list.iter().any(|(_, rights)| rights.contains(&ground.right)),
        CancelTarget::Masks(list) => list.iter().any(|(mask, _)| ground.masks.values().flatten().any(|m| m == mask)),
    };
    if !concerned {
        return Ok(None);
    }
    let heirs = ground.oracle.index.heirs(cancel.role);
    let all = (0..ground.model.roles.len()).map(RoleId::from_index);
    for seat in std::iter::once(cancel.role).chain(all.filter(|id| *id != cancel.role && has(&heirs, *id))) {
        for scene in ground.scenes(seat)? {
            if !scene.binds().any(|bind| named(bind.line)) {
                continue;
            }
            let found = ground.exists(&scene, true, |b| {
                let item = &scene.question.item;
                let named = scene.binds().filter(|bind| named(bind.line));
                let parts: Vec<NodeId> = named.map(|bind| b.binds_but(item, 0, bind, Some(id))).collect();
                let otherwise = b.formula.or(parts);
                Ok(vec![scene.any_allow(b, |_| false)?, b.passes(item, 0)?, otherwise])
            })?;
            if found.is_some() {
                return Ok(found);
            }
        }
    }
    Ok(None)
}

/// Requirements that are not to count.
type But<'b> = &'b dyn Fn(&Require) -> bool;

/// Of requirements that repeat each other, keeps the first: all that are told to be idle can go together.
pub(super) fn keep_one(oracle: &Oracle<'_>, facts: &mut Facts) {
    let idle: Vec<RequireId> = facts.idle_requires.keys().copied().collect();
    if idle.len() < 2 {
        return;
    }
    let model = oracle.index.model;
    let mut gone: Vec<Origin> = Vec::new();
    for id in idle.into_iter().rev() {
        let Some(require) = model.requires.get(id.index()) else { continue };
        gone.push(require.origin);
        let mut entries = require.entries.iter().flat_map(|entry| entry.rights.iter().map(|r| (*r, entry.condition)));
        let needed = entries.any(|(right, condition)| {
            let ground = Ground::new(oracle, right);
            // What was not decided is not told.
            keeps_out(&ground, require, condition, &|other| gone.contains(&other.origin)).map_or(true, |f| f.is_some())
        });
        if needed {
            gone.pop();
            facts.idle_requires.remove(&id);
        }
    }
}

/// A request that only this requirement refuses, for a role held alone.
fn keeps_out(
    ground: &Ground<'_, '_>,
    require: &Require,
    condition: ConditionId,
    but: But<'_>,
) -> Result<Option<Sample>, (RoleId, Undecided)> {
    let index = &ground.oracle.index;
    let named = index.heirs_of(require.roles.iter().copied());
    for role in ground.rules.keys().copied().chain(require.roles.iter().copied()) {
        let seats =
            if require.roles.is_empty() || has(&named, role) { vec![role] } else { heirs_in(ground, role, &named) };
        for seat in seats {
            let unsure = |undecided| (seat, undecided);
            for scene in ground.scenes(seat).map_err(unsure)? {
                let found = refused(ground, &scene, require, condition, but).map_err(unsure)?;
                if found.is_some() {
                    return Ok(found);
                }
            }
        }
    }
    Ok(None)
}

/// Heirs of a role that are among `named`.
fn heirs_in(ground: &Ground<'_, '_>, role: RoleId, named: &[bool]) -> Vec<RoleId> {
    let heirs = ground.oracle.index.heirs(role);
    let all = (0..ground.model.roles.len()).map(RoleId::from_index);
    all.filter(|id| has(&heirs, *id) && has(named, *id)).collect()
}

fn refused(ground: &Ground<'_, '_>, scene: &Scene, require: &Require, condition: ConditionId, but: But<'_>) -> Answer {
    ground.exists(scene, false, |b| {
        let item = &scene.question.item;
        let barred = b.barred(item, 0)?;
        let window = b.window(require.window);
        let condition = b.condition(condition, 0);
        let known = b.formula.known(condition);
        let others = b.required_but(item, 0, but);
        Ok(vec![scene.any_allow(b, |_| false)?, b.formula.not(barred), window, b.formula.not(known), others])
    })
}
