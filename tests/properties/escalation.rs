//! Ways to every right against a naive fixed point: which rights are in use is tried out with the interpreter, every request
//! of a small policy; what they obtain is written here once more, as `docs/findings.md` says it.

use super::subject::{number, seeds};
use crate::generate::Dice;
use crate::reference::{Properties, Record, Reference, Request, Subject, Value, sources};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::exact::Oracle;
use rolecall::facts::{Access, Actor, BUDGET, Escalation};
use rolecall::model::{RoleId, UserId};
use rolecall::risk::Risks;
use std::collections::BTreeMap;

const ROLES: [&str; 5] = ["R0", "R1", "R2", "R3", "R4"];
const USERS: [&str; 4] = ["u0", "u1", "u2", "u3"];

/// How often each length of a way occurred; 0 where there is none.
type Census = BTreeMap<(&'static str, usize), usize>;

/// A policy in which roles administer roles, logins and the application.
struct Small {
    text: String,
    /// What the attribute of an assignment that names a role can say; nothing where there is no such attribute.
    assignable: Vec<&'static str>,
    /// Conditions leave open whose login it is.
    vague: bool,
}

fn policy(seed: u64) -> Small {
    let mut dice = Dice::new(seed ^ 0xE5CA);
    let assignable = match dice.index(3) {
        0 => Vec::new(),
        1 => vec!["R0", "R1", "R2"],
        _ => vec!["R3", "R4"],
    };
    let vague = dice.chance(10);
    let what = match assignable.as_slice() {
        [] => String::new(),
        some => format!(" attribute what : {}", some.join(" | ")),
    };
    let mut text = format!(
        "policy small {{ language 1 timezone \"UTC\" }}\n\
         object Grant administers roles {{ general actions create, read, delete{what} }}\n\
         object Login administers users {{ general actions create record actions read, update record owner is person \
         attribute locked : boolean }}\n\
         object Flow administers application {{ record actions read, update }}\n",
    );
    for (index, role) in ROLES.iter().enumerate() {
        let parents: Vec<&str> = ROLES[..index].iter().copied().filter(|_| dice.chance(15)).collect();
        let inherits = if parents.is_empty() { String::new() } else { format!(" inherits {}", parents.join(", ")) };
        text += &format!("role {role}{inherits} {{\n");
        for _ in 0..dice.between(1, 2) {
            text += &format!("  {}\n", line(&mut dice, &assignable, vague));
        }
        if dice.chance(12) {
            text += dice.pick(&["  active when request.mfa\n", "  active from 2026-06-01 before 2026-07-01\n"]);
        }
        if !parents.is_empty() && dice.chance(20) {
            text += dice.pick(&["  without update Login\n", "  without create Grant\n"]);
        }
        text += "}\n";
    }
    text += &format!("user {}\n", USERS.join(", "));
    for user in USERS {
        for role in ROLES {
            if dice.chance(25) {
                let window = dice.pick(&["", "", "", " through 2026-06-15", " from 2026-06-16"]);
                text += &format!("assign {role} to {user}{window}\n");
            }
        }
    }
    if dice.chance(25) {
        let about = dice.pick(&["update on Login", "create on Grant"]);
        text += &format!("require request.mfa for {about} because \"house rule\"\n");
    }
    if dice.chance(25) {
        text += "require record.person is not user u0 for update on Login because \"house rule\"\n";
    }
    Small { text, assignable, vague }
}

fn line(dice: &mut Dice, assignable: &[&str], vague: bool) -> String {
    let mfa = dice.pick(&["", "", " when request.mfa", " when not request.mfa"]);
    match dice.index(12) {
        0 => format!("allow create Grant{mfa}"),
        1 | 2 if !assignable.is_empty() => format!("allow create Grant when record.what is {}", dice.pick(assignable)),
        1 => "allow read, delete Grant".to_owned(),
        2 => "allow create Login".to_owned(),
        3 => format!("allow update Flow within all{mfa}"),
        4 => "allow update Login within own".to_owned(),
        5 => format!("deny update Login{mfa}"),
        6 => format!("deny update Login when record.person is user {}", dice.pick(&USERS)),
        7 => "deny create Grant when request.mfa".to_owned(),
        _ => {
            let whose = match dice.index(6) {
                _ if vague => "when record.locked".to_owned(),
                0 => mfa.to_owned(),
                1 | 2 => format!("when record.person is user {}", dice.pick(&USERS)),
                3 => format!("when record.person is one of user {}", dice.some(&USERS, 2).join(", user ")),
                4 => format!("when record.person is not user {}", dice.pick(&USERS)),
                _ => format!("when record.person is user {} and request.mfa", dice.pick(&USERS)),
            };
            format!("allow update Login within all {}", whose.trim())
        }
    }
}

/// Whether somebody is ever allowed something of records with some properties.
fn ever(reference: &Reference, who: &Subject, (action, object): (&str, &str), record: &Properties) -> bool {
    let truths = [None, Some(Value::Boolean(true)), Some(Value::Boolean(false))];
    let times = ["2026-05-15T12:00:00Z", "2026-06-10T12:00:00Z", "2026-06-20T12:00:00Z", "2026-07-15T12:00:00Z"];
    times.iter().any(|time| {
        truths.iter().any(|mfa| {
            truths.iter().any(|locked| {
                let mut properties = record.clone();
                if object == "Login" && action == "update" {
                    properties.extend(locked.clone().map(|locked| ("locked".to_owned(), locked)));
                }
                let request = Request {
                    subject: who.clone(),
                    action: action.into(),
                    object: object.into(),
                    field: None,
                    record: Some(Record { properties, ..Record::default() }),
                    subject_attributes: Properties::new(),
                    request_attributes: mfa.iter().map(|mfa| ("mfa".to_owned(), mfa.clone())).collect(),
                    roles: Vec::new(),
                    active_roles: None,
                    time: time.parse::<jiff::Timestamp>().expect("an instant").as_millisecond(),
                };
                reference.decide(&request).allowed
            })
        })
    })
}

/// Whether somebody has every right at once, and as whom they can go on.
fn obtained(small: &Small, reference: &Reference, who: &Subject) -> (bool, Vec<Subject>) {
    let says = |name: &str, value: &str| Properties::from([(name.to_owned(), Value::text(value))]);
    let assigns = |role: &&str| ever(reference, who, ("create", "Grant"), &says("what", role));
    let assigned: Vec<&str> = small.assignable.iter().copied().filter(assigns).collect();
    let every_role = match small.assignable.as_slice() {
        [] => ever(reference, who, ("create", "Grant"), &Properties::new()),
        // All that can be said is everything.
        all => assigned.len() == all.len(),
    };
    let everything = every_role || ever(reference, who, ("update", "Flow"), &Properties::new());
    let mut next: Vec<Subject> = assigned.into_iter().map(|role| Subject::RoleAlone(role.into())).collect();
    if !small.vague {
        // One's own login is no step.
        let others = USERS.iter().filter(|user| *who != Subject::Id((**user).to_owned()));
        let taken = others.filter(|user| ever(reference, who, ("update", "Login"), &says("person", user)));
        next.extend(taken.map(|user| Subject::Id((*user).to_owned())));
    }
    (everything, next)
}

/// By who asks, how many steps it takes them to have every right.
fn steps(small: &Small, reference: &Reference) -> Vec<(Subject, Option<usize>)> {
    let roles = ROLES.iter().map(|role| Subject::RoleAlone((*role).to_owned()));
    let actors: Vec<Subject> = roles.chain(USERS.iter().map(|user| Subject::Id((*user).to_owned()))).collect();
    let known: Vec<(bool, Vec<Subject>)> = actors.iter().map(|who| obtained(small, reference, who)).collect();
    let mut found: Vec<Option<usize>> = known.iter().map(|(everything, _)| everything.then_some(1)).collect();
    // Bellman and Ford: as many rounds as there are actors are enough.
    for _ in 0..actors.len() {
        for (at, (_, next)) in known.iter().enumerate() {
            let ways = next.iter().filter_map(|to| found[actors.iter().position(|who| who == to)?]);
            let shortest = ways.min().map(|steps| steps + 1);
            found[at] = [found[at], shortest].into_iter().flatten().min();
        }
    }
    actors.into_iter().zip(found).collect()
}

fn judge(seed: u64, census: &mut Census) -> Option<Result<(), String>> {
    let small = policy(seed);
    let sources = sources(&[("policy.roles", &small.text)], &[]);
    let compilation = compile(&sources, Options { lint: false, prove: false, ..Options::default() });
    if compilation.diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return None;
    }
    let model = &compilation.model;
    let reference = Reference::of(&sources).unwrap_or_else(|why| panic!("{why}\n{}", small.text));
    let oracle = Oracle::new(model, &compilation.analysis, BUDGET);
    let (access, risks) = (Access::new(&oracle), Risks::new(model));
    let escalation = Escalation::new(&access, &risks);
    for (who, expected) in steps(&small, &reference) {
        let (kind, actor) = match &who {
            Subject::RoleAlone(name) => {
                let place = model.roles.iter().position(|role| model.text(role.name) == name)?;
                ("role", Actor::Role(RoleId::from_index(place)))
            }
            Subject::Id(id) => {
                let place = model.users.iter().position(|user| model.text(user.id) == id)?;
                ("person", Actor::Person(UserId::from_index(place)))
            }
        };
        let told = escalation.steps(actor);
        if told != expected || escalation.path(actor).len() != expected.unwrap_or(0) {
            return Some(Err(format!("seed {seed}: {who:?} told {told:?}, but {expected:?}\n{}", small.text)));
        }
        *census.entry((kind, expected.unwrap_or(0))).or_default() += 1;
    }
    Some(if access.is_complete() { Ok(()) } else { Err(format!("seed {seed}: not decided")) })
}

#[test]
fn ways_to_every_right_agree_with_a_naive_fixed_point() {
    let (mut judged, mut wrong, mut census) = (0, Vec::new(), Census::default());
    for seed in seeds(400) {
        match judge(seed, &mut census) {
            None => {}
            Some(Ok(())) => judged += 1,
            Some(Err(why)) => wrong.push(why),
        }
    }
    println!("{judged} policies, by length {census:?}");
    let first: Vec<&str> = wrong.iter().take(2).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {} differ\n{}", wrong.len(), judged + wrong.len(), first.join("\n=====\n"));
    if number("ROLECALL_POLICIES").is_none() {
        assert!(judged > 200, "{judged}");
        for kind in ["role", "person"] {
            for length in 0..=3 {
                assert!(census.get(&(kind, length)).is_some_and(|count| *count > 10), "{kind} {length}: {census:?}");
            }
        }
    }
}
