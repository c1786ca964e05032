//! Rules, masks and requirements.

use super::{ConditionId, FieldId, LabelId, ObjectId, Origin, RightId, RoleId, ScopeId, UnitId, WindowId};
use crate::source::Symbol;

/// Allow or deny.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleEffect {
    /// `allow`
    Allow,
    /// `deny`
    Deny,
}

/// One rule on one object. A statement over several objects is several rules with one origin;
/// a wildcard is what it expanded to.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The role that writes it.
    pub role: RoleId,
    /// Allow or deny.
    pub effect: RuleEffect,
    /// The object.
    pub object: ObjectId,
    /// The rights, all of `object`, sorted.
    pub rights: Box<[RightId]>,
    /// Which fields.
    pub coverage: Coverage,
    /// Which records; [`ScopeId::ALL`] for general rights and for a deny without scope.
    pub scope: ScopeId,
    /// When.
    pub condition: ConditionId,
    /// From when until when. Allows are read narrow, denies wide.
    pub window: WindowId,
    /// `named N`
    pub name: Option<Symbol>,
    /// It came from `every action` or `every object`.
    pub wildcard: bool,
    /// Where.
    pub origin: Origin,
}

/// Which fields a rule speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// The record and its fields. For an allow: those whose every label is listed (sorted), so
    /// unlabelled ones always; for a deny: all.
    Object {
        /// `including`
        including: Box<[LabelId]>,
    },
    /// Only these fields (sorted); does not open the record.
    Fields(Box<[FieldId]>),
}

/// Which records: the union of the terms, or (`outside`) everything but.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scope {
    /// Sorted, without repeats.
    pub terms: Box<[ScopeTerm]>,
    /// `outside own`: three-valued not of the union.
    pub outside: bool,
}

/// A term of a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScopeTerm {
    /// The owner is me.
    Own,
    /// Own, or I am in the team.
    Team,
    /// Team, or the owner is below me.
    Reports,
    /// Team, or the record's unit is one of mine.
    MyUnit,
    /// My unit, or the record's unit lies below one of mine.
    MyUnitAndBelow,
    /// The owner is null.
    NoOwner,
    /// I am, or one of my units is, in a set that shares this action.
    Shared,
    /// The record's unit is this one.
    Unit(UnitId),
    /// Or lies below it.
    UnitAndBelow(UnitId),
    /// Every record.
    All,
}

/// `mask Customer (phone) outside own`
#[derive(Debug, Clone)]
pub struct Mask {
    /// The role that writes it.
    pub role: RoleId,
    /// The object.
    pub object: ObjectId,
    /// The fields, sorted.
    pub fields: Box<[FieldId]>,
    /// Which records.
    pub scope: ScopeId,
    /// When.
    pub condition: ConditionId,
    /// From when until when, read wide.
    pub window: WindowId,
    /// `named N`
    pub name: Option<Symbol>,
    /// Where.
    pub origin: Origin,
}

/// `require C for … on …`
#[derive(Debug, Clone)]
pub struct Require {
    /// For each object, the rights and the condition in that object's attributes.
    pub entries: Vec<RequireEntry>,
    /// Only for holders of one of these roles (heirs included); everyone if empty.
    pub roles: Vec<RoleId>,
    /// From when until when, read wide.
    pub window: WindowId,
    /// `named N`
    pub name: Option<Symbol>,
    /// `because`
    pub because: Option<Box<str>>,
    /// Where.
    pub origin: Origin,
}

/// One object's part of a requirement.
#[derive(Debug, Clone)]
pub struct RequireEntry {
    /// The rights, all of one object, sorted.
    pub rights: Box<[RightId]>,
    /// What must be known true.
    pub condition: ConditionId,
}
