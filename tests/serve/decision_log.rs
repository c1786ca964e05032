//! The decision log: its shape, and what becomes of a decision that cannot be written.

use super::server::{Place, Server};
use serde_json::{Value, json};
use std::process::Stdio;

const EVALUATION: &str = "/access/v1/evaluation";
const ASKED: &str = "{\"subject\":{\"type\":\"user\",\"id\":\"alice\"},\n\r\n \"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"record\",\"id\":\"record-1\"}}";

fn place() -> (Place, std::path::PathBuf) {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/certification", "t.rct");
    (place, table)
}

fn events(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[test]
fn events_have_the_shape_of_opa() {
    let (place, table) = place();
    let log = place.path("log.jsonl");
    let server = Server::start(&table, &["--decision-log", log.to_str().unwrap()]);
    let headers = [("Content-Type", "application/json"), ("X-Request-ID", "r-1")];
    let reply = server.ask("POST", EVALUATION, &headers, ASKED);
    // What was answered was written.
    let written = events(&std::fs::read_to_string(&log).unwrap());
    assert_eq!(written.len(), 1);
    let event = &written[0];
    assert_eq!(event["input"], serde_json::from_str::<Value>(ASKED).unwrap());
    assert_eq!(event["result"]["decision"], true);
    assert_eq!(event["result"]["context"]["by"][0]["role"], "Reader");
    assert_eq!(reply.body, r#"{"decision":true}"#);
    assert_eq!(event["path"], "access/v1/evaluation");
    assert_eq!(event["bundles"]["rolecall"]["revision"], reply.header("x-rolecall-table").unwrap());
    assert_eq!(event["request_context"]["http"]["headers"]["x-request-id"], json!(["r-1"]));
    assert!(event["requested_by"].as_str().unwrap().starts_with("127.0.0.1:"));
    assert!(
        event["timestamp"].as_str().unwrap().ends_with('Z') && event["metrics"]["timer_server_handler_ns"].is_u64()
    );
    assert_eq!(event["labels"]["version"], env!("CARGO_PKG_VERSION"));
    let batch = r#"{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"evaluations":[{"resource":{"type":"record","id":"record-1"}},{}]}"#;
    assert_eq!(server.post("/access/v1/evaluations", batch).status, 200);
    assert_eq!(server.post("/access/v1/search/action", ASKED).status, 200);
    assert_eq!(server.post("/v1/data/rolecall/allow", format!("{{\"input\":{ASKED}}}")).status, 200);
    // What is no request is no decision.
    assert_eq!(server.post(EVALUATION, "{}").status, 400);
    let written = events(&std::fs::read_to_string(&log).unwrap());
    let paths: Vec<&str> = written.iter().map(|event| event["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["access/v1/evaluation", "access/v1/evaluations", "access/v1/search/action", "rolecall/allow"]);
    assert_eq!(written[1]["result"]["evaluations"][1]["context"]["reason"], "bad-request");
    let mut ids: Vec<&str> = written.iter().map(|event| event["decision_id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 4);
}

#[test]
fn a_log_that_was_moved_away_is_begun_anew() {
    let (place, table) = place();
    let log = place.path("log.jsonl");
    let server = Server::start(&table, &["--decision-log", log.to_str().unwrap(), "--reload-every", "0"]);
    server.post(EVALUATION, ASKED);
    std::fs::rename(&log, place.path("old.jsonl")).unwrap();
    server.post(EVALUATION, ASKED);
    server.signal("HUP");
    server.wait("there is a new file", || {
        server.post(EVALUATION, ASKED);
        log.exists()
    });
    assert_eq!(events(&std::fs::read_to_string(place.path("old.jsonl")).unwrap())[..2].len(), 2);
    assert!(!events(&std::fs::read_to_string(&log).unwrap()).is_empty());
}

#[test]
fn a_decision_that_cannot_be_written_is_no_or_counted() {
    // A disk that is always full.
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let (place, table) = place();
    let routes = place.write(
        "routes.yaml",
        "subject: { header: x-user }\nroutes: [{ method: GET, path: '/{id}', action: read, object: record }]\n",
    );
    let flags = ["--decision-log", "/dev/full", "--envoy", routes.to_str().unwrap()];
    let input = format!("{{\"input\":{ASKED}}}");
    let batch = r#"{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"evaluations":[{"resource":{"type":"record","id":"1"}},{"resource":{"type":"record","id":"2"}}]}"#;
    let server = Server::start(&table, &flags);
    assert_eq!(server.post(EVALUATION, ASKED).body, r#"{"decision":false}"#);
    assert_eq!(
        server.post("/access/v1/evaluations", batch).body,
        r#"{"evaluations":[{"decision":false},{"decision":false}]}"#
    );
    assert_eq!(server.post("/v1/data/rolecall/allow", &input).body, r#"{"result":false}"#);
    assert_eq!(server.post("/v1/data/rolecall/decision", &input).body, r#"{"result":{"decision":false}}"#);
    assert_eq!(server.ask("GET", "/ext_authz/1", &[("X-User", "alice")], "").status, 403);
    let reply = server.post("/access/v1/search/action", ASKED);
    assert_eq!((reply.status, reply.code().as_str()), (503, "not-logged"));
    server.wait("it says so", || server.said().contains("decisions cannot be logged"));
    assert!(server.get("/metrics").body.contains("rolecall_decision_log_events_total{outcome=\"lost\"} 6\n"));
    let server = Server::start(&table, &[&flags[..], &["--log-failure", "drop"]].concat());
    assert_eq!(server.post(EVALUATION, ASKED).body, r#"{"decision":true}"#);
    assert_eq!(server.ask("GET", "/ext_authz/1", &[("X-User", "alice")], "").status, 200);
    server.wait("the loss is counted", || server.get("/metrics").body.contains("outcome=\"lost\"} 2\n"));
}

#[test]
fn a_reader_that_does_not_read_holds_nobody_for_long() {
    let (_place, table) = place();
    // A pipe of a few kilobytes that nobody empties.
    let server = Server::start_with(&table, &["--decision-log", "-"], |command| {
        command.stdout(Stdio::piped());
    });
    let mut connection = server.connect();
    let begin = std::time::Instant::now();
    let mut denied = 0;
    while denied == 0 {
        let reply = connection.post(EVALUATION, ASKED).unwrap();
        denied += usize::from(reply.body == r#"{"decision":false}"#);
        assert!(begin.elapsed() < std::time::Duration::from_secs(20));
    }
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn requests_at_once_are_bounded() {
    let (_place, table) = place();
    let server = Server::start_with(&table, &["--decision-log", "-", "--max-concurrent", "1"], |command| {
        command.stdout(Stdio::piped());
    });
    // Whoever waits for the log takes the only place.
    let refused = std::thread::scope(|scope| {
        let ask = || {
            let mut connection = server.connect();
            let begin = std::time::Instant::now();
            while begin.elapsed() < std::time::Duration::from_secs(20) {
                let reply = connection.post(EVALUATION, ASKED).unwrap();
                if reply.status == 503 {
                    return Some((reply.code(), reply.header("retry-after").map(str::to_owned)));
                }
            }
            None
        };
        let callers: Vec<_> = (0..3).map(|_| scope.spawn(ask)).collect();
        callers.into_iter().map(|caller| caller.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(refused.contains(&Some(("overloaded".to_owned(), Some("1".to_owned())))), "{refused:?}");
    assert_eq!(server.get("/healthz").status, 200);
}
