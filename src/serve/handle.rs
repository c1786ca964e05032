//! One request from its header to its answer.

use super::answer::{self, Answer};
use super::body;
use super::endpoint::Endpoint;
use super::evaluation;
use super::loaded::Loaded;
use super::question::{NO, Outcome, Question};
use super::refusal::Refusal;
use super::search::search;
use super::service::Service;
use super::{desk, health, metadata};
use crate::wire::Options;
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Request, StatusCode};
use serde_json::json;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

/// What the caller calls the request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Whether the caller wants reasons.
const EXPLAIN: HeaderName = HeaderName::from_static("x-rolecall-explain");
/// The table that answered.
const TABLE: HeaderName = HeaderName::from_static("x-rolecall-table");

/// Answers a request.
pub(super) async fn handle(
    service: Arc<Service>,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Answer, Infallible> {
    let begin = Instant::now();
    let (parts, body) = request.into_parts();
    let endpoint = Endpoint::of(parts.uri.path());
    let answered = answer(&service, peer, &parts, endpoint, body, begin).await;
    let (mut answer, loaded) = match answered {
        Ok((answer, loaded)) => (answer, loaded.or_else(|| service.table())),
        Err(refusal) => (refusal.answer(), service.table()),
    };
    let headers = answer.headers_mut();
    if let Some(loaded) = loaded {
        headers.insert(TABLE, loaded.hash.clone());
    }
    if let Some(id) = parts.headers.get(&REQUEST_ID) {
        headers.insert(REQUEST_ID, id.clone());
    }
    let name = endpoint.map_or("other", Endpoint::name);
    service.metrics.answered(name, answer.status().as_u16(), begin.elapsed());
    Ok(answer)
}

async fn answer(
    service: &Arc<Service>,
    peer: SocketAddr,
    parts: &Parts,
    endpoint: Option<Endpoint<'_>>,
    body: Incoming,
    begin: Instant,
) -> Result<(Answer, Option<Arc<Loaded>>), Refusal> {
    let open = endpoint.is_some_and(Endpoint::is_open);
    if !open && !service.tokens().admit(&parts.headers) {
        return Err(Refusal::Unauthorized);
    }
    let endpoint = endpoint.ok_or(Refusal::NotFound)?;
    endpoint.takes(&parts.method)?;
    let told = match endpoint {
        Endpoint::Metadata => metadata::configuration(service, &parts.headers),
        Endpoint::OpenApi => metadata::openapi(),
        Endpoint::Health => health::health(),
        Endpoint::Ready => health::ready(service),
        Endpoint::Metrics => {
            answer::of_type("text/plain; version=0.0.4", StatusCode::OK, service.metrics.page(service))
        }
        _ => return ask(service, peer, parts, endpoint, body, begin).await,
    };
    Ok((told, None))
}

/// What is to be decided.
enum Asked<'s> {
    /// As the caller wrote it.
    Body(body::Read<'s>),
    /// As Envoy's request was read; nothing, if it means no action.
    Envoy(Option<String>),
}

impl Asked<'_> {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Body(read) => &read.bytes,
            Self::Envoy(evaluation) => evaluation.as_deref().unwrap_or("{}").as_bytes(),
        }
    }
}

async fn ask(
    service: &Arc<Service>,
    peer: SocketAddr,
    parts: &Parts,
    endpoint: Endpoint<'_>,
    body: Incoming,
    begin: Instant,
) -> Result<(Answer, Option<Arc<Loaded>>), Refusal> {
    let envoy = matches!(endpoint, Endpoint::Envoy(_));
    let asked = match endpoint {
        Endpoint::Envoy(path) => {
            let routes = service.envoy.as_ref().ok_or(Refusal::NotFound)?;
            Asked::Envoy(routes.evaluation(&parts.method, path, &parts.headers))
        }
        _ if !is_json(&parts.headers) => return Err(Refusal::ContentType),
        _ => Asked::Body(body::read(service, body).await?),
    };
    // A flood of searches must not keep others from a decision.
    let places = if endpoint.wanted().is_some() { &service.searchers } else { &service.concurrency };
    let _place = places.try_acquire().map_err(|_| Refusal::Overloaded)?;
    let loaded = service.table().ok_or(Refusal::NoTable)?;
    let now = Service::now();
    let question = Question {
        loaded: Arc::clone(&loaded),
        records: service.records(),
        options: Options { now, trust_time: service.settings.trust_time, witness: false },
        // Whoever sent the request that Envoy holds must not be told reasons.
        explain: !envoy && parts.headers.get(&EXPLAIN).is_some_and(|value| value == "true"),
        logged: service.log.is_some(),
    };
    let mut outcome = decide(service, &question, endpoint, &asked).await?;
    service.metrics.allowed.add_many(outcome.allowed);
    service.metrics.refused.add_many(outcome.refused);
    if let Some(log) = &service.log {
        let event = Event { id: log.id(), run: log.run(), path: path(endpoint), peer, now, begin };
        if !log.write(event.line(parts, &asked, &outcome, &loaded)).await {
            outcome.body = outcome.denied.take().ok_or(Refusal::NotLogged)?;
            if envoy {
                outcome.status = StatusCode::FORBIDDEN;
            }
        }
    }
    Ok((answer::json(outcome.status, outcome.body), Some(loaded)))
}

async fn decide(
    service: &Arc<Service>,
    question: &Question,
    endpoint: Endpoint<'_>,
    asked: &Asked<'_>,
) -> Result<Outcome, Refusal> {
    let limits = &service.settings.limits;
    if matches!(endpoint, Endpoint::Envoy(_)) {
        return Ok(envoy(question, asked));
    }
    let Some(wanted) = endpoint.wanted() else {
        return desk::decide(question, endpoint, asked.bytes(), limits.evaluations, limits.page);
    };
    // A search may take long; those who ask for a decision meanwhile do not wait for it.
    let _turn = service.searches.acquire().await.map_err(|_| Refusal::Overloaded)?;
    let (question, body, most) = (question.clone(), asked.bytes().to_vec(), limits.page);
    let found = tokio::task::spawn_blocking(move || search(&question, wanted, &body, most));
    found.await.map_err(|_| Refusal::Internal)?
}

/// Envoy reads the status alone.
fn envoy(question: &Question, asked: &Asked<'_>) -> Outcome {
    let nothing = || {
        let mut outcome = Outcome::new(NO.to_owned(), NO.to_owned(), Some(NO.to_owned()));
        outcome.count(false);
        outcome
    };
    let decided = match asked {
        Asked::Envoy(Some(evaluation)) => evaluation::one(question, evaluation.as_bytes()).ok(),
        Asked::Envoy(None) | Asked::Body(_) => None,
    };
    let mut outcome = decided.unwrap_or_else(nothing);
    if outcome.allowed == 0 {
        outcome.status = StatusCode::FORBIDDEN;
    }
    outcome
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(Ok(content)) = headers.get(CONTENT_TYPE).map(HeaderValue::to_str) else { return false };
    content.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// The path as the log says it.
fn path(endpoint: Endpoint<'_>) -> String {
    match endpoint {
        Endpoint::Data(document) => document.to_owned(),
        _ => endpoint.name().to_owned(),
    }
}

/// What the log says of a request.
struct Event<'e> {
    id: String,
    run: &'e str,
    path: String,
    peer: SocketAddr,
    now: i64,
    begin: Instant,
}

impl Event<'_> {
    /// In the shape of OPA's events, on one line.
    fn line(&self, parts: &Parts, asked: &Asked<'_>, outcome: &Outcome, loaded: &Loaded) -> String {
        let timestamp = jiff::Timestamp::from_millisecond(self.now).map(|at| at.to_string()).unwrap_or_default();
        let mut event = json!({
            "labels": { "id": self.run, "version": env!("CARGO_PKG_VERSION") },
            "decision_id": self.id,
            "bundles": { "rolecall": { "revision": loaded.decisions() } },
            "path": self.path,
            "requested_by": self.peer.to_string(),
            "timestamp": timestamp,
            "metrics": { "timer_server_handler_ns": u64::try_from(self.begin.elapsed().as_nanos()).unwrap_or(u64::MAX) },
        });
        let id = parts.headers.get(&REQUEST_ID).and_then(|id| id.to_str().ok());
        if let (Some(id), Some(members)) = (id, event.as_object_mut()) {
            members.insert("request_context".to_owned(), json!({ "http": { "headers": { "x-request-id": [id] } } }));
        }
        let mut line = event.to_string();
        line.pop();
        // Both are JSON that was read or written here; a line feed in it stands between two words.
        let input = String::from_utf8_lossy(asked.bytes()).replace(['\n', '\r'], " ");
        line.push_str(",\"input\":");
        line.push_str(&input);
        line.push_str(",\"result\":");
        line.push_str(&outcome.result);
        line.push('}');
        line
    }
}
