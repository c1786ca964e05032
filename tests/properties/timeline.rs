//! The timeline beside the table: 1 ms before each instant that it tells and at it the table says just what was told; at
//! no other instant does an answer change; `when` has its edges where the timeline has instants.

use super::subject::{Answers, Asked, build_sources, number, seeds, sources};
use crate::generate::{self, Dice, requests};
use crate::reference::{Reference, Request, Subject};
use crate::semantics;
use rolecall::compile::{Compilation, Options, compile};
use rolecall::diagnostic::{WitnessRequest, WitnessSubject, WitnessValue};
use rolecall::explain::{Desk, when};
use rolecall::facts::{Concerned, Turned};
use rolecall::model::Model;
use rolecall::runtime::{Scratch, decide};
use rolecall::source::SourceSet;
use rolecall::table::Table;
use rolecall::timeline::{Filter, Ground, Timeline, timeline};
use std::collections::BTreeMap;

const DAY: i64 = 86_400_000;

/// What was seen over all policies.
#[derive(Default, Debug)]
struct Seen {
    instants: usize,
    replayed: usize,
    flips: usize,
    changes: usize,
    undecided: usize,
}

fn ground<'a>(sources: &'a SourceSet, compilation: &'a Compilation) -> Ground<'a> {
    let (model, analysis) = (&compilation.model, &compilation.analysis);
    Ground { sources, asts: &compilation.asts, model, analysis, waivers: &[] }
}

/// Every instant with what is told of it.
fn told(timeline: &Timeline) -> BTreeMap<i64, &Turned> {
    let recurring = timeline.series.iter().flat_map(|series| series.at.iter().map(|at| (*at, &series.turned)));
    let once = timeline.moments.iter().map(|moment| (moment.at, &moment.turned));
    once.chain(recurring).collect()
}

/// Sessions that may serve somebody best: none named, one role, two where creating for another takes a second one.
fn sessions(model: &Model) -> Vec<Option<Vec<String>>> {
    let mut all = vec![None];
    if model.separate_sessions.is_empty() {
        return all;
    }
    let assigned = model.assignments.iter().map(|a| a.role).chain(model.roles_from_request.iter().copied());
    let roles: std::collections::BTreeSet<&str> = assigned.map(|role| model.role_name(role)).collect();
    for first in &roles {
        for second in &roles {
            if first <= second {
                all.push(Some(vec![(*first).to_owned(), (*second).to_owned()]));
            }
        }
    }
    all
}

/// The request of somebody else who is concerned alike: their id where that of the first stood.
fn of_another(request: &WitnessRequest, first: &str, other: &str) -> WitnessRequest {
    fn swap(value: &mut WitnessValue, first: &str, other: &str) {
        match value {
            WitnessValue::Text(text) if text == first => *text = other.to_owned(),
            WitnessValue::Set(values) => values.iter_mut().for_each(|value| swap(value, first, other)),
            _ => {}
        }
    }
    let mut request = request.clone();
    request.subject = WitnessSubject::Id(other.to_owned());
    for list in [&mut request.record, &mut request.held, &mut request.subject_attributes] {
        list.iter_mut().for_each(|(_, value)| swap(value, first, other));
    }
    request
}

struct Trial<'a> {
    model: &'a Model,
    table: &'a Table<'a>,
    sessions: Vec<Option<Vec<String>>>,
    scratch: Scratch,
}

impl Trial<'_> {
    fn allowed(&mut self, request: &WitnessRequest, time: i64, active: Option<&Option<Vec<String>>>) -> bool {
        let mut request = WitnessRequest { time, ..request.clone() };
        if let Some(active) = active {
            request.active_roles.clone_from(active);
        }
        request.ask(|request| decide(self.table, request, &mut self.scratch).allowed)
    }

    /// What is told holds: the request is allowed on its side of the instant, and in no session on the other.
    fn replay(&mut self, at: i64, turned: &Turned, seen: &mut Seen) -> Result<(), String> {
        let sessions = self.sessions.clone();
        for turn in &turned.turns {
            let name = |who: &Concerned| match who {
                Concerned::Person(user) => Some(self.model.user_name(*user).to_owned()),
                Concerned::Bringer(_) => None,
            };
            let named = turn
                .groups
                .iter()
                .flat_map(|group| group.who.iter().map(move |who| (&group.request, name(who), name(&group.who[0]))));
            for (request, name, first) in named {
                let request = match (&name, &first) {
                    (Some(other), Some(first)) => of_another(request, first, other),
                    _ => request.clone(),
                };
                let (here, there) = if turn.gained { (at, at - 1) } else { (at - 1, at) };
                // What others hold besides may ask for another session.
                let inside = self.allowed(&request, here, None)
                    || name != first && sessions.iter().any(|session| self.allowed(&request, here, Some(session)));
                let outside = sessions.iter().any(|session| self.allowed(&request, there, Some(session)));
                if !inside || outside {
                    return Err(format!("at {at}: told {turn:#?}\n{request:#?}\nasked {inside} {outside}"));
                }
                seen.replayed += 1;
            }
        }
        Ok(())
    }

    /// What the table says otherwise at an instant is told.
    fn complete(&mut self, at: i64, turned: &Turned, request: &Request, asked: &mut Asked<'_>) -> Result<bool, String> {
        let Subject::Id(id) = &request.subject else { return Ok(false) };
        let user = self.model.users.iter().position(|user| self.model.text(user.id) == *id);
        let who = match user {
            Some(user) => Concerned::Person(rolecall::model::UserId::from_index(user)),
            None => {
                let [role] = request.roles.as_slice() else { return Ok(false) };
                let role = self.model.roles.iter().position(|r| self.model.text(r.name) == role);
                let Some(role) = role.filter(|_| id == "nobody") else { return Ok(false) };
                Concerned::Bringer(rolecall::model::RoleId::from_index(role))
            }
        };
        let roles = if user.is_some() { Vec::new() } else { request.roles.clone() };
        let mut best = |time: i64| {
            self.sessions.iter().any(|active| {
                let active_roles = active.clone();
                asked.answer(&Request { time, active_roles, roles: roles.clone(), ..request.clone() }).allowed
            })
        };
        let (before, after) = (best(at - 1), best(at));
        if before == after {
            return Ok(false);
        }
        let is_it = |turn: &&rolecall::facts::Turn| {
            let right = &self.model.rights[turn.right.index()];
            let fields: Vec<&str> = turn.fields.iter().map(|field| self.model.field_name(*field)).collect();
            let field = match &request.field {
                None => fields.is_empty(),
                Some(field) => fields.contains(&field.as_str()),
            };
            turn.gained == after
                && turn.who().any(|other| other == who)
                && self.model.text(right.action) == request.action
                && self.model.object_name(right.object) == request.object
                && field
        };
        if turned.undecided == 0 && !turned.turns.iter().any(|turn| is_it(&turn)) {
            return Err(format!("at {at}: {before} becomes {after} and is not told\n{request:#?}\n{turned:#?}"));
        }
        Ok(true)
    }
}

/// Instants in a range at which the answer to a request changes, in anything that it promises to keep.
fn changes(asked: &mut Asked<'_>, request: &Request, (from, until): (i64, i64)) -> Vec<i64> {
    let mut found = Vec::new();
    let told = |time: i64, asked: &mut Asked<'_>| {
        let (answer, next) = asked.answer_until(&Request { time, ..request.clone() });
        ((answer.allowed, answer.reason, answer.hidden, answer.masked), next)
    };
    let (mut before, mut next) = told(from - 1, asked);
    for _ in 0..400 {
        let Some(at) = next.filter(|at| *at < until) else { break };
        let (answer, later) = told(at, asked);
        if answer != before {
            found.push(at);
        }
        (before, next) = (answer, later);
    }
    found
}

fn judge(
    sources: &SourceSet,
    bytes: &[u8],
    range: (i64, i64),
    (dice, most): (&mut Dice, usize),
    seen: &mut Seen,
) -> Result<(), String> {
    let reference = Reference::of(sources)?;
    let compilation = compile(sources, Options { prove: false, lint: false, ..Options::default() });
    let timeline = timeline(&ground(sources, &compilation), range, &Filter::default());
    assert_eq!(timeline.seen_until, range.1);
    let told = told(&timeline);
    let instants: Vec<i64> = told.keys().copied().collect();
    assert_eq!(instants, timeline.instants());
    let table = Table::open(bytes).expect("a table just written");
    let model = &compilation.model;
    let mut trial = Trial { model, table: &table, sessions: sessions(model), scratch: Scratch::new(&table) };
    let mut asked = Asked::new(bytes);
    seen.instants += instants.len();
    for at in dice.some(&instants, most) {
        let turned = told[&at];
        seen.undecided += turned.undecided;
        trial.replay(at, turned, seen)?;
        for _ in 0..6 {
            let request = Request { time: at, ..requests::request(&reference, dice) };
            for request in requests::smaller(&request).into_iter().take(3).chain([request]) {
                seen.flips += usize::from(trial.complete(at, turned, &request, &mut asked)?);
            }
        }
    }
    for _ in 0..40 {
        let request = requests::request(&reference, dice);
        for at in changes(&mut asked, &request, range) {
            seen.changes += 1;
            if !told.contains_key(&at) {
                return Err(format!("an answer changes at {at}, which is not told\n{request:#?}"));
            }
        }
        super::subject::with_borrowed(&request, |borrowed| {
            let desk = Desk { table: &table, package: None };
            let Ok(found) = when(&desk, borrowed, range.0, range.1) else { return Ok(()) };
            let edges = found.stretches.iter().flat_map(|stretch| [stretch.from, stretch.until]);
            match edges.filter(|at| range.0 < *at && *at < range.1).find(|at| !told.contains_key(at)) {
                Some(at) => Err(format!("`when` has an edge at {at}, which is not told\n{request:#?}")),
                None => Ok(()),
            }
        })?;
    }
    Ok(())
}

#[test]
fn a_timeline_tells_what_the_table_decides() {
    let mut seen = Seen::default();
    for seed in seeds(30) {
        let draft = generate::policy(seed);
        let sources = sources(&draft);
        // The differential test counts the drafts that are refused.
        let Ok(bytes) = build_sources(&sources) else { continue };
        let mut dice = Dice::new(8_000_000 + seed);
        // Around the summer that generated windows are about.
        let from = 1_780_272_000_000 + dice.between(-40, 40) * DAY;
        let range = (from, from + dice.between(10, 60) * DAY);
        if let Err(why) = judge(&sources, &bytes, range, (&mut dice, 10), &mut seen) {
            panic!("seed {seed}: {why}\n{}", draft.text());
        }
    }
    println!("{seen:?}");
    if number("ROLECALL_POLICIES").is_none() {
        assert!(seen.instants > 700 && seen.replayed > 1500 && seen.flips > 100 && seen.changes > 2000, "{seen:?}");
        assert_eq!(seen.undecided, 0);
    }
}

#[test]
fn the_timeline_of_acme_tells_what_the_table_decides() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("policies/acme-crm");
    let sources = semantics::sources(&folder);
    let bytes = build_sources(&sources).unwrap_or_else(|why| panic!("{why}"));
    // 2026-11-24 in Shanghai, and 90 days.
    let from = 1_795_449_600_000;
    let mut seen = Seen::default();
    judge(&sources, &bytes, (from, from + 90 * DAY), (&mut Dice::new(3), 40), &mut seen)
        .unwrap_or_else(|why| panic!("{why}"));
    println!("{seen:?}");
    assert!(seen.replayed > 200 && seen.changes > 100, "{seen:?}");
    assert_eq!(seen.undecided, 0);
}
