//! `assign` and `delegate`: who holds what.

use super::{Name, Reason, Window};
use crate::source::Span;

/// `assign R, S to WHOM for unit U only from … because …`
#[derive(Debug, Clone)]
pub struct Assign {
    /// Roles.
    pub roles: Vec<Name>,
    /// To whom.
    pub to: AssignTo,
    /// `for unit U [and below]… only`: each unit replaces the holder's own.
    pub for_units: Vec<Name>,
    /// Windows.
    pub window: Window,
    /// `because`
    pub reason: Reason,
}

/// The holders of an assignment.
#[derive(Debug, Clone)]
pub enum AssignTo {
    /// `li.na, wang.fang`
    Users(Vec<Name>),
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
    pub window: Window,
    /// `because`
    pub reason: Reason,
}
