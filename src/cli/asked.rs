//! What a question gives beside its words: a record, attributes of request and subject, roles.

use super::given::given;
use super::output::Failure;
use super::question::Target;
use super::values::Values;
use crate::runtime::{Record, Request, Subject};
use serde_json::{Map, Value};

/// Flags that give facts.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// Attributes of the record, as `owner=li.na department=East` or JSON
    #[arg(long, value_name = "ATTRIBUTES")]
    record: Option<String>,
    /// The record's id
    #[arg(long, value_name = "ID")]
    record_id: Option<String>,
    /// Attributes of the request, as `mfa=true ip=10.20.1.2` or JSON
    #[arg(long, value_name = "ATTRIBUTES")]
    request: Option<String>,
    /// Attributes of the subject that the request brings
    #[arg(long, value_name = "ATTRIBUTES")]
    subject: Option<String>,
    /// A role that the request brings; may be repeated
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// A role that the session uses; may be repeated
    #[arg(long = "active-role", value_name = "ROLE")]
    active_roles: Vec<String>,
}

/// The facts, read.
#[derive(Debug)]
pub(super) struct Given<'a> {
    record: Option<Map<String, Value>>,
    request: Map<String, Value>,
    subject: Map<String, Value>,
    asked: &'a Asked,
}

impl Asked {
    /// Reads the attributes.
    pub(super) fn read(&self) -> Result<Given<'_>, Failure> {
        let members = |written: &Option<String>| written.as_deref().map(given).transpose();
        Ok(Given {
            record: members(&self.record)?,
            request: members(&self.request)?.unwrap_or_default(),
            subject: members(&self.subject)?.unwrap_or_default(),
            asked: self,
        })
    }
}

impl Given<'_> {
    /// Hands the request to `with`. Nothing is a record held by a service here, so what is given counts for attributes of
    /// every source.
    pub(super) fn request<T>(
        &self,
        user: &str,
        action: &str,
        target: &Target<'_>,
        time: i64,
        with: impl FnOnce(&Request<'_>) -> T,
    ) -> T {
        let record = self.record.as_ref().map(Values::of);
        let held = record.as_ref().map(Values::attributes);
        let (subject, request) = (Values::of(&self.subject), Values::of(&self.request));
        let roles: Vec<&str> = self.asked.roles.iter().map(String::as_str).collect();
        let active: Vec<&str> = self.asked.active_roles.iter().map(String::as_str).collect();
        let id = self.asked.record_id.as_deref();
        with(&Request {
            subject: Subject::Id(user),
            action,
            object: target.object,
            field: target.field,
            record: (held.is_some() || id.is_some()).then(|| Record {
                id,
                properties: &[],
                held: held.as_deref().unwrap_or(&[]),
            }),
            subject_attributes: &subject.attributes(),
            request_attributes: &request.attributes(),
            roles: &roles,
            active_roles: (!active.is_empty()).then_some(&active),
            time,
        })
    }
}
