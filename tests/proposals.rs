//! What `why` proposes does what it says: applied as its edits tell, it turns the answer, and whatever else it changes is
//! among its effects.

use crate::support::plain;
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Edit;
use rolecall::explain::{self, Change, Desk, Package, Statement, Verdict, Whom};
use rolecall::model::RoleId;
use rolecall::runtime::{Record, Request, Scratch, Subject, Value, decide};
use rolecall::source::{DataFile, SourceFile, SourcePackage, SourceSet};
use rolecall::table::Table;

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
pub fn turns(desk: &Desk<'_>, request: &Request<'_>, change: &Change, verdict: Verdict) {
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
/// `ROLECALL_QUESTIONS=40 cargo test --release proposals` asks that many policies.
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
