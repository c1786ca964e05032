//! [`Conditions`]: conditions that tell nothing apart, parts of them that never matter, requirements that nobody can meet.
//!
//! A condition is looked at over every value, null and missing among them, whoever asks.

use crate::exact::build::Builder;
use crate::exact::formula::NodeId;
use crate::exact::{Oracle, Undecided};
use crate::model::{Comparison, Condition, ConditionId, Model, Operand, RightId, Test, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Conditions that are looked at; what a policy has beyond is left out.
const LOOKED_AT: usize = 20_000;
/// Alternatives of one condition that are looked at.
const ALTERNATIVES: usize = 64;

/// How a condition is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// It must be known true: an allow, hours of a role, a requirement.
    Gives,
    /// It must not be known false: a deny, a mask, a suspension.
    Takes,
}

/// One side of an `or` without which the condition comes to the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    /// The side.
    pub part: ConditionId,
    /// It can never hold by itself; else the others hold whenever it does.
    pub never: bool,
}

/// What is known of conditions.
#[derive(Debug, Default)]
pub struct Conditions {
    /// Known false under no values.
    pub vacuous: BTreeSet<ConditionId>,
    /// Sides of an `or` that never matter, for each way of reading it; of several sides that do the same one is kept.
    pub idle: BTreeMap<(ConditionId, Use), Vec<Idle>>,
    /// Requirements (by position, with the right) that no values meet.
    pub unmeetable: BTreeSet<(usize, RightId)>,
    /// Rights of which no values meet all requirements that always hold for everybody, with the positions of those, each of
    /// which some values meet.
    pub clashing: BTreeMap<RightId, Vec<usize>>,
    /// Whether every question was decided.
    pub complete: bool,
}

impl Conditions {
    /// Looks at every condition of a model without errors.
    pub fn new(oracle: &Oracle<'_>) -> Self {
        let mut found = Self { complete: true, ..Self::default() };
        for (id, uses) in uses(oracle).into_iter().take(LOOKED_AT) {
            let looked = found.look(oracle, id, &uses);
            found.complete &= looked.is_ok();
        }
        let required = found.requirements(oracle);
        found.complete &= required.is_ok();
        found
    }

    /// Rights that requirements shut for everybody, at least while they hold.
    pub fn is_shut(&self, right: RightId) -> bool {
        self.clashing.contains_key(&right) || self.unmeetable.iter().any(|(_, of)| *of == right)
    }

    fn look(&mut self, oracle: &Oracle<'_>, id: ConditionId, uses: &BTreeSet<Use>) -> Result<(), Undecided> {
        let can_be_false = plainly_tells(oracle.index.model, id)
            || oracle.can_be(&[id], &|b| {
                let whole = b.condition(id, 0);
                let possible = b.formula.possible(whole);
                Ok(vec![b.formula.not(possible)])
            })?;
        if !can_be_false {
            // All of it comes to nothing; its parts need not be told.
            self.vacuous.insert(id);
            return Ok(());
        }
        let sides = sides(oracle, id);
        if sides.is_empty() {
            return Ok(());
        }
        for reading in uses {
            let holds = oracle.can_be(&[id], &|b| {
                let whole = b.condition(id, 0);
                Ok(vec![reading.node(b, whole)])
            })?;
            // What never holds as a whole is told by itself.
            if !holds {
                continue;
            }
            let mut left_out: Vec<Side> = Vec::new();
            let mut idle = Vec::new();
            for side in sides.iter().take(ALTERNATIVES) {
                left_out.push(*side);
                let matters = oracle.can_be(&[id], &|b| {
                    let (whole, less) = (b.condition(id, 0), without(b, oracle, id, &left_out));
                    let (whole, less) = (reading.node(b, whole), reading.node(b, less));
                    Ok(vec![whole, b.formula.not(less)])
                })?;
                if matters {
                    left_out.pop();
                    continue;
                }
                let holds = oracle.can_be(&[side.part], &|b| {
                    let part = b.condition(side.part, 0);
                    Ok(vec![reading.node(b, part)])
                })?;
                idle.push(Idle { part: side.part, never: !holds });
            }
            if !idle.is_empty() {
                self.idle.insert((id, *reading), idle);
            }
        }
        Ok(())
    }

    fn requirements(&mut self, oracle: &Oracle<'_>) -> Result<(), Undecided> {
        let model = oracle.index.model;
        let meet = |conditions: &[ConditionId]| {
            oracle.can_be(conditions, &|b| {
                let all: Vec<NodeId> = conditions.iter().map(|id| b.condition(*id, 0)).collect();
                Ok(all.into_iter().map(|node| b.formula.known(node)).collect())
            })
        };
        let mut known: BTreeMap<Vec<ConditionId>, bool> = BTreeMap::new();
        let mut can_meet = |conditions: Vec<ConditionId>| -> Result<bool, Undecided> {
            if let Some(known) = known.get(&conditions) {
                return Ok(*known);
            }
            let answer = meet(&conditions)?;
            known.insert(conditions, answer);
            Ok(answer)
        };
        let mut of_all: BTreeMap<RightId, Vec<(usize, ConditionId)>> = BTreeMap::new();
        for (place, require) in model.requires.iter().enumerate() {
            for entry in &require.entries {
                let meets = can_meet(vec![entry.condition])?;
                for right in &entry.rights {
                    if !meets {
                        self.unmeetable.insert((place, *right));
                    } else if require.roles.is_empty() && model.window(require.window).is_always() {
                        of_all.entry(*right).or_default().push((place, entry.condition));
                    }
                }
            }
        }
        for (right, requires) in of_all.into_iter().filter(|(_, requires)| requires.len() > 1) {
            let mut conditions: Vec<ConditionId> = requires.iter().map(|(_, condition)| *condition).collect();
            conditions.sort_unstable();
            conditions.dedup();
            if !can_meet(conditions)? {
                self.clashing.insert(right, requires.iter().map(|(place, _)| *place).collect());
            }
        }
        Ok(())
    }
}

/// Whether a condition is false for some value at first sight.
fn plainly_tells(model: &Model, id: ConditionId) -> bool {
    match model.conditions.get(id.index()) {
        Some(Condition::And(parts)) => parts.iter().any(|part| plainly_tells(model, *part)),
        Some(Condition::Atom(atom)) => model.atoms.get(atom.index()).is_some_and(|atom| match &atom.test {
            Test::IsNone => true,
            Test::Compare(Comparison::Equal | Comparison::NotEqual, Operand::Value(value)) => {
                matches!(value, Value::Boolean(_) | Value::Number(_) | Value::Text(_))
            }
            _ => false,
        }),
        _ => false,
    }
}

impl Use {
    fn node(self, b: &mut Builder<'_>, condition: NodeId) -> NodeId {
        match self {
            Self::Gives => b.formula.known(condition),
            Self::Takes => b.formula.possible(condition),
        }
    }
}

/// Every condition with how it is read.
fn uses(oracle: &Oracle<'_>) -> BTreeMap<ConditionId, BTreeSet<Use>> {
    use crate::model::{RuleEffect, SuspensionKind};
    let model = oracle.index.model;
    let mut found: BTreeMap<ConditionId, BTreeSet<Use>> = BTreeMap::new();
    let mut add = |condition: ConditionId, reading: Use| {
        if condition != ConditionId::TRUE {
            found.entry(condition).or_default().insert(reading);
        }
    };
    for rule in &model.rules {
        add(rule.condition, if rule.effect == RuleEffect::Allow { Use::Gives } else { Use::Takes });
    }
    model.masks.iter().for_each(|mask| add(mask.condition, Use::Takes));
    model.roles.iter().flat_map(|role| &role.active).for_each(|active| add(active.condition, Use::Gives));
    model.requires.iter().flat_map(|require| &require.entries).for_each(|entry| add(entry.condition, Use::Gives));
    for suspension in &model.suspensions {
        add(suspension.condition, Use::Takes);
        if let SuspensionKind::Rights(entries) = &suspension.kind {
            entries.iter().for_each(|entry| add(entry.condition, Use::Takes));
        }
    }
    found
}

/// One side of an `or`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Side {
    of: ConditionId,
    part: ConditionId,
}

/// The sides of every `or` that `and` and `or` alone lead to, the last first: of two that do the same the later one goes.
fn sides(oracle: &Oracle<'_>, root: ConditionId) -> Vec<Side> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        match oracle.index.model.conditions.get(id.index()) {
            Some(Condition::And(parts)) => open.extend(parts),
            Some(Condition::Or(parts)) => {
                open.extend(parts);
                found.extend(parts.iter().rev().map(|part| Side { of: id, part: *part }));
            }
            Some(Condition::True | Condition::Not(_) | Condition::Atom(_)) | None => {}
        }
    }
    found
}

/// A condition without some sides of it.
fn without(b: &mut Builder<'_>, oracle: &Oracle<'_>, id: ConditionId, left_out: &[Side]) -> NodeId {
    match oracle.index.model.conditions.get(id.index()) {
        Some(Condition::And(parts)) => {
            let parts: Vec<NodeId> = parts.iter().map(|part| without(b, oracle, *part, left_out)).collect();
            b.formula.and(parts)
        }
        Some(Condition::Or(parts)) => {
            let kept = parts.iter().filter(|part| !left_out.contains(&Side { of: id, part: **part }));
            let parts: Vec<NodeId> = kept.map(|part| without(b, oracle, *part, left_out)).collect();
            b.formula.or(parts)
        }
        Some(Condition::True | Condition::Not(_) | Condition::Atom(_)) | None => b.condition(id, 0),
    }
}
