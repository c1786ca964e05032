//! Conditions and values.

use super::name::{Reader, Space};
use super::phrase::{and, code, joined, or, quoted};
use crate::message::{Arg, Message, sentence};
use crate::syntax::ast::{CompareOp, Condition, ConditionKind, Operand, OperandKind, Path, PathRoot};

/// `when C` as a clause.
pub(super) fn when(reader: &Reader, condition: Option<&Condition>) -> Option<Message> {
    condition.map(|of| sentence::WHEN.with([("condition", self::condition(reader, of))]))
}

/// `when C` of what takes away: it binds unless C is false.
pub(super) fn when_taking(reader: &Reader, condition: Option<&Condition>) -> Option<Message> {
    condition.map(|of| sentence::WHEN_TAKING.with([("condition", self::condition(reader, of))]))
}

/// A condition.
pub(super) fn condition(reader: &Reader, of: &Condition) -> Arg {
    let all = |parts: &[Condition]| parts.iter().map(|part| condition(reader, part)).collect::<Vec<_>>();
    let message = match &of.kind {
        ConditionKind::And(parts) => return joined(&sentence::BOTH_HOLD, all(parts)),
        ConditionKind::Or(parts) => return or(all(parts)),
        ConditionKind::Not(inner) => return not(reader, inner),
        ConditionKind::Group(inner) => sentence::GROUP.with([("condition", condition(reader, inner))]),
        ConditionKind::Path(of) if is_mfa(reader, of) => sentence::SECOND_FACTOR.plain(),
        ConditionKind::Path(of) => sentence::IS_TRUE.with([("path", path(reader, of))]),
        ConditionKind::Compare(of, op, _, operand) => {
            comparison(*op).with([("path", path(reader, of)), ("value", value(reader, operand))])
        }
        ConditionKind::OneOf { path: of, negated, values } => {
            let text = if *negated { &sentence::IS_NOT_ONE_OF } else { &sentence::IS_ONE_OF };
            let values = values.iter().map(|operand| value(reader, operand)).collect();
            text.with([("path", path(reader, of)), ("values", and(values))])
        }
        ConditionKind::Has(of, operand) => {
            sentence::HAS.with([("path", path(reader, of)), ("value", value(reader, operand))])
        }
        ConditionKind::In { path: of, negated, networks } => {
            let text = if *negated { &sentence::NOT_IN_NETWORK } else { &sentence::IN_NETWORK };
            let networks = or(networks.iter().map(|name| reader.name(Space::Network, name)).collect());
            text.with([("path", path(reader, of)), ("networks", networks)])
        }
        ConditionKind::IsNone(of) => sentence::IS_NONE.with([("path", path(reader, of))]),
        ConditionKind::IsSet(of) => sentence::IS_SET.with([("path", path(reader, of))]),
    };
    message.into()
}

fn not(reader: &Reader, inner: &Condition) -> Arg {
    match &inner.kind {
        ConditionKind::Path(of) if is_mfa(reader, of) => sentence::NO_SECOND_FACTOR.plain().into(),
        ConditionKind::Path(of) => sentence::IS_NOT_TRUE.with([("path", path(reader, of))]).into(),
        ConditionKind::And(_)
        | ConditionKind::Or(_)
        | ConditionKind::Not(_)
        | ConditionKind::Group(_)
        | ConditionKind::Compare(..)
        | ConditionKind::OneOf { .. }
        | ConditionKind::Has(..)
        | ConditionKind::In { .. }
        | ConditionKind::IsNone(_)
        | ConditionKind::IsSet(_) => sentence::NOT.with([("condition", condition(reader, inner))]).into(),
    }
}

fn is_mfa(reader: &Reader, path: &Path) -> bool {
    path.root == PathRoot::Request && reader.is_built_in(&path.attribute, "mfa")
}

fn comparison(op: CompareOp) -> &'static crate::message::Text {
    match op {
        CompareOp::Is => &sentence::IS,
        CompareOp::IsNot => &sentence::IS_NOT,
        CompareOp::Less => &sentence::LESS,
        CompareOp::LessOrEqual => &sentence::LESS_OR_EQUAL,
        CompareOp::Greater => &sentence::GREATER,
        CompareOp::GreaterOrEqual => &sentence::GREATER_OR_EQUAL,
    }
}

fn path(reader: &Reader, path: &Path) -> Arg {
    let text = match path.root {
        PathRoot::Record if reader.word(&path.attribute) == "id" => return sentence::RECORD_ID.plain().into(),
        PathRoot::Request if reader.is_built_in(&path.attribute, "ip") => return sentence::REQUEST_IP.plain().into(),
        PathRoot::Record => &sentence::RECORD_PATH,
        PathRoot::Subject => &sentence::SUBJECT_PATH,
        PathRoot::Request => &sentence::REQUEST_PATH,
    };
    text.with([("attribute", reader.name(Space::Field, &path.attribute))]).into()
}

/// A value. A bare word may be a value of an enumeration, a unit or a person: whichever has a label.
pub(super) fn value(reader: &Reader, operand: &Operand) -> Arg {
    match &operand.kind {
        OperandKind::Number(number) => number.text.as_ref().into(),
        OperandKind::Text(text) => quoted(&text.text),
        OperandKind::Name(name) => match reader.word(name) {
            "true" => sentence::TRUE.plain().into(),
            "false" => sentence::FALSE.plain().into(),
            _ => reader.name(reader.space_of_value(name), name),
        },
        OperandKind::Path(of) => path(reader, of),
        OperandKind::User(user) => reader.name(Space::User, user),
        OperandKind::Unit(unit) => reader.name(Space::Unit, unit),
        OperandKind::Me => sentence::ME.plain().into(),
        OperandKind::None => sentence::NONE.plain().into(),
        OperandKind::Set(values) if values.is_empty() => sentence::EMPTY_SET.plain().into(),
        OperandKind::Set(values) => and(values.iter().map(|item| value(reader, item)).collect()),
        OperandKind::Address(address) => code(&address.text),
    }
}
