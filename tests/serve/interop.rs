//! OpenID AuthZEN's interop decisions, from the folder that `ROLECALL_AUTHZEN` names; their rules are packages of
//! `tests/cases/authzen`. And the certification scenario.

use super::server::{Place, Server};
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// The folder; where there is none the test says so on the terminal itself and passes.
fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("ROLECALL_AUTHZEN").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        let _ = writeln!(
            std::io::stderr(),
            "\nSKIPPED: ROLECALL_AUTHZEN names no folder; the interop decisions of OpenID AuthZEN were not asked\n"
        );
    }
    folder
}

fn server(package: &str) -> (Place, Server) {
    let place = Place::new();
    let table = place.build(&format!("tests/cases/authzen/{package}"), "t.rct");
    let records = format!("{}/tests/cases/authzen/{package}/records.jsonl", env!("CARGO_MANIFEST_DIR"));
    let flags = ["--records", &records];
    let flags = if PathBuf::from(&records).exists() { &flags[..] } else { &[] };
    let server = Server::start(table, flags);
    (place, server)
}

/// Sorted by its text, as the runners of the interop compare results.
fn sorted(results: &Value) -> Vec<String> {
    let mut sorted: Vec<String> = results["results"].as_array().unwrap().iter().map(Value::to_string).collect();
    sorted.sort();
    sorted
}

/// Asks every case of a file and compares.
fn cases(server: &Server, file: &str, member: &str, path: &str, same: impl Fn(&Value, &Value) -> bool) -> usize {
    let Some(folder) = folder() else { return 0 };
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let cases = document[member].as_array().unwrap();
    for case in cases {
        let reply = server.post(path, case["request"].to_string());
        assert_eq!(reply.status, 200, "{file}: {reply:?}");
        assert!(same(&reply.json(), &case["expected"]), "{file}: {case} but {}", reply.body);
    }
    cases.len()
}

const EVALUATION: &str = "/access/v1/evaluation";

fn decision(reply: &Value, expected: &Value) -> bool {
    reply["decision"] == *expected
}

#[test]
fn todo() {
    if folder().is_none() {
        return;
    }
    let (_place, server) = server("todo");
    for draft in ["01", "02"] {
        let file = format!("todo/decisions-authorization-api-1_0-{draft}.json");
        assert_eq!(cases(&server, &file, "evaluation", EVALUATION, decision), 40);
    }
    let file = "todo/decisions-authorization-api-1_0-02.json";
    let same = |reply: &Value, expected: &Value| reply["evaluations"] == *expected;
    assert_eq!(cases(&server, file, "evaluations", "/access/v1/evaluations", same), 3);
}

#[test]
fn gateway() {
    if folder().is_none() {
        return;
    }
    let (_place, server) = server("gateway");
    assert_eq!(cases(&server, "api-gateway/decisions.json", "evaluation", EVALUATION, decision), 25);
}

#[test]
fn search_and_idp() {
    if folder().is_none() {
        return;
    }
    let (_place, server) = server("search");
    let same = |reply: &Value, expected: &Value| sorted(reply) == sorted(expected);
    for (file, member, kind, many) in [
        ("search/subject/results.json", "evaluation", "subject", 60),
        ("search/resource/results.json", "evaluation", "resource", 18),
        ("search/action/results.json", "evaluation", "action", 120),
        ("idp/results.json", "search", "resource", 6),
    ] {
        assert_eq!(cases(&server, file, member, &format!("/access/v1/search/{kind}"), same), many, "{file}");
    }
}

#[test]
fn certification() {
    let (_place, server) = server("certification");
    let record = |id: &str| json!({ "type": "record", "id": id });
    let with = |mut entity: Value, properties: Value| {
        entity["properties"] = properties;
        entity
    };
    let user = |id: &str| json!({ "type": "user", "id": id });
    let action = |name: &str| json!({ "name": name });
    let archived = || with(record("record-2"), json!({ "status": "archived" }));
    let admin = || with(user("bob"), json!({ "role": "admin" }));
    let delete = |soft: bool| with(action("delete"), json!({ "soft": soft }));
    let decisions = [
        (user("alice"), action("read"), record("record-1"), true),
        (user("alice"), action("write"), record("record-1"), true),
        (user("bob"), action("read"), record("record-1"), true),
        (user("bob"), action("write"), record("record-1"), false),
        (user("alice"), action("write"), archived(), false),
        (admin(), action("write"), archived(), true),
        (user("alice"), delete(true), record("record-1"), true),
        (user("alice"), delete(false), record("record-1"), false),
    ];
    for context in [None, Some(json!({ "time": "2025-06-27T18:03-07:00", "ip": "192.168.1.1" }))] {
        for (subject, action, resource, expected) in &decisions {
            let mut request =
                json!({ "subject": subject, "action": action, "resource": resource, "foo": { "bar": 1 } });
            if let Some(context) = &context {
                request["context"] = context.clone();
            }
            let reply = server.post(EVALUATION, request.to_string());
            assert_eq!((reply.status, reply.body), (200, json!({ "decision": expected }).to_string()), "{request}");
        }
    }
    let searches = [
        (
            "subject",
            json!({ "subject": { "type": "user" }, "action": action("read"), "resource": record("record-1") }),
            "alice bob",
        ),
        (
            "subject",
            json!({ "subject": user("alice"), "action": action("read"), "resource": record("record-1") }),
            "alice bob",
        ),
        (
            "resource",
            json!({ "subject": user("alice"), "action": action("read"), "resource": { "type": "record" } }),
            "record-1",
        ),
        ("action", json!({ "subject": user("alice"), "resource": record("record-1") }), "read write"),
        ("subject", json!({ "subject": { "type": "user" }, "action": action("write"), "resource": archived() }), "bob"),
        (
            "resource",
            json!({ "subject": admin(), "action": action("write"), "resource": record("record-1") }),
            "record-2",
        ),
        ("action", json!({ "subject": admin(), "resource": archived() }), "write"),
    ];
    for (kind, request, least) in searches {
        let reply = server.post(&format!("/access/v1/search/{kind}"), request.to_string());
        assert_eq!(reply.status, 200, "{reply:?}");
        let results = reply.json()["results"].clone();
        let names: Vec<&str> = results
            .as_array()
            .unwrap()
            .iter()
            .map(|result| result[if kind == "action" { "name" } else { "id" }].as_str().unwrap())
            .collect();
        for name in least.split(' ') {
            assert!(names.contains(&name), "{kind} {request}: {names:?}");
        }
    }
}
