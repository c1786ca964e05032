//! [`named`]: roles that something speaks of by name, so that another role with the same rights is not the same.

use crate::model::{GuaranteeKind, Model, RoleId, SuspensionKind, Who};

/// By role: whether a requirement, separate sessions, a suspension or a guarantee names it.
pub(super) fn named(model: &Model) -> Vec<bool> {
    let mut named = vec![false; model.roles.len()];
    let mut mark = |roles: &[RoleId]| {
        for role in roles {
            if let Some(slot) = named.get_mut(role.index()) {
                *slot = true;
            }
        }
    };
    model.requires.iter().for_each(|require| mark(&require.roles));
    model.separate_sessions.iter().for_each(|separate| mark(&separate.roles));
    for suspension in &model.suspensions {
        match &suspension.kind {
            SuspensionKind::Users { in_role, .. } => mark(in_role.as_slice()),
            SuspensionKind::Roles { roles, .. } => mark(roles),
            SuspensionKind::Everything { except_roles, .. } => mark(except_roles),
            SuspensionKind::Rights(_) => {}
        }
    }
    for guarantee in &model.guarantees {
        match &guarantee.kind {
            GuaranteeKind::NobodyHasTwo(roles) | GuaranteeKind::Always(roles, _) => mark(roles),
            GuaranteeKind::Never(who, _) | GuaranteeKind::Only(who, _) => {
                let roles = who.iter().filter_map(|who| match who {
                    Who::Role(role) | Who::RoleOrHeirs(role) => Some(*role),
                    _ => None,
                });
                mark(&roles.collect::<Vec<_>>());
            }
            GuaranteeKind::AtMostUsers(_, role) | GuaranteeKind::AtLeastUsers(_, role) => mark(&[*role]),
            GuaranteeKind::Prerequisite(role, other) => mark(&[*role, *other]),
            GuaranteeKind::NobodyCanBoth(..) | GuaranteeKind::AtMostRoles(..) | GuaranteeKind::Needs(_) => {}
        }
    }
    named
}
