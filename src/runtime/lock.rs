//! Requirements, separation of roles, suspensions: what stops an allow that nothing denies.

use super::run::Run;
use super::scratch::Hat;
use super::truth::Truth;
use crate::table::NONE;
use crate::table::code::suspension_kind;
use crate::table::record::{Require, Suspension};

impl Run<'_, '_> {
    /// Whether every requirement on the right is met, for what comes through a hat: through a delegated one `me` is the
    /// one whose role it is as well.
    pub(super) fn required(&mut self, level: usize, at: usize) -> Truth {
        let Some(hat) = self.hat(at) else { return Truth::Unknown };
        let known =
            if hat.is_delegated() { hat.required.get(level).copied().flatten() } else { self.level(level).required };
        if let Some(known) = known {
            return known;
        }
        let (start, end) = self.requires(level);
        let mut truth = Truth::True;
        for require in start..end {
            let found = self.asked.table.views.requires.get(require);
            truth = truth.and(found.map_or(Truth::Unknown, |found| self.require(&found, hat.behalf)));
        }
        if !hat.is_delegated() {
            self.level_mut(level).required = Some(truth);
        } else if let Some(slot) = self.scratch.hats.get_mut(at).and_then(|hat| hat.required.get_mut(level)) {
            *slot = Some(truth);
        }
        truth
    }

    /// The requirements on the right of a level, as a range.
    pub(super) const fn requires(&self, level: usize) -> (u32, u32) {
        let level = self.level(level);
        (level.record.requires, level.next.requires)
    }

    /// Whether one requirement is met, or does not concern the subject now.
    pub(super) fn require(&mut self, require: &Require, behalf: u32) -> Truth {
        let concerned = require.roles == NONE || self.has_one_of(require.roles);
        if concerned && self.asked.takes(require.window) {
            self.asked.condition(require.condition, behalf)
        } else {
            Truth::True
        }
    }

    /// Whether roles stand in the way of what comes through a hat: the session does not use it, or uses (or, with
    /// exclusive sets, has) roles that are to be kept apart.
    pub(super) fn conflicts(&mut self, at: usize) -> bool {
        let Some(hat) = self.hat(at) else { return true };
        if !self.is_active(&hat) || self.excludes() {
            return true;
        }
        let separations = self.asked.table.views.separations;
        (0..separations.len()).any(|separation| self.asked.is_spent() || self.is_separated(&hat, separation))
    }

    /// Whether a separation stops what comes through a hat.
    pub(super) fn is_separated(&mut self, hat: &Hat, separation: u32) -> bool {
        let Some(roles) = self.asked.table.views.separations.get(separation) else { return true };
        if !self.asked.has_watched(hat.held, roles.at) {
            return false;
        }
        if self.some {
            // A session may be opened with this role alone.
            return self.count_had(roles.at, |run, at| run.hat(at).is_some_and(|other| other.held == hat.held)) > 1;
        }
        self.count_had(roles.at, |run, at| run.hat(at).is_some_and(|hat| run.is_active(&hat)) && run.counts(at)) > 1
    }

    /// Whether the session uses a hat's role. Without a list of roles in use all are.
    pub(super) fn is_active(&self, hat: &Hat) -> bool {
        let Some(active) = self.asked.request.active_roles else { return true };
        let name = self.asked.table.held_role_name(hat.held);
        active.contains(&name)
    }

    /// How many roles of a list are had through hats that count.
    fn count_had(&mut self, roles: u32, counts: impl Fn(&mut Self, usize) -> bool) -> usize {
        let table = self.asked.table;
        let mut had = 0_usize;
        for role in table.list(roles).iter() {
            let has = (0..self.scratch.hats.len()).any(|at| {
                let held = self.hat(at).and_then(|hat| table.views.held.get(hat.held));
                let has = held.is_some_and(|held| self.asked.lists(held.watched, role.at));
                has && counts(self, at)
            });
            had = had.saturating_add(usize::from(has));
        }
        had
    }

    /// Whether the roles that the request brings make up two of an exclusive set.
    fn excludes(&mut self) -> bool {
        if let Some(known) = self.excluded {
            return known;
        }
        let exclusives = self.asked.table.views.exclusives.len();
        let excluded = (0..exclusives).any(|at| self.asked.is_spent() || self.is_exclusive(at));
        self.excluded = Some(excluded);
        excluded
    }

    /// Whether two roles of an exclusive set are had, in a request that brings roles.
    pub(super) fn is_exclusive(&mut self, exclusive: u32) -> bool {
        let brought = !matches!(self.asked.request.subject, super::request::Subject::RoleAlone(_))
            && self.scratch.hats.iter().any(|hat| hat.hat == NONE);
        let Some(found) = self.asked.table.views.exclusives.get(exclusive) else { return brought };
        brought && self.asked.takes(found.window) && self.count_had(found.roles, Self::counts) > 1
    }

    /// Whether a suspension covers what comes through a hat.
    pub(super) fn suspended(&mut self, level: usize, at: usize, hat: &Hat, guard: u32) -> Truth {
        let of_hat = match hat.suspended {
            Some(known) => known,
            None => {
                let found = self.hat_suspended(hat);
                if let Some(hat) = self.scratch.hats.get_mut(at) {
                    hat.suspended = Some(found);
                }
                found
            }
        };
        let of_right = match self.level(level).suspended {
            _ if hat.is_delegated() => self.right_suspended(level, hat.behalf),
            Some(known) => known,
            None => {
                let found = self.right_suspended(level, NONE);
                self.level_mut(level).suspended = Some(found);
                found
            }
        };
        of_hat.or(of_right).or(self.cut(guard, hat.behalf))
    }

    /// Whether the person, the role or everything is suspended.
    fn hat_suspended(&self, hat: &Hat) -> Truth {
        let mut truth = Truth::False;
        self.each_suspension(hat, |_, found| truth = truth.or(found));
        truth
    }

    /// Every suspension of the person, the role and everything, and of the one whose role it is in just this role, with
    /// what is known of it.
    pub(super) fn each_suspension(&self, hat: &Hat, mut found: impl FnMut(u32, Truth)) {
        let table = self.asked.table;
        let of = |user: u32| table.user_record(user).map_or(0, |(user, _)| user.suspensions);
        let of_user = self.suspended_as.map_or(0, of);
        let of_role = table.views.held.get(hat.held).map_or(0, |held| held.suspensions);
        for list in [of_user, of_role, table.globals.everything].into_iter().filter(|list| *list != 0) {
            for suspension in table.list(list).iter() {
                match table.views.suspensions.get(suspension.at) {
                    Some(record) if self.concerns(&record, hat) => {
                        found(suspension.at, self.suspension(&record, hat.behalf));
                    }
                    Some(_) => {}
                    None => found(suspension.at, Truth::True),
                }
            }
        }
        if !hat.is_delegated() {
            return;
        }
        for suspension in table.list(of(hat.behalf)).iter() {
            match table.views.suspensions.get(suspension.at) {
                Some(record) if record.kind == suspension_kind::USERS && record.a == hat.held => {
                    found(suspension.at, self.suspension(&record, hat.behalf));
                }
                Some(_) => {}
                None => found(suspension.at, Truth::True),
            }
        }
    }

    /// Whether a suspension is about what comes through a hat, of those that the hat's lists name.
    fn concerns(&self, suspension: &Suspension, hat: &Hat) -> bool {
        match suspension.kind {
            suspension_kind::USERS => suspension.a == NONE || suspension.a == hat.held,
            suspension_kind::EVERYTHING => {
                let exempt = self.asked.user.is_some_and(|user| self.asked.lists(suspension.b, user));
                !exempt && !self.asked.lists(suspension.a, hat.held)
            }
            _ => true,
        }
    }

    /// Whether a suspension is in force, for what comes through a hat that acts for `behalf`.
    pub(super) fn suspension(&self, suspension: &Suspension, behalf: u32) -> Truth {
        if self.asked.spend(1) && !self.asked.takes(suspension.window) {
            return Truth::False;
        }
        self.asked.condition(suspension.condition, behalf)
    }

    fn right_suspended(&self, level: usize, behalf: u32) -> Truth {
        let mut truth = Truth::False;
        self.each_right_suspension(level, behalf, |_, _, found| truth = truth.or(found));
        truth
    }

    /// Every suspension of the right, with its condition for the object and what is known of it.
    pub(super) fn each_right_suspension(&self, level: usize, behalf: u32, mut found: impl FnMut(u32, u32, Truth)) {
        let views = &self.asked.table.views;
        let level = self.level(level);
        for of_right in views.right_suspensions.slice(level.record.suspensions, level.next.suspensions).iter() {
            let truth = match views.suspensions.get(of_right.suspension) {
                Some(record) => self.suspension(&record, behalf).and(self.asked.condition(of_right.condition, behalf)),
                None => Truth::True,
            };
            found(of_right.suspension, of_right.condition, truth);
        }
    }

    /// Every suspension that may cover what comes through a hat along the paths of a guard: its number, its condition
    /// for the object, and what is known of it.
    pub(super) fn each_cover(&self, hat: &Hat, guard: u32, mut found: impl FnMut(u32, u32, Truth)) {
        self.each_suspension(hat, |suspension, truth| found(suspension, 0, truth));
        self.each_right_suspension(0, hat.behalf, &mut found);
        let Some((start, end)) = self.asked.table.alternatives(guard) else { return };
        if self.cut(guard, hat.behalf) == Truth::False {
            return;
        }
        for path in (start..end).filter(|path| self.passes(self.active(*path, hat.behalf))) {
            for suspension in self.asked.table.list(self.cuts(path)).iter() {
                let record = self.asked.table.views.suspensions.get(suspension.at);
                found(suspension.at, 0, record.map_or(Truth::True, |record| self.suspension(&record, hat.behalf)));
            }
        }
    }

    /// Whether every path of an allow that is active is cut.
    fn cut(&self, guard: u32, behalf: u32) -> Truth {
        let Some((start, end)) = self.asked.table.alternatives(guard) else { return Truth::False };
        (start..end).fold(Truth::True, |truth, path| {
            if self.passes(self.active(path, behalf)) { truth.and(self.path_cut(path, behalf)) } else { truth }
        })
    }

    /// Whether a suspension cuts a path.
    pub(super) fn path_cut(&self, path: u32, behalf: u32) -> Truth {
        let table = self.asked.table;
        table.list(self.cuts(path)).iter().fold(Truth::False, |truth, suspension| {
            let found = table.views.suspensions.get(suspension.at);
            truth.or(found.map_or(Truth::True, |record| self.suspension(&record, behalf)))
        })
    }
}
