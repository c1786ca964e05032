//! Users, people files, assignments, delegations.

use super::Sentences;
use super::condition::value;
use super::name::{Reader, Space};
use super::phrase::{after_comma, and, chain, clauses, code, count, joined, or, quoted};
use super::role::instance;
use super::time::{moment, reason, window};
use crate::message::{Arg, Message, Text, sentence};
use crate::source::Span;
use crate::syntax::ast::{
    Assign, AssignTo, CellOp, CellTest, ColumnTest, Delegate, Name, People, PeopleItem, PeopleItemKind, RowRole, User,
};

/// Users declared in the policy.
pub(super) fn user(reader: &Reader, span: Span, item: &User, out: &mut Sentences) {
    let mut rest = Vec::new();
    if !item.units.is_empty() {
        rest.push(sentence::IN_UNITS.with([("units", reader.list(Space::Unit, &item.units))]));
    }
    if !item.other_ids.is_empty() {
        let ids = and(item.other_ids.iter().map(|id| code(&id.text)).collect());
        rest.push(sentence::OTHER_IDS.with([("n", count(&item.other_ids)), ("ids", ids)]));
    }
    rest.extend(item.starts.as_ref().map(|date| sentence::STARTS.with([("date", moment(date))])));
    rest.extend(item.ends.as_ref().map(|date| sentence::ENDS.with([("date", moment(date))])));
    let above = item.reports_to.as_ref();
    rest.extend(above.map(|user| sentence::REPORTS_TO.with([("user", reader.name(Space::User, user))])));
    rest.extend(values(reader, &item.attributes));
    let text = if item.external.is_some() { &sentence::EXTERNAL_USER } else { &sentence::USER };
    let users = reader.declared(Space::User, &item.names);
    out.push((span, text.with([("n", count(&item.names)), ("users", users), ("rest", clauses(rest))])));
    reader.renamed(Space::User, span, &item.names, out);
}

/// Attribute values as clauses.
pub(super) fn values(reader: &Reader, list: &[(Name, crate::syntax::ast::Operand)]) -> Vec<Message> {
    let one = |(attribute, operand): &(Name, _)| {
        let attribute = reader.name(Space::Field, attribute);
        sentence::WITH_VALUE.with([("attribute", attribute), ("value", value(reader, operand))])
    };
    list.iter().map(one).collect()
}

/// A people file and what its columns mean.
pub(super) fn people(reader: &Reader, span: Span, item: &People, out: &mut Sentences) {
    let path = || ("path", code(&item.path.text));
    let text = if item.external.is_some() { &sentence::EXTERNAL_PEOPLE_FROM } else { &sentence::PEOPLE_FROM };
    out.push((span, text.with([path()])));
    out.extend(item.items.iter().map(|item| (item.span, people_item(reader, path(), item))));
}

fn people_item(reader: &Reader, path: (&'static str, Arg), item: &PeopleItem) -> Message {
    let column = |name: &Name| ("column", code(reader.word(name)));
    match &item.kind {
        PeopleItemKind::Id(name) => sentence::ROW_ID.with([path, column(name)]),
        PeopleItemKind::Name(name) => sentence::ROW_NAME.with([path, column(name)]),
        PeopleItemKind::In(name) => sentence::ROW_UNIT.with([path, column(name)]),
        PeopleItemKind::OtherId(name) => sentence::ROW_OTHER_ID.with([path, column(name)]),
        PeopleItemKind::Starts(name) => sentence::ROW_STARTS.with([path, column(name)]),
        PeopleItemKind::Ends(name) => sentence::ROW_ENDS.with([path, column(name)]),
        PeopleItemKind::ReportsTo(name) => sentence::ROW_REPORTS_TO.with([path, column(name)]),
        PeopleItemKind::Attribute(attribute, name) => {
            sentence::ROW_ATTRIBUTE.with([path, ("attribute", reader.name(Space::Field, attribute)), column(name)])
        }
        PeopleItemKind::External(test) => sentence::ROW_EXTERNAL.with([path, ("test", cell_test(reader, test))]),
        PeopleItemKind::Skip(test) => sentence::ROW_SKIP.with([path, ("test", cell_test(reader, test))]),
        PeopleItemKind::Split(name, at) => sentence::ROW_SPLIT.with([path, column(name), ("at", quoted(&at.text))]),
        PeopleItemKind::Gets { role, when, for_unit, window: bounds } => {
            let for_unit = for_unit.as_ref().map(|name| sentence::ROW_FOR_UNIT.with([column(name)]));
            let rest = for_unit.into_iter().chain(window(reader, bounds)).collect();
            let (role, rest) = (("role", row_role(reader, role)), ("rest", clauses(rest)));
            match when {
                Some(test) => sentence::ROW_GETS_WHEN.with([path, role, ("test", cell_test(reader, test)), rest]),
                None => sentence::ROW_GETS.with([path, role, rest]),
            }
        }
        PeopleItemKind::Otherwise { error: true } => sentence::ROW_OTHERWISE_ERROR.with([path]),
        PeopleItemKind::Otherwise { error: false } => sentence::ROW_OTHERWISE_NOTHING.with([path]),
    }
}

fn row_role(reader: &Reader, role: &RowRole) -> Arg {
    match role {
        RowRole::Role(name) => reader.name(Space::Role, name),
        RowRole::Instance(of) if of.arguments.is_empty() => reader.name(Space::Role, &of.template),
        RowRole::Instance(of) => instance(reader, [], of, &sentence::ROW_INSTANCE).into(),
    }
}

fn cell_test(reader: &Reader, test: &CellTest) -> Arg {
    let one = |(name, op, values): &ColumnTest| {
        let column = ("column", code(reader.word(name)));
        let values = || ("values", or(values.iter().map(|value| quoted(&value.text)).collect()));
        match op {
            CellOp::Is => sentence::CELL_IS.with([column, values()]).into(),
            CellOp::IsNot => sentence::CELL_IS_NOT.with([column, values()]).into(),
            CellOp::IsEmpty => sentence::CELL_IS_EMPTY.with([column]).into(),
            CellOp::IsSet => sentence::CELL_IS_SET.with([column]).into(),
        }
    };
    joined(&sentence::BOTH_HOLD, test.tests.iter().map(one).collect())
}

/// An assignment.
pub(super) fn assign(reader: &Reader, item: &Assign) -> Message {
    let in_unit = |text: &'static Text, unit: &Name| text.with([("unit", reader.name(Space::Unit, unit))]).into();
    let (who, n) = match &item.to {
        AssignTo::Users(users) => (reader.list(Space::User, users), count(users)),
        AssignTo::Everyone { span: _, unit: None, below: _ } => (sentence::EVERYONE.plain().into(), 1_usize.into()),
        AssignTo::Everyone { span: _, unit: Some(unit), below } => {
            let text = if *below { &sentence::EVERYONE_IN_AND_BELOW } else { &sentence::EVERYONE_IN };
            (in_unit(text, unit), 1_usize.into())
        }
    };
    let mut rest = Vec::new();
    if !item.for_units.is_empty() {
        rest.push(sentence::FOR_UNITS.with([("units", reader.list(Space::Unit, &item.for_units))]));
    }
    rest.extend(window(reader, &item.window));
    let mut rest: Vec<Message> = rest.into_iter().map(after_comma).collect();
    rest.extend(reason(&item.reason));
    sentence::ASSIGN.with([
        ("who", who),
        ("n", n),
        ("roles_n", count(&item.roles)),
        ("roles", reader.list(Space::Role, &item.roles)),
        ("rest", chain(rest)),
    ])
}

/// A delegation.
pub(super) fn delegate(reader: &Reader, item: &Delegate) -> Message {
    let mut rest: Vec<Message> = window(reader, &item.window).into_iter().map(after_comma).collect();
    rest.extend(reason(&item.reason));
    sentence::DELEGATE.with([
        ("to", reader.name(Space::User, &item.to)),
        ("of", reader.name(Space::User, &item.of)),
        ("role", reader.name(Space::Role, &item.role)),
        ("rest", chain(rest)),
    ])
}
