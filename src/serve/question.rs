//! [`Question`]: what a request is answered with — one table, one set of records, one instant.

use super::loaded::Loaded;
use super::refusal::Refusal;
use crate::runtime::{Scratch, decide};
use crate::wire::{self, Json, Options, Records, WireError, WireRequest};
use hyper::StatusCode;
use std::cell::RefCell;
use std::sync::Arc;

/// Members of an object.
pub(super) type Members = Vec<(String, Json)>;

/// An answer without its reasons.
pub(super) const YES: &str = r#"{"decision":true}"#;
/// The same.
pub(super) const NO: &str = r#"{"decision":false}"#;

thread_local! {
    /// Each thread's own, so that decisions allocate nothing.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// What a request is answered with.
#[derive(Clone)]
pub(super) struct Question {
    pub(super) loaded: Arc<Loaded>,
    pub(super) records: Arc<Records>,
    pub(super) options: Options,
    /// The caller wants reasons.
    pub(super) explain: bool,
    /// The log wants them.
    pub(super) logged: bool,
}

/// A decision.
pub(super) struct Said {
    pub(super) allowed: bool,
    /// With its reasons, where somebody wants them.
    full: String,
}

/// What a request comes to.
pub(super) struct Outcome {
    pub(super) status: StatusCode,
    pub(super) body: String,
    /// What the log says.
    pub(super) result: String,
    /// What is answered where the decision cannot be logged; without it the request is refused.
    pub(super) denied: Option<String>,
    /// How many decisions were yes.
    pub(super) allowed: usize,
    /// And how many no.
    pub(super) refused: usize,
}

impl Outcome {
    /// One that is answered with 200.
    pub(super) const fn new(body: String, result: String, denied: Option<String>) -> Self {
        Self { status: StatusCode::OK, body, result, denied, allowed: 0, refused: 0 }
    }

    /// Counts a decision.
    pub(super) const fn count(&mut self, allowed: bool) {
        if allowed {
            self.allowed += 1;
        } else {
            self.refused += 1;
        }
    }
}

impl Question {
    /// Reads and answers one evaluation.
    pub(super) fn answer(&self, members: Members) -> Result<Said, Refusal> {
        match self.read(members) {
            Ok(request) => Ok(self.decide(&request)),
            Err(WireError::Bad(message)) => Err(Refusal::Bad(message)),
            Err(error @ WireError::No(_)) => Ok(Said { allowed: false, full: error.answer() }),
        }
    }

    /// Reads one evaluation, and looks up what is held of what it names.
    pub(super) fn read(&self, members: Members) -> Result<WireRequest, WireError> {
        let mut request = WireRequest::from_json(self.loaded.table(), Json::Object(members), self.options)?;
        request.look_up(&self.records);
        Ok(request)
    }

    /// Answers one.
    pub(super) fn decide(&self, request: &WireRequest) -> Said {
        let table = self.loaded.table();
        request.with(|request| {
            SCRATCH.with_borrow_mut(|scratch| {
                let decision = decide(table, request, scratch);
                let full = if self.explain || self.logged { wire::answer(table, &decision) } else { String::new() };
                Said { allowed: decision.allowed, full }
            })
        })
    }

    /// A decision as it is answered.
    pub(super) fn shown<'a>(&self, said: &'a Said) -> &'a str {
        if self.explain { &said.full } else { said.plain() }
    }
}

impl Said {
    /// For what is no question among others that are.
    pub(super) fn bad(message: &str) -> Self {
        Self { allowed: false, full: wire::bad_request(message) }
    }

    /// Without its reasons.
    pub(super) const fn plain(&self) -> &'static str {
        if self.allowed { YES } else { NO }
    }

    /// With its reasons; empty where nobody wants them.
    pub(super) fn full(&self) -> &str {
        &self.full
    }
}

/// The members of a body.
pub(super) fn members(body: &[u8]) -> Result<Members, Refusal> {
    match Json::parse(body)? {
        Json::Object(members) => Ok(members),
        _ => Err(Refusal::Bad("the request is no object".to_owned())),
    }
}

/// Takes a member out.
pub(super) fn take(members: &mut Members, name: &str) -> Option<Json> {
    let at = members.iter().position(|(known, _)| known == name)?;
    Some(members.swap_remove(at).1)
}

/// The standard wants every entity that is not searched for named.
pub(super) fn wants_id(members: &Members, entity: &str) -> Result<(), Refusal> {
    match members.iter().find(|(name, _)| name == entity) {
        Some((_, value @ Json::Object(_))) if value.get("id").is_none() => {
            Err(Refusal::Bad(format!("member \"id\" of {entity} is missing")))
        }
        _ => Ok(()),
    }
}
