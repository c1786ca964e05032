//! Requests that tell two roles apart, or that a role is refused although it has an allow for them.

use super::scene::Ground;
use crate::analysis::Effective;
use crate::diagnostic::WitnessRequest;
use crate::exact::{Oracle, Undecided};
use crate::model::{RightId, RoleId, RuleEffect};
use std::collections::BTreeSet;
use std::rc::Rc;

/// A request that whoever holds just `role` is allowed and whoever holds just `other` is not.
///
/// # Errors
/// The budget ran out.
pub fn difference(oracle: &Oracle<'_>, role: RoleId, other: RoleId) -> Result<Option<WitnessRequest>, Undecided> {
    let (all, common) = (allowed_rights(oracle, role)?, allowed_rights(oracle, other)?);
    // A right that the other does not have at all tells most.
    for right in all.difference(&common).chain(all.intersection(&common)).copied() {
        if let Some(shown) = beyond(&Ground::new(oracle, right), role, other)?.flatten() {
            return Ok(Some(shown));
        }
    }
    Ok(None)
}

/// A request that an allow of the role speaks of, and that whoever holds just the role is refused.
///
/// # Errors
/// The budget ran out.
pub fn refused(oracle: &Oracle<'_>, role: RoleId) -> Result<Option<WitnessRequest>, Undecided> {
    for right in allowed_rights(oracle, role)? {
        if let Some(shown) = refused_right(oracle, role, right)? {
            return Ok(Some(shown));
        }
    }
    Ok(None)
}

/// The same for one right.
///
/// # Errors
/// The budget ran out.
pub fn refused_right(oracle: &Oracle<'_>, role: RoleId, right: RightId) -> Result<Option<WitnessRequest>, Undecided> {
    let ground = Ground::new(oracle, right);
    for scene in ground.scenes(role)? {
        let found = ground.exists(&scene, false, |b| {
            let any = scene.any_allow(b, |_| false)?;
            let passes = b.passes(&scene.question.item, 0)?;
            Ok(vec![any, b.formula.not(passes)])
        })?;
        if let Some(shown) = found.and_then(|sample| sample.0) {
            return Ok(Some(shown));
        }
    }
    Ok(None)
}

/// The rights that allows of a role name, own and inherited.
fn allowed_rights(oracle: &Oracle<'_>, role: RoleId) -> Result<BTreeSet<RightId>, Undecided> {
    let model = oracle.index.model;
    let effective: Rc<Effective> = oracle.index.effective(role).ok_or(Undecided)?;
    oracle.walk(effective.reaches.len())?;
    let reached = effective.reaches.iter().filter_map(|reach| model.roles.get(reach.role.index()));
    let rules = reached.flat_map(|role| role.rules()).filter_map(|id| model.rules.get(id.index()));
    let allows = rules.filter(|rule| rule.effect == RuleEffect::Allow);
    Ok(allows.flat_map(|rule| rule.rights.iter().copied()).collect())
}

/// Something that one role lets through and the other does not, with the request, if that can be replayed.
pub(super) fn beyond(
    ground: &Ground<'_, '_>,
    role: RoleId,
    other: RoleId,
) -> Result<Option<Option<WitnessRequest>>, Undecided> {
    let mut found = None;
    for either in ground.either(role, other)? {
        for veiled in [false, true] {
            if found.is_some() || (veiled && !either.is_masked()) {
                continue;
            }
            let shown = ground.exists(&either.scene, !veiled, |b| {
                let (one, more) = (either.lets(b, false, veiled)?, either.lets(b, true, veiled)?);
                Ok(vec![one, b.formula.not(more)])
            })?;
            match shown {
                Some(sample) if sample.0.is_some() && !veiled => return Ok(Some(sample.0)),
                Some(_) => found = Some(None),
                None => {}
            }
        }
    }
    Ok(found)
}
