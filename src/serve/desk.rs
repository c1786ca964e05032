//! [`Desk`]: bodies to answers, without a connection.

use super::endpoint::Endpoint;
use super::evaluation;
use super::loaded::Loaded;
use super::opa;
use super::question::{Outcome, Question};
use super::refusal::Refusal;
use super::search::search;
use crate::table::OpenError;
use crate::wire::{Options, Records};
use std::sync::Arc;

/// Evaluations in one request.
const EVALUATIONS: usize = 1000;
/// Results on one page.
const PAGE: usize = 1000;

/// Answers bodies as the service does, for whoever brings a connection of their own, and for fuzzing.
#[derive(Debug)]
pub struct Desk {
    loaded: Arc<Loaded>,
    records: Arc<Records>,
}

impl Desk {
    /// Opens a table.
    ///
    /// # Errors
    /// Bytes that are no table.
    pub fn open(table: Vec<u8>, records: Records) -> Result<Self, OpenError> {
        Ok(Self { loaded: Arc::new(Loaded::open(table, 0)?), records: Arc::new(records) })
    }

    /// Status and body of the answer to a posted body, at an instant in milliseconds since 1970 UTC.
    pub fn post(&self, path: &str, body: &[u8], now: i64, explain: bool) -> (u16, String) {
        let question = Question {
            loaded: Arc::clone(&self.loaded),
            records: Arc::clone(&self.records),
            options: Options { now, trust_time: false, witness: false },
            explain,
            logged: false,
        };
        let outcome = Endpoint::of(path)
            .ok_or(Refusal::NotFound)
            .and_then(|endpoint| decide(&question, endpoint, body, EVALUATIONS, PAGE));
        match outcome {
            Ok(outcome) => (outcome.status.as_u16(), outcome.body),
            Err(refusal) => (refusal.status().as_u16(), refusal.body()),
        }
    }
}

/// Answers a body; nothing here waits.
pub(super) fn decide(
    question: &Question,
    endpoint: Endpoint<'_>,
    body: &[u8],
    evaluations: usize,
    page: usize,
) -> Result<Outcome, Refusal> {
    if let Some(wanted) = endpoint.wanted() {
        return search(question, wanted, body, page);
    }
    match endpoint {
        Endpoint::Evaluation => evaluation::one(question, body),
        Endpoint::Evaluations => evaluation::several(question, body, evaluations),
        Endpoint::Data(document) => opa::data(question, document, body),
        _ => Err(Refusal::NotFound),
    }
}
