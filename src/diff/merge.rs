//! Puts differences together into few sentences, the riskiest first. No right, person or limit is lost on the way.

use super::change::{About, Change, Limit, What};
use crate::message::{Lang, diff as text};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use std::hash::Hash;

/// Changes that differ in one thing alone become one, as often as there are any.
pub(super) fn merged(changes: Vec<Change>) -> Vec<Change> {
    let limits =
        |change: &Change| -> Vec<String> { change.limits.iter().map(|limit| limit.words.render(Lang::En)).collect() };
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
    // Of cubes that differ in one thing alone, that thing is one or the other: other records first, then other times.
    let changes = by(
        changes,
        |c| (c.gain, c.kind, who(c), c.what.clone(), others(c, About::Record)),
        |into, other| {
            join_limits(into, other, About::Record);
        },
    );
    let changes = by(
        changes,
        |c| (c.gain, c.kind, who(c), c.what.clone(), others(c, About::Request)),
        |into, other| {
            join_limits(into, other, About::Request);
        },
    );
    let changes = by(changes, |c| (c.gain, c.kind, who(c), limits(c)), join_what);
    let mut changes = by(changes, |c| (c.gain, c.kind, c.what.clone(), limits(c)), join_who);
    changes.sort_by_cached_key(|change| {
        let reach = std::cmp::Reverse(change.people.len());
        (
            change.danger,
            !change.gain,
            reach,
            change.limits.len(),
            change.what.clone(),
            change.kind,
            who(change),
            limits(change),
        )
    });
    changes
}

/// The limits that are not about one thing; whether there are any about it, so that what has none is left alone.
fn others(change: &Change, about: About) -> (Vec<String>, bool) {
    let others = change.limits.iter().filter(|limit| limit.about != about);
    let any = change.limits.iter().any(|limit| limit.about == about);
    (others.map(|limit| limit.words.render(Lang::En)).collect(), any)
}

/// Limits about one thing become: these together, or those together.
fn join_limits(into: &mut Change, other: Change, about: About) {
    let taken = |change: &mut Change| {
        let (of, rest): (Vec<Limit>, Vec<Limit>) =
            std::mem::take(&mut change.limits).into_iter().partition(|limit| limit.about == about);
        change.limits = rest;
        let words = of.into_iter().map(|limit| limit.words);
        words.reduce(|a, b| text::TOGETHER.with([("a", a.into()), ("b", b.into())]))
    };
    let mut other = other;
    if let (Some(mine), Some(theirs)) = (taken(into), taken(&mut other)) {
        let both = text::ONE_OF_THESE.with([("a", mine.into()), ("b", theirs.into())]);
        into.limits.push(Limit { about, words: both });
        into.limits.sort_by_cached_key(|limit| (limit.about, limit.words.render(Lang::En)));
    }
    rest(into, other.danger, other.samples, other.causes);
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
    // A line counts once; the shorter way comes first.
    into.causes.sort_by_key(|cause| cause.path.len());
    into.causes.sort_by(|a, b| (a.added, &a.file, a.line).cmp(&(b.added, &b.file, b.line)));
    into.causes.dedup_by(|a, b| (a.added, &a.file, a.line) == (b.added, &b.file, b.line));
}
