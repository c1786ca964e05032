//! `when can U A O`: the stretches of time in which the answer is yes.
//!
//! Steps from one `valid_until` to the next, so no moment is passed over: each answer holds until then.

use super::desk::Desk;
use crate::runtime::{self, Question, Request, Scratch, Unanswered};

/// Steps that one question may take.
const STEPS: usize = 20_000;

/// When something is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// In order; they neither meet nor overlap.
    pub stretches: Vec<Stretch>,
    /// Up to where time was looked at: the end of the range, or earlier if there were too many changes.
    pub seen_until: i64,
}

/// A stretch of time, half open, in milliseconds since 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First instant.
    pub from: i64,
    /// First instant after it; the end of the range if it goes on.
    pub until: i64,
}

/// The stretches of `from..until` in which the request is allowed; for one without a record of a record action, on some
/// record. The request's own time does not matter. An error if it names something unknown.
pub fn when(desk: &Desk<'_>, request: &Request<'_>, from: i64, until: i64) -> Result<When, Unanswered> {
    let mut scratch = Scratch::new(desk.table);
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut at = from;
    for _ in 0..STEPS {
        if at >= until {
            break;
        }
        let (allowed, next) = answer(desk, request, at, &mut scratch)?;
        // An answer holds at least for the instant itself.
        let end = next.map_or(until, |next| next.max(at.saturating_add(1)).min(until));
        if allowed {
            match stretches.last_mut() {
                Some(last) if last.until == at => last.until = end,
                _ => stretches.push(Stretch { from: at, until: end }),
            }
        }
        at = end;
    }
    Ok(When { stretches, seen_until: at })
}

fn answer(
    desk: &Desk<'_>,
    request: &Request<'_>,
    at: i64,
    scratch: &mut Scratch,
) -> Result<(bool, Option<i64>), Unanswered> {
    let request = Request { time: at, ..*request };
    let decision = runtime::decide(desk.table, &request, scratch);
    if decision.reason.is_unknown() {
        return Err(Unanswered::Unknown(decision.reason));
    }
    if decision.allowed || request.record.is_some() {
        return Ok((decision.allowed, decision.valid_until));
    }
    let question = Question { action: request.action, object: request.object, field: request.field, time: at };
    let (ways, valid_until) = runtime::ways(desk.table, request.subject, &question)?;
    let opens = ways.iter().any(|way| way.record || request.field.is_some());
    // Both answers must stay as they are.
    let next = [decision.valid_until, valid_until].into_iter().flatten().min();
    Ok((opens, next))
}
