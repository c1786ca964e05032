//! `policy` and `use`.

use super::{Declared, Name, Number, Text};
use crate::source::Span;

/// `policy acme-crm "Acme CRM" { … }`
#[derive(Debug, Clone)]
pub struct Policy {
    /// Name and label.
    pub declared: Declared,
    /// `language 1`
    pub language: Option<Number>,
    /// `timezone "Asia/Shanghai"`
    pub timezone: Option<Text>,
    /// `version 12`
    pub version: Option<Number>,
    /// `roles from request: A, B`
    pub roles_from_request: Box<[Name]>,
    /// `subject types user, identity`
    pub subject_types: Box<[Name]>,
    /// Items in the order written with their spans, for the formatter.
    pub order: Box<[(PolicyItem, Span)]>,
}

/// Which header line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PolicyItem {
    /// `language`
    Language,
    /// `timezone`
    Timezone,
    /// `version`
    Version,
    /// `roles from request`
    RolesFromRequest,
    /// `subject types`
    SubjectTypes,
}

/// `use "../shared" with Employee as BaseEmployee, …`
#[derive(Debug, Clone)]
pub struct Use {
    /// The folder, relative to the package that uses it.
    pub path: Text,
    /// `(theirs, ours)`
    pub renames: Box<[(Name, Name)]>,
}
