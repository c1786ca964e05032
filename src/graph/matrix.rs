//! [`Matrix`]: what each role may do with each object, with short signs for actions.

use super::build::titled;
use super::{Edge, Graph, Node, NodeKind};
use crate::analysis::Analysis;
use crate::drawing::columns;
use crate::exact::Oracle;
use crate::facts::{self, Access};
use crate::message::{Lang, Message, graph as text};
use crate::model::{Model, RightId, RoleId};
use std::collections::BTreeMap;

/// What each role, held alone, may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// What it shows.
    pub title: Message,
    /// Names of the objects of which somebody may do something.
    pub objects: Vec<String>,
    /// Signs, with the actions they stand for.
    pub signs: Vec<(String, String)>,
    /// A row for each role.
    pub rows: Vec<Row>,
    /// Whether everything was decided.
    pub complete: bool,
}

/// One role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub role: String,
    /// Its display name.
    pub title: Option<String>,
    /// By object.
    pub cells: Vec<Cell>,
}

/// What one role may do with one object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Positions in [`Matrix::signs`], with how far each right reaches.
    pub rights: Vec<(usize, Strength)>,
    /// Columns of its signs.
    wide: i32,
}

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// On every record, at any time, whatever the request says.
    All,
    /// On some.
    Some,
}

impl Row {
    /// Name and display name.
    pub fn words(&self) -> String {
        match self.title.as_ref().filter(|title| **title != self.role) {
            Some(title) => format!("{} {title}", self.role),
            None => self.role.clone(),
        }
    }
}

impl Cell {
    /// Columns that it takes.
    pub const fn columns(&self) -> i32 {
        self.wide
    }
}

impl Matrix {
    /// Of a model without errors. What is not decided is left out, and said in `complete`.
    pub fn new(model: &Model, analysis: &Analysis) -> Self {
        let oracle = Oracle::new(model, analysis, facts::BUDGET);
        let access = Access::new(&oracle);
        let roles = (0..model.roles.len()).map(RoleId::from_index);
        let held: Vec<(RoleId, Vec<(RightId, Strength)>)> = roles
            .map(|role| {
                let rights = access.rights(role);
                let strength = |right| if access.everywhere(role, right) { Strength::All } else { Strength::Some };
                (role, rights.iter().map(|right| (*right, strength(*right))).collect())
            })
            .collect();
        let used = |right: &RightId| held.iter().any(|(_, rights)| rights.iter().any(|(one, _)| one == right));
        let used: Vec<RightId> = (0..model.rights.len()).map(RightId::from_index).filter(used).collect();
        let mut objects = Vec::new();
        let mut actions: Vec<&str> = Vec::new();
        for right in used.iter().filter_map(|right| Some((model.rights.get(right.index())?.object, *right))) {
            if !objects.contains(&right.0) {
                objects.push(right.0);
            }
            let action = model.action_name(right.1);
            if !actions.contains(&action) {
                actions.push(action);
            }
        }
        let signs = signs(&actions);
        let rows = held.into_iter().map(|(role, rights)| {
            let mut cells = vec![Cell::default(); objects.len()];
            for (right, strength) in rights {
                let object = model.rights.get(right.index()).map(|right| right.object);
                let place = objects.iter().position(|known| Some(*known) == object);
                let sign = actions.iter().position(|action| *action == model.action_name(right));
                if let (Some(cell), Some(sign)) = (place.and_then(|place| cells.get_mut(place)), sign) {
                    cell.rights.push((sign, strength));
                }
            }
            for cell in &mut cells {
                cell.rights.sort_by_key(|(sign, _)| *sign);
                let signs = cell.rights.iter().filter_map(|(sign, _)| signs.get(*sign));
                cell.wide = signs.map(|(sign, _)| columns(sign) + 1).sum::<i32>();
            }
            let title = model.roles.get(role.index()).and_then(|role| role.title.as_deref());
            Row { role: model.role_name(role).to_owned(), title: title.map(str::to_owned), cells }
        });
        let rows = rows.collect();
        let objects = objects.into_iter().map(|object| model.object_name(object).to_owned()).collect();
        Self { title: titled(model, &text::TITLE_MATRIX), objects, signs, rows, complete: access.is_complete() }
    }

    /// Roles and objects as boxes, what may be done on the arrows between them.
    pub fn graph(&self) -> Graph {
        let roles = self
            .rows
            .iter()
            .map(|row| Node { title: row.title.clone(), ..Node::named(row.role.clone(), NodeKind::Plain) });
        let objects = self.objects.iter().map(|object| Node::named(object.clone(), NodeKind::Goal));
        let mut edges = Vec::new();
        for (from, row) in self.rows.iter().enumerate() {
            for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.rights.is_empty()) {
                let label = Some(self.words(cell));
                edges.push(Edge { from, to: self.rows.len() + place, label, redundant: false });
            }
        }
        let nodes = roles.chain(objects).collect();
        Graph { title: self.title.clone(), nodes, edges, backward: false, complete: self.complete }
    }

    /// The signs of a cell; with a star, what holds on every record.
    pub fn words(&self, cell: &Cell) -> String {
        let signs = cell.rights.iter().filter_map(|(sign, strength)| {
            let (sign, _) = self.signs.get(*sign)?;
            Some(if *strength == Strength::All { format!("{sign}*") } else { sign.clone() })
        });
        signs.collect::<Vec<_>>().join(" ")
    }

    /// What the signs mean, line by line.
    pub fn legend(&self, lang: Lang) -> Vec<String> {
        let signs = self.signs.iter().map(|(sign, action)| format!("{sign} {action}"));
        let signs = signs.collect::<Vec<_>>().join(", ");
        vec![signs, text::LEGEND_STAR.plain().render(lang)]
    }
}

/// A short sign for each action, no two alike: as few letters of its name as tell it apart, in capitals.
fn signs(actions: &[&str]) -> Vec<(String, String)> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for action in actions {
        let letters: Vec<char> = action.chars().filter(|sign| sign.is_alphanumeric()).collect();
        let short = (1..=letters.len()).map(|count| {
            let mut sign: String = letters.iter().take(1).flat_map(|first| first.to_uppercase()).collect();
            sign.extend(letters.iter().take(count).skip(1));
            sign
        });
        let free = short.into_iter().find(|sign| !taken.contains_key(sign));
        let sign = free.unwrap_or_else(|| format!("{action}{}", taken.len()));
        taken.insert(sign.clone(), found.len());
        found.push((sign, (*action).to_owned()));
    }
    found
}
