//! OpenID AuthZEN: one evaluation, and several in one request.

use super::question::{Members, NO, Outcome, Question, Said, members, take, wants_id};
use super::refusal::Refusal;
use crate::wire::Json;

/// The entities of an evaluation; several take what is theirs from above them, whole.
const ENTITIES: [&str; 4] = ["subject", "action", "resource", "context"];

/// When several evaluations end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Semantic {
    ExecuteAll,
    DenyOnFirstDeny,
    PermitOnFirstPermit,
}

/// Answers one evaluation.
pub(super) fn one(question: &Question, body: &[u8]) -> Result<Outcome, Refusal> {
    single(question, members(body)?)
}

fn single(question: &Question, members: Members) -> Result<Outcome, Refusal> {
    wants_id(&members, "resource")?;
    let said = question.answer(members)?;
    let mut outcome = Outcome::new(question.shown(&said).to_owned(), said.full().to_owned(), Some(NO.to_owned()));
    outcome.count(said.allowed);
    Ok(outcome)
}

/// Answers several; one, where none are listed.
pub(super) fn several(question: &Question, body: &[u8], limit: usize) -> Result<Outcome, Refusal> {
    let mut members = members(body)?;
    let items = match take(&mut members, "evaluations") {
        Some(Json::Array(items)) => items,
        Some(_) => return Err(Refusal::Bad("evaluations is no array".to_owned())),
        None => Vec::new(),
    };
    let semantic = semantic(&mut members)?;
    if items.is_empty() {
        return single(question, members);
    }
    if items.len() > limit {
        return Err(Refusal::TooMany(limit));
    }
    let defaults = ENTITIES.map(|name| take(&mut members, name));
    for (name, default) in ENTITIES.iter().zip(&defaults) {
        if default.as_ref().is_some_and(|default| !matches!(default, Json::Object(_))) {
            return Err(Refusal::Bad(format!("{name} is no object")));
        }
    }
    let mut shown = String::with_capacity(items.len() * 20 + 24);
    let (mut full, mut denied) = (String::new(), String::new());
    for list in [&mut shown, &mut full, &mut denied] {
        list.push_str(r#"{"evaluations":["#);
    }
    let mut outcome = Outcome::new(String::new(), String::new(), None);
    for (at, item) in items.into_iter().enumerate() {
        let said = whole(item, &defaults)
            .and_then(|members| {
                wants_id(&members, "resource")?;
                question.answer(members)
            })
            .unwrap_or_else(|refusal| match refusal {
                Refusal::Bad(message) => Said::bad(&message),
                _ => Said::bad(""),
            });
        outcome.count(said.allowed);
        if at > 0 {
            shown.push(',');
            full.push(',');
            denied.push(',');
        }
        shown.push_str(question.shown(&said));
        full.push_str(said.full());
        denied.push_str(NO);
        let last = match semantic {
            Semantic::ExecuteAll => false,
            Semantic::DenyOnFirstDeny => !said.allowed,
            Semantic::PermitOnFirstPermit => said.allowed,
        };
        if last {
            break;
        }
    }
    for list in [&mut shown, &mut full, &mut denied] {
        list.push_str("]}");
    }
    Ok(Outcome { body: shown, result: full, denied: Some(denied), ..outcome })
}

/// An evaluation with what it takes from above.
fn whole(item: Json, defaults: &[Option<Json>; 4]) -> Result<Members, Refusal> {
    let Json::Object(mut own) = item else { return Err(Refusal::Bad("the evaluation is no object".to_owned())) };
    let mut members = Vec::with_capacity(ENTITIES.len());
    for (name, default) in ENTITIES.iter().zip(defaults) {
        if let Some(value) = take(&mut own, name).or_else(|| default.clone()) {
            members.push(((*name).to_owned(), value));
        }
    }
    Ok(members)
}

fn semantic(members: &mut Members) -> Result<Semantic, Refusal> {
    let options = match take(members, "options") {
        None => return Ok(Semantic::ExecuteAll),
        Some(options @ Json::Object(_)) => options,
        Some(_) => return Err(Refusal::Bad("options is no object".to_owned())),
    };
    match options.get("evaluations_semantic") {
        None => Ok(Semantic::ExecuteAll),
        Some(Json::Text(word)) if word == "execute_all" => Ok(Semantic::ExecuteAll),
        Some(Json::Text(word)) if word == "deny_on_first_deny" => Ok(Semantic::DenyOnFirstDeny),
        Some(Json::Text(word)) if word == "permit_on_first_permit" => Ok(Semantic::PermitOnFirstPermit),
        Some(_) => Err(Refusal::Bad("options.evaluations_semantic is none of those known".to_owned())),
    }
}
