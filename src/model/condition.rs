//! Conditions, scopes' building blocks and values, typed.

use super::{AtomId, ConditionId, EnumId, FieldId, NetworkId, RequestAttributeId, SubjectAttributeId, UnitId, UserId};
use crate::source::Symbol;

/// A value as the policy states it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// `none`
    Null,
    /// `true`, `false`
    Boolean(bool),
    /// A decimal times 10,000.
    Number(i64),
    /// A text, NFC.
    Text(Symbol),
    /// A value of an enumeration, by position.
    Enum(EnumId, u32),
    /// A known person.
    User(UserId),
    /// Somebody the policy does not know (tests only).
    Stranger(Symbol),
    /// A unit.
    Unit(UnitId),
    /// An address, IPv4 as IPv4-mapped IPv6.
    Address(u128),
    /// A set, sorted, without repeats.
    Set(Vec<Value>),
}

/// What a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttributeRef {
    /// `record.id`: the record's id, a text.
    RecordId,
    /// `record.x`
    Record(FieldId),
    /// `subject.x`
    Subject(SubjectAttributeId),
    /// `request.x`
    Request(RequestAttributeId),
}

/// Order and equality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Comparison {
    /// `is`
    Equal,
    /// `is not`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// The right side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operand {
    /// A literal.
    Value(Value),
    /// Another attribute of the same type.
    Attribute(AttributeRef),
    /// `me`: the one who asks.
    Me,
}

/// What is asked of the left side. Every test is unknown when an operand is missing, ill-typed or
/// (but for `IsNone`, `IsSet`) null.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Test {
    /// A comparison.
    Compare(Comparison, Operand),
    /// `is one of` literals (sorted).
    OneOf(Vec<Value>),
    /// `has x`: the set holds x.
    Has(Operand),
    /// `in n, m`: the address lies in one of the networks.
    InNetworks(Vec<NetworkId>),
    /// `is none`: known to be null.
    IsNone,
}

/// One test of one attribute.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Atom {
    /// The left side.
    pub left: AttributeRef,
    /// The test. `is not one of`, `not in` and `is set` are `Not` of these (all three-valued).
    pub test: Test,
}

/// A condition in strong Kleene logic.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Condition {
    /// Known true.
    True,
    /// All of them.
    And(Vec<ConditionId>),
    /// One of them.
    Or(Vec<ConditionId>),
    /// Not that.
    Not(ConditionId),
    /// One test.
    Atom(AtomId),
}
