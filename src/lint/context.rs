//! [`Context`]: the facts that rules read, computed once.

use super::Settings;
use super::holders::{Holder, holders};
use crate::analysis::moment::together;
use crate::analysis::{Analysis, Effective, Hats, Reached, hats_of};
use crate::diagnostic::Label;
use crate::exact::Oracle;
use crate::facts::{Access, Audience, Compare, Conditions, Escalation, Facts};
use crate::message::report as text;
use crate::model::{CancelTarget, Model, Right, RightId, RoleId, RuleEffect, RuleId, WindowId};
use crate::risk::Risks;
use crate::source::SourceSet;
use crate::syntax::ast::Ast;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// Roles that all effective roles together may reach, and rules that may be kept of them: what a policy of a hundred
/// thousand rules needs many times over. A chain that is longer still is not searched for overlaps to its end.
const REACHES: usize = 8_000_000;

/// What a rule may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The texts.
    pub sources: &'a SourceSet,
    /// What was written.
    pub asts: &'a [Ast],
    /// What was meant.
    pub model: &'a Model,
    /// Facts about it.
    pub analysis: &'a Analysis,
    /// "Now", in milliseconds since 1970 UTC; findings about dates need it.
    pub now: Option<i64>,
    /// What is asked of the rules.
    pub settings: &'a Settings,
    /// Every person's hats, by [`crate::model::UserId`].
    pub hats: Hats<'a>,
    /// People who hold the same roles at the same times, each combination once.
    pub holders: Vec<Holder>,
    /// Rules and masks of every role that is held, may be brought, or has no heir.
    pub reached: BTreeMap<RoleId, Reached>,
    /// Whether `reached` and the searches over it are complete.
    pub complete: Cell<bool>,
    /// Denies that some cancel names.
    cancelled: BTreeSet<RuleId>,
    /// Answers what can be, exactly.
    pub oracle: &'a Oracle<'a>,
    /// What roles and people can do.
    pub access: Access<'a>,
    /// What kind of thing a right is.
    pub risks: Risks,
    facts: OnceCell<Facts>,
    audience: OnceCell<Audience>,
    escalation: OnceCell<Escalation>,
    compare: OnceCell<Compare>,
    conditions: OnceCell<Conditions>,
    /// Windows that were asked about, and whether they are ever open together.
    meetings: RefCell<BTreeMap<Vec<WindowId>, bool>>,
}

impl<'a> Context<'a> {
    /// The facts of a model, with "now" and what is asked of the rules.
    pub fn new(
        sources: &'a SourceSet,
        asts: &'a [Ast],
        model: &'a Model,
        analysis: &'a Analysis,
        oracle: &'a Oracle<'a>,
        (now, settings): (Option<i64>, &'a Settings),
    ) -> Self {
        let hats = hats_of(model);
        let mut cx = Self {
            sources,
            asts,
            model,
            analysis,
            now,
            settings,
            holders: Vec::new(),
            reached: BTreeMap::new(),
            complete: Cell::new(true),
            cancelled: cancelled(model),
            meetings: RefCell::default(),
            oracle,
            access: Access::new(oracle),
            risks: Risks::new(model),
            facts: OnceCell::new(),
            audience: OnceCell::new(),
            escalation: OnceCell::new(),
            compare: OnceCell::new(),
            conditions: OnceCell::new(),
            hats,
        };
        cx.holders = holders(&cx);
        cx.reach();
        cx
    }

    /// What each line does beside the others; worked out when first asked for.
    pub fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| {
            let facts = Facts::new(self.model, self.analysis, self.oracle);
            if !facts.undecided.is_empty() {
                self.complete.set(false);
            }
            facts
        })
    }

    /// Everybody, those who are alike together; sorted out when first asked for.
    pub fn audience(&self) -> &Audience {
        self.audience.get_or_init(|| Audience::new(self.model, &self.hats))
    }

    /// Rights that obtain rights, followed to the end; worked out when first asked for.
    pub fn escalation(&self) -> &Escalation {
        self.escalation.get_or_init(|| Escalation::new(&self.access, &self.risks))
    }

    /// Which roles decide alike or are contained in others; worked out when first asked for.
    pub fn compare(&self) -> &Compare {
        self.compare.get_or_init(|| {
            let whole = self.analysis.hierarchy.cycles.is_empty();
            let found = if whole { Compare::new(self.oracle, self.facts()) } else { Compare::default() };
            if !found.complete {
                self.complete.set(false);
            }
            found
        })
    }

    /// What conditions come to; worked out when first asked for.
    pub fn conditions(&self) -> &Conditions {
        self.conditions.get_or_init(|| {
            let found = Conditions::new(self.oracle);
            if !found.complete {
                self.complete.set(false);
            }
            found
        })
    }

    /// Every right.
    pub fn rights(&self) -> impl Iterator<Item = (RightId, &'a Right)> + use<'a> {
        let all = self.model.rights.iter().enumerate();
        all.map(|(index, right)| (RightId::from_index(index), right))
    }

    /// Whether a requirement for everybody stands before a right.
    pub fn is_guarded(&self, right: RightId) -> bool {
        let mut of_all = self.model.requires.iter().filter(|require| require.roles.is_empty());
        of_all.any(|require| require.entries.iter().any(|entry| entry.rights.contains(&right)))
    }

    /// The effective role.
    pub fn effective(&self, role: RoleId) -> Option<Rc<Effective>> {
        self.oracle.index.effective(role)
    }

    /// The rules and masks that reach a role, whether it is held or not.
    pub fn reached(&self, role: RoleId) -> Option<Reached> {
        let known = self.reached.get(&role).cloned();
        known.or_else(|| self.effective(role).map(|effective| Reached::new(self.model, &effective)))
    }

    /// Whether `active`, `without`, `cancel` or a suspension of the role can change what comes through it.
    pub fn is_gate(&self, role: RoleId) -> bool {
        self.oracle.index.is_gate(role)
    }

    /// Whether any role cancels the deny, or a part of it.
    pub fn is_cancelled_somewhere(&self, deny: RuleId) -> bool {
        self.cancelled.contains(&deny)
    }

    /// Whether all of some windows may be open at one instant. The same few windows are asked about again and again.
    pub fn together(&self, windows: impl IntoIterator<Item = WindowId>) -> bool {
        let mut key: Vec<WindowId> = windows.into_iter().filter(|window| *window != WindowId::ALWAYS).collect();
        if key.is_empty() {
            return true;
        }
        key.sort_unstable();
        key.dedup();
        if let Some(known) = self.meetings.borrow().get(&key) {
            return *known;
        }
        let open = together(self.model, key.iter().copied()).possible();
        self.meetings.borrow_mut().insert(key, open);
        open
    }

    /// The roles that a role inherits directly.
    pub fn parents(&self, role: RoleId) -> &'a [RoleId] {
        self.model.roles.get(role.index()).map_or(&[], |role| role.parents.as_slice())
    }

    /// Whether `role` is `ancestor` or inherits it.
    pub fn inherits(&self, role: RoleId, ancestor: RoleId) -> bool {
        self.analysis.hierarchy.inherits(self.model, role, ancestor)
    }

    /// The steps of inheritance from a role to one that it inherits, the fewest: one for each line on the way.
    pub fn path(&self, role: RoleId, ancestor: RoleId) -> Vec<Label> {
        let parents = |role: RoleId| self.model.roles.get(role.index()).map_or(&[] as &[_], |r| r.parents.as_slice());
        let mut came_from: BTreeMap<RoleId, RoleId> = BTreeMap::new();
        let mut queue = VecDeque::from([role]);
        while let Some(heir) = queue.pop_front() {
            if heir == ancestor {
                break;
            }
            for parent in parents(heir) {
                if *parent != role && !came_from.contains_key(parent) {
                    came_from.insert(*parent, heir);
                    queue.push_back(*parent);
                }
            }
        }
        let mut steps = Vec::new();
        let mut at = ancestor;
        while let Some(heir) = came_from.get(&at) {
            steps.extend(self.inherits_line(*heir, at));
            at = *heir;
        }
        steps.reverse();
        steps
    }

    /// The place where a role says that it inherits another.
    pub fn inherits_line(&self, heir: RoleId, parent: RoleId) -> Option<Label> {
        let role = self.model.roles.get(heir.index())?;
        let index = role.parents.iter().position(|p| *p == parent)?;
        let args = [("heir", self.model.role_name(heir).into()), ("parent", self.model.role_name(parent).into())];
        Some(Label { span: role.parent_origins.get(index)?.span, message: text::INHERITS_STEP.with(args) })
    }

    fn reach(&mut self) {
        let model = self.model;
        // Without any of these, no rule over reached rules has anything to say.
        let needed = !model.suspensions.is_empty()
            || !model.masks.is_empty()
            || !model.cancels.is_empty()
            || model.rules.iter().any(|rule| rule.effect == RuleEffect::Deny);
        if !needed {
            return;
        }
        let mut budget = REACHES;
        let seats: BTreeSet<RoleId> = self.holders.iter().flat_map(|h| &h.seats).map(|seat| seat.role).collect();
        for role in seats {
            let Some(effective) = self.effective(role) else { continue };
            let reached = Reached::new(model, &effective);
            let cost = effective.reaches.len() + reached.allows.len() + reached.denies.len() + reached.masks.len();
            self.reached.insert(role, reached);
            let Some(left) = budget.checked_sub(cost) else {
                self.complete.set(false);
                return;
            };
            budget = left;
        }
    }
}

fn cancelled(model: &Model) -> BTreeSet<RuleId> {
    let targets = model.cancels.iter().flat_map(|cancel| match &cancel.target {
        CancelTarget::Denies(targets) => targets.as_slice(),
        CancelTarget::Masks(_) => &[],
    });
    targets.map(|(rule, _)| *rule).collect()
}
