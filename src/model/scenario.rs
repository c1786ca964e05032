//! Tests that the policy carries.

use super::{AttributeRef, FieldId, ObjectId, Origin, RightId, RoleId, Value};
use crate::source::Symbol;

/// `test "…" { … }`
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Its name.
    pub name: Box<str>,
    /// Questions, each with everything that was given before it.
    pub steps: Vec<Step>,
    /// Where.
    pub origin: Origin,
}

/// One question and what is expected.
#[derive(Debug, Clone)]
pub struct Step {
    /// The id of the one who asks (may be unknown).
    pub user: Option<Symbol>,
    /// Milliseconds since 1970 UTC; `None` if the test gives no instant.
    pub at: Option<i64>,
    /// The object asked about.
    pub object: ObjectId,
    /// The record's id.
    pub record_id: Option<Box<str>>,
    /// Whether a record is given at all.
    pub record: bool,
    /// Values given, record, subject and request; `Value::Null` where stated `none`.
    pub values: Vec<(AttributeRef, Value)>,
    /// Roles brought by the request.
    pub roles: Vec<RoleId>,
    /// The session's roles.
    pub active_roles: Option<Vec<RoleId>>,
    /// What is expected.
    pub expectation: Expectation,
    /// The `can`, `cannot` or `sees` line.
    pub origin: Origin,
}

/// What a step expects.
#[derive(Debug, Clone)]
pub enum Expectation {
    /// Yes.
    Can(RightId, Option<FieldId>),
    /// No, perhaps for this reason (the name of a runtime reason).
    Cannot(RightId, Option<FieldId>, Option<Box<str>>),
    /// How a field shows in the answer about a right.
    Sees(RightId, FieldId, Sight),
}

pub use crate::syntax::ast::Sight;
