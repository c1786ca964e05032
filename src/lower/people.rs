//! Users, what they hold, what is stated of them.

use super::locks::Locks;
use super::texts::lookup;
use super::{LowerError, Lowering, count};
use crate::analysis::{Hat, Hats};
use crate::model::{UnitId, User, UserId, WindowId};
use crate::table::NONE;
use crate::table::write::{self, Section, list_kind, owner, space, user_flag};

pub(super) fn write(out: &mut Lowering<'_>, hats: &Hats<'_>, locks: &mut Locks) -> Result<(), LowerError> {
    let (model, ids) = (out.model, out.ids);
    let levels = levels(model);
    let mut names = Vec::new();
    let mut others = Vec::new();
    let mut suspended = Vec::new();
    let mut folded = Vec::new();
    for (number, at) in (0..).zip(&ids.users.order) {
        let Some(user) = model.users.get(*at) else { continue };
        let name = out.texts.symbol(model, user.id)?;
        names.push((owner(space::ALONE, 0), name, number));
        for id in &user.other_ids {
            others.push((owner(space::ALONE, 0), out.texts.symbol(model, *id)?, number));
        }
        for id in std::iter::once(&user.id).chain(&user.other_ids).map(|id| model.text(*id)) {
            if let Some(likened) = crate::runtime::likened(id) {
                folded.push((owner(space::ALONE, 0), out.texts.add(&likened)?, number));
            }
        }
        let suspensions = locks.of_users.get(&number).cloned().unwrap_or_default();
        if !suspensions.is_empty() {
            for id in std::iter::once(&user.id).chain(&user.other_ids) {
                let lower = crate::runtime::lower(model.text(*id));
                suspended.push((owner(space::ALONE, 0), out.texts.add(&lower)?, number));
            }
        }
        let level = levels.get(*at).copied().flatten();
        let record = write::User {
            name,
            hats: out.image.count(Section::Hats)?,
            stated: out.image.count(Section::Stated)?,
            units: out.unit_list(user.units.as_deref())?,
            reports_to: user.reports_to.filter(|_| level.is_some()).map_or(NONE, |above| ids.user(above)),
            level: level.unwrap_or(0),
            suspensions: out.lists.sorted(list_kind::SUSPENSIONS, suspensions)?,
            windows: out.own_window(user)?,
            flags: if user.external { user_flag::EXTERNAL } else { 0 }
                | if user.skipped { user_flag::SKIPPED } else { 0 },
        };
        out.image.push(Section::Users, &record);
        out.stated(user)?;
        let user = UserId::from_index(*at);
        let worn = hats.of(user);
        locks.hats = locks.hats.max(count(worn.len(), "roles of a person")?);
        out.hats(worn, user)?;
    }
    let end = write::User {
        name: 0,
        hats: out.image.count(Section::Hats)?,
        stated: out.image.count(Section::Stated)?,
        units: NONE,
        reports_to: NONE,
        level: 0,
        suspensions: 0,
        windows: 0,
        flags: 0,
    };
    out.image.push(Section::Users, &end);
    // An id names its person before anybody's other id does.
    names.append(&mut others);
    lookup(&mut out.image, &out.texts, Section::UserNames, &names)?;
    lookup(&mut out.image, &out.texts, Section::FoldedNames, &folded)?;
    lookup(&mut out.image, &out.texts, Section::SuspendedNames, &suspended)
}

impl Lowering<'_> {
    fn unit_list(&mut self, units: Option<&[UnitId]>) -> Result<u32, LowerError> {
        match units {
            None => Ok(NONE),
            Some(units) => {
                let ids = self.ids;
                self.lists.sorted(list_kind::UNITS, units.iter().map(|unit| ids.unit(*unit)))
            }
        }
    }

    fn own_window(&mut self, user: &User) -> Result<u32, LowerError> {
        let window = self.window(user.window)?;
        self.lists.sorted(list_kind::WINDOWS, Some(window).filter(|window| *window != 0))
    }

    fn stated(&mut self, user: &User) -> Result<(), LowerError> {
        let mut stated: Vec<_> =
            user.attributes.iter().map(|(id, value)| (self.ids.subject_attribute(*id), value)).collect();
        stated.sort_by_key(|(attribute, _)| *attribute);
        for (attribute, value) in stated {
            let value = self.value(value)?;
            self.image.push(Section::Stated, &write::Stated { attribute, value });
        }
        Ok(())
    }

    /// What a person holds: in the order of roles, whatever the order of files.
    fn hats(&mut self, hats: &[Hat<'_>], user: UserId) -> Result<(), LowerError> {
        let mut order: Vec<usize> = (0..hats.len()).collect();
        // Nearly always in order already, by the first two parts of the key.
        let start = |hat: &Hat<'_>| (hat.on_behalf_of.map(|of| self.ids.user(of)), self.ids.held(hat.role));
        if !hats.is_sorted_by(|a, b| start(a) < start(b)) {
            order.sort_by_cached_key(|at| hats.get(*at).map(|hat| self.hat_key(hat)));
        }
        for at in order {
            let Some(hat) = hats.get(at) else { continue };
            let narrow = self.window_list(&hat.windows)?;
            let wide = if hat.wide == hat.windows { narrow } else { self.window_list(&hat.wide)? };
            let record = write::Hat {
                held: self.ids.held(hat.role),
                windows: if wide == narrow { narrow } else { self.lists.add(list_kind::READINGS, &[narrow, wide])? },
                units: self.unit_list(hat.units)?,
                behalf: hat.on_behalf_of.map_or(NONE, |of| self.ids.user(of)),
            };
            self.image.push(Section::Hats, &record);
            self.hat_sources.push((user, at));
        }
        Ok(())
    }

    /// Windows that must all be open.
    fn window_list(&mut self, ids: &[WindowId]) -> Result<u32, LowerError> {
        let mut windows = Vec::new();
        for window in ids {
            windows.push(self.window(*window)?);
        }
        windows.retain(|window| *window != 0);
        self.lists.sorted(list_kind::WINDOWS, windows)
    }

    /// One's own hats first, then by role, person, windows, units.
    fn hat_key(&mut self, hat: &Hat<'_>) -> HatKey {
        let mut keys = |windows: &[WindowId]| {
            let mut keys: Vec<_> = windows.iter().map(|window| self.window_key(*window)).collect();
            keys.sort_unstable();
            keys
        };
        let windows = (keys(&hat.windows), keys(&hat.wide));
        let units = hat.units.as_ref().map(|units| {
            let mut units: Vec<_> = units.iter().map(|unit| self.ids.unit(*unit)).collect();
            units.sort_unstable();
            units
        });
        (hat.on_behalf_of.map(|of| self.ids.user(of)), self.ids.held(hat.role), windows, units)
    }
}

type HatKey = (Option<u32>, u32, (Vec<u128>, Vec<u128>), Option<Vec<u32>>);

/// For each person, how many are above; `None` for one who is above themselves, of whom nothing is believed.
fn levels(model: &crate::model::Model) -> Vec<Option<u32>> {
    let mut levels: Vec<Option<u32>> = vec![None; model.users.len()];
    let mut done = vec![false; model.users.len()];
    let mut way = Vec::new();
    for start in 0..model.users.len() {
        let mut at = Some(start);
        // Up to somebody known, or the top, or back to the way itself.
        let mut above = loop {
            let Some(user) = at else { break Some(0) };
            if done.get(user) == Some(&true) {
                break levels.get(user).copied().flatten().map(|level| level + 1);
            }
            if way.len() > model.users.len() {
                break None;
            }
            way.push(user);
            at = model.users.get(user).and_then(|user| user.reports_to).map(UserId::index);
        };
        while let Some(user) = way.pop() {
            if done.get(user) == Some(&true) {
                continue;
            }
            if let (Some(level), Some(done)) = (levels.get_mut(user), done.get_mut(user)) {
                *level = above;
                *done = true;
            }
            above = above.map(|level| level + 1);
        }
    }
    levels
}
