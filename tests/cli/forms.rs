//! Every form of what a run found: what is in it, where it goes, and what of it stays when lines move.

use super::program::Scratch;
use serde_json::Value;

/// A package with a finding of every severity, a waived one, a repair, a broken guarantee, and names and paths that have to be
/// escaped in one form or another.
pub(super) const FOLDER: &str = "政策 库/销售#1";

const POLICY: &str = r#"policy 销售 {
  language 1
  timezone "Asia/Shanghai"
}
object 客户 {
  record actions read, update, export
  record owner is 归属人
  field 电话
}
role 销售代表 "代表 | <b>" {
  allow read, update 客户 within own
  deny export 客户
}
role 主管 inherits 销售代表 {
  allow read 客户 within own
}
role 经理 inherits 主管, 销售代表 {
  allow export 客户 within own
}
role 导出员 { allow export 客户 within own }
#! allow(unheld-role) through 2099-12-31 because "留给 [下一季度](1)"
role 实习生 { }
role 访客 { }
user 李娜, 王芳
assign 经理 to 李娜
assign 导出员 to 王芳
"#;

const TESTS: &str = r#"test "代表, 不能: 导出 100% <x> & \"y\"" {
  given user 王芳
  given 客户 { 归属人 = 王芳 }
  cannot export
}
test "导出员不能查看" {
  given user 王芳
  given 客户 { 归属人 = 王芳 }
  cannot read
}
guarantees {
  never 导出员 can export 客户
  never 导出员 can update 客户
}
"#;

/// The package in a repository of its own.
pub(super) fn ugly() -> Scratch {
    let scratch = Scratch::new();
    scratch.write(".git/HEAD", "ref: refs/heads/main\n");
    scratch.write(&format!("{FOLDER}/主.roles"), POLICY);
    scratch.write(&format!("{FOLDER}/测试.roles"), TESTS);
    scratch
}

fn check(scratch: &Scratch, more: &[&str]) -> super::program::Run {
    check_with(scratch, more, &[])
}

fn check_with(scratch: &Scratch, more: &[&str], environment: &[(&str, &str)]) -> super::program::Run {
    let mut words = vec!["check", FOLDER, "--at", "2026-11-24T10:00:00+08:00"];
    words.extend(more);
    scratch.run_words(&words, environment, "")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn sarif(scratch: &Scratch) -> Value {
    json(&check(scratch, &["--format", "sarif"]).out)["runs"][0].clone()
}

fn results(run: &Value) -> &Vec<Value> {
    run["results"].as_array().unwrap()
}

#[test]
fn machine_forms() {
    let scratch = ugly();
    for format in ["sarif", "github", "gitlab", "junit", "rdjson", "json"] {
        let run = check(&scratch, &["--format", format]);
        assert_eq!((run.status, run.err.as_str()), (1, ""), "{format}");
        insta::assert_snapshot!(format!("form_{format}"), run.out);
    }
    let chinese = check(&scratch, &["--format", "github", "--lang", "zh"]);
    insta::assert_snapshot!("form_github_zh", chinese.out);
}

#[test]
fn several_forms_in_one_run() {
    let scratch = ugly();
    scratch.write("out/.keep", "");
    scratch.write("out/old.sarif", "before");
    let files =
        ["sarif=out/old.sarif", "junit=out/report.xml", "json=out/all.json", "concise=out/all.txt", "human=out/h.txt"];
    let arguments: Vec<&str> = files.iter().flat_map(|file| ["--output", *file]).collect();
    let run = check(&scratch, &arguments);
    assert_eq!(run.status, 1);
    assert!(run.out.is_empty() && run.err.contains("W0202"), "{}", run.all());
    assert_eq!(scratch.read("out/old.sarif"), check(&scratch, &["--format", "sarif"]).out);
    assert_eq!(scratch.read("out/report.xml"), check(&scratch, &["--format", "junit"]).out);
    assert_eq!(scratch.read("out/all.json"), check(&scratch, &["--format", "json"]).out);
    assert_eq!(scratch.read("out/all.txt"), check(&scratch, &["--format", "concise"]).out);
    assert_eq!(scratch.read("out/h.txt"), run.err);
    let left: Vec<_> = std::fs::read_dir(scratch.path("out")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 6, "nothing is left beside: {left:?}");
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let scratch = ugly();
    let run = check(&scratch, &["--output", "sarif=nowhere/out.sarif"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.ends_with("error: cannot write `nowhere/out.sarif`: there is no folder `nowhere`\n"),
        "{}",
        run.err
    );
    let run = check(&scratch, &["--output", "sarif=a", "--output", "json=a"]);
    assert_eq!((run.status, run.err.lines().count()), (2, 1), "{}", run.all());
    assert!(!scratch.path("a").exists());
    let no_file = "the file is missing: write the form, `=` and the file";
    for (bad, told) in [("sarif", no_file), ("sarif=", no_file), ("sarf=x", "no form named `sarf`; there are `human`")]
    {
        let run = check(&scratch, &["--output", bad]);
        assert_eq!(run.status, 2, "{bad}");
        assert!(run.out.is_empty() && run.err.contains(told), "{bad}: {}", run.all());
    }
    // A disk that takes nothing.
    #[cfg(target_os = "linux")]
    {
        let run = check(&scratch, &["--output", "sarif=/proc/out.sarif"]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("error: cannot write `/proc/out.sarif`: "), "{}", run.err);
    }
}

/// What code hosts know a finding by stays when lines are put above it, or an unrelated finding comes.
#[test]
fn fingerprints_stay_when_lines_move() {
    let scratch = ugly();
    let before = sarif(&scratch);
    let moved = POLICY.replacen("role 销售代表", "# 一行\n\n# 又一行\nrole 销售代表", 1).replacen(
        "role 访客 { }\n",
        "role 访客 { }\nrole 新人 { }\n",
        1,
    );
    scratch.write(&format!("{FOLDER}/主.roles"), moved);
    let after = sarif(&scratch);
    assert_eq!(results(&after).len(), results(&before).len() + 1);
    let mut lines = 0;
    for old in results(&before) {
        let print = &old["partialFingerprints"];
        let same: Vec<&Value> = results(&after).iter().filter(|new| new["partialFingerprints"] == *print).collect();
        assert_eq!(same.len(), 1, "{old}");
        assert_eq!(same[0]["ruleId"], old["ruleId"]);
        let line = |result: &Value| result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().unwrap();
        lines += usize::from(line(same[0]) == line(old) + 3);
    }
    assert!(lines >= 4, "findings have moved");
}

/// Regions count Unicode characters, as `columnKind` says; paths are encoded, and relative to the top of the repository.
#[test]
fn sarif_points_at_the_text() {
    let scratch = ugly();
    let run = sarif(&scratch);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let text: Vec<Vec<char>> = POLICY.lines().map(|line| line.chars().collect()).collect();
    let mut found = Vec::new();
    for result in results(&run) {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("%E6%94%BF%E7%AD%96%20%E5%BA%93/%E9%94%80%E5%94%AE%231/") && uri.is_ascii(), "{uri}");
        if uri.ends_with("%E4%B8%BB.roles") {
            let number = |name: &str| place["region"][name].as_u64().unwrap() as usize;
            assert_eq!(number("startLine"), number("endLine"));
            let line = &text[number("startLine") - 1];
            found.push(line[number("startColumn") - 1..number("endColumn") - 1].iter().collect::<String>());
        }
    }
    for expected in ["销售代表", "role 访客", "allow export 客户 within own"] {
        assert!(found.iter().any(|text| text == expected), "{expected}: {found:?}");
    }
}

#[test]
fn sarif_tells_path_waiver_weight_and_witness() {
    let run = sarif(&ugly());
    let of = |code: &str| results(&run).iter().filter(|r| r["ruleId"] == code).collect::<Vec<_>>();
    let steps = of("W0107")[0]["codeFlows"][0]["threadFlows"][0]["locations"].as_array().unwrap();
    let words: Vec<&str> = steps.iter().map(|s| s["location"]["message"]["text"].as_str().unwrap()).collect();
    assert_eq!(words, ["`经理` inherits `销售代表`"]);
    let waived: Vec<&Value> = of("W0202").into_iter().filter(|r| r["suppressions"].is_array()).collect();
    assert_eq!(waived.len(), 1);
    assert_eq!(waived[0]["suppressions"][0]["kind"], "inSource");
    assert_eq!(waived[0]["suppressions"][0]["justification"], "留给 [下一季度](1)");
    let broken = of("E0701")[0];
    let witness = &broken["properties"]["witness"][0];
    assert_eq!((&witness["action"]["name"], &witness["resource"]["type"]), (&"export".into(), &"客户".into()));
    assert_eq!(broken["properties"]["class"], "exact");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results(&run) {
        assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
    }
    for rule in rules {
        assert!(rule["properties"]["tags"].as_array().unwrap().len() <= 20);
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("````text\npolicy"), "{rule}");
    }
    let rule = rules.iter().find(|rule| rule["id"] == "E0701").unwrap();
    assert_eq!(rule["properties"]["security-severity"], "8.0");
    assert_eq!(run["invocations"][0]["exitCode"], 1);
    // The worst first, what is waived last.
    let order: Vec<u8> = results(&run)
        .iter()
        .map(|r| {
            if r["suppressions"].is_array() {
                3
            } else {
                ["error", "warning", "note"].iter().position(|l| r["level"] == *l).unwrap() as u8
            }
        })
        .collect();
    assert!(order.is_sorted() && order[0] == 0 && order.ends_with(&[3]), "{order:?}");
}

/// A witness is a request that `decide` answers as the finding says.
#[test]
fn a_witness_of_a_finding_is_replayed() {
    let scratch = ugly();
    let found = json(&check(&scratch, &["--format", "json"]).out);
    let mut witnesses = String::new();
    for diagnostic in found["diagnostics"].as_array().unwrap().iter().filter(|d| d["code"] == "E0701") {
        for witness in diagnostic["witness"].as_array().unwrap() {
            witnesses.push_str(&format!("{witness}\n"));
        }
    }
    assert_eq!(witnesses.lines().count(), 1);
    // Without its guarantee the policy can be built.
    scratch.write(&format!("{FOLDER}/测试.roles"), "");
    let built = scratch.run_words(&["build", FOLDER, "-o", "t.rct"], &[], "");
    assert_eq!(built.status, 0, "{}", built.all());
    let answers = scratch.run_words(&["decide", "t.rct"], &[], &witnesses);
    assert_eq!(json(answers.out.trim())["decision"], true, "{}", answers.all());
}

#[test]
fn a_job_gets_a_page() {
    let scratch = ugly();
    scratch.write("summary.md", "what an earlier step wrote\n");
    let path = scratch.path("summary.md");
    let environment = [("GITHUB_STEP_SUMMARY", path.to_str().unwrap())];
    assert_eq!(check_with(&scratch, &["--output", "github=commands.txt"], &environment).status, 1);
    insta::assert_snapshot!("job_summary", scratch.read("summary.md"));
    // Other forms leave it alone.
    let before = scratch.read("summary.md");
    check_with(&scratch, &["--format", "gitlab"], &environment);
    assert_eq!(scratch.read("summary.md"), before);
    let environment = [("GITHUB_STEP_SUMMARY", "nowhere/summary.md")];
    assert_eq!(check_with(&scratch, &["--format", "github"], &environment).status, 2);
}

#[test]
fn a_terminal_shows_some_of_each_rule() {
    let scratch = Scratch::new();
    let roles: String = (0..57).map(|n| format!("role R{n} {{ }}\n")).collect();
    let policy = format!(
        "policy p {{ language 1 timezone \"UTC\" }}\nobject O {{ general actions go }}\nuser li.na\nrole A {{ allow go O }}\nassign A to li.na\n{roles}"
    );
    scratch.write("p/p.roles", policy);
    let run = scratch.run("lint p --output json=all.json");
    assert_eq!(run.err.matches("nobody holds role").count(), 20);
    assert!(run.err.contains("\nand 37 more of W0202 unheld-role\n"), "{}", run.err);
    assert!(run.err.ends_with("57 notes\n"), "{}", run.err);
    assert_eq!(json(&scratch.read("all.json"))["diagnostics"].as_array().unwrap().len(), 57);
    assert_eq!(scratch.run("lint p --format concise").out.lines().count(), 57);
}

#[test]
fn a_policy_that_cannot_be_read_is_reported_in_every_form() {
    let scratch = Scratch::new();
    scratch.write("p/p.roles", "policy p { language 1 timezone \"UTC\" }\nassign Clark to li.na\n");
    for verb in ["check", "lint", "test"] {
        for format in ["sarif", "github", "gitlab", "junit", "rdjson", "json", "concise"] {
            let run = scratch.run(&format!("{verb} p --format {format}"));
            assert_eq!(run.status, 2, "{verb} {format}");
            assert!(run.out.contains("Clark"), "{verb} {format}: {}", run.all());
        }
    }
    let run = scratch.run("check nowhere --format sarif");
    assert_eq!(run.status, 2);
    assert_eq!(json(&run.out)["runs"][0]["results"][0]["ruleId"], "E0050");
}

#[test]
fn the_rules_are_listed() {
    let scratch = Scratch::new();
    let list = json(&scratch.run("lint --list --format json").out);
    let rules = list["rules"].as_array().unwrap();
    assert!(rules.len() >= 16 && list["format_version"] == "1.0");
    let rule = rules.iter().find(|rule| rule["name"] == "redundant-inheritance").unwrap();
    assert_eq!(
        (&rule["code"], &rule["class"], &rule["level"], &rule["fixable"]),
        (&"W0201".into(), &"graph".into(), &"info".into(), &true.into())
    );
    insta::assert_snapshot!("lint_list", scratch.run("lint --list").all());
    insta::assert_snapshot!("lint_list_zh", scratch.run("lint --list --lang zh").all());
    assert_eq!(scratch.run("lint --list --format sarif").status, 2);
}

#[test]
fn watching_needs_a_terminal() {
    let scratch = ugly();
    for verb in ["check", "lint"] {
        let run = scratch.run(&format!("{verb} p --watch"));
        assert_eq!(run.status, 2);
        assert_eq!(run.err, "error: `--watch` draws on a terminal, and this is none\n");
    }
}

/// On a terminal that `script` lends: a change is seen and drawn anew.
#[cfg(target_os = "linux")]
#[test]
fn watching_sees_a_change() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let scratch = Scratch::new();
    let policy = "policy p { language 1 timezone \"UTC\" }\n";
    scratch.write("p/p.roles", policy);
    let program = env!("CARGO_BIN_EXE_rolecall");
    let started = Command::new("script")
        .args(["-q", "-f", "-e", "-c", &format!("exec {program} --lang en lint p --watch"), "typescript"])
        .current_dir(scratch.path("."))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn();
    let Ok(mut child) = started else {
        super::validators::missing("script");
        return;
    };
    let shows = |words: &str, times: usize| {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(60) {
            let shown = std::fs::read(scratch.path("typescript")).unwrap_or_default();
            if String::from_utf8_lossy(&shown).matches(words).count() >= times {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    };
    let first = shows("no findings", 1) && shows("watching p", 1);
    scratch.write("p/new.roles", "assign Clark to li.na\n");
    let second = shows("no role named `Clark`", 1) && shows("watching p", 2);
    scratch.write("p/new.roles", "# nothing is wrong any more\n");
    let third = shows("no findings", 2) && shows("watching p", 3);
    scratch.write("rolecall.toml", "nonsense = 1\n");
    let fourth = shows("nonsense", 1) && shows("watching p", 4);
    let _ = child.kill();
    let _ = child.wait();
    assert!(first && second && third && fourth, "{first} {second} {third} {fourth}");
}

/// Every member of the JSON document is told of in the page about it.
#[test]
fn the_page_about_json_names_every_member() {
    fn names(value: &Value, found: &mut std::collections::BTreeSet<String>) {
        match value {
            Value::Object(members) => members.iter().for_each(|(name, value)| {
                found.insert(name.clone());
                // A request has the members of AuthZEN, which are told of elsewhere.
                if name != "witness" {
                    names(value, found);
                }
            }),
            Value::Array(values) => values.iter().for_each(|value| names(value, found)),
            _ => {}
        }
    }
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats.md")).unwrap();
    let section = page.split("\n## json\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut found = std::collections::BTreeSet::new();
    names(&json(&check(&ugly(), &["--format", "json"]).out), &mut found);
    assert!(found.len() > 30);
    for name in found {
        assert!(section.contains(&format!("`{name}`")) || section.contains(&format!(".{name}`")), "{name}");
    }
}
