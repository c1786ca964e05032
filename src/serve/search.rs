//! OpenID AuthZEN: who may, on what, and what.
//!
//! Every result was decided as an evaluation would decide it: candidates are the people of the table, the records of the
//! records file, the actions of the object.

use super::page::Page;
use super::question::{Members, Outcome, Question, members, take, wants_id};
use super::refusal::Refusal;
use crate::wire::{Json, WireError, WireRequest};
use serde_json::json;

/// Candidates that one request looks at. The rest is on the next page.
const STEPS: usize = 200_000;

/// What is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// People.
    Subject,
    /// Records.
    Resource,
    /// Actions.
    Action,
}

/// What was found so far.
struct Hits<'p> {
    page: &'p Page,
    results: Vec<String>,
    steps: usize,
    last: Option<String>,
    more: bool,
}

impl Hits<'_> {
    /// Whether another candidate may be looked at.
    fn goes_on(&mut self, name: &str) -> bool {
        if self.results.len() >= self.page.limit || self.steps >= STEPS {
            self.more = true;
            return false;
        }
        self.steps += 1;
        self.last = Some(name.to_owned());
        true
    }
}

/// Answers a search.
pub(super) fn search(question: &Question, wanted: Wanted, body: &[u8], most: usize) -> Result<Outcome, Refusal> {
    let mut members = members(body)?;
    let kind = match wanted {
        Wanted::Subject => "subject",
        Wanted::Resource => "resource",
        Wanted::Action => "action",
    };
    let page = Page::take(kind, &mut members, most)?;
    fill(&mut members, wanted)?;
    let mut hits = Hits { page: &page, results: Vec::new(), steps: 0, last: page.after.clone(), more: false };
    match question.read(members) {
        Ok(request) => match wanted {
            Wanted::Subject => subjects(question, request, &mut hits)?,
            Wanted::Resource => resources(question, request, &mut hits),
            Wanted::Action => actions(question, request, &mut hits)?,
        },
        // What is not known may nothing: there are no results.
        Err(WireError::No(_)) => {}
        Err(WireError::Bad(message)) => return Err(Refusal::Bad(message)),
    }
    let more = hits.more.then_some(hits.last.as_deref());
    let body = page.answer(&hits.results, more);
    let result = if question.logged { body.clone() } else { String::new() };
    Ok(Outcome::new(body, result, None))
}

/// Names what is searched for with nothing, so that the request is whole; checks what the standard wants named.
fn fill(members: &mut Members, wanted: Wanted) -> Result<(), Refusal> {
    match wanted {
        Wanted::Subject => {
            wants_id(members, "resource")?;
            unnamed(members, "subject");
        }
        Wanted::Resource => unnamed(members, "resource"),
        Wanted::Action => {
            wants_id(members, "resource")?;
            take(members, "action");
            let nothing = vec![("name".to_owned(), Json::Text(String::new()))];
            members.push(("action".to_owned(), Json::Object(nothing)));
        }
    }
    Ok(())
}

fn unnamed(members: &mut Members, entity: &str) {
    for (_, value) in members.iter_mut().filter(|(name, _)| name == entity) {
        if let Json::Object(entity) = value {
            take(entity, "id");
            entity.push(("id".to_owned(), Json::Text(String::new())));
        }
    }
}

fn subjects(question: &Question, mut request: WireRequest, hits: &mut Hits<'_>) -> Result<(), Refusal> {
    let table = question.loaded.table();
    let first = match &hits.last {
        None => 0,
        // Whoever is gone meanwhile leaves no place to go on from.
        Some(name) => table.user(name).ok_or(Refusal::PageToken)?.saturating_add(1),
    };
    let kind = request.subject_type().to_owned();
    for user in first..table.users() {
        let name = table.user_name(user);
        if !hits.goes_on(name) {
            break;
        }
        request.ask_of_subject(name, &question.records);
        if question.decide(&request).allowed {
            hits.results.push(json!({ "type": kind, "id": name }).to_string());
        }
    }
    Ok(())
}

fn resources(question: &Question, mut request: WireRequest, hits: &mut Hits<'_>) {
    let kind = request.resource().0.to_owned();
    let after = hits.last.clone();
    for (id, held) in question.records.after(&kind, after.as_deref()) {
        if !hits.goes_on(id) {
            break;
        }
        request.ask_of_record(id, held);
        if question.decide(&request).allowed {
            hits.results.push(json!({ "type": kind, "id": id }).to_string());
        }
    }
}

fn actions(question: &Question, mut request: WireRequest, hits: &mut Hits<'_>) -> Result<(), Refusal> {
    let table = question.loaded.table();
    let Some(object) = table.object(request.resource().0) else { return Ok(()) };
    let mut rights = table.rights_of(object);
    if let Some(name) = &hits.last {
        rights.start = table.right(object, name).ok_or(Refusal::PageToken)?.saturating_add(1);
    }
    for right in rights {
        let name = table.action_name(right);
        if !hits.goes_on(name) {
            break;
        }
        request.ask_of_action(name);
        if question.decide(&request).allowed {
            hits.results.push(json!({ "name": name }).to_string());
        }
    }
    Ok(())
}
