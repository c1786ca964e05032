//! [`Request`]: a question, in the words of the policy.

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A person, by id or other id.
    Id(&'a str),
    /// Somebody who holds just this role, all the time, with no units and no stated attributes: for witnesses and
    /// `what can role R`. Never made from a service's request. A table answers it only for roles that have cells in
    /// it.
    RoleAlone(&'a str),
}

/// A value as the caller sends it; its declared type decides how it is read, a wrong one is missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// Stated to be nothing.
    Null,
    /// `true`, `false`
    Boolean(bool),
    /// A decimal times 10,000.
    Number(i64),
    /// Text, value of an enumeration, id of a user, name of a unit, address.
    Text(&'a str),
    /// A set.
    Set(&'a [Value<'a>]),
    /// Something that no declared type can hold (an object, a number out of range): missing.
    IllTyped,
}

/// A record's properties.
#[derive(Clone, Copy, Debug, Default)]
pub struct Record<'a> {
    /// `resource.id`
    pub id: Option<&'a str>,
    /// Sent by the caller; ignored for attributes declared `from records`.
    pub properties: &'a [(&'a str, Value<'a>)],
    /// Held by the service; used where the caller sends none, and alone for attributes declared `from records`.
    pub held: &'a [(&'a str, Value<'a>)],
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Who asks.
    pub subject: Subject<'a>,
    /// May they do this …
    pub action: &'a str,
    /// … to a record of this object …
    pub object: &'a str,
    /// … or to this field of it.
    pub field: Option<&'a str>,
    /// The record; `None` when the question is about no record or the record is not known.
    pub record: Option<Record<'a>>,
    /// Subject attributes sent by the caller.
    pub subject_attributes: &'a [(&'a str, Value<'a>)],
    /// Request attributes (`ip`, `mfa`, declared ones).
    pub request_attributes: &'a [(&'a str, Value<'a>)],
    /// Roles that the request brings.
    pub roles: &'a [&'a str],
    /// The session's roles, if it names them.
    pub active_roles: Option<&'a [&'a str]>,
    /// The instant, in milliseconds since 1970 UTC.
    pub time: i64,
}
