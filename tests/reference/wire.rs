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

/// The request as a line; what a request over the wire cannot say (a role alone, attributes that a service holds) is left out.
pub fn line(request: &Request) -> Option<Json> {
    let Subject::Id(id) = &request.subject else { return None };
    let record = request.record.as_ref();
    if record.is_some_and(|record| !record.held.is_empty()) {
        return None;
    }
    let mut subject = json_of(&request.subject_attributes);
    if !request.roles.is_empty() {
        subject.insert("roles".to_string(), request.roles.clone().into());
    }
    let mut context = json_of(&request.request_attributes);
    let time = jiff::Timestamp::from_millisecond(request.time).ok()?;
    context.insert("time".to_string(), time.to_string().into());
    if let Some(active) = &request.active_roles {
        context.insert("active_roles".to_string(), active.clone().into());
    }
    let mut action = serde_json::json!({ "name": request.action });
    if let Some(field) = &request.field {
        action["properties"] = serde_json::json!({ "field": field });
    }
    let mut resource = serde_json::json!({ "type": request.object });
    if let Some(record) = record {
        resource["properties"] = json_of(&record.properties).into();
        if let Some(id) = &record.id {
            resource["id"] = id.as_str().into();
        }
    }
    let subject = serde_json::json!({ "type": "user", "id": id, "properties": subject });
    Some(serde_json::json!({ "subject": subject, "action": action, "resource": resource, "context": context }))
}

fn json_of(properties: &Properties) -> serde_json::Map<String, Json> {
    properties.iter().map(|(name, value)| (name.clone(), value_json(value))).collect()
}

fn value_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(b) => (*b).into(),
        // Four places are all that a number has.
        Value::Number(n) if n % 10_000 == 0 => (n / 10_000).into(),
        Value::Number(n) => (*n as f64 / 10_000.0).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(members) => members.iter().map(value_json).collect::<Vec<_>>().into(),
        Value::Other => serde_json::json!({}),
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
