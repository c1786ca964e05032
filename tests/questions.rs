//! Questions about a package: `ask.txt` in a case's folder, one question a line. A suite of `cases`.
//!
//! `who ACTION OBJECT at TIME`, `what USER at TIME`, `when USER ACTION OBJECT from TIME until TIME …`,
//! `why USER ACTION OBJECT at TIME …`, with `record k=v …`, `request k=v …`, `roles A …`, `active A …`; an object may be
//! `Object.field`, a time is `2026-12-01T10:00` in Berlin, a subject `role:R` is that role alone.

use crate::support::{Case, clock, plain};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Edit;
use rolecall::explain::{self, Change, Desk, Package, Person, Spot, Statement, Verdict, Way, Whom};
use rolecall::message::{Lang, Message};
use rolecall::model::RoleId;
use rolecall::runtime::{Question, Record, Request, Scratch, Subject, Unanswered, Value, decide};
use rolecall::source::{DataFile, SourceFile, SourcePackage, SourceSet};
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
            turns(desk, request, change, why.verdict);
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

/// The texts with a change, checked against what it says of itself.
fn applied(desk: &Desk<'_>, change: &Change) -> SourceSet {
    let package = desk.package.as_ref().unwrap();
    let mut sources = copied(package.sources);
    for (number, file) in sources.files.iter_mut().enumerate() {
        let mut edits: Vec<&Edit> = change.statements.iter().map(|statement| &statement.edit).collect();
        edits.retain(|edit| edit.span.file.0 as usize == number);
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
        let mut text = file.text.to_string();
        for edit in edits {
            text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
        }
        if let [Statement { line, before: None, after: Some(after), file: path, .. }] = change.statements.as_slice()
            && path.as_str() == &*file.path
        {
            let first = after.lines().next().unwrap();
            assert_eq!(text.lines().nth(*line as usize - 1).map(str::trim), Some(first), "{text}");
        }
        *file = SourceFile::new(file.path.clone(), file.package, text);
    }
    sources
}

fn copied(sources: &SourceSet) -> SourceSet {
    let files = sources.files.iter().map(|f| SourceFile::new(f.path.clone(), f.package, f.text.clone()));
    let data =
        sources.data.iter().map(|d| DataFile { path: d.path.clone(), package: d.package, bytes: d.bytes.clone() });
    let packages = sources.packages.iter().map(|p| SourcePackage { path: p.path.clone(), uses: p.uses.clone() });
    SourceSet { files: files.collect(), data: data.collect(), packages: packages.collect() }
}

/// A change of statements alone, applied as it says, turns the answer; a new statement stands where it says.
fn turns(desk: &Desk<'_>, request: &Request<'_>, change: &Change, verdict: Verdict) {
    if change.statements.is_empty() || !change.facts.is_empty() || request.record.is_none() {
        return;
    }
    let sources = applied(desk, change);
    let compilation = compile(&sources, Options { lint: false, prove: false, ..Options::default() });
    assert!(!compilation.has_errors(), "{}", plain::diagnostics(&sources, &compilation.diagnostics));
    let probes: Vec<RoleId> = (0..compilation.model.roles.len()).map(RoleId::from_index).collect();
    let bytes = rolecall::lower::lower(&sources, &compilation.model, &compilation.analysis, &probes).unwrap();
    let table = Table::open(&bytes).unwrap();
    let allowed = decide(&table, request, &mut Scratch::new(&table)).allowed;
    assert_eq!(allowed, verdict == Verdict::No, "{change:?}");
}

/// Whatever the policy: the verdict is the evaluator's, and a way is shown where it depends on the record.
///
/// `ROLECALL_QUESTIONS=40 cargo test --release questions` asks that many policies.
#[test]
fn verdicts_are_those_of_the_evaluator() {
    let (mut asked, mut changed, mut differing) = (0, 0, 0);
    let policies: u64 = std::env::var("ROLECALL_QUESTIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(2);
    for seed in 0..policies {
        let draft = crate::generate::policy(seed);
        let data: Vec<(&str, &str)> = draft.data.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        let sources = crate::reference::sources(&[("policy.roles", &draft.text())], &data);
        let compilation = compile(&sources, Options { lint: false, prove: false, ..Options::default() });
        let Some(Ok(bytes)) = compilation.table(&sources) else { continue };
        let table = Table::open(&bytes).unwrap();
        let desk = Desk { table: &table, package: Some(Package::new(&sources, &compilation)) };
        let rights = table.rights();
        for number in 0..4 {
            let (user, right) = (table.user_name(number % table.users()), (seed as u32 * 7 + number * 5) % rights);
            let properties = [("holder", Value::Text(user)), ("dept", Value::Text("East"))];
            let record = Record { id: None, properties: &properties, held: &[] };
            let request = Request {
                subject: Subject::Id(user),
                action: table.action_name(right),
                object: table.object_name(table.object_of(right).unwrap()),
                field: None,
                record: (number % 2 == 0).then_some(record),
                subject_attributes: &[],
                request_attributes: &[],
                roles: &[],
                active_roles: None,
                time: 1_783_000_000_000 + i64::from(number) * 86_400_000,
            };
            let why = explain::why(&desk, &request);
            let allowed = decide(&table, &request, &mut Scratch::new(&table)).allowed;
            assert_eq!(why.verdict == Verdict::Yes, allowed, "seed {seed}: {request:?}");
            assert_eq!(why.verdict == Verdict::Depends, !allowed && !why.ways.is_empty(), "seed {seed}: {request:?}");
            asked += 1;
            changed += usize::from(why.proposal.change.is_some());
            for change in why.proposal.change.iter().chain(&why.proposal.alternative) {
                differing += effects_are_all(&desk, &request, change);
            }
        }
    }
    println!("{asked} questions, {changed} changes, {differing} other answers");
    assert!(differing > 0, "no change changed any other answer");
    assert!(asked * 2 > policies as usize * 4 && changed * 3 > asked, "{asked} questions, {changed} changes");
}

/// Whatever answer differs between the policy and the changed one, from the instant asked about on, is of a right that
/// the change says it changes, or the one asked about. How many differ.
fn effects_are_all(desk: &Desk<'_>, asked: &Request<'_>, change: &Change) -> usize {
    if change.statements.is_empty() {
        return 0;
    }
    let sources = applied(desk, change);
    let compilation = compile(&sources, Options { lint: false, prove: false, ..Options::default() });
    let bytes = compilation.question_table(&sources, &[]).unwrap().unwrap();
    let after = Table::open(&bytes).unwrap();
    let before = desk.table;
    let mut differing = 0;
    let (mut old_scratch, mut new_scratch) = (Scratch::new(before), Scratch::new(&after));
    let fields = |object: u32| std::iter::once(None).chain(before.fields_of(object).map(Some));
    for (user, right) in (0..before.users()).flat_map(|user| (0..before.rights()).map(move |right| (user, right))) {
        let object = before.object_of(right).unwrap();
        for (number, field) in (0..4_i64).flat_map(|number| fields(object).map(move |field| (number, field))) {
            let holder = before.user_name((user + number as u32 / 2) % before.users());
            let properties =
                [("holder", Value::Text(holder)), ("dept", Value::Text(["East", "West"][number as usize % 2]))];
            let attributes = [("mfa", Value::Boolean(number % 3 > 0))];
            let request = Request {
                subject: Subject::Id(before.user_name(user)),
                action: before.action_name(right),
                object: before.object_name(object),
                field: field.map(|field| before.field_name(field)),
                record: Some(Record { id: None, properties: &properties, held: &[] }),
                subject_attributes: &[],
                request_attributes: &attributes,
                roles: &[],
                active_roles: None,
                time: asked.time + number * 41 * 3_600_000 * 24,
            };
            let old = decide(before, &request, &mut old_scratch).allowed;
            let new = decide(&after, &request, &mut new_scratch).allowed;
            let same =
                request.subject == asked.subject && (request.action, request.object) == (asked.action, asked.object);
            if old == new || same {
                continue;
            }
            differing += 1;
            let told = change.effects.iter().any(|effect| {
                effect.whom == Whom::Person(before.user_name(user).to_owned())
                    && (effect.object.as_str(), effect.action.as_str()) == (request.object, request.action)
            });
            assert!(told, "{request:?}: {old} and then {new}\n{change:#?}");
        }
    }
    differing
}

fn unanswered(why: Unanswered) -> &'static str {
    match why {
        Unanswered::Unknown(reason) => reason.name(),
        Unanswered::TooManySteps => "too many steps",
    }
}
