//! Guarantees.

use super::FieldId;
use super::{ConditionId, Origin, RightId, RoleId, UnitId, UserId, WindowId};

/// A line of `guarantees`.
#[derive(Debug, Clone)]
pub struct Guarantee {
    /// What is claimed.
    pub kind: GuaranteeKind,
    /// It is claimed in this window only (read wide: the claim holds in all of it).
    pub window: WindowId,
    /// `because`
    pub because: Option<Box<str>>,
    /// The sentence as written, blanks collapsed.
    pub sentence: Box<str>,
    /// Where.
    pub origin: Origin,
}

/// Rights, each perhaps on one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightSet {
    /// Sorted; a field of `None` means the record.
    pub items: Vec<(RightId, Option<FieldId>)>,
}

/// The claims.
#[derive(Debug, Clone)]
pub enum GuaranteeKind {
    /// Nobody holds two of these at one instant, by assignment or inheritance, suspended or not.
    NobodyHasTwo(Vec<RoleId>),
    /// Nobody is allowed one of the first and one of the second at one instant.
    NobodyCanBoth(RightSet, RightSet),
    /// None of these is allowed any of it.
    Never(Vec<Who>, RightSet),
    /// Whoever is allowed is one of these.
    Only(Vec<Who>, RightSet),
    /// At most n declared roles, held alone, allow it.
    AtMostRoles(u32, RightSet),
    /// At most n users have the role at any instant.
    AtMostUsers(u32, RoleId),
    /// At least n users have the role at every instant.
    AtLeastUsers(u32, RoleId),
    /// The condition (by object) is true wherever the right is allowed.
    Needs(Vec<(RightId, Option<FieldId>, ConditionId)>),
    /// Each of the roles, held alone, is allowed each of it on some record at every instant.
    Always(Vec<RoleId>, RightSet),
    /// Whoever has the first has the second.
    Prerequisite(RoleId, RoleId),
}

/// Whom a guarantee speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever is assigned the role, with all their roles; the role alone if nobody is.
    Role(RoleId),
    /// And whoever is assigned a role that inherits it.
    RoleOrHeirs(RoleId),
    /// One person.
    User(UserId),
    /// Every known person, and whoever brings roles.
    Anyone,
    /// Members of the unit.
    InUnit(UnitId),
    /// Members of the unit or one below.
    InUnitAndBelow(UnitId),
    /// Everybody neither at nor below it.
    OutsideUnit(UnitId),
}
