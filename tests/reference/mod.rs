//! A second evaluator, written from `docs/language.md` and sharing nothing with the compiler behind the parser.
//!
//! Slow and obvious on purpose: it walks every path of inheritance, lists the occurrences of a window around the
//! instant, and answers one request at a time. Where it and the table differ, one of them is wrong.

pub mod clock;
mod condition;
mod decide;
mod load;
mod load_people;
mod load_roles;
pub mod policy;
pub mod request;
pub mod value;
pub mod wire;

pub use request::{Answer, Record, Request, Subject};
pub use value::{Properties, Value};

use policy::Policy;
use rolecall::source::{DataFile, PackageId, SourceSet};
use std::collections::BTreeMap;

/// More paths of inheritance than this from one role are refused.
const MOST_PATHS: usize = 10_000;

/// An interpreted package.
pub struct Reference {
    pub policy: Policy,
    /// Every path of inheritance that starts at a role, the role alone first.
    paths: BTreeMap<String, Vec<Vec<String>>>,
}

impl Reference {
    /// A package of one folder, from its policy texts and its people files.
    pub fn new(files: &[(&str, &str)], data: &[(&str, &str)]) -> Result<Self, String> {
        Self::of(&sources(files, data))
    }

    pub fn of(sources: &SourceSet) -> Result<Self, String> {
        let policy = load::load(sources)?;
        let mut paths = BTreeMap::new();
        for role in policy.roles.keys() {
            let mut found = Vec::new();
            walk(&policy, vec![role.clone()], &mut found)?;
            paths.insert(role.clone(), found);
        }
        Ok(Self { policy, paths })
    }

    fn paths(&self, role: &str) -> &[Vec<String>] {
        self.paths.get(role).map_or(&[], Vec::as_slice)
    }
}

fn walk(policy: &Policy, path: Vec<String>, found: &mut Vec<Vec<String>>) -> Result<(), String> {
    let last = path.last().expect("a path has a start");
    let role = policy.roles.get(last).ok_or(format!("no role {last}"))?;
    for parent in &role.parents {
        if path.contains(parent) {
            return Err(format!("{parent} inherits itself"));
        }
    }
    found.push(path.clone());
    if found.len() > MOST_PATHS {
        return Err("too many paths of inheritance".to_string());
    }
    for parent in &role.parents {
        let longer = path.iter().chain([parent]).cloned().collect();
        walk(policy, longer, found)?;
    }
    Ok(())
}

/// One package in memory.
pub fn sources(files: &[(&str, &str)], data: &[(&str, &str)]) -> SourceSet {
    let mut sources = SourceSet::from_texts(files.iter().map(|(path, text)| (*path, *text)));
    sources.data = data
        .iter()
        .map(|(path, text)| DataFile { path: (*path).into(), package: PackageId(0), bytes: text.as_bytes().into() })
        .collect();
    sources
}
