//! [`Holder`]: a combination of roles that one subject can hold, each kept once however many people have it.

use super::Context;
use crate::message::{Message, lint as text};
use crate::model::{Model, Origin, RoleId, UserId, WindowId};
use std::collections::BTreeMap;

/// Somebody who holds roles together.
#[derive(Debug, Clone)]
pub struct Holder {
    /// The first such person; nobody for a role that is looked at alone or brought by a request.
    pub user: Option<UserId>,
    /// How many people hold just this.
    pub count: usize,
    /// The roles.
    pub seats: Vec<Seat>,
}

/// One role that is held.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The role.
    pub role: RoleId,
    /// All must be open for the role to be held.
    pub windows: Vec<WindowId>,
    /// Held for somebody else: its denies and masks bind only what comes through it.
    pub delegated: bool,
    /// Where; nowhere for a role that is looked at alone or brought by a request.
    pub origin: Option<Origin>,
}

impl Holder {
    /// Whether a deny that comes with one seat binds an allow that comes with another.
    pub fn binds(deny: &Seat, deny_at: usize, allow_at: usize) -> bool {
        deny_at == allow_at || !deny.delegated
    }
}

type Key = Vec<(RoleId, bool, Vec<WindowId>)>;

/// Every combination: of people, of those with all that a request may bring, and of roles that nobody holds but
/// that no other role inherits, each alone.
pub(super) fn holders(cx: &Context<'_>) -> Vec<Holder> {
    let model = cx.model;
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    let mut found: Vec<Holder> = Vec::new();
    for (user, hats) in cx.hats.people() {
        let mut seats: Vec<Seat> = hats
            .iter()
            .map(|hat| Seat {
                role: hat.role,
                windows: hat.windows.to_vec(),
                delegated: hat.on_behalf_of.is_some(),
                origin: Some(*hat.origin),
            })
            .collect();
        let external = model.users.get(user.index()).is_some_and(|u| u.external);
        seats.extend(brought(model, external));
        if seats.is_empty() {
            continue;
        }
        let mut key: Key = seats.iter().map(|s| (s.role, s.delegated, s.windows.clone())).collect();
        key.sort();
        key.dedup();
        match known.get(&key).and_then(|at| found.get_mut(*at)) {
            Some(holder) => holder.count += 1,
            None => {
                known.insert(key, found.len());
                found.push(Holder { user: Some(user), count: 1, seats });
            }
        }
    }
    for external in [false, true] {
        let seats: Vec<Seat> = brought(model, external).collect();
        if !seats.is_empty() {
            found.push(Holder { user: None, count: 0, seats });
        }
    }
    found.extend(alone(cx, &found));
    found
}

fn brought(model: &Model, external: bool) -> impl Iterator<Item = Seat> {
    let listed = model.roles_from_request.iter();
    listed
        .filter(move |role| model.roles.get(role.index()).is_some_and(|r| r.external == external))
        .map(|role| seat(*role))
}

fn alone(cx: &Context<'_>, found: &[Holder]) -> Vec<Holder> {
    let mut held = vec![false; cx.model.roles.len()];
    for seat in found.iter().flat_map(|h| &h.seats) {
        if let Some(slot) = held.get_mut(seat.role.index()) {
            *slot = true;
        }
    }
    let leaf = |index: usize| cx.analysis.hierarchy.heirs.get(index).is_some_and(Vec::is_empty);
    held.iter()
        .enumerate()
        .filter(|(index, held)| !**held && leaf(*index))
        .map(|(index, _)| Holder { user: None, count: 0, seats: vec![seat(RoleId::from_index(index))] })
        .collect()
}

fn seat(role: RoleId) -> Seat {
    Seat { role, windows: Vec::new(), delegated: false, origin: None }
}

/// Who holds it: the first person and how many more, or whoever brings the roles.
pub(super) fn who(model: &Model, user: Option<UserId>, count: usize) -> Message {
    let Some(user) = user else { return text::WHOEVER_BRINGS.plain() };
    let name = ("user", model.user_name(user).into());
    match count.saturating_sub(1) {
        0 => text::ONE_PERSON.with([name]),
        more => text::ONE_AND_MORE.with([name, ("more", more.into())]),
    }
}
