//! `timeline` and `graph`: each form once, filters, ranges, and what cannot be told.

use super::program::{Run, Scratch};
use std::collections::BTreeMap;

const POLICY: &str = r#"policy small "小公司" {
  language 1
  timezone "Asia/Shanghai"
}
object Customer "客户" {
  record actions read, update
  record actions export risk high
  record owner is holder
  field phone
}
object Grant administers roles { general actions create }
calendar cn covers 2026 { weekend Saturday, Sunday }
hours office = workdays of cn 09:00 to 18:00
unit HQ { unit East unit West }
role Staff "员工" { allow read Customer within own }
role Rep "销售" inherits Staff {
  last reviewed 2026-09-15 review every quarter
  allow update Customer within own through 2026-12-14
  deny export Customer named no-export before 2026-12-10
}
role Boss "经理" inherits Rep, Staff {
  active office
  allow export Customer within all
}
role Admin { allow create Grant }
user li.na "李娜", wang.fang "王芳" in East
user "o'brien; \"x\"" "O'Brien, \"X\"; \\ 部门" in West
assign Rep to li.na through 2026-12-20
assign Boss to wang.fang
assign Staff to "o'brien; \"x\"" from 2026-12-05
assign Admin to li.na
delegate Rep of li.na to wang.fang from 2026-12-01 through 2026-12-03 because "leave"
#! allow(single-holder) through 2026-12-30 because "a small company"
suspend user li.na from 2026-12-07 with no end review before 2026-12-28 because "ill; away, \"long\""
"#;

const RANGE: &str = "--from 2026-11-30 --to 2027-01-31";

fn scratch() -> Scratch {
    let scratch = Scratch::new();
    scratch.write("p/small.roles", POLICY);
    scratch
}

fn timeline(arguments: &str) -> Run {
    scratch().run(&format!("timeline p {RANGE} {arguments}"))
}

#[test]
fn a_timeline_as_a_table() {
    insta::assert_snapshot!("timeline", timeline("").all());
    insta::assert_snapshot!("timeline_zh", timeline("--lang zh").all());
}

#[test]
fn a_timeline_as_json() {
    let run = timeline("--format json");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    insta::assert_snapshot!("timeline_json", serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn a_timeline_as_a_drawing() {
    let run = timeline("--format svg --lang zh");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    insta::assert_snapshot!("timeline_svg", run.out);
}

/// What RFC 5545 asks for, read by hand: lines end in CRLF, none is longer than 75 octets, what was folded reads as it was
/// meant.
#[test]
fn a_timeline_as_a_calendar() {
    let run = timeline("--format ical");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out, timeline("--format ical").out, "the same twice");
    assert!(run.out.ends_with("END:VCALENDAR\r\n"), "{}", run.out);
    for line in run.out.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{} octets: {line}", line.len());
    }
    let unfolded = run.out.replace("\r\n ", "");
    let mut uids = BTreeMap::new();
    let mut open: Vec<&str> = Vec::new();
    for line in unfolded.split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line}"));
        match name.split(';').next().unwrap() {
            "BEGIN" => open.push(value),
            "END" => assert_eq!(open.pop(), Some(value)),
            "UID" => *uids.entry(value).or_insert(0) += 1,
            "DTSTAMP" => assert_eq!(value, "20261129T160000Z"),
            "DTSTART" => assert!(value.len() == 16 && value.ends_with('Z'), "{line}"),
            "SUMMARY" | "DESCRIPTION" => {
                let mut signs = value.chars();
                while let Some(sign) = signs.next() {
                    assert!(!matches!(sign, ',' | ';'), "not escaped: {line}");
                    if sign == '\\' {
                        assert!(matches!(signs.next(), Some('\\' | ',' | ';' | 'n' | 'N')), "{line}");
                    }
                }
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    assert!(uids.len() > 10 && uids.values().all(|count| *count == 1), "{uids:?}");
    let other = scratch().run("timeline p --from 2026-12-01 --to 2026-12-15 --format ical --lang zh").out;
    let lasting = uids.keys().filter(|uid| other.replace("\r\n ", "").contains(**uid)).count();
    assert!(lasting >= 4, "uids depend on neither range nor language: {lasting}\n{other}");
    insta::assert_snapshot!("timeline_ical", run.out.replace("\r\n", "\n"));
}

#[test]
fn a_timeline_of_one_thing() {
    insta::assert_snapshot!("timeline_person", timeline("--person wang.fang").all());
    insta::assert_snapshot!("timeline_role", timeline("--role Boss").all());
    let object = timeline("--object Grant").out;
    assert!(object.contains("Grant") && !object.contains("Customer"), "{object}");
}

#[test]
fn what_cannot_be_told() {
    let scratch = scratch();
    for arguments in [
        "timeline p --from 2026-12-02 --to 2026-12-01",
        "timeline p --from 2026-12-01 --person li.nah",
        "timeline p --from tomorrow",
        "timeline p/small.roles",
        "timeline nowhere",
        "graph p/small.roles",
    ] {
        let run = scratch.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments}: {run:?}");
        assert!(run.err.starts_with("error") || run.err.contains("E06"), "{arguments}: {}", run.err);
    }
    assert!(scratch.run("timeline p --from 2026-12-01 --person li.nah").err.contains("did you mean `li.na`?"));
    let nothing = scratch.run("timeline p --from 2030-01-01");
    assert!(nothing.status == 0 && nothing.out.contains("nothing starts or ends"), "{nothing:?}");
    // A date is the whole of it, an instant is not.
    let day = scratch.run("timeline p --from 2026-12-05 --to 2026-12-05");
    assert!(day.out.contains("O'Brien"), "{day:?}");
    let none = scratch.run_words(&["timeline", "p", "--from", "2026-12-04", "--to", "2026-12-05 00:00"], &[], "");
    assert!(!none.out.contains("O'Brien"), "{none:?}");
}

#[test]
fn graphs_for_a_terminal() {
    let scratch = scratch();
    let mut all = String::new();
    for of in ["roles", "units", "escalation", "matrix"] {
        for lang in ["en", "zh"] {
            all += &format!("== {of} {lang}\n{}", scratch.run(&format!("graph p --of {of} --lang {lang}")).all());
        }
    }
    insta::assert_snapshot!("graph_tree", all);
}

#[test]
fn graphs_for_other_tools() {
    let scratch = scratch();
    let mut all = String::new();
    for of in ["roles", "units", "escalation", "matrix"] {
        for format in ["dot", "mermaid"] {
            let run = scratch.run(&format!("graph p --of {of} --format {format}"));
            assert_eq!((run.status, run.err.as_str()), (0, ""));
            all += &format!("== {of} {format}\n{}", run.out);
        }
    }
    insta::assert_snapshot!("graph_tools", all);
    for of in ["roles", "matrix"] {
        let run = scratch.run(&format!("graph p --of {of} --format svg --lang zh"));
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        insta::assert_snapshot!(format!("graph_{of}_svg"), run.out);
    }
}
