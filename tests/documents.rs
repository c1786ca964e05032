//! The pages of the project keep their word: the reference is a package that compiles, and what README shows on a terminal
//! is what a terminal shows.

use rolecall::compile::{Options, compile};
use rolecall::message::Lang;
use rolecall::source::{DataFile, PackageId, SourceSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The blocks of `page` fenced with `fence`.
fn blocks(page: &str, fence: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((info == fence, String::new())),
            (Some(_), Some(_)) => {
                if let Some((true, block)) = open.take() {
                    blocks.push(block);
                }
            }
            (Some((_, block)), None) => {
                block.push_str(line);
                block.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

#[test]
fn the_reference_is_a_package_that_holds() {
    let policy = blocks(&page("docs/language.md"), "roles").concat();
    let mut sources = SourceSet::from_texts([("language.roles", policy)]);
    let people = page("docs/people.csv").into_bytes().into();
    sources.data.push(DataFile { path: "people.csv".into(), package: PackageId(0), bytes: people });
    let compilation = compile(&sources, Options { test: true, lint: false, ..Options::default() });
    let said: Vec<String> = compilation
        .diagnostics
        .iter()
        .map(|d| {
            let place = sources.position(d.primary.span);
            format!("{}:{} {} {}", place.line, place.column, d.code.id, d.message.render(Lang::En))
        })
        .collect();
    assert!(!compilation.has_errors(), "{said:#?}");
    assert_eq!(compilation.verdicts.len(), 13);
    let report = compilation.tests.unwrap().unwrap();
    assert!(!report.outcomes.is_empty() && report.outcomes.iter().all(|one| one.passed()), "{report:?}");
}

/// Runs the `$ rolecall …` lines of a page's console blocks in a copy of the samples and compares what they print.
fn transcripts(name: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scratch = tempfile::tempdir().unwrap();
    copy(&root.join("policies"), &scratch.path().join("policies"));
    let mut commands = 0;
    for block in blocks(&page(name), "console") {
        for part in block.split("$ ").skip(1) {
            let (command, expected) = part.split_once('\n').unwrap_or((part, ""));
            let Some(arguments) = command.strip_prefix("rolecall ") else { continue };
            let output = Command::new("sh")
                .arg("-c")
                .arg(format!("\"$ROLECALL\" {arguments}"))
                .current_dir(scratch.path())
                .env("ROLECALL", env!("CARGO_BIN_EXE_rolecall"))
                .env("ROLECALL_LANG", "en")
                .env("NO_COLOR", "1")
                .output()
                .unwrap();
            let printed =
                format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            let trim = |text: &str| {
                text.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>().join("\n").trim_end().to_owned()
            };
            assert_eq!(trim(&printed), trim(expected), "{name}: $ {command}");
            commands += 1;
        }
    }
    assert!(commands >= 4, "{name} shows {commands} commands");
}

#[test]
fn readme_shows_what_a_terminal_shows() {
    transcripts("README.md");
}

#[test]
fn readme_in_chinese_too() {
    transcripts("README.zh-CN.md");
}

fn copy(from: &Path, to: &PathBuf) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
