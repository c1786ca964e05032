//! What one way of holding a role adds to all else that a person holds, exactly.

use crate::diagnostic::WitnessRequest;
use crate::exact::build::Builder;
use crate::exact::formula::NodeId;
use crate::exact::item::{Item, covers};
use crate::exact::subject::{Subject, Wear};
use crate::exact::{Oracle, Undecided};
use crate::model::{FieldId, Origin, RightId, RoleId, RuleEffect, UnitId, UserId};
use std::collections::BTreeSet;

/// What it adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adds {
    /// Some request is answered otherwise without it, or may be, since roles of the holder are kept in separate sessions.
    Something,
    /// None is. A request that is allowed through it, and without it as well.
    Nothing(Option<WitnessRequest>),
}

/// Which of somebody's hats are meant.
type Which<'w> = &'w dyn Fn(&Wear) -> bool;

/// What a delegation gives somebody that they do not have otherwise, in sessions that name no roles.
///
/// # Errors
/// The budget ran out.
pub fn lent(oracle: &Oracle<'_>, user: UserId, role: RoleId, line: Origin) -> Result<Adds, Undecided> {
    adds(oracle, user, role, &|wear| wear.behalf.is_some() && wear.role == role && wear.origin == Some(line))
}

/// What an assignment gives or takes that does not come with the rest of what somebody holds, in sessions that name no
/// roles.
///
/// # Errors
/// As for [`lent`].
pub fn repeats(oracle: &Oracle<'_>, user: UserId, role: RoleId, line: Origin) -> Result<Adds, Undecided> {
    adds(oracle, user, role, &|wear| wear.behalf.is_none() && wear.role == role && wear.origin == Some(line))
}

fn adds(oracle: &Oracle<'_>, user: UserId, role: RoleId, which: Which<'_>) -> Result<Adds, Undecided> {
    if is_split(oracle, user) {
        return Ok(Adds::Something);
    }
    let mut both = None;
    for (right, field) in questions(oracle, user, role)? {
        let question = oracle.question(right, field);
        let person = oracle.person(user, &question);
        if !person.hats.iter().any(which) {
            continue;
        }
        let alone = |b: &mut Builder<'_>| {
            let (mine, others) = allowed(b, &question.item, &person, which)?;
            Ok(vec![mine, b.formula.not(others)])
        };
        if oracle.find(&person, &question, (None, true), &alone)?.is_some() {
            return Ok(Adds::Something);
        }
        let takes = |b: &mut Builder<'_>| {
            let (mine, others) = barred(b, &question.item, &person, which)?;
            Ok(vec![mine, b.formula.not(others)])
        };
        if oracle.find(&person, &question, (None, true), &takes)?.is_some() {
            return Ok(Adds::Something);
        }
        if both.is_none() {
            let shared = |b: &mut Builder<'_>| {
                let (mine, others) = allowed(b, &question.item, &person, which)?;
                Ok(vec![mine, others])
            };
            both = oracle.find(&person, &question, (None, true), &shared)?;
        }
    }
    Ok(Adds::Nothing(both))
}

/// A request for a right that somebody would be allowed through a role if they were in a unit, and that is refused since
/// nobody states one.
///
/// # Errors
/// As for [`lent`].
pub fn refused_for_unit(
    oracle: &Oracle<'_>,
    user: UserId,
    role: RoleId,
    right: RightId,
    unit: UnitId,
) -> Result<Option<WitnessRequest>, Undecided> {
    if is_split(oracle, user) {
        return Ok(None);
    }
    let question = oracle.question(right, None);
    let mut person = oracle.person(user, &question);
    let worn = person.hats.iter().find(|wear| wear.role == role && wear.units.is_none() && wear.behalf.is_none());
    let Some(mut placed) = worn.cloned() else { return Ok(None) };
    placed.units = Some([unit].into());
    person.hats.push(placed);
    let with_unit = |wear: &Wear| wear.role == role && wear.units.as_deref() == Some(&[unit]) && wear.behalf.is_none();
    let nodes = |b: &mut Builder<'_>| {
        let (mine, others) = allowed(b, &question.item, &person, &with_unit)?;
        Ok(vec![mine, b.formula.not(others)])
    };
    let found = oracle.find(&person, &question, (None, true), &nodes)?;
    Ok(found.map(|request| WitnessRequest { allowed: false, ..request }))
}

/// Whether somebody holds roles that are kept apart: then it matters through which of them a request comes.
fn is_split(oracle: &Oracle<'_>, user: UserId) -> bool {
    let worn = oracle.index.hats.of(user).iter().map(|hat| hat.role);
    let roles: Vec<RoleId> = worn.chain(oracle.index.model.roles_from_request.iter().copied()).collect();
    roles.iter().any(|role| oracle.index.conflicts(&roles, *role))
}

/// Allowed through the hats that are meant, and through the others.
fn allowed(
    b: &mut Builder<'_>,
    item: &Item,
    person: &Subject,
    which: Which<'_>,
) -> Result<(NodeId, NodeId), Undecided> {
    let (mut mine, mut others) = (Vec::new(), Vec::new());
    for candidate in b.candidates(item, 0)? {
        let list = if person.hats.get(candidate.hat).is_some_and(which) { &mut mine } else { &mut others };
        list.push(b.formula.and(candidate.nodes));
    }
    Ok((b.formula.or(mine), b.formula.or(others)))
}

/// Barred by what comes with the hats that are meant, and by what comes with the others. What is lent bars nothing else.
fn barred(b: &mut Builder<'_>, item: &Item, person: &Subject, which: Which<'_>) -> Result<(NodeId, NodeId), Undecided> {
    let (mut mine, mut others) = (Vec::new(), Vec::new());
    for (hat, wear) in person.hats.iter().enumerate().filter(|(_, wear)| wear.behalf.is_none()) {
        let view = item.view(b.index, wear.role).ok_or(Undecided)?;
        for bind in view.denies.iter().chain(&view.masks) {
            let node = b.binds(item, hat, bind);
            if which(wear) { mine.push(node) } else { others.push(node) }
        }
    }
    Ok((b.formula.or(mine), b.formula.or(others)))
}

/// Every right on which a role has a say, and of its fields one of each kind that somebody's roles tell apart.
fn questions(oracle: &Oracle<'_>, user: UserId, role: RoleId) -> Result<Vec<(RightId, Option<FieldId>)>, Undecided> {
    let index = &oracle.index;
    let model = index.model;
    let reached = |role: RoleId| -> Result<Vec<RoleId>, Undecided> {
        let effective = index.effective(role).ok_or(Undecided)?;
        oracle.walk(effective.reaches.len())?;
        Ok(effective.reaches.iter().map(|reach| reach.role).collect())
    };
    let mut near: BTreeSet<RoleId> = BTreeSet::new();
    for hat in index.hats.of(user).iter() {
        near.extend(reached(hat.role)?);
    }
    let mut rights: BTreeSet<RightId> = BTreeSet::new();
    for own in reached(role)?.iter().filter_map(|role| model.roles.get(role.index())) {
        rights.extend(own.rules().filter_map(|id| model.rules.get(id.index())).flat_map(|rule| &rule.rights));
        let objects = own.masks().filter_map(|id| model.objects.get(model.masks.get(id.index())?.object.index()));
        rights.extend(objects.flat_map(|object| object.rights()));
    }
    let masks = near.iter().filter_map(|role| model.roles.get(role.index())).flat_map(|role| role.masks());
    let masks: Vec<_> = masks.filter_map(|id| model.masks.get(id.index())).collect();
    let mut asked = Vec::new();
    for right in rights {
        let rules = index.rules(right).filter_map(|id| model.rules.get(id.index()));
        let rules: Vec<_> = rules.filter(|rule| near.contains(&rule.role)).collect();
        if !rules.iter().any(|rule| rule.effect == RuleEffect::Allow) {
            continue;
        }
        let object = model.rights.get(right.index()).and_then(|r| model.objects.get(r.object.index()));
        let fields = object.into_iter().flat_map(|object| object.fields()).map(Some);
        let mut kinds: Vec<Vec<bool>> = Vec::new();
        for field in std::iter::once(None).chain(fields) {
            let mut kind: Vec<bool> = rules.iter().map(|rule| covers(model, rule, right, field)).collect();
            kind.extend(masks.iter().map(|mask| field.is_some_and(|field| mask.fields.contains(&field))));
            kind.push(field.is_none());
            if !kinds.contains(&kind) {
                kinds.push(kind);
                asked.push((right, field));
            }
        }
    }
    Ok(asked)
}
