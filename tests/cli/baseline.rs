//! `rolecall baseline`: what was there is not reported, what is new is.

use super::program::Scratch;
use serde_json::Value;

const POLICY: &str = "policy p { language 1 timezone \"UTC\" }
object Customer { record actions read, export risk normal record owner is sales_owner }
role Clerk { allow read, export Customer within own }
role Guest { deny export Customer }
role Spare { allow read, read Customer within own }
user li.na
assign Clerk, Guest to li.na
";

fn adopted() -> Scratch {
    let scratch = Scratch::new();
    scratch.write("p/x.roles", POLICY);
    let run = scratch.run("baseline create p --at 2026-11-24");
    assert_eq!((run.status, run.err.as_str()), (0, "wrote p/rolecall.baseline.json: 3 findings of 3 rules\n"));
    scratch
}

fn check(scratch: &Scratch) -> (i32, String, String) {
    let run = scratch.run("check p --format concise --fail-level info --at 2026-11-24");
    (run.status, run.out, run.err)
}

#[test]
fn what_was_there_is_not_reported() {
    let scratch = adopted();
    insta::assert_snapshot!("baseline", scratch.read("p/rolecall.baseline.json"));
    let known = "3 findings are in `rolecall.baseline.json` and not reported\nno findings\n".to_owned();
    assert_eq!(check(&scratch), (0, String::new(), known.clone()));
    // Lines move, a comment is written, the layout changes, a file is renamed: it means the same.
    let moved = POLICY.replacen('\n', "\n# about customers\n\n", 1);
    std::fs::remove_file(scratch.path("p/x.roles")).unwrap();
    scratch.write("p/customers.roles", moved);
    assert_eq!(scratch.run("fmt p").status, 0);
    assert_eq!(check(&scratch), (0, String::new(), known));
    let all = scratch.run("check p --format concise --no-baseline --at 2026-11-24");
    assert_eq!((all.status, all.out.lines().count()), (1, 3), "{all:?}");
    let json: Value = serde_json::from_str(&scratch.run("lint p --format json --at 2026-11-24").out).unwrap();
    assert_eq!(json["baseline"], serde_json::json!({ "known": 3, "gone": 0 }));
}

#[test]
fn what_is_new_is_reported() {
    let scratch = adopted();
    scratch.write("p/y.roles", "role Other { allow export Customer within own }\n");
    let (status, out, _) = check(&scratch);
    assert_eq!((status, out.as_str()), (1, "p/y.roles:1:1: W0202 nobody holds role `Other`\n"));
    // One more of the same is new as well.
    scratch.write("p/y.roles", "");
    scratch.write("p/x.roles", POLICY.replace("read, read", "read, read, read"));
    let (status, out, _) = check(&scratch);
    assert_eq!((status, out.as_str()), (1, "p/x.roles:5:32: W0402 `read` is listed twice\n"));
}

#[test]
fn what_is_gone_is_told_and_pruned() {
    let scratch = adopted();
    scratch.write("p/x.roles", POLICY.replace("role Spare { allow read, read Customer within own }\n", ""));
    let (status, out, talk) = check(&scratch);
    assert_eq!((status, out.as_str()), (0, ""));
    insta::assert_snapshot!(talk, @r"
    1 finding is in `rolecall.baseline.json` and not reported
    2 findings of `rolecall.baseline.json` no longer occur; `rolecall baseline prune` takes them out
    no findings
    ");
    // A rule that was not asked for is not gone.
    let only = scratch.run("lint p --only allow-deny-overlap --at 2026-11-24");
    assert!(!only.err.contains("no longer"), "{only:?}");
    let run = scratch.run("baseline prune p --at 2026-11-24");
    assert_eq!((run.status, run.err.as_str()), (0, "took 2 findings out of p/rolecall.baseline.json; 1 left\n"));
    let left = scratch.read("p/rolecall.baseline.json");
    let again = scratch.run("baseline prune p --at 2026-11-24");
    assert_eq!(again.err, "every finding of p/rolecall.baseline.json still occurs; nothing was written\n");
    assert_eq!(scratch.read("p/rolecall.baseline.json"), left);
    // Pruning adds nothing.
    scratch.write("p/x.roles", POLICY);
    scratch.run("baseline prune p --at 2026-11-24");
    assert_eq!(scratch.read("p/rolecall.baseline.json"), left);
}

#[test]
fn errors_are_never_taken_in() {
    let scratch = Scratch::new();
    scratch.write("p/x.roles", POLICY);
    scratch.write("rolecall.toml", "[lint]\nnever_waive = [\"unheld-role\"]\n[lint.levels]\nconflict = \"error\"\n");
    let run = scratch.run("baseline create p --at 2026-11-24");
    insta::assert_snapshot!(run.err, @r"
    wrote p/rolecall.baseline.json: 1 finding of 1 rule
    2 findings are not in it and stay: an error, or of a rule that nobody may waive
    ");
    assert_eq!(check(&scratch).0, 1);
    // A baseline from before the level was raised takes none in either.
    let scratch = adopted();
    scratch.write("rolecall.toml", "[lint.levels]\nconflict = \"error\"\n");
    let (status, out, _) = check(&scratch);
    assert!(status == 1 && out.contains("W0101"), "{out}");
    scratch.write("p/x.roles", "role R { allow read Nothing }\n");
    let run = scratch.run("baseline create p --force");
    assert!(run.status == 2 && run.err.contains("error[E0"), "{run:?}");
}

#[test]
fn baselines_that_cannot_be_used() {
    let scratch = adopted();
    let exists = scratch.run("baseline create p");
    assert!(exists.status == 2 && exists.err.contains("is there already"), "{exists:?}");
    for (text, message) in [
        ("", "is damaged in line 1, column 0"),
        ("[]", "is damaged"),
        ("{\"format_version\":\"1\",\"findings\":[{}]}", "is damaged in line 1, column 36"),
        (
            "{\"format_version\":\"1\",\"findings\":[{\"rule\":\"x\",\"about\":[],\"fingerprint\":\"\",\"count\":-1}]}",
            "is damaged",
        ),
        ("{\"format_version\":\"1\",\"findings\":[],\"more\":1}", "is damaged in line 1, column"),
        ("{\"format_version\":\"2\",\"other\":[]}", "has format version \"2\"; this rolecall knows \"1\""),
        ("{\"format_version\":1,\"findings\":[]}", "has format version 1; this rolecall knows \"1\""),
    ] {
        scratch.write("p/rolecall.baseline.json", text);
        for verb in ["check p", "lint p", "baseline prune p", "lint p --lang zh"] {
            let run = scratch.run(verb);
            run.assert_safe();
            assert_eq!(run.status, 2, "{text}: {run:?}");
            assert!(verb.ends_with("zh") || run.err.contains(message), "{text}: {run:?}");
        }
        // A table does not depend on it.
        assert_eq!(scratch.run("build p -o t.rct").status, 0);
    }
    assert_eq!(scratch.run("baseline create p --force").status, 0);
    std::fs::remove_file(scratch.path("p/rolecall.baseline.json")).unwrap();
    std::fs::create_dir(scratch.path("p/rolecall.baseline.json")).unwrap();
    let run = scratch.run("check p");
    assert!(run.status == 2 && run.err.contains("it is no ordinary file"), "{run:?}");
    std::fs::remove_dir(scratch.path("p/rolecall.baseline.json")).unwrap();
    let none = scratch.run("baseline prune p");
    assert_eq!((none.status, none.err.as_str()), (2, "error: there is no `p/rolecall.baseline.json`\n"));
}

/// A hundred thousand findings go through waivers, baseline and report in time and room that grow with them.
#[test]
fn very_many_findings() {
    let scratch = Scratch::new();
    let many = "  li.na,\n".repeat(100_000);
    scratch.write(
        "p/x.roles",
        format!(
            "{}assign Clerk to\n{many}  li.na\n",
            POLICY.replace("Clerk, Guest", "Clerk").replace("read, read", "read")
        ),
    );
    let begin = std::time::Instant::now();
    let run = scratch.run("lint p --at 2026-11-24");
    assert!(run.status == 0 && run.err.len() < 200_000, "{} bytes", run.err.len());
    let tail = run.err.get(run.err.len() - 300..);
    assert!(run.err.contains("and 99980 more of W0402 duplicate-item\n"), "{tail:?}");
    assert_eq!(scratch.run("baseline create p --at 2026-11-24").status, 0);
    assert!(scratch.read("p/rolecall.baseline.json").len() < 1000);
    assert!(scratch.run("lint p --at 2026-11-24").err.contains(" findings are in"));
    let fixed = scratch.run("lint p --fix --no-baseline --at 2026-11-24");
    assert!(fixed.status == 0 && fixed.err.starts_with("100000 repairs applied\n"), "{fixed:?}");
    assert!(begin.elapsed().as_secs() < 120, "{:?}", begin.elapsed());
}
