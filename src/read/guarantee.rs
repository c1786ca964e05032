//! Guarantees.

use super::condition::condition;
use super::name::{Reader, Space};
use super::phrase::{after_comma, and, chain, or};
use super::rule::{Which, right};
use super::time::{reason, window};
use crate::message::{Arg, Message, Text, sentence};
use crate::syntax::ast::{Guarantee, GuaranteeKind, Name, Number, Target, Who, WhoKind};

/// A guarantee.
pub(super) fn guarantee(reader: &Reader, item: &Guarantee) -> Message {
    let mut rest: Vec<Message> = window(reader, &item.window).into_iter().map(after_comma).collect();
    rest.extend(reason(&item.reason));
    let rest = ("rest", chain(rest));
    let right = |of: &Target, which| ("right", right(reader, of, which));
    let role = |of: &Name| ("role", reader.name(Space::Role, of));
    let n = |number: &Number| ("n", Arg::from(number.text.as_ref()));
    match &item.kind {
        GuaranteeKind::NobodyHasTwo(roles) => {
            let text = if roles.len() == 2 { &sentence::NOBODY_HAS_BOTH } else { &sentence::NOBODY_HAS_TWO };
            text.with([("roles", reader.list(Space::Role, roles)), rest])
        }
        GuaranteeKind::NobodyCanBoth(one, other) => sentence::NOBODY_CAN_BOTH.with([
            ("one", super::rule::right(reader, one, Which::All)),
            ("other", super::rule::right(reader, other, Which::All)),
            rest,
        ]),
        GuaranteeKind::Never(who, of) => who_can(reader, &sentence::NEVER, who, [right(of, Which::Any), rest]),
        GuaranteeKind::Only(who, of) => who_can(reader, &sentence::ONLY, who, [right(of, Which::Any), rest]),
        GuaranteeKind::AtMostRoles(number, of) => {
            sentence::AT_MOST_ROLES.with([n(number), right(of, Which::Any), rest])
        }
        GuaranteeKind::AtMostUsers(number, of) => sentence::AT_MOST_USERS.with([n(number), role(of), rest]),
        GuaranteeKind::AtLeastUsers(number, of) => sentence::AT_LEAST_USERS.with([n(number), role(of), rest]),
        GuaranteeKind::Needs(of, needed) => {
            sentence::NEEDS.with([right(of, Which::Any), ("condition", condition(reader, needed)), rest])
        }
        GuaranteeKind::Always(roles, of) => {
            sentence::ALWAYS.with([("roles", reader.list(Space::Role, roles)), right(of, Which::All), rest])
        }
        GuaranteeKind::Prerequisite(has, needed) => {
            sentence::PREREQUISITE.with([role(has), ("needed", reader.name(Space::Role, needed)), rest])
        }
    }
}

fn who_can(reader: &Reader, text: &'static Text, list: &[Who], [right, rest]: [(&'static str, Arg); 2]) -> Message {
    let list = list.iter().map(|item| who(reader, item)).collect();
    let list = if std::ptr::eq(text, &sentence::NEVER) { or(list) } else { and(list) };
    text.with([("who", list), right, rest])
}

fn who(reader: &Reader, who: &Who) -> Arg {
    let in_unit = |text: &'static Text, unit: &Name| text.with([("unit", reader.name(Space::Unit, unit))]).into();
    match &who.kind {
        WhoKind::Role { role, heirs: false } => reader.name(Space::Role, role),
        WhoKind::Role { role, heirs: true } => {
            sentence::HEIRS_TOO.with([("role", reader.name(Space::Role, role))]).into()
        }
        WhoKind::User(user) => reader.name(Space::User, user),
        WhoKind::Anyone => sentence::ANYONE.plain().into(),
        WhoKind::InUnit { unit, below: false } => in_unit(&sentence::ANYONE_IN, unit),
        WhoKind::InUnit { unit, below: true } => in_unit(&sentence::ANYONE_IN_AND_BELOW, unit),
        WhoKind::OutsideUnit(unit) => in_unit(&sentence::ANYONE_OUTSIDE, unit),
    }
}
