//! Roles and templates: a section each.

use super::condition::{value, when};
use super::header::type_ref;
use super::name::{Reader, Space};
use super::phrase::{after_comma, and, chain};
use super::rule::{Which, cancel, mask, right, rule};
use super::time::{hours_list, moment, pattern, window};
use super::{Section, Sentences};
use crate::message::{Arg, Message, Text, sentence};
use crate::source::Span;
use crate::syntax::ast::{
    Active, Declared, Instance, Name, Operand, ReviewEvery, Reviewed, Role, RoleBody, RoleItem, RoleItemKind, RoleKind,
    Template, TypeRef,
};

/// A role.
pub(super) fn role(reader: &Reader, span: Span, item: &Role) -> Section {
    let name = || reader.name(Space::Role, &item.declared.name);
    let mut out = introduced(reader, span, &item.declared, item.doc.as_deref(), item.external.is_some());
    match &item.kind {
        RoleKind::Body(of) => body(reader, span, &name(), of, &mut out),
        RoleKind::Instance(of) => {
            out.push((of.span, instance(reader, [("role", name())], of, &sentence::INSTANCE)));
        }
    }
    Section { heading: sentence::ROLE_HEADING.with([("role", name())]), sentences: out }
}

/// A template.
pub(super) fn template(reader: &Reader, span: Span, item: &Template) -> Section {
    let name = || reader.name(Space::Role, &item.declared.name);
    let mut out = introduced(reader, span, &item.declared, item.doc.as_deref(), item.external.is_some());
    let parameter = |(of, ty): &(Name, TypeRef)| {
        let name = super::phrase::code(reader.word(of));
        sentence::PARAMETER.with([("name", name), ("ty", type_ref(reader, ty))]).into()
    };
    let parameters = and(item.parameters.iter().map(parameter).collect());
    out.push((span, sentence::TEMPLATE.with([("template", name()), ("parameters", parameters)])));
    let made = sentence::MADE_FROM.with([("template", name())]).into();
    body(reader, span, &made, &item.body, &mut out);
    Section { heading: sentence::TEMPLATE_HEADING.with([("template", name())]), sentences: out }
}

fn introduced(reader: &Reader, span: Span, declared: &Declared, doc: Option<&str>, external: bool) -> Sentences {
    let name = || reader.name(Space::Role, &declared.name);
    let mut out = Vec::new();
    for line in doc.unwrap_or("").lines() {
        out.push((span, sentence::DOCUMENTED.with([("role", name()), ("text", line.into())])));
    }
    if external {
        out.push((span, sentence::EXTERNAL_ROLE.with([("role", name())])));
    }
    reader.renamed(Space::Role, span, std::slice::from_ref(declared), &mut out);
    out
}

/// What an instance is made from.
pub(super) fn instance<const N: usize>(
    reader: &Reader,
    of_whom: [(&'static str, Arg); N],
    of: &Instance,
    text: &'static Text,
) -> Message {
    let argument = |(name, operand): &(Option<Name>, Operand)| match name {
        Some(name) => {
            let name = super::phrase::code(reader.word(name));
            sentence::ARGUMENT.with([("name", name), ("value", value(reader, operand))]).into()
        }
        None => value(reader, operand),
    };
    let template = ("template", reader.name(Space::Role, &of.template));
    let mut message = if of.arguments.is_empty() {
        sentence::INSTANCE_PLAIN.with([template])
    } else {
        text.with([template, ("arguments", and(of.arguments.iter().map(argument).collect()))])
    };
    message.args.extend(of_whom);
    message
}

fn body(reader: &Reader, span: Span, role: &Arg, of: &RoleBody, out: &mut Sentences) {
    if !of.inherits.is_empty() {
        let roles = reader.list(Space::Role, &of.inherits);
        out.push((span, sentence::INHERITS.with([("role", role.clone()), ("roles", roles)])));
    } else if of.items.is_empty() {
        out.push((span, sentence::NOTHING_OF_ITS_OWN.with([("role", role.clone())])));
    }
    out.extend(of.items.iter().map(|item| (item.span, role_item(reader, role.clone(), item))));
}

fn role_item(reader: &Reader, role: Arg, item: &RoleItem) -> Message {
    match &item.kind {
        RoleItemKind::Responsible(who) => {
            sentence::RESPONSIBLE.with([("role", role), ("who", super::phrase::code(&who.text))])
        }
        RoleItemKind::Reviewed(item) => reviewed(role, item),
        RoleItemKind::Rule(item) => rule(reader, role, item),
        RoleItemKind::Mask(item) => mask(reader, role, item),
        RoleItemKind::Without(of) => sentence::WITHOUT.with([("role", role), ("right", right(reader, of, Which::Any))]),
        RoleItemKind::Cancel(item) => cancel(reader, role, item),
        RoleItemKind::Active(item) => active(reader, role, item),
    }
}

fn reviewed(role: Arg, item: &Reviewed) -> Message {
    let role = ("role", role);
    let date = item.last.as_ref().map(moment);
    let interval = item.every.as_ref().map(interval);
    match (date, interval) {
        (Some(date), None) => sentence::REVIEWED.with([role, ("date", date)]),
        (Some(date), Some(interval)) => sentence::REVIEWED_EVERY.with([role, ("date", date), ("interval", interval)]),
        (None, interval) => {
            sentence::REVIEW_EVERY.with([role, ("interval", interval.unwrap_or_else(super::phrase::nothing))])
        }
    }
}

fn interval(every: &ReviewEvery) -> Arg {
    let message = match every {
        ReviewEvery::Week => sentence::WEEK.plain(),
        ReviewEvery::Month => sentence::MONTH.plain(),
        ReviewEvery::Quarter => sentence::QUARTER.plain(),
        ReviewEvery::HalfYear => sentence::HALF_YEAR.plain(),
        ReviewEvery::Year => sentence::YEAR.plain(),
        ReviewEvery::Days(number) => sentence::DAYS.with([("number", number.text.as_ref().into())]),
    };
    message.into()
}

fn active(reader: &Reader, role: Arg, item: &Active) -> Message {
    let mut clauses = Vec::new();
    if !item.hours.is_empty() {
        clauses.push(sentence::DURING.with([("hours", hours_list(reader, &item.hours))]));
    }
    if !item.patterns.is_empty() {
        let patterns = item.patterns.iter().map(|of| pattern(reader, of)).collect();
        clauses.push(sentence::DURING.with([("hours", super::phrase::or(patterns))]));
    }
    clauses.extend(window(reader, &item.window));
    clauses.extend(when(reader, item.when.as_deref()));
    let mut clauses = clauses.into_iter();
    let first: Vec<Message> = clauses.next().into_iter().collect();
    let clauses = chain(first.into_iter().chain(clauses.map(after_comma)).collect());
    sentence::ACTIVE.with([("role", role), ("clauses", clauses)])
}
