//! [`Bearing`]: whom and which rights a window can concern, so that the rest is not asked about when it opens or shuts.

use super::turn::Concerned;
use crate::exact::index::Index;
use crate::model::{ActsAs, CancelTarget, GuaranteeKind, Model, RightId, RoleId, SuspensionKind, UserId, WindowId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Whom and what a window bears on: more than it does is no harm, less would be.
struct Reach {
    who: Who,
    what: What,
}

enum Who {
    Everybody,
    Users(Rc<[UserId]>),
    /// Whoever holds one of these roles, or one that inherits it.
    Heirs(Vec<RoleId>),
}

enum What {
    Rights(Vec<RightId>),
    /// Whatever this role has a part in.
    Role(RoleId),
    All,
}

/// What the windows of a model bear on.
pub(super) struct Bearing<'a> {
    index: &'a Index<'a>,
    model: &'a Model,
    by_window: FxHashMap<WindowId, Vec<Reach>>,
    of_role: RefCell<FxHashMap<RoleId, Rc<BTreeSet<RightId>>>>,
}

impl<'a> Bearing<'a> {
    pub(super) fn new(index: &'a Index<'a>) -> Self {
        let model = index.model;
        let mut bearing = Self { index, model, by_window: FxHashMap::default(), of_role: RefCell::default() };
        bearing.of_hats();
        bearing.of_lines();
        bearing.of_brakes();
        bearing
    }

    fn add(&mut self, window: WindowId, who: Who, what: What) {
        if !self.model.window(window).is_always() {
            self.by_window.entry(window).or_default().push(Reach { who, what });
        }
    }

    fn of_hats(&mut self) {
        for (user, hats) in self.index.hats.people() {
            for hat in hats {
                let windows: BTreeSet<WindowId> = hat.windows.iter().chain(hat.wide.iter()).copied().collect();
                for window in windows {
                    self.add(window, Who::Users([user].into()), What::Role(hat.role));
                }
            }
        }
    }

    fn of_lines(&mut self) {
        let model = self.model;
        for rule in &model.rules {
            self.add(rule.window, Who::Heirs(vec![rule.role]), What::Rights(self.with_creation(&rule.rights)));
        }
        let of_object = |object: crate::model::ObjectId| {
            model.objects.get(object.index()).map_or_else(Vec::new, |object| object.rights().collect::<Vec<_>>())
        };
        for mask in &model.masks {
            self.add(mask.window, Who::Heirs(vec![mask.role]), What::Rights(of_object(mask.object)));
        }
        for cancel in &model.cancels {
            let rights = match &cancel.target {
                CancelTarget::Denies(denies) => denies.iter().flat_map(|(_, rights)| rights.iter().copied()).collect(),
                CancelTarget::Masks(masks) => {
                    let objects = masks.iter().filter_map(|(id, _)| model.masks.get(id.index())).map(|m| m.object);
                    objects.flat_map(of_object).collect::<Vec<_>>()
                }
            };
            self.add(cancel.window, Who::Heirs(vec![cancel.role]), What::Rights(self.with_creation(&rights)));
        }
        for (at, role) in model.roles.iter().enumerate() {
            let id = RoleId::from_index(at);
            for active in &role.active {
                self.add(active.window, Who::Heirs(vec![id]), What::Role(id));
            }
        }
    }

    fn of_brakes(&mut self) {
        let model = self.model;
        for require in &model.requires {
            let rights: Vec<RightId> = require.entries.iter().flat_map(|entry| entry.rights.iter().copied()).collect();
            let who = if require.roles.is_empty() { Who::Everybody } else { Who::Heirs(require.roles.clone()) };
            self.add(require.window, who, What::Rights(self.with_creation(&rights)));
        }
        for suspension in &model.suspensions {
            let (who, what) = match &suspension.kind {
                SuspensionKind::Users { users, .. } => {
                    // What is lent by them stops too.
                    let lent = model.delegations.iter().filter(|d| users.contains(&d.of)).map(|d| d.to);
                    let users: BTreeSet<UserId> = users.iter().copied().chain(lent).collect();
                    (Who::Users(users.into_iter().collect()), What::All)
                }
                SuspensionKind::Roles { roles, .. } => (Who::Heirs(roles.clone()), What::All),
                SuspensionKind::Rights(entries) => {
                    let rights: Vec<RightId> = entries.iter().flat_map(|entry| entry.rights.iter().copied()).collect();
                    (Who::Everybody, What::Rights(self.with_creation(&rights)))
                }
                SuspensionKind::Everything { .. } => (Who::Everybody, What::All),
            };
            self.add(suspension.window, who, what);
        }
        for guarantee in &model.guarantees {
            if let GuaranteeKind::NobodyHasTwo(roles) = &guarantee.kind {
                self.add(guarantee.window, Who::Heirs(roles.clone()), What::All);
            }
        }
    }

    /// Rights, with those that make records whose owner they may set.
    fn with_creation(&self, rights: &[RightId]) -> Vec<RightId> {
        let mut all: BTreeSet<RightId> = rights.iter().copied().collect();
        for right in rights.iter().filter_map(|right| self.model.rights.get(right.index())) {
            let Some(object) = self.model.objects.get(right.object.index()) else { continue };
            if object.owner.is_some_and(|owner| right.changes.contains(&owner)) {
                let creates =
                    |id: &RightId| self.model.rights.get(id.index()).is_some_and(|r| r.acts_as == Some(ActsAs::Create));
                all.extend(object.rights().filter(creates));
            }
        }
        all.into_iter().collect()
    }

    /// Whom flipped windows may concern, by right.
    pub(super) fn concerned(&self, flipped: &[WindowId]) -> BTreeMap<RightId, FxHashSet<Concerned>> {
        let mut found: BTreeMap<RightId, FxHashSet<Concerned>> = BTreeMap::new();
        for reach in flipped.iter().filter_map(|window| self.by_window.get(window)).flatten() {
            let who = self.people(&reach.who);
            let mut put = |right: RightId| found.entry(right).or_default().extend(who.iter().copied());
            match &reach.what {
                What::Rights(rights) => rights.iter().copied().for_each(&mut put),
                What::Role(role) => self.rights_of(*role).iter().copied().for_each(&mut put),
                What::All => {
                    let mut rights: BTreeSet<RightId> = BTreeSet::new();
                    for role in self.roles_of(&who) {
                        rights.extend(self.rights_of(role).iter());
                    }
                    rights.into_iter().for_each(&mut put);
                }
            }
        }
        found
    }

    fn people(&self, who: &Who) -> Vec<Concerned> {
        let index = self.index;
        let brought = self.model.roles_from_request.iter().copied();
        match who {
            Who::Users(users) => users.iter().copied().map(Concerned::Person).collect(),
            Who::Everybody => {
                let users = (0..self.model.users.len()).map(UserId::from_index).map(Concerned::Person);
                users.chain(brought.map(Concerned::Bringer)).collect()
            }
            Who::Heirs(roles) => {
                let heirs = index.heirs_of(roles.iter().copied());
                let held = (0..heirs.len()).filter(|at| heirs.get(*at) == Some(&true)).map(RoleId::from_index);
                let users: BTreeSet<UserId> = held.flat_map(|role| index.users_with(role)).copied().collect();
                let brought = brought.filter(|role| heirs.get(role.index()) == Some(&true));
                users.into_iter().map(Concerned::Person).chain(brought.map(Concerned::Bringer)).collect()
            }
        }
    }

    fn roles_of(&self, who: &[Concerned]) -> BTreeSet<RoleId> {
        let mut roles = BTreeSet::new();
        for one in who {
            match one {
                Concerned::Person(user) => roles.extend(self.index.hats.of(*user).iter().map(|hat| hat.role)),
                Concerned::Bringer(role) => roles.extend([*role]),
            }
        }
        roles
    }

    /// Rights in which a held role has a part: it allows, denies or masks something, or a requirement asks for it.
    fn rights_of(&self, role: RoleId) -> Rc<BTreeSet<RightId>> {
        if let Some(known) = self.of_role.borrow().get(&role) {
            return Rc::clone(known);
        }
        let model = self.model;
        let mut closure: BTreeSet<RoleId> = BTreeSet::new();
        let mut open = vec![role];
        while let Some(next) = open.pop() {
            if closure.insert(next) {
                open.extend(self.index.parents(next));
            }
        }
        let mut rights: BTreeSet<RightId> = BTreeSet::new();
        for role in closure.iter().filter_map(|role| model.roles.get(role.index())) {
            let rules = role.rules().filter_map(|id| model.rules.get(id.index()));
            rights.extend(rules.flat_map(|rule| rule.rights.iter().copied()));
            let masks = role.masks().filter_map(|id| model.masks.get(id.index()));
            let objects = masks.filter_map(|mask| model.objects.get(mask.object.index()));
            rights.extend(objects.flat_map(|object| object.rights()));
        }
        let asked = model.requires.iter().filter(|require| require.roles.iter().any(|role| closure.contains(role)));
        rights.extend(asked.flat_map(|require| &require.entries).flat_map(|entry| entry.rights.iter().copied()));
        let rights: Vec<RightId> = rights.into_iter().collect();
        let rights: Rc<BTreeSet<RightId>> = Rc::new(self.with_creation(&rights).into_iter().collect());
        self.of_role.borrow_mut().insert(role, Rc::clone(&rights));
        rights
    }
}
