//! Requests of the test cases: OpenID AuthZEN evaluation requests, one JSON object a line.

use super::value::decimal;
use super::{Properties, Record, Request, Subject, Value};
use serde_json::Value as Json;

/// A line without its `expect`.
pub fn request(json: &Json) -> Request {
    let text = |json: &Json| json.as_str().map(String::from);
    let texts = |json: &Json| json.as_array().map(|all| all.iter().filter_map(text).collect::<Vec<_>>());
    let subject = &json["subject"];
    let resource = &json["resource"];
    let context = &json["context"];
    let mut subject_attributes = properties(&subject["properties"]);
    subject_attributes.remove("roles");
    let mut request_attributes = properties(context);
    request_attributes.extend(properties(&json["action"]["properties"]));
    for known in ["time", "active_roles", "field"] {
        request_attributes.remove(known);
    }
    let record = resource.get("properties").map(|sent| Record {
        id: text(&resource["id"]),
        properties: properties(sent),
        held: Properties::new(),
    });
    Request {
        subject: Subject::Id(text(&subject["id"]).expect("a subject")),
        action: text(&json["action"]["name"]).expect("an action"),
        object: text(&resource["type"]).expect("an object"),
        field: text(&json["action"]["properties"]["field"]),
        record,
        subject_attributes,
        request_attributes,
        roles: texts(&subject["properties"]["roles"]).unwrap_or_default(),
        active_roles: texts(&context["active_roles"]),
        time: millisecond(context["time"].as_str().expect("a time")),
    }
}

pub fn millisecond(time: &str) -> i64 {
    time.parse::<jiff::Timestamp>().expect("an instant").as_millisecond()
}

fn properties(json: &Json) -> Properties {
    json.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value_of(value))).collect()
}

fn value_of(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(b) => Value::Boolean(*b),
        Json::Number(n) => decimal(&n.to_string()).map_or(Value::Other, Value::Number),
        Json::String(text) => Value::text(text),
        Json::Array(members) => Value::List(members.iter().map(value_of).collect()),
        Json::Object(_) => Value::Other,
    }
}
