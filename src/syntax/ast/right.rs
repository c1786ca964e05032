//! What a statement is about: actions, objects, fields, and the scopes that narrow them.

use super::Name;
use crate::source::Span;

/// Actions on objects, the object of allow, deny, without, suspend, require and guarantees.
#[derive(Debug, Clone)]
pub struct Target {
    /// Actions.
    pub actions: ActionList,
    /// Objects.
    pub objects: ObjectList,
    /// Both.
    pub span: Span,
}

/// `create, read` or `every action except delete`
#[derive(Debug, Clone)]
pub enum ActionList {
    /// Named.
    Named(Box<[Name]>),
    /// `every action [except …]`
    Every {
        /// The words `every action`.
        span: Span,
        /// `except`
        except: Box<[Name]>,
    },
}

/// `Customer`, `Customer, Invoice`, `Customer (phone, email)`, `every object except Vendor`
#[derive(Debug, Clone)]
pub enum ObjectList {
    /// Named, each perhaps with fields.
    Named(Box<[ObjectRef]>),
    /// `every object [except …]`
    Every {
        /// The words `every object`.
        span: Span,
        /// `except`
        except: Box<[Name]>,
    },
}

/// `Customer` or `Customer (phone, email)` (also written `Customer.phone`).
#[derive(Debug, Clone)]
pub struct ObjectRef {
    /// The object.
    pub object: Name,
    /// Fields; empty for the whole object.
    pub fields: Box<[Name]>,
}

/// One alternative of `within`.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Which.
    pub kind: ScopeKind,
    /// Where.
    pub span: Span,
}

/// The scopes.
#[derive(Debug, Clone)]
pub enum ScopeKind {
    /// `own`
    Own,
    /// `team`
    Team,
    /// `reports`
    Reports,
    /// `my unit` / `my unit and below`
    MyUnit {
        /// `and below`
        below: bool,
    },
    /// `all`
    All,
    /// `no owner`
    NoOwner,
    /// `shared`
    Shared,
    /// `unit East` / `unit Sales and below`
    Unit {
        /// The unit (or a template parameter of type unit).
        unit: Name,
        /// `and below`
        below: bool,
    },
}
