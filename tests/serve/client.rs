//! A client that writes exactly what a test says, and a connection that can be kept.

use serde_json::Value;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What came back.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    head: String,
    pub(super) body: String,
}

impl Reply {
    /// A header's value.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub(super) fn json(&self) -> Value {
        assert_eq!(self.header("content-type"), Some("application/json"), "{self:?}");
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The stable word of a refusal.
    pub(super) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_else(|| panic!("{self:?}")).to_owned()
    }
}

/// A connection.
pub(super) struct Connection<S = TcpStream> {
    pub(super) stream: S,
    rest: Vec<u8>,
}

impl Connection {
    pub(super) fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.set_nodelay(true).unwrap();
        Self::over(stream)
    }
}

impl<S: Read + Write> Connection<S> {
    pub(super) fn over(stream: S) -> Self {
        Self { stream, rest: Vec::new() }
    }

    /// Asks, and reads the answer.
    pub(super) fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> io::Result<Reply> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n");
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if method != "GET" || !body.is_empty() {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(body);
        // The service may have answered and closed before it has read everything.
        let _ = self.stream.write_all(&bytes);
        self.read(method != "HEAD")
    }

    /// Reads an answer.
    pub(super) fn answer(&mut self) -> io::Result<Reply> {
        self.read(true)
    }

    fn read(&mut self, has_body: bool) -> io::Result<Reply> {
        let mut piece = [0; 16 << 10];
        loop {
            if let Some(end) = self.rest.windows(4).position(|four| four == b"\r\n\r\n") {
                let head = String::from_utf8(self.rest[..end].to_vec()).unwrap();
                let reply =
                    Reply { status: head.split(' ').nth(1).unwrap().parse().unwrap(), head, body: String::new() };
                let length: usize =
                    reply.header("content-length").filter(|_| has_body).map_or(0, |length| length.parse().unwrap());
                while self.rest.len() < end + 4 + length {
                    match self.stream.read(&mut piece)? {
                        0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                        n => self.rest.extend_from_slice(&piece[..n]),
                    }
                }
                let body = String::from_utf8(self.rest[end + 4..end + 4 + length].to_vec()).unwrap();
                self.rest.drain(..end + 4 + length);
                return Ok(Reply { body, ..reply });
            }
            match self.stream.read(&mut piece)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                n => self.rest.extend_from_slice(&piece[..n]),
            }
        }
    }

    /// Posts JSON.
    pub(super) fn post(&mut self, path: &str, body: &str) -> io::Result<Reply> {
        self.ask("POST", path, &[("Content-Type", "application/json")], body.as_bytes())
    }
}
