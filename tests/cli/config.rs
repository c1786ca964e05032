//! `rolecall.toml`: what it changes, what is wrong with it, where values come from.

use super::program::Scratch;
use serde_json::Value;

/// One note (a role of nobody) and one warning (two roles that meet).
const POLICY: &str = "policy p { language 1 timezone \"UTC\" }
object Customer { record actions read, export risk normal record owner is sales_owner }
role Clerk { allow read, export Customer within own }
role Guest { deny export Customer }
role Spare { allow read Customer within own }
user li.na
assign Clerk, Guest to li.na
";

fn scratch(config: impl AsRef<[u8]>) -> Scratch {
    let scratch = Scratch::new();
    scratch.write("w/p/x.roles", POLICY);
    scratch.write("w/rolecall.toml", config);
    scratch
}

/// Status and what was found, as `W0101 warning`.
fn found(scratch: &Scratch, arguments: &str) -> (i32, Vec<String>) {
    let run = scratch.run(&format!("{arguments} --format json --at 2026-11-24T00:00:00Z"));
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{run:?}"));
    let one = |d: &Value| format!("{} {}", d["code"].as_str().unwrap(), d["severity"].as_str().unwrap());
    (run.status, json["diagnostics"].as_array().unwrap().iter().map(one).collect())
}

#[test]
fn levels_are_those_of_rule_group_and_command_line() {
    let cases = [
        ("", "", 1, "W0101 warning, W0202 info"),
        ("fail_level = \"error\"", "", 0, "W0101 warning, W0202 info"),
        ("fail_level = \"error\"", "--fail-level info", 1, "W0101 warning, W0202 info"),
        ("fail_level = \"info\"\n[lint.levels]\nconflict = \"off\"", "", 1, "W0202 info"),
        ("[lint.levels]\nconflict = \"info\"", "", 0, "W0101 info, W0202 info"),
        ("[lint.levels]\nconflict = \"off\"\nallow-deny-overlap = \"error\"", "", 1, "W0101 error, W0202 info"),
        ("[lint.levels]\nallow-deny-overlap = \"error\"", "--level conflict=info", 0, "W0101 info, W0202 info"),
        ("[lint.levels]\nallow-deny-overlap = \"off\"", "--level allow-deny-overlap=info", 0, "W0101 info, W0202 info"),
        ("", "--level conflict=info --level allow-deny-overlap=error", 1, "W0101 error, W0202 info"),
        ("", "--level allow-deny-overlap=error --level conflict=info", 1, "W0101 error, W0202 info"),
        ("", "--only unheld-role", 0, "W0202 info"),
        ("", "--only conflict --only unheld-role", 1, "W0101 warning, W0202 info"),
    ];
    for (config, flags, status, expected) in cases {
        let scratch = scratch(config);
        for verb in ["check", "lint"] {
            let (got, list) = found(&scratch, &format!("{verb} w/p {flags}"));
            assert_eq!((got, list.join(", ").as_str()), (status, expected), "{verb} {flags}\n{config}");
        }
    }
}

/// A finding that was raised to an error is one of `check` alone: it changes no table.
#[test]
fn building_asks_no_rule() {
    let scratch = scratch("[lint.levels]\nconflict = \"error\"\n");
    assert_eq!(scratch.run("build w/p -o t.rct").status, 0);
    assert_eq!(scratch.run("check w/p").status, 1);
}

#[test]
fn what_is_wrong_is_shown_at_its_place() {
    let scratch = scratch(
        "required_version = \">=0.1\"\nfail_levl = \"warning\"\nnever_waive = [\"x\"]\nlint.waivers = 3\n[lint.levels]\n\
         unhold-role = \"off\"\nhygiene = \"off\"\nconflict = \"high\"\nunknown-role = \"info\"\n[lint]\n",
    );
    insta::assert_snapshot!("config_redefined", scratch.run("check w/p").all());
    scratch.write(
        "w/rolecall.toml",
        "required_version = \">=0.1\"\nfail_levl = \"warning\"\nnever_waive = [\"x\"]\n\n[lint]\n\
         never_waive = [\"leaky-suspension\", \"hygeine\", \"unheld-role\", 3]\nunheld-role = \"off\"\nwaivers = 3\n\n[lint.levels]\n\
         unhold-role = \"off\"\nhygiene = \"off\"\nconflict = \"high\"\nunknown-role = \"info\"\n\n[lint.budgets]\ndepth = -1\n\
         rights_per_role = 500\nrights_per_person = 300\ndept = 3\nshare_per_role = 101\nsensitive_per_role = \"9\"\n",
    );
    let run = scratch.run("check w/p");
    insta::assert_snapshot!("config_mistakes", run.all());
    insta::assert_snapshot!("config_mistakes_zh", scratch.run("check w/p --lang zh").all());
    for verb in ["lint w/p", "build w/p -o t.rct", "test w/p", "config show w/p", "what can li.na --in w/p"] {
        let other = scratch.run(verb);
        assert!(other.status == 2 && other.err.contains("E0071"), "{verb}: {other:?}");
    }
    // The layout does not depend on it.
    assert_eq!(scratch.run("fmt w/p").status, 0);
}

#[test]
fn another_version_is_said_before_anything_else() {
    let scratch = scratch("required_version = \">=9\"\nfrom_the_future = 1\n");
    scratch.write("w/p/y.roles", "a word from the future\n");
    let run = scratch.run("check w/p --format concise");
    assert_eq!((run.status, run.out.lines().count()), (2, 1), "{run:?}");
    assert!(run.out.contains("E0075") && run.out.contains("wants rolecall `>=9`"), "{run:?}");
    for wanted in ["0.1", "^0.1", "", ">=0.1 <2"] {
        scratch.write("w/rolecall.toml", format!("required_version = \"{wanted}\"\n"));
        let run = scratch.run("config show w/p");
        assert!(run.status == 2 && run.err.contains("E0072") && run.err.contains(">=0.1, <0.3"), "{wanted}: {run:?}");
    }
}

#[test]
fn files_that_cannot_be_read() {
    let scratch = scratch("");
    let concise = |scratch: &Scratch| scratch.run("check w/p --format concise").out;
    scratch.write("w/rolecall.toml", b"# \xcf\xfa\xca\xdb\n");
    insta::assert_snapshot!(concise(&scratch), @"w/rolecall.toml:1:3: E0055 `../rolecall.toml` is saved as GBK: byte 3 of the file (line 1) starts no UTF-8 character");
    scratch.write("w/rolecall.toml", "# a comment\n".repeat(900_000));
    insta::assert_snapshot!(concise(&scratch), @"w/rolecall.toml:1:1: E0054 `../rolecall.toml` has 10800000 bytes; at most 1048576 are read");
    std::fs::remove_file(scratch.path("w/rolecall.toml")).unwrap();
    std::fs::create_dir(scratch.path("w/rolecall.toml")).unwrap();
    insta::assert_snapshot!(concise(&scratch), @"w/rolecall.toml:1:1: E0053 `../rolecall.toml` is no ordinary file");
    std::fs::remove_dir(scratch.path("w/rolecall.toml")).unwrap();
    assert_eq!(scratch.run("check w/p --fail-level error").status, 0);
}

/// Nothing that stands in a config makes the program stop with anything but a report.
#[test]
fn odd_texts_are_reported() {
    let scratch = scratch("");
    let nested = format!("a = {}", "[".repeat(5000));
    for config in [
        "a = [1,\nb",
        "[lint]\n[lint]\n",
        "lint = 1",
        "lint = []",
        "[[lint]]",
        "x.y.z = 1",
        "\u{feff}[lint]",
        "=",
        "\"\" = 1",
        &nested,
        "[lint.levels]\n\"\" = \"off\"",
        "[lint.budgets]\ndepth = 1_000_0000000000000000",
        "[lint.budgets]\ndepth = 1.5",
        "[lint]\nnever_waive = \"x\"",
    ] {
        scratch.write("w/rolecall.toml", config);
        let run = scratch.run("check w/p --format concise");
        run.assert_safe();
        let told = run.out.lines().next().is_some_and(|line| line.starts_with("w/rolecall.toml:"));
        assert!(config.starts_with('\u{feff}') || run.status == 2 && told, "{config}: {run:?}");
    }
}

#[test]
fn show_says_where_values_come_from() {
    let scratch = scratch(
        "required_version = \">=0.1, <2\"\n[lint]\nnever_waive = [\"leaky-suspension\"]\n[lint.levels]\ntime = \"error\"\n\
         unheld-role = \"off\"\n[lint.waivers]\nlongest_days = 90\n[lint.budgets]\ndepth = 4\n",
    );
    let run = scratch.run("config show w/p --level window-over=warning --fail-level error");
    let lines: Vec<String> =
        run.out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in [
        "required_version >=0.1, <2 w/rolecall.toml:1",
        "fail_level error command line",
        "lint.never_waive leaky-suspension w/rolecall.toml:3",
        "lint.levels.covered-allow info at most, as the rule judges default",
        "lint.levels.clock-change error w/rolecall.toml:5 (group time)",
        "lint.levels.unheld-role off w/rolecall.toml:6",
        "lint.levels.window-over warning command line",
        "lint.waivers.longest_days 90 w/rolecall.toml:8",
        "lint.budgets.depth 4 w/rolecall.toml:10",
        "lint.budgets.rights_per_role 200 default",
    ] {
        assert!(lines.iter().any(|known| known == line), "{line}\n{}", run.out);
    }
    let chinese = scratch.run("config show w/p --lang zh");
    assert!(chinese.out.contains("默认") && chinese.out.contains("（规则组 `time`）"), "{chinese:?}");
    std::fs::remove_file(scratch.path("w/rolecall.toml")).unwrap();
    std::fs::remove_file(scratch.path("rolecall.toml")).unwrap();
    let none = scratch.run("config show w/p");
    assert!(none.status == 0 && none.err.starts_with("no rolecall.toml from here up"), "{none:?}");
}

#[test]
fn flags_that_cannot_be() {
    let scratch = scratch("[lint]\nnever_waive = [\"leaky-suspension\"]\n");
    for (flags, message) in [
        (
            "--level unhold-role=off",
            "error: no rule or group of rules named `unhold-role`\n  help: did you mean `unheld-role`?\n",
        ),
        (
            "--level unheld-role",
            "error: `unheld-role` is no level; write `RULE=LEVEL`, as in `--level unheld-role=off`\n",
        ),
        (
            "--level unheld-role=high",
            "error: `unheld-role` cannot have that level\n  help: write `\"off\"`, `\"info\"`, `\"warning\"` or `\"error\"`\n",
        ),
        ("--level unknown-role=info", "error: `unknown-role` is an error of the language, not a rule\n"),
        (
            "--level leaky-suspension=off",
            "error: `leaky-suspension` cannot be off: `never_waive` in `rolecall.toml` names it\n",
        ),
        ("--level time=off", "error: `leaky-suspension` cannot be off: `never_waive` in `rolecall.toml` names it\n"),
        (
            "--only xyzzy",
            "error: no rule or group of rules named `xyzzy`\n  help: `rolecall lint --list` shows all rules and their groups\n",
        ),
    ] {
        let run = scratch.run(&format!("lint w/p {flags}"));
        assert_eq!((run.status, run.err.as_str()), (2, message), "{flags}");
    }
}

/// Everything that `config show` prints can be written into the file again, and means the same.
#[test]
fn the_defaults_written_down_are_the_defaults() {
    let scratch = scratch("");
    let show = |scratch: &Scratch| -> Vec<(String, Value)> {
        let json: Value = serde_json::from_str(&scratch.run("config show w/p --format json").out).unwrap();
        let values = json["values"].as_array().unwrap().clone();
        values.iter().map(|value| (value["key"].as_str().unwrap().to_owned(), value["value"].clone())).collect()
    };
    let before = show(&scratch);
    let mut written = String::new();
    for (key, value) in &before {
        if !value.is_null() {
            written.push_str(&format!("{key} = {value}\n"));
        }
    }
    scratch.write("w/rolecall.toml", &written);
    assert_eq!(before, show(&scratch));
    assert!(before.len() > 30, "{before:?}");
}

fn document(name: &str) -> String {
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

#[test]
fn the_schema_is_that_of_the_program() {
    let schema = Scratch::new().run("config schema").out;
    assert!(
        document("rolecall.schema.json") == schema,
        "docs/rolecall.schema.json is old: cargo run -- config schema > docs/rolecall.schema.json"
    );
}

/// The schema knows every key that the reader knows, with its bounds, and nothing else.
#[test]
fn the_schema_knows_every_key() {
    use rolecall::config::{Key, Kind};
    let schema: Value = serde_json::from_str(&document("rolecall.schema.json")).unwrap();
    let mut count = 0;
    for key in Key::all() {
        let mut at = &schema;
        for part in key.table.split('.').filter(|part| !part.is_empty()).chain([key.name]) {
            assert_eq!(at["additionalProperties"], Value::Bool(false));
            at = &at["properties"][part];
        }
        assert_eq!(at["description"].as_str(), Some(key.about), "{}", key.path());
        if let Kind::Number(most) = key.kind {
            assert_eq!((at["minimum"].as_u64(), at["maximum"].as_u64()), (Some(0), Some(u64::from(most))));
        }
        count += 1;
    }
    fn keys(at: &Value) -> usize {
        let own =
            at["properties"].as_object().map_or(0, |p| p.iter().filter(|(_, v)| v["description"].is_string()).count());
        own + at["properties"].as_object().map_or(0, |p| p.values().map(keys).sum::<usize>())
    }
    assert_eq!(keys(&schema), count);
}

#[test]
fn the_documentation_names_every_key_group_and_default() {
    use rolecall::config::Key;
    use rolecall::lint::{Budgets, Group};
    let page = document("config.md");
    for key in Key::all() {
        assert!(
            page.contains(&format!("`{}`", key.name)) || page.contains(&format!("[{}]", key.path())),
            "{}",
            key.path()
        );
    }
    for group in Group::ALL {
        assert!(page.contains(&format!("`{}`", group.name())), "{}", group.name());
    }
    for budget in Budgets::ALL {
        assert!(page.contains(&format!("| `{}` | {} |", budget.key, budget.default)), "{}", budget.key);
    }
}

#[test]
fn no_rule_has_the_name_of_a_group() {
    use rolecall::lint::{Group, rules};
    for rule in rules() {
        assert!(Group::named(rule.code.name).is_none(), "{}", rule.code.name);
    }
    let findings = rolecall::diagnostic::ALL.iter().flat_map(|family| family.iter()).filter(|code| code.is_finding());
    let missing: Vec<&str> =
        findings.map(|code| code.name).filter(|name| rolecall::lint::rule(name).is_none()).collect();
    assert!(missing.is_empty(), "findings without a group: {missing:?}");
}
