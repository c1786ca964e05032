//! Whether the service runs, and whether it answers.

use super::answer::{self, Answer};
use super::service::Service;
use hyper::StatusCode;
use serde_json::json;
use std::sync::atomic::Ordering;

/// `/healthz`: it runs.
pub(super) fn health() -> Answer {
    answer::json(StatusCode::OK, r#"{"status":"ok"}"#)
}

/// `/readyz`: it has a table and was not told to stop.
pub(super) fn ready(service: &Service) -> Answer {
    let Some(loaded) = service.table() else {
        return answer::json(StatusCode::SERVICE_UNAVAILABLE, r#"{"status":"no-table"}"#);
    };
    let stopping = service.stopping.load(Ordering::Relaxed);
    let (status, word) =
        if stopping { (StatusCode::SERVICE_UNAVAILABLE, "stopping") } else { (StatusCode::OK, "ready") };
    let document = json!({
        "status": word,
        "decisions": loaded.decisions(),
        "file": loaded.file(),
        "version": loaded.table().version(),
    });
    answer::json(status, document.to_string())
}
