//! [`Arena`]: atoms, conditions, scopes, windows and patterns, each kept once.
//!
//! Ids are given in the order in which the resolver meets things. It walks declarations by name and
//! statements by content, so that the order is the policy's and not its files'.

use crate::model::{Atom, AtomId, Condition, ConditionId, Model, Scope, ScopeId, ScopeTerm, WindowId};
use crate::time::{FOREVER_AGO, Pattern, PatternId, Reading, Window};
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

type Set<T> = IndexSet<T, FxBuildHasher>;

/// The interned parts of a model in the making.
#[derive(Debug)]
pub(super) struct Arena {
    atoms: Set<Atom>,
    conditions: Set<Condition>,
    scopes: Set<Scope>,
    windows: Set<Window>,
    patterns: Set<Pattern>,
    /// Scopes of one simple term, by term and `outside`: nearly all of them.
    simple: [Option<ScopeId>; 16],
    /// Checks only (a template without instances): nothing new is kept.
    pub(super) dry: bool,
}

impl Default for Arena {
    fn default() -> Self {
        let mut arena = Self {
            atoms: Set::default(),
            conditions: Set::default(),
            scopes: Set::default(),
            windows: Set::default(),
            patterns: Set::default(),
            simple: [None; 16],
            dry: false,
        };
        // `ConditionId::TRUE`, `ScopeId::ALL` and `WindowId::ALWAYS` are the first of their kind.
        let _ = arena.conditions.insert(Condition::True);
        let _ = arena.scopes.insert(Scope { terms: Box::new([ScopeTerm::All]), outside: false });
        let _ = arena.windows.insert(Window::always(Reading::Takes));
        arena
    }
}

impl Arena {
    /// One test.
    pub(super) fn atom(&mut self, atom: Atom) -> ConditionId {
        let Some(id) = keep(&mut self.atoms, atom, self.dry) else { return ConditionId::TRUE };
        self.condition(Condition::Atom(AtomId(id)))
    }

    /// All of them; without repeats, in one order.
    pub(super) fn and(&mut self, parts: Vec<ConditionId>) -> ConditionId {
        self.join(parts, true)
    }

    /// One of them; without repeats, in one order.
    pub(super) fn or(&mut self, parts: Vec<ConditionId>) -> ConditionId {
        self.join(parts, false)
    }

    /// Not that. Two of them cancel out, in three-valued logic too.
    pub(super) fn not(&mut self, part: ConditionId) -> ConditionId {
        if let Some(Condition::Not(inner)) = self.conditions.get_index(part.index()) {
            return *inner;
        }
        self.condition(Condition::Not(part))
    }

    fn join(&mut self, parts: Vec<ConditionId>, all: bool) -> ConditionId {
        let inner = |part: &ConditionId| match (self.conditions.get_index(part.index()), all) {
            (Some(Condition::And(inner)), true) | (Some(Condition::Or(inner)), false) => Some(inner),
            _ => None,
        };
        let mut flat = parts;
        if flat.iter().any(|part| inner(part).is_some()) {
            flat = flat.iter().flat_map(|part| inner(part).cloned().unwrap_or_else(|| vec![*part])).collect();
        }
        flat.sort_unstable();
        flat.dedup();
        match (flat.as_slice(), all) {
            ([one], _) => *one,
            (_, true) => self.condition(Condition::And(flat)),
            (_, false) => self.condition(Condition::Or(flat)),
        }
    }

    fn condition(&mut self, condition: Condition) -> ConditionId {
        keep(&mut self.conditions, condition, self.dry).map_or(ConditionId::TRUE, ConditionId)
    }

    /// A scope; `terms` in any order.
    pub(super) fn scope(&mut self, mut terms: Vec<ScopeTerm>, outside: bool) -> ScopeId {
        terms.sort_unstable();
        terms.dedup();
        if let [term] = terms.as_slice() {
            return self.scope_of(*term, outside);
        }
        let scope = Scope { terms: terms.into_boxed_slice(), outside };
        keep(&mut self.scopes, scope, self.dry).map_or(ScopeId::ALL, ScopeId)
    }

    /// A scope of one term.
    pub(super) fn scope_of(&mut self, term: ScopeTerm, outside: bool) -> ScopeId {
        let slot = simple(term).map(|index| index * 2 + usize::from(outside));
        if let Some(id) = slot.and_then(|slot| self.simple.get(slot).copied().flatten()) {
            return id;
        }
        let scope = Scope { terms: Box::new([term]), outside };
        let id = keep(&mut self.scopes, scope, self.dry).map(ScopeId);
        if let (Some(slot), Some(id)) = (slot.and_then(|slot| self.simple.get_mut(slot)), id) {
            *slot = Some(id);
        }
        id.unwrap_or(ScopeId::ALL)
    }

    /// A window; one without bounds is always [`WindowId::ALWAYS`], however it is read.
    pub(super) fn window(&mut self, window: Window) -> WindowId {
        if window.is_always() {
            return WindowId::ALWAYS;
        }
        keep(&mut self.windows, window, self.dry).map_or(WindowId::ALWAYS, WindowId)
    }

    /// A window that is never open.
    pub(super) fn never(&mut self) -> WindowId {
        self.window(Window { until: FOREVER_AGO, ..Window::always(Reading::Gives) })
    }

    /// A pattern.
    pub(super) fn pattern(&mut self, pattern: Pattern) -> PatternId {
        PatternId(keep(&mut self.patterns, pattern, self.dry).unwrap_or(0))
    }

    /// Moves everything into the model.
    pub(super) fn finish(self, model: &mut Model) {
        model.atoms = self.atoms.into_iter().collect();
        model.conditions = self.conditions.into_iter().collect();
        model.scopes = self.scopes.into_iter().collect();
        model.windows = self.windows.into_iter().collect();
        model.time.patterns = self.patterns.into_iter().collect();
    }
}

fn keep<T: std::hash::Hash + Eq>(set: &mut Set<T>, item: T, dry: bool) -> Option<u32> {
    if dry {
        return set.get_index_of(&item).map(|index| index as u32);
    }
    Some(set.insert_full(item).0 as u32)
}

const fn simple(term: ScopeTerm) -> Option<usize> {
    match term {
        ScopeTerm::Own => Some(0),
        ScopeTerm::Team => Some(1),
        ScopeTerm::Reports => Some(2),
        ScopeTerm::MyUnit => Some(3),
        ScopeTerm::MyUnitAndBelow => Some(4),
        ScopeTerm::NoOwner => Some(5),
        ScopeTerm::Shared => Some(6),
        ScopeTerm::All => Some(7),
        ScopeTerm::Unit(_) | ScopeTerm::UnitAndBelow(_) => None,
    }
}
