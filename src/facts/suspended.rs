//! What stays open while a suspension holds, and what it stops at all: for people as they are, with every suspension.
//!
//! Guarantees and other facts leave suspensions out; here they are the question. All are read as the evaluator reads
//! them: in force unless known not to be.

use super::scene::Ground;
use crate::diagnostic::WitnessRequest;
use crate::exact::build::Builder;
use crate::exact::formula::NodeId;
use crate::exact::item::{Allow, Item, active_of, covers, drops};
use crate::exact::subject::{Subject, Wear};
use crate::exact::{Oracle, Question, Undecided};
use crate::model::{Coverage, FieldId, Model, RightId, RoleId, RuleEffect, RuleId, Suspension, SuspensionKind, UserId};

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
            let asked = Asked { oracle, question: &question, subject: &subject };
            let found = oracle.find(&subject, &question, (None, true), &|b| {
                let mut ways = Vec::new();
                for (at, hat) in subject.hats.iter().enumerate() {
                    let view = question.item.view(index, hat.role).ok_or(Undecided)?;
                    let mut gives = Vec::new();
                    for allow in &view.allows {
                        gives.push(b.applies(&question.item, at, allow)?);
                    }
                    let (any, passes) = (b.formula.or(gives), b.passes(&question.item, at)?);
                    let stopped = asked.of_right(b, at, suspension);
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

    fn model(&self) -> &Model {
        self.oracle.index.model
    }

    fn hat(&self, at: usize) -> Option<&Wear> {
        self.subject.hats.get(at)
    }

    /// A suspension is in force, for what comes through a hat.
    fn in_force(&self, b: &mut Builder<'_>, at: usize, suspension: &Suspension) -> NodeId {
        let condition = b.condition(suspension.condition, at);
        let (open, possible) = (b.window(suspension.window), b.formula.possible(condition));
        b.formula.and([open, possible])
    }

    /// It is in force for the right.
    fn of_right(&self, b: &mut Builder<'_>, at: usize, suspension: &Suspension) -> NodeId {
        let SuspensionKind::Rights(entries) = &suspension.kind else { return b.formula.no() };
        let entries = entries.iter().filter(|entry| entry.rights.contains(&self.item().right));
        let mut parts = Vec::new();
        for entry in entries {
            let condition = b.condition(entry.condition, at);
            parts.push(b.formula.possible(condition));
        }
        let (any, in_force) = (b.formula.or(parts), self.in_force(b, at, suspension));
        b.formula.and([any, in_force])
    }

    /// Whether a suspension stops all that comes through a hat.
    fn is_of_hat(&self, hat: &Wear, suspension: &Suspension) -> bool {
        let me = self.subject.user();
        match &suspension.kind {
            SuspensionKind::Users { users, in_role } => {
                let mine = me.is_some_and(|me| users.contains(&me)) && in_role.is_none_or(|role| role == hat.role);
                let theirs = hat.behalf.is_some_and(|of| users.contains(&of)) && *in_role == Some(hat.role);
                mine || theirs
            }
            SuspensionKind::Roles { roles, heirs } => !heirs && roles.contains(&hat.role),
            SuspensionKind::Rights(_) => false,
            SuspensionKind::Everything { except_roles, except_users } => {
                !except_roles.contains(&hat.role) && !me.is_some_and(|me| except_users.contains(&me))
            }
        }
    }

    /// An allow lets through what comes with a hat, suspensions and all.
    fn stays(&self, b: &mut Builder<'_>, at: usize, allow: &Allow) -> Result<NodeId, Undecided> {
        let Some(hat) = self.hat(at) else { return Ok(b.formula.no()) };
        let mut parts = vec![b.applies(self.item(), at, allow)?, b.passes(self.item(), at)?];
        for suspension in &self.model().suspensions {
            let stopped = if self.is_of_hat(hat, suspension) {
                self.in_force(b, at, suspension)
            } else {
                self.of_right(b, at, suspension)
            };
            parts.push(b.formula.not(stopped));
        }
        let mut ways = Vec::new();
        for way in self.ways(hat.role, allow.rule)? {
            let mut open = vec![self.active(b, at, &way)];
            for suspension in &self.model().suspensions {
                if cuts(suspension, &way) {
                    let stopped = self.in_force(b, at, suspension);
                    open.push(b.formula.not(stopped));
                }
            }
            ways.push(b.formula.and(open));
        }
        parts.push(b.formula.or(ways));
        Ok(b.formula.and(parts))
    }

    /// A suspension is in force and stops something that would let the request through.
    fn stops(&self, b: &mut Builder<'_>, suspension: &Suspension) -> Result<NodeId, Undecided> {
        let mut found = Vec::new();
        for (at, hat) in self.subject.hats.iter().enumerate() {
            let view = self.item().view(&self.oracle.index, hat.role).ok_or(Undecided)?;
            let in_force = self.in_force(b, at, suspension);
            let whole = self.is_of_hat(hat, suspension);
            for allow in &view.allows {
                let applies = b.applies(self.item(), at, allow)?;
                if whole {
                    found.push(b.formula.and([applies, in_force]));
                    continue;
                }
                for way in self.ways(hat.role, allow.rule)?.iter().filter(|way| cuts(suspension, way)) {
                    let active = self.active(b, at, way);
                    found.push(b.formula.and([applies, in_force, active]));
                }
            }
        }
        Ok(b.formula.or(found))
    }

    /// The gates of every way on which an allow reaches a held role.
    fn ways(&self, held: RoleId, rule: RuleId) -> Result<Vec<Box<[RoleId]>>, Undecided> {
        let model = self.model();
        let effective = self.oracle.index.effective(held).ok_or(Undecided)?;
        let Some(written) = model.rules.get(rule.index()) else { return Ok(Vec::new()) };
        if !covers(model, written, self.item().right, self.item().field) {
            return Ok(Vec::new());
        }
        let reach = effective.reaches.iter().find(|reach| reach.role == written.role);
        let ways = reach.map_or(&[] as &[_], |reach| reach.alternatives.as_slice());
        let above = |way: &[RoleId]| way.iter().copied().filter(|gate| *gate != written.role).collect::<Vec<_>>();
        Ok(ways.iter().filter(|way| !drops(model, &above(way), self.item().right)).cloned().collect())
    }

    fn active(&self, b: &mut Builder<'_>, at: usize, way: &[RoleId]) -> NodeId {
        let mut parts = Vec::new();
        let roles = active_of(self.model(), way);
        for active in roles.iter().filter_map(|role| self.model().roles.get(role.index())).flat_map(|r| &r.active) {
            parts.push(b.window(active.window));
            let condition = b.condition(active.condition, at);
            parts.push(b.formula.known(condition));
        }
        b.formula.and(parts)
    }
}

/// Whether a suspension cuts a role on a way out of the graph.
fn cuts(suspension: &Suspension, way: &[RoleId]) -> bool {
    match &suspension.kind {
        SuspensionKind::Roles { roles, heirs: true } => roles.iter().any(|role| way.contains(role)),
        SuspensionKind::Roles { .. }
        | SuspensionKind::Users { .. }
        | SuspensionKind::Rights(_)
        | SuspensionKind::Everything { .. } => false,
    }
}
