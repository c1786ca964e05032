//! What breaks a guarantee as the request that `decide` reads.

use crate::diagnostic::{WitnessRequest, WitnessSubject, WitnessValue};
use crate::time::Date;
use serde_json::{Map, Value, json};

/// A witness as an `OpenID AuthZEN` evaluation request. What only the service's records can hold stands beside the
/// properties, in `resource.held`. A role held alone is a subject of type `role`, which only tools ask for.
pub fn witness(request: &WitnessRequest) -> Value {
    let (kind, id) = match &request.subject {
        WitnessSubject::Id(id) => (request.subject_type.as_str(), id),
        WitnessSubject::RoleAlone(role) => ("role", role),
    };
    let mut subject = json!({ "type": kind, "id": id });
    let mut sent = members(&request.subject_attributes);
    if !request.roles.is_empty() {
        sent.insert("roles".to_owned(), json!(request.roles));
    }
    put(&mut subject, "properties", sent);
    let mut action = json!({ "name": request.action });
    let field = request.field.iter().map(|field| ("field".to_owned(), json!(field)));
    put(&mut action, "properties", field.collect());
    let mut resource = json!({ "type": request.object });
    if let (Some(id), Some(resource)) = (&request.record_id, resource.as_object_mut()) {
        resource.insert("id".to_owned(), json!(id));
    }
    put(&mut resource, "properties", members(&request.record));
    put(&mut resource, "held", members(&request.held));
    let mut context = members(&request.request_attributes);
    context.insert("time".to_owned(), json!(instant(request.time)));
    if let Some(roles) = &request.active_roles {
        context.insert("active_roles".to_owned(), json!(roles));
    }
    json!({ "subject": subject, "action": action, "resource": resource, "context": context })
}

fn put(object: &mut Value, name: &str, members: Map<String, Value>) {
    if let Some(object) = object.as_object_mut().filter(|_| !members.is_empty()) {
        object.insert(name.to_owned(), Value::Object(members));
    }
}

fn members(list: &[(String, WitnessValue)]) -> Map<String, Value> {
    list.iter().map(|(name, sent)| (name.clone(), value(sent))).collect()
}

fn value(sent: &WitnessValue) -> Value {
    match sent {
        WitnessValue::Null => Value::Null,
        WitnessValue::Boolean(b) => json!(b),
        WitnessValue::Number(n) => serde_json::from_str(&decimal(*n)).unwrap_or(Value::Null),
        WitnessValue::Text(text) => json!(text),
        WitnessValue::Set(values) => values.iter().map(value).collect(),
    }
}

/// A decimal, from its ten-thousandths.
fn decimal(n: i64) -> String {
    let (whole, part) = (n.unsigned_abs() / 10_000, n.unsigned_abs() % 10_000);
    let text = format!("{}{whole}.{part:04}", if n < 0 { "-" } else { "" });
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An instant in RFC 3339, in UTC.
fn instant(at: i64) -> String {
    let (year, month, day) = Date(i32::try_from(at.div_euclid(86_400_000)).unwrap_or(0)).ymd();
    let millis = at.rem_euclid(86_400_000);
    let (hour, minute, second) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
    let fraction = if millis % 1000 == 0 { String::new() } else { format!(".{:03}", millis % 1000) };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
}
