//! `object` and its lines.

use super::{AttributeDecl, Declared, Name, Text};
use crate::source::Span;

/// `object Customer "客户" administers roles { … }`
#[derive(Debug, Clone)]
pub struct Object {
    /// One or more objects that share the body.
    pub names: Box<[Declared]>,
    /// `administers roles`
    pub administers: Option<(Administers, Span)>,
    /// The body.
    pub items: Box<[ObjectItem]>,
}

/// What rights on an object let their holder change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Administers {
    /// Who holds which role, and what roles may do.
    Roles,
    /// Accounts, their passwords and units.
    Users,
    /// Which records are shared with whom.
    Sharing,
    /// Fields and their labels.
    Fields,
    /// The application itself: code, automations.
    Application,
}

/// A line of an object.
#[derive(Debug, Clone)]
pub struct ObjectItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: ObjectItemKind,
}

/// The lines of an object.
#[derive(Debug, Clone)]
pub enum ObjectItemKind {
    /// `general actions …` (`general: true`) or `record actions …`
    Actions(Actions),
    /// `record owner is sales_owner`
    Owner(Name),
    /// `record unit is department`
    UnitIs(Name),
    /// `record unit is that of its owner`
    UnitOfOwner,
    /// `record team is members`
    Team(Name),
    /// `shared with readers for read, update`
    SharedWith(Name, Box<[Name]>),
    /// `attribute …`
    Attribute(AttributeDecl),
    /// `field a, b "label" is personal`
    Field(Box<[Declared]>, Box<[Name]>),
    /// `fields from "customer.csv" { name API名 label 名称 is 密级 }`
    FieldsFrom(FieldsFrom),
    /// `attributes from records`: every attribute of this object.
    AttributesFromRecords,
}

/// `record actions export risk high changes owner`
#[derive(Debug, Clone)]
pub struct Actions {
    /// `general` (no record yet, no scope) or `record`.
    pub general: bool,
    /// The actions with labels.
    pub names: Box<[Declared]>,
    /// `risk high`
    pub risk: Option<(Risk, Span)>,
    /// `changes owner, department`: attributes that only this action may set.
    pub changes: Box<[Name]>,
    /// `creates` or `updates`: an action of another name that counts as `create` or `update`.
    pub acts_as: Option<(ActsAs, Span)>,
}

/// A class of risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// `low`
    Low,
    /// `normal`
    Normal,
    /// `high`
    High,
    /// `critical`
    Critical,
}

/// What an action does to a record, for the rules about owner, unit and team attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActsAs {
    /// As `create`.
    Create,
    /// As `update`.
    Update,
}

/// `fields from "customer.csv" { name COLUMN  label COLUMN  is COLUMN }`
#[derive(Debug, Clone)]
pub struct FieldsFrom {
    /// The file.
    pub path: Text,
    /// Column of names.
    pub name: Name,
    /// Column of display labels.
    pub label: Option<Name>,
    /// Column of data labels, separated by `,` `、` or `;`.
    pub data_labels: Option<Name>,
}
