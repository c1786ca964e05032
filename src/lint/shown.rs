//! Names in messages: people, rights and fields, so many that one can read them, and how many more there are.

use crate::message::{Arg, Message, rights as text};
use crate::model::{FieldId, Model, ObjectId, RightId, RoleId, UserId};
use crate::words;
use std::collections::BTreeMap;

/// Things that a list names before it counts the rest.
const SHOWN: usize = 4;

/// `a`, `b` and how many more.
pub(super) fn names<T: AsRef<str>>(all: impl IntoIterator<Item = T>) -> Message {
    counted(all.into_iter().map(|name| (name, 1)))
}

/// The same of things that stand for so many each.
fn counted<T: AsRef<str>>(all: impl IntoIterator<Item = (T, usize)>) -> Message {
    let mut shown: Vec<String> = Vec::new();
    let mut more = 0_usize;
    for (name, count) in all {
        if shown.len() < SHOWN { shown.push(format!("`{}`", name.as_ref())) } else { more += count }
    }
    let list = ("list", Arg::from(shown));
    if more == 0 { text::NAMES.with([list]) } else { text::NAMES_AND_MORE.with([list, ("more", more.into())]) }
}

/// People, each once, in the order of the policy.
pub(super) fn people(model: &Model, users: &[UserId]) -> Message {
    let mut users = users.to_vec();
    users.sort_unstable();
    users.dedup();
    names(users.iter().map(|user| model.user_name(*user)))
}

/// Roles, each once.
pub(super) fn roles(model: &Model, roles: &[RoleId]) -> Message {
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    names(roles.iter().map(|role| model.role_name(*role)))
}

/// Rights, those of one object together.
pub(super) fn rights(model: &Model, rights: &[RightId]) -> Message {
    let mut objects: BTreeMap<ObjectId, Vec<RightId>> = BTreeMap::new();
    for id in rights {
        if let Some(right) = model.rights.get(id.index()) {
            let list = objects.entry(right.object).or_default();
            if !list.contains(id) {
                list.push(*id);
            }
        }
    }
    counted(objects.values().map(|rights| (words::rights(model, rights), rights.len())))
}

/// Fields with their objects: `` `Customer (phone, email)` ``.
pub(super) fn fields(model: &Model, fields: &[FieldId]) -> Message {
    let mut objects: BTreeMap<ObjectId, Vec<&str>> = BTreeMap::new();
    for id in fields {
        if let Some(field) = model.fields.get(id.index()) {
            objects.entry(field.object).or_default().push(model.field_name(*id));
        }
    }
    let named = |object: &ObjectId, names: &[&str]| format!("{} ({})", model.object_name(*object), names.join(", "));
    counted(objects.iter().map(|(object, names)| (named(object, names), names.len())))
}

/// Days in milliseconds.
pub(super) fn days(count: u32) -> i64 {
    i64::from(count).saturating_mul(86_400_000)
}
