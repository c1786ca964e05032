//! `diff` from outside: ten and more scripted changes of acme-crm with their reviewed comments, revisions, gates, bad input,
//! names that try to be something else.

use super::program::Scratch;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// acme-crm in a folder of the scratch.
fn acme(scratch: &Scratch, folder: &str) {
    for entry in fs::read_dir(root("policies/acme-crm")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = path.file_name().unwrap().to_str().unwrap();
            scratch.write(&format!("{folder}/{name}"), fs::read(&path).unwrap());
        }
    }
}

/// Carries out a script: after `file NAME`, the lines after `- ` become those after `+ `.
fn carry_out(scratch: &Scratch, folder: &str, script: &str) {
    let (mut file, mut old, mut new) = (String::new(), String::new(), String::new());
    let apply = |file: &str, old: &mut String, new: &mut String| {
        if !file.is_empty() {
            let path = format!("{folder}/{file}");
            let text = scratch.read(&path);
            assert_eq!(text.matches(old.as_str()).count(), 1, "{old} in {file}");
            scratch.write(&path, text.replace(old.as_str(), new));
        }
        old.clear();
        new.clear();
    };
    for line in script.lines() {
        if let Some(name) = line.strip_prefix("file ") {
            apply(&file, &mut old, &mut new);
            file = name.to_string();
        } else if let Some(text) = line.strip_prefix("- ") {
            old += &format!("{text}\n");
        } else if let Some(text) = line.strip_prefix("+ ") {
            new += &format!("{text}\n");
        }
    }
    apply(&file, &mut old, &mut new);
}

#[test]
fn scripted_changes_have_the_comments_that_were_reviewed() {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root("tests/cases/diff")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() >= 10);
    for folder in folders {
        let scratch = Scratch::new();
        acme(&scratch, "old");
        acme(&scratch, "new");
        carry_out(&scratch, "new", &fs::read_to_string(folder.join("edit.txt")).unwrap());
        let run = scratch.run("diff old new --format markdown --at 2026-11-23");
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{folder:?} {run:?}");
        let again = scratch.run("diff old new --format markdown --at 2026-11-23");
        assert_eq!(run.out, again.out);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("comment", run.out));
    }
}

const SMALL: &str = "policy small { language 1 timezone \"UTC\" }\nobject Doc { record actions read, export }\n\
                     role Clerk { allow read Doc within all }\nuser ann\nassign Clerk to ann\n";

fn pair(old: &str, new: &str) -> Scratch {
    let scratch = Scratch::new();
    scratch.write("old/p.roles", old);
    scratch.write("new/p.roles", new);
    scratch
}

#[test]
fn forms_and_gates() {
    let more = SMALL.replace("allow read Doc", "allow read, export Doc");
    let scratch = pair(SMALL, &more);
    insta::assert_snapshot!("diff_human", scratch.run("diff old new").all());
    insta::assert_snapshot!("diff_human_zh", scratch.run("diff old new --lang zh").all());
    let json: serde_json::Value = serde_json::from_str(&scratch.run("diff old new --format json").out).unwrap();
    insta::assert_snapshot!("diff_json", serde_json::to_string_pretty(&json).unwrap());
    let status = |arguments: &str| scratch.run(arguments).status;
    assert_eq!(status("diff old new"), 0);
    for gate in ["--exit-code", "--deny-widening", "--require-none", "--fail-on new-high"] {
        assert_eq!(status(&format!("diff old new {gate}")), 1, "{gate}");
        assert_eq!(status(&format!("diff old old {gate}")), 0, "{gate}");
    }
    for (gate, expected) in
        [("--exit-code", 1), ("--deny-widening", 0), ("--require-none", 1), ("--fail-on new-high", 0)]
    {
        assert_eq!(status(&format!("diff new old {gate}")), expected, "{gate}");
    }
}

#[test]
fn what_cannot_be_compared() {
    let scratch = pair(SMALL, "policy broken {");
    let run = scratch.run("diff old new --format markdown --in old");
    assert!(run.status == 2 && run.out.contains("`new` does not compile"), "{run:?}");
    let run = scratch.run("diff new old --format markdown");
    assert!(run.status == 2 && run.out.starts_with("<!-- rolecall-diff -->") && run.out.contains("base"), "{run:?}");
    scratch.write("old.rct", "x");
    let run = scratch.run("diff old.rct old");
    assert!(run.status == 2 && run.err.contains("is a table"), "{run:?}");
    let run = scratch.run("diff main --in old");
    assert!(run.status == 2 && run.err.contains("git repository"), "{run:?}");
}

fn git(folder: &Path, words: &[&str]) {
    let who = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
    let run = Command::new("git").arg("-C").arg(folder).args(who).args(words).output().unwrap();
    assert!(run.status.success(), "{words:?} {}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn revisions() {
    let scratch = Scratch::new();
    scratch.write("policies/x/p.roles", SMALL);
    let top = scratch.path("");
    git(&top, &["init", "-q", "-b", "main"]);
    git(&top, &["add", "."]);
    git(&top, &["commit", "-q", "-m", "one"]);
    scratch.write("policies/x/p.roles", SMALL.replace("allow read Doc", "allow read, export Doc"));
    let verdict = |arguments: &str| {
        let run = scratch.run(&format!("diff {arguments} --format json"));
        let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{arguments} {run:?}"));
        json["verdict"].as_str().unwrap().to_string()
    };
    // The working tree, as it lies there.
    assert_eq!(verdict("main --in policies/x"), "widened");
    assert_eq!(verdict("main:policies/x"), "widened");
    git(&top, &["commit", "-q", "-a", "-m", "two"]);
    assert_eq!(verdict("main --in policies/x"), "none");
    assert_eq!(verdict("HEAD~1 HEAD --in policies/x"), "widened");
    assert_eq!(verdict("HEAD HEAD~1 --in policies/x"), "narrowed");
    git(&top, &["mv", "policies/x", "policies/y"]);
    git(&top, &["commit", "-q", "-m", "moved"]);
    assert_eq!(verdict("HEAD~1:policies/x HEAD:policies/y"), "none");
    let said = |arguments: &str, words: &str| {
        let run = scratch.run(&format!("diff {arguments}"));
        assert!(run.status == 2 && run.err.contains(words), "{run:?}");
    };
    said("HEAD~1 --in policies/y", "if it lay elsewhere then");
    said("nowhere --in policies/y", "no revision `nowhere`");
    said("HEAD:../../x", "leads out of the repository");
    // What looks like a flag of git is a name.
    let run = scratch.run_words(&["diff", "--in", "policies/y", "--", "--output=x"], &[], "");
    assert!(run.status == 2 && run.err.contains("no revision"), "{run:?}");
    // Nothing was left behind.
    let status = Command::new("git").arg("-C").arg(&top).args(["status", "--porcelain"]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&status.stdout), "");
    let shallow = scratch.path("shallow");
    let from = format!("file://{}", top.display());
    git(&top, &["clone", "-q", "--depth", "1", &from, shallow.to_str().unwrap()]);
    let run = scratch.run("diff HEAD~2 --in shallow/policies/y");
    assert!(run.status == 2 && run.err.contains("shallow clone"), "{run:?}");
}

#[test]
fn names_stay_names() {
    let hostile = [
        "a`b",
        "</details><script>x()</script>",
        "@everyone",
        "::error::gone",
        "[link](javascript:x)",
        "| --- |",
        "**bold**",
        "<!-- rolecall-diff -->",
        "x --> y",
        "# heading",
    ];
    let users: String = hostile.iter().map(|name| format!("user \"{name}\" \"{name}\"\n")).collect();
    let assigned: String = hostile.iter().map(|name| format!("assign Clerk to \"{name}\"\n")).collect();
    let roles: String = hostile
        .iter()
        .map(|name| {
            format!("role \"{name}\" inherits Clerk {{ allow export Doc within all when record.id is \"{name}\" }}\n")
        })
        .collect();
    let old = format!("{SMALL}{users}");
    let scratch = pair(&old, &format!("{old}{roles}{assigned}"));
    let run = scratch.run("diff old new --format markdown");
    assert_eq!(run.status, 0, "{run:?}");
    run.assert_safe();
    assert_eq!(run.out.matches("<!--").count(), 1, "{}", run.out);
    for bad in ["<script", "</details><", "@everyone", "::error", "-->|x"] {
        assert!(!run.out.contains(bad), "{bad}\n{}", run.out);
    }
    assert!(run.out.lines().all(|line| !line.trim_start().starts_with("::")), "{}", run.out);
    for line in run.out.lines().filter(|line| !line.contains("```")) {
        assert_eq!(line.matches('`').count() % 2, 0, "a span of code is left open: {line}");
    }
    // Whatever could be markup stands in a span of code, or in the quoted label of a graph.
    for line in run.out.lines().filter(|line| line.contains("javascript") || line.contains("**bold**")) {
        let outside: String = line.split('`').step_by(2).collect();
        let label = line.trim_start().starts_with('n');
        assert!(label || !(outside.contains("javascript") || outside.contains("bold")), "{line}");
    }
}

#[test]
fn a_comment_is_never_too_long() {
    let roles = |right: &str| -> String {
        let one = |n: usize| {
            let name = format!("role-{n}-{}", "x".repeat(60));
            format!(
                "role {name} {{ allow {right} Doc within all when record.id is \"{}\" }}\nassign {name} to ann\n",
                "y".repeat(n % 90 + 1)
            )
        };
        (0..500).map(one).collect()
    };
    let scratch = pair(&format!("{SMALL}{}", roles("read")), &format!("{SMALL}{}", roles("export")));
    let run = scratch.run("diff old new --format markdown");
    assert!(run.status == 0 && run.out.chars().count() < 60_000, "{} {}", run.status, run.out.len());
    assert!(run.out.contains("more not shown"), "{}", run.out);
}
