//! `suspend`, `end … early` and `require`.

use super::{Condition, DateTime, Name, Rare, Reason, Target, Text, Window};
use crate::source::Span;

/// `suspend …`
#[derive(Debug, Clone)]
pub struct Suspend {
    /// What stops.
    pub what: SuspendWhat,
    /// `named N`
    pub named: Option<Name>,
    /// `when C`
    pub when: Option<Box<Condition>>,
    /// Bounds and recurrence.
    pub window: Rare<Window>,
    /// `with no end review before D`
    pub no_end: Option<Box<NoEnd>>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// `with no end review before 2026-12-31`
#[derive(Debug, Clone)]
pub struct NoEnd {
    /// The review date.
    pub review_before: Option<DateTime>,
    /// The clause.
    pub span: Span,
}

/// What a suspension stops.
#[derive(Debug, Clone)]
pub enum SuspendWhat {
    /// `user a, b [in role R]`
    Users {
        /// Who.
        users: Box<[Name]>,
        /// `in role R`
        in_role: Option<Name>,
    },
    /// `role R, S [and roles that inherit it]`
    Roles {
        /// Which.
        roles: Box<[Name]>,
        /// `and roles that inherit it`
        heirs: bool,
    },
    /// `actions export, delete on every object`
    Actions(Target),
    /// `everything except role A except user b`
    Everything {
        /// Exempt roles, each perhaps with `or roles that inherit it`.
        except_roles: Box<[(Name, bool)]>,
        /// Exempt users.
        except_users: Box<[Name]>,
    },
}

/// `end migration early at 2026-12-01 03:00 because "finished"`
#[derive(Debug, Clone)]
pub struct EndEarly {
    /// The suspension's name.
    pub name: Name,
    /// When.
    pub at: DateTime,
    /// `in "Zone"`
    pub zone: Option<Text>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// `require C for export on every object for anyone who has role R because "…"`
#[derive(Debug, Clone)]
pub struct Require {
    /// What must be known true.
    pub condition: Box<Condition>,
    /// For what; `on` between actions and objects.
    pub target: Target,
    /// `for anyone who has role R, S`
    pub roles: Box<[Name]>,
    /// `named N`
    pub named: Option<Name>,
    /// Windows.
    pub window: Rare<Window>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// `require separate sessions for roles A and B`
#[derive(Debug, Clone)]
pub struct SeparateSessions {
    /// Two or more roles, pairwise.
    pub roles: Box<[Name]>,
    /// `because`
    pub reason: Rare<Reason>,
}
