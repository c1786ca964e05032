//! Where words go: data to stdout, talk to stderr; how the program ends; progress.

use super::arguments::Color;
use crate::message::{Lang, Message, cli as text};
use crate::render::{Style, escape};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Nothing at or above the fail level.
    Clean,
    /// Something.
    Findings,
    /// Bad policy, bad usage, input or output.
    CannotRun,
}

impl Exit {
    /// The number that the caller sees.
    pub(super) const fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::CannotRun => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}

/// Why a verb cannot go on.
#[derive(Debug)]
pub(super) enum Failure {
    /// What is wrong and what to do.
    Message(Message, Option<Message>),
    /// It was said already.
    Reported,
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Self::Message(message, None)
    }
}

impl Failure {
    /// Says it.
    pub(super) fn report(self, out: &mut Output) -> Exit {
        if let Self::Message(message, help) = self {
            let lang = out.lang;
            out.talk(&text::FAILURE.with([("message", message.into())]).render(lang));
            if let Some(help) = help {
                out.talk(&format!("  {}", text::HELP_LINE.with([("help", help.into())]).render(lang)));
            }
        }
        Exit::CannotRun
    }
}

/// Both streams.
#[derive(Debug)]
pub(super) struct Output {
    /// The reader's language.
    pub(super) lang: Lang,
    color: Color,
    stdout: BufWriter<Stdout>,
    /// Nobody reads stdout any more; what is written is dropped and the verb ends on its own.
    closed: bool,
    error: Option<io::Error>,
}

impl Output {
    /// The program's own streams.
    pub(super) fn new(lang: Lang, color: Color) -> Self {
        Self { lang, color, stdout: BufWriter::new(io::stdout()), closed: false, error: None }
    }

    /// Words of a message.
    pub(super) fn words(&self, message: &Message) -> String {
        message.render(self.lang)
    }

    /// How to show diagnostics of the package that the reader calls `base`, on stderr.
    pub(super) fn style<'a>(&self, base: &'a str) -> Style<'a> {
        Style { lang: self.lang, color: self.color_on(io::stderr().is_terminal()), base }
    }

    fn color_on(&self, terminal: bool) -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
                !set("NO_COLOR") && !dumb && terminal
            }
        }
    }

    /// Writes data.
    pub(super) fn data(&mut self, bytes: &[u8]) {
        if self.closed || self.error.is_some() {
            return;
        }
        if let Err(error) = self.stdout.write_all(bytes) {
            self.note(error);
        }
    }

    /// Writes a line of data.
    pub(super) fn line(&mut self, line: &str) {
        self.data(line.as_bytes());
        self.data(b"\n");
    }

    /// Hands over what was written so far.
    pub(super) fn flush(&mut self) {
        if let Err(error) = self.stdout.flush() {
            self.note(error);
        }
    }

    /// Whether writing more is of no use.
    pub(super) fn is_closed(&self) -> bool {
        self.closed || self.error.is_some()
    }

    fn note(&mut self, error: io::Error) {
        if error.kind() == io::ErrorKind::BrokenPipe {
            self.closed = true;
        } else {
            self.error.get_or_insert(error);
        }
    }

    /// Says a line to the person; hidden signs are escaped. Failure to do so is no failure.
    pub(super) fn talk(&mut self, line: &str) {
        self.flush();
        let _ = writeln!(io::stderr(), "{}", escape(line));
    }

    /// Says several lines, already safe.
    pub(super) fn talk_drawn(&mut self, drawn: &str) {
        self.flush();
        let _ = io::stderr().write_all(drawn.as_bytes());
    }

    /// The last flush; a full disk shows here.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        self.flush();
        match self.error.take() {
            None => Ok(()),
            Some(error) => {
                self.closed = true;
                Err(unwritten(&error))
            }
        }
    }
}

/// Stdout took nothing.
pub(super) fn unwritten(error: &io::Error) -> Failure {
    text::CANNOT_WRITE_OUTPUT.with([("reason", crate::project::reason(error).into())]).into()
}

/// Shows on a terminal that work goes on, once it has taken a second. Ends when dropped.
#[derive(Debug)]
pub(super) struct Progress {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts; `words` say what is being done.
    pub(super) fn start(words: String) -> Self {
        if !io::stderr().is_terminal() {
            return Self { stop: None, thread: None };
        }
        let (stop, stopped) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let begin = Instant::now();
            let mut shown = false;
            while stopped.recv_timeout(Duration::from_secs(1)) == Err(mpsc::RecvTimeoutError::Timeout) {
                shown = true;
                let _ = write!(io::stderr(), "\r{} ({} s) ", escape(&words), begin.elapsed().as_secs());
            }
            if shown {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
