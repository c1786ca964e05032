//! What a question gives beside its words: a record, attributes of request and subject, roles.

use super::given::given;
use super::output::Failure;
use super::question::Target;
use super::told;
use crate::message::cli as text;
use crate::table::Table;
use crate::wire::{Json, Options, WireRequest};

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
    record: Option<Vec<(String, Json)>>,
    request: Vec<(String, Json)>,
    subject: Vec<(String, Json)>,
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
    /// Refuses names that the policy does not know.
    fn check(&self, table: &Table<'_>, target: &Target<'_>) -> Result<(), Failure> {
        told::roles(table, &self.asked.roles, &self.asked.active_roles)?;
        told::record(table, target.object, self.record.as_deref().unwrap_or_default())?;
        told::attributes(table, &self.request, &self.subject)
    }

    /// The request in its wire form. Nothing is held by a service here, so what is given of the record counts for
    /// attributes of every source.
    pub(super) fn request(
        &self,
        table: &Table<'_>,
        user: &str,
        action: &str,
        target: &Target<'_>,
        time: i64,
    ) -> Result<WireRequest, Failure> {
        self.check(table, target)?;
        let word = |word: &str| Json::Text(word.to_owned());
        let texts = |words: &[String]| Json::Array(words.iter().map(|w| word(w)).collect());
        let kind = table.subject_types().next().unwrap_or("user");
        let mut subject = self.subject.clone();
        if !self.asked.roles.is_empty() {
            subject.push(("roles".to_owned(), texts(&self.asked.roles)));
        }
        let mut context = self.request.clone();
        if !self.asked.active_roles.is_empty() {
            context.push(("active_roles".to_owned(), texts(&self.asked.active_roles)));
        }
        let mut properties = Vec::new();
        properties.extend(target.field.map(|field| ("field".to_owned(), word(field))));
        let mut resource = vec![("type".to_owned(), word(target.object))];
        resource.extend(self.asked.record_id.iter().map(|id| ("id".to_owned(), word(id))));
        let members = [
            (
                "subject",
                vec![
                    ("type".to_owned(), word(kind)),
                    ("id".to_owned(), word(user)),
                    ("properties".to_owned(), Json::Object(subject)),
                ],
            ),
            ("action", vec![("name".to_owned(), word(action)), ("properties".to_owned(), Json::Object(properties))]),
            ("resource", resource),
            ("context", context),
        ];
        let json = Json::Object(members.into_iter().map(|(name, m)| (name.to_owned(), Json::Object(m))).collect());
        let options = Options { now: time, trust_time: false, witness: false };
        let mut request = WireRequest::from_json(table, json, options)
            .map_err(|error| Failure::from(text::BAD_REQUEST.with([("error", error.to_string().into())])))?;
        if let Some(record) = &self.record {
            request.hold(record);
        }
        request.with(|request| told::values(table, request))?;
        Ok(request)
    }
}
