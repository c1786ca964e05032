//! `guarantees`.

use super::{Condition, Name, Number, Rare, Reason, Target, Window};
use crate::source::Span;

/// A line of `guarantees`.
#[derive(Debug, Clone)]
pub struct Guarantee {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: GuaranteeKind,
    /// Its own window, if it has one.
    pub window: Rare<Window>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// The guarantees.
#[derive(Debug, Clone)]
pub enum GuaranteeKind {
    /// `nobody has both roles A and B` / `nobody has two of the roles A, B, C`
    NobodyHasTwo(Box<[Name]>),
    /// `nobody can both create Invoice and approve Invoice`
    NobodyCanBoth(Target, Target),
    /// `never WHO can A O`
    Never(Box<[Who]>, Target),
    /// `only WHO, WHO can A O`
    Only(Box<[Who]>, Target),
    /// `at most 3 roles can A O`
    AtMostRoles(Number, Target),
    /// `at most 3 users have role R`
    AtMostUsers(Number, Name),
    /// `at least 2 users have role R`
    AtLeastUsers(Number, Name),
    /// `every export of Customer needs C`
    Needs(Target, Condition),
    /// `always R can A O`
    Always(Box<[Name]>, Target),
    /// `anyone with role A has role B`
    Prerequisite(Name, Name),
}

/// Whom a guarantee speaks of.
#[derive(Debug, Clone)]
pub struct Who {
    /// Which.
    pub kind: WhoKind,
    /// Where.
    pub span: Span,
}

/// The forms of [`Who`].
#[derive(Debug, Clone)]
pub enum WhoKind {
    /// `R [or roles that inherit it]`
    Role {
        /// The role.
        role: Name,
        /// `or roles that inherit it`
        heirs: bool,
    },
    /// `user li.na`
    User(Name),
    /// `anyone`
    Anyone,
    /// `anyone in unit U [and below]`
    InUnit {
        /// The unit.
        unit: Name,
        /// `and below`
        below: bool,
    },
    /// `anyone outside unit U`: neither at nor below it.
    OutsideUnit(Name),
}
