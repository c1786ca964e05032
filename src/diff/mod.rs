//! Owns [`Difference`]: what a change of a policy does to access, exactly.
//!
//! Two compiled policies are aligned by name ([`align`]), what is written alike is left out ([`rows`]), the decisions of
//! the rest become one formula for both sides ([`engine`]), and what makes them differ is told as few maximal cubes
//! ([`cube`]), each with a request that both tables are asked ([`disagreements`]). Suspensions count. What was not
//! decided within the budget is a [`Gap`], never left unsaid. Reads no file and no clock.

mod align;
mod askers;
mod cause;
mod change;
mod clock;
mod cube;
mod engine;
mod hashes;
mod merge;
mod replay;
mod rows;
mod side;
mod tell;
mod words;

pub use align::{Rename, Renamed};
pub use change::{
    About, Cause, Change, Danger, Difference, Edge, Gap, Guard, Kind, Limit, Listed, Looks, Person, Sample, Verdict,
    What,
};
pub use replay::{disagreements, probes};
pub use side::Side;

use crate::exact::lens::Lens;
use crate::model::RoleId;
use engine::Engine;
use rows::Rows;
use std::collections::BTreeSet;
use tell::Teller;

/// What the head decides otherwise than the base.
pub fn compare(base: &Side<'_>, head: &Side<'_>) -> Difference {
    let (lens, renames) = align::align(base, head);
    let rows = Rows::new(base, head, &lens);
    let engine = Engine::new(base, head, &lens, &rows);
    let teller = Teller::new(&engine);
    let mut changes = Vec::new();
    let gaps = engine.run(&mut |found| changes.push(teller.change(&found)));
    let gaps = teller.gaps(&gaps);
    let (edges, guards) = (edges(base, head, &lens), guards(base, head));
    Difference { changes: merge::merged(changes), gaps, renames, edges, guards }
}

/// Inheritance that only one side has; a role that has another name is told by its new one.
fn edges(base: &Side<'_>, head: &Side<'_>, lens: &Lens) -> Vec<Edge> {
    let pairs = |side: &Side<'_>, shared: &dyn Fn(RoleId) -> RoleId| {
        let roles = side.model.roles.iter().enumerate();
        let each = roles.flat_map(|(at, role)| role.parents.iter().map(move |up| (RoleId::from_index(at), *up)));
        each.map(|(heir, up)| (shared(heir), shared(up))).collect::<BTreeSet<(RoleId, RoleId)>>()
    };
    let (old, new) = (pairs(base, &|role| lens.role(role)), pairs(head, &|role| role));
    let name = |role: RoleId| match lens.roles.first(role.0) {
        Some(id) => head.model.role_name(RoleId(id)).to_owned(),
        None => lens.roles.second(role.0).map_or("", |id| base.model.role_name(RoleId(id))).to_owned(),
    };
    let edge = |added| move |(heir, parent): &(RoleId, RoleId)| (added, *heir, *parent);
    let all = new.difference(&old).map(edge(true)).chain(old.difference(&new).map(edge(false)));
    let mut edges: Vec<Edge> =
        all.map(|(added, heir, parent)| Edge { added, heir: name(heir), parent: name(parent) }).collect();
    edges.sort();
    edges
}

/// Guarantees and waivers that only one side has, by their words.
fn guards(base: &Side<'_>, head: &Side<'_>) -> Vec<Guard> {
    let of = |side: &Side<'_>| {
        let guarantees = side.model.guarantees.iter().map(|guarantee| (false, guarantee.sentence.to_string()));
        let waivers = side.waivers().map(|words| (true, words));
        guarantees.chain(waivers).collect::<BTreeSet<(bool, String)>>()
    };
    let (old, new) = (of(base), of(head));
    let guard =
        |added| move |(waiver, sentence): &(bool, String)| Guard { added, waiver: *waiver, sentence: sentence.clone() };
    let mut guards: Vec<Guard> =
        new.difference(&old).map(guard(true)).chain(old.difference(&new).map(guard(false))).collect();
    guards.sort();
    guards
}
