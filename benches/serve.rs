//! `cargo bench --bench serve`: `rolecall serve` on loopback, the program and its callers on the same cores.
//!
//! Workload L (2,000 roles, 11,000 rules, 7,500 people). Every answer is compared with that of the evaluator in this
//! process before anything is measured. Then: single checks a second with their percentiles, batches of 100, and the
//! percentiles of honest callers beside 1,000 connections that never end their header. `SECONDS=10` takes longer than 5;
//! `cargo bench --bench serve -- quick` takes workload S.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    unreachable_pub,
    missing_docs,
    reason = "a benchmark talks to its terminal and stops at what is wrong"
)]

#[allow(dead_code, reason = "the other benchmarks need the rest")]
mod workload;

use rolecall::compile::{Options, compile};
use rolecall::runtime::Scratch;
use rolecall::source::SourceSet;
use rolecall::table::Table;
use rolecall::wire::{self, decide_line};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use workload::{Random, SIZES, Size};

/// Honest callers, each with one connection and one question at a time.
const CALLERS: usize = 32;
/// Different questions.
const QUESTIONS: usize = 4096;
/// Connections that never end their header.
const SLOW: usize = 1000;

fn main() {
    let quick = std::env::args().any(|argument| argument == "quick");
    let size = if quick { SIZES[0] } else { SIZES[2] };
    let seconds = std::env::var("SECONDS").map_or(5.0, |seconds| seconds.parse().unwrap());
    let time = Duration::from_secs_f64(seconds);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.rct");
    let bytes = table(size);
    std::fs::write(&path, &bytes).unwrap();
    let server = Server::start(&path);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let singles = singles(size);
    let batches = [batches(size, false), batches(size, true)];
    runtime.block_on(verify(&server, &bytes, &singles, &batches));
    println!(
        "| workload {} | requests/s | checks/s | p50 µs | p99 µs | p99.9 µs |\n|---|---|---|---|---|---|",
        size.name
    );
    let run = |name: &str, questions: &[Vec<u8>], checks: usize| {
        let result = runtime.block_on(load(server.address, questions, time));
        result.print(name, checks);
        result.at(0.99)
    };
    let alone = run("one check", &singles, 1);
    run("100 records of one subject and action", &batches[0], 100);
    run("100 whole evaluations", &batches[1], 100);
    let slow = runtime.block_on(slow(server.address));
    let beside = run("one check, beside 1,000 slow connections", &singles, 1);
    drop(slow);
    println!("\np99 beside slow connections: {:.2} times that without", f64::from(beside) / f64::from(alone));
}

fn table(size: Size) -> Vec<u8> {
    let sources = SourceSet::from_texts([("bench.roles", workload::policy(size, 0))]);
    let compilation = compile(&sources, Options { prove: false, lint: false, ..Options::default() });
    compilation.table(&sources).expect("no errors").expect("fits")
}

struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(table: &std::path::Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolecall"));
        command.arg("serve").arg(table).args(["--listen", "127.0.0.1:0", "--header-timeout", "60"]);
        let mut child = command.env("ROLECALL_LANG", "en").stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("answering at http://").map(|address| address.parse().unwrap()));
        Self { child, address: address.expect("it starts") }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn resource(size: Size, random: &mut Random, object: usize) -> String {
    format!(
        r#"{{"type":"Object{object}","id":"r{}","properties":{{"owner_user":"u{}","department":"Unit0","region":"{}","amount":{}}}}}"#,
        random.below(100_000),
        random.below(size.users),
        ["east", "west", "north"][random.below(3)],
        random.below(10_000)
    )
}

fn subject_and_action(size: Size, random: &mut Random) -> String {
    format!(
        r#""subject":{{"type":"user","id":"u{}"}},"action":{{"name":"act{}"}}"#,
        random.below(size.users),
        random.below(size.actions)
    )
}

fn singles(size: Size) -> Vec<Vec<u8>> {
    let mut random = Random::new(1);
    let question = |_| {
        let object = random.below(size.objects);
        let who = subject_and_action(size, &mut random);
        post("evaluation", &format!("{{{who},\"resource\":{}}}", resource(size, &mut random, object)))
    };
    (0..QUESTIONS).map(question).collect()
}

fn batches(size: Size, whole: bool) -> Vec<Vec<u8>> {
    let mut random = Random::new(2);
    let question = |_| {
        let object = random.below(size.objects);
        let who = subject_and_action(size, &mut random);
        let items: Vec<String> = (0..100)
            .map(|_| {
                let record = resource(size, &mut random, object);
                if whole {
                    format!("{{{},\"resource\":{record}}}", subject_and_action(size, &mut random))
                } else {
                    format!("{{\"resource\":{record}}}")
                }
            })
            .collect();
        let above = if whole { String::new() } else { format!("{who},") };
        post("evaluations", &format!("{{{above}\"evaluations\":[{}]}}", items.join(",")))
    };
    (0..QUESTIONS / 16).map(question).collect()
}

fn post(path: &str, body: &str) -> Vec<u8> {
    format!(
        "POST /access/v1/{path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn body(question: &[u8]) -> &str {
    std::str::from_utf8(question).unwrap().split_once("\r\n\r\n").unwrap().1
}

/// Every answer is the evaluator's own.
async fn verify(server: &Server, bytes: &[u8], singles: &[Vec<u8>], batches: &[Vec<Vec<u8>>; 2]) {
    let table = Table::open(bytes).unwrap();
    let mut scratch = Scratch::new(&table);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
    let options = wire::Options { now: i64::try_from(now).unwrap(), trust_time: false, witness: false };
    let mut decide = |request: &str| {
        let (answer, valid) = decide_line(&table, request.as_bytes(), options, &mut scratch);
        assert!(valid, "{request}");
        format!("{{\"decision\":{}}}", answer.starts_with("{\"decision\":true"))
    };
    let mut connection = Connection::open(server.address).await;
    let mut allowed = 0;
    for question in singles {
        let expected = decide(body(question));
        allowed += usize::from(expected.contains("true"));
        assert_eq!(connection.ask(question).await, expected);
    }
    assert!(allowed > QUESTIONS / 1000, "{allowed} of {QUESTIONS} are allowed");
    for question in batches.iter().flatten() {
        let asked: serde_json::Value = serde_json::from_str(body(question)).unwrap();
        let mut expected = Vec::new();
        for item in asked["evaluations"].as_array().unwrap() {
            let mut item = item.clone();
            for name in ["subject", "action"] {
                if item.get(name).is_none() {
                    item[name] = asked[name].clone();
                }
            }
            expected.push(decide(&item.to_string()));
        }
        let expected = format!("{{\"evaluations\":[{}]}}", expected.join(","));
        assert_eq!(connection.ask(question).await, expected);
    }
}

struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: vec![0; 64 << 10] }
    }

    async fn send(&self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            match self.stream.try_write(bytes) {
                Ok(n) => bytes = &bytes[n..],
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => self.stream.writable().await.unwrap(),
                Err(error) => panic!("{error}"),
            }
        }
    }

    /// Asks, and gives back the body of the answer.
    async fn ask(&mut self, question: &[u8]) -> &str {
        self.send(question).await;
        let mut filled = 0;
        loop {
            match self.stream.try_read(&mut self.buffer[filled..]) {
                Ok(0) => panic!("closed"),
                Ok(n) => filled += n,
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    self.stream.readable().await.unwrap();
                    continue;
                }
                Err(error) => panic!("{error}"),
            }
            let Some(end) = self.buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let head = std::str::from_utf8(&self.buffer[..end]).unwrap();
            assert!(head.starts_with("HTTP/1.1 200"), "{head}");
            let length = head.split("content-length: ").nth(1).unwrap().split('\r').next().unwrap();
            if filled == end + 4 + length.parse::<usize>().unwrap() {
                return std::str::from_utf8(&self.buffer[end + 4..filled]).unwrap();
            }
        }
    }
}

struct Measured {
    /// Microseconds, sorted.
    times: Vec<u32>,
    took: Duration,
}

impl Measured {
    fn at(&self, share: f64) -> u32 {
        let index = (self.times.len() as f64 * share) as usize;
        self.times[index.min(self.times.len() - 1)]
    }

    fn print(&self, name: &str, checks: usize) {
        let rate = self.times.len() as f64 / self.took.as_secs_f64();
        let all = rate * checks as f64;
        println!("| {name} | {rate:.0} | {all:.0} | {} | {} | {} |", self.at(0.5), self.at(0.99), self.at(0.999));
    }
}

async fn load(address: SocketAddr, questions: &[Vec<u8>], time: Duration) -> Measured {
    let begin = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for caller in 0..CALLERS {
        let questions: Vec<Vec<u8>> = questions.to_vec();
        tasks.spawn(async move {
            let mut connection = Connection::open(address).await;
            let mut times = Vec::new();
            for question in questions.iter().cycle().skip(caller * questions.len() / CALLERS) {
                if begin.elapsed() > time {
                    break;
                }
                let asked = Instant::now();
                connection.ask(question).await;
                times.push(u32::try_from(asked.elapsed().as_micros()).unwrap());
            }
            times
        });
    }
    let mut times: Vec<u32> = tasks.join_all().await.into_iter().flatten().collect();
    times.sort_unstable();
    Measured { times, took: begin.elapsed() }
}

async fn slow(address: SocketAddr) -> Vec<Connection> {
    let mut connections = Vec::new();
    for _ in 0..SLOW {
        let connection = Connection::open(address).await;
        connection.send(b"POST /access/v1/evaluation HTTP/1.1\r\nHost: ").await;
        connections.push(connection);
    }
    connections
}
