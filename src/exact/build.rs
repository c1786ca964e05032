//! The decision as a formula: every allow that may let a subject through, with all that must be true for it.
//!
//! Follows the evaluator step by step (ladder of rule 27), but for suspensions, which guarantees ignore and which count
//! only where they are asked for. A request may name its active roles: the fewer, the fewer conflicts, so an allow is
//! judged with the role of its own hat alone.

use super::formula::{Copy, Formula, NodeId, Slot};
use super::index::{Index, has};
use super::item::{Allow, Bind, Item, object};
use super::lens::Lens;
use super::search::Undecided;
use super::subject::{Subject, Wear};
use super::value::{Person, Truth};
use super::worlds::{World, Worlds};
use crate::model::{CancelId, GuaranteeKind, Require, RoleId, RuleId, WindowId};
use std::ops::Range;

/// How the windows of hats are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Times {
    /// As they are.
    Exact,
    /// Open or shut at will: what cannot happen then cannot happen at all.
    Free,
    /// As they are at this instant.
    At(i64),
}

/// Which roles a session uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sessions {
    /// Those that the request names: the fewer, the fewer conflicts, so just the role of an allow's hat.
    Named,
    /// All that are held.
    All,
}

/// One allow through one hat.
#[derive(Clone)]
pub(crate) struct Candidate {
    pub(crate) copy: Copy,
    /// Position in the items asked about.
    pub(crate) item: usize,
    /// Position in the subject's hats.
    pub(crate) hat: usize,
    pub(crate) rule: RuleId,
    /// All must be true.
    pub(crate) nodes: Vec<NodeId>,
    /// Hats through which the owner may be set, if the record is not the asker's own.
    pub(crate) helpers: Vec<(usize, NodeId)>,
}

/// Builds the formula of one subject.
pub(crate) struct Builder<'a> {
    pub(crate) index: &'a Index<'a>,
    pub(crate) subject: &'a Subject,
    pub(crate) formula: Formula,
    pub(crate) times: Times,
    /// Which request is being built.
    pub(crate) copy: Copy,
    /// The policies that the formula speaks of, and whose decision is being built.
    pub(crate) worlds: Worlds<'a>,
    pub(crate) world: World,
    /// Who asks, as a person.
    pub(crate) me: Person,
    /// Suspensions count.
    pub(crate) locks: bool,
    /// Masks stop.
    pub(crate) masks: bool,
    pub(crate) sessions: Sessions,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(index: &'a Index<'a>, subject: &'a Subject, times: Times) -> Self {
        Self {
            index,
            subject,
            formula: Formula::default(),
            times,
            copy: 0,
            worlds: Worlds::one(index),
            world: World::First,
            me: subject.me(),
            locks: false,
            masks: true,
            sessions: Sessions::Named,
        }
    }

    /// How ids are shared, where the second of two policies is being read.
    pub(crate) fn lens(&self) -> Option<&'a Lens> {
        self.worlds.lens().filter(|_| self.world == World::Second)
    }

    pub(super) fn brought(&mut self, role: RoleId) -> NodeId {
        let role = self.lens().map_or(role, |lens| lens.role(role));
        self.formula.choice(Slot::Brought(self.copy, role))
    }

    pub(super) fn hat(&self, hat: usize) -> Option<&'a Wear> {
        self.subject.hats.get(hat)
    }

    pub(crate) fn window(&mut self, window: WindowId) -> NodeId {
        if self.index.model.window(window).is_always() {
            return self.formula.yes();
        }
        match self.times {
            Times::At(at) if self.index.open_at(window, at) => return self.formula.yes(),
            Times::At(_) => return self.formula.no(),
            Times::Exact | Times::Free => {}
        }
        let window = self.lens().map_or(window, |lens| lens.window(window));
        self.formula.choice(Slot::Window(window))
    }

    /// Whether a hat surely runs: what its role allows comes through.
    pub(crate) fn runs(&mut self, hat: usize) -> NodeId {
        let Some(wear) = self.hat(hat) else { return self.formula.no() };
        self.open(wear, &wear.windows, Slot::Runs(hat as u32))
    }

    /// Whether a hat may run: what its role takes away binds, and the role is had.
    pub(crate) fn counts(&mut self, hat: usize) -> NodeId {
        let Some(wear) = self.hat(hat) else { return self.formula.no() };
        let free = if wear.wide == wear.windows { Slot::Runs(hat as u32) } else { Slot::Counts(hat as u32) };
        self.open(wear, &wear.wide, free)
    }

    fn open(&mut self, wear: &Wear, windows: &[WindowId], free: Slot) -> NodeId {
        let brought = if wear.brought { self.brought(wear.role) } else { self.formula.yes() };
        if self.times == Times::Free && !windows.is_empty() {
            let runs = self.formula.choice(free);
            return self.formula.and([brought, runs]);
        }
        let windows: Vec<NodeId> = windows.iter().map(|window| self.window(*window)).collect();
        self.formula.and(std::iter::once(brought).chain(windows))
    }

    /// Whether some hat that may run has one of these roles.
    pub(crate) fn wears(&mut self, roles: &[bool]) -> NodeId {
        let hats = self.hats_with(roles);
        let counts: Vec<NodeId> = hats.into_iter().map(|hat| self.counts(hat)).collect();
        self.formula.or(counts)
    }

    /// Whether some hat that surely runs has one of these roles.
    pub(crate) fn surely_wears(&mut self, roles: &[bool]) -> NodeId {
        let hats = self.hats_with(roles);
        let runs: Vec<NodeId> = hats.into_iter().map(|hat| self.runs(hat)).collect();
        self.formula.or(runs)
    }

    pub(super) fn hats_with(&self, roles: &[bool]) -> Vec<usize> {
        (0..self.subject.hats.len()).filter(|h| self.hat(*h).is_some_and(|wear| has(roles, wear.role))).collect()
    }

    /// Everything through which the subject may be allowed an item.
    pub(crate) fn candidates(&mut self, item: &Item, place: usize) -> Result<Vec<Candidate>, Undecided> {
        let mut found = Vec::new();
        let exclusive = self.exclusive();
        for hat in 0..self.subject.hats.len() {
            let Some(role) = self.hat(hat).map(|wear| wear.role) else { continue };
            if !has(&item.grants, role) || (self.sessions == Sessions::Named && self.index.conflicts(&[role], role)) {
                continue;
            }
            let view = item.view(self.index, role).ok_or(Undecided)?;
            for allow in &view.allows {
                let mut nodes = self.allow(item, hat, allow)?;
                nodes.push(exclusive);
                let (own, helpers) = self.ownership(item, hat)?;
                nodes.push(own);
                nodes.retain(|node| !self.formula.is(*node, Truth::True));
                if !nodes.iter().any(|node| self.formula.is(*node, Truth::False)) {
                    found.push(Candidate { copy: self.copy, item: place, hat, rule: allow.rule, nodes, helpers });
                }
            }
        }
        Ok(found)
    }

    /// What one allow through one hat needs, ownership of a new record apart.
    fn allow(&mut self, item: &Item, hat: usize, allow: &Allow) -> Result<Vec<NodeId>, Undecided> {
        let mut nodes = self.reaching(item, hat, allow);
        let barred = self.barred(item, hat)?;
        nodes.push(self.formula.not(barred));
        nodes.push(self.required(item, hat));
        if self.locks {
            let suspended = self.suspended(item.right, hat);
            nodes.push(self.formula.not(suspended));
        }
        if self.sessions == Sessions::All {
            let apart = self.separated(hat);
            nodes.push(self.formula.not(apart));
        }
        Ok(nodes)
    }

    /// What one allow through one hat needs by itself: brakes and ownership of a new record apart.
    fn reaching(&mut self, item: &Item, hat: usize, allow: &Allow) -> Vec<NodeId> {
        let Some(rule) = self.index.model.rules.get(allow.rule.index()) else { return vec![self.formula.no()] };
        let scope = self.scope(rule.scope, hat, item.right);
        let condition = self.condition(rule.condition, hat);
        let ways = allow.ways.iter().zip(&allow.cuts);
        let ways: Vec<NodeId> = ways.map(|(way, cuts)| self.way(way, cuts, hat)).collect();
        let (scope, condition) = (self.formula.known(scope), self.formula.known(condition));
        vec![self.runs(hat), self.window(rule.window), scope, condition, self.formula.or(ways)]
    }

    /// One allow through one hat applies, whatever brakes there are.
    pub(crate) fn applies(&mut self, item: &Item, hat: usize, allow: &Allow) -> Result<NodeId, Undecided> {
        let mut nodes = self.reaching(item, hat, allow);
        nodes.push(self.ownership(item, hat)?.0);
        Ok(self.formula.and(nodes))
    }

    /// Nothing stops what comes through a hat: no deny, mask, unmet requirement or conflict of roles.
    pub(crate) fn passes(&mut self, item: &Item, hat: usize) -> Result<NodeId, Undecided> {
        let role = self.hat(hat).map(|wear| wear.role);
        if role.is_none_or(|role| self.index.conflicts(&[role], role)) {
            return Ok(self.formula.no());
        }
        let barred = self.barred(item, hat)?;
        let open = self.formula.not(barred);
        let (required, exclusive) = (self.required(item, hat), self.exclusive());
        Ok(self.formula.and([open, required, exclusive]))
    }

    /// The hats that are worn with a hat, itself included.
    pub(super) fn beside(&self, hat: usize) -> Range<usize> {
        if self.subject.apart { hat..hat + 1 } else { 0..self.subject.hats.len() }
    }

    /// Some deny or mask binds what comes through a hat.
    pub(crate) fn barred(&mut self, item: &Item, hat: usize) -> Result<NodeId, Undecided> {
        let mut parts = Vec::new();
        for other in self.beside(hat) {
            let Some(wear) = self.hat(other) else { continue };
            // What a delegated role denies binds only what comes through it.
            if wear.behalf.is_some() && other != hat {
                continue;
            }
            let view = item.view(self.index, wear.role).ok_or(Undecided)?;
            let masks = if self.masks { view.masks.as_slice() } else { &[] };
            for bind in view.denies.iter().chain(masks) {
                parts.push(self.binds(item, other, bind));
            }
        }
        Ok(self.formula.or(parts))
    }

    /// Every role on the way is active, and none is cut out by a suspension.
    pub(super) fn way(&mut self, way: &[RoleId], cuts: &[RoleId], hat: usize) -> NodeId {
        let mut parts = Vec::new();
        if self.locks && !cuts.is_empty() {
            let cut = self.cut(cuts, hat);
            parts.push(self.formula.not(cut));
        }
        for active in way.iter().filter_map(|role| self.index.model.roles.get(role.index())).flat_map(|r| &r.active) {
            parts.push(self.window(active.window));
            let condition = self.condition(active.condition, hat);
            parts.push(self.formula.known(condition));
        }
        self.formula.and(parts)
    }

    /// A deny or mask that comes with a hat binds.
    pub(crate) fn binds(&mut self, item: &Item, hat: usize, bind: &Bind) -> NodeId {
        self.binds_but(item, hat, bind, None)
    }

    /// The same, as if one cancel were not written.
    pub(crate) fn binds_but(&mut self, item: &Item, hat: usize, bind: &Bind, but: Option<CancelId>) -> NodeId {
        let mut ways = Vec::new();
        for cancels in &bind.ways {
            let cancels = cancels.iter().filter(|id| but != Some(**id));
            let windows = cancels.filter_map(|id| self.index.model.cancels.get(id.index())).map(|cancel| cancel.window);
            let cancelled: Vec<NodeId> = windows.map(|window| self.window(window)).collect();
            let cancelled = self.formula.or(cancelled);
            ways.push(self.formula.not(cancelled));
        }
        let ways = self.formula.or(ways);
        let scope = self.scope(bind.scope, hat, item.right);
        let condition = self.condition(bind.condition, hat);
        let parts = [
            self.counts(hat),
            self.window(bind.window),
            ways,
            self.formula.possible(scope),
            self.formula.possible(condition),
        ];
        self.formula.and(parts)
    }

    /// Every requirement of the right is met, for what comes through a hat.
    pub(crate) fn required(&mut self, item: &Item, hat: usize) -> NodeId {
        self.required_but(item, hat, &|_| false)
    }

    /// The same, as if some were not written.
    pub(crate) fn required_but(&mut self, item: &Item, hat: usize, but: &dyn Fn(&Require) -> bool) -> NodeId {
        let mut parts = Vec::new();
        for (require, condition) in self.index.requires(item.right).filter(|(r, _)| !but(r)).collect::<Vec<_>>() {
            let open = self.window(require.window);
            let concerned = if require.roles.is_empty() {
                self.formula.yes()
            } else {
                let heirs = self.index.heirs_of(require.roles.iter().copied());
                let worn: Vec<usize> = self.hats_with(&heirs);
                let beside = self.beside(hat);
                let counts: Vec<NodeId> =
                    worn.into_iter().filter(|at| beside.contains(at)).map(|at| self.counts(at)).collect();
                self.formula.or(counts)
            };
            let condition = self.condition(condition, hat);
            let met = [self.formula.not(open), self.formula.not(concerned), self.formula.known(condition)];
            parts.push(self.formula.or(met));
        }
        self.formula.and(parts)
    }

    /// A new record is the asker's own, or a right that sets the owner is allowed too.
    fn ownership(&mut self, item: &Item, hat: usize) -> Result<(NodeId, Vec<(usize, NodeId)>), Undecided> {
        if !item.must_own {
            return Ok((self.formula.yes(), Vec::new()));
        }
        let owner = object(self.index.model, item.right).and_then(|(object, _)| object.owner);
        let own = self.owner_is_mine(owner, hat);
        let own = self.formula.known(own);
        let mut helpers = Vec::new();
        for changer in &item.changers {
            for other in self.beside(hat) {
                let (Some(mine), Some(theirs)) = (self.hat(hat), self.hat(other)) else { continue };
                let both = [mine.role, theirs.role];
                let conflict =
                    self.sessions == Sessions::Named && both.iter().any(|role| self.index.conflicts(&both, *role));
                if conflict || !has(&changer.grants, theirs.role) {
                    continue;
                }
                let view = changer.view(self.index, theirs.role).ok_or(Undecided)?;
                for allow in &view.allows {
                    let nodes = self.allow(changer, other, allow)?;
                    helpers.push((other, self.formula.and(nodes)));
                }
            }
        }
        let parts: Vec<NodeId> = std::iter::once(own).chain(helpers.iter().map(|(_, node)| *node)).collect();
        Ok((self.formula.or(parts), helpers))
    }

    /// A request that brings roles is refused if two of a set that nobody may have together are held.
    pub(crate) fn exclusive(&mut self) -> NodeId {
        let brought: Vec<RoleId> = self.subject.hats.iter().filter(|h| h.brought).map(|h| h.role).collect();
        let mut parts = Vec::new();
        if !brought.is_empty() {
            let slots: Vec<NodeId> = brought.into_iter().map(|role| self.brought(role)).collect();
            let any = self.formula.or(slots);
            for guarantee in &self.index.model.guarantees {
                let GuaranteeKind::NobodyHasTwo(roles) = &guarantee.kind else { continue };
                let open = self.window(guarantee.window);
                let two = self.two_of(roles);
                let refused = self.formula.and([any, open, two]);
                parts.push(self.formula.not(refused));
            }
        }
        self.formula.and(parts)
    }

    /// Two of these roles are held.
    pub(crate) fn two_of(&mut self, roles: &[RoleId]) -> NodeId {
        let held: Vec<NodeId> = roles
            .iter()
            .map(|role| {
                let heirs = self.index.heirs(*role);
                self.wears(&heirs)
            })
            .collect();
        let mut pairs = Vec::new();
        for (at, first) in held.iter().enumerate() {
            for second in held.iter().skip(at + 1) {
                pairs.push(self.formula.and([*first, *second]));
            }
        }
        self.formula.or(pairs)
    }
}
