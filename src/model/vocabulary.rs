//! Objects, actions, fields, labels, types, units, networks.

use super::{EnumId, FieldId, LabelId, ObjectId, Origin, RightId, UnitId};
use crate::source::Symbol;
use crate::time::PatternId;
use std::ops::Range;

pub use crate::syntax::ast::{ActsAs, Administers, AttributeSource, Risk};

/// `label personal "personal data"`
#[derive(Debug, Clone)]
pub struct Label {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Former name.
    pub renamed_from: Option<Symbol>,
    /// Where.
    pub origin: Origin,
}

/// An enumeration.
#[derive(Debug, Clone)]
pub struct Enum {
    /// Name; `None` for one written in place.
    pub name: Option<Symbol>,
    /// Values; their order counts if `ordered`.
    pub values: Vec<EnumValue>,
    /// Declared with `<`.
    pub ordered: bool,
    /// Where.
    pub origin: Origin,
}

/// A value of an enumeration.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
}

/// The type of an attribute. Two are comparable only if they are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueType {
    /// `boolean`
    Boolean,
    /// `number`: exact decimal, at most 18 digits, 4 of them after the point.
    Number,
    /// `text`: equality only, after NFC.
    Text,
    /// An enumeration.
    Enum(EnumId),
    /// `user`
    User,
    /// `unit`
    Unit,
    /// `address`: IPv4 or IPv6; an IPv4-mapped IPv6 address is the IPv4 one.
    Address,
}

/// `object Customer "客户" { … }`
#[derive(Debug, Clone)]
pub struct Object {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Former name.
    pub renamed_from: Option<Symbol>,
    /// `administers …`
    pub administers: Option<Administers>,
    /// Its rights, a range of [`RightId`].
    pub rights: Range<u32>,
    /// Its fields and attributes, a range of [`FieldId`].
    pub fields: Range<u32>,
    /// `record owner is F`
    pub owner: Option<FieldId>,
    /// `record unit is F`
    pub unit: Option<RecordUnit>,
    /// `record team is F`
    pub team: Option<FieldId>,
    /// `shared with F for A, B`
    pub shared: Vec<SharedWith>,
    /// Where.
    pub origin: Origin,
}

/// Where a record's unit is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordUnit {
    /// In an attribute.
    Field(FieldId),
    /// The units of its owner.
    OfOwner,
}

/// `shared with readers for read, update`
#[derive(Debug, Clone)]
pub struct SharedWith {
    /// A set of users or units.
    pub field: FieldId,
    /// For these rights.
    pub rights: Vec<RightId>,
}

/// An action of an object.
#[derive(Debug, Clone)]
pub struct Right {
    /// The object.
    pub object: ObjectId,
    /// The action's name.
    pub action: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Former name.
    pub renamed_from: Option<Symbol>,
    /// General: there is no record yet, and it takes no scope.
    pub general: bool,
    /// `risk …`
    pub risk: Option<Risk>,
    /// Fields that it may set though they lie outside update.
    pub changes: Vec<FieldId>,
    /// What it does: by its name (`create`, `update`) or as declared.
    pub acts_as: Option<ActsAs>,
    /// Where.
    pub origin: Origin,
}

/// A field of an object; an attribute is a field that conditions may use.
#[derive(Debug, Clone)]
pub struct Field {
    /// The object.
    pub object: ObjectId,
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Former name.
    pub renamed_from: Option<Symbol>,
    /// Every data label, sorted.
    pub labels: Vec<LabelId>,
    /// What it is.
    pub kind: FieldKind,
    /// Where.
    pub origin: Origin,
}

/// Whether conditions may use a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Only shown and changed.
    Field,
    /// Has a type.
    Attribute {
        /// Type of the value, or of the elements of a set.
        ty: ValueType,
        /// `set of`
        set: bool,
        /// Where its value comes from.
        source: AttributeSource,
    },
}

/// A subject or request attribute.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Type of the value, or of the elements of a set.
    pub ty: ValueType,
    /// `set of`
    pub set: bool,
    /// Where its value comes from.
    pub source: AttributeSource,
    /// Where; `None` for the built-in ones.
    pub origin: Option<Origin>,
}

/// A unit of the organization.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Former name.
    pub renamed_from: Option<Symbol>,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Where.
    pub origin: Origin,
}

/// `network office = …`
#[derive(Debug, Clone)]
pub struct Network {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Inclusive ranges of addresses (IPv4 as IPv4-mapped IPv6), sorted, disjoint, not touching.
    pub ranges: Vec<(u128, u128)>,
    /// Where.
    pub origin: Origin,
}

/// `hours H = …`
#[derive(Debug, Clone)]
pub struct NamedHours {
    /// Name.
    pub name: Symbol,
    /// Display label.
    pub title: Option<Box<str>>,
    /// Patterns that unite.
    pub patterns: Vec<PatternId>,
    /// Where.
    pub origin: Origin,
}

impl Object {
    /// Its rights.
    pub fn rights(&self) -> impl Iterator<Item = RightId> + use<> {
        self.rights.clone().map(RightId)
    }

    /// Its fields.
    pub fn fields(&self) -> impl Iterator<Item = FieldId> + use<> {
        self.fields.clone().map(FieldId)
    }
}
