//! [`Refusal`]: what is no question, or cannot be answered. Codes are stable; the messages are for the developer at the
//! other end.

use super::answer::{self, Answer};
use crate::wire::{JsonError, WireError};
use hyper::StatusCode;
use hyper::header::{ALLOW, CONNECTION, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};

/// Why a request gets no decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not what the endpoint takes.
    Bad(String),
    /// Its body is not declared as JSON.
    ContentType,
    /// No token, or one that is not known.
    Unauthorized,
    /// No such path.
    NotFound,
    /// Not with this method.
    Method(&'static str),
    /// The body did not come in time.
    Timeout,
    /// The body has more bytes than allowed.
    TooLarge(usize),
    /// More evaluations than allowed.
    TooMany(usize),
    /// A page of another search, or of none.
    PageToken,
    /// The body broke off.
    Broken,
    /// Too much to do at once.
    Overloaded,
    /// No table was loaded yet.
    NoTable,
    /// The decision could not be logged, and may not be given without.
    NotLogged,
    /// A defect.
    Internal,
}

impl Refusal {
    pub(super) const fn status(&self) -> StatusCode {
        match self {
            // The standard's certification wants 400 for another type of content too.
            Self::Bad(_) | Self::ContentType | Self::PageToken | Self::Broken => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Timeout => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge(_) | Self::TooMany(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Overloaded | Self::NoTable | Self::NotLogged => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The word that programs may rely on.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Bad(_) => "bad-request",
            Self::ContentType => "content-type",
            Self::Unauthorized => "unauthorized",
            Self::NotFound => "not-found",
            Self::Method(_) => "method",
            Self::Timeout => "timeout",
            Self::TooLarge(_) => "too-large",
            Self::TooMany(_) => "too-many-evaluations",
            Self::PageToken => "page-token",
            Self::Broken => "broken-body",
            Self::Overloaded => "overloaded",
            Self::NoTable => "no-table",
            Self::NotLogged => "not-logged",
            Self::Internal => "internal",
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Bad(message) => message.clone(),
            Self::ContentType => "Content-Type must be application/json".to_owned(),
            Self::Unauthorized => "a bearer token that this service knows is required".to_owned(),
            Self::NotFound => "no such path; GET /openapi.json tells which there are".to_owned(),
            Self::Method(allowed) => format!("this path takes {allowed}"),
            Self::Timeout => "the body did not come in time".to_owned(),
            Self::TooLarge(limit) => format!("the body is longer than {limit} bytes"),
            Self::TooMany(limit) => format!("more than {limit} evaluations in one request"),
            Self::PageToken => "page.token is not one that this search gave out".to_owned(),
            Self::Broken => "the body broke off".to_owned(),
            Self::Overloaded => "too many requests at once".to_owned(),
            Self::NoTable => "no decision table is loaded".to_owned(),
            Self::NotLogged => "the decision cannot be logged, so it is not given".to_owned(),
            Self::Internal => "a defect of rolecall".to_owned(),
        }
    }

    /// What the answer says.
    pub(super) fn body(&self) -> String {
        serde_json::json!({ "code": self.code(), "message": self.message() }).to_string()
    }

    /// The answer.
    pub(super) fn answer(&self) -> Answer {
        let mut answer = answer::json(self.status(), self.body());
        let headers = answer.headers_mut();
        match self {
            Self::Unauthorized => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Self::Method(allowed) => {
                headers.insert(ALLOW, HeaderValue::from_static(allowed));
            }
            Self::Overloaded | Self::NoTable | Self::NotLogged => {
                headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
            }
            // What is left of the body is not read.
            Self::Timeout | Self::TooLarge(_) | Self::Broken => {
                headers.insert(CONNECTION, HeaderValue::from_static("close"));
            }
            _ => {}
        }
        answer
    }
}

impl From<JsonError> for Refusal {
    fn from(error: JsonError) -> Self {
        Self::Bad(error.to_string())
    }
}

impl From<WireError> for Refusal {
    fn from(error: WireError) -> Self {
        Self::Bad(error.to_string())
    }
}
