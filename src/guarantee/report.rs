//! Verdicts as diagnostics: the guarantee, the witness in words, the rules that let it through.

use super::Verdict;
use crate::diagnostic::codes::guarantee as codes;
use crate::diagnostic::{Code, Diagnostic, WitnessRequest, WitnessSubject, WitnessValue};
use crate::exact::{Holder, Witness};
use crate::message::guarantee as text;
use crate::message::{Arg, Message, Text};
use crate::model::{Guarantee, GuaranteeKind, Model};
use crate::source::{PackageId, Span};
use crate::time::{TimeTable, ZoneId, load_zone, local};

/// Requests or holders that a message names; the rest is counted.
const SHOWN: usize = 3;

/// The diagnostic for a guarantee that does not hold.
pub(super) fn diagnostic(model: &Model, guarantee: &Guarantee, verdict: &Verdict) -> Option<Diagnostic> {
    let span = guarantee.origin.span;
    match verdict {
        Verdict::Proved => None,
        Verdict::Undecided => Some(
            Diagnostic::error(&codes::UNDECIDED, text::UNDECIDED.plain(), span, text::UNDECIDED_HERE.plain())
                .about([&*guarantee.sentence])
                .help(text::UNDECIDED_HELP.plain()),
        ),
        Verdict::Broken(witness) => {
            let (code, message, here, help) = words(model, guarantee, witness);
            let mut diagnostic = Diagnostic::error(code, message, span, here.plain())
                .about([&*guarantee.sentence])
                .witness(witness.requests.iter().cloned());
            for request in witness.requests.iter().take(SHOWN) {
                diagnostic = label(diagnostic, request.rule, &text::ALLOWED_HERE);
                diagnostic = label(diagnostic, request.assignment, &text::ASSIGNED_HERE);
            }
            for origin in witness.holders.iter().take(SHOWN).flat_map(|holder| &holder.origins) {
                diagnostic = label(diagnostic, Some(origin.span), &text::ASSIGNED_HERE);
            }
            Some(diagnostic.help(help.plain()))
        }
    }
}

fn label(diagnostic: Diagnostic, span: Option<Span>, words: &'static Text) -> Diagnostic {
    match span {
        Some(span) if !diagnostic.secondary.iter().any(|label| label.span == span) => {
            diagnostic.and(span, words.plain())
        }
        _ => diagnostic,
    }
}

type Words = (&'static Code, Message, &'static Text, &'static Text);

fn words(model: &Model, guarantee: &Guarantee, witness: &Witness) -> Words {
    let when = when(model, witness);
    let first = witness.requests.first().map(|request| can(request, when.clone()));
    let first = first.unwrap_or_else(|| text::AT_ANY_TIME.plain());
    match &guarantee.kind {
        GuaranteeKind::Never(..) | GuaranteeKind::Only(..) => {
            (&codes::ALLOWED, first, &text::BROKEN_HERE, &text::ALLOWED_HELP)
        }
        GuaranteeKind::Needs(_) => (&codes::NEEDS, first, &text::BROKEN_HERE, &text::NEEDS_HELP),
        GuaranteeKind::NobodyCanBoth(..) => {
            let second = witness.requests.get(1).map_or(text::AT_ANY_TIME.plain(), what_and_given);
            let message = text::CAN_BOTH.with([("first", first.into()), ("second", second.into())]);
            (&codes::CAN_BOTH, message, &text::BROKEN_HERE, &text::CAN_BOTH_HELP)
        }
        GuaranteeKind::NobodyHasTwo(_) => {
            let holder = witness.holders.first().filter(|h| matches!(h.subject, WitnessSubject::Id(_)));
            let alone = witness.holders.first().map_or(text::AT_ANY_TIME.plain(), |holder| {
                text::CONTAINS_TWO.with([("role", Arg::from(subject_name(&holder.subject)))])
            });
            let message = holder.map_or(alone, |holder| has(holder, when));
            (&codes::HAS_TWO, message, &text::BROKEN_HERE, &text::HAS_TWO_HELP)
        }
        GuaranteeKind::Prerequisite(_, needed) => {
            let message = witness.holders.first().map(|holder| {
                let needed = Arg::from(model.role_name(*needed));
                text::HAS_WITHOUT.with([("has", has(holder, when).into()), ("role", needed)])
            });
            let message = message.unwrap_or_else(|| text::AT_ANY_TIME.plain());
            (&codes::PREREQUISITE, message, &text::BROKEN_HERE, &text::PREREQUISITE_HELP)
        }
        GuaranteeKind::AtMostRoles(most, _) => {
            let roles: Vec<Arg> = witness.requests.iter().map(|r| quoted(&subject_name(&r.subject))).collect();
            let message = text::ROLES_CAN.with([
                ("roles", Arg::List(roles)),
                ("most", Arg::from(u64::from(*most))),
                ("what", witness.requests.first().map_or(text::AT_ANY_TIME.plain(), what).into()),
            ]);
            (&codes::ROLES_CAN, message, &text::BROKEN_HERE, &text::ROLES_CAN_HELP)
        }
        GuaranteeKind::AtMostUsers(_, role) | GuaranteeKind::AtLeastUsers(_, role) => {
            let (code, message) = headcount(model.role_name(*role), witness, when);
            (code, message, &text::BROKEN_HERE, &text::USERS_HAVE_HELP)
        }
        GuaranteeKind::Always(..) => {
            let message = witness.requests.first().map(|request| {
                let role = Arg::from(subject_name(&request.subject));
                text::CANNOT.with([("role", role), ("what", what(request).into()), ("when", when.into())])
            });
            (
                &codes::ALWAYS,
                message.unwrap_or_else(|| text::AT_ANY_TIME.plain()),
                &text::BROKEN_HERE,
                &text::ALWAYS_HELP,
            )
        }
    }
}

fn headcount(role: &str, witness: &Witness, when: Message) -> (&'static Code, Message) {
    let names: Vec<Arg> = witness.holders.iter().take(SHOWN).map(|h| quoted(&subject_name(&h.subject))).collect();
    let role = Arg::from(role);
    if witness.holders.iter().any(|holder| !holder.brought.is_empty()) {
        return (&codes::USERS_HAVE, text::ANYBODY_HAS.with([("role", role)]));
    }
    let message = match witness.holders.len() {
        0 => text::NONE_HAS.with([("role", role), ("when", when.into())]),
        count => {
            let rest = count.saturating_sub(SHOWN);
            let names = if rest == 0 {
                Arg::List(names)
            } else {
                Arg::Message(text::AND_MORE.with([("names", Arg::List(names)), ("n", rest.into())]))
            };
            text::HAVE.with([("n", count.into()), ("names", names), ("role", role), ("when", when.into())])
        }
    };
    (&codes::USERS_HAVE, message)
}

/// Somebody can do something, when, under which values.
fn can(request: &WitnessRequest, when: Message) -> Message {
    text::CAN.with([
        ("who", who(request).into()),
        ("what", what(request).into()),
        ("given", given(request, &[]).into()),
        ("when", when.into()),
    ])
}

/// The second of two requests: who asks was said, what it brings was not.
fn what_and_given(request: &WitnessRequest) -> Message {
    let given = given(request, &request.roles);
    text::WHAT_GIVEN.with([("what", what(request).into()), ("given", given.into())])
}

fn who(request: &WitnessRequest) -> Message {
    let name = Arg::from(subject_name(&request.subject));
    let roles: Vec<Arg> = request.roles.iter().map(|role| quoted(role)).collect();
    match (&request.subject, roles.is_empty()) {
        (WitnessSubject::RoleAlone(_), _) => text::ROLE_ALONE.with([("role", name)]),
        (WitnessSubject::Id(_), true) => text::PERSON.with([("id", name)]),
        (WitnessSubject::Id(_), false) => text::PERSON_BRINGING.with([("id", name), ("roles", Arg::List(roles))]),
    }
}

fn what(request: &WitnessRequest) -> Message {
    let (action, object) = (Arg::from(request.action.as_str()), Arg::from(request.object.as_str()));
    match &request.field {
        None => text::WHAT.with([("action", action), ("object", object)]),
        Some(field) => {
            text::WHAT_FIELD.with([("action", action), ("object", object), ("field", Arg::from(field.as_str()))])
        }
    }
}

fn given(request: &WitnessRequest, brought: &[String]) -> Message {
    let mut parts: Vec<Arg> = Vec::new();
    if !brought.is_empty() {
        let roles: Vec<Arg> = brought.iter().map(|role| quoted(role)).collect();
        parts.push(Arg::Message(text::BRINGS.with([("roles", Arg::List(roles))])));
    }
    let mut add = |prefix: &str, name: &str, value: &WitnessValue| {
        let path = Arg::from(format!("{prefix}.{name}"));
        parts.push(Arg::Message(match value {
            WitnessValue::Null => text::IS_NONE.with([("path", path)]),
            WitnessValue::Set(values) if values.is_empty() => text::IS_EMPTY.with([("path", path)]),
            WitnessValue::Set(values) => {
                let values: Vec<Arg> = values.iter().map(|v| quoted(&plain(v))).collect();
                text::HOLDS.with([("path", path), ("values", Arg::List(values))])
            }
            _ => text::IS.with([("path", path), ("value", Arg::from(plain(value)))]),
        }));
    };
    if let Some(id) = &request.record_id {
        add("record", "id", &WitnessValue::Text(id.clone()));
    }
    request.record.iter().chain(&request.held).for_each(|(name, value)| add("record", name, value));
    request.subject_attributes.iter().for_each(|(name, value)| add("subject", name, value));
    request.request_attributes.iter().for_each(|(name, value)| add("request", name, value));
    for path in &request.missing {
        parts.push(Arg::Message(text::IS_MISSING.with([("path", Arg::from(path.as_str()))])));
    }
    if let Some(roles) = &request.active_roles {
        let roles: Vec<Arg> = roles.iter().map(|role| quoted(role)).collect();
        parts.push(Arg::Message(text::ACTIVE_ROLES.with([("roles", Arg::List(roles))])));
    }
    if parts.is_empty() { text::GIVEN_NOTHING.plain() } else { text::GIVEN.with([("list", Arg::List(parts))]) }
}

fn has(holder: &Holder, when: Message) -> Message {
    let id = Arg::from(subject_name(&holder.subject));
    let list = |roles: &mut dyn Iterator<Item = &String>| Arg::List(roles.map(|role| quoted(role)).collect());
    let roles = list(&mut holder.roles.iter().chain(&holder.brought));
    if holder.brought.is_empty() {
        return text::HAS.with([("id", id), ("roles", roles), ("when", when.into())]);
    }
    let brought = list(&mut holder.brought.iter());
    text::HAS_BROUGHT.with([("id", id), ("brought", brought), ("roles", roles), ("when", when.into())])
}

fn subject_name(subject: &WitnessSubject) -> String {
    match subject {
        WitnessSubject::Id(name) | WitnessSubject::RoleAlone(name) => name.clone(),
    }
}

fn quoted(name: &str) -> Arg {
    Arg::Verbatim(format!("`{name}`"))
}

fn plain(value: &WitnessValue) -> String {
    match value {
        WitnessValue::Null | WitnessValue::Set(_) => String::new(),
        WitnessValue::Boolean(b) => b.to_string(),
        WitnessValue::Number(n) => {
            let (whole, part) = ((n / 10_000).unsigned_abs(), (n % 10_000).unsigned_abs());
            let sign = if *n < 0 { "-" } else { "" };
            let fraction = format!("{part:04}");
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
        }
        WitnessValue::Text(text) => text.clone(),
    }
}

/// The instant, as a clock in the policy's zone shows it.
fn when(model: &Model, witness: &Witness) -> Message {
    if witness.at_any_time {
        return text::AT_ANY_TIME.plain();
    }
    let zone = load_zone(model.zone(PackageId(0))).into_iter().collect();
    let table = TimeTable { zones: zone, calendars: Vec::new(), patterns: Vec::new() };
    let time = local(&table, ZoneId(0), witness.at).map(|(date, millis)| {
        let ((year, month, day), minutes) = (date.ymd(), millis / 60_000);
        let rest = millis % 60_000;
        let seconds = match (rest / 1000, rest % 1000) {
            (0, 0) => String::new(),
            (seconds, 0) => format!(":{seconds:02}"),
            (seconds, millis) => format!(":{seconds:02}.{millis:03}"),
        };
        format!("{year:04}-{month:02}-{day:02} {:02}:{:02}{seconds}", minutes / 60, minutes % 60)
    });
    text::AT.with([("time", Arg::from(time.unwrap_or_else(|| witness.at.to_string())))])
}
