//! [`Overlap`]: an allow and a deny that meet in one role. Deny wins there.

use super::scene::{Ground, Sample};
use super::{Facts, Open};
use crate::diagnostic::WitnessRequest;
use crate::exact::index::has;
use crate::exact::{Line, Undecided};
use crate::model::{RightId, RoleId, RuleEffect, RuleId};
use std::collections::{BTreeMap, BTreeSet};

/// An allow and a deny that meet in a role held alone, and in none that it inherits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The role in which they meet first.
    pub seat: RoleId,
    /// What is allowed.
    pub allow: RuleId,
    /// What takes it.
    pub deny: RuleId,
    /// The rights for which they meet, sorted.
    pub rights: Vec<RightId>,
    /// A request that both speak of, if one can be replayed.
    pub witness: Option<WitnessRequest>,
}

type Pair = (RuleId, RuleId);

/// Finds the overlaps of one right.
pub(super) fn examine(ground: &Ground<'_, '_>, facts: &mut Facts) {
    let writers = |effect: RuleEffect| -> Vec<RoleId> {
        let wrote = |id: &RuleId| ground.model.rules.get(id.index()).is_some_and(|rule| rule.effect == effect);
        ground.rules.iter().filter(|(_, rules)| rules.iter().any(wrote)).map(|(role, _)| *role).collect()
    };
    let denied = writers(RuleEffect::Deny);
    if denied.is_empty() {
        return;
    }
    let index = &ground.oracle.index;
    let (denied, allowed) = (index.heirs_of(denied), index.heirs_of(writers(RuleEffect::Allow)));
    let mut known: BTreeMap<RoleId, BTreeSet<Pair>> = BTreeMap::new();
    for seat in index.order() {
        if !has(&denied, *seat) || !has(&allowed, *seat) {
            continue;
        }
        match meet(ground, *seat, &known, facts) {
            Ok(pairs) => {
                known.insert(*seat, pairs);
            }
            Err(Undecided) => facts.undecided.push(Open { role: *seat, right: ground.right }),
        }
    }
}

/// The pairs that reach a role; those that none of its parents has are asked about.
fn meet(
    ground: &Ground<'_, '_>,
    seat: RoleId,
    known: &BTreeMap<RoleId, BTreeSet<Pair>>,
    facts: &mut Facts,
) -> Result<BTreeSet<Pair>, Undecided> {
    let parents = ground.model.roles.get(seat.index()).map_or(&[] as &[_], |role| role.parents.as_slice());
    let inherited: BTreeSet<Pair> = parents.iter().filter_map(|parent| known.get(parent)).flatten().copied().collect();
    let mut pairs = BTreeSet::new();
    let mut met: BTreeSet<Pair> = BTreeSet::new();
    for scene in ground.scenes(seat)? {
        for allow in &scene.view.allows {
            for bind in &scene.view.denies {
                let Line::Rule(deny) = bind.line else { continue };
                let pair = (allow.rule, deny);
                pairs.insert(pair);
                if inherited.contains(&pair) || met.contains(&pair) {
                    continue;
                }
                let item = &scene.question.item;
                let found =
                    ground.exists(&scene, false, |b| Ok(vec![b.applies(item, 0, allow)?, b.binds(item, 0, bind)]))?;
                if let Some(Sample(witness)) = found {
                    met.insert(pair);
                    note(facts, seat, pair, ground.right, witness);
                }
            }
        }
    }
    Ok(pairs)
}

fn note(facts: &mut Facts, seat: RoleId, (allow, deny): Pair, right: RightId, witness: Option<WitnessRequest>) {
    let same = |overlap: &&mut Overlap| overlap.seat == seat && overlap.allow == allow && overlap.deny == deny;
    match facts.overlaps.iter_mut().rev().find(same) {
        Some(overlap) => overlap.rights.push(right),
        None => facts.overlaps.push(Overlap { seat, allow, deny, rights: vec![right], witness }),
    }
}
