//! `docs/serve.md` keeps its word: its commands do what it shows, and it names every flag.

use super::server::{Place, Server, rolecall};
use crate::cli::missing;
use std::process::Command;

/// Where the page says the service listens.
const LISTEN: &str = "127.0.0.1:8181";

fn page() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/serve.md")).unwrap()
}

/// The files that the page shows, by the name in the line before each.
fn files(page: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(name) = line.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:")) else { continue };
        assert_eq!(lines.next(), Some(""));
        assert!(lines.next().is_some_and(|fence| fence.starts_with("```")), "{name}");
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        files.push((name.to_owned(), body.join("\n") + "\n"));
    }
    files
}

#[test]
fn what_it_shows_is_what_happens() {
    let place = Place::new();
    place.build("policies/quickstart", "quickstart.rct");
    let page = page();
    let files = files(&page);
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["records.jsonl", "routes.yaml"]);
    for (name, text) in &files {
        place.write(name, text);
    }
    if Command::new("curl").arg("--version").output().is_err() {
        missing("curl");
        return;
    }
    let start = page.lines().find_map(|line| line.strip_prefix("$ rolecall serve quickstart.rct ")).unwrap();
    let flags: Vec<&str> = start.split(' ').collect();
    let folder = place.path(".");
    let server = Server::start_with(&place.path("quickstart.rct"), &flags, |command| {
        command.current_dir(&folder);
    });
    let mut commands = 0;
    for block in page.split("```console\n").skip(1).map(|rest| rest.split("\n```").next().unwrap()) {
        for part in format!("\n{block}").split("\n$ ").skip(1) {
            // A command goes on where a line ends with a stroke.
            let mut lines = part.lines();
            let mut command = String::new();
            for line in lines.by_ref() {
                command.push_str(line.trim_end_matches('\\'));
                if !line.ends_with('\\') {
                    break;
                }
            }
            if !command.starts_with("curl ") {
                continue;
            }
            let output = Command::new("sh")
                .arg("-c")
                .arg(command.replace(LISTEN, &server.address.to_string()))
                .current_dir(&folder)
                .output()
                .unwrap();
            let printed = String::from_utf8(output.stdout).unwrap();
            let printed = printed.replace('\r', "").replace(&server.address.to_string(), LISTEN);
            let expected: Vec<&str> = lines.collect();
            // What differs from run to run is left out with an ellipsis.
            let mut rest = printed.trim_end();
            let expected = expected.join("\n");
            let mut pieces = expected.split('…');
            let first = pieces.next().unwrap();
            rest = rest.strip_prefix(first).unwrap_or_else(|| panic!("{command}\n{printed}"));
            for piece in pieces {
                let at = rest.find(piece).unwrap_or_else(|| panic!("{command}: {piece:?}\n{printed}"));
                rest = &rest[at + piece.len()..];
            }
            assert!(rest.is_empty() || expected.ends_with('…'), "{command}\n{printed}");
            commands += 1;
        }
    }
    assert!(commands >= 12, "{commands}");
}

#[test]
fn it_names_every_flag_and_every_endpoint() {
    let page = page();
    let help = String::from_utf8(rolecall().args(["serve", "--help"]).output().unwrap().stdout).unwrap();
    let flags: Vec<&str> = help
        .split_whitespace()
        .filter(|word| word.starts_with("--") && !matches!(*word, "--help" | "--lang" | "--color"))
        .collect();
    assert!(flags.len() > 20, "{help}");
    for flag in flags {
        assert!(page.contains(&format!("`{flag}")), "{flag}");
    }
    let document = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/openapi.json")).unwrap();
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    for path in document["paths"].as_object().unwrap().keys() {
        assert!(page.contains(path.trim_end_matches("{path}")), "{path}");
    }
    for code in document["components"]["schemas"]["Refusal"]["properties"]["code"]["enum"].as_array().unwrap() {
        assert!(page.contains(&format!("`{}`", code.as_str().unwrap())), "{code}");
    }
}
