//! Scopes, conditions, windows and rights of the model in words of both languages.
//!
//! Reads the model only: findings, answers and reviews share it, so that one thing is always called the same.
//! Sentences about whole statements, as written, are the work of `read`.

use crate::analysis::local::{LocalClock, iso};
use crate::message::{Arg, Message, Text, answer as text};
use crate::model::{
    Atom, AtomId, AttributeRef, Comparison, Condition, ConditionId, Coverage, Model, Operand, RightId, Rule, Scope,
    ScopeId, ScopeTerm, Test, Value, WindowId,
};
use crate::source::PackageId;
use crate::time::{Days, Extent, FOREVER, FOREVER_AGO, LocalTime, Pattern, Recurring, Window};
use std::net::Ipv6Addr;

/// `read, export Customer`, as a policy writes it; rights of several objects apart: `read Customer; read Invoice`.
pub fn rights(model: &Model, rights: &[RightId]) -> String {
    let object = |right: &RightId| model.rights.get(right.index()).map(|right| right.object);
    let of_one = |rights: &[RightId]| {
        let actions: Vec<&str> = rights.iter().map(|r| model.action_name(*r)).collect();
        let name = rights.first().and_then(object).map_or("", |object| model.object_name(object));
        format!("{} {name}", actions.join(", "))
    };
    let parts: Vec<String> = rights.chunk_by(|a, b| object(a) == object(b)).map(of_one).collect();
    parts.join("; ")
}

/// `read Customer (phone)`: rights with the fields of a coverage, or its labels.
pub fn covered(model: &Model, ids: &[RightId], coverage: &Coverage) -> String {
    let what = rights(model, ids);
    match coverage {
        Coverage::Object { including } if including.is_empty() => what,
        Coverage::Object { including } => {
            let labels = including.iter().map(|l| model.labels.get(l.index()).map_or("", |l| model.text(l.name)));
            format!("{what} including {}", labels.collect::<Vec<_>>().join(", "))
        }
        Coverage::Fields(fields) => {
            let names: Vec<&str> = fields.iter().map(|f| model.field_name(*f)).collect();
            format!("{what} ({})", names.join(", "))
        }
    }
}

/// What an allow or deny says: rights, records, condition, window.
pub fn rule(model: &Model, rule: &Rule) -> Message {
    let rights = covered(model, &rule.rights, &rule.coverage);
    let general = rule.rights.iter().all(|r| model.rights.get(r.index()).is_some_and(|right| right.general));
    let mut clauses = Vec::new();
    if !general {
        clauses.push(scope(model, rule.scope));
    }
    clauses.extend(limits(model, rule.condition, rule.window));
    let entry = if clauses.is_empty() { &text::GENERAL_RULE } else { &text::RULE };
    entry.with([("rights", rights.into()), ("clauses", joined(clauses))])
}

/// Condition and window as clauses; nothing for what is no limit.
pub fn limits(model: &Model, condition_id: ConditionId, window_id: WindowId) -> Vec<Message> {
    let mut clauses = Vec::new();
    if condition_id != ConditionId::TRUE {
        clauses.push(text::WHEN.with([("condition", condition(model, condition_id).into())]));
    }
    if !model.window(window_id).is_always() {
        clauses.push(window(model, window_id));
    }
    clauses
}

/// Clauses one after the other.
pub fn joined(clauses: Vec<Message>) -> Arg {
    Arg::List(clauses.into_iter().map(Arg::Message).collect())
}

/// Which records.
pub fn scope(model: &Model, id: ScopeId) -> Message {
    match model.scopes.get(id.index()) {
        Some(scope) if id != ScopeId::ALL => scope_of(model, scope),
        _ => text::ALL_RECORDS.plain(),
    }
}

fn scope_of(model: &Model, scope: &Scope) -> Message {
    let terms = scope.terms.iter().map(|t| term(model, *t)).collect();
    let union = chain(&text::EITHER, terms).unwrap_or_else(|| text::ALL_RECORDS.plain());
    if scope.outside { text::OUTSIDE.with([("a", union.into())]) } else { union }
}

fn term(model: &Model, term: ScopeTerm) -> Message {
    let unit = |entry: &'static Text, id| entry.with([("unit", model.unit_name(id).into())]);
    match term {
        ScopeTerm::Own => text::OWN.plain(),
        ScopeTerm::Team => text::TEAM.plain(),
        ScopeTerm::Reports => text::REPORTS.plain(),
        ScopeTerm::MyUnit => text::MY_UNIT.plain(),
        ScopeTerm::MyUnitAndBelow => text::MY_UNIT_AND_BELOW.plain(),
        ScopeTerm::NoOwner => text::NO_OWNER.plain(),
        ScopeTerm::Shared => text::SHARED.plain(),
        ScopeTerm::Unit(id) => unit(&text::OF_UNIT, id),
        ScopeTerm::UnitAndBelow(id) => unit(&text::OF_UNIT_AND_BELOW, id),
        ScopeTerm::All => text::ALL_RECORDS.plain(),
    }
}

/// `a or b or c`; nothing for an empty list.
pub fn chain(entry: &'static Text, parts: Vec<Message>) -> Option<Message> {
    parts.into_iter().reduce(|a, b| entry.with([("a", a.into()), ("b", b.into())]))
}

/// A condition. Nesting is bounded where policies are read.
pub fn condition(model: &Model, id: ConditionId) -> Message {
    let parts = |ids: &[ConditionId], entry: &'static Text| {
        let parts = ids.iter().map(|part| grouped(model, *part)).collect();
        chain(entry, parts).unwrap_or_else(|| text::ALWAYS.plain())
    };
    match model.conditions.get(id.index()) {
        Some(Condition::And(ids)) => parts(ids, &text::AND),
        Some(Condition::Or(ids)) => parts(ids, &text::OR),
        Some(Condition::Not(inner)) => match model.conditions.get(inner.index()) {
            Some(Condition::Atom(atom)) => atom_words(model, *atom, true),
            _ => text::NOT.with([("a", condition(model, *inner).into())]),
        },
        Some(Condition::Atom(atom)) => atom_words(model, *atom, false),
        Some(Condition::True) | None => text::ALWAYS.plain(),
    }
}

fn grouped(model: &Model, id: ConditionId) -> Message {
    let inner = condition(model, id);
    match model.conditions.get(id.index()) {
        Some(Condition::And(_) | Condition::Or(_)) => text::GROUP.with([("a", inner.into())]),
        _ => inner,
    }
}

fn atom_words(model: &Model, id: AtomId, negated: bool) -> Message {
    let Some(atom) = model.atoms.get(id.index()) else { return text::ALWAYS.plain() };
    let path = attribute(model, atom.left);
    let entry = entry(atom, negated);
    let args = [("path", path.into()), ("value", operand_words(model, &atom.test).into())];
    entry.with(args)
}

fn entry(atom: &Atom, negated: bool) -> &'static Text {
    use Comparison as C;
    let pick = |yes, no| if negated { no } else { yes };
    match &atom.test {
        Test::Compare(C::Equal, Operand::Me) => pick(&text::IS_ME, &text::IS_NOT_ME),
        Test::Compare(C::NotEqual, Operand::Me) => pick(&text::IS_NOT_ME, &text::IS_ME),
        Test::Compare(C::Equal, _) => pick(&text::IS, &text::IS_NOT),
        Test::Compare(C::NotEqual, _) => pick(&text::IS_NOT, &text::IS),
        Test::Compare(C::Less, _) => pick(&text::LESS, &text::GREATER_OR_EQUAL),
        Test::Compare(C::LessOrEqual, _) => pick(&text::LESS_OR_EQUAL, &text::GREATER),
        Test::Compare(C::Greater, _) => pick(&text::GREATER, &text::LESS_OR_EQUAL),
        Test::Compare(C::GreaterOrEqual, _) => pick(&text::GREATER_OR_EQUAL, &text::LESS),
        Test::OneOf(_) => pick(&text::ONE_OF, &text::NOT_ONE_OF),
        Test::Has(Operand::Me) => pick(&text::HAS_ME, &text::HAS_NOT_ME),
        Test::Has(_) => pick(&text::HAS, &text::HAS_NOT),
        Test::InNetworks(_) => pick(&text::IN, &text::NOT_IN),
        Test::IsNone => pick(&text::IS_NONE, &text::IS_SET),
    }
}

fn operand_words(model: &Model, test: &Test) -> String {
    let operand = |operand: &Operand| match operand {
        Operand::Value(v) => value(model, v),
        Operand::Attribute(path) => attribute(model, *path),
        Operand::Me => "me".to_owned(),
    };
    match test {
        Test::Compare(_, right) | Test::Has(right) => operand(right),
        Test::OneOf(values) => values.iter().map(|v| value(model, v)).collect::<Vec<_>>().join(", "),
        Test::InNetworks(ids) => {
            let names = ids.iter().map(|n| model.networks.get(n.index()).map_or("", |n| model.text(n.name)));
            names.collect::<Vec<_>>().join(", ")
        }
        Test::IsNone => String::new(),
    }
}

/// `record.region`
pub fn attribute(model: &Model, path: AttributeRef) -> String {
    let name = |list: &[crate::model::Attribute], index: usize| {
        list.get(index).map_or_else(String::new, |a| model.text(a.name).to_owned())
    };
    match path {
        AttributeRef::RecordId => "record.id".to_owned(),
        AttributeRef::Record(field) => format!("record.{}", model.field_name(field)),
        AttributeRef::Subject(id) => format!("subject.{}", name(&model.subject_attributes, id.index())),
        AttributeRef::Request(id) => format!("request.{}", name(&model.request_attributes, id.index())),
    }
}

/// A value, as a policy writes it.
pub fn value(model: &Model, value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::Boolean(b) => b.to_string(),
        Value::Number(n) => number(*n),
        Value::Text(symbol) => format!("\"{}\"", model.text(*symbol)),
        Value::Enum(id, position) => {
            let found = model.enums.get(id.index()).and_then(|e| e.values.get(*position as usize));
            found.map_or_else(String::new, |v| model.text(v.name).to_owned())
        }
        Value::User(id) => format!("user {}", model.user_name(*id)),
        Value::Stranger(symbol) => format!("user {}", model.text(*symbol)),
        Value::Unit(id) => format!("unit {}", model.unit_name(*id)),
        Value::Address(bits) => address(*bits),
        Value::Set(values) => {
            let items: Vec<String> = values.iter().map(|v| self::value(model, v)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

/// A decimal times 10,000, as written: no zeros at the end.
pub fn number(scaled: i64) -> String {
    let (sign, digits) = (if scaled < 0 { "-" } else { "" }, scaled.unsigned_abs());
    let (whole, rest) = (digits / 10_000, digits % 10_000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{}", format!("{rest:04}").trim_end_matches('0'))
}

fn address(bits: u128) -> String {
    let v6 = Ipv6Addr::from(bits);
    v6.to_ipv4_mapped().map_or_else(|| v6.to_string(), |v4| v4.to_string())
}

/// From when until when, and in which hours.
pub fn window(model: &Model, id: WindowId) -> Message {
    window_of(model, model.window(id))
}

/// As [`window`], for one that is not interned.
pub fn window_of(model: &Model, window: &Window) -> Message {
    let bounds = bounds(model, window.from, window.until);
    let hours = window.recurring.iter().map(|r| recurring(model, r));
    let clauses: Vec<Message> = bounds.into_iter().chain(hours).collect();
    match clauses.len() {
        0 => text::ALWAYS.plain(),
        1 => clauses.into_iter().next().unwrap_or_else(|| text::ALWAYS.plain()),
        _ => text::CLAUSES.with([("list", joined(clauses))]),
    }
}

/// An interval of instants; nothing if it has no bound.
pub fn bounds(model: &Model, from: i64, until: i64) -> Option<Message> {
    let last_day = day_before(model, until);
    let end = last_day.clone().unwrap_or_else(|| instant(model, until));
    match (from == FOREVER_AGO, until == FOREVER) {
        (true, true) => None,
        (false, true) => Some(text::FROM.with([("from", instant(model, from).into())])),
        (true, false) => {
            let entry = if last_day.is_some() { &text::THROUGH } else { &text::BEFORE };
            Some(entry.with([("until", end.into())]))
        }
        (false, false) => {
            let entry = if last_day.is_some() { &text::FROM_THROUGH } else { &text::FROM_BEFORE };
            Some(entry.with([("from", instant(model, from).into()), ("until", end.into())]))
        }
    }
}

/// `2026-12-01 18:00`, or the date alone at its start; as a clock shows it where the root package is at home.
pub fn instant(model: &Model, at: i64) -> String {
    let Some((date, seconds)) = LocalClock::of(model, PackageId(0)).show(at) else { return at.to_string() };
    let date = iso(date);
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, 0) => date,
        (hour, minute, 0) => format!("{date} {hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// An end: the last day, where the window goes to the end of a day, else the instant.
pub fn end(model: &Model, until: i64) -> Message {
    match day_before(model, until) {
        Some(day) => text::END_OF_DAY.with([("day", day.into())]),
        None => text::WRITTEN_PLAIN.with([("words", instant(model, until).into())]),
    }
}

/// `2026-12-31`
pub fn date(date: crate::time::Date) -> String {
    iso(date)
}

/// The date before, if `at` is the start of a date.
fn day_before(model: &Model, at: i64) -> Option<String> {
    let clock = LocalClock::of(model, PackageId(0));
    let (date, _) = clock.show(at)?;
    (clock.start(date) == Some(at)).then(|| iso(date.plus(-1)))
}

fn recurring(model: &Model, recurring: &Recurring) -> Message {
    let named = model.hours.iter().find(|h| h.patterns == recurring.patterns);
    let hours = match named {
        Some(hours) => text::HOURS.with([("name", model.text(hours.name).into())]),
        None => {
            let found = recurring.patterns.iter().filter_map(|id| model.time.patterns.get(id.0 as usize));
            chain(&text::OR, found.map(pattern).collect()).unwrap_or_else(|| text::ALWAYS.plain())
        }
    };
    let entry = if recurring.negated { &text::OUTSIDE_HOURS } else { &text::DURING };
    entry.with([("hours", hours.into())])
}

/// A recurring pattern.
pub fn pattern(pattern: &Pattern) -> Message {
    text::PATTERN.with([("days", days(pattern.days).into()), ("extent", extent(pattern).into())])
}

fn days(days: Days) -> Message {
    const NAMES: [&Text; 7] = [
        &text::MONDAY,
        &text::TUESDAY,
        &text::WEDNESDAY,
        &text::THURSDAY,
        &text::FRIDAY,
        &text::SATURDAY,
        &text::SUNDAY,
    ];
    match days {
        Days::Weekdays(bits) if bits & 0x7f == 0x7f => text::DAILY.plain(),
        Days::Weekdays(0x1f) => text::WEEKDAYS.plain(),
        Days::Weekdays(bits) => {
            let names = NAMES.iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0);
            text::ON_DAYS.with([("list", joined(names.map(|(_, name)| name.plain()).collect()))])
        }
        Days::WorkdaysOf(_) => text::WORKDAYS.plain(),
        Days::DaysOffOf(_) => text::DAYS_OFF.plain(),
        Days::MonthDays(bits) => {
            let days: Vec<usize> = (0..31_usize).filter(|i| bits & (1 << i) != 0).map(|i| i + 1).collect();
            text::MONTH_DAYS.with([("days", days.len().into()), ("list", days.into())])
        }
        Days::MonthLast => text::MONTH_LAST.plain(),
        Days::Year(month, 0) => text::YEAR_MONTH_LAST.with([("month", usize::from(month).into())]),
        Days::Year(month, day) => {
            text::YEAR_DAY.with([("month", format!("{month:02}").into()), ("day", format!("{day:02}").into())])
        }
    }
}

fn extent(pattern: &Pattern) -> Message {
    let start = ("start", clock(pattern.start).into());
    match pattern.extent {
        Extent::Until(end, 0) => text::TIMES.with([start, ("end", clock(end).into())]),
        Extent::Until(end, 1) => text::TIMES_NEXT.with([start, ("end", clock(end).into())]),
        Extent::Until(end, days) => {
            text::TIMES_LATER.with([start, ("end", clock(end).into()), ("days", usize::from(days).into())])
        }
        Extent::Minutes(minutes) if minutes % 60 == 0 => {
            text::FOR_HOURS.with([start, ("hours", (minutes as usize / 60).into())])
        }
        Extent::Minutes(minutes) => text::FOR_MINUTES.with([start, ("minutes", (minutes as usize).into())]),
        Extent::WholeDays(1) => text::WHOLE_DAY.plain(),
        Extent::WholeDays(days) => text::WHOLE_DAYS.with([("days", usize::from(days).into())]),
    }
}

fn clock(time: LocalTime) -> String {
    format!("{:02}:{:02}", time / 60, time % 60)
}
