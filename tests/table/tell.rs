//! What an answer promises besides itself: until when it holds, what it tells of itself, who else may be answered so.

use super::agree::{both, line, wired};
use crate::generate::{self, Dice, requests};
use crate::reference::{self, Reference, Subject};
use crate::support::allocation::allocations;
use rolecall::runtime::{Cause, Question, Reason, Scratch, decide, trace, what_can, who_can};
use rolecall::table::Table;
use rolecall::wire::WireRequest;

/// Random policies with requests.
fn each(
    seeds: std::ops::Range<u64>,
    count: usize,
    mut with: impl FnMut(&Table<'_>, &Reference, &reference::Request, u64),
) {
    for seed in seeds {
        let Some((reference, Ok(bytes))) = both(&generate::policy(seed)) else { continue };
        let table = Table::open(&bytes).expect("a table");
        let mut dice = Dice::new(seed);
        for _ in 0..count {
            let request = requests::request(&reference, &mut dice);
            // Over the wire a session of roles that nobody can hold is no request.
            if request.active_roles.iter().flatten().any(|role| !reference.is_held(role)) {
                continue;
            }
            with(&table, &reference, &request, seed);
        }
    }
}

/// Effect, reason, hidden, masked.
type Shown = (bool, Reason, Vec<u32>, Vec<u32>);

fn shown(table: &Table<'_>, request: &WireRequest, at: i64) -> (Shown, Option<i64>) {
    let mut scratch = Scratch::default();
    request.with(|request| {
        let request = rolecall::runtime::Request { time: at, ..*request };
        let decision = decide(table, &request, &mut scratch);
        let shown = (decision.allowed, decision.reason, decision.hidden.to_vec(), decision.masked.to_vec());
        (shown, decision.valid_until)
    })
}

#[test]
fn an_answer_holds_as_long_as_it_says() {
    const YEAR: i64 = 366 * 86_400_000;
    let mut dice = Dice::new(3);
    each(1_000..1_040, 25, |table, _, request, seed| {
        let wired = wired(table, request).expect("a request");
        let at = request.time;
        let (answer, until) = shown(table, &wired, at);
        assert!(until.is_none_or(|until| until > at), "seed {seed}: {}", line(request));
        let end = until.unwrap_or(at + YEAR).min(at + YEAR);
        let length = usize::try_from(end - at).expect("a length");
        let mut later = vec![at + 1, end - 1];
        later.extend((0..6).map(|_| at + dice.index(length) as i64));
        for later in later.into_iter().filter(|later| *later < end) {
            assert_eq!(
                shown(table, &wired, later).0,
                answer,
                "seed {seed}: at {later} of {until:?}: {}",
                line(request)
            );
        }
    });
}

#[test]
fn a_trace_tells_the_decision() {
    let mut scratch = Scratch::default();
    each(2_000..2_040, 25, |table, _, request, seed| {
        wired(table, request).expect("a request").with(|asked| {
            let decision = decide(table, asked, &mut scratch);
            let trace = trace(table, asked);
            let told = (trace.allowed, trace.reason, &*trace.hidden, &*trace.masked, &*trace.missing, &*trace.ignored);
            let is = (
                decision.allowed,
                decision.reason,
                decision.hidden,
                decision.masked,
                decision.missing,
                decision.ignored,
            );
            assert_eq!(told, is, "seed {seed}: {}", line(request));
            assert_eq!(
                (trace.on_behalf_of, &*trace.by, trace.valid_until),
                (decision.on_behalf_of, decision.by, decision.valid_until)
            );
            let furthest = trace.allows.iter().filter(|allow| allow.covers).map(|allow| allow.reached).max();
            assert_eq!(furthest.unwrap_or(Reason::NoGrant).max(Reason::NoGrant), trace.reason.max(Reason::NoGrant));
            for allow in &trace.allows {
                assert!(allow.unknown || allow.missing.is_empty(), "seed {seed}: {allow:?}");
            }
            let named = matches!(
                decision.reason,
                Reason::NoGrant
                    | Reason::UnknownSubject
                    | Reason::UnknownObject
                    | Reason::UnknownAction
                    | Reason::UnknownField
            ) || (decision.reason == Reason::RoleConflict && asked.active_roles.is_some());
            assert!(
                named || !decision.by.is_empty(),
                "seed {seed}: {:?} by nothing: {}",
                decision.reason,
                line(request)
            );
            for cause in decision.by {
                let place = match cause {
                    Cause::Rule { rule, held } => {
                        let path = table.path(*held, *rule).roles;
                        assert_eq!(path.first().copied(), Some(table.held_role_name(*held)));
                        assert_eq!(path.last().copied(), table.rule_role(*rule));
                        table.rule_place(*rule)
                    }
                    Cause::Require(statement) => table.require_note(*statement).map(|(place, ..)| place),
                    Cause::Separation(separation) => table.separation_place(*separation),
                    Cause::Exclusive(exclusive) => table.exclusive_place(*exclusive),
                    Cause::Suspension(suspension) => table.suspension_note(*suspension).map(|(place, ..)| place),
                };
                assert_eq!(place.expect("a place").file, "policy.roles");
            }
        });
    });
}

#[test]
fn missing_attributes_are_those_that_could_change_the_answer() {
    // What is listed as missing was not sent, was null, or was sent with a wrong type.
    let mut scratch = Scratch::default();
    each(3_000..3_040, 25, |table, _, request, seed| {
        let sent = |attribute: &u32| {
            let (kind, name) = table.attribute_name(*attribute);
            let value = match (kind, name) {
                ("record", "id") => None,
                ("record", name) => request.record.as_ref().and_then(|r| r.properties.get(name).or(r.held.get(name))),
                ("subject", name) => request.subject_attributes.get(name),
                _ => request.request_attributes.get(name),
            };
            value.is_some_and(|value| matches!(value, reference::Value::Boolean(_)))
        };
        wired(table, request).expect("a request").with(|asked| {
            let decision = decide(table, asked, &mut scratch);
            let booleans = decision.missing.iter().filter(|a| table.attribute_name(**a).1 == "mfa" && sent(a)).count();
            assert_eq!(booleans, 0, "seed {seed}: {}", line(request));
        });
    });
}

/// Whoever is allowed is listed by both searches, with the rule that allows it.
#[test]
fn searches_find_whoever_is_allowed() {
    let mut scratch = Scratch::default();
    let mut found = 0;
    each(4_000..4_060, 40, |table, _, request, seed| {
        let Subject::Id(id) = &request.subject else { return };
        let Some(user) = table.user(id) else { return };
        if !request.roles.is_empty() {
            return;
        }
        wired(table, request).expect("a request").with(|asked| {
            let decision = decide(table, asked, &mut scratch);
            if !decision.allowed {
                return;
            }
            found += 1;
            let rules: Vec<u32> = decision
                .by
                .iter()
                .filter_map(|cause| match cause {
                    Cause::Rule { rule, .. } => Some(*rule),
                    _ => None,
                })
                .collect();
            let question =
                Question { action: asked.action, object: asked.object, field: asked.field, time: asked.time };
            let who = who_can(table, &question).expect("a question");
            let what = what_can(table, asked.subject, asked.time).expect("a question");
            let field = asked.field.and_then(|field| table.field(table.object(asked.object)?, field));
            for rule in rules {
                let fits = |access: &&rolecall::runtime::Access| {
                    access.user == Some(user)
                        && access.rule == rule
                        && field.map_or(access.record, |field| access.fields.contains(&field))
                };
                assert!(who.iter().any(|access| fits(&access)), "seed {seed}: who misses {}", line(request));
                assert!(what.iter().any(|access| fits(&access)), "seed {seed}: what misses {}", line(request));
            }
        });
    });
    assert!(found > 100, "{found} found");
}

/// Whatever is asked: once the memory is warm, an answer allocates nothing.
#[test]
fn decisions_allocate_nothing() {
    each(5_000..5_030, 20, |table, _, request, seed| {
        let mut scratch = Scratch::new(table);
        wired(table, request).expect("a request").with(|asked| {
            let _ = decide(table, asked, &mut scratch);
            let count = allocations(|| {
                let _ = decide(table, asked, &mut scratch);
            });
            assert_eq!(count, 0, "seed {seed}: {}", line(request));
        });
    });
}
