//! [`Access`]: what somebody who holds just one role can do, exactly; `person.rs` has the same of people.

use super::ending::any;
use super::in_use::Use;
use super::scene::{Ground, Sample, Scene};
use crate::analysis::Effective;
use crate::diagnostic::WitnessRequest;
use crate::exact::build::Builder;
use crate::exact::index::has;
use crate::exact::item::{Allow, covers};
use crate::exact::subject::Subject;
use crate::exact::{Oracle, Undecided};
use crate::model::{ActsAs, FieldId, Model, RightId, RoleId, Rule, RuleEffect, RuleId, UserId};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// People who hold a role, tried one after the other for a request that can be replayed.
const TRIED: usize = 8;

/// An allow lets somebody through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The allow.
    pub line: RuleId,
    /// A request that it lets through: of whoever holds just the role, else of a person who holds it; `None` where
    /// units or people had to be made up.
    pub witness: Option<WitnessRequest>,
}

/// Which allows count.
pub type Pick<'p> = &'p dyn Fn(&Rule) -> bool;

/// What is asked of a role.
pub(super) struct Asked<'p> {
    pub(super) right: RightId,
    pub(super) field: Option<FieldId>,
    pub(super) pick: Pick<'p>,
    /// Nothing may stop the allow wherever it applies.
    pub(super) unhindered: bool,
    /// A request of somebody who holds the role is looked for where that of the role alone cannot be replayed.
    pub(super) shown: bool,
    /// Only records count that are neither the asker's own, nor their team's, nor nobody's.
    pub(super) of_others: bool,
}

/// Rights in use, by role and by person, each worked out when first asked for.
pub struct Access<'a> {
    pub(super) oracle: &'a Oracle<'a>,
    pub(super) model: &'a Model,
    grounds: RefCell<FxHashMap<RightId, Rc<Ground<'a, 'a>>>>,
    pub(super) written: RefCell<FxHashMap<RoleId, Rc<[RightId]>>>,
    pub(super) roles: RefCell<FxHashMap<RoleId, Rc<Use>>>,
    pub(super) people: RefCell<FxHashMap<UserId, Rc<[RightId]>>>,
    /// Rights of which some deny, mask-free requirement or separation of sessions speaks.
    braked: Vec<bool>,
    /// The same for requirements and separation alone, which do not come with a role.
    pub(super) required: Vec<bool>,
    pub(super) complete: Cell<bool>,
}

impl std::fmt::Debug for Access<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Access").finish_non_exhaustive()
    }
}

fn mark<'r>(flags: &mut [bool], rights: impl Iterator<Item = &'r RightId>) {
    for right in rights {
        if let Some(flag) = flags.get_mut(right.index()) {
            *flag = true;
        }
    }
}

impl<'a> Access<'a> {
    /// Nothing is worked out yet.
    pub fn new(oracle: &'a Oracle<'a>) -> Self {
        let model = oracle.index.model;
        let all = !model.separate_sessions.is_empty();
        let mut required = vec![all; model.rights.len()];
        let entries = model.requires.iter().flat_map(|require| &require.entries);
        mark(&mut required, entries.flat_map(|entry| &entry.rights));
        let mut braked = required.clone();
        let denies = model.rules.iter().filter(|rule| rule.effect == RuleEffect::Deny);
        mark(&mut braked, denies.flat_map(|rule| &rule.rights));
        Self {
            oracle,
            model,
            grounds: RefCell::default(),
            written: RefCell::default(),
            roles: RefCell::default(),
            people: RefCell::default(),
            braked,
            required,
            complete: Cell::new(true),
        }
    }

    /// Whether every question was decided.
    pub fn is_complete(&self) -> bool {
        self.complete.get()
    }

    /// Something was left out.
    pub(super) fn give_up(&self) {
        self.complete.set(false);
    }

    pub(super) fn decided<T>(&self, answer: Result<T, Undecided>) -> Option<T> {
        if answer.is_err() {
            self.complete.set(false);
        }
        answer.ok()
    }

    /// Whether somebody who holds just the role can use a right.
    pub fn can(&self, role: RoleId, right: RightId) -> bool {
        self.rights(role).binary_search(&right).is_ok()
    }

    /// Whether somebody who holds just the role can use a right on every record, at any time, whatever the request says.
    pub fn everywhere(&self, role: RoleId, right: RightId) -> bool {
        let question = self.ground(right).question(None);
        let refused = self.oracle.find(&Subject::alone(role), &question, (None, false), &|b| {
            let candidates = b.candidates(&question.item, 0)?;
            let allowed = any(b, &candidates);
            Ok(vec![b.formula.not(allowed)])
        });
        self.decided(refused).is_some_and(|found| found.is_none())
    }

    /// An allow among those that `pick` wants through which somebody who holds just the role may use a right, on a
    /// record or on a field of it; of several the first.
    pub fn given(&self, role: RoleId, right: RightId, field: Option<FieldId>, pick: Pick<'_>) -> Option<Given> {
        let asked = Asked { right, field, pick, unhindered: false, shown: true, of_others: false };
        let answer = self.effective(role).and_then(|effective| self.given_in(&effective, &asked));
        self.decided(answer).flatten()
    }

    /// As [`Access::given`], for an allow that nothing stops wherever it applies: no deny, mask or requirement keeps
    /// whoever holds just the role from any record or in any session.
    pub fn unhindered(&self, role: RoleId, right: RightId, field: Option<FieldId>, pick: Pick<'_>) -> Option<Given> {
        let asked = Asked { right, field, pick, unhindered: true, shown: true, of_others: false };
        let answer = self.effective(role).and_then(|effective| self.given_in(&effective, &asked));
        self.decided(answer).flatten()
    }

    /// As [`Access::given`], on a record that is neither the asker's own, nor their team's, nor nobody's.
    pub fn given_of_others(&self, role: RoleId, right: RightId, field: Option<FieldId>) -> Option<Given> {
        let asked = Asked { right, field, pick: &|_| true, unhindered: false, shown: true, of_others: true };
        let answer = self.effective(role).and_then(|effective| self.given_in(&effective, &asked));
        self.decided(answer).flatten()
    }

    pub(super) fn given_in(&self, effective: &Effective, asked: &Asked<'_>) -> Result<Option<Given>, Undecided> {
        let Asked { right, field, pick, .. } = *asked;
        let ground = self.ground(right);
        for scene in ground.scenes_of(effective, field)? {
            for allow in &scene.view.allows {
                if !self.model.rules.get(allow.rule.index()).is_some_and(pick) {
                    continue;
                }
                let item = &scene.question.item;
                let found = ground.exists(&scene, true, |b| {
                    let mut nodes = vec![b.applies(item, 0, allow)?, b.passes(item, 0)?];
                    nodes.extend(asked.of_others.then(|| b.of_others(right, 0)));
                    Ok(nodes)
                })?;
                if let Some(Sample(shown)) = found {
                    if let Some(rule) = self.model.rules.get(allow.rule.index()) {
                        self.oracle.note_met(item, rule);
                    }
                    // Masks stop reading of fields alone.
                    let stoppable = field.is_some() || self.is_braked(right);
                    if asked.unhindered && stoppable && self.is_stopped(&ground, &scene, allow)? {
                        continue;
                    }
                    let witness = match shown {
                        Some(request) => Some(request),
                        None if asked.shown => self.shown_by_holder(effective.role, asked, allow.rule)?,
                        None => None,
                    };
                    return Ok(Some(Given { line: allow.rule, witness }));
                }
            }
        }
        Ok(None)
    }

    /// Whether an allow applies somewhere, and something stops it there.
    fn is_stopped(&self, ground: &Ground<'_, '_>, scene: &Scene, allow: &Allow) -> Result<bool, Undecided> {
        let item = &scene.question.item;
        let found = ground.exists(scene, false, |b| {
            let (applies, passes) = (b.applies(item, 0, allow)?, b.passes(item, 0)?);
            let stopped = b.formula.not(passes);
            Ok(vec![applies, stopped])
        })?;
        Ok(found.is_some())
    }

    /// Whether some deny, requirement or separation of sessions speaks of a right.
    pub fn is_braked(&self, right: RightId) -> bool {
        self.braked.get(right.index()).copied().unwrap_or(true)
    }

    /// A request of a person who holds the role, which one allow lets through it.
    fn shown_by_holder(
        &self,
        role: RoleId,
        asked: &Asked<'_>,
        line: RuleId,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        let question = self.ground(asked.right).question(asked.field);
        let others = |b: &mut Builder<'_>, hat| vec![b.of_others(asked.right, hat)];
        for user in self.oracle.index.users_with(role).iter().take(TRIED) {
            let person = self.oracle.person(*user, &question);
            let found = if asked.of_others {
                self.oracle.allowed_when(&person, &question, &|rule| rule == line, &others)?.map(|(_, request)| request)
            } else {
                self.oracle.allowed_through(&person, &question, &|through, rule| through == role && rule == line)?
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The roles in which a right arises: their holders may use it through an allow that `pick` wants, and those of no role
    /// that they inherit may.
    pub fn arising(&self, right: RightId, field: Option<FieldId>, pick: Pick<'_>) -> Vec<(RoleId, Given)> {
        self.arising_as(&Asked { right, field, pick, unhindered: false, shown: true, of_others: false })
    }

    /// As [`Access::arising`], for [`Access::unhindered`].
    pub fn arising_unhindered(&self, right: RightId, field: Option<FieldId>, pick: Pick<'_>) -> Vec<(RoleId, Given)> {
        self.arising_as(&Asked { right, field, pick, unhindered: true, shown: true, of_others: false })
    }

    fn arising_as(&self, asked: &Asked<'_>) -> Vec<(RoleId, Given)> {
        let ground = self.ground(asked.right);
        let writers = ground.rules.iter().filter(|(_, rules)| {
            let mut rules = rules.iter().filter_map(|id| self.model.rules.get(id.index()));
            rules.any(|rule| {
                let allows = rule.effect == RuleEffect::Allow && covers(self.model, rule, asked.right, asked.field);
                allows && (asked.pick)(rule)
            })
        });
        let writers: Vec<RoleId> = writers.map(|(role, _)| *role).collect();
        if writers.is_empty() {
            return Vec::new();
        }
        let concerned = self.oracle.index.heirs_of(writers);
        let given = |role| {
            let answer = self.effective(role).and_then(|effective| self.given_in(&effective, asked));
            self.decided(answer).flatten()
        };
        let mut known: FxHashMap<RoleId, bool> = FxHashMap::default();
        let mut found = Vec::new();
        for role in self.oracle.index.order().iter().copied().filter(|role| has(&concerned, *role)) {
            let parents = self.model.roles.get(role.index()).map_or(&[] as &[_], |r| r.parents.as_slice());
            let inherited = parents.iter().any(|parent| known.get(parent).copied().unwrap_or(false));
            // Where a parent's holders may, the role only passes it on; whether it still does matters to its heirs alone.
            // Fields are told once, whether a role on the way loses them or not.
            if inherited {
                let passed = asked.field.is_some() || self.hands_down(role, asked.right);
                known.insert(role, passed || given(role).is_some());
                continue;
            }
            let given = given(role);
            known.insert(role, given.is_some());
            found.extend(given.map(|given| (role, given)));
        }
        found.sort_by_key(|(role, _)| *role);
        found
    }

    /// Whether whoever holds a role that inherits one with a right has the right just as well: nothing on this step, and
    /// no brake anywhere, takes it away.
    pub(super) fn hands_down(&self, role: RoleId, right: RightId) -> bool {
        let gate = self.model.roles.get(role.index()).is_none_or(|r| !r.without.is_empty() || !r.active.is_empty());
        !self.is_braked(right) && !gate
    }

    pub(super) fn effective(&self, role: RoleId) -> Result<Rc<Effective>, Undecided> {
        let effective = self.oracle.index.effective(role).ok_or(Undecided)?;
        self.oracle.walk(effective.reaches.len())?;
        Ok(effective)
    }

    pub(super) fn ground(&self, right: RightId) -> Rc<Ground<'a, 'a>> {
        let mut grounds = self.grounds.borrow_mut();
        Rc::clone(grounds.entry(right).or_insert_with(|| Rc::new(Ground::new(self.oracle, right))))
    }

    /// Whether a right makes new records.
    pub fn creates(&self, right: RightId) -> bool {
        self.model.rights.get(right.index()).is_some_and(|right| right.acts_as == Some(ActsAs::Create))
    }
}
