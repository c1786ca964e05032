//! Hostile and unlucky callers: refused within limits, while others are answered.

use super::client::Connection;
use super::server::{Place, Server};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const EVALUATION: &str = "/access/v1/evaluation";
const ASKED: &str =
    r#"{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}"#;

fn server(flags: &[&str]) -> (Place, Server) {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/certification", "t.rct");
    let server = Server::start(table, flags);
    (place, server)
}

/// How long until the service closes a connection on which nothing more is said, and what it said before.
fn closed(stream: &mut TcpStream) -> (Duration, String) {
    let begin = Instant::now();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut said = Vec::new();
    let ended = stream.read_to_end(&mut said);
    assert!(ended.is_ok() || begin.elapsed() < Duration::from_secs(19), "the connection stays open");
    (begin.elapsed(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn bodies_are_bounded() {
    let (_place, server) = server(&["--max-body", "4096"]);
    // Declared and sent, declared and longer than anybody waits for, and not declared at all.
    let long = format!("{}{}", ASKED, " ".repeat(5000));
    let reply = server.post(EVALUATION, &long);
    assert_eq!((reply.status, reply.code().as_str()), (413, "too-large"));
    let mut connection = server.connect();
    let head = "POST /access/v1/evaluation HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    write!(connection.stream, "{head}Content-Length: 99999999999\r\n\r\n").unwrap();
    assert_eq!(connection.answer().unwrap().status, 413);
    let mut connection = server.connect();
    write!(connection.stream, "{head}Transfer-Encoding: chunked\r\n\r\n").unwrap();
    for _ in 0..8 {
        write!(connection.stream, "400\r\n{}\r\n", "x".repeat(1024)).unwrap();
    }
    write!(connection.stream, "0\r\n\r\n").unwrap();
    assert_eq!(connection.answer().unwrap().status, 413);
    // Chunked is fine as such.
    let mut connection = server.connect();
    let (one, other) = ASKED.split_at(30);
    write!(connection.stream, "{head}Transfer-Encoding: chunked\r\n\r\n").unwrap();
    for part in [one, other] {
        write!(connection.stream, "{:x}\r\n{part}\r\n", part.len()).unwrap();
    }
    write!(connection.stream, "0\r\n\r\n").unwrap();
    assert_eq!(connection.answer().unwrap().body, r#"{"decision":true}"#);
}

#[test]
fn ids_of_a_mebibyte_and_deep_nesting_are_refused() {
    let (_place, server) = server(&[]);
    let id = "a".repeat(1 << 20);
    assert_eq!(server.post(EVALUATION, ASKED.replace("alice", &id)).status, 413);
    let id = "a".repeat((1 << 20) - 200);
    let reply = server.post(EVALUATION, ASKED.replace("alice", &id));
    assert_eq!((reply.status, reply.body.as_str()), (200, r#"{"decision":false}"#));
    for depth in [40, 10_000, 500_000] {
        let nested = ASKED.replace(r#""alice""#, &format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        assert_eq!(server.post(EVALUATION, &nested).status, 400, "{depth}");
        let open = "{\"a\":".repeat(depth / 3);
        assert_eq!(server.post(EVALUATION, &open).status, 400, "{depth}");
    }
    assert_eq!(server.post(EVALUATION, ASKED).body, r#"{"decision":true}"#);
}

#[test]
fn headers_are_bounded() {
    let (_place, server) = server(&[]);
    let big = "x".repeat(40 << 10);
    let reply = server.ask("POST", EVALUATION, &[("X-Big", &big)], ASKED);
    assert_eq!(reply.status, 431);
    let mut connection = server.connect();
    let many: String = (0..200).map(|n| format!("X-{n}: 1\r\n")).collect();
    write!(connection.stream, "GET /healthz HTTP/1.1\r\nHost: x\r\n{many}\r\n").unwrap();
    assert_eq!(connection.answer().unwrap().status, 431);
    for odd in ["\r\n\r\n\0\0", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n"] {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(odd.as_bytes()).unwrap();
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let (_, said) = closed(&mut stream);
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 4"), "{odd:?}: {said}");
    }
    // Two lengths, or a length beside chunks, could hide a second request.
    for smuggled in [
        "Content-Length: 3\r\nContent-Length: 4\r\n",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: +3\r\n",
    ] {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(
            stream,
            "POST {EVALUATION} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{smuggled}\r\n{{}}\n"
        )
        .unwrap();
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let (_, said) = closed(&mut stream);
        assert!(!said.contains(" 200 "), "{smuggled}: {said}");
    }
}

#[test]
fn slow_callers_are_cut_off_while_others_are_answered() {
    let (_place, server) = server(&["--header-timeout", "1", "--body-timeout", "1"]);
    let said = |bytes: &str| {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(bytes.as_bytes()).unwrap();
        stream
    };
    // Nothing at all, half a header, half a body.
    let mut silent = said("");
    let mut half = said("POST /access/v1/evaluation HTTP/1.1\r\nHost: x\r\n");
    let head = "POST /access/v1/evaluation HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    let mut body = said(head);
    let slow: Vec<TcpStream> = (0..300).map(|n| said(if n % 2 == 0 { "GET /" } else { head })).collect();
    // A drop now and then does not keep a header open.
    let mut drip = said("GET /healthz HTTP/1.1\r\n");
    let dripping = std::thread::spawn(move || {
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(5) && drip.write_all(b"X: 1\r\n").is_ok() {
            std::thread::sleep(Duration::from_millis(100));
        }
        begin.elapsed()
    });
    let mut honest = server.connect();
    let mut longest = Duration::ZERO;
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_millis(800) {
        let asked = Instant::now();
        assert_eq!(honest.post(EVALUATION, ASKED).unwrap().body, r#"{"decision":true}"#);
        longest = longest.max(asked.elapsed());
    }
    assert!(longest < Duration::from_millis(500), "{longest:?}");
    let (_, said) = closed(&mut body);
    assert!(said.starts_with("HTTP/1.1 408") && said.contains("\"timeout\""), "{said}");
    closed(&mut silent);
    closed(&mut half);
    assert!(dripping.join().unwrap() < Duration::from_secs(4));
    drop(slow);
    server.wait("connections are given back", || {
        server
            .get("/metrics")
            .body
            .lines()
            .any(|line| line == "rolecall_connections 1" || line == "rolecall_connections 2")
    });
}

#[test]
fn connections_are_bounded() {
    let (_place, server) = server(&["--max-connections", "8", "--header-timeout", "1"]);
    let kept: Vec<Connection> = (0..8).map(|_| server.connect()).collect();
    std::thread::sleep(Duration::from_millis(100));
    let mut more = TcpStream::connect(server.address).unwrap();
    let (took, said) = closed(&mut more);
    assert!(took < Duration::from_millis(800) && said.is_empty(), "{took:?} {said}");
    drop(kept);
    server.wait("there is room again", || {
        let mut connection = server.connect();
        connection
            .ask("GET", "/metrics", &[], b"")
            .is_ok_and(|reply| reply.body.contains("rolecall_connections_refused_total "))
    });
}

#[test]
fn a_caller_that_reads_nothing_is_cut_off() {
    let (_place, server) = server(&["--write-timeout", "1", "--header-timeout", "30"]);
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_write_timeout(Some(Duration::from_millis(500))).unwrap();
    // So many questions that the answers fill every buffer on the way back.
    let ask = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".repeat(64);
    let begin = Instant::now();
    let mut stuck = false;
    while begin.elapsed() < Duration::from_secs(15) {
        match stream.write_all(ask.as_bytes()) {
            Ok(()) => {}
            Err(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {
                stuck = true
            }
            Err(_) => {
                assert!(stuck || begin.elapsed() > Duration::from_millis(900));
                return;
            }
        }
    }
    panic!("it was never cut off");
}
