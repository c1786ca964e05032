//! What the standard says of requests and answers, clause by clause.

use super::client::Reply;
use super::server::{Place, Server};
use serde_json::{Value, json};

const EVALUATION: &str = "/access/v1/evaluation";
const EVALUATIONS: &str = "/access/v1/evaluations";

fn certification(flags: &[&str]) -> (Place, Server) {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/certification", "t.rct");
    let records = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/authzen/certification/records.jsonl");
    let server = Server::start(table, &[&["--records", records], flags].concat());
    (place, server)
}

fn search() -> (Place, Server) {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/search", "t.rct");
    let records = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/authzen/search/records.jsonl");
    let server = Server::start(table, &["--records", records]);
    (place, server)
}

fn request(subject: &str, action: &str, resource: &str) -> Value {
    json!({
        "subject": { "type": "user", "id": subject },
        "action": { "name": action },
        "resource": { "type": "record", "id": resource },
    })
}

#[test]
fn answers_are_bare_unless_reasons_are_wanted() {
    let (_place, server) = certification(&[]);
    let asked = request("alice", "read", "record-1").to_string();
    let bare = server.post(EVALUATION, &asked);
    assert_eq!(bare.body, r#"{"decision":true}"#);
    assert_eq!(bare.header("cache-control"), Some("no-store"));
    let json = ("Content-Type", "application/json; charset=utf-8");
    let whole = server.ask("POST", EVALUATION, &[json, ("X-Rolecall-Explain", "true")], &asked).json();
    assert_eq!(whole["context"]["reason"], "allow");
    assert_eq!(whole["context"]["by"][0]["role"], "Reader");
    let not = server.ask("POST", EVALUATION, &[json, ("X-Rolecall-Explain", "yes")], &asked);
    assert_eq!(not.body, bare.body);
    // Nobody is told reasons of what is unknown either.
    let stranger = server.post(EVALUATION, request("eve", "read", "record-1").to_string());
    assert_eq!((stranger.status, stranger.body.as_str()), (200, r#"{"decision":false}"#));
    let spaceship = json!({ "subject": { "type": "spaceship", "id": "alice" }, "action": { "name": "read" },
        "resource": { "type": "record", "id": "record-1" } });
    let reply = server.ask("POST", EVALUATION, &[json, ("X-Rolecall-Explain", "true")], spaceship.to_string());
    assert_eq!(reply.json(), json!({ "decision": false, "context": { "reason": "unknown-subject" } }));
}

#[test]
fn every_answer_names_its_table_and_its_request() {
    let (_place, server) = certification(&[]);
    let hash = server.get("/readyz").json()["decisions"].as_str().unwrap().to_owned();
    assert_eq!(hash.len(), 32);
    let asked = request("alice", "read", "record-1").to_string();
    let replies: [(u16, Reply); 6] = [
        (200, server.ask("POST", EVALUATION, &[("Content-Type", "application/json"), ("X-Request-ID", "r 1")], &asked)),
        (400, server.ask("POST", EVALUATION, &[("Content-Type", "application/json"), ("X-Request-ID", "r 1")], "{")),
        (400, server.ask("POST", EVALUATION, &[("X-Request-ID", "r 1")], &asked)),
        (404, server.ask("GET", "/nowhere", &[("X-Request-ID", "r 1")], "")),
        (405, server.ask("GET", EVALUATION, &[("X-Request-ID", "r 1")], "")),
        (200, server.ask("GET", "/healthz", &[("X-Request-ID", "r 1")], "")),
    ];
    for (status, reply) in replies {
        assert_eq!(reply.status, status, "{reply:?}");
        assert_eq!(reply.header("x-request-id"), Some("r 1"), "{reply:?}");
        assert_eq!(reply.header("x-rolecall-table"), Some(hash.as_str()), "{reply:?}");
    }
    assert_eq!(server.post(EVALUATION, &asked).header("x-request-id"), None);
    assert_eq!(server.ask("PUT", EVALUATION, &[], "").header("allow"), Some("POST"));
    assert_eq!(server.ask("POST", "/healthz", &[], "").header("allow"), Some("GET, HEAD"));
    assert_eq!(server.ask("HEAD", "/healthz", &[], "").status, 200);
}

#[test]
fn what_is_no_request_is_refused() {
    let (_place, server) = certification(&[]);
    let whole = request("alice", "read", "record-1");
    let without = |path: &[&str]| {
        let mut request = whole.clone();
        let (last, before) = path.split_last().unwrap();
        let inner = before.iter().fold(&mut request, |value, name| &mut value[*name]);
        inner.as_object_mut().unwrap().remove(*last);
        request.to_string()
    };
    let mut bad: Vec<String> = [
        &["subject"][..],
        &["action"],
        &["resource"],
        &["subject", "type"],
        &["subject", "id"],
        &["action", "name"],
        &["resource", "type"],
        &["resource", "id"],
    ]
    .iter()
    .map(|path| without(path))
    .collect();
    for (name, value) in [
        ("subject", json!("alice")),
        ("action", json!({ "name": 123 })),
        ("resource", json!([])),
        ("context", json!(1)),
        ("subject", json!({ "type": "user", "id": 7 })),
        ("subject", json!({ "type": "spaceship", "id": 7 })),
        ("resource", json!({ "type": "record", "id": "record-1", "properties": [] })),
    ] {
        let mut request = whole.clone();
        request[name] = value;
        bad.push(request.to_string());
    }
    // A member that comes twice, at any depth, says two things.
    bad.push(r#"{"subject":{"type":"user","id":"alice","id":"bob"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}"#.into());
    bad.push(r#"{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"},"x":[{"a":1,"\u0061":2}]}"#.into());
    bad.extend(["", " ", "{", "null", "[]", "\"x\"", "{}", "{}{}", "\u{feff}{}"].map(String::from));
    for body in &bad {
        let reply = server.post(EVALUATION, body);
        assert_eq!((reply.status, reply.code().as_str()), (400, "bad-request"), "{body}: {reply:?}");
        assert!(reply.json()["message"].as_str().is_some_and(|message| !message.is_empty()), "{reply:?}");
    }
    assert_eq!(server.post(EVALUATION, b"{\"a\":\"\xff\"}").status, 400);
    for content in ["text/plain", "application/jsonp", "application/x-www-form-urlencoded", ""] {
        let reply = server.ask("POST", EVALUATION, &[("Content-Type", content)], whole.to_string());
        assert_eq!((reply.status, reply.code().as_str()), (400, "content-type"), "{content}");
    }
}

#[test]
fn several_at_once() {
    let (_place, server) = certification(&[]);
    let ask = |request: &Value| server.post(EVALUATIONS, request.to_string());
    let record = |id: &str| json!({ "resource": { "type": "record", "id": id } });
    let batch = |semantic: Option<&str>, items: Value| {
        let mut request = json!({ "subject": { "type": "user", "id": "alice" }, "action": { "name": "write" }, "evaluations": items });
        if let Some(semantic) = semantic {
            request["options"] = json!({ "evaluations_semantic": semantic, "another": 1 });
        }
        request
    };
    let three = || json!([record("record-1"), record("record-2"), record("record-1")]);
    let lists = |decisions: &[bool]| {
        let items: Vec<Value> = decisions.iter().map(|decision| json!({ "decision": decision })).collect();
        json!({ "evaluations": items }).to_string()
    };
    for (semantic, expected) in [
        (None, &[true, false, true][..]),
        (Some("execute_all"), &[true, false, true]),
        (Some("deny_on_first_deny"), &[true, false]),
        (Some("permit_on_first_permit"), &[true]),
    ] {
        assert_eq!(ask(&batch(semantic, three())).body, lists(expected), "{semantic:?}");
    }
    for bad in ["", "Execute_all", "deny"] {
        assert_eq!(ask(&batch(Some(bad), three())).status, 400, "{bad}");
    }
    // Entities are replaced whole; an empty evaluation takes all of them from above.
    let mut request = batch(
        None,
        json!([{}, { "resource": { "type": "record", "id": "record-1" } }, { "subject": { "type": "user", "id": "bob", "properties": { "role": "admin" } } }]),
    );
    request["resource"] = json!({ "type": "record", "id": "x", "properties": { "status": "archived" } });
    assert_eq!(ask(&request).body, lists(&[false, true, true]));
    // What is no evaluation among others that are is a no; reasons only for whoever wants them.
    let mixed = batch(None, json!([record("record-1"), {}, 7, { "resource": { "type": "record" } }]));
    assert_eq!(ask(&mixed).body, lists(&[true, false, false, false]));
    let headers = [("Content-Type", "application/json"), ("X-Rolecall-Explain", "true")];
    let explained = server.ask("POST", EVALUATIONS, &headers, mixed.to_string()).json();
    assert_eq!(explained["evaluations"][0]["context"]["reason"], "allow");
    assert_eq!(explained["evaluations"][1]["context"]["reason"], "bad-request");
    // Without evaluations it is a single one.
    let single = request_of("record-1");
    for evaluations in [None, Some(json!([]))] {
        let mut request = single.clone();
        if let Some(evaluations) = evaluations {
            request["evaluations"] = evaluations;
        }
        assert_eq!(ask(&request).body, r#"{"decision":true}"#);
    }
    assert_eq!(ask(&json!({ "evaluations": [] })).status, 400);
    for whole in [
        json!({ "evaluations": 1 }),
        json!({ "evaluations": [{}], "subject": "alice" }),
        json!({ "evaluations": [{}], "options": 1 }),
    ] {
        assert_eq!(ask(&whole).status, 400, "{whole}");
    }
    let many: Vec<Value> = (0..1001).map(|_| json!({})).collect();
    let reply = ask(&batch(None, json!(many)));
    assert_eq!((reply.status, reply.code().as_str()), (413, "too-many-evaluations"));
}

fn request_of(record: &str) -> Value {
    request("alice", "read", record)
}

#[test]
fn searches_come_in_pages() {
    let (_place, server) = search();
    let ask = |kind: &str, request: &Value| server.post(&format!("/access/v1/search/{kind}"), request.to_string());
    let requests = [
        (
            "subject",
            json!({ "subject": { "type": "user" }, "action": { "name": "view" }, "resource": { "type": "record", "id": "101" } }),
        ),
        (
            "resource",
            json!({ "subject": { "type": "user", "id": "bob" }, "action": { "name": "view" }, "resource": { "type": "record" } }),
        ),
        (
            "action",
            json!({ "subject": { "type": "user", "id": "alice" }, "resource": { "type": "record", "id": "101" } }),
        ),
    ];
    for (kind, request) in requests {
        let whole = ask(kind, &request).json();
        assert!(whole.get("page").is_none() && whole["results"].as_array().unwrap().len() >= 3, "{whole}");
        for limit in [1, 2, 3, 1000] {
            let mut results = Vec::new();
            let mut token = String::new();
            loop {
                let mut request = request.clone();
                request["page"] = if token.is_empty() { json!({ "limit": limit }) } else { json!({ "token": token }) };
                let reply = ask(kind, &request);
                assert!(reply.body.starts_with(r#"{"page":"#), "{}", reply.body);
                let page = reply.json();
                let found = page["results"].as_array().unwrap();
                assert!(found.len() <= limit && page["page"]["count"] == found.len());
                results.extend(found.iter().cloned());
                token = page["page"]["next_token"].as_str().unwrap().to_owned();
                if token.is_empty() {
                    break;
                }
                // It belongs to this search alone.
                request["page"] = json!({ "token": token, "limit": limit + 1 });
                assert_eq!(ask(kind, &request).code(), "page-token");
                request["page"] = json!({ "token": token });
                request["context"] = json!({ "mfa": true });
                assert_eq!(ask(kind, &request).code(), "page-token");
            }
            assert_eq!(Value::from(results), whole["results"], "{kind} {limit}");
        }
    }
}

#[test]
fn searches_find_nothing_of_what_is_unknown() {
    let (_place, server) = search();
    let nothing = [
        (
            "subject",
            json!({ "subject": { "type": "spaceship" }, "action": { "name": "view" }, "resource": { "type": "record", "id": "101" } }),
        ),
        (
            "subject",
            json!({ "subject": { "type": "user" }, "action": { "name": "fly" }, "resource": { "type": "record", "id": "101" } }),
        ),
        (
            "subject",
            json!({ "subject": { "type": "user" }, "action": { "name": "view" }, "resource": { "type": "ship", "id": "101" } }),
        ),
        (
            "resource",
            json!({ "subject": { "type": "user", "id": "eve" }, "action": { "name": "view" }, "resource": { "type": "record" } }),
        ),
        (
            "resource",
            json!({ "subject": { "type": "user", "id": "bob" }, "action": { "name": "view" }, "resource": { "type": "ship" } }),
        ),
        (
            "action",
            json!({ "subject": { "type": "user", "id": "eve" }, "resource": { "type": "record", "id": "101" } }),
        ),
        ("action", json!({ "subject": { "type": "user", "id": "bob" }, "resource": { "type": "ship", "id": "101" } })),
    ];
    for (kind, request) in nothing {
        let reply = server.post(&format!("/access/v1/search/{kind}"), request.to_string());
        assert_eq!((reply.status, reply.body.as_str()), (200, r#"{"results":[]}"#), "{kind} {request}");
    }
    let bad = [
        ("subject", json!({ "subject": { "type": "user" }, "resource": { "type": "record", "id": "101" } })),
        (
            "subject",
            json!({ "subject": { "type": "user" }, "action": { "name": "view" }, "resource": { "type": "record" } }),
        ),
        ("resource", json!({ "action": { "name": "view" }, "resource": { "type": "record" } })),
        (
            "resource",
            json!({ "subject": { "type": "user" }, "action": { "name": "view" }, "resource": { "type": "record" } }),
        ),
        ("action", json!({ "subject": { "type": "user" }, "resource": { "type": "record", "id": "101" } })),
        ("action", json!({ "subject": { "type": "user", "id": "alice" } })),
        ("action", json!({ "subject": { "type": "user", "id": "alice" }, "resource": { "type": "record" } })),
    ];
    for (kind, request) in bad {
        assert_eq!(
            server.post(&format!("/access/v1/search/{kind}"), request.to_string()).status,
            400,
            "{kind} {request}"
        );
    }
}

#[test]
fn the_metadata_names_every_endpoint() {
    let (_place, server) = certification(&["--public-url", "https://pdp.example/"]);
    let reply = server.get("/.well-known/authzen-configuration");
    let document = reply.json();
    assert_eq!((reply.status, &document["policy_decision_point"]), (200, &json!("https://pdp.example")));
    let mut endpoints = 0;
    for (name, url) in document.as_object().unwrap().iter().filter(|(name, _)| name.ends_with("_endpoint")) {
        let path = url.as_str().unwrap().strip_prefix("https://pdp.example").unwrap();
        let reply = server.post(path, "{}");
        assert_eq!((reply.status, reply.code().as_str()), (400, "bad-request"), "{name}");
        endpoints += 1;
    }
    assert_eq!(endpoints, 5);
    assert_eq!(server.get("/.well-known/authzen-configuration/tenant1").status, 404);
}

#[test]
fn the_service_has_its_own_clock() {
    let place = Place::new();
    let policy = "policy p { language 1 timezone \"UTC\" }\nobject Box { general actions open }\nrole R { allow open Box through 2001-01-01 }\nuser ann\nassign R to ann\n";
    let table = place.build_text(policy, "t.rct");
    let asked = |time: &str| {
        json!({ "subject": { "type": "user", "id": "ann" }, "action": { "name": "open" },
            "resource": { "type": "Box", "id": "1" }, "context": { "time": time } })
        .to_string()
    };
    let server = Server::start(&table, &[]);
    assert_eq!(server.post(EVALUATION, asked("2000-06-01T00:00:00Z")).body, r#"{"decision":false}"#);
    assert_eq!(server.post(EVALUATION, asked("yesterday")).status, 200);
    let server = Server::start(&table, &["--trust-request-time"]);
    server.wait("it warns", || server.said().contains("the time that a request names is believed"));
    assert_eq!(server.post(EVALUATION, asked("2000-06-01T00:00:00Z")).body, r#"{"decision":true}"#);
    assert_eq!(server.post(EVALUATION, asked("yesterday")).status, 400);
}
