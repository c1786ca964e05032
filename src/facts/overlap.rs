//! [`Overlap`]: an allow and a deny that meet in one role. Deny wins there.

use super::scene::{Ground, Sample};
use super::{Access, Facts, Open};
use crate::diagnostic::WitnessRequest;
use crate::exact::index::has;
use crate::exact::item::covers;
use crate::exact::subject::Subject;
use crate::exact::{Line, Undecided};
use crate::model::{FieldId, RightId, RoleId, RuleEffect, RuleId, UserId};
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

/// A request of a person (`None`: of somebody unknown who brings roles) of which an allow through one of their roles and
/// a deny through another both speak: it is refused.
///
/// # Errors
/// The budget ran out.
pub fn meet_across(
    access: &Access<'_>,
    user: Option<UserId>,
    right: RightId,
    (allow, through): (RuleId, RoleId),
    (deny, by): (RuleId, RoleId),
) -> Result<Option<WitnessRequest>, Undecided> {
    let (ground, oracle) = (access.ground(right), access.oracle);
    let index = &oracle.index;
    let speaks = |field: &Option<FieldId>| {
        index.model.rules.get(allow.index()).is_some_and(|rule| covers(index.model, rule, right, *field))
    };
    // Records, conditions and times are the same for every field that both speak of.
    let Some(field) = ground.fields_of(Line::Rule(deny)).into_iter().find(speaks) else { return Ok(None) };
    let question = ground.question(field);
    let subject = match user {
        Some(user) => oracle.person(user, &question),
        None => Subject::unknown(index, &|role| question.item.concerns(role)),
    };
    oracle.walk(subject.hats.len())?;
    let with = |role: RoleId| subject.hats.iter().enumerate().filter(move |(_, hat)| hat.role == role);
    oracle.find(&subject, &question, (None, false), &|b| {
        let mut pairs = Vec::new();
        for (at, _) in with(through) {
            let view = question.item.view(index, through).ok_or(Undecided)?;
            let Some(found) = view.allows.iter().find(|found| found.rule == allow) else { continue };
            let applies = b.applies(&question.item, at, found)?;
            // What a delegated role denies binds only what comes through it.
            for (other, _) in with(by).filter(|(other, hat)| hat.behalf.is_none() || *other == at) {
                let view = question.item.view(index, by).ok_or(Undecided)?;
                let Some(bind) = view.denies.iter().find(|bind| bind.line == Line::Rule(deny)) else { continue };
                let binds = b.binds(&question.item, other, bind);
                pairs.push(b.formula.and([applies, binds]));
            }
        }
        Ok(vec![b.formula.or(pairs)])
    })
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
