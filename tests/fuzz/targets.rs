//! What holds of any input: one function a target, each of bytes. `fuzz/` hands them to libFuzzer, `cargo test` a few
//! seconds' worth of hostile and mutated input.

use rolecall::compile::{Compilation, Options, compile as compile_policy};
use rolecall::diagnostic::{Diagnostic, Severity};
use rolecall::format::format;
use rolecall::lower::seal;
use rolecall::message::Lang;
use rolecall::render::{Style, concise, diagnostic_json, human};
use rolecall::runtime::{Question, Record, Request, Scratch, Subject, Value, decide, trace, what_can, who_can};
use rolecall::serve::Desk;
use rolecall::source::{DataFile, FileId, Interner, PackageId, SourceFile, SourceSet};
use rolecall::table::{Table, holdings, rows};
use rolecall::{read, syntax, wire};
use std::sync::OnceLock;

/// 2026-11-24 02:00 UTC.
const NOW: i64 = 1_795_485_600_000;

const SAMPLE: &str = include_str!("../cases/design-example/main.roles");
const PEOPLE: &str = include_str!("../cases/design-example/people.csv");

/// Parsing never fails. What parses cleanly formats to text that means the same and formats to itself, and can be read
/// in both languages; what does not is reported within the text.
pub fn parse(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let file = SourceFile::new("main.roles", PackageId(0), text);
    let mut names = Interner::default();
    let parsed = syntax::parse(FileId(0), &file, &mut names);
    let sources = SourceSet::from_texts([("main.roles", text)]);
    reported(&sources, &parsed.diagnostics);
    if parsed.diagnostics.iter().any(|found| found.severity == Severity::Error) {
        assert!(format(&file, &parsed.ast, &mut names).is_err(), "a text with errors was formatted");
        return;
    }
    let once = format(&file, &parsed.ast, &mut names).expect("clean text is formatted and keeps its meaning");
    let again = SourceFile::new("main.roles", PackageId(0), once.as_str());
    let ast = syntax::parse(FileId(0), &again, &mut names).ast;
    let twice = format(&again, &ast, &mut names).expect("formatted text is formatted");
    assert_eq!(once, twice, "formatting changes what it formatted");
    for lang in [Lang::En, Lang::Zh] {
        let _ = read::text(&read::read(std::slice::from_ref(&parsed.ast), &names), lang);
    }
}

/// Any text is compiled or refused with an error; twice it comes out the same; a table opens and answers. What stands
/// behind a NUL is `people.csv`.
pub fn compile(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == 0);
    let policy = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let people = parts.next().map_or_else(|| PEOPLE.as_bytes().to_vec(), <[u8]>::to_vec);
    compiled(&policy, &people);
}

/// Any bytes as a people file: read, or refused with an error.
pub fn people(data: &[u8]) {
    compiled(SAMPLE, data);
}

/// Any bytes are refused as a table or answer whatever is asked. Read as edits of a good table (place, value), its hashes
/// put right, they get past the first check.
pub fn open_table(data: &[u8]) {
    let mut scratch = Scratch::default();
    if let Ok(table) = Table::open(data) {
        ask_everything(&table, &mut scratch);
    }
    let mut forged = sample().to_vec();
    for edit in data.chunks_exact(4).take(64) {
        let [low, middle, high, value] = edit else { continue };
        let at = usize::from(*low) | usize::from(*middle) << 8 | usize::from(*high) << 16;
        let length = forged.len();
        if let Some(byte) = forged.get_mut(at % length) {
            *byte = *value;
        }
    }
    seal(&mut forged);
    if let Ok(table) = Table::open(&forged) {
        ask_everything(&table, &mut scratch);
    }
}

/// Any line gets one answer, which is JSON; a line that is no request is never allowed.
pub fn request(data: &[u8]) {
    let table = Table::open(sample()).expect("the sample is a table");
    let mut scratch = Scratch::new(&table);
    for (witness, trust_time) in [(false, false), (true, true)] {
        let options = wire::Options { witness, trust_time, now: NOW };
        let (answer, good) = wire::decide_line(&table, data, options, &mut scratch);
        assert!(wire::Json::parse(answer.as_bytes()).is_ok(), "{answer}");
        assert!(good || answer.starts_with("{\"decision\":false"), "{answer}");
        assert!(!answer.contains('\n'), "{answer}");
    }
}

/// Any body posted to any endpoint gets one answer in JSON: a decision, or a refusal with its code. What is no JSON is
/// refused.
pub fn body(data: &[u8]) {
    const PATHS: [&str; 8] = [
        "/access/v1/evaluation",
        "/access/v1/evaluations",
        "/access/v1/search/subject",
        "/access/v1/search/resource",
        "/access/v1/search/action",
        "/v1/data/rolecall/allow",
        "/v1/data/rolecall/decision",
        "/v1/data/other",
    ];
    static DESK: OnceLock<Desk> = OnceLock::new();
    let desk = DESK.get_or_init(|| {
        let mut records = wire::Records::default();
        let record = br#"{"type":"Customer","id":"c-1","properties":{"sales_owner":"li.na","department":"East"}}"#;
        records.add(record).expect("a record");
        Desk::open(sample().to_vec(), records).expect("the sample is a table")
    });
    let Some((first, body)) = data.split_first() else { return };
    let path = PATHS[usize::from(*first) % PATHS.len()];
    for explain in [false, true] {
        let (status, answer) = desk.post(path, body, NOW, explain);
        let said = wire::Json::parse(answer.as_bytes()).expect("the answer is JSON");
        match status {
            200 => assert!(wire::Json::parse(body).is_ok(), "{path}: {answer}"),
            400 | 413 => assert!(said.get("code").is_some() && said.get("message").is_some(), "{path}: {answer}"),
            _ => panic!("{path}: {status} {answer}"),
        }
    }
}

/// Asks everything of a table that may hold anything.
pub fn ask_everything(table: &Table<'_>, scratch: &mut Scratch) {
    let properties = [("owner", Value::Text("li.na")), ("holder", Value::Null), ("dept", Value::Text("East"))];
    let record = Some(Record { id: Some("c-1"), properties: &properties, held: &[] });
    for user in 0..table.users().min(3) {
        for right in 0..table.rights().min(12) {
            let object = table.object_of(right).unwrap_or(0);
            let request = Request {
                subject: Subject::Id(table.user_name(user)),
                action: table.action_name(right),
                object: table.object_name(object),
                field: None,
                record,
                subject_attributes: &[("clearance", Value::Number(1))],
                request_attributes: &[("ip", Value::Text("10.0.0.1")), ("mfa", Value::Boolean(true))],
                roles: &["Clerk", "Guest"],
                active_roles: None,
                time: 1_785_542_400_000,
            };
            let _ = decide(table, &request, scratch).allowed;
            let field = table.fields_of(object).next().map(|field| table.field_name(field));
            let _ = trace(table, &Request { field, ..request }).allowed;
        }
    }
    let question = Question { action: "read", object: "Customer", field: None, time: 0 };
    let _ = who_can(table, &question);
    let _ = what_can(table, Subject::Id(table.user_name(0)), 0);
    let _ = rows(table).take(200).count() + holdings(table).take(200).count();
}

fn sources(policy: &str, people: &[u8]) -> SourceSet {
    let mut sources = SourceSet::from_texts([("main.roles", policy)]);
    sources.data.push(DataFile { path: "people.csv".into(), package: PackageId(0), bytes: people.into() });
    sources
}

fn compiled(policy: &str, people: &[u8]) {
    let sources = sources(policy, people);
    // Small, so that proofs of nonsense end soon.
    let options = Options { budget: 5_000, test: true, now: Some(NOW), ..Options::default() };
    let first = compile_policy(&sources, options);
    reported(&sources, &first.diagnostics);
    let bytes = |compilation: &Compilation| compilation.table(&sources).and_then(Result::ok);
    let Some(table) = bytes(&first) else { return };
    assert_eq!(bytes(&compile_policy(&sources, options)), Some(table.clone()), "another table the second time");
    let table = Table::open(&table).expect("a table that was written opens");
    ask_everything(&table, &mut Scratch::new(&table));
}

/// Every report can be shown in every form, and its places and mends lie in the text.
fn reported(sources: &SourceSet, found: &[Diagnostic]) {
    for diagnostic in found.iter().take(30) {
        for lang in [Lang::En, Lang::Zh] {
            let style = Style { lang, color: false, base: "" };
            let shown = human(sources, diagnostic, style) + &concise(sources, diagnostic, style);
            let controls = shown.chars().any(|c| c.is_control() && c != '\n');
            assert!(!controls, "control characters reach the terminal: {shown:?}");
            let _ = diagnostic_json(sources, diagnostic, style).to_string();
        }
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            let text = sources.file(edit.span.file).map_or("", |file| &file.text);
            assert!(text.get(edit.span.start as usize..edit.span.end as usize).is_some(), "{edit:?}");
        }
    }
}

fn sample() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let sources = sources(SAMPLE, PEOPLE.as_bytes());
        let compilation = compile_policy(&sources, Options { prove: false, lint: false, ..Options::default() });
        compilation.table(&sources).expect("the sample compiles").expect("the sample fits")
    })
}
