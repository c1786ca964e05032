//! What is asked: a policy as the reference and as the table answers it.

use crate::generate::Draft;
use crate::reference::{self, Answer, Properties, Reference, Request, Subject, Value};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::message::Lang;
use rolecall::runtime::{self, Decision, Scratch, decide};
use rolecall::source::SourceSet;
use rolecall::table::Table;
use std::collections::BTreeSet;

/// The sources of a draft.
pub fn sources(draft: &Draft) -> SourceSet {
    sources_of(&draft.files(), &draft.data)
}

pub fn sources_of(files: &[(String, String)], data: &[(String, String)]) -> SourceSet {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let data: Vec<(&str, &str)> = data.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    reference::sources(&files, &data)
}

/// The interpreter of a draft.
pub fn reference(draft: &Draft) -> Result<Reference, String> {
    Reference::of(&sources(draft))
}

/// The bytes of a draft's table, or what the compiler has against it.
pub fn build(draft: &Draft) -> Result<Vec<u8>, String> {
    build_sources(&sources(draft))
}

/// The same of sources. Guarantees are proved: a table that they refuse would never be asked.
pub fn build_sources(sources: &SourceSet) -> Result<Vec<u8>, String> {
    let compilation = compile(sources, Options::build());
    if let Some(bytes) = compilation.table(sources) {
        return bytes.map_err(|error| error.to_string());
    }
    let errors = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    let told =
        errors.map(|d| format!("{} {} at {}", d.code.id, d.message.render(Lang::En), sources.text(d.primary.span)));
    Err(told.collect::<Vec<_>>().join("\n"))
}

/// Something that answers requests.
pub trait Answers {
    fn answer(&mut self, request: &Request) -> Answer;
}

impl Answers for Reference {
    fn answer(&mut self, request: &Request) -> Answer {
        self.decide(request)
    }
}

/// An opened table with the memory that it reuses.
pub struct Asked<'a> {
    pub table: Table<'a>,
    scratch: Scratch,
}

impl<'a> Asked<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        let table = Table::open(bytes).expect("a table just written");
        let scratch = Scratch::new(&table);
        Self { table, scratch }
    }

    /// The answer, and until when it holds.
    pub fn answer_until(&mut self, request: &Request) -> (Answer, Option<i64>) {
        with_borrowed(request, |borrowed| {
            let decision = decide(&self.table, borrowed, &mut self.scratch);
            (told(&self.table, &decision), decision.valid_until)
        })
    }
}

impl Answers for Asked<'_> {
    fn answer(&mut self, request: &Request) -> Answer {
        self.answer_until(request).0
    }
}

/// A decision in the words of the policy.
pub fn told(table: &Table<'_>, decision: &Decision<'_>) -> Answer {
    let fields = |list: &[u32]| list.iter().map(|f| table.field_name(*f).to_string()).collect();
    let attributes = |list: &[u32]| -> BTreeSet<String> {
        list.iter().map(|a| table.attribute_name(*a)).map(|(root, name)| format!("{root}.{name}")).collect()
    };
    let idle = decision.idle_roles.iter().map(|role| format!("context.active_roles.{}", table.held_role_name(*role)));
    Answer {
        allowed: decision.allowed,
        reason: decision.reason.name(),
        hidden: fields(decision.hidden),
        masked: fields(decision.masked),
        on_behalf_of: decision.on_behalf_of.iter().map(|user| table.user_name(*user).to_string()).collect(),
        ignored: attributes(decision.ignored).into_iter().chain(idle).collect(),
        missing: attributes(decision.missing),
    }
}

/// Hands over the request as the library takes it.
pub fn with_borrowed<R>(request: &Request, ask: impl FnOnce(&runtime::Request<'_>) -> R) -> R {
    let record = request.record.clone().unwrap_or_default();
    let lists = [&request.subject_attributes, &request.request_attributes, &record.properties, &record.held];
    let sets: Vec<Vec<Vec<runtime::Value<'_>>>> = lists.iter().map(|list| sets(list)).collect();
    let pairs: Vec<Vec<(&str, runtime::Value<'_>)>> =
        lists.iter().zip(&sets).map(|(list, sets)| pairs(list, sets)).collect();
    let roles: Vec<&str> = request.roles.iter().map(String::as_str).collect();
    let active: Option<Vec<&str>> = request.active_roles.as_ref().map(|a| a.iter().map(String::as_str).collect());
    ask(&runtime::Request {
        subject: match &request.subject {
            Subject::Id(id) => runtime::Subject::Id(id),
            Subject::RoleAlone(role) => runtime::Subject::RoleAlone(role),
        },
        action: &request.action,
        object: &request.object,
        field: request.field.as_deref(),
        record: request.record.as_ref().map(|_| runtime::Record {
            id: record.id.as_deref(),
            properties: &pairs[2],
            held: &pairs[3],
        }),
        subject_attributes: &pairs[0],
        request_attributes: &pairs[1],
        roles: &roles,
        active_roles: active.as_deref(),
        time: request.time,
    })
}

/// The members of each set among the properties, in their order.
fn sets(properties: &Properties) -> Vec<Vec<runtime::Value<'_>>> {
    properties
        .values()
        .filter_map(|value| match value {
            Value::List(members) => Some(members.iter().map(scalar).collect()),
            _ => None,
        })
        .collect()
}

fn pairs<'a>(properties: &'a Properties, sets: &'a [Vec<runtime::Value<'a>>]) -> Vec<(&'a str, runtime::Value<'a>)> {
    let mut sets = sets.iter();
    let pair = |(name, value): (&'a String, &'a Value)| match value {
        Value::List(_) => (name.as_str(), runtime::Value::Set(sets.next().expect("as many as there are lists"))),
        value => (name.as_str(), scalar(value)),
    };
    properties.iter().map(pair).collect()
}

fn scalar(value: &Value) -> runtime::Value<'_> {
    match value {
        Value::Null => runtime::Value::Null,
        Value::Boolean(b) => runtime::Value::Boolean(*b),
        Value::Number(n) => runtime::Value::Number(*n),
        Value::Text(text) => runtime::Value::Text(text),
        // Sets of sets are of no type.
        Value::List(_) | Value::Other => runtime::Value::IllTyped,
    }
}

/// Seeds of the policies to look at: `count`, or as many as `ROLECALL_POLICIES` says; from `ROLECALL_SEED` on.
pub fn seeds(count: u64) -> std::ops::Range<u64> {
    let first = number("ROLECALL_SEED").unwrap_or(0);
    first..first + number("ROLECALL_POLICIES").unwrap_or(count)
}

/// A whole number from the environment.
pub fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}
