//! What the service says of itself: AuthZEN's metadata document and the OpenAPI document.

use super::answer::{self, Answer};
use super::service::Service;
use hyper::StatusCode;
use hyper::header::{HOST, HeaderMap};
use serde_json::json;

/// The OpenAPI document.
const OPENAPI: &str = include_str!("openapi.json");

/// `/.well-known/authzen-configuration`. Its address is the one that the settings name, else the one that was asked.
pub(super) fn configuration(service: &Service, headers: &HeaderMap) -> Answer {
    let base = match &service.settings.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => {
            let scheme = if service.settings.tls.is_some() { "https" } else { "http" };
            let asked = headers.get(HOST).and_then(|host| host.to_str().ok()).filter(|host| is_host(host));
            let host = asked.map_or_else(|| service.settings.listen.to_string(), str::to_owned);
            format!("{scheme}://{host}")
        }
    };
    let at = |path: &str| format!("{base}/access/v1/{path}");
    let document = json!({
        "policy_decision_point": base,
        "access_evaluation_endpoint": at("evaluation"),
        "access_evaluations_endpoint": at("evaluations"),
        "search_subject_endpoint": at("search/subject"),
        "search_resource_endpoint": at("search/resource"),
        "search_action_endpoint": at("search/action"),
    });
    answer::json(StatusCode::OK, document.to_string())
}

/// `/openapi.json`
pub(super) fn openapi() -> Answer {
    answer::json(StatusCode::OK, OPENAPI)
}

/// Whether it can be a name or an address, perhaps with a port.
fn is_host(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']'))
}
