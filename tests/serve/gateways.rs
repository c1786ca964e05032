//! Envoy's `ext_authz` over HTTP, OPA's data API, and counters for Prometheus.

use super::server::{Place, Server};
use serde_json::json;
use std::collections::BTreeMap;

const ROUTES: &str = "\
subject: { header: x-user }
context: { ip: x-real-ip, mfa: x-mfa }
routes:
  - { method: GET, path: '/customers/{id}', action: read, object: Customer }
  - { method: POST, path: /customers, action: create, object: Customer, properties: { sales_owner: x-owner } }
  - { method: POST, path: '/customers/{id}/export', action: export, object: Customer }
";
const RECORDS: &str = "\
{\"type\":\"Customer\",\"id\":\"c-1\",\"properties\":{\"sales_owner\":\"li.na\",\"department\":\"East\"}}
{\"type\":\"Customer\",\"id\":\"c-2\",\"properties\":{\"sales_owner\":\"qin.yu\",\"department\":\"Sales\"}}
";

/// Without what changes with the day of the test.
fn quickstart(place: &Place) -> std::path::PathBuf {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/policies/quickstart/quickstart.roles");
    let policy = std::fs::read_to_string(path).unwrap();
    let lasting: Vec<&str> = policy.lines().filter(|line| !line.starts_with("suspend ")).collect();
    place.build_text(&lasting.join("\n"), "t.rct")
}

fn server() -> (Place, Server) {
    let place = Place::new();
    let table = quickstart(&place);
    let routes = place.write("routes.yaml", ROUTES);
    let records = place.write("records.jsonl", RECORDS);
    let server = Server::start(table, &["--envoy", routes.to_str().unwrap(), "--records", records.to_str().unwrap()]);
    (place, server)
}

#[test]
fn envoy_asks_by_path() {
    let (_place, server) = server();
    let ask = |method: &str, path: &str, headers: &[(&str, &str)]| {
        server.ask(method, &format!("/ext_authz{path}"), headers, "").status
    };
    let (li, qin) = (("X-User", "li.na"), ("X-User", "qin.yu"));
    assert_eq!(ask("GET", "/customers/c-1", &[li]), 200);
    assert_eq!(ask("GET", "/customers/c-1?page=2", &[li]), 200);
    // A record that is proposed has an owner: who is not named is not the one who asks.
    assert_eq!(ask("POST", "/customers", &[li, ("X-Owner", "li.na")]), 200);
    assert_eq!(ask("POST", "/customers", &[li, ("X-Owner", "qin.yu")]), 403);
    assert_eq!(ask("POST", "/customers", &[li]), 403);
    for (method, path, headers) in [
        ("GET", "/customers/c-2", &[li][..]),
        ("GET", "/customers/c-9", &[li]),
        ("DELETE", "/customers/c-1", &[li]),
        ("GET", "/customers/c-1", &[]),
        ("GET", "/customers/c-1", &[("X-User", "eve")]),
        ("GET", "/customers/c-1", &[li, li]),
        ("GET", "/customers/../customers/c-1", &[li]),
        ("GET", "/admin", &[li]),
        ("POST", "/customers/c-1/export", &[qin]),
        ("POST", "/customers/c-1/export", &[qin, ("X-MFA", "false")]),
    ] {
        assert_eq!(ask(method, path, headers), 403, "{method} {path} {headers:?}");
    }
    assert_eq!(ask("POST", "/customers/c-1/export", &[qin, ("X-MFA", "true")]), 200);
    // Whoever sent the request that Envoy holds is not told reasons.
    let reply = server.ask("GET", "/ext_authz/customers/c-2", &[li, ("X-Rolecall-Explain", "true")], "");
    assert_eq!(reply.body, r#"{"decision":false}"#);
    // Envoy may send the body along.
    let reply = server.ask(
        "POST",
        "/ext_authz/customers",
        &[li, ("X-Owner", "li.na"), ("Content-Type", "text/plain")],
        "hello",
    );
    assert_eq!(reply.status, 200);
}

#[test]
fn without_routes_envoy_is_told_nothing() {
    let place = Place::new();
    let server = Server::start(quickstart(&place), &[]);
    assert_eq!(server.ask("GET", "/ext_authz/customers/c-1", &[("X-User", "li.na")], "").code(), "not-found");
}

#[test]
fn opa_asks_with_an_input() {
    let (_place, server) = server();
    let input = |subject: &str, id: &str| {
        json!({ "input": { "subject": { "type": "user", "id": subject }, "action": { "name": "read" },
            "resource": { "type": "Customer", "id": id } } })
        .to_string()
    };
    let ask = |document: &str, body: &str| server.post(&format!("/v1/data/{document}"), body);
    assert_eq!(ask("rolecall/allow", &input("li.na", "c-1")).body, r#"{"result":true}"#);
    assert_eq!(ask("rolecall/allow", &input("li.na", "c-2")).body, r#"{"result":false}"#);
    assert_eq!(ask("rolecall/decision", &input("li.na", "c-1")).body, r#"{"result":{"decision":true}}"#);
    let headers = [("Content-Type", "application/json"), ("X-Rolecall-Explain", "true")];
    let explained = server.ask("POST", "/v1/data/rolecall/decision", &headers, input("li.na", "c-2")).json();
    assert_eq!(explained["result"]["context"]["reason"], "scope");
    // A document that there is not is undefined, as in OPA.
    for document in ["rolecall", "rolecall/allow/", "other/allow"] {
        assert_eq!(ask(document, &input("li.na", "c-1")).body, "{}", "{document}");
    }
    for bad in ["{}", r#"{"input":null}"#, r#"{"input":{}}"#, r#"{"input":[]}"#, ""] {
        assert_eq!(ask("rolecall/allow", bad).status, 400, "{bad}");
    }
}

#[test]
fn counters_are_as_prometheus_reads_them() {
    let (_place, server) = server();
    let asked = json!({ "subject": { "type": "user", "id": "li.na" }, "action": { "name": "read" },
        "resource": { "type": "Customer", "id": "c-1" } })
    .to_string();
    for _ in 0..3 {
        server.post("/access/v1/evaluation", &asked);
    }
    server.post("/access/v1/evaluation", "{");
    server.get("/nowhere");
    let reply = server.get("/metrics");
    assert_eq!(reply.header("content-type"), Some("text/plain; version=0.0.4"));
    let mut types = BTreeMap::new();
    let mut samples = BTreeMap::new();
    for line in reply.body.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').unwrap();
            assert!(matches!(kind, "counter" | "gauge" | "histogram") && types.insert(name, kind).is_none(), "{line}");
        } else if !line.starts_with("# HELP ") {
            let (name, value) = line.rsplit_once(' ').unwrap();
            value.parse::<f64>().unwrap();
            let bare = name.split('{').next().unwrap();
            let family = ["_bucket", "_sum", "_count"]
                .iter()
                .find_map(|end| bare.strip_suffix(end))
                .filter(|f| types.contains_key(f));
            let kind = types.get(family.unwrap_or(bare)).unwrap_or_else(|| panic!("{line} has no type"));
            assert_eq!(*kind == "counter", bare.ends_with("_total"), "{line}");
            assert!(samples.insert(name, value).is_none(), "{line} comes twice");
        }
    }
    let sample = |name: &str| *samples.get(name).unwrap_or_else(|| panic!("{name}: {}", reply.body));
    assert_eq!(sample("rolecall_requests_total{endpoint=\"access/v1/evaluation\",status=\"200\"}"), "3");
    assert_eq!(sample("rolecall_requests_total{endpoint=\"access/v1/evaluation\",status=\"400\"}"), "1");
    assert_eq!(sample("rolecall_requests_total{endpoint=\"other\",status=\"404\"}"), "1");
    assert_eq!(
        (sample("rolecall_decisions_total{decision=\"true\"}"), sample("rolecall_decisions_total{decision=\"false\"}")),
        ("3", "0")
    );
    assert_eq!(sample("rolecall_request_seconds_bucket{le=\"+Inf\"}"), sample("rolecall_request_seconds_count"));
    assert_eq!(sample("rolecall_reloads_total{outcome=\"loaded\"}"), "1");
    assert!(samples.keys().any(|name| name.starts_with("rolecall_table_info{decisions=\"")));
}
