//! `test` and its lines.

use super::{DateTime, Name, Operand, Text};
use crate::source::Span;

/// `test "…" { … }`
#[derive(Debug, Clone)]
pub struct Test {
    /// Its name.
    pub name: Text,
    /// Lines in order.
    pub items: Box<[TestItem]>,
}

/// A line of a test.
#[derive(Debug, Clone)]
pub struct TestItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: TestItemKind,
}

/// The lines of a test. A `given` holds until the next one of its kind.
#[derive(Debug, Clone)]
pub enum TestItemKind {
    /// `given user li.na [at 2026-11-23 10:00 [in "Zone"]]`
    GivenUser {
        /// Who (unknown ids are allowed: an unknown subject is a case to test).
        user: Name,
        /// `at`
        at: Option<(DateTime, Option<Text>)>,
    },
    /// `given at 2026-11-23 10:00 [in "Zone"]`
    GivenAt(DateTime, Option<Text>),
    /// `given Customer { sales_owner = li.na }`; without braces: no record.
    GivenRecord {
        /// The object.
        object: Name,
        /// `id "c-1"`, before the brace.
        id: Option<Text>,
        /// Attributes; `None` without braces.
        attributes: Option<Box<[(Name, Operand)]>>,
    },
    /// `given request { mfa = true, ip = 10.20.1.2 }`
    GivenRequest(Box<[(Name, Operand)]>),
    /// `given subject { clearance = 3 }`: subject attributes that come from the request.
    GivenSubject(Box<[(Name, Operand)]>),
    /// `given roles A, B`: brought by the request.
    GivenRoles(Box<[Name]>),
    /// `given active roles A`: the session's roles.
    GivenActiveRoles(Box<[Name]>),
    /// `can read, update (phone)`
    Can(Box<[TestAction]>),
    /// `cannot read because scope`
    Cannot(Box<[TestAction]>, Option<Name>),
    /// `sees phone, email in clear [for export]`, `sees phone masked`; `does not see phone`
    Sees {
        /// Fields.
        fields: Box<[Name]>,
        /// How.
        how: Sight,
        /// `for ACTION`; `read` without.
        action: Option<Name>,
    },
}

/// `update` or `update (phone)`
#[derive(Debug, Clone)]
pub struct TestAction {
    /// The action.
    pub action: Name,
    /// A field.
    pub field: Option<Name>,
}

/// How a field is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// `in clear`
    Clear,
    /// `masked`
    Masked,
    /// `does not see`
    Hidden,
}
