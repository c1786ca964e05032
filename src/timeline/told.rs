//! Who gains or loses what, in words: people who gain or lose the same are told together.

use super::things::{NAMED, few, person};
use crate::facts::{Concerned, Turn, Turned};
use crate::message::{Arg, Lang, effect, timeline as text};
use crate::model::{FieldId, Model, RightId};
use std::collections::{BTreeMap, BTreeSet};

/// One line for each group of people: what all of them gain, or lose.
pub fn told(model: &Model, turned: &Turned, gained: bool, lang: Lang) -> Vec<String> {
    let mut rights: BTreeMap<Concerned, BTreeSet<(RightId, &[FieldId])>> = BTreeMap::new();
    for turn in turned.turns.iter().filter(|turn| turn.gained == gained) {
        for who in turn.who() {
            rights.entry(who).or_default().insert((turn.right, &turn.fields));
        }
    }
    let mut groups: BTreeMap<BTreeSet<(RightId, &[FieldId])>, Vec<Concerned>> = BTreeMap::new();
    for (who, rights) in rights {
        groups.entry(rights).or_default().push(who);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by(|a, b| a.1.cmp(&b.1));
    let line = |(rights, who): (BTreeSet<(RightId, &[FieldId])>, Vec<Concerned>)| {
        let people: Vec<String> = who.iter().map(|who| name(model, *who, lang)).collect();
        text::WHO_WHAT.with([("who", few(people)), ("what", parts(what(model, &rights)))]).render(lang)
    };
    groups.into_iter().map(line).collect()
}

/// How many people and roles that requests bring gain, or lose, something.
pub fn count(turned: &Turned, gained: bool) -> usize {
    let turns = turned.turns.iter().filter(|turn| turn.gained == gained);
    turns.flat_map(Turn::who).collect::<BTreeSet<Concerned>>().len()
}

/// The first of what is gained or lost, objects apart as in [`crate::words::rights`], and how much more there is.
fn parts(list: Vec<String>) -> Arg {
    let told = list.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    match list.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => text::MORE_RIGHTS.with([("rights", told.into()), ("n", more.into())]).into(),
        None => told.into(),
    }
}

fn name(model: &Model, who: Concerned, lang: Lang) -> String {
    match who {
        Concerned::Person(user) => person(model, user),
        Concerned::Bringer(role) => effect::WHOEVER_BRINGS.with([("role", model.role_name(role).into())]).render(lang),
    }
}

/// `read, update Customer`; fields only where the record itself is not among them.
fn what(model: &Model, rights: &BTreeSet<(RightId, &[FieldId])>) -> Vec<String> {
    let mut objects: Vec<(String, Vec<&str>)> = Vec::new();
    let mut fields: Vec<String> = Vec::new();
    for (right, of) in rights {
        let object = model.rights.get(right.index()).map_or("", |right| model.object_name(right.object));
        if of.is_empty() {
            let action = model.action_name(*right);
            match objects.iter_mut().find(|(known, _)| known == object) {
                Some((_, actions)) => actions.push(action),
                None => objects.push((object.to_owned(), vec![action])),
            }
        } else if !rights.contains(&(*right, &[] as &[FieldId])) {
            let names: Vec<&str> = of.iter().map(|field| model.field_name(*field)).collect();
            fields.push(format!("{} {object} ({})", model.action_name(*right), names.join(", ")));
        }
    }
    let records = objects.into_iter().map(|(object, actions)| format!("{} {object}", actions.join(", ")));
    records.chain(fields).collect()
}
