//! The claims about which roles are held together.

use super::{Prover, Witness};
use crate::exact::ask::Case;
use crate::exact::build::Builder;
use crate::exact::index::has;
use crate::exact::item::Traits;
use crate::exact::search::Undecided;
use crate::exact::subject::Subject;
use crate::exact::{Found, Steps, concrete};
use crate::model::{RoleId, UserId, WindowId};
use crate::time::Reading;

type Answer = Result<Option<Witness>, Undecided>;

impl Prover<'_> {
    /// Somebody holds two of the roles at one instant, or one role inherits two of them. Roles that a request brings
    /// do not count: the evaluator refuses such sets.
    pub(super) fn two_held(&self, roles: &[RoleId], window: WindowId, steps: &Steps) -> Answer {
        let heirs = self.index.heirs_of(roles.iter().copied());
        let mut subjects = self.holders(&heirs);
        for subject in &mut subjects {
            subject.hats.retain(|hat| !hat.brought);
        }
        let cases = |builder: &mut Builder<'_>| {
            let nodes = vec![builder.window(window), builder.two_of(roles)];
            Ok(vec![Case { candidates: Vec::new(), nodes }])
        };
        let traits = Traits::default();
        if let Some(found) = self.search(&self.asking(&traits, steps), subjects, false, &cases)? {
            return Ok(Some(self.held(&found, &heirs)));
        }
        // A role that contains two is broken even while nobody has it.
        let sets: Vec<_> = roles.iter().map(|role| self.index.heirs(*role)).collect();
        let mut all = (0..self.index.model.roles.len()).map(RoleId::from_index);
        let both = all.find(|role| sets.iter().filter(|set| has(set, *role)).count() > 1);
        Ok(match both {
            Some(role) => self.instant(window, steps)?.map(|(at, at_any_time)| {
                let holder = concrete::holder(&self.index, &Subject::alone(role), &heirs, (at, Reading::Takes), &[]);
                Witness { at, at_any_time, requests: Vec::new(), holders: vec![holder] }
            }),
            None => None,
        })
    }

    /// Somebody may have the role and does not surely have the one it needs.
    pub(super) fn prerequisite(&self, role: RoleId, needed: RoleId, window: WindowId, steps: &Steps) -> Answer {
        let (with, without) = (self.index.heirs(role), self.index.heirs(needed));
        let both = self.index.heirs_of([role, needed]);
        let mut subjects = self.holders(&both);
        let unknown = Subject::unknown(&self.index, &|role| has(&both, role));
        subjects.extend((!unknown.hats.is_empty()).then_some(unknown));
        let cases = |builder: &mut Builder<'_>| {
            let (has, lacks) = (builder.wears(&with), builder.surely_wears(&without));
            let nodes = vec![builder.window(window), has, builder.formula.not(lacks), builder.exclusive()];
            Ok(vec![Case { candidates: Vec::new(), nodes }])
        };
        let traits = Traits::default();
        let found = self.search(&self.asking(&traits, steps), subjects, false, &cases)?;
        Ok(found.map(|found| self.held(&found, &both)))
    }

    /// Everybody with a hat of one of these roles (or who may bring one).
    fn holders(&self, roles: &[bool]) -> Vec<Subject> {
        let index = &self.index;
        let all = || (0..index.model.users.len()).map(UserId::from_index);
        let users: Vec<UserId> = if index.model.roles_from_request.iter().any(|role| has(roles, *role)) {
            all().collect()
        } else {
            all().filter(|u| index.hats.of(*u).iter().any(|h| has(roles, h.role))).collect()
        };
        users.into_iter().map(|user| Subject::known(index, user, &|role| has(roles, role))).collect()
    }

    /// What was found, as somebody holding roles.
    fn held(&self, found: &Found, roles: &[bool]) -> Witness {
        let brought = concrete::brought(found, 0);
        let holder = concrete::holder(&self.index, &found.subject, roles, (found.at, Reading::Takes), &brought);
        Witness { at: found.at, at_any_time: found.at_any_time, requests: Vec::new(), holders: vec![holder] }
    }

    /// An instant within a window, and whether the window has no bound.
    pub(super) fn instant(&self, window: WindowId, steps: &Steps) -> Result<Option<(i64, bool)>, Undecided> {
        let atlas = self.atlases.of(&self.index, &[window], steps)?;
        let open = atlas.signatures.iter().find(|s| s.open.iter().all(|open| *open));
        Ok(open.map(|signature| (signature.at, self.index.model.window(window).is_always())))
    }
}
