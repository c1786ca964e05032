//! Envoy's `ext_authz` over HTTP: a request that Envoy holds becomes an evaluation, by a file that says which path means
//! which action. What the file does not name is denied.

use crate::message::{Message, serve as text};
use crate::project;
use hyper::Method;
use hyper::header::{HeaderMap, HeaderName};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Bytes that the file may have.
const FILE_LIMIT: u64 = 4 << 20;

/// Which path means which action.
#[derive(Debug)]
pub(super) struct Routes {
    subject_type: String,
    subject: HeaderName,
    context: Vec<(String, HeaderName)>,
    routes: Vec<Route>,
}

#[derive(Debug)]
struct Route {
    method: Method,
    path: Vec<Segment>,
    action: String,
    object: String,
    properties: Vec<(String, HeaderName)>,
}

#[derive(Debug, PartialEq, Eq)]
enum Segment {
    /// Exactly this.
    Word(String),
    /// Anything; the record's id where it is `{id}`.
    Any(bool),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    subject: Subject,
    #[serde(default)]
    context: BTreeMap<String, String>,
    routes: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    header: String,
    #[serde(default = "user", rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    method: String,
    path: String,
    action: String,
    object: String,
    #[serde(default)]
    properties: BTreeMap<String, String>,
}

fn user() -> String {
    "user".to_owned()
}

impl Routes {
    /// Reads the file.
    pub(super) fn read(path: &Path) -> Result<Self, Message> {
        let shown = path.to_string_lossy().into_owned();
        let bytes = project::read_limited(path, FILE_LIMIT).map_err(|error| {
            text::CANNOT_READ.with([("path", shown.as_str().into()), ("reason", error.reason().into())])
        })?;
        Self::parse(&bytes).map_err(|reason| text::BAD_ROUTES.with([("path", shown.into()), ("reason", reason.into())]))
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let file: File = serde_yaml::from_slice(bytes).map_err(|error| error.to_string())?;
        let routes = file.routes.into_iter().map(|line| {
            Ok(Route {
                method: line.method.parse().map_err(|_| format!("`{}`", line.method))?,
                path: template(&line.path).ok_or_else(|| format!("`{}`", line.path))?,
                action: line.action,
                object: line.object,
                properties: sources(line.properties)?,
            })
        });
        Ok(Self {
            subject_type: file.subject.kind,
            subject: header(&file.subject.header)?,
            context: sources(file.context)?,
            routes: routes.collect::<Result<_, String>>()?,
        })
    }

    /// The evaluation that a request stands for; none for a request that the file does not name, or that names nobody.
    pub(super) fn evaluation(&self, method: &Method, path: &str, headers: &HeaderMap) -> Option<String> {
        let segments = segments(path)?;
        let route = self.routes.iter().find(|route| route.method == *method && route.fits(&segments))?;
        let subject = only(headers, &self.subject)?;
        // Actions that know no record take any id; the path is the one that tells requests apart.
        let id = route.id(&segments).map_or_else(|| path.to_owned(), str::to_owned);
        let evaluation = json!({
            "subject": { "type": self.subject_type, "id": subject },
            "action": { "name": route.action },
            "resource": { "type": route.object, "id": id, "properties": attributes(&route.properties, headers) },
            "context": attributes(&self.context, headers),
        });
        Some(evaluation.to_string())
    }
}

fn header(name: &str) -> Result<HeaderName, String> {
    name.parse().map_err(|_| format!("`{name}`"))
}

/// Attributes with the headers that they come from.
fn sources(written: BTreeMap<String, String>) -> Result<Vec<(String, HeaderName)>, String> {
    written.into_iter().map(|(name, from)| Ok((name, header(&from)?))).collect()
}

/// What the headers of a request say of attributes.
fn attributes(sources: &[(String, HeaderName)], headers: &HeaderMap) -> Map<String, Value> {
    let said = sources.iter().filter_map(|(name, header)| Some((name.clone(), word(only(headers, header)?))));
    said.collect()
}

/// A header's value as an attribute: `true` and `false` are booleans.
fn word(value: &str) -> Value {
    match value {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => Value::String(value.to_owned()),
    }
}

/// A header that comes once. One that comes twice is believed neither time.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok().filter(|value| !value.is_empty()),
        _ => None,
    }
}

impl Route {
    fn fits(&self, segments: &[String]) -> bool {
        self.path.len() == segments.len()
            && self.path.iter().zip(segments).all(|(segment, found)| match segment {
                Segment::Word(word) => word == found,
                Segment::Any(_) => true,
            })
    }

    fn id<'s>(&self, segments: &'s [String]) -> Option<&'s str> {
        let at = self.path.iter().position(|segment| *segment == Segment::Any(true))?;
        segments.get(at).map(String::as_str)
    }
}

/// `/customers/{id}`
fn template(path: &str) -> Option<Vec<Segment>> {
    let rest = path.strip_prefix('/')?;
    let segment = |word: &str| {
        if let Some(name) = word.strip_prefix('{') {
            let name = name.strip_suffix('}')?;
            return Some(Segment::Any(name == "id"));
        }
        (!word.contains(['{', '}', '?', '#', '%'])).then(|| Segment::Word(word.to_owned()))
    };
    let found: Vec<Segment> = rest.split('/').map(segment).collect::<Option<_>>()?;
    (found.iter().filter(|segment| **segment == Segment::Any(true)).count() <= 1).then_some(found)
}

/// The segments of a path, decoded. None for one that two readers could read differently: `.`, `..`, nothing between two
/// strokes, a stroke in disguise, what is no UTF-8.
fn segments(path: &str) -> Option<Vec<String>> {
    let rest = path.strip_prefix('/')?;
    if rest.is_empty() {
        return Some(vec![String::new()]);
    }
    rest.split('/')
        .map(|segment| {
            let segment = decoded(segment)?;
            let odd = segment.is_empty()
                || segment == "."
                || segment == ".."
                || segment.contains(|c: char| matches!(c, '/' | '\\' | '%' | ';') || c.is_control());
            (!odd).then_some(segment)
        })
        .collect()
}

fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    const FILE: &str = "subject: { header: x-user }\ncontext: { ip: x-ip, mfa: x-mfa }\nroutes:\n\
        - { method: GET, path: '/customers/{id}', action: read, object: Customer }\n\
        - { method: POST, path: /customers, action: create, object: Customer }\n\
        - { method: GET, path: '/', action: read, object: Home }\n";

    fn asked(method: Method, path: &str, headers: &[(&'static str, &'static str)]) -> Option<String> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_static(value));
        }
        Routes::parse(FILE.as_bytes()).unwrap().evaluation(&method, path, &map)
    }

    #[test]
    fn paths_mean_actions() {
        let user = ("x-user", "li.na");
        assert_eq!(
            asked(Method::GET, "/customers/%E6%9D%8E", &[user, ("x-ip", "10.0.0.1"), ("x-mfa", "true")]).unwrap(),
            r#"{"subject":{"type":"user","id":"li.na"},"action":{"name":"read"},"resource":{"type":"Customer","id":"李","properties":{}},"context":{"ip":"10.0.0.1","mfa":true}}"#
        );
        assert!(asked(Method::POST, "/customers", &[user]).is_some() && asked(Method::GET, "/", &[user]).is_some());
    }

    #[test]
    fn what_is_not_named_or_can_be_read_in_two_ways_is_no_evaluation() {
        let user = ("x-user", "li.na");
        for path in [
            "/customers",
            "/customers/",
            "/customers//1",
            "/customers/1/",
            "//customers/1",
            "/customers/..",
            "/customers/%2e%2e",
            "/customers/a%2Fb",
            "/customers/%",
            "/customers/%zz",
            "/customers/%+1",
            "/customers/%ff",
            "/customers/%00",
            "/customers/a;b",
            "/customers/%2541",
            "",
            "customers/1",
        ] {
            assert_eq!(asked(Method::GET, path, &[user]), None, "{path}");
        }
        assert_eq!(asked(Method::DELETE, "/customers/1", &[user]), None);
        assert_eq!(asked(Method::GET, "/customers/1", &[]), None);
        assert_eq!(asked(Method::GET, "/customers/1", &[user, ("x-user", "wang.fang")]), None);
        for bad in [
            "routes: []",
            "subject: { header: 'a b' }\nroutes: []",
            "subject: { header: a }\nroutes: [{ method: GET, path: x, action: a, object: b }]",
        ] {
            assert!(Routes::parse(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
