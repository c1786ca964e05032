//! Puts differences together into few sentences, the riskiest first. No right, person or limit is lost on the way.

use super::change::{Change, What};
use crate::message::Lang;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use std::hash::Hash;

/// Changes that differ in one thing alone become one, as often as there are any.
pub(super) fn merged(changes: Vec<Change>) -> Vec<Change> {
    let limits = |change: &Change| -> Vec<String> {
        change.limits.iter().map(|limit| limit.words.render(Lang::En)).collect()
    };
    let who = |change: &Change| (change.people.clone(), change.roles.clone(), change.anybody);
    // A record with its fields first: the record says of what kind the difference is.
    let mut changes = changes;
    changes.sort_by_cached_key(|change| {
        let fields = change.what.iter().any(|what| !what.record);
        (fields, change.what.clone(), change.kind)
    });
    let right = |change: &Change| change.what.first().map(|what| (what.object.clone(), what.action.clone()));
    let of_fields = |change: &Change| {
        use super::change::Kind;
        matches!(change.kind, Kind::Mask | Kind::Session)
    };
    let changes = by(changes, |c| (c.gain, of_fields(c), who(c), limits(c), right(c)), join_what);
    let changes = by(changes, |c| (c.gain, c.kind, who(c), limits(c)), join_what);
    let mut changes = by(changes, |c| (c.gain, c.kind, c.what.clone(), limits(c)), join_who);
    changes.sort_by_cached_key(|change| {
        let reach = std::cmp::Reverse(change.people.len());
        (change.danger, !change.gain, reach, change.limits.len(), change.what.clone(), change.kind, who(change), limits(change))
    });
    changes
}

fn by<K: Eq + Hash>(
    changes: Vec<Change>,
    key: impl Fn(&Change) -> K,
    join: impl Fn(&mut Change, Change),
) -> Vec<Change> {
    let mut groups: IndexMap<K, Change, FxBuildHasher> = IndexMap::default();
    for change in changes {
        match groups.entry(key(&change)) {
            indexmap::map::Entry::Occupied(mut known) => join(known.get_mut(), change),
            indexmap::map::Entry::Vacant(free) => {
                free.insert(change);
            }
        }
    }
    groups.into_values().collect()
}

fn join_what(into: &mut Change, other: Change) {
    for what in other.what {
        let same = |known: &&mut What| (&known.object, &known.action) == (&what.object, &what.action);
        match into.what.iter_mut().find(same) {
            Some(known) => {
                known.record |= what.record;
                known.fields.extend(what.fields);
                known.fields.sort();
                known.fields.dedup();
            }
            None => into.what.push(what),
        }
    }
    into.what.sort();
    rest(into, other.danger, other.samples, other.causes);
}

fn join_who(into: &mut Change, other: Change) {
    into.people.extend(other.people);
    into.people.sort();
    into.people.dedup();
    into.roles.extend(other.roles);
    into.roles.sort();
    into.roles.dedup();
    into.anybody |= other.anybody;
    // Somebody by name shows more than a role alone.
    rest(into, other.danger, other.samples, other.causes);
}

fn rest(
    into: &mut Change,
    danger: super::change::Danger,
    samples: Vec<super::change::Sample>,
    causes: Vec<super::change::Cause>,
) {
    into.danger = into.danger.min(danger);
    into.samples.extend(samples);
    into.causes.extend(causes);
    into.causes.sort();
    into.causes.dedup();
}
