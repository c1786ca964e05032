//! Owns [`Graph`]: roles, units or ways to every right as boxes and arrows, laid out by us or handed to other tools; and
//! [`Matrix`], what each role may do.
//!
//! Who may do what and which rights obtain others come from `facts`. Names are anybody's words: each form escapes them.

mod build;
mod dot;
mod layout;
mod matrix;
mod mermaid;
mod order;
mod picture;
mod settle;
mod tree;

pub use build::{escalation, roles, units};
pub use dot::dot;
pub use layout::{Layout, Size, layout};
pub use matrix::{Cell, Matrix, Row, Strength};
pub use mermaid::mermaid;
pub(crate) use picture::language;
pub use picture::{matrix_picture, picture};
pub use tree::tree;

use crate::message::Message;

/// Boxes and arrows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// What it shows.
    pub title: Message,
    /// The boxes, in the order of the policy.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
    /// Whether arrows point back along their edge: an heir stands after what it inherits and points to it.
    pub backward: bool,
    /// Whether everything was decided.
    pub complete: bool,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is called: a name of the policy, or words.
    pub name: Label,
    /// Display name.
    pub title: Option<String>,
    /// How many people.
    pub people: Option<usize>,
    /// What it is.
    pub kind: NodeKind,
}

/// A name as it is, or words of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A name.
    Name(String),
    /// Words.
    Words(Message),
}

/// What a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A role, a unit, an object.
    Plain,
    /// An external role.
    External,
    /// A person.
    Person,
    /// What a way leads to.
    Goal,
}

/// An arrow between two boxes, by position; the first stands before the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The box before.
    pub from: usize,
    /// The box after.
    pub to: usize,
    /// What stands on it.
    pub label: Option<String>,
    /// It adds nothing that a longer way does not.
    pub redundant: bool,
}

impl Node {
    /// A box with a name.
    pub const fn named(name: String, kind: NodeKind) -> Self {
        Self { name: Label::Name(name), title: None, people: None, kind }
    }

    /// Its name in a language.
    pub fn label(&self, lang: crate::message::Lang) -> String {
        match &self.name {
            Label::Name(name) => name.clone(),
            Label::Words(words) => words.render(lang),
        }
    }

    /// Its lines in a language: the name, and the display name where that says more.
    pub fn lines(&self, lang: crate::message::Lang) -> Vec<String> {
        let name = self.label(lang);
        let title = self.title.clone().filter(|title| *title != name);
        std::iter::once(name).chain(title).collect()
    }
}
