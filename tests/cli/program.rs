//! Runs the built program in a scratch folder.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A scratch folder, its own workspace.
pub(super) struct Scratch {
    folder: tempfile::TempDir,
}

/// What a run left behind.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) status: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Run {
    /// Everything, for snapshots.
    pub(super) fn all(&self) -> String {
        format!("status: {}\n--- stdout\n{}--- stderr\n{}", self.status, self.out, self.err)
    }

    /// Asserts that no stream holds a raw control character other than a line feed.
    pub(super) fn assert_safe(&self) {
        for stream in [&self.out, &self.err] {
            let bad = |c: char| c.is_control() && c != '\n' && c != '\t' || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!stream.contains(bad), "{stream:?}");
        }
    }
}

impl Scratch {
    pub(super) fn new() -> Self {
        let scratch = Self { folder: tempfile::tempdir().unwrap() };
        scratch.write("rolecall.toml", "");
        scratch
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs `rolecall` with arguments divided by blanks.
    pub(super) fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, &[], "")
    }

    pub(super) fn run_with(&self, arguments: &str, environment: &[(&str, &str)], input: &str) -> Run {
        let words: Vec<&str> = arguments.split(' ').filter(|word| !word.is_empty()).collect();
        self.run_words(&words, environment, input)
    }

    pub(super) fn run_words(&self, words: &[&str], environment: &[(&str, &str)], input: &str) -> Run {
        let mut command = program(self.folder.path(), environment);
        let mut child = command.args(words).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writer = std::thread::spawn(move || {
            // The program may end before it has read everything.
            let _ = stdin.write_all(input.as_bytes());
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Run {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The program with a clean environment: English, no colors.
pub(super) fn program(folder: &Path, environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolecall"));
    command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "ROLECALL_LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("LANG", "C.UTF-8").envs(environment.iter().copied());
    command
}
