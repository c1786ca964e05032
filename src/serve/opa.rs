//! OPA's data API: the same decisions for callers that speak it.

use super::question::{NO, Outcome, Question, members, take};
use super::refusal::Refusal;
use crate::wire::Json;

/// The answer for a document that there is not, as OPA gives it.
const UNDEFINED: &str = "{}";

/// Answers `{"input": …}`, an evaluation request, for a document: `rolecall/allow` or `rolecall/decision`.
pub(super) fn data(question: &Question, document: &str, body: &[u8]) -> Result<Outcome, Refusal> {
    let mut members = members(body)?;
    let input = match take(&mut members, "input") {
        Some(Json::Object(input)) => input,
        // A missing input must not pass for an empty one.
        Some(_) | None => return Err(Refusal::Bad("input is no object".to_owned())),
    };
    let whole = match document {
        "rolecall/allow" => false,
        "rolecall/decision" => true,
        _ => return Ok(Outcome::new(UNDEFINED.to_owned(), UNDEFINED.to_owned(), Some(UNDEFINED.to_owned()))),
    };
    let said = question.answer(input)?;
    let (body, denied) = if whole {
        (format!(r#"{{"result":{}}}"#, question.shown(&said)), format!(r#"{{"result":{NO}}}"#))
    } else {
        (format!(r#"{{"result":{}}}"#, said.allowed), r#"{"result":false}"#.to_owned())
    };
    let mut outcome = Outcome::new(body, said.full().to_owned(), Some(denied));
    outcome.count(said.allowed);
    Ok(outcome)
}
