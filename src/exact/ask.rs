//! One question about one subject: is there an instant, a record and values under which all of some nodes are true?

use super::build::{Builder, Candidate, Times};
use super::domain::domains;
use super::formula::{NodeId, Slot};
use super::index::Index;
use super::item::Traits;
use super::search::{Search, Undecided};
use super::subject::Subject;
use super::value::Scalar;
use super::worlds::Worlds;
use super::{Found, Steps};
use crate::model::WindowId;
use crate::time::{Atlas, Signature, Window};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// Combinations of windows already worked out.
#[derive(Default)]
pub(crate) struct Atlases(RefCell<FxHashMap<Vec<WindowId>, Rc<Atlas>>>);

impl Atlases {
    /// The combinations of some windows (sorted).
    pub(crate) fn of(&self, index: &Index<'_>, windows: &[WindowId], steps: &Steps) -> Result<Rc<Atlas>, Undecided> {
        if let Some(found) = self.0.borrow().get(windows) {
            steps.take(found.signatures.len() as u64)?;
            return Ok(Rc::clone(found));
        }
        let open: Vec<&Window> = windows.iter().map(|id| index.model.window(*id)).collect();
        let left = usize::try_from(steps.left()).unwrap_or(usize::MAX);
        let atlas = Rc::new(Atlas::new(&index.model.time, &open, left).ok_or(Undecided)?);
        steps.take(atlas.steps as u64)?;
        self.0.borrow_mut().insert(windows.to_vec(), Rc::clone(&atlas));
        Ok(atlas)
    }
}

/// Several candidates that have to be true together, with further nodes.
pub(crate) struct Case {
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) nodes: Vec<NodeId>,
}

impl Case {
    pub(crate) fn all(&self) -> Vec<NodeId> {
        let mut nodes: Vec<NodeId> = self.candidates.iter().flat_map(|c| c.nodes.iter()).copied().collect();
        nodes.extend(&self.nodes);
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }
}

/// What a question needs.
pub(crate) struct Asking<'a> {
    pub(crate) index: &'a Index<'a>,
    pub(crate) traits: &'a Traits,
    pub(crate) steps: &'a Steps,
    pub(crate) atlases: &'a Atlases,
}

/// Makes the cases of a question, in the same order for every way of reading windows.
pub(crate) type Cases<'c> = &'c dyn Fn(&mut Builder<'_>) -> Result<Vec<Case>, Undecided>;

impl Asking<'_> {
    /// Which cases can be true when windows open and shut at will. The others never are.
    pub(crate) fn thinkable(&self, subject: &Subject, cases: Cases<'_>) -> Result<Vec<bool>, Undecided> {
        let mut builder = Builder::new(self.index, subject, Times::Free);
        let cases = cases(&mut builder)?;
        let mut formula = builder.formula;
        let domains = domains(&Worlds::one(self.index), &mut formula, self.traits, subject.me());
        let mut search = Search::new(Worlds::one(self.index), &formula, &domains, self.steps);
        let mut found = Vec::with_capacity(cases.len());
        for case in &cases {
            search.clear();
            found.push(search.solve(&case.all())?);
        }
        Ok(found)
    }

    /// The first case that is true: at one instant, with all windows as they are then, if one is given, else at any.
    pub(crate) fn find(
        &self,
        subject: &Subject,
        cases: Cases<'_>,
        at: Option<i64>,
    ) -> Result<Option<Found>, Undecided> {
        let mut builder = Builder::new(self.index, subject, Times::Exact);
        let cases = cases(&mut builder)?;
        let mut formula = builder.formula;
        self.steps.take(formula.len() as u64)?;
        if cases.iter().all(|case| formula.is_never(&case.all())) {
            return Ok(None);
        }
        let domains = domains(&Worlds::one(self.index), &mut formula, self.traits, subject.me());
        let mut search = Search::new(Worlds::one(self.index), &formula, &domains, self.steps);
        for case in cases {
            let nodes = case.all();
            search.clear();
            if !search.solve(&nodes)? {
                continue;
            }
            let windows = formula.windows(&nodes);
            let atlas = match at {
                Some(at) => Rc::new(self.then(&windows, at)),
                None => self.atlases.of(self.index, &windows, self.steps)?,
            };
            for signature in &atlas.signatures {
                search.clear();
                for (window, open) in windows.iter().zip(&signature.open) {
                    if let Some(slot) = formula.find_slot(&Slot::Window(*window)) {
                        search.set(slot, Scalar::Boolean(*open));
                    }
                }
                if search.solve(&nodes)? {
                    search.shrink(&nodes);
                    let any_time = at.is_none() && windows.is_empty();
                    return Ok(Some(Found::new(subject, case, &formula, &search, signature.at, any_time)));
                }
            }
        }
        Ok(None)
    }

    /// One combination of windows: that of an instant.
    fn then(&self, windows: &[WindowId], at: i64) -> Atlas {
        let open = windows.iter().map(|window| self.index.open_at(*window, at)).collect();
        Atlas { signatures: vec![Signature { open, at }], steps: 1 }
    }

    /// An instant at which no case is true, within the windows of `inside`; `None` if there is none.
    pub(crate) fn gap(
        &self,
        subject: &Subject,
        cases: Cases<'_>,
        inside: WindowId,
    ) -> Result<Option<(i64, bool)>, Undecided> {
        let mut builder = Builder::new(self.index, subject, Times::Exact);
        let cases = cases(&mut builder)?;
        let within = builder.window(inside);
        let mut formula = builder.formula;
        let domains = domains(&Worlds::one(self.index), &mut formula, self.traits, subject.me());
        let mut search = Search::new(Worlds::one(self.index), &formula, &domains, self.steps);
        let all: Vec<Vec<NodeId>> = cases.iter().map(Case::all).collect();
        let mut roots: Vec<NodeId> = all.iter().flatten().copied().collect();
        roots.push(within);
        let windows = formula.windows(&roots);
        let atlas = self.atlases.of(self.index, &windows, self.steps)?;
        for signature in &atlas.signatures {
            let mut met = false;
            for nodes in std::iter::once(None).chain(all.iter().map(Some)) {
                search.clear();
                for (window, open) in windows.iter().zip(&signature.open) {
                    if let Some(slot) = formula.find_slot(&Slot::Window(*window)) {
                        search.set(slot, Scalar::Boolean(*open));
                    }
                }
                met = match nodes {
                    // Outside the guarantee's window nothing is claimed.
                    None => !search.solve(&[within])?,
                    Some(nodes) => search.solve(nodes)?,
                };
                if met {
                    break;
                }
            }
            if !met {
                return Ok(Some((signature.at, windows.is_empty())));
            }
        }
        Ok(None)
    }
}
