//! Roles.

use super::{ConditionId, MaskId, Origin, RightId, RoleId, RuleId, WindowId};
use crate::source::Symbol;
use std::ops::Range;

/// A role, or an instance of a template.
#[derive(Debug, Clone)]
pub struct Role {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// `##` documentation.
    pub doc: Option<Box<str>>,
    /// Former name.
    pub renamed_from: Option<Symbol>,
    /// `external`
    pub external: bool,
    /// `inherits`, in the order written, without repeats.
    pub parents: Vec<RoleId>,
    /// Where each parent is written, beside `parents`.
    pub parent_origins: Vec<Origin>,
    /// Its own allow and deny rules, a range of [`RuleId`].
    pub rules: Range<u32>,
    /// Its own masks, a range of [`MaskId`].
    pub masks: Range<u32>,
    /// `without`
    pub without: Vec<Without>,
    /// Its cancels, a range of [`super::CancelId`].
    pub cancels: Range<u32>,
    /// `active` lines; all must hold.
    pub active: Vec<Active>,
    /// `responsible`
    pub responsible: Option<Box<str>>,
    /// `last reviewed … review every …`
    pub review: Option<Review>,
    /// `Template(args)` as written, for instances.
    pub template: Option<Box<str>>,
    /// Where.
    pub origin: Origin,
}

impl Role {
    /// A role without lines.
    pub const fn new(name: Symbol, origin: Origin) -> Self {
        Self {
            name,
            title: None,
            doc: None,
            renamed_from: None,
            external: false,
            parents: Vec::new(),
            parent_origins: Vec::new(),
            rules: 0..0,
            masks: 0..0,
            without: Vec::new(),
            cancels: 0..0,
            active: Vec::new(),
            responsible: None,
            review: None,
            template: None,
            origin,
        }
    }

    /// Its own rules.
    pub fn rules(&self) -> impl Iterator<Item = RuleId> + use<> {
        self.rules.clone().map(RuleId)
    }

    /// Its own masks.
    pub fn masks(&self) -> impl Iterator<Item = MaskId> + use<> {
        self.masks.clone().map(MaskId)
    }
}

/// `without create Invoice`: drops inherited allows of these rights.
#[derive(Debug, Clone)]
pub struct Without {
    /// Sorted.
    pub rights: Box<[RightId]>,
    /// Where.
    pub origin: Origin,
}

/// `active office-hours when C`: allows of this role, and what heirs get through it, work only then.
#[derive(Debug, Clone)]
pub struct Active {
    /// Read narrow.
    pub window: WindowId,
    /// Must be known true.
    pub condition: ConditionId,
    /// Where.
    pub origin: Origin,
}

/// `last reviewed 2026-09-30 review every quarter`
#[derive(Debug, Clone)]
pub struct Review {
    /// Start of that day, in milliseconds since 1970 UTC.
    pub last: Option<i64>,
    /// The next review is due before this instant.
    pub due: Option<i64>,
    /// Where.
    pub origin: Origin,
}

/// A cancel: the rules and masks that this role does not take over from its parents.
#[derive(Debug, Clone)]
pub struct Cancel {
    /// The role that writes it.
    pub role: RoleId,
    /// The role that wrote what is cancelled.
    pub from: RoleId,
    /// `every`
    pub every: bool,
    /// What is removed.
    pub target: CancelTarget,
    /// Works only in this window (read narrow).
    pub window: WindowId,
    /// `because`
    pub because: Option<Box<str>>,
    /// Where.
    pub origin: Origin,
}

/// What a cancel removes, found by `resolve` (own rules of `from`).
#[derive(Debug, Clone)]
pub enum CancelTarget {
    /// Of these denies, these rights (a cancel by right takes only its right out of a list).
    Denies(Vec<(RuleId, Box<[RightId]>)>),
    /// Of these masks, these fields.
    Masks(Vec<(MaskId, Box<[super::FieldId]>)>),
}

/// `require separate sessions for roles A and B`
#[derive(Debug, Clone)]
pub struct SeparateSessions {
    /// Two or more, pairwise separate.
    pub roles: Vec<RoleId>,
    /// Where.
    pub origin: Origin,
}
