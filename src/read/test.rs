//! Tests in a policy.

use super::Sentences;
use super::name::{Reader, Space};
use super::people::values;
use super::phrase::{and, clauses, code, or, quoted};
use super::time::moment;
use crate::message::{Arg, Message, Text, scenario, sentence};
use crate::source::Span;
use crate::syntax::ast::{self, DateTime, Name, Operand, Sight, TestAction, TestItem, TestItemKind};

/// A test, line by line.
pub(super) fn test(reader: &Reader, span: Span, item: &ast::Test, out: &mut Sentences) {
    out.push((span, sentence::EXAMPLE.with([("name", quoted(&item.name.text))])));
    out.extend(item.items.iter().map(|item| (item.span, test_item(reader, item))));
}

fn test_item(reader: &Reader, item: &TestItem) -> Message {
    match &item.kind {
        TestItemKind::GivenUser { user, at } => {
            let user = ("user", reader.name(Space::User, user));
            match at {
                Some((at, zone)) => sentence::GIVEN_USER_AT.with([user, ("time", instant(at, zone.as_ref()))]),
                None => sentence::GIVEN_USER.with([user]),
            }
        }
        TestItemKind::GivenAt(at, zone) => sentence::GIVEN_AT.with([("time", instant(at, zone.as_ref()))]),
        TestItemKind::GivenRecord { object, id: _, attributes: None } => {
            sentence::GIVEN_OBJECT.with([("object", reader.name(Space::Object, object))])
        }
        TestItemKind::GivenRecord { object, id, attributes: Some(list) } => {
            let mut rest: Vec<Message> =
                id.iter().map(|id| sentence::WITH_ID.with([("id", quoted(&id.text))])).collect();
            rest.extend(values(reader, list));
            sentence::GIVEN_RECORD.with([("object", reader.name(Space::Object, object)), ("rest", clauses(rest))])
        }
        TestItemKind::GivenRequest(list) => given(reader, &sentence::GIVEN_REQUEST, list),
        TestItemKind::GivenSubject(list) => given(reader, &sentence::GIVEN_SUBJECT, list),
        TestItemKind::GivenRoles(roles) => sentence::GIVEN_ROLES.with([("roles", reader.list(Space::Role, roles))]),
        TestItemKind::GivenActiveRoles(roles) => {
            sentence::GIVEN_ACTIVE_ROLES.with([("roles", reader.list(Space::Role, roles))])
        }
        TestItemKind::Can(actions) => sentence::CAN.with([("actions", and(test_actions(reader, actions)))]),
        TestItemKind::Cannot(actions, why) => {
            let actions = ("actions", or(test_actions(reader, actions)));
            match why {
                Some(why) => sentence::CANNOT_BECAUSE.with([actions, ("reason", reason(reader.word(why)))]),
                None => sentence::CANNOT.with([actions]),
            }
        }
        TestItemKind::Sees { fields, how, action } => {
            let (text, on, fields) = match how {
                Sight::Clear => (&sentence::SEES_CLEAR, &sentence::SEES_CLEAR_ON, reader.list(Space::Field, fields)),
                Sight::Masked => (&sentence::SEES_MASKED, &sentence::SEES_MASKED_ON, reader.list(Space::Field, fields)),
                Sight::Hidden => (&sentence::SEES_HIDDEN, &sentence::SEES_HIDDEN_ON, reader.any(Space::Field, fields)),
            };
            match action {
                Some(name) => on.with([("fields", fields), ("action", reader.action(name))]),
                None => text.with([("fields", fields)]),
            }
        }
    }
}

/// Why not, in words; a reason that there is not stays as it is written.
fn reason(word: &str) -> Arg {
    let text = match word {
        "unknown-subject" => &scenario::UNKNOWN_SUBJECT,
        "no-grant" => &scenario::NO_GRANT,
        "inactive" => &scenario::INACTIVE,
        "scope" => &scenario::SCOPE,
        "condition" => &scenario::CONDITION,
        "deny" => &scenario::DENY,
        "requirement" => &scenario::REQUIREMENT,
        "role-conflict" => &scenario::ROLE_CONFLICT,
        "suspended" => &scenario::SUSPENDED,
        _ => return code(word),
    };
    text.plain().into()
}

fn given(reader: &Reader, text: &'static Text, list: &[(Name, Operand)]) -> Message {
    if list.is_empty() {
        return sentence::GIVEN_NOTHING.plain();
    }
    text.with([("rest", clauses(values(reader, list)))])
}

fn instant(at: &DateTime, zone: Option<&ast::Text>) -> Arg {
    match zone {
        Some(zone) => sentence::TIME_IN.with([("time", moment(at)), ("zone", code(&zone.text))]).into(),
        None => moment(at),
    }
}

fn test_actions(reader: &Reader, actions: &[TestAction]) -> Vec<Arg> {
    let one = |item: &TestAction| match &item.field {
        Some(field) => sentence::ACTION_ON_FIELD
            .with([("action", reader.action(&item.action)), ("field", reader.name(Space::Field, field))])
            .into(),
        None => reader.action(&item.action),
    };
    actions.iter().map(one).collect()
}
