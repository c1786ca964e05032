//! Rights, scopes, allow, deny, mask, cancel.

use super::condition::{when, when_taking};
use super::name::{Reader, Space};
use super::phrase::{after_comma, and, chain, count, joined, or};
use super::time::{reason, window};
use crate::message::{Arg, Message, Text, sentence};
use crate::syntax::ast::{
    ActionList, Cancel, CancelWhat, Effect, Mask, Name, ObjectList, ObjectRef, Rule, Scope, ScopeKind, Target,
};

/// Several rights at once, or any of them.
#[derive(Clone, Copy)]
pub(super) enum Which {
    /// All of them: "read and update".
    All,
    /// Any of them: "read or update", behind a "not" or a "nobody".
    Any,
}

impl Which {
    fn join(self, items: Vec<Arg>) -> Arg {
        match self {
            Self::All => and(items),
            Self::Any => or(items),
        }
    }
}

/// `read, update Customer` as something that one may do.
pub(super) fn right(reader: &Reader, target: &Target, which: Which) -> Arg {
    let objects = match (&target.objects, which) {
        (ObjectList::Named(list), _) => object_list(reader, list, which),
        (ObjectList::Every { span: _, except }, which) if except.is_empty() => match which {
            Which::All => sentence::EVERY_OBJECT.plain().into(),
            Which::Any => sentence::ANY_OBJECT.plain().into(),
        },
        (ObjectList::Every { span: _, except }, which) => {
            let text = match which {
                Which::All => &sentence::EVERY_OBJECT_EXCEPT,
                Which::Any => &sentence::ANY_OBJECT_EXCEPT,
            };
            text.with([("objects", reader.list(Space::Object, except))]).into()
        }
    };
    let objects = ("objects", objects);
    let message = match &target.actions {
        ActionList::Named(actions) => {
            let actions = actions.iter().map(|name| reader.action(name)).collect();
            let actions = match which {
                Which::All => joined(&sentence::AND_ACTIONS, actions),
                Which::Any => or(actions),
            };
            sentence::RIGHT.with([("actions", actions), objects])
        }
        ActionList::Every { span: _, except } if except.is_empty() => sentence::RIGHT_ANY.with([objects]),
        ActionList::Every { span: _, except } => {
            sentence::RIGHT_ANY_EXCEPT.with([("actions", reader.actions(except)), objects])
        }
    };
    message.into()
}

fn object_list(reader: &Reader, list: &[ObjectRef], which: Which) -> Arg {
    let object = |of: &ObjectRef| {
        let object = reader.name(Space::Object, &of.object);
        if of.fields.is_empty() {
            return object;
        }
        let fields = which.join(of.fields.iter().map(|name| reader.name(Space::Field, name)).collect());
        sentence::FIELDS_OF.with([("n", count(&of.fields)), ("fields", fields), ("object", object)]).into()
    };
    which.join(list.iter().map(object).collect())
}

/// `called N`
pub(super) fn called(reader: &Reader, name: Option<&Name>) -> Option<Message> {
    name.map(|name| sentence::CALLED.with([("name", super::phrase::code(reader.word(name)))]))
}

fn scopes(reader: &Reader, text: &'static Text, list: &[Scope]) -> Option<Message> {
    if list.is_empty() {
        return None;
    }
    let all = list.iter().any(|scope| matches!(scope.kind, ScopeKind::All));
    if all && std::ptr::eq(text, &sentence::WITHIN) {
        return Some(sentence::EVERYWHERE.plain());
    }
    Some(text.with([("scope", or(list.iter().map(|item| scope(reader, item)).collect()))]))
}

fn scope(reader: &Reader, scope: &Scope) -> Arg {
    let message = match &scope.kind {
        ScopeKind::Own => sentence::OWN.plain(),
        ScopeKind::Team => sentence::TEAM_SCOPE.plain(),
        ScopeKind::Reports => sentence::REPORTS.plain(),
        ScopeKind::MyUnit { below: false } => sentence::MY_UNIT.plain(),
        ScopeKind::MyUnit { below: true } => sentence::MY_UNIT_AND_BELOW.plain(),
        ScopeKind::All => sentence::ALL_RECORDS.plain(),
        ScopeKind::NoOwner => sentence::NO_OWNER.plain(),
        ScopeKind::Shared => sentence::SHARED.plain(),
        ScopeKind::Unit { unit, below } => {
            let text = if *below { &sentence::IN_UNIT_AND_BELOW } else { &sentence::IN_UNIT };
            text.with([("unit", reader.name(Space::Unit, unit))])
        }
    };
    message.into()
}

/// An allow or a deny of `role`.
pub(super) fn rule(reader: &Reader, role: Arg, rule: &Rule) -> Message {
    let mut rest = Vec::new();
    rest.extend(called(reader, rule.named.as_ref()));
    if !rule.including.is_empty() {
        let labels = and(rule.including.iter().map(|name| reader.short(Space::Label, name)).collect());
        rest.push(sentence::INCLUDING.with([("labels", labels)]));
    }
    rest.extend(scopes(reader, &sentence::WITHIN, &rule.within));
    rest.extend(scopes(reader, &sentence::OUTSIDE, &rule.outside));
    let clause = match rule.effect {
        Effect::Allow => when(reader, rule.when.as_deref()),
        Effect::Deny => when_taking(reader, rule.when.as_deref()),
    };
    rest.extend(clause.map(after_comma));
    rest.extend(window(reader, &rule.window).into_iter().map(after_comma));
    rest.extend(reason(&rule.reason));
    let (text, which) = match rule.effect {
        Effect::Allow => (&sentence::ALLOW, Which::All),
        Effect::Deny => (&sentence::DENY, Which::Any),
    };
    text.with([("role", role), ("right", right(reader, &rule.target, which)), ("rest", chain(rest))])
}

/// A mask of `role`.
pub(super) fn mask(reader: &Reader, role: Arg, mask: &Mask) -> Message {
    let mut rest = Vec::new();
    rest.extend(called(reader, mask.named.as_ref()));
    rest.extend(scopes(reader, &sentence::WITHIN, &mask.within));
    rest.extend(scopes(reader, &sentence::OUTSIDE, &mask.outside));
    rest.extend(when_taking(reader, mask.when.as_deref()).map(after_comma));
    rest.extend(window(reader, &mask.window).into_iter().map(after_comma));
    rest.extend(reason(&mask.reason));
    sentence::MASK.with([
        ("role", role),
        ("what", object_list(reader, &mask.objects, Which::All)),
        ("rest", chain(rest)),
    ])
}

/// A cancel of `role`.
pub(super) fn cancel(reader: &Reader, role: Arg, cancel: &Cancel) -> Message {
    let mut rest: Vec<Message> = window(reader, &cancel.window).into_iter().map(after_comma).collect();
    rest.extend(reason(&cancel.reason));
    let every = cancel.every.is_some();
    let name = |name: &Name| ("name", super::phrase::code(reader.word(name)));
    let (text, what) = match &cancel.what {
        CancelWhat::DenyNamed(of) => (&sentence::CANCEL_DENY_NAMED, name(of)),
        CancelWhat::MaskNamed(of) => (&sentence::CANCEL_MASK_NAMED, name(of)),
        CancelWhat::Deny(of) => {
            let text = if every { &sentence::CANCEL_EVERY_DENY } else { &sentence::CANCEL_DENY };
            (text, ("right", right(reader, of, Which::Any)))
        }
        CancelWhat::Mask(of) => {
            let text = if every { &sentence::CANCEL_EVERY_MASK } else { &sentence::CANCEL_MASK };
            (text, ("what", object_list(reader, of, Which::All)))
        }
    };
    let from = reader.name(Space::Role, &cancel.from);
    text.with([("role", role), ("from", from), what, ("rest", chain(rest))])
}
