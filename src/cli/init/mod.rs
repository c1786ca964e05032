//! `rolecall init DIR`: a commented package with the usual roles, that checks clean.
//!
//! Its files lie beside this one, once in English and once in Chinese; they differ in comments, labels and reasons only.

use super::output::{Exit, Failure, Output};
use crate::message::{Lang, cli as text};
use crate::project;
use std::fs;
use std::path::{Path, PathBuf};

/// Write a commented starter package with the usual roles.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder to write it to; made if it is not there
    dir: PathBuf,
}

macro_rules! files {
    ($($name:literal),*) => {
        /// Name, English text, Chinese text.
        const FILES: &[(&str, &str, &str)] =
            &[$(($name, include_str!(concat!("en/", $name)), include_str!(concat!("zh/", $name)))),*];
    };
}

files!("guarantees.roles", "people.roles", "roles.roles", "tests.roles", "vocabulary.roles");

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let path = |path: &Path| ("path", path.to_string_lossy().into_owned().into());
    if let Some(there) = policy_in(&args.dir) {
        return Err(Failure::Message(text::INIT_OCCUPIED.with([path(&there)]), Some(text::INIT_ELSEWHERE.plain())));
    }
    fs::create_dir_all(&args.dir).map_err(|error| {
        text::CANNOT_MAKE_FOLDER.with([path(&args.dir), ("reason", project::reason(&error).into())])
    })?;
    let mut written: Vec<PathBuf> = Vec::new();
    for (name, english, chinese) in FILES {
        let words = match out.lang {
            Lang::En => english,
            Lang::Zh => chinese,
        };
        let file = args.dir.join(name);
        if let Err(message) = project::write(&file, words.as_bytes()) {
            // Half a package would not check; what is not there cannot mislead.
            for file in &written {
                let _ = fs::remove_file(file);
            }
            return Err(message.into());
        }
        written.push(file);
    }
    let words = text::INIT_DONE.with([("n", FILES.len().into()), path(&args.dir)]);
    let words = out.words(&words);
    out.talk(&words);
    let words = out.words(&text::INIT_NEXT.with([path(&args.dir)]));
    out.talk(&words);
    Ok(Exit::Clean)
}

/// A policy file that is there already.
fn policy_in(folder: &Path) -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    found.sort();
    found.into_iter().find(|path| project::is_policy_file(path))
}
