//! What stays open while a suspension holds, and what it stops at all: for people as they are, with every suspension.
//!
//! Guarantees and other facts leave suspensions out; here they are the question. All are read as the evaluator reads
//! them: in force unless known not to be.

use super::scene::Ground;
use crate::diagnostic::WitnessRequest;
use crate::exact::build::Builder;
use crate::exact::formula::NodeId;
use crate::exact::item::{Allow, Item};
use crate::exact::locks::cuts;
use crate::exact::subject::Subject;
use crate::exact::{Oracle, Question, Undecided};
use crate::model::{Coverage, FieldId, RightId, RoleId, RuleEffect, RuleId, Suspension, UserId};

/// A way that stays open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    /// The allow that still lets the person through.
    pub rule: RuleId,
    /// A request inside the window that is allowed, and that the suspended role would have allowed too.
    pub witness: WitnessRequest,
}

/// A request that a person is allowed through one of their roles while a suspension is in force, although what it stops
/// would have given the same.
///
/// # Errors
/// The budget ran out.
pub fn leak(
    oracle: &Oracle<'_>,
    suspension: &Suspension,
    user: UserId,
    right: RightId,
    through: RoleId,
) -> Result<Option<Leak>, Undecided> {
    let ground = Ground::new(oracle, right);
    for field in fields(&ground) {
        let question = ground.question(field);
        let subject = oracle.person(user, &question);
        let asked = Asked { oracle, question: &question, subject: &subject };
        let Some((first, _)) = subject.hats.iter().enumerate().find(|(_, hat)| hat.role == through) else {
            continue;
        };
        let view = question.item.view(&oracle.index, through).ok_or(Undecided)?;
        oracle.walk(subject.hats.len())?;
        for allow in &view.allows {
            let found = oracle.find(&subject, &question, (None, true), &|b| {
                let mut open = Vec::new();
                for (at, _) in subject.hats.iter().enumerate().skip(first).filter(|(_, hat)| hat.role == through) {
                    open.push(asked.stays(b, at, allow)?);
                }
                let stopped = asked.stops(b, suspension)?;
                Ok(vec![b.formula.or(open), stopped])
            })?;
            if let Some(witness) = found {
                return Ok(Some(Leak { rule: allow.rule, witness }));
            }
        }
    }
    Ok(None)
}

/// Whether anybody may use a right while a suspension of rights is in force, were it not for suspensions. People and those
/// who bring roles; every question takes one of `left`.
///
/// # Errors
/// The budget ran out.
pub fn is_needed(
    oracle: &Oracle<'_>,
    suspension: &Suspension,
    right: RightId,
    left: &mut usize,
) -> Result<bool, Undecided> {
    let ground = Ground::new(oracle, right);
    let index = &oracle.index;
    for field in fields(&ground) {
        let question = ground.question(field);
        if question.item.is_barren() {
            continue;
        }
        let users = (0..index.model.users.len()).map(UserId::from_index);
        let people = users.map(|user| oracle.person(user, &question));
        let unknown = Subject::unknown(index, &|role| question.item.concerns(role));
        for subject in people.chain([unknown]).filter(|subject| !subject.hats.is_empty()) {
            *left = left.checked_sub(1).ok_or(Undecided)?;
            oracle.walk(subject.hats.len())?;
            let found = oracle.find(&subject, &question, (None, true), &|b| {
                let mut ways = Vec::new();
                for (at, hat) in subject.hats.iter().enumerate() {
                    let view = question.item.view(index, hat.role).ok_or(Undecided)?;
                    let mut gives = Vec::new();
                    for allow in &view.allows {
                        gives.push(b.applies(&question.item, at, allow)?);
                    }
                    let (any, passes) = (b.formula.or(gives), b.passes(&question.item, at)?);
                    let stopped = b.suspends_right(&question.item, at, suspension);
                    ways.push(b.formula.and([any, passes, stopped]));
                }
                Ok(vec![b.formula.or(ways)])
            })?;
            if found.is_some() {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The record, and a field of each allow that names fields.
fn fields(ground: &Ground<'_, '_>) -> Vec<Option<FieldId>> {
    let rules = ground.rules.values().flatten().filter_map(|id| ground.model.rules.get(id.index()));
    let named = rules.filter(|rule| rule.effect == RuleEffect::Allow).filter_map(|rule| match &rule.coverage {
        Coverage::Fields(fields) => fields.first().copied(),
        Coverage::Object { .. } => None,
    });
    let mut found: Vec<Option<FieldId>> = std::iter::once(None).chain(named.map(Some)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// One person asked about one thing.
struct Asked<'q, 'a> {
    oracle: &'q Oracle<'a>,
    question: &'q Question,
    subject: &'q Subject,
}

impl Asked<'_, '_> {
    fn item(&self) -> &Item {
        &self.question.item
    }

    /// An allow lets through what comes with a hat, suspensions and all.
    fn stays(&self, b: &mut Builder<'_>, at: usize, allow: &Allow) -> Result<NodeId, Undecided> {
        let (applies, passes) = (b.applies(self.item(), at, allow)?, b.passes(self.item(), at)?);
        let free = b.unsuspended(self.item(), at, allow.rule)?;
        Ok(b.formula.and([applies, passes, free]))
    }

    /// A suspension is in force and stops something that would let the request through.
    fn stops(&self, b: &mut Builder<'_>, suspension: &Suspension) -> Result<NodeId, Undecided> {
        let mut found = Vec::new();
        for (at, hat) in self.subject.hats.iter().enumerate() {
            let view = self.item().view(&self.oracle.index, hat.role).ok_or(Undecided)?;
            let in_force = b.in_force(suspension, at);
            let whole = b.covers(suspension, at);
            for allow in &view.allows {
                let applies = b.applies(self.item(), at, allow)?;
                if whole {
                    found.push(b.formula.and([applies, in_force]));
                    continue;
                }
                for way in b.ways(self.item(), at, allow.rule)?.iter().filter(|way| cuts(suspension, way)) {
                    let active = b.is_active(at, way);
                    found.push(b.formula.and([applies, in_force, active]));
                }
            }
        }
        Ok(b.formula.or(found))
    }
}
