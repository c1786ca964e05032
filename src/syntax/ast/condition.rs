//! Conditions, their operands, and stated values.

use super::{Name, Number, Text};
use crate::source::Span;

/// A condition.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Which.
    pub kind: ConditionKind,
    /// Where.
    pub span: Span,
}

/// The forms of condition.
#[derive(Debug, Clone)]
pub enum ConditionKind {
    /// `a and b and c`, flat.
    And(Box<[Condition]>),
    /// `a or b or c`, flat.
    Or(Box<[Condition]>),
    /// `not a`
    Not(Box<Condition>),
    /// `( a )`: kept for the formatter and the rule about `and` beside `or`.
    Group(Box<Condition>),
    /// `request.mfa`: a boolean that is true.
    Path(Path),
    /// `record.region is east`, `<`, …
    Compare(Path, CompareOp, Span, Operand),
    /// `is [not] one of a, b` (in brackets or not)
    OneOf {
        /// The path.
        path: Path,
        /// `is not one of`
        negated: bool,
        /// The values.
        values: Box<[Operand]>,
    },
    /// `record.tags has vip`
    Has(Path, Operand),
    /// `request.ip in office` / `not in`
    In {
        /// The path.
        path: Path,
        /// `not in`
        negated: bool,
        /// Networks; several unite.
        networks: Box<[Name]>,
    },
    /// `is none`
    IsNone(Path),
    /// `is set`
    IsSet(Path),
}

/// `record.region`
#[derive(Debug, Clone, Copy)]
pub struct Path {
    /// The root.
    pub root: PathRoot,
    /// The attribute.
    pub attribute: Name,
    /// Where.
    pub span: Span,
}

/// What a path starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathRoot {
    /// The record.
    Record,
    /// The one who asks.
    Subject,
    /// The request.
    Request,
}

/// Comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompareOp {
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// The right side of a comparison, a template argument, an attribute value.
#[derive(Debug, Clone)]
pub struct Operand {
    /// Which.
    pub kind: OperandKind,
    /// Where.
    pub span: Span,
}

/// The forms of operand.
#[derive(Debug, Clone)]
pub enum OperandKind {
    /// `12.5`
    Number(Number),
    /// `"text"` or a quoted value name: `resolve` decides by the type.
    Text(Text),
    /// `east`, a parameter, a unit, `true`, `false`: by the type of the other side.
    Name(Name),
    /// `subject.region`
    Path(Path),
    /// `user li.na`
    User(Name),
    /// `unit East`
    Unit(Name),
    /// `me`
    Me,
    /// `none` (test records and attribute values: the value is stated to be null).
    None,
    /// `[a, b]`: a set (tests and user attributes).
    Set(Box<[Operand]>),
    /// `10.20.1.2`, `2001:db8::1` (tests): an address.
    Address(Text),
}
