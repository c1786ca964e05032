//! The table against the rulings, and against the reference interpreter over random policies.

use crate::generate::{self, Dice, Draft, requests};
use crate::properties::subject;
use crate::reference::{self, Answer, Properties, Reference, Subject, Value};
use crate::semantics;
use rolecall::compile::{Options, compile};
use rolecall::message::Lang;
use rolecall::runtime::{Scratch, decide};
use rolecall::source::{DataFile, PackageId, SourceSet};
use rolecall::table::Table;
use rolecall::wire::{self, Json, WireError, WireRequest};
use serde_json::{Value as Plain, json};
use std::collections::BTreeSet;

/// The bytes of a package's table, its guarantees unproved.
pub fn build(sources: &SourceSet) -> Result<Vec<u8>, String> {
    let compilation = compile(sources, Options { prove: false, ..Options::default() });
    match compilation.table(sources) {
        Some(bytes) => bytes.map_err(|error| error.to_string()),
        None => Err(compilation
            .diagnostics
            .iter()
            .filter(|d| d.severity == rolecall::diagnostic::Severity::Error)
            .map(|d| format!("{} {} at {}", d.code.id, d.message.render(Lang::En), sources.text(d.primary.span)))
            .collect::<Vec<_>>()
            .join("\n")),
    }
}

/// Requests may choose their time.
pub const OPTIONS: wire::Options = wire::Options { now: 0, trust_time: true, witness: true };

/// What the table answers, in the reference's words.
fn ask(table: &Table<'_>, request: &WireRequest, scratch: &mut Scratch) -> Answer {
    request.with(|request| {
        let decision = decide(table, request, scratch);
        Answer { missing: BTreeSet::new(), ..subject::told(table, &decision) }
    })
}

/// Whether both say the same; of several delegators the table names one.
fn agree(table: &Answer, reference: &Answer) -> bool {
    let behalf = table.on_behalf_of.is_empty() == reference.on_behalf_of.is_empty()
        && table.on_behalf_of.is_subset(&reference.on_behalf_of);
    behalf
        && Answer { on_behalf_of: BTreeSet::new(), ..table.clone() }
            == Answer { on_behalf_of: BTreeSet::new(), ..reference.clone() }
}

fn plain(value: &Value) -> Plain {
    match value {
        Value::Null => Plain::Null,
        Value::Boolean(b) => Plain::Bool(*b),
        Value::Number(n) => {
            let (sign, n) = (if *n < 0 { "-" } else { "" }, n.unsigned_abs());
            let text = format!("{sign}{}.{:04}", n / 10_000, n % 10_000);
            json!({ "$number": text })
        }
        Value::Text(text) => Plain::String(text.clone()),
        Value::List(items) => Plain::Array(items.iter().map(plain).collect()),
        Value::Other => json!({}),
    }
}

fn object(properties: &Properties) -> Plain {
    Plain::Object(properties.iter().map(|(name, value)| (name.clone(), plain(value))).collect())
}

/// A request of the reference as it goes over the wire.
pub fn line(request: &reference::Request) -> String {
    let (kind, id) = match &request.subject {
        Subject::Id(id) => ("user", id),
        Subject::RoleAlone(role) => ("role", role),
    };
    let mut subject = object(&request.subject_attributes);
    subject["roles"] = json!(request.roles);
    let mut action = json!({});
    if let Some(field) = &request.field {
        action["field"] = json!(field);
    }
    let mut context = object(&request.request_attributes);
    let time = jiff::Timestamp::from_millisecond(request.time).expect("an instant");
    context["time"] = json!(time.to_string());
    if let Some(active) = &request.active_roles {
        context["active_roles"] = json!(active);
    }
    let mut resource = json!({ "type": request.object });
    if let Some(record) = &request.record {
        resource["properties"] = object(&record.properties);
        if let Some(id) = &record.id {
            resource["id"] = json!(id);
        }
    }
    let line = json!({
        "subject": { "type": kind, "id": id, "properties": subject },
        "action": { "name": request.action, "properties": action },
        "resource": resource,
        "context": context,
    });
    text(&line)
}

/// Numbers are written as decimals that no floating point touched.
fn text(json: &Plain) -> String {
    let mut text = json.to_string();
    while let Some(start) = text.find("{\"$number\":\"") {
        let end = start + text[start..].find('}').expect("an end");
        let number = text[start + 12..end - 1].to_string();
        text.replace_range(start..=end, &number);
    }
    text
}

pub fn wired(table: &Table<'_>, request: &reference::Request) -> Result<WireRequest, WireError> {
    let mut wired = WireRequest::parse(table, line(request).as_bytes(), OPTIONS)?;
    if let Some(record) = &request.record {
        let Json::Object(held) = Json::parse(text(&object(&record.held)).as_bytes())? else { unreachable!() };
        wired.hold(&held);
    }
    Ok(wired)
}

#[test]
fn the_table_answers_as_ruled() {
    let mut wrong = Vec::new();
    for (name, folder) in semantics::cases() {
        let text = std::fs::read_to_string(folder.join("requests.jsonl")).unwrap_or_default();
        if text.is_empty() {
            continue;
        }
        let bytes = match build(&semantics::sources(&folder)) {
            Ok(bytes) => bytes,
            Err(why) => {
                wrong.push(format!("{name}: {why}"));
                continue;
            }
        };
        let table = Table::open(&bytes).expect("a table");
        let mut scratch = Scratch::new(&table);
        for line in text.lines() {
            let expect: Plain = serde_json::from_str(line).expect("a request");
            let expect = &expect["expect"];
            let (answer, _) = wire::decide_line(&table, line.as_bytes(), OPTIONS, &mut scratch);
            let answer: Plain = serde_json::from_str(&answer).expect("an answer");
            let context = &answer["context"];
            let set = |list: &Plain| list.as_array().map(|l| l.iter().map(Plain::to_string).collect::<BTreeSet<_>>());
            let same = |of: &str| expect[of].is_null() || set(&expect[of]) == set(&context[of]);
            let fits = expect["decision"] == answer["decision"]
                && expect["reason"] == context["reason"]
                && ["hidden", "masked", "missing", "ignored"].into_iter().all(same)
                && (expect["on_behalf_of"].is_null() || expect["on_behalf_of"] == context["on_behalf_of"]);
            if !fits {
                wrong.push(format!("{name}: {line}\n    answered {answer}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn sources(draft: &Draft) -> SourceSet {
    let mut sources = SourceSet::from_texts(draft.files());
    sources.data = draft
        .data
        .iter()
        .map(|(path, text)| DataFile {
            path: path.as_str().into(),
            package: PackageId(0),
            bytes: text.as_bytes().into(),
        })
        .collect();
    sources
}

/// A draft as the reference and as the table's bytes; `None` if the reference refuses it.
pub fn both(draft: &Draft) -> Option<(Reference, Result<Vec<u8>, String>)> {
    let data: Vec<(&str, &str)> = draft.data.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    let reference = Reference::new(&[("policy.roles", &draft.text())], &data).ok()?;
    Some((reference, build(&sources(draft))))
}

/// What the two say to a request, if it is not the same.
fn differ(
    table: &Table<'_>,
    reference: &Reference,
    request: &reference::Request,
    scratch: &mut Scratch,
) -> Option<String> {
    let wired = match wired(table, request) {
        Ok(wired) => wired,
        // Over the wire a session of roles that nobody can hold is no request.
        Err(_) if request.active_roles.iter().flatten().any(|role| !reference.is_held(role)) => {
            let there = reference.decide(request);
            return there.allowed.then(|| format!("{}\n  reference {there:?}", line(request)));
        }
        Err(error) => return Some(format!("{error}: {}", line(request))),
    };
    let (here, there) = (ask(table, &wired, scratch), reference.decide(request));
    (!agree(&here, &there)).then(|| format!("{}\n  table     {here:?}\n  reference {there:?}", line(request)))
}

/// The first of a seed's requests on which the two differ, on the smallest policy that shows it.
fn difference(seed: u64, requests: usize) -> Option<String> {
    let draft = generate::policy(seed);
    let (reference, bytes) = both(&draft)?;
    // What the compiler refuses and the reference does not is for other tests.
    let bytes = bytes.ok()?;
    let table = Table::open(&bytes).expect("a table");
    let mut scratch = Scratch::new(&table);
    let mut dice = Dice::new(seed);
    for _ in 0..requests {
        let request = requests::request(&reference, &mut dice);
        if differ(&table, &reference, &request, &mut scratch).is_none() {
            continue;
        }
        let still = |draft: &Draft| {
            let Some((reference, Ok(bytes))) = both(draft) else { return None };
            let table = Table::open(&bytes).expect("a table");
            differ(&table, &reference, &request, &mut Scratch::default())
        };
        let small = generate::shrink(&draft, |draft| still(draft).is_some());
        return Some(format!("{}\n{}", still(&small).unwrap_or_default(), small.text()));
    }
    None
}

#[test]
fn the_table_answers_as_the_reference() {
    let number = |name: &str, default: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    let (first, count) = (number("FIRST_SEED", 0), number("SEEDS", 150));
    let wrong: Vec<_> = (first..first + count)
        .filter_map(|seed| Some(format!("seed {seed}: {}", difference(seed, 60)?)))
        .take(3)
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
