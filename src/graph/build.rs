//! Graphs of a policy: roles by what they inherit, units, rights that obtain rights.

use super::{Edge, Graph, Label, Node, NodeKind};
use crate::analysis::{Analysis, hats_of};
use crate::exact::Oracle;
use crate::facts::{self, Access, Actor, Escalation, Gain, Whom};
use crate::message::{Message, graph as text};
use crate::model::{Model, RoleId, UserId};
use crate::risk::Risks;
use std::collections::{BTreeMap, BTreeSet};

fn policy(model: &Model) -> String {
    let title = model.title.as_deref().map(str::to_owned);
    title.or_else(|| model.name.map(|name| model.text(name).to_owned())).unwrap_or_default()
}

pub(super) fn titled(model: &Model, entry: &'static crate::message::Text) -> Message {
    entry.with([("policy", policy(model).into())])
}

/// The role hierarchy: before each role stands what it inherits.
pub fn roles(model: &Model, analysis: &Analysis) -> Graph {
    let hats = hats_of(model);
    let mut held: Vec<BTreeSet<UserId>> = vec![BTreeSet::new(); model.roles.len()];
    for (user, worn) in hats.people() {
        for hat in worn {
            held.get_mut(hat.role.index()).into_iter().for_each(|people| people.extend([user]));
        }
    }
    let nodes = model.roles.iter().zip(&held).map(|(role, people)| Node {
        title: role.title.as_deref().map(str::to_owned),
        people: Some(people.len()),
        ..Node::named(
            model.text(role.name).to_owned(),
            if role.external { NodeKind::External } else { NodeKind::Plain },
        )
    });
    let mut edges = Vec::new();
    for (at, role) in model.roles.iter().enumerate() {
        let heir = RoleId::from_index(at);
        edges.extend(role.parents.iter().map(|parent| {
            let redundant = analysis.hierarchy.redundant.contains(&(heir, *parent));
            Edge { from: parent.index(), to: at, label: None, redundant }
        }));
    }
    let title = titled(model, &text::TITLE_ROLES);
    Graph { title, nodes: nodes.collect(), edges, backward: true, complete: true }
}

/// The units: above each stands the one it is part of.
pub fn units(model: &Model) -> Graph {
    let mut people = vec![0; model.units.len()];
    for unit in model.users.iter().filter(|user| !user.skipped).flat_map(|user| user.units.iter().flatten()) {
        people.get_mut(unit.index()).into_iter().for_each(|count| *count += 1);
    }
    let nodes = model.units.iter().zip(people).map(|(unit, people)| Node {
        title: unit.title.as_deref().map(str::to_owned),
        people: Some(people),
        ..Node::named(model.text(unit.name).to_owned(), NodeKind::Plain)
    });
    let parents = model.units.iter().enumerate().filter_map(|(at, unit)| Some((unit.parent?.index(), at)));
    let edges = parents.map(|(from, to)| Edge { from, to, label: None, redundant: false });
    let title = titled(model, &text::TITLE_UNITS);
    Graph { title, nodes: nodes.collect(), edges: edges.collect(), backward: false, complete: true }
}

/// Who can obtain what: of each the first step of a shortest way to every right, and what else their rights obtain.
pub fn escalation(model: &Model, analysis: &Analysis) -> Graph {
    let oracle = Oracle::new(model, analysis, facts::BUDGET);
    let access = Access::new(&oracle);
    let escalation = Escalation::new(&access, &Risks::new(model));
    let mut drawn = Drawn { model, graph: empty(model), places: BTreeMap::new() };
    for actor in escalation.actors() {
        let from = drawn.actor(actor);
        let first = escalation.path(actor).into_iter().next();
        if let Some(hop) = &first {
            let to = match hop.to {
                Some(to) => drawn.actor(to),
                None => drawn.goal(&text::EVERY_RIGHT),
            };
            drawn.step(from, to, hop.power.right);
        }
        for power in escalation.powers(actor) {
            // Where it leads to every right it was told.
            if first.as_ref().is_some_and(|hop| std::ptr::eq(hop.power, power)) {
                continue;
            }
            let to = match power.gain {
                Gain::Everything => drawn.goal(&text::EVERY_RIGHT),
                Gain::Records => drawn.goal(&text::EVERY_RECORD),
                Gain::Fields => drawn.goal(&text::EVERY_FIELD),
                Gain::People(Whom::Anyone) => drawn.goal(&text::ANYBODY),
                Gain::People(Whom::Owner(_) | Whom::Some) => drawn.goal(&text::SOMEBODY),
                Gain::Role(role) => drawn.actor(Actor::Role(role)),
            };
            drawn.step(from, to, power.right);
        }
    }
    drawn.graph.complete = access.is_complete();
    drawn.graph
}

fn empty(model: &Model) -> Graph {
    let title = titled(model, &text::TITLE_ESCALATION);
    Graph { title, nodes: Vec::new(), edges: Vec::new(), backward: false, complete: true }
}

/// What stands for a box.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Actor(Actor),
    Goal(&'static str),
}

struct Drawn<'a> {
    model: &'a Model,
    graph: Graph,
    places: BTreeMap<Key, usize>,
}

impl Drawn<'_> {
    fn place(&mut self, key: Key, node: Node) -> usize {
        let nodes = &mut self.graph.nodes;
        *self.places.entry(key).or_insert_with(|| {
            nodes.push(node);
            nodes.len() - 1
        })
    }

    fn actor(&mut self, actor: Actor) -> usize {
        let model = self.model;
        let (name, title, kind) = match actor {
            Actor::Role(role) => {
                let title = model.roles.get(role.index()).and_then(|role| role.title.as_deref());
                (model.role_name(role), title, NodeKind::Plain)
            }
            Actor::Person(user) => {
                let title = model.users.get(user.index()).and_then(|user| user.title.as_deref());
                (model.user_name(user), title, NodeKind::Person)
            }
        };
        let node = Node { title: title.map(str::to_owned), ..Node::named(name.to_owned(), kind) };
        self.place(Key::Actor(actor), node)
    }

    fn goal(&mut self, entry: &'static crate::message::Text) -> usize {
        let node = Node { name: Label::Words(entry.plain()), title: None, people: None, kind: NodeKind::Goal };
        self.place(Key::Goal(entry.en), node)
    }

    fn step(&mut self, from: usize, to: usize, right: crate::model::RightId) {
        let label = crate::words::rights(self.model, &[right]);
        let same = |edge: &&mut Edge| edge.from == from && edge.to == to;
        if from == to {
            return;
        }
        match self.graph.edges.iter_mut().find(same) {
            Some(edge) => {
                let known = edge.label.get_or_insert_default();
                if !known.split("; ").any(|part| part == label) {
                    known.push_str("; ");
                    known.push_str(&label);
                }
            }
            None => self.graph.edges.push(Edge { from, to, label: Some(label), redundant: false }),
        }
    }
}
