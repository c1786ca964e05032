//! Each verb once.

use super::program::Scratch;
use std::fs;
use std::path::Path;

#[test]
fn usage() {
    let scratch = Scratch::new();
    insta::assert_snapshot!("help", scratch.run("--help").all());
    for arguments in ["", "frobnicate", "check --format pdf", "build"] {
        let run = scratch.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{run:?}");
    }
    let version = scratch.run("--version");
    assert_eq!((version.status, version.out.as_str()), (0, concat!("rolecall ", env!("CARGO_PKG_VERSION"), "\n")));
}

#[test]
fn explain() {
    let scratch = Scratch::new();
    insta::assert_snapshot!("explain", scratch.run("explain E0802").all());
    insta::assert_snapshot!("explain_zh", scratch.run("explain failed-expectation --lang zh").all());
    let list = scratch.run("explain");
    assert!(list.status == 0 && list.out.lines().count() > 20, "{list:?}");
    insta::assert_snapshot!(scratch.run("explain E08o2").all(), @r"
    status: 2
    --- stdout
    --- stderr
    error: no code or name `E08o2`
      help: did you mean `E0802`?
    ");
}

#[test]
fn completions() {
    let scratch = Scratch::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = scratch.run(&format!("completions {shell}"));
        assert!(run.status == 0 && run.out.contains("explain"), "{run:?}");
    }
}

#[test]
fn language() {
    let scratch = Scratch::new();
    let lang = |arguments: &str, environment: &[(&str, &str)]| {
        scratch.run_with(arguments, environment, "").err.contains("没有文件夹")
    };
    assert!(!lang("check missing", &[]));
    assert!(lang("check missing --lang zh", &[]));
    assert!(lang("check missing", &[("ROLECALL_LANG", "zh")]));
    assert!(lang("check missing", &[("LC_ALL", "zh_CN.UTF-8")]));
    assert!(lang("check missing", &[("LANG", "zh_CN.UTF-8")]));
    assert!(!lang("check missing", &[("LANG", "zh_CN.UTF-8"), ("ROLECALL_LANG", "en")]));
    assert!(!lang("check missing --lang en", &[("LANG", "zh_CN.UTF-8")]));
}

#[test]
fn colors() {
    let scratch = Scratch::new();
    let colored = |arguments: &str, environment: &[(&str, &str)]| {
        scratch.run_with(arguments, environment, "").err.contains('\u{1b}')
    };
    assert!(!colored("check missing", &[]));
    assert!(colored("check missing --color always", &[]));
    assert!(!colored("check missing --color never", &[]));
}

#[test]
fn init() {
    let scratch = Scratch::new();
    insta::assert_snapshot!(scratch.run("init crm").all(), @r"
    status: 0
    --- stdout
    --- stderr
    wrote 5 files to crm
    next: rolecall check crm
    ");
    let before = scratch.read("crm/people.roles");
    insta::assert_snapshot!(scratch.run("init crm --lang zh").all(), @r"
    status: 2
    --- stdout
    --- stderr
    错误：`crm/guarantees.roles` 已经存在；没有写入任何内容
      建议：请指定空文件夹或新文件夹
    ");
    assert_eq!(scratch.read("crm/people.roles"), before);
}

/// Both starters are one policy: without comments and strings they are the same text.
#[test]
fn both_starters_say_the_same() {
    let scratch = Scratch::new();
    assert_eq!(scratch.run("init en").status, 0);
    assert_eq!(scratch.run("init zh --lang zh").status, 0);
    for file in ["guarantees", "people", "roles", "tests", "vocabulary"] {
        let bare = |lang: &str| {
            let text = scratch.read(&format!("{lang}/{file}.roles"));
            let lines = text.lines().map(|line| {
                let code = line.split('#').next().unwrap_or("");
                code.split('"').step_by(2).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
            });
            lines.map(|line| line.replace(" ,", ",")).filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(bare("en"), bare("zh"), "{file}");
    }
}

/// The starter package, to ask about.
fn starter() -> Scratch {
    let scratch = Scratch::new();
    assert_eq!(scratch.run("init crm").status, 0);
    scratch
}

/// A policy with one of each: an error of names, a broken guarantee, a failed test, a warning.
const POLICY: &str = "policy p { language 1 timezone \"UTC\" }
object Customer { record actions read, export record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na
assign SalesRep to li.na
";

#[test]
fn starters_check_clean() {
    let scratch = starter();
    insta::assert_snapshot!(scratch.run("check crm").all(), @r"
    status: 0
    --- stdout
    --- stderr
    no findings, 7 guarantees proved, 3 tests passed
    ");
    assert_eq!(scratch.run("init zh --lang zh").status, 0);
    insta::assert_snapshot!(scratch.run("check zh --lang zh").all(), @r"
    status: 0
    --- stdout
    --- stderr
    未发现问题，7 条保证已证明，3 个测试通过
    ");
    for arguments in ["fmt --check crm zh", "fmt crm", "test crm", "check crm zh --format json"] {
        assert_eq!(scratch.run(arguments).status, 0, "{arguments}");
    }
}

#[test]
fn check_tells_errors_from_findings() {
    let scratch = Scratch::new();
    scratch.write("error/x.roles", format!("{POLICY}assign SalesRpe to li.na\n"));
    scratch.write("broken/x.roles", format!("{POLICY}guarantees {{ never SalesRep can read Customer }}\n"));
    let failing = "test \"t\" { given user li.na given Customer { sales_owner = li.na } cannot read }\n";
    scratch.write("failing/x.roles", format!("{POLICY}{failing}"));
    scratch.write("warning/x.roles", format!("{POLICY}test \"nothing\" {{ given user li.na }}\n"));
    scratch.write("clean/x.roles", POLICY);
    for (folder, status) in [("error", 2), ("broken", 1), ("failing", 1), ("warning", 1), ("clean", 0)] {
        assert_eq!(scratch.run(&format!("check {folder}")).status, status, "{folder}");
        let run = scratch.run(&format!("check {folder} --format json"));
        let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((run.status, document["format_version"].as_str()), (status, Some("1.0")), "{folder}");
    }
    assert_eq!(scratch.run("check warning --fail-level error").status, 0);
    assert_eq!(scratch.run("check failing --fail-level error").status, 1);
    assert_eq!(scratch.run("check clean warning error").status, 2);
    for (folder, status) in [("error", 2), ("broken", 2), ("failing", 0), ("warning", 0), ("clean", 0)] {
        let run = scratch.run(&format!("build {folder} -o {folder}.rct"));
        assert_eq!((run.status, scratch.path(&format!("{folder}.rct")).exists()), (status, status == 0), "{folder}");
    }
    for (folder, status) in [("error", 2), ("broken", 0), ("failing", 1), ("clean", 0)] {
        assert_eq!(scratch.run(&format!("test {folder}")).status, status, "{folder}");
    }
    insta::assert_snapshot!("check_human", scratch.run("check error failing warning").all());
    insta::assert_snapshot!("check_human_zh", scratch.run("check error failing warning --lang zh").all());
    insta::assert_snapshot!("check_concise", scratch.run("check error failing warning --format concise").all());
    let json = scratch.run("check failing --format json").out;
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    insta::assert_snapshot!("check_json", serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn many_findings_are_counted() {
    let scratch = Scratch::new();
    scratch.write("p/x.roles", format!("{POLICY}{}", "assign Nobody1 to li.na\n".repeat(250)));
    let run = scratch.run("check p");
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("and 230 more of E0201 unknown-role\n") && run.err.ends_with("250 errors\n"),
        "{}",
        run.err
    );
    assert_eq!(scratch.run("check p --format concise").out.lines().count(), 250);
}

#[test]
fn build_writes_every_form() {
    let scratch = starter();
    for (file, start) in
        [("t.rct", ""), ("t.json", "{\"format_version\":\"1.0\""), ("t.yaml", "format_version:"), ("t.csv", "role,")]
    {
        let run = scratch.run(&format!("build crm -o {file}"));
        assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:?}");
        assert!(std::fs::read(scratch.path(file)).unwrap().starts_with(start.as_bytes()), "{file}");
    }
    serde_json::from_str::<serde_json::Value>(&scratch.read("t.json")).unwrap();
    assert_eq!(scratch.run("build crm -o - --format csv").out, scratch.read("t.csv"));
    let first = std::fs::read(scratch.path("t.rct")).unwrap();
    scratch.run("build crm -o again.rct");
    assert_eq!(first, std::fs::read(scratch.path("again.rct")).unwrap(), "same files, same bytes");
    insta::assert_snapshot!(scratch.run("build crm -o crm").err, @"error: cannot write `crm`: it is a folder");
    insta::assert_snapshot!(scratch.run("build crm -o no/t.rct").err, @"error: cannot write `no/t.rct`: there is no folder `no`");
}

const READ: &str = r#"{"subject":{"type":"user","id":"ana"},"action":{"name":"read"},"resource":{"type":"Customer","id":"c-1","properties":{"sales_owner":"ana"}},"context":{"time":"2026-11-23T10:00:00Z"}}"#;

#[test]
fn decide_answers_line_by_line() {
    let scratch = starter();
    scratch.run("build crm -o t.rct");
    let unowned = READ.replace(r#","properties":{"sales_owner":"ana"}"#, "");
    let long = format!("{{\"x\":\"{}\"}}", "x".repeat(2 << 20));
    let input = format!("{READ}\nno request\n{}\n{unowned}\n{long}\n{READ}", READ.replace("read", "delete"));
    let run = scratch.run_with("decide t.rct", &[], &input);
    insta::assert_snapshot!("decide", run.all());
    assert_eq!(scratch.run_with("decide crm", &[], &input).out, run.out, "a package answers as its table");
    scratch.write("held.jsonl", r#"{"type":"Customer","id":"c-1","properties":{"sales_owner":"ana"}}"#);
    let held = scratch.run_with("decide t.rct --records held.jsonl --explain", &[], &unowned);
    assert_eq!(held.status, 0, "{held:?}");
    insta::assert_snapshot!("decide_explained", held.out);
    scratch.write("bad.jsonl", "{\"type\":\"Customer\"}");
    insta::assert_snapshot!(scratch.run("decide t.rct --records bad.jsonl").err, @"error: line 1 of `bad.jsonl` is no record: it must be an object with `type`, `id` and `properties`");
    scratch.write("damaged.rct", "no table");
    insta::assert_snapshot!(scratch.run("decide damaged.rct").err, @"error: this is no decision table");
}

#[test]
fn questions() {
    let scratch = starter();
    scratch.run("build crm -o t.rct");
    let at = "--at 2026-11-23T10:00:00Z";
    let all: Vec<String> = [
        format!("who can export Customer --in crm {at}"),
        format!("who can export Customer --in t.rct {at}"),
        format!("what can chloe --in crm {at}"),
        format!("what can role Partner --in crm {at}"),
        format!("when can ana read Customer --in crm {at} --record sales_owner=ana"),
        format!("why ana can export Customer --in crm {at}"),
        format!("why ben can export Customer --in crm {at} --record-id c-1"),
    ]
    .iter()
    .map(|arguments| format!("$ rolecall {arguments}\n{}\n", scratch.run(arguments).all()))
    .collect();
    insta::assert_snapshot!("questions", all.concat());
    insta::assert_snapshot!(
        "questions_zh",
        scratch.run(&format!("why ana can export Customer --in crm {at} --lang zh")).all()
    );
    for question in [
        "who can export Customer",
        "what can chloe",
        "when can ana read Customer",
        "why ana can export Customer --record {\"sales_owner\":null}",
    ] {
        let run = scratch.run(&format!("{question} --in crm --format json {at}"));
        let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((run.status, document["format_version"].as_str()), (0, Some("1.0")), "{run:?}");
    }
}

#[test]
fn questions_about_nothing_known() {
    let scratch = starter();
    let errors: Vec<String> = [
        "who can exprt Customer",
        "who can export Custmer",
        "who can read Customer.phnoe",
        "what can anna",
        "what can role Nothing",
        "when can ana read Customer --record sales_owner",
        "why ana can export Customer --at tomorrow",
        "when can ana read Customer --record sales_ownr=ana",
        "when can ana read Customer --at 2027-01-01 --until 2026-01-01",
        "why ana can export Customer --record department=Norht",
        "why ana can export Customer --request mfa=是",
        "why ana can export Customer --request mfaa=true",
        "why ana can export Customer --subject grde=3",
        "why ana can export Customer --role Kiok",
        "why ana can export Customer --active-role Foo",
        "what can Partner",
    ]
    .iter()
    .map(|question| {
        let run = scratch.run(&format!("{question} --in crm"));
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{run:?}");
        run.err
    })
    .collect();
    insta::assert_snapshot!("unknown_names", errors.concat());
}

#[test]
fn fmt_changes_what_it_must() {
    let scratch = Scratch::new();
    scratch.write("p/x.roles", "policy   p { language 1\ntimezone \"UTC\" }");
    scratch.write("p/bad.roles", "role {\n");
    let diff = scratch.run("fmt --diff p/x.roles");
    insta::assert_snapshot!("fmt_diff", diff.all());
    let check = scratch.run("fmt --check p/x.roles");
    assert_eq!((check.status, check.out.as_str()), (1, "p/x.roles\n"));
    let stdin = scratch.run_with("fmt -", &[], &scratch.read("p/x.roles"));
    let run = scratch.run("fmt p");
    assert_eq!(run.status, 2, "one file has errors: {run:?}");
    assert_eq!(scratch.read("p/x.roles"), stdin.out);
    assert_eq!(scratch.read("p/bad.roles"), "role {\n");
    assert_eq!(scratch.run("fmt p/x.roles").status, 0);
    assert_eq!(scratch.run("fmt missing").status, 2);
}

#[test]
fn read_says_it_in_words() {
    let scratch = starter();
    let run = scratch.run("read crm");
    assert!(run.status == 0 && run.out.contains("`SalesRep` may create `Deal`."), "{run:?}");
    let json: serde_json::Value = serde_json::from_str(&scratch.run("read crm --format json --lang zh").out).unwrap();
    assert!(json["sections"].as_array().is_some_and(|sections| sections.len() > 5), "{json}");
}

#[test]
fn lint_finds_and_mends() {
    let scratch = Scratch::new();
    let policy = POLICY.replace(
        "role SalesRep {",
        "role Base { }\nrole Middle inherits Base { }\nrole SalesRep inherits Base, Middle {",
    );
    scratch.write("p/x.roles", policy);
    let found = scratch.run("lint p --format concise --fail-level info");
    assert!(found.status == 1 && found.out.contains("W0201"), "{found:?}");
    let fixed = scratch.run("lint p --fix");
    assert!(fixed.status == 0 && fixed.err.starts_with("1 repair applied\n"), "{fixed:?}");
    assert!(scratch.read("p/x.roles").contains("role SalesRep inherits Middle {"), "{}", scratch.read("p/x.roles"));
    let list = scratch.run("lint --list");
    assert!(list.out.lines().count() > 10, "{list:?}");
}

/// The witness of every broken guarantee of the cases, as `check` writes it, is answered by `decide --witness` as claimed.
#[test]
fn every_witness_can_be_asked_again() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/guarantee");
    let mut folders: Vec<_> = fs::read_dir(cases).expect("the cases").map(|e| e.expect("an entry").path()).collect();
    folders.sort();
    let mut asked = 0;
    for folder in folders {
        let scratch = Scratch::new();
        let name = folder.to_str().expect("UTF-8");
        let checked = scratch.run_words(&["check", "--format", "json", name], &[], "");
        let document: serde_json::Value = serde_json::from_str(&checked.out).expect("JSON");
        for guarantee in document["guarantees"].as_array().into_iter().flatten() {
            let refused = guarantee["sentence"].as_str().is_some_and(|sentence| sentence.starts_with("always "));
            for witness in guarantee["witness"].as_array().into_iter().flatten() {
                let answered = scratch.run_words(&["decide", name, "--witness"], &[], &format!("{witness}\n"));
                let answer: serde_json::Value = serde_json::from_str(&answered.out).expect("JSON");
                assert_eq!(answer["decision"], !refused, "{name}: {witness}\n{}", answered.all());
                asked += 1;
            }
        }
    }
    assert!(asked > 20, "{asked} witnesses");
}
