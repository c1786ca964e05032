//! [`Endpoint`]: what a path stands for.

use super::refusal::Refusal;
use super::search::Wanted;
use hyper::Method;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endpoint<'p> {
    /// One decision.
    Evaluation,
    /// Several.
    Evaluations,
    /// Who may.
    SearchSubject,
    /// On what.
    SearchResource,
    /// What.
    SearchAction,
    /// What the service can do.
    Metadata,
    /// The same for programs that make clients.
    OpenApi,
    /// Whether it runs.
    Health,
    /// Whether it answers.
    Ready,
    /// Counters.
    Metrics,
    /// OPA's data API, with the path of the document.
    Data(&'p str),
    /// Envoy asks about the request that it holds, with that request's path.
    Envoy(&'p str),
}

/// The paths that stand alone.
const PATHS: [(&str, Endpoint<'static>); 10] = [
    ("/access/v1/evaluation", Endpoint::Evaluation),
    ("/access/v1/evaluations", Endpoint::Evaluations),
    ("/access/v1/search/subject", Endpoint::SearchSubject),
    ("/access/v1/search/resource", Endpoint::SearchResource),
    ("/access/v1/search/action", Endpoint::SearchAction),
    ("/.well-known/authzen-configuration", Endpoint::Metadata),
    ("/openapi.json", Endpoint::OpenApi),
    ("/healthz", Endpoint::Health),
    ("/readyz", Endpoint::Ready),
    ("/metrics", Endpoint::Metrics),
];

/// Before the path of a request that Envoy asks about.
const ENVOY: &str = "/ext_authz";

impl<'p> Endpoint<'p> {
    /// What a path stands for.
    pub(super) fn of(path: &'p str) -> Option<Self> {
        if let Some((_, endpoint)) = PATHS.iter().find(|(known, _)| *known == path) {
            return Some(*endpoint);
        }
        if let Some(document) = path.strip_prefix("/v1/data/") {
            return Some(Self::Data(document));
        }
        path.strip_prefix(ENVOY).filter(|rest| rest.starts_with('/')).map(Self::Envoy)
    }

    /// Refuses other methods.
    pub(super) fn takes(self, method: &Method) -> Result<(), Refusal> {
        let allowed = match self {
            // The method is that of the request that Envoy asks about.
            Self::Envoy(_) => return Ok(()),
            Self::Metadata | Self::OpenApi | Self::Health | Self::Ready | Self::Metrics => "GET, HEAD",
            _ => "POST",
        };
        if allowed.split(", ").any(|name| name == method.as_str()) { Ok(()) } else { Err(Refusal::Method(allowed)) }
    }

    /// Whether it tells nothing that a token should keep.
    pub(super) const fn is_open(self) -> bool {
        matches!(self, Self::Health | Self::Ready | Self::Metadata | Self::OpenApi)
    }

    /// What is searched for.
    pub(super) const fn wanted(self) -> Option<Wanted> {
        match self {
            Self::SearchSubject => Some(Wanted::Subject),
            Self::SearchResource => Some(Wanted::Resource),
            Self::SearchAction => Some(Wanted::Action),
            _ => None,
        }
    }

    /// Its name in metrics and in the decision log.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Evaluation => "access/v1/evaluation",
            Self::Evaluations => "access/v1/evaluations",
            Self::SearchSubject => "access/v1/search/subject",
            Self::SearchResource => "access/v1/search/resource",
            Self::SearchAction => "access/v1/search/action",
            Self::Metadata => "authzen-configuration",
            Self::OpenApi => "openapi.json",
            Self::Health => "healthz",
            Self::Ready => "readyz",
            Self::Metrics => "metrics",
            Self::Data(_) => "v1/data",
            Self::Envoy(_) => "ext_authz",
        }
    }
}
