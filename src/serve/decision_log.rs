//! [`DecisionLog`]: decisions as lines of JSON, in the shape of OPA's events, and what becomes of a decision that cannot
//! be written.
//!
//! One thread writes; what it finds waiting it writes at once. A line that was cut off by a full disk is ended before the
//! next one begins.

use super::settings::Say;
use crate::message::{Message, serve as text};
use crate::project;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

/// Lines that may wait to be written.
const LINES: usize = 8192;
/// Bytes that may wait to be written.
const BYTES: usize = 64 << 20;
/// Bytes that are written at once.
const AT_ONCE: usize = 1 << 20;
/// How long a decision waits for its line.
const PATIENCE: Duration = Duration::from_secs(2);

/// What becomes of a decision that cannot be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFailure {
    /// It is no.
    Deny,
    /// It is given, and the loss is counted.
    Drop,
}

enum Entry {
    Line(String, Option<oneshot::Sender<bool>>),
    OpenAgain,
}

#[derive(Debug, Default)]
struct Counts {
    written: AtomicU64,
    lost: AtomicU64,
    waiting: AtomicUsize,
}

/// The log of decisions.
pub(super) struct DecisionLog {
    failure: LogFailure,
    entries: Mutex<Option<mpsc::Sender<Entry>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
    counts: Arc<Counts>,
    /// Of this run, before the number of an event.
    run: String,
    next: AtomicU64,
}

impl DecisionLog {
    /// Opens the log; `-` is the standard output.
    pub(super) fn open(path: &Path, failure: LogFailure, say: Say) -> Result<Self, Message> {
        let target = Target::of(path);
        let file = target.open().map_err(|error| {
            let path = path.to_string_lossy().into_owned();
            text::CANNOT_LOG.with([("path", path.into()), ("reason", project::reason(&error).into())])
        })?;
        let (entries, waiting) = mpsc::channel(LINES);
        let counts = Arc::new(Counts::default());
        let writer = Writer {
            target,
            file: Some(file),
            counts: Arc::clone(&counts),
            say,
            failing: false,
            torn: false,
            buffer: Vec::new(),
            answers: Vec::new(),
        };
        let thread = std::thread::Builder::new().name("decision-log".to_owned()).spawn(move || writer.run(waiting));
        let thread = thread.map_err(|error| text::CANNOT_START.with([("reason", project::reason(&error).into())]))?;
        let mut run = [0; 8];
        let filled = ring::rand::SecureRandom::fill(&ring::rand::SystemRandom::new(), &mut run);
        filled.map_err(|_| text::STOPPED.plain())?;
        Ok(Self {
            failure,
            entries: Mutex::new(Some(entries)),
            thread: Mutex::new(Some(thread)),
            counts,
            run: run.iter().map(|byte| format!("{byte:02x}")).collect(),
            next: AtomicU64::new(0),
        })
    }

    /// An id that no other decision has.
    pub(super) fn id(&self) -> String {
        format!("{}-{:016x}", self.run, self.next.fetch_add(1, Ordering::Relaxed))
    }

    /// This run of the service.
    pub(super) fn run(&self) -> &str {
        &self.run
    }

    /// Writes a line. Whether the decision may be given.
    pub(super) async fn write(&self, line: String) -> bool {
        let length = line.len();
        let entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let full = self.counts.waiting.fetch_add(length, Ordering::Relaxed) > BYTES;
        let (answer, written) = match self.failure {
            LogFailure::Deny => {
                let (answer, written) = oneshot::channel();
                (Some(answer), Some(written))
            }
            LogFailure::Drop => (None, None),
        };
        let sent = !full && entries.is_some_and(|entries| entries.try_send(Entry::Line(line, answer)).is_ok());
        if !sent {
            self.counts.waiting.fetch_sub(length, Ordering::Relaxed);
            self.counts.lost.fetch_add(1, Ordering::Relaxed);
            return self.failure == LogFailure::Drop;
        }
        match written {
            None => true,
            Some(written) => matches!(timeout(PATIENCE, written).await, Ok(Ok(true))),
        }
    }

    /// Opens the file again, after it was moved away.
    pub(super) fn open_again(&self) {
        if let Some(entries) = &*self.entries.lock().unwrap_or_else(PoisonError::into_inner) {
            // A queue that is full of lines is opened again next time.
            let _ = entries.try_send(Entry::OpenAgain);
        }
    }

    /// Events written.
    pub(super) fn written(&self) -> u64 {
        self.counts.written.load(Ordering::Relaxed)
    }

    /// Events lost.
    pub(super) fn lost(&self) -> u64 {
        self.counts.lost.load(Ordering::Relaxed)
    }

    /// Writes what waits, and ends.
    pub(super) fn close(&self) {
        drop(self.entries.lock().unwrap_or_else(PoisonError::into_inner).take());
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }
}

enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    fn of(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::Stdout } else { Self::File(path.to_owned()) }
    }

    fn open(&self) -> io::Result<Box<dyn Write + Send>> {
        match self {
            Self::Stdout => Ok(Box::new(io::stdout())),
            Self::File(path) => Ok(Box::new(OpenOptions::new().create(true).append(true).open(path)?)),
        }
    }
}

struct Writer {
    target: Target,
    file: Option<Box<dyn Write + Send>>,
    counts: Arc<Counts>,
    say: Say,
    failing: bool,
    /// The last line may have been cut off.
    torn: bool,
    buffer: Vec<u8>,
    answers: Vec<Option<oneshot::Sender<bool>>>,
}

impl Writer {
    fn run(mut self, mut waiting: mpsc::Receiver<Entry>) {
        while let Some(entry) = waiting.blocking_recv() {
            let mut next = Some(entry);
            while let Some(entry) = next {
                match entry {
                    Entry::Line(line, answer) => self.add(&line, answer),
                    Entry::OpenAgain => {
                        self.flush();
                        self.file = None;
                    }
                }
                next = if self.buffer.len() < AT_ONCE { waiting.try_recv().ok() } else { None };
            }
            self.flush();
        }
    }

    fn add(&mut self, line: &str, answer: Option<oneshot::Sender<bool>>) {
        if self.torn && self.buffer.is_empty() {
            self.buffer.push(b'\n');
        }
        self.buffer.extend_from_slice(line.as_bytes());
        self.buffer.push(b'\n');
        self.counts.waiting.fetch_sub(line.len(), Ordering::Relaxed);
        self.answers.push(answer);
    }

    fn flush(&mut self) {
        if self.answers.is_empty() {
            return;
        }
        let written = self.write();
        let lines = u64::try_from(self.answers.len()).unwrap_or(u64::MAX);
        let count = if written.is_ok() { &self.counts.written } else { &self.counts.lost };
        count.fetch_add(lines, Ordering::Relaxed);
        for answer in self.answers.drain(..).flatten() {
            // Whoever waited for it may be gone.
            let _ = answer.send(written.is_ok());
        }
        self.buffer.clear();
        match written {
            Ok(()) if self.failing => self.say.say(&text::LOG_WORKS.plain()),
            Err(ref error) if !self.failing => {
                self.say.say(&text::LOG_FAILS.with([("reason", project::reason(error).into())]));
            }
            _ => {}
        }
        self.failing = written.is_err();
        self.torn = written.is_err();
        if self.failing {
            // It may be another file next time.
            self.file = None;
        }
    }

    fn write(&mut self) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(self.target.open()?),
        };
        file.write_all(&self.buffer)?;
        file.flush()
    }
}
