//! `type`, `attribute` and the types they name.

use super::{Declared, Name};
use crate::source::Span;

/// `type Region = east "华东" | west` or `type Grade = C < B < A`
#[derive(Debug, Clone)]
pub struct TypeDecl {
    /// Name.
    pub declared: Declared,
    /// Values in order.
    pub values: Box<[Declared]>,
    /// Separated by `<`: comparisons by order are meaningful.
    pub ordered: bool,
}

/// `attribute a, b : T from table is personal`
#[derive(Debug, Clone)]
pub struct AttributeDecl {
    /// The whole statement.
    pub span: Span,
    /// Names with labels.
    pub names: Box<[Declared]>,
    /// Type.
    pub ty: TypeRef,
    /// `from table|request|records`
    pub source: Option<(AttributeSource, Span)>,
    /// `is personal, confidential`: data labels (record attributes only).
    pub data_labels: Box<[Name]>,
}

/// Where an attribute's value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttributeSource {
    /// Written in the policy or people file; never read from a request.
    Table,
    /// Sent with the request.
    Request,
    /// Read from the records that the service holds.
    Records,
}

/// A type in an attribute or parameter.
#[derive(Debug, Clone)]
pub struct TypeRef {
    /// Which.
    pub kind: TypeKind,
    /// Where.
    pub span: Span,
}

/// The types. `number`, `text`, `boolean`, `user`, `unit`, `address` are names that `resolve` knows.
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// `number`, `Region`
    Named(Name),
    /// `managed | private`: an enumeration without a name.
    Inline(Box<[Declared]>),
    /// `set of T`
    SetOf(Box<TypeRef>),
}
