//! The OpenAPI document: it names every path, and schemathesis finds no answer that it does not describe.

use super::server::{Place, Server};
use crate::cli::tool;
use serde_json::Value;
use std::process::Command;

fn server(flags: &[&str]) -> (Place, Server) {
    let place = Place::new();
    let table = place.build("tests/cases/authzen/search", "t.rct");
    let records = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/authzen/search/records.jsonl");
    let server = Server::start(table, &[&["--records", records], flags].concat());
    (place, server)
}

/// The paths of the source, where the service keeps them.
fn paths() -> Vec<String> {
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/endpoint.rs")).unwrap();
    let list = source.split("const PATHS").nth(1).unwrap().split("];").next().unwrap();
    list.split("(\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn the_document_names_every_path() {
    let (_place, server) = server(&[]);
    let document = server.get("/openapi.json").json();
    let named = document["paths"].as_object().unwrap();
    let paths = paths();
    assert!(paths.len() >= 10);
    for path in &paths {
        assert!(named.contains_key(path), "{path}");
    }
    let refusals = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/refusal.rs")).unwrap();
    let codes = refusals.split("const fn code").nth(1).unwrap().split("\n    }").next().unwrap();
    let codes: Vec<&str> = codes.split("=> \"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let mut described: Vec<&str> = document["components"]["schemas"]["Refusal"]["properties"]["code"]["enum"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    described.sort_unstable();
    let mut codes = codes;
    codes.sort_unstable();
    assert_eq!(described, codes);
}

#[test]
fn schemathesis_finds_nothing_that_is_not_described() {
    let Some(st) = tool("st") else { return };
    let (place, server) = server(&[]);
    let base = format!("http://{}", server.address);
    let run = |document: &str| {
        let mut command = Command::new(&st);
        command.current_dir(place.path("."));
        command.args(["run", document, "--url", &base, "--max-examples", "25", "--seed", "1", "--no-color"]);
        // Which texts are tokens of pages, roles of the policy or times is more than a schema can say.
        command.args(["--exclude-checks", "positive_data_acceptance", "--exclude-path-regex", "ext_authz"]);
        command.output().unwrap()
    };
    let output = run(&format!("{base}/openapi.json"));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    // That it judges at all.
    let mut document = server.get("/openapi.json").json();
    document["components"]["schemas"]["Decision"]["properties"]["decision"]["type"] = "string".into();
    let bad = place.write("bad.json", document.to_string());
    assert!(!run(bad.to_str().unwrap()).status.success());
}
