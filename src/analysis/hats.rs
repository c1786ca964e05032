//! Through which assignments a person holds which role.

use crate::model::{Model, Origin, RoleId, UnitId, UserId, WindowId};

/// One way in which a person holds a role: an assignment or a delegation.
#[derive(Debug, Clone)]
pub struct Hat {
    /// The role assigned.
    pub role: RoleId,
    /// All must be open: the assignment's window, the holder's `starts`/`ends`; for a delegation also the
    /// delegation's, the delegator's assignment's and the delegator's `starts`/`ends`.
    pub windows: Vec<WindowId>,
    /// The units that count: `for unit … only`, else the holder's (for a delegation, of the one it comes from);
    /// `None` if not known.
    pub units: Option<Box<[UnitId]>>,
    /// For a delegation: whose role it is.
    pub on_behalf_of: Option<UserId>,
    /// The assignment; for a delegation the delegation.
    pub origin: Origin,
}

/// All hats of every user, by [`UserId`]: assignments in model order, then delegations.
pub fn hats_of(model: &Model) -> Vec<Vec<Hat>> {
    let _ = model;
    unimplemented!()
}
