//! Questions and answers in owned form.

use super::value::Properties;
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    Id(String),
    /// Holds just this role, always, without units or attributes.
    RoleAlone(String),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub id: Option<String>,
    /// Sent by the caller.
    pub properties: Properties,
    /// Held by the service.
    pub held: Properties,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub subject: Subject,
    pub action: String,
    pub object: String,
    pub field: Option<String>,
    pub record: Option<Record>,
    pub subject_attributes: Properties,
    pub request_attributes: Properties,
    pub roles: Vec<String>,
    pub active_roles: Option<Vec<String>>,
    pub time: i64,
}

/// What the interpreter says.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub allowed: bool,
    pub reason: &'static str,
    pub hidden: BTreeSet<String>,
    pub masked: BTreeSet<String>,
    /// Whose role it was, if every allow that passed came by delegation; several if several delegated.
    pub on_behalf_of: BTreeSet<String>,
    /// Sent, but not read from a request.
    pub ignored: BTreeSet<String>,
    /// Unknown, and it mattered.
    pub missing: BTreeSet<String>,
}

impl Answer {
    pub fn no(reason: &'static str) -> Self {
        Self {
            allowed: false,
            reason,
            hidden: BTreeSet::new(),
            masked: BTreeSet::new(),
            on_behalf_of: BTreeSet::new(),
            ignored: BTreeSet::new(),
            missing: BTreeSet::new(),
        }
    }
}
