//! Another table in the place of the one that answers, while callers ask; no table; the end.

use super::client::Connection;
use super::secrets::{Authority, TlsServer};
use super::server::{Place, Server, rolecall};
use serde_json::json;
use std::io::Write;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const EVALUATION: &str = "/access/v1/evaluation";
const ASKED: &str =
    r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"open"},"resource":{"type":"Box","id":"1"}}"#;

/// A table in which ann may open boxes, and one in which she may not.
fn tables(place: &Place) -> [PathBuf; 2] {
    let policy = |assigned: &str| {
        format!(
            "policy p {{ language 1 timezone \"UTC\" }}\nobject Box {{ general actions open }}\nrole R {{ allow open Box }}\nuser ann\nuser bob\nassign R to {assigned}\n"
        )
    };
    [place.build_text(&policy("ann"), "yes.rct"), place.build_text(&policy("bob"), "no.rct")]
}

fn hash(table: &Path) -> String {
    let bytes = std::fs::read(table).unwrap();
    rolecall::wire::hex(rolecall::table::Table::open(&bytes).unwrap().decisions_hash())
}

fn metric(server: &Server, line: &str) -> f64 {
    let page = server.get("/metrics").body;
    let found = page.lines().find_map(|found| found.strip_prefix(line));
    found.unwrap_or_else(|| panic!("{line}: {page}")).trim().parse().unwrap()
}

/// `ROLECALL_RELOADS` makes it longer.
#[test]
fn no_answer_comes_from_a_mixture_and_none_is_lost() {
    let reloads: usize = std::env::var("ROLECALL_RELOADS").map_or(300, |number| number.parse().unwrap());
    let place = Place::new();
    let [yes, no] = tables(&place);
    let hashes = [hash(&yes), hash(&no)];
    let current = place.path("t.rct");
    place.put(&yes, &current);
    let server = Server::start(&current, &["--reload-every", "0.001"]);
    let items = vec![json!({}); 50];
    let batch = json!({
        "subject": { "type": "user", "id": "ann" }, "action": { "name": "open" }, "resource": { "type": "Box", "id": "1" },
        "evaluations": items,
    })
    .to_string();
    let expected = ["true", "false"].map(|word| {
        let item = format!("{{\"decision\":{word}}}");
        (item.clone(), format!("{{\"evaluations\":[{}]}}", vec![item; 50].join(",")))
    });
    let stop = AtomicBool::new(false);
    let seen = [AtomicUsize::new(0), AtomicUsize::new(0)];
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let mut connection = server.connect();
                while !stop.load(Ordering::Relaxed) {
                    for (path, body) in [(EVALUATION, ASKED), ("/access/v1/evaluations", batch.as_str())] {
                        let reply = connection.post(path, body).unwrap();
                        let table = reply.header("x-rolecall-table").unwrap();
                        let which = hashes.iter().position(|hash| hash == table).unwrap();
                        let (one, many) = &expected[which];
                        assert_eq!(&reply.body, if path == EVALUATION { one } else { many });
                        seen[which].fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
        for reload in 0..reloads {
            let from = if reload % 2 == 0 { &no } else { &yes };
            place.put(from, &current);
            let wanted = &hashes[(reload + 1) % 2];
            let mut connection = server.connect();
            server.wait("the table is replaced", || {
                connection.post(EVALUATION, ASKED).unwrap().header("x-rolecall-table") == Some(wanted.as_str())
            });
        }
        stop.store(true, Ordering::Relaxed);
    });
    for seen in &seen {
        assert!(seen.load(Ordering::Relaxed) > reloads / 10, "{seen:?}");
    }
    assert_eq!(metric(&server, "rolecall_reloads_total{outcome=\"loaded\"}") as usize, reloads + 1);
    assert_eq!(metric(&server, "rolecall_reloads_total{outcome=\"failed\"}"), 0.0);
}

#[test]
fn what_is_no_table_changes_nothing() {
    let place = Place::new();
    let [yes, no] = tables(&place);
    let current = place.path("t.rct");
    place.put(&yes, &current);
    let server = Server::start(&current, &["--reload-every", "0.01"]);
    let whole = std::fs::read(&no).unwrap();
    let mut failed = 0.0;
    let flipped: Vec<u8> =
        whole.iter().enumerate().map(|(at, byte)| if at == whole.len() / 2 { byte ^ 1 } else { *byte }).collect();
    // Written where it lies, half written, damaged, emptied, gone, a folder.
    for bad in [Some(&b"nonsense"[..]), Some(&whole[..whole.len() / 2]), Some(&flipped), Some(b""), None] {
        match bad {
            Some(bytes) => std::fs::write(&current, bytes).unwrap(),
            None => std::fs::remove_file(&current).unwrap(),
        }
        server.wait("it is looked at", || metric(&server, "rolecall_reloads_total{outcome=\"failed\"}") > failed + 1.0);
        failed = metric(&server, "rolecall_reloads_total{outcome=\"failed\"}");
        let reply = server.post(EVALUATION, ASKED);
        assert_eq!((reply.status, reply.body.as_str()), (200, r#"{"decision":true}"#));
        assert_eq!(server.get("/readyz").status, 200);
    }
    server.wait("it says so", || server.said().contains("the table that answers stays as it is"));
    // Said once, not each time.
    assert!(server.said().lines().count() < 12, "{}", server.said());
    std::fs::write(&current, &whole).unwrap();
    server.wait("the whole table answers", || server.post(EVALUATION, ASKED).body.contains("false"));
}

#[test]
fn a_signal_makes_it_look_again() {
    let place = Place::new();
    let [yes, no] = tables(&place);
    let current = place.path("t.rct");
    place.put(&yes, &current);
    let server = Server::start(&current, &["--reload-every", "0"]);
    place.put(&no, &current);
    std::thread::sleep(Duration::from_millis(200));
    assert!(server.post(EVALUATION, ASKED).body.contains("true"));
    server.signal("HUP");
    server.wait("the new table answers", || server.post(EVALUATION, ASKED).body.contains("false"));
}

#[test]
fn without_a_table_nothing_is_allowed() {
    let place = Place::new();
    let [yes, _] = tables(&place);
    let current = place.path("t.rct");
    let output = rolecall().arg("serve").arg(&current).args(["--listen", "127.0.0.1:0"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    for other in [place.write("bad.rct", "nonsense"), place.path("yes.rct-package")] {
        let output = rolecall().arg("serve").arg(&other).args(["--listen", "127.0.0.1:0"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
    let routes = place.write(
        "routes.yaml",
        "subject: { header: x-user }\nroutes: [{ method: GET, path: /, action: open, object: Box }]\n",
    );
    let server = Server::start(&current, &["--wait", "--reload-every", "0.01", "--envoy", routes.to_str().unwrap()]);
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!((server.get("/readyz").status, server.get("/readyz").json()), (503, json!({ "status": "no-table" })));
    let input = format!("{{\"input\":{ASKED}}}");
    for (path, body) in [
        (EVALUATION, ASKED),
        ("/access/v1/evaluations", ASKED),
        ("/access/v1/search/subject", ASKED),
        ("/v1/data/rolecall/allow", &input),
    ] {
        let reply = server.post(path, body);
        assert_eq!(
            (reply.status, reply.code().as_str(), reply.header("x-rolecall-table")),
            (503, "no-table", None),
            "{path}"
        );
    }
    assert_eq!(server.ask("GET", "/ext_authz/", &[("X-User", "ann")], "").status, 503);
    place.put(&yes, &current);
    server.wait("there is a table", || server.get("/readyz").status == 200);
    assert_eq!(server.post(EVALUATION, ASKED).body, r#"{"decision":true}"#);
    assert_eq!(server.ask("GET", "/ext_authz/", &[("X-User", "ann")], "").status, 200);
}

#[test]
fn a_table_comes_over_https_with_its_etag() {
    let place = Place::new();
    let [yes, no] = tables(&place);
    let authority = Authority::new(&place);
    let tables = [std::fs::read(yes).unwrap(), std::fs::read(no).unwrap()];
    let current = Arc::new(Mutex::new(Some(0)));
    let counts = Arc::new([(); 3].map(|()| AtomicUsize::new(0)));
    let (which, counted) = (Arc::clone(&current), Arc::clone(&counts));
    let host = TlsServer::start(&authority, move |request| {
        assert!(request.starts_with("GET /tables/t.rct?v=1 HTTP/1.1\r\n"), "{request}");
        let Some(at) = *which.lock().unwrap() else {
            counted[2].fetch_add(1, Ordering::Relaxed);
            return b"HTTP/1.1 500 no\r\nContent-Length: 0\r\n\r\n".to_vec();
        };
        if request.to_ascii_lowercase().contains(&format!("if-none-match: \"t{at}\"")) {
            counted[0].fetch_add(1, Ordering::Relaxed);
            return b"HTTP/1.1 304 same\r\n\r\n".to_vec();
        }
        counted[1].fetch_add(1, Ordering::Relaxed);
        let mut answer =
            format!("HTTP/1.1 200 ok\r\nETag: \"t{at}\"\r\nContent-Length: {}\r\n\r\n", tables[at].len()).into_bytes();
        answer.extend_from_slice(&tables[at]);
        answer
    });
    let address = format!("https://localhost:{}/tables/t.rct?v=1", host.port);
    let trusted = authority.certificate.to_str().unwrap();
    let server = Server::start(Path::new(&address), &["--table-ca", trusted, "--reload-every", "0.02"]);
    assert!(server.post(EVALUATION, ASKED).body.contains("true"));
    server.wait("the server says it is the same", || counts[0].load(Ordering::Relaxed) > 3);
    assert_eq!(counts[1].load(Ordering::Relaxed), 1);
    *current.lock().unwrap() = Some(1);
    server.wait("the other table answers", || server.post(EVALUATION, ASKED).body.contains("false"));
    *current.lock().unwrap() = None;
    server.wait("the server fails", || counts[2].load(Ordering::Relaxed) > 2);
    assert!(server.post(EVALUATION, ASKED).body.contains("false"));
    server.wait("it says so", || server.said().contains("the server answered with status 500"));
    // Whoever is not trusted gives no table; neither does a plain connection.
    for (address, flags) in [(address.clone(), &[][..]), (address.replace("https", "http"), &["--table-ca", trusted])] {
        let output =
            rolecall().arg("serve").arg(&address).args(["--listen", "127.0.0.1:0"]).args(flags).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{address}: {output:?}");
    }
}

#[test]
fn it_ends_in_order() {
    let place = Place::new();
    let [yes, _] = tables(&place);
    for signal in ["TERM", "INT"] {
        let mut server = Server::start(&yes, &["--shutdown-timeout", "10"]);
        let mut kept = server.connect();
        assert_eq!(kept.post(EVALUATION, ASKED).unwrap().status, 200);
        // One caller is in the middle of its question.
        let mut busy = server.connect();
        let (one, other) = ASKED.split_at(20);
        write!(busy.stream, "POST {EVALUATION} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{one}", ASKED.len()).unwrap();
        std::thread::sleep(Duration::from_millis(150));
        server.signal(signal);
        server.wait("no new connections", || TcpStream::connect(server.address).is_err());
        write!(busy.stream, "{other}").unwrap();
        assert_eq!(busy.answer().unwrap().body, r#"{"decision":true}"#);
        server.wait("a connection at rest is closed", || kept.post(EVALUATION, ASKED).is_err());
        assert_eq!(server.end().code(), Some(0), "{}", server.said());
    }
    // Whoever does not end is cut off.
    let mut server = Server::start(&yes, &["--shutdown-timeout", "0.3", "--header-timeout", "60"]);
    let mut slow = server.connect();
    slow.stream.write_all(b"POST / HTTP/1.1\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(150));
    server.signal("TERM");
    assert_eq!(server.end().code(), Some(0), "{}", server.said());
    server.wait("it says so", || server.said().contains("cut off"));
    drop::<Connection>(slow);
}
