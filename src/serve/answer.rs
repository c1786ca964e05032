//! Answers of HTTP.

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::{Response, StatusCode};

/// An answer.
pub(super) type Answer = Response<Full<Bytes>>;

/// One of a type of content. What is decided now may be decided differently the next moment, so nothing keeps it.
pub(super) fn of_type(content: &'static str, status: StatusCode, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content));
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// JSON.
pub(super) fn json(status: StatusCode, body: impl Into<Bytes>) -> Answer {
    of_type("application/json", status, body)
}
