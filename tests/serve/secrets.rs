//! Tokens and certificates.

use super::client::Connection;
use super::server::{Place, Server, rolecall};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, RootCertStore, ServerConfig, ServerConnection, StreamOwned,
};

const EVALUATION: &str = "/access/v1/evaluation";
const ASKED: &str =
    r#"{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}"#;

/// An authority of this test alone, and a certificate for this machine.
pub(super) struct Authority {
    pub(super) certificate: PathBuf,
    pub(super) server: PathBuf,
    pub(super) key: PathBuf,
}

impl Authority {
    pub(super) fn new(place: &Place) -> Self {
        let mut params = CertificateParams::new(vec![]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
        let server = CertificateParams::new(names).unwrap().signed_by(&key, &authority).unwrap();
        Self {
            certificate: place.write("authority.pem", authority.pem()),
            server: place.write("server.pem", server.pem()),
            key: place.write("key.pem", key.serialize_pem()),
        }
    }

    fn client(&self) -> Arc<ClientConfig> {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_file(&self.certificate).unwrap()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(default_provider()));
        Arc::new(
            config.with_safe_default_protocol_versions().unwrap().with_root_certificates(roots).with_no_client_auth(),
        )
    }

    fn connect(&self, address: SocketAddr) -> Connection<StreamOwned<ClientConnection, TcpStream>> {
        let name = ServerName::try_from("localhost").unwrap();
        let connection = ClientConnection::new(self.client(), name).unwrap();
        Connection::over(StreamOwned::new(connection, TcpStream::connect(address).unwrap()))
    }
}

/// A server of files over TLS; one answer a connection.
pub(super) struct TlsServer {
    pub(super) port: u16,
}

impl TlsServer {
    pub(super) fn start(authority: &Authority, answer: impl Fn(&str) -> Vec<u8> + Send + 'static) -> Self {
        let certificate = vec![CertificateDer::from_pem_file(&authority.server).unwrap()];
        let key = PrivateKeyDer::from_pem_file(&authority.key).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()));
        let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
        let config = Arc::new(config.with_single_cert(certificate, key).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                let mut stream = StreamOwned::new(connection, stream);
                let mut request = Vec::new();
                let mut piece = [0; 1024];
                while !request.ends_with(b"\r\n\r\n") {
                    match stream.read(&mut piece) {
                        Ok(n) if n > 0 => request.extend_from_slice(&piece[..n]),
                        _ => break,
                    }
                }
                // A caller that does not trust it says nothing.
                if !request.is_empty() {
                    let _ = stream.write_all(&answer(&String::from_utf8_lossy(&request)));
                    stream.conn.send_close_notify();
                    let _ = stream.flush();
                }
            }
        });
        Self { port }
    }
}

#[test]
fn whoever_asks_must_bring_a_token() {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/certification", "t.rct");
    let tokens = place.write("tokens", "# of the gateway\n0123456789abcdef\n\nfedcba9876543210\n");
    let flags = ["--tokens", tokens.to_str().unwrap(), "--reload-every", "0"];
    let server = Server::start_with(&table, &flags, |command| {
        command.env("ROLECALL_TOKEN", "from-the-environment");
    });
    let ask = |token: &str| {
        let bearer = format!("Bearer {token}");
        server.ask("POST", EVALUATION, &[("Content-Type", "application/json"), ("Authorization", &bearer)], ASKED)
    };
    for token in ["0123456789abcdef", "fedcba9876543210", "from-the-environment"] {
        assert_eq!(ask(token).body, r#"{"decision":true}"#, "{token}");
    }
    for token in ["", "0123456789abcde", "0123456789abcdef0", "# of the gateway", "0123456789ABCDEF"] {
        let reply = ask(token);
        assert_eq!((reply.status, reply.header("www-authenticate")), (401, Some("Bearer")), "{token}");
    }
    // Everything that tells something of the policy; not what a probe or a client reads first.
    for path in [
        EVALUATION,
        "/access/v1/evaluations",
        "/access/v1/search/action",
        "/v1/data/rolecall/allow",
        "/ext_authz/x",
        "/nowhere",
    ] {
        assert_eq!(server.post(path, ASKED).code(), "unauthorized", "{path}");
    }
    assert_eq!(server.get("/metrics").status, 401);
    for path in ["/healthz", "/readyz", "/.well-known/authzen-configuration", "/openapi.json"] {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    // Tokens change while it runs; a file without one changes nothing.
    place.write("tokens", "# none\n");
    server.signal("HUP");
    server.wait("it says so", || server.said().contains("has no token in it"));
    assert_eq!(ask("0123456789abcdef").status, 200);
    place.write("tokens", "another-token-of-today\n");
    server.signal("HUP");
    server.wait("the new one counts", || ask("another-token-of-today").status == 200);
    assert_eq!(ask("0123456789abcdef").status, 401);
}

#[test]
fn tokens_that_protect_nothing_are_refused() {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/certification", "t.rct");
    for (tokens, environment) in
        [(Some(""), None), (Some("short\n"), None), (None, Some("")), (None, Some("two words of it"))]
    {
        let mut command = rolecall();
        command.arg("serve").arg(&table).args(["--listen", "127.0.0.1:0"]);
        if let Some(tokens) = tokens {
            command.arg("--tokens").arg(place.write("tokens", tokens));
        }
        if let Some(environment) = environment {
            command.env("ROLECALL_TOKEN", environment);
        }
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{tokens:?} {environment:?}: {output:?}");
    }
    // Who is reachable from elsewhere without one is told so.
    let server = Server::start(&table, &["--listen", "0.0.0.0:0"]);
    server.wait("it warns", || server.said().contains("no token is required"));
}

#[test]
fn it_speaks_tls() {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/certification", "t.rct");
    let authority = Authority::new(&place);
    let (server, key) = (authority.server.to_str().unwrap(), authority.key.to_str().unwrap());
    let service = Server::start(&table, &["--tls-cert", server, "--tls-key", key, "--header-timeout", "2"]);
    let mut connection = authority.connect(service.address);
    for _ in 0..3 {
        assert_eq!(connection.post(EVALUATION, ASKED).unwrap().body, r#"{"decision":true}"#);
    }
    let metadata = connection.ask("GET", "/.well-known/authzen-configuration", &[], b"").unwrap().json();
    assert_eq!(metadata["policy_decision_point"], "https://localhost");
    // Plain words are not answered, and a silent caller does not stay.
    let mut plain = service.connect();
    assert!(plain.post(EVALUATION, ASKED).is_err());
    let mut silent = service.connect();
    assert!(silent.answer().is_err());
    // Half of a certificate is none.
    for flags in [
        &["--tls-cert", server][..],
        &["--tls-cert", key, "--tls-key", key],
        &["--tls-cert", server, "--tls-key", server],
    ] {
        let output =
            rolecall().arg("serve").arg(&table).args(["--listen", "127.0.0.1:0"]).args(flags).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{flags:?}: {output:?}");
    }
    // Another certificate while it runs.
    let renewed = Authority::new(&place);
    service.signal("HUP");
    service.wait("the new certificate is shown", || renewed.connect(service.address).post(EVALUATION, ASKED).is_ok());
}
