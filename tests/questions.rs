//! Questions about a package: `ask.txt` in a case's folder, one question a line. A suite of `cases`.
//!
//! `who ACTION OBJECT at TIME`, `what USER at TIME`, `when USER ACTION OBJECT from TIME until TIME …`,
//! `why USER ACTION OBJECT at TIME …`, with `record k=v …`, `request k=v …`, `roles A …`, `active A …`; an object may be
//! `Object.field`, a time is `2026-12-01T10:00` in Berlin, a subject `role:R` is that role alone.

use crate::proposals;
use crate::support::{Case, clock, plain};
use rolecall::compile::{Options, compile};
use rolecall::explain::{self, Change, Desk, Package, Person, Spot, Way};
use rolecall::message::{Lang, Message};
use rolecall::model::RoleId;
use rolecall::runtime::{Question, Record, Request, Subject, Unanswered, Value};
use rolecall::table::Table;

/// Every question of a case with its answer.
pub fn answers(case: &Case) -> String {
    let sources = case.sources();
    let compilation = compile(&sources, Options { lint: false, ..Options::default() });
    let probes: Vec<RoleId> = (0..compilation.model.roles.len()).map(RoleId::from_index).collect();
    if compilation.has_errors() {
        return plain::diagnostics(&sources, &compilation.diagnostics);
    }
    let bytes = rolecall::lower::lower(&sources, &compilation.model, &compilation.analysis, &probes).unwrap();
    let table = Table::open(&bytes).unwrap();
    let desk = Desk { table: &table, package: Some(Package::new(&sources, &compilation)) };
    let (_, asked) = case.data.iter().find(|(name, _)| name == "ask.txt").expect("ask.txt");
    let mut out = String::new();
    for line in std::str::from_utf8(asked).unwrap().lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        out.push_str(&format!("? {line}\n"));
        Asked::read(line).answer(&desk, &mut out);
        out.push('\n');
    }
    out
}

#[derive(Default)]
struct Asked<'a> {
    verb: &'a str,
    user: &'a str,
    action: &'a str,
    object: &'a str,
    field: Option<&'a str>,
    at: i64,
    from: i64,
    until: i64,
    record: Option<Vec<(&'a str, &'a str)>>,
    request: Vec<(&'a str, &'a str)>,
    roles: Vec<&'a str>,
    active: Option<Vec<&'a str>>,
}

impl<'a> Asked<'a> {
    fn read(line: &'a str) -> Self {
        let mut words = line.split_whitespace();
        let mut asked = Self { verb: words.next().unwrap(), ..Self::default() };
        if asked.verb != "who" {
            asked.user = words.next().unwrap();
        }
        if asked.verb != "what" {
            asked.action = words.next().unwrap();
            let target = words.next().unwrap();
            (asked.object, asked.field) = target.split_once('.').map_or((target, None), |(o, f)| (o, Some(f)));
        }
        let mut list = "";
        while let Some(word) = words.next() {
            match word {
                "at" => asked.at = clock::berlin(words.next().unwrap()),
                "from" => asked.from = clock::berlin(words.next().unwrap()),
                "until" => asked.until = clock::berlin(words.next().unwrap()),
                "record" | "request" | "roles" | "active" => {
                    list = word;
                    if word == "record" {
                        asked.record = Some(Vec::new());
                    }
                    if word == "active" {
                        asked.active = Some(Vec::new());
                    }
                }
                word => match list {
                    "record" => asked.record.as_mut().unwrap().push(word.split_once('=').unwrap()),
                    "request" => asked.request.push(word.split_once('=').unwrap()),
                    "roles" => asked.roles.push(word),
                    "active" => asked.active.as_mut().unwrap().push(word),
                    _ => panic!("{word}"),
                },
            }
        }
        asked
    }

    fn subject(&self) -> Subject<'a> {
        self.user.strip_prefix("role:").map_or(Subject::Id(self.user), Subject::RoleAlone)
    }

    fn answer(&self, desk: &Desk<'_>, out: &mut String) {
        let properties: Vec<(&str, Value<'_>)> =
            self.record.iter().flatten().map(|(key, written)| (*key, value(written))).collect();
        let attributes: Vec<(&str, Value<'_>)> = self.request.iter().map(|(key, v)| (*key, value(v))).collect();
        let record = Record { id: None, properties: &properties, held: &[] };
        let request = Request {
            subject: self.subject(),
            action: self.action,
            object: self.object,
            field: self.field,
            record: self.record.is_some().then_some(record),
            subject_attributes: &[],
            request_attributes: &attributes,
            roles: &self.roles,
            active_roles: self.active.as_deref(),
            time: self.at,
        };
        match self.verb {
            "who" => self.who(desk, out),
            "what" => self.what(desk, out),
            "when" => self.when(desk, &request, out),
            "why" => why(desk, &request, out),
            verb => panic!("{verb}"),
        }
    }

    fn who(&self, desk: &Desk<'_>, out: &mut String) {
        let question = Question { action: self.action, object: self.object, field: self.field, time: self.at };
        match explain::who(desk, &question) {
            Err(reason) => out.push_str(&format!("  {}\n", unanswered(reason))),
            Ok(who) => {
                out.push_str(&format!("  {} people\n", who.people));
                for group in &who.groups {
                    let people: Vec<String> = group.people.iter().map(person).collect();
                    out.push_str(&format!("  {}\n", people.join(", ")));
                    way(&group.way, "    ", out);
                }
                for brought in &who.brought {
                    out.push_str("  whoever brings\n");
                    way(brought, "    ", out);
                }
            }
        }
    }

    fn what(&self, desk: &Desk<'_>, out: &mut String) {
        match explain::what(desk, self.subject(), self.at) {
            Err(reason) => out.push_str(&format!("  {}\n", unanswered(reason))),
            Ok(what) => {
                for note in &what.notes {
                    out.push_str(&format!("  note: {} at {}\n", both(&note.message), spot(note.spot.as_ref())));
                }
                for right in &what.rights {
                    out.push_str(&format!("  {} {}\n", right.action, right.object));
                    right.ways.iter().for_each(|w| way(w, "    ", out));
                }
            }
        }
    }

    fn when(&self, desk: &Desk<'_>, request: &Request<'_>, out: &mut String) {
        match explain::when(desk, request, self.from, self.until) {
            Err(reason) => out.push_str(&format!("  {}\n", unanswered(reason))),
            Ok(when) => {
                for stretch in &when.stretches {
                    let (from, until) = (clock::show(stretch.from), clock::show(stretch.until));
                    out.push_str(&format!("  {from} .. {until}\n"));
                }
                out.push_str(&format!("  seen until {}\n", clock::show(when.seen_until)));
            }
        }
    }
}

fn value(written: &str) -> Value<'_> {
    match written {
        "none" => Value::Null,
        "true" => Value::Boolean(true),
        "false" => Value::Boolean(false),
        text => text.parse::<i64>().map_or(Value::Text(text), |n| Value::Number(n * 10_000)),
    }
}

fn both(message: &Message) -> String {
    let (en, zh) = (message.render(Lang::En), message.render(Lang::Zh));
    if en == zh { en } else { format!("{en} | {zh}") }
}

fn person(person: &Person) -> String {
    person.title.as_ref().map_or_else(|| person.id.clone(), |title| format!("{} \"{title}\"", person.id))
}

fn spot(spot: Option<&Spot>) -> String {
    spot.map_or_else(
        || "?".to_owned(),
        |s| {
            let people = s.people.as_deref().unwrap_or("");
            let row = s.row.map(|row| format!(" row {row} of {people}")).unwrap_or_default();
            format!("{}:{}:{}{row}", s.file, s.line, s.column)
        },
    )
}

fn way(way: &Way, indent: &str, out: &mut String) {
    out.push_str(&format!("{indent}{} at {}", way.path.join(" > "), spot(way.spot.as_ref())));
    if let Some(other) = &way.on_behalf_of {
        out.push_str(&format!(" on behalf of {other}"));
    }
    out.push('\n');
    if let Some(records) = &way.records {
        out.push_str(&format!("{indent}  on {}\n", both(records)));
    }
    way.limits.iter().for_each(|m| out.push_str(&format!("{indent}  {}\n", both(m))));
    way.unless.iter().for_each(|m| out.push_str(&format!("{indent}  unless {}\n", both(m))));
    way.partial.iter().for_each(|m| out.push_str(&format!("{indent}  {}\n", both(m))));
    if !way.fields.is_empty() {
        let only = if way.record { "" } else { "only " };
        out.push_str(&format!("{indent}  {only}fields {}\n", way.fields.join(", ")));
    }
    if let Some(until) = way.valid_until {
        out.push_str(&format!("{indent}  until {}\n", clock::show(until)));
    }
}

fn why(desk: &Desk<'_>, request: &Request<'_>, out: &mut String) {
    let why = explain::why(desk, request);
    out.push_str(&format!("  {:?} because {}\n", why.verdict, why.reason.name()));
    for way in &why.ways {
        self::way(way, "    ", out);
    }
    for climb in &why.climbs {
        out.push_str(&format!(
            "  {} at {}: {}\n",
            climb.path.join(" > "),
            spot(climb.spot.as_ref()),
            climb.reached.name()
        ));
        climb.rule.iter().for_each(|rule| out.push_str(&format!("    {}\n", both(rule))));
        let behalf = climb.on_behalf_of.as_ref().map(|p| format!(" on behalf of {}", person(p))).unwrap_or_default();
        out.push_str(&format!("    held at {}{behalf}\n", spot(climb.held_at.as_ref())));
        climb.because.iter().for_each(|m| out.push_str(&format!("    {}\n", both(m))));
    }
    for obstacle in &why.obstacles {
        let reason = obstacle.reason.as_ref().map(|r| format!(" ({r})")).unwrap_or_default();
        let step = obstacle.step.name();
        out.push_str(&format!("  {step}: {}{reason} at {}\n", both(&obstacle.message), spot(obstacle.spot.as_ref())));
    }
    for (name, list) in
        [("hidden", &why.hidden), ("masked", &why.masked), ("missing", &why.missing), ("ignored", &why.ignored)]
    {
        if !list.is_empty() {
            out.push_str(&format!("  {name}: {}\n", list.join(", ")));
        }
    }
    for note in &why.notes {
        out.push_str(&format!("  note: {} at {}\n", both(&note.message), spot(note.spot.as_ref())));
    }
    let explain::Proposal { change, alternative, tried } = &why.proposal;
    out.push_str(&format!(
        "  tried {} of {}{}, {} break a guarantee, {} a test\n",
        tried.compiled,
        tried.candidates,
        if tried.limited { " (limited)" } else { "" },
        tried.broken_guarantees,
        tried.broken_tests
    ));
    for (heading, change) in [("change", change), ("or", alternative)] {
        if let Some(change) = change {
            self::change(heading, change, request.time, out);
            proposals::turns(desk, request, change, why.verdict);
        }
    }
}

fn change(heading: &str, change: &Change, asked: i64, out: &mut String) {
    out.push_str(&format!("  {heading}: {}\n", both(&change.message)));
    for fact in &change.facts {
        let network = fact.network.as_ref().map(|name| format!(" in {name}")).unwrap_or_default();
        out.push_str(&format!("    {} = {}{network}\n", fact.attribute, fact.value));
    }
    for statement in &change.statements {
        out.push_str(&format!("    {}:{}\n", statement.file, statement.line));
        statement.before.iter().for_each(|text| out.push_str(&format!("    - {text}\n")));
        statement.after.iter().for_each(|text| out.push_str(&format!("    + {text}\n")));
    }
    for effect in &change.effects {
        out.push_str(&format!("    {}\n", both(&effect.words(asked, clock::show))));
    }
    change.gaps.iter().for_each(|gap| out.push_str(&format!("    {}\n", both(&gap.words()))));
    if change.brakes > 0 {
        out.push_str(&format!("    lifts {} brakes {:?}\n", change.brakes, change.because));
    }
    for (what, list) in [("tests", &change.tests), ("guarantees", &change.guarantees)] {
        if !list.is_empty() {
            out.push_str(&format!("    breaks {what} {list:?}\n"));
        }
    }
}

fn unanswered(why: Unanswered) -> &'static str {
    match why {
        Unanswered::Unknown(reason) => reason.name(),
        Unanswered::TooManySteps => "too many steps",
    }
}
