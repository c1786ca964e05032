//! Scenarios in which two careful readers would differ: one folder each under `tests/cases/semantics`, with the ruling.
//!
//! A folder holds a package (or several, the one called `main` first), and either `requests.jsonl` — AuthZEN requests,
//! each with what is to be answered — or `error`, the codes that refuse it. The table answers the same requests in
//! `table::agree`.

use crate::reference::{Reference, wire};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::source::{DataFile, PackageId, SourceFile, SourcePackage, SourceSet, Use};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/semantics");

/// A case's name and folder.
pub fn cases() -> Vec<(String, PathBuf)> {
    let folders = fs::read_dir(FOLDER).expect("the folder of cases").map(|entry| entry.expect("an entry").path());
    let mut all: Vec<_> = folders.map(|f| (f.file_name().expect("a name").to_string_lossy().into_owned(), f)).collect();
    all.sort();
    all
}

/// The packages of a case.
pub fn sources(folder: &Path) -> SourceSet {
    let mut set = SourceSet::default();
    if !folder.join("main").exists() {
        add_package(&mut set, folder, ".");
        return set;
    }
    add_package(&mut set, &folder.join("main"), ".");
    add_package(&mut set, &folder.join("shared"), "../shared");
    set.packages[0].uses.push(Use { written: "../shared".into(), package: PackageId(1) });
    set
}

fn add_package(set: &mut SourceSet, folder: &Path, path: &str) {
    let package = PackageId(set.packages.len() as u32);
    set.packages.push(SourcePackage { path: path.into(), uses: Vec::new() });
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a package").map(|e| e.expect("an entry").path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let name = if path == "." { name } else { format!("{path}/{name}") };
        let bytes = fs::read(&file).expect("a readable file");
        if name.ends_with(".roles") {
            let text = String::from_utf8(bytes).expect("UTF-8");
            set.files.push(SourceFile::new(name, package, text));
        } else if name.ends_with(".csv") {
            set.data.push(DataFile { path: name.into(), package, bytes: bytes.into() });
        }
    }
}

/// Requests with their expectations.
fn requests(folder: &Path) -> Vec<Json> {
    let text = fs::read_to_string(folder.join("requests.jsonl")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).expect("a request")).collect()
}

fn names(json: &Json) -> Option<BTreeSet<String>> {
    json.as_array().map(|all| all.iter().filter_map(|n| n.as_str().map(String::from)).collect())
}

#[test]
fn every_case_says_what_it_expects() {
    for (name, folder) in cases() {
        let expects = [folder.join("requests.jsonl").exists(), folder.join("error").exists()];
        assert!(expects[0] != expects[1], "{name}: either requests or an error");
    }
}

#[test]
fn the_reference_answers_as_ruled() {
    let mut wrong = Vec::new();
    for (name, folder) in cases() {
        let asked = requests(&folder);
        if asked.is_empty() {
            continue;
        }
        let reference = match Reference::of(&sources(&folder)) {
            Ok(reference) => reference,
            Err(why) => {
                wrong.push(format!("{name}: {why}"));
                continue;
            }
        };
        for json in &asked {
            let answer = reference.decide(&wire::request(json));
            let expect = &json["expect"];
            let fits = expect["decision"] == answer.allowed
                && expect["reason"] == answer.reason
                && names(&expect["hidden"]).is_none_or(|hidden| hidden == answer.hidden)
                && names(&expect["masked"]).is_none_or(|masked| masked == answer.masked)
                && names(&expect["ignored"]).is_none_or(|ignored| ignored == answer.ignored)
                && expect["on_behalf_of"].as_str().is_none_or(|who| answer.on_behalf_of.contains(who));
            if !fits {
                wrong.push(format!("{name}: {json}\n    answered {answer:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_ruled_out_is_refused() {
    let mut wrong = Vec::new();
    for (name, folder) in cases() {
        let Ok(expected) = fs::read_to_string(folder.join("error")) else { continue };
        let found = compile(&sources(&folder), Options { test: true, ..Options::build() }).diagnostics;
        let errors = found.iter().filter(|d| d.severity == Severity::Error);
        let codes: BTreeSet<&str> = errors.map(|d| d.code.id).collect();
        if codes != expected.lines().collect() {
            wrong.push(format!("{name}: {codes:?}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
