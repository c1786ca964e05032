//! What a role has once the roles it inherits are taken in.

use super::Hierarchy;
use crate::model::{Model, RoleId};

/// One role whose own rules, masks and cancels reach the holder of another role.
///
/// A *gate* is a role on the path that can stop or change what comes through it: it has an `active` line,
/// a suspension cuts it out, it has `without`, or it cancels. Each alternative is the set of gates of one path
/// from the held role (included) down to `role` (included), sorted; only minimal sets are kept, since a path
/// with more gates never adds anything.
/// - An allow of `role` works if some alternative has every `active` gate open, none suspended with heirs, and no
///   gate *above* `role` whose `without` names the right. (`without` and `cancel` act on what a role inherits, so
///   those of `role` itself do not count.)
/// - A deny or mask of `role` binds if some alternative has no gate above `role` whose running cancel names it.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The role that writes the rules.
    pub role: RoleId,
    /// The heir through which it was first reached (breadth first from the held role, parents in the order
    /// written); `None` for the held role itself. Following it gives a shortest path.
    pub via: Option<RoleId>,
    /// Minimal sets of gates. A single empty set: reached without any.
    pub alternatives: Vec<Box<[RoleId]>>,
}

/// Everything that reaches the holder of one role.
#[derive(Debug, Clone)]
pub struct Effective {
    /// The held role.
    pub role: RoleId,
    /// In breadth-first order, the held role first.
    pub reaches: Vec<Reach>,
}

/// The effective role of `role`. Linear in the edges below it where there are no gates.
///
/// `None` if more than [`MAX_ALTERNATIVES`] minimal gate sets meet in one role (reported by `analyze`).
pub fn effective(model: &Model, hierarchy: &Hierarchy, role: RoleId) -> Option<Effective> {
    let _ = (model, hierarchy, role);
    unimplemented!()
}

/// More minimal gate sets than this in one role are refused.
pub const MAX_ALTERNATIVES: usize = 1024;
