//! Starts the program and stops it.

use super::client::{Connection, Reply};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A folder with tables, and what else a service reads.
pub(super) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Compiles a package of `tests/cases/authzen` or of `policies`.
    pub(super) fn build(&self, package: &str, table: &str) -> PathBuf {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        self.compile(&root.join(package), table)
    }

    /// Compiles the text of a policy.
    pub(super) fn build_text(&self, policy: &str, table: &str) -> PathBuf {
        let folder = self.path(&format!("{table}-package"));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("p.roles"), policy).unwrap();
        self.compile(&folder, table)
    }

    fn compile(&self, package: &Path, table: &str) -> PathBuf {
        let path = self.path(table);
        let output = rolecall().arg("build").arg(package).arg("-o").arg(&path).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        path
    }

    /// Puts a table in the place of another, as `rolecall build` does.
    pub(super) fn put(&self, from: &Path, to: &Path) {
        let beside = self.path("beside");
        std::fs::copy(from, &beside).unwrap();
        std::fs::rename(beside, to).unwrap();
    }
}

/// The program in English.
pub(super) fn rolecall() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolecall"));
    command.env("ROLECALL_LANG", "en").env("LC_ALL", "C.UTF-8").env_remove("ROLECALL_TOKEN");
    command
}

/// A running service.
pub(super) struct Server {
    child: Child,
    pub(super) address: SocketAddr,
    said: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts it on a free port.
    pub(super) fn start(table: impl AsRef<Path>, flags: &[&str]) -> Self {
        Self::start_with(table.as_ref(), flags, |_| {})
    }

    pub(super) fn start_with(table: &Path, flags: &[&str], with: impl FnOnce(&mut Command)) -> Self {
        let mut command = rolecall();
        command.arg("serve").arg(table).args(["--threads", "2"]).args(flags);
        if !flags.contains(&"--listen") {
            command.args(["--listen", "127.0.0.1:0"]);
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        with(&mut command);
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let said = Arc::new(Mutex::new(Vec::new()));
        let address = loop {
            let Some(line) = lines.next() else { panic!("it did not start: {:?}", said.lock().unwrap()) };
            let line = line.unwrap();
            let address =
                line.strip_prefix("answering at ").map(|url| url.split_once("://").unwrap().1.parse().unwrap());
            said.lock().unwrap().push(line);
            if let Some(address) = address {
                break address;
            }
        };
        let hears = Arc::clone(&said);
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| hears.lock().unwrap().push(line)));
        Self { child, address, said }
    }

    /// What it told its administrator.
    pub(super) fn said(&self) -> String {
        self.said.lock().unwrap().join("\n")
    }

    pub(super) fn connect(&self) -> Connection {
        Connection::open(self.address)
    }

    /// Asks over a connection of its own.
    pub(super) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Reply {
        self.connect().ask(method, path, headers, body.as_ref()).unwrap()
    }

    pub(super) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[], "")
    }

    pub(super) fn post(&self, path: &str, body: impl AsRef<[u8]>) -> Reply {
        self.ask("POST", path, &[("Content-Type", "application/json")], body)
    }

    /// Sends a signal.
    pub(super) fn signal(&self, name: &str) {
        let status = Command::new("kill").args([format!("-{name}"), self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits until something holds.
    pub(super) fn wait(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let begin = Instant::now();
        while !holds() {
            assert!(begin.elapsed() < Duration::from_secs(20), "{what}: {}", self.said());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for its end.
    pub(super) fn end(&mut self) -> ExitStatus {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begin.elapsed() < Duration::from_secs(20), "it does not end: {}", self.said());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
