//! `assign` and `delegate`: who holds what.

use super::{Name, Rare, Reason, Window};
use crate::source::Span;

/// `assign R, S to WHOM for unit U only from … because …`
#[derive(Debug, Clone)]
pub struct Assign {
    /// Roles.
    pub roles: Box<[Name]>,
    /// To whom.
    pub to: AssignTo,
    /// `for unit U [and below]… only`: each unit replaces the holder's own.
    pub for_units: Box<[Name]>,
    /// Windows.
    pub window: Rare<Window>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// The holders of an assignment.
#[derive(Debug, Clone)]
pub enum AssignTo {
    /// `li.na, wang.fang`
    Users(Box<[Name]>),
    /// `everyone [in HQ [and below]]`
    Everyone {
        /// The word.
        span: Span,
        /// `in U`
        unit: Option<Name>,
        /// `and below`
        below: bool,
    },
}

/// `delegate R of A to B from … because …`
#[derive(Debug, Clone)]
pub struct Delegate {
    /// The role.
    pub role: Name,
    /// Whose.
    pub of: Name,
    /// To whom.
    pub to: Name,
    /// Windows.
    pub window: Rare<Window>,
    /// `because`
    pub reason: Rare<Reason>,
}
