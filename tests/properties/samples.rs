//! The sample policies, answered by the table and by the interpreter.

use super::differential::agree;
use super::subject::{Answers, Asked, build_sources};
use crate::generate::{Dice, requests};
use crate::reference::{Reference, wire};
use crate::semantics;
use std::collections::BTreeSet;

#[test]
fn sample_policies_are_answered_alike() {
    for name in ["quickstart", "acme-crm", "odoo-sales", "frappe-contacts", "dynamics365-coe"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name);
        let sources = semantics::sources(&folder);
        let interpreter = Reference::of(&sources).unwrap_or_else(|why| panic!("{name}: {why}"));
        let bytes = build_sources(&sources).unwrap_or_else(|why| panic!("{name}: {why}"));
        let mut table = Asked::new(&bytes);
        let mut dice = Dice::new(9);
        let mut allowed = 0;
        for _ in 0..400 {
            let request = requests::request(&interpreter, &mut dice);
            let (here, there) = (table.answer(&request), interpreter.decide(&request));
            allowed += usize::from(there.allowed);
            assert!(agree(&here, &there), "{name}: {request:#?}\ntable     {here:?}\nreference {there:?}");
        }
        assert!(allowed > 80, "{name}: {allowed} of 400 allowed");
    }
}

/// A file of a thousand lines, answered by the program as by the interpreter.
#[test]
fn a_thousand_lines_are_answered_alike() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("policies/acme-crm");
    let interpreter = Reference::of(&semantics::sources(&folder)).unwrap_or_else(|why| panic!("{why}"));
    let scratch = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&std::ffi::OsStr], input: std::process::Stdio| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rolecall"));
        let output = command.args(arguments).stdin(input).output().expect("the program");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let (table, file) = (scratch.path().join("acme.rct"), scratch.path().join("requests.jsonl"));
    run(&["build".as_ref(), folder.as_ref(), "-o".as_ref(), table.as_ref()], std::process::Stdio::null());
    let mut dice = Dice::new(1);
    let (mut asked, mut lines) = (Vec::new(), String::new());
    while asked.len() < 1000 {
        let request = requests::request(&interpreter, &mut dice);
        let is_request = request.active_roles.iter().flatten().all(|role| interpreter.is_held(role));
        if let Some(line) = wire::line(&request).filter(|_| is_request) {
            lines += &format!("{line}\n");
            asked.push(request);
        }
    }
    std::fs::write(&file, lines).expect("a file");
    let answered = run(&["decide".as_ref(), table.as_ref()], std::fs::File::open(&file).expect("the file").into());
    assert_eq!(answered.lines().count(), asked.len());
    let mut allowed = 0;
    for (request, line) in asked.iter().zip(answered.lines()) {
        let expected = interpreter.decide(request);
        let given: serde_json::Value = serde_json::from_str(line).expect("a decision");
        let names = |member: &str| -> BTreeSet<String> {
            let all = given["context"][member].as_array().into_iter().flatten();
            all.map(|name| name.as_str().expect("a name").to_string()).collect()
        };
        let (decision, reason) = (&given["decision"], &given["context"]["reason"]);
        let told = (decision.as_bool(), reason.as_str(), names("hidden"), names("masked"));
        let wanted = (Some(expected.allowed), Some(expected.reason), expected.hidden, expected.masked);
        assert_eq!(told, wanted, "{request:#?}\n{line}");
        allowed += usize::from(expected.allowed);
    }
    assert!((200..800).contains(&allowed), "{allowed} of 1,000 allowed");
}
