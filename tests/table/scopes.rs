//! Every scope with every kind of fact: known, null, missing, of a wrong type.

use super::agree::build;
use rolecall::runtime::{Record, Request, Scratch, Subject, Truth, Value, decide};
use rolecall::source::SourceSet;
use rolecall::table::Table;

const SCOPES: [&str; 14] = [
    "within all",
    "within own",
    "within team",
    "within reports",
    "within my unit",
    "within my unit and below",
    "within no owner",
    "within shared",
    "within unit East",
    "within unit Sales and below",
    "within own or no owner",
    "outside own",
    "outside unit Sales",
    "outside my unit and below",
];

/// Each scope as an allow of one action and as a deny of another that is allowed everywhere.
fn policy() -> String {
    let mut text = String::from(
        "policy p { language 1 timezone \"UTC\" }\n\
         unit HQ { unit Sales { unit East { unit Bund } unit West } unit Finance }\n\
         user mia in East other id \"mia@x.example\"\nuser lost other id \"lost@x.example\"\n\
         user low in West reports to middle\nuser middle reports to mia\nuser far in Finance\n",
    );
    let names = |what: &str| (0..SCOPES.len()).map(|n| format!("{what}{n}")).collect::<Vec<_>>().join(", ");
    text += &format!(
        "object Deal {{\n  record actions {}, {}\n  record owner is owner\n  record unit is home\n",
        names("a"),
        names("d")
    );
    text +=
        &format!("  record team is members\n  shared with readers for {}, {}\n}}\nrole R {{\n", names("a"), names("d"));
    for (n, scope) in SCOPES.iter().enumerate() {
        // An allow takes no `outside`.
        let scope = if scope.starts_with("outside") { "within all" } else { scope };
        text += &format!("  allow a{n} Deal {scope}\n");
        text += &format!("  allow d{n} Deal within all\n");
    }
    text += "}\nrole Brakes {\n";
    for (n, scope) in SCOPES.iter().enumerate() {
        text += &format!("  deny d{n} Deal {scope}\n");
    }
    text + "}\nassign R, Brakes to mia, lost\n"
}

/// What is sent for an attribute, and what that says.
#[derive(Clone, Copy)]
struct Sent {
    value: Option<Value<'static>>,
    fact: Fact,
}

#[derive(Clone, Copy, PartialEq)]
enum Fact {
    Known(&'static str),
    Set(&'static [&'static str]),
    Null,
    Missing,
}

const fn sent(value: Value<'static>, fact: Fact) -> Sent {
    Sent { value: Some(value), fact }
}

const ABSENT: Sent = Sent { value: None, fact: Fact::Missing };

const OWNERS: [Sent; 8] = [
    sent(Value::Text("mia"), Fact::Known("mia")),
    sent(Value::Text("mia@x.example"), Fact::Known("mia")),
    sent(Value::Text("low"), Fact::Known("low")),
    sent(Value::Text("far"), Fact::Known("far")),
    sent(Value::Text("stranger"), Fact::Known("stranger")),
    sent(Value::Null, Fact::Null),
    ABSENT,
    sent(Value::Number(5), Fact::Missing),
];
const TEAMS: [Sent; 7] = [
    sent(Value::Set(&[Value::Text("far"), Value::Text("mia@x.example")]), Fact::Set(&["far", "mia"])),
    sent(Value::Set(&[Value::Text("far")]), Fact::Set(&["far"])),
    sent(Value::Set(&[]), Fact::Set(&[])),
    sent(Value::Null, Fact::Null),
    ABSENT,
    sent(Value::Text("mia"), Fact::Missing),
    sent(Value::Set(&[Value::Text("mia"), Value::Null]), Fact::Missing),
];
const UNITS: [Sent; 8] = [
    sent(Value::Text("East"), Fact::Known("East")),
    sent(Value::Text("Bund"), Fact::Known("Bund")),
    sent(Value::Text("Sales"), Fact::Known("Sales")),
    sent(Value::Text("Finance"), Fact::Known("Finance")),
    sent(Value::Text("Nowhere"), Fact::Missing),
    sent(Value::Null, Fact::Null),
    ABSENT,
    sent(Value::Boolean(true), Fact::Missing),
];

fn either(one: Truth, other: Truth) -> Truth {
    one.or(other)
}

fn test(fact: Fact, known: impl Fn(&str) -> Truth) -> Truth {
    match fact {
        Fact::Known(value) => known(value),
        Fact::Set(values) => values.iter().any(|value| known(value) == Truth::True).into(),
        Fact::Null => Truth::False,
        Fact::Missing => Truth::Unknown,
    }
}

fn below(unit: &str, top: &str) -> bool {
    let up = |unit| match unit {
        "Bund" => Some("East"),
        "East" | "West" => Some("Sales"),
        "Sales" | "Finance" => Some("HQ"),
        _ => None,
    };
    let mut at = Some(unit);
    while let Some(unit) = at {
        if unit == top {
            return true;
        }
        at = up(unit);
    }
    false
}

/// What the contract says of a scope.
fn expected(scope: &str, owner: Fact, team: Fact, home: Fact, readers: Fact, user: &str) -> Truth {
    let me = |who: &str| (who == user).into();
    let own = test(owner, me);
    let in_team = either(own, test(team, me));
    let my_unit = |with_below: bool| {
        either(
            in_team,
            test(home, |unit| {
                if user == "lost" {
                    Truth::Unknown
                } else {
                    (unit == "East" || (with_below && below(unit, "East"))).into()
                }
            }),
        )
    };
    let no_owner = match owner {
        Fact::Missing => Truth::Unknown,
        owner => (owner == Fact::Null).into(),
    };
    match scope {
        "within all" => Truth::True,
        "within own" => own,
        "within team" => in_team,
        "within reports" => {
            either(in_team, test(owner, |who| if who == "low" && user == "mia" { Truth::True } else { Truth::Unknown }))
        }
        "within my unit" => my_unit(false),
        "within my unit and below" => my_unit(true),
        "within no owner" => no_owner,
        "within shared" => test(readers, me),
        "within unit East" => test(home, |unit| (unit == "East").into()),
        "within unit Sales and below" => test(home, |unit| below(unit, "Sales").into()),
        "within own or no owner" => either(own, no_owner),
        "outside own" => !own,
        "outside unit Sales" => !test(home, |unit| (unit == "Sales").into()),
        "outside my unit and below" => !my_unit(true),
        _ => panic!("{scope}"),
    }
}

#[test]
fn every_scope_with_every_fact() {
    let bytes = build(&SourceSet::from_texts([("p.roles", policy())])).unwrap_or_else(|why| panic!("{why}"));
    let table = Table::open(&bytes).expect("a table");
    let mut scratch = Scratch::new(&table);
    let actions: Vec<_> = (0..SCOPES.len()).map(|n| (format!("a{n}"), format!("d{n}"))).collect();
    let mut seen = [0; 3];
    for (owner, team) in OWNERS.iter().flat_map(|owner| TEAMS.iter().map(move |team| (owner, team))) {
        for (home, readers) in UNITS.iter().flat_map(|home| TEAMS.iter().map(move |readers| (home, readers))) {
            let parts = [("owner", owner), ("members", team), ("home", home), ("readers", readers)];
            let properties: Vec<_> = parts.iter().filter_map(|(name, sent)| Some((*name, sent.value?))).collect();
            let record = Some(Record { id: None, properties: &properties, held: &[] });
            for user in ["mia", "lost"] {
                for (scope, (allow, deny)) in SCOPES.iter().zip(&actions) {
                    let truth = expected(scope, owner.fact, team.fact, home.fact, readers.fact, user);
                    seen[truth as usize] += 1;
                    let request = |action| Request {
                        subject: Subject::Id(user),
                        action,
                        object: "Deal",
                        field: None,
                        record,
                        subject_attributes: &[],
                        request_attributes: &[],
                        roles: &[],
                        active_roles: None,
                        time: 0,
                    };
                    let allowed = decide(&table, &request(allow), &mut scratch).allowed;
                    let outside = scope.starts_with("outside");
                    assert_eq!(
                        allowed,
                        truth == Truth::True || outside,
                        "allow {scope} for {user} on {properties:?}: {truth:?}"
                    );
                    let allowed = decide(&table, &request(deny), &mut scratch).allowed;
                    assert_eq!(allowed, truth == Truth::False, "deny {scope} for {user} on {properties:?}: {truth:?}");
                }
            }
        }
    }
    assert!(seen.iter().all(|times| *times > 5_000), "{seen:?}");
}
