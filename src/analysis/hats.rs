//! Through which assignments a person holds which role.
//!
//! Reads a model; which hat runs at an instant is for the evaluator to say. Every hat has its windows in two readings:
//! narrow for what it gives, wide for what it takes away.

use crate::model::{Assignment, Delegation, Model, Origin, RoleId, UnitId, UserId, WindowId};

/// One way in which a person holds a role: an assignment or a delegation.
#[derive(Debug, Clone)]
pub struct Hat {
    /// The role assigned.
    pub role: RoleId,
    /// All must be open: the assignment's window, the holder's `starts`/`ends`; for a delegation also the
    /// delegation's, the delegator's assignment's and the delegator's `starts`/`ends`. Without repeats, and
    /// without [`WindowId::ALWAYS`]. Read narrow: what the role allows comes through while they are open.
    pub windows: Vec<WindowId>,
    /// The same windows read wide: while they are open, what the role takes away binds and the role counts as held.
    pub wide: Vec<WindowId>,
    /// The units that count: `for unit … only`, else the holder's (for a delegation, of the one it comes from);
    /// `None` if not known.
    pub units: Option<Box<[UnitId]>>,
    /// For a delegation: whose role it is.
    pub on_behalf_of: Option<UserId>,
    /// The assignment; for a delegation the delegation.
    pub origin: Origin,
}

/// All hats of every user, by [`UserId`]: assignments in model order, then delegations. A skipped person has none.
pub fn hats_of(model: &Model) -> Vec<Vec<Hat>> {
    let mut hats = vec![Vec::new(); model.users.len()];
    let mut held: Vec<Vec<&Assignment>> = vec![Vec::new(); model.users.len()];
    for assignment in &model.assignments {
        if !is_present(model, assignment.user) {
            continue;
        }
        if let Some(list) = held.get_mut(assignment.user.index()) {
            list.push(assignment);
        }
        if let Some(list) = hats.get_mut(assignment.user.index()) {
            list.push(assigned(model, assignment));
        }
    }
    for delegation in &model.delegations {
        if !is_present(model, delegation.of) || !is_present(model, delegation.to) {
            continue;
        }
        let from = held.get(delegation.of.index()).map_or(&[] as &[_], Vec::as_slice);
        let through = from.iter().filter(|a| a.role == delegation.role).map(|a| delegated(model, delegation, a));
        if let Some(list) = hats.get_mut(delegation.to.index()) {
            list.extend(through);
        }
    }
    hats
}

fn is_present(model: &Model, user: UserId) -> bool {
    model.users.get(user.index()).is_some_and(|u| !u.skipped)
}

fn assigned(model: &Model, assignment: &Assignment) -> Hat {
    Hat {
        role: assignment.role,
        windows: all([assignment.window, own_window(model, assignment.user)]),
        wide: all([assignment.wide, own_window(model, assignment.user)]),
        units: units(model, assignment),
        on_behalf_of: None,
        origin: assignment.origin,
    }
}

fn delegated(model: &Model, delegation: &Delegation, from: &Assignment) -> Hat {
    let (theirs, mine) = (own_window(model, delegation.of), own_window(model, delegation.to));
    Hat {
        role: delegation.role,
        windows: all([delegation.window, from.window, theirs, mine]),
        wide: all([delegation.wide, from.wide, theirs, mine]),
        units: units(model, from),
        on_behalf_of: Some(delegation.of),
        origin: delegation.origin,
    }
}

fn own_window(model: &Model, user: UserId) -> WindowId {
    model.users.get(user.index()).map_or(WindowId::ALWAYS, |u| u.window)
}

fn units(model: &Model, assignment: &Assignment) -> Option<Box<[UnitId]>> {
    assignment.units.clone().or_else(|| model.users.get(assignment.user.index())?.units.clone())
}

fn all<const N: usize>(windows: [WindowId; N]) -> Vec<WindowId> {
    let mut kept = Vec::new();
    for window in windows {
        if window != WindowId::ALWAYS && !kept.contains(&window) {
            kept.push(window);
        }
    }
    kept
}
