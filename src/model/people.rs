//! People, assignments, delegations, suspensions.

use super::{ConditionId, Origin, RightId, RoleId, SubjectAttributeId, UnitId, UserId, Value, WindowId};
use crate::source::Symbol;

/// A known person.
#[derive(Debug, Clone)]
pub struct User {
    /// Id.
    pub id: Symbol,
    /// Display name.
    pub title: Option<Box<str>>,
    /// `other id`
    pub other_ids: Vec<Symbol>,
    /// `external`
    pub external: bool,
    /// Sorted; `None` if none is stated (unknown).
    pub units: Option<Box<[UnitId]>>,
    /// `starts`, `ends`: bounds everything held. Made of whole dates, which are read in one way only.
    pub window: WindowId,
    /// The person above.
    pub reports_to: Option<UserId>,
    /// Stated attributes (source table), sorted.
    pub attributes: Vec<(SubjectAttributeId, Value)>,
    /// Known by a skipped row: holds nothing.
    pub skipped: bool,
    /// Where: the statement, or the `people` statement.
    pub origin: Origin,
    /// Line in the people file.
    pub row: Option<u32>,
}

/// `user` holds `role`.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// Who.
    pub user: UserId,
    /// Which.
    pub role: RoleId,
    /// `for unit U only`: replaces the person's units.
    pub units: Option<Box<[UnitId]>>,
    /// Read narrow: when they hold it for certain. The person's own window comes on top.
    pub window: WindowId,
    /// Read wide: when they may hold it. The same window where that makes no difference.
    pub wide: WindowId,
    /// How it came about.
    pub source: AssignmentSource,
    /// Where.
    pub origin: Origin,
}

/// How an assignment came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignmentSource {
    /// `assign R to x`
    Statement,
    /// `assign R to everyone`
    Everyone,
    /// A row of a people file (its line).
    Row(u32),
}

/// `delegate role of A to B`
#[derive(Debug, Clone)]
pub struct Delegation {
    /// Which.
    pub role: RoleId,
    /// Whose.
    pub of: UserId,
    /// To whom.
    pub to: UserId,
    /// Read narrow.
    pub window: WindowId,
    /// Read wide; the same window where that makes no difference.
    pub wide: WindowId,
    /// Where.
    pub origin: Origin,
}

/// A suspension.
#[derive(Debug, Clone)]
pub struct Suspension {
    /// What stops.
    pub kind: SuspensionKind,
    /// `when`, in subject and request attributes, for kinds other than `Rights`: suspends unless known false.
    pub condition: ConditionId,
    /// Read wide; `end … early` is already taken in (with the later reading).
    pub window: WindowId,
    /// `named N`
    pub name: Option<Symbol>,
    /// `because`
    pub because: Option<Box<str>>,
    /// `review before D`, the start of that day.
    pub review_before: Option<i64>,
    /// Where.
    pub origin: Origin,
    /// Where it is ended early.
    pub ended: Option<Origin>,
}

/// What a suspension stops.
#[derive(Debug, Clone)]
pub enum SuspensionKind {
    /// All allows of these people, or only through assignments to exactly this role.
    Users {
        /// Sorted.
        users: Vec<UserId>,
        /// `in role R`
        in_role: Option<RoleId>,
    },
    /// Assignments to these roles; with `heirs` the roles are cut out of the graph.
    Roles {
        /// Sorted.
        roles: Vec<RoleId>,
        /// `and roles that inherit it`
        heirs: bool,
    },
    /// These rights.
    Rights(Vec<SuspensionEntry>),
    /// Everything, but through assignments to these roles (heirs are already listed) and for these people.
    Everything {
        /// Sorted.
        except_roles: Vec<RoleId>,
        /// Sorted.
        except_users: Vec<UserId>,
    },
}

/// One object's part of a suspension of rights.
#[derive(Debug, Clone)]
pub struct SuspensionEntry {
    /// The rights, all of one object, sorted.
    pub rights: Box<[RightId]>,
    /// `when` in that object's attributes.
    pub condition: ConditionId,
}
