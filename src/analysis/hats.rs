//! Through which assignments a person holds which role.
//!
//! Reads a model; which hat runs at an instant is for the evaluator to say. Every hat has its windows in two readings:
//! narrow for what it gives, wide for what it takes away. There are about as many hats as people, so they stand in one
//! vector and refer to the model for all that is longer than a few numbers.

use crate::model::{Assignment, Delegation, Model, Origin, RoleId, UnitId, UserId, WindowId};
use std::ops::Deref;

/// Windows of one hat at most: see [`Hat::windows`].
const MOST: usize = 4;

/// One way in which a person holds a role: an assignment or a delegation.
#[derive(Debug, Clone, Copy)]
pub struct Hat<'m> {
    /// The role assigned.
    pub role: RoleId,
    /// All must be open: the assignment's window, the holder's `starts`/`ends`; for a delegation also the
    /// delegation's, the delegator's assignment's and the delegator's `starts`/`ends`. Without repeats, and
    /// without [`WindowId::ALWAYS`]. Read narrow: what the role allows comes through while they are open.
    pub windows: Windows,
    /// The same windows read wide: while they are open, what the role takes away binds and the role counts as held.
    pub wide: Windows,
    /// The units that count: `for unit … only`, else the holder's (for a delegation, of the one it comes from);
    /// `None` if not known.
    pub units: Option<&'m [UnitId]>,
    /// For a delegation: whose role it is.
    pub on_behalf_of: Option<UserId>,
    /// The assignment; for a delegation the delegation.
    pub origin: &'m Origin,
}

/// The windows of a hat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows([WindowId; MOST]);

impl Deref for Windows {
    type Target = [WindowId];

    fn deref(&self) -> &[WindowId] {
        let count = self.0.iter().take_while(|window| **window != WindowId::ALWAYS).count();
        self.0.get(..count).unwrap_or(&[])
    }
}

/// All hats of every user.
#[derive(Debug)]
pub struct Hats<'m> {
    all: Vec<Hat<'m>>,
    /// By [`UserId`]: where their hats end in `all`.
    ends: Vec<u32>,
}

impl<'m> Hats<'m> {
    /// One person's: assignments in model order, then delegations. A skipped person has none.
    pub fn of(&self, user: UserId) -> &[Hat<'m>] {
        let end = self.ends.get(user.index()).copied().unwrap_or(0) as usize;
        let start = user.index().checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        self.all.get(start..end).unwrap_or(&[])
    }

    /// Those of all people, by [`UserId`].
    pub fn all(&self) -> &[Hat<'m>] {
        &self.all
    }

    /// Every person, with or without hats.
    pub fn people(&self) -> impl Iterator<Item = (UserId, &[Hat<'m>])> {
        (0..self.ends.len()).map(UserId::from_index).map(|user| (user, self.of(user)))
    }
}

/// Finds them all.
pub fn hats_of(model: &Model) -> Hats<'_> {
    let mut assigned: Vec<&Assignment> = model.assignments.iter().collect();
    // As the resolver leaves them: then this is one look at each.
    assigned.sort_by_key(|assignment| assignment.user);
    let mut delegated: Vec<(UserId, Hat<'_>)> = Vec::new();
    for delegation in model.delegations.iter().filter(|d| is_present(model, d.of) && is_present(model, d.to)) {
        let start = assigned.partition_point(|assignment| assignment.user < delegation.of);
        let theirs = assigned.iter().skip(start).take_while(|assignment| assignment.user == delegation.of);
        let through = theirs.filter(|assignment| assignment.role == delegation.role);
        delegated.extend(through.map(|from| (delegation.to, of_delegation(model, delegation, from))));
    }
    delegated.sort_by_key(|(to, _)| *to);
    let mut hats = Hats { all: Vec::with_capacity(assigned.len() + delegated.len()), ends: Vec::new() };
    hats.ends.reserve_exact(model.users.len());
    let (mut assigned, mut delegated) = (assigned.into_iter().peekable(), delegated.into_iter().peekable());
    for user in (0..model.users.len()).map(UserId::from_index) {
        let present = is_present(model, user);
        while let Some(assignment) = assigned.next_if(|assignment| assignment.user == user) {
            hats.all.extend(present.then(|| of_assignment(model, assignment)));
        }
        while let Some((_, hat)) = delegated.next_if(|(to, _)| *to == user) {
            hats.all.push(hat);
        }
        hats.ends.push(hats.all.len() as u32);
    }
    hats
}

fn is_present(model: &Model, user: UserId) -> bool {
    model.users.get(user.index()).is_some_and(|u| !u.skipped)
}

fn of_assignment<'m>(model: &'m Model, assignment: &'m Assignment) -> Hat<'m> {
    Hat {
        role: assignment.role,
        windows: all([assignment.window, own_window(model, assignment.user)]),
        wide: all([assignment.wide, own_window(model, assignment.user)]),
        units: units(model, assignment),
        on_behalf_of: None,
        origin: &assignment.origin,
    }
}

fn of_delegation<'m>(model: &'m Model, delegation: &'m Delegation, from: &'m Assignment) -> Hat<'m> {
    let (theirs, mine) = (own_window(model, delegation.of), own_window(model, delegation.to));
    Hat {
        role: delegation.role,
        windows: all([delegation.window, from.window, theirs, mine]),
        wide: all([delegation.wide, from.wide, theirs, mine]),
        units: units(model, from),
        on_behalf_of: Some(delegation.of),
        origin: &delegation.origin,
    }
}

fn own_window(model: &Model, user: UserId) -> WindowId {
    model.users.get(user.index()).map_or(WindowId::ALWAYS, |u| u.window)
}

fn units<'m>(model: &'m Model, assignment: &'m Assignment) -> Option<&'m [UnitId]> {
    assignment.units.as_deref().or_else(|| model.users.get(assignment.user.index())?.units.as_deref())
}

fn all<const N: usize>(windows: [WindowId; N]) -> Windows {
    let mut kept = [WindowId::ALWAYS; MOST];
    for window in windows {
        // The first place that is free or has it already.
        if window != WindowId::ALWAYS
            && let Some(place) = kept.iter_mut().find(|place| **place == WindowId::ALWAYS || **place == window)
        {
            *place = window;
        }
    }
    Windows(kept)
}
