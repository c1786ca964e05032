//! Requests and answers as JSON lines.

use super::agree::{OPTIONS, build};
use rolecall::runtime::Scratch;
use rolecall::source::SourceSet;
use rolecall::table::Table;
use rolecall::wire::{Instant, Json, Options, decide_line, parse_instant};

const POLICY: &str = r#"
policy p { language 1 timezone "Asia/Shanghai" roles from request: Guest, Clerk subject types user, identity }
subject { attribute grade : number from table attribute badge : number }
request { attribute device : managed | private attribute amount : number }
object Customer {
  record actions read, update
  record owner is owner
  attribute level : number from records
  attribute tags : set of text
  field phone
}
role Rep {
  allow read Customer within own
  mask Customer (phone)
}
role Boss inherits Rep { allow update Customer within all when request.amount <= 12.5 and record.level > 2 }
role Guest { allow read Customer within all when record.tags has "café" }
role Clerk { allow read Customer within all when subject.grade is 3 }
user ann { grade = 3 }
user bob other id "bob@x.example"
assign Boss to ann
delegate Boss of ann to bob from 2026-01-01 before 2027-01-01
suspend actions update on Customer from 2026-12-01 before 2026-12-02 because "inventory"
"#;

fn ask(line: &str) -> String {
    ask_with(line, OPTIONS).0
}

fn ask_with(line: &str, options: Options) -> (String, bool) {
    let bytes = build(&SourceSet::from_texts([("p.roles", POLICY)])).unwrap_or_else(|why| panic!("{why}"));
    let table = Table::open(&bytes).expect("a table");
    decide_line(&table, line.as_bytes(), options, &mut Scratch::new(&table))
}

#[test]
fn a_session_names_roles_that_somebody_can_hold() {
    let line = |role: &str| {
        format!(
            r#"{{"subject":{{"type":"user","id":"ann"}},"action":{{"name":"read"}},"resource":{{"type":"Customer","properties":{{"owner":"ann"}}}},"context":{{"time":"2026-06-01T10:00:00Z","active_roles":["Boss",{role:?}]}}}}"#
        )
    };
    let no = ask(&line("Bos"));
    assert!(no.contains("bad-request") && no.contains("Bos"), "{no}");
    let yes = ask(&line("Guest"));
    assert!(yes.contains("\"decision\":true") && yes.contains("context.active_roles.Guest"), "{yes}");
}

#[test]
fn answers() {
    let read = r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer","id":"c","properties":{"owner":"ann","level":9}},"context":{"time":"2026-06-01T10:00:00+08:00","unheard":{"of":[1]}}}"#;
    insta::assert_snapshot!(ask(read), @r#"{"decision":true,"context":{"reason":"allow","by":[{"role":"Rep","through":"Boss","file":"p.roles","line":13}],"hidden":[],"masked":["phone"],"missing":[],"ignored":["record.level"],"valid_until":null}}"#);
    let update = r#"{"subject":{"type":"identity","id":"bob@x.example","properties":{"grade":9}},"action":{"name":"update","properties":{"amount":12.5}},"resource":{"type":"Customer"},"context":{"time":"2026-06-01T10:00:00Z"}}"#;
    insta::assert_snapshot!(ask(update), @r#"{"decision":false,"context":{"reason":"condition","by":[{"role":"Boss","file":"p.roles","line":16}],"hidden":[],"masked":[],"missing":["record.level"],"ignored":["subject.grade"],"valid_until":"2027-01-01T00:00:00+08:00"}}"#);
    let stranger = r#"{"subject":{"type":"user","id":"zed","properties":{"roles":["Guest","Boss"]}},"action":{"name":"read"},"resource":{"type":"Customer","properties":{"tags":["cafe\u0301"]}},"context":{"time":"2026-06-01T10:00:00Z"}}"#;
    insta::assert_snapshot!(ask(stranger), @r#"{"decision":true,"context":{"reason":"allow","by":[{"role":"Guest","file":"p.roles","line":17}],"hidden":[],"masked":[],"missing":[],"valid_until":null}}"#);
    let field = r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read","properties":{"field":"phone"}},"resource":{"type":"Customer","properties":{"owner":"ann"}}}"#;
    insta::assert_snapshot!(ask(field), @r#"{"decision":false,"context":{"reason":"deny","by":[{"role":"Rep","through":"Boss","file":"p.roles","line":14}],"hidden":[],"masked":["phone"],"missing":[],"valid_until":null}}"#);
    let role = r#"{"subject":{"type":"role","id":"Clerk"},"action":{"name":"read"},"resource":{"type":"Customer"}}"#;
    insta::assert_snapshot!(ask(role), @r#"{"decision":false,"context":{"reason":"condition","by":[{"role":"Clerk","file":"p.roles","line":18}],"hidden":[],"masked":[],"missing":["subject.grade"],"valid_until":null}}"#);
    insta::assert_snapshot!(ask_with(role, Options { witness: false, ..OPTIONS }).0, @r#"{"decision":false,"context":{"reason":"unknown-subject"}}"#);
}

#[test]
fn held_records_are_read_and_the_clock_is_the_callers() {
    let bytes = build(&SourceSet::from_texts([("p.roles", POLICY)])).unwrap_or_else(|why| panic!("{why}"));
    let table = Table::open(&bytes).expect("a table");
    let line = r#"{"subject":{"type":"user","id":"bob"},"action":{"name":"update"},"resource":{"type":"Customer","id":"c"},"context":{"amount":12.5,"time":"2031-06-01T10:00:00Z"}}"#;
    let options = Options { now: 1_790_000_000_000, trust_time: false, witness: false };
    let mut request = rolecall::wire::WireRequest::parse(&table, line.as_bytes(), options).expect("a request");
    assert_eq!(request.resource(), ("Customer", Some("c")));
    assert_eq!(request.time(), 1_790_000_000_000);
    let Json::Object(held) = Json::parse(br#"{"level":2.0001,"owner":null}"#).expect("JSON") else { panic!() };
    request.hold(&held);
    let mut scratch = Scratch::new(&table);
    let answer = request
        .with(|request| rolecall::wire::answer(&table, &rolecall::runtime::decide(&table, request, &mut scratch)));
    insta::assert_snapshot!(answer, @r#"{"decision":true,"context":{"reason":"allow","by":[{"role":"Boss","file":"p.roles","line":16}],"hidden":["owner"],"masked":["phone"],"missing":[],"on_behalf_of":"ann","valid_until":"2026-12-01T00:00:00+08:00"}}"#);
}

#[test]
fn what_is_no_request() {
    let lines = [
        "",
        "nonsense",
        "[]",
        "{}",
        r#"{"subject":1}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer"}} x"#,
        r#"{"subject":{"type":"user","id":"ann","id":"bob"},"action":{"name":"read"},"resource":{"type":"Customer"}}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer"},"extra":[{"a":1,"a":2}]}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer","properties":{"é":1,"e\u0301":2}}}"#,
        r#"{"subject":{"type":"user","id":7},"action":{"name":"read"},"resource":{"type":"Customer"}}"#,
        r#"{"subject":{"type":"user","id":"ann","properties":{"roles":"Boss"}},"action":{"name":"read"},"resource":{"type":"Customer"}}"#,
        r#"{"subject":{"type":"user","id":"ann","properties":{"roles":[1]}},"action":{"name":"read"},"resource":{"type":"Customer"}}"#,
        r#"{"subject":{"type":"user","id":"ann","properties":[]},"action":{"name":"read"},"resource":{"type":"Customer"}}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read","properties":{"field":null}},"resource":{"type":"Customer"}}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer","id":5}}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer"},"context":{"time":5}}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer"},"context":{"time":"2026-06-01"}}"#,
        r#"{"subject":{"type":"user","id":"ann"},"action":{"name":"read"},"resource":{"type":"Customer"},"context":{"active_roles":"Boss"}}"#,
        r#"{"subject":{"type":"user","id":"\ud800"},"action":{"name":"read"},"resource":{"type":"Customer"}}"#,
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\u{1}\"}}",
    ];
    let mut shown = String::new();
    for line in lines {
        let (answer, is_request) = ask_with(line, OPTIONS);
        assert!(!is_request, "{line}");
        shown += &format!("{}\n  {answer}\n", line.escape_debug());
    }
    insta::assert_snapshot!(shown);
    assert!(!ask_with("\u{feff}{}", OPTIONS).1, "a byte-order mark");
    let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    assert_eq!(Json::parse(deep.as_bytes()).unwrap_err().to_string(), "nested deeper than 32 levels");
    assert_eq!(Json::parse(&[b' '; 1_048_577]).unwrap_err().to_string(), "longer than 1048576 bytes");
    assert_eq!(Json::parse(b"\"\xff\"").unwrap_err().to_string(), "not UTF-8 at byte 1");
    let many: String = (0..40).map(|n| format!("\"m{n}\":0,")).collect();
    assert!(Json::parse(format!("{{{many}\"m40\":0}}").as_bytes()).is_ok());
    for again in [0, 20, 39] {
        let error = Json::parse(format!("{{{many}\"m{again}\":0}}").as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), format!("member \"m{again}\" comes twice"));
    }
}

#[test]
fn numbers_are_exact() {
    let number = |text: &str| match Json::parse(text.as_bytes()) {
        Ok(Json::Number(number)) => Ok(number),
        other => Err(other),
    };
    for (text, expect) in [
        ("0", Some(0)),
        ("-0", Some(0)),
        ("12.5", Some(125_000)),
        ("-12.5", Some(-125_000)),
        ("0.0001", Some(1)),
        ("99999999999999.9999", Some(999_999_999_999_999_999)),
        ("-99999999999999.9999", Some(-999_999_999_999_999_999)),
        ("100000000000000", None),
        ("123456789012345678901234567890", None),
        ("0.00001", None),
        ("1e3", None),
        ("1E-2", None),
    ] {
        assert_eq!(number(text), Ok(expect), "{text}");
    }
    for text in ["01", "+1", ".5", "1.", "-", "1e", "0x1", "NaN", "1_0"] {
        assert!(Json::parse(text.as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn instants() {
    for (text, expect) in [
        ("1970-01-01T00:00:00Z", Some(0)),
        ("1970-01-01t08:00:00.001+08:00", Some(1)),
        ("1969-12-31 19:59:59.9999999-04:00", Some(-1)),
        ("2026-11-23T10:00:00+08:00", Some(1_795_399_200_000)),
        ("2016-12-31T23:59:60Z", Some(1_483_228_799_000)),
        ("2026-02-29T00:00:00Z", None),
        ("2026-13-01T00:00:00Z", None),
        ("2026-11-23T24:00:00Z", None),
        ("2026-11-23T10:00:00", None),
        ("2026-11-23T10:00:00.Z", None),
        ("2026-11-23T10:00:00+0800", None),
        ("2026-11-23T10:00Z", None),
        ("２０26-11-23T10:00:00Z", None),
        ("+026-11-23T10:00:00Z", None),
        ("", None),
    ] {
        assert_eq!(parse_instant(text), expect, "{text}");
    }
    let bytes = build(&SourceSet::from_texts([("p.roles", POLICY)])).unwrap_or_else(|why| panic!("{why}"));
    let table = &Table::open(&bytes).expect("a table");
    for at in [i64::MIN, -1, 0, 1_795_399_200_123, i64::MAX] {
        let text = Instant { table, at }.to_string();
        let back = parse_instant(&text).expect("an instant");
        assert!(back == at || at == i64::MIN || at == i64::MAX, "{text}");
    }
}
