//! The claims about how many people have a role.
//!
//! Hats without recurring windows are intervals, and a sweep over their ends counts them. Only where hats with
//! recurring windows can tip the balance is an atlas asked, stretch by stretch.

use super::{Prover, Witness};
use crate::analysis::Hat;
use crate::exact::index::has;
use crate::exact::search::Undecided;
use crate::exact::subject::Subject;
use crate::exact::{Steps, concrete};
use crate::model::{RoleId, UserId, WindowId};
use crate::time::{Atlas, FOREVER, FOREVER_AGO, Reading, Window};

type Answer = Result<Option<Witness>, Undecided>;

/// Who has the role when.
struct Roll<'a> {
    /// People by intervals, as ends of them: at an instant, somebody more or fewer.
    changes: Vec<(i64, i64)>,
    /// People with a recurring window among their hats: for each, the windows of each hat.
    recurring: Vec<Vec<Vec<&'a Window>>>,
}

/// How many there may be.
#[derive(Clone, Copy)]
enum Limit {
    AtMost(i64),
    AtLeast(i64),
}

impl Limit {
    fn breaks(self, count: i64) -> bool {
        match self {
            Self::AtMost(most) => count > most,
            Self::AtLeast(least) => count < least,
        }
    }

    /// Who counts: at most so many may have the role, at least so many surely have it.
    fn reading(self) -> Reading {
        match self {
            Self::AtMost(_) => Reading::Takes,
            Self::AtLeast(_) => Reading::Gives,
        }
    }

    /// Whether a count may break it once up to `more` are added.
    fn may_break(self, count: i64, more: i64) -> bool {
        match self {
            Self::AtMost(most) => count.saturating_add(more) > most,
            Self::AtLeast(least) => count < least,
        }
    }
}

impl Prover<'_> {
    /// More than so many users have the role at some instant.
    pub(super) fn too_many(&self, most: u32, role: RoleId, window: WindowId, steps: &Steps) -> Answer {
        let heirs = self.index.heirs(role);
        // A role that requests bring has as many holders as there are requests.
        if self.index.model.roles_from_request.iter().any(|brought| has(&heirs, *brought)) {
            return Ok(self.instant(window, steps)?.map(|(at, at_any_time)| {
                let unknown = Subject::unknown(&self.index, &|role| has(&heirs, role));
                let brought: Vec<RoleId> = unknown.hats.first().map(|hat| hat.role).into_iter().collect();
                let holder = concrete::holder(&self.index, &unknown, &heirs, (at, Reading::Takes), &brought);
                Witness { at, at_any_time, requests: Vec::new(), holders: vec![holder] }
            }));
        }
        self.counted(Limit::AtMost(most.into()), &heirs, window, steps)
    }

    /// Fewer than so many users have the role at some instant.
    pub(super) fn too_few(&self, least: u32, role: RoleId, window: WindowId, steps: &Steps) -> Answer {
        let heirs = self.index.heirs(role);
        self.counted(Limit::AtLeast(least.into()), &heirs, window, steps)
    }

    fn counted(&self, limit: Limit, heirs: &[bool], window: WindowId, steps: &Steps) -> Answer {
        let roll = self.roll(heirs, limit.reading());
        let own = self.index.model.window(window);
        let mut found: Option<i64> = None;
        for (from, until, count) in roll.stretches(own) {
            steps.take(1)?;
            let more = i64::try_from(roll.recurring.len()).unwrap_or(i64::MAX);
            if !limit.may_break(count, more) {
                continue;
            }
            let broken = if roll.recurring.is_empty() && own.recurring.is_empty() {
                limit.breaks(count).then(|| inside(from, until))
            } else {
                self.within(limit, &roll, own, (from, until, count), steps)?
            };
            // The first instant of our days reads best; an earlier one does as well.
            if let Some(at) = broken {
                let is_recent = at >= crate::time::ANCHOR;
                if found.is_none() || is_recent {
                    found = Some(at);
                }
                if is_recent {
                    break;
                }
            }
        }
        Ok(found.map(|at| self.headcount(limit, heirs, at, own)))
    }

    /// Looks into one stretch between ends of intervals.
    fn within(
        &self,
        limit: Limit,
        roll: &Roll<'_>,
        own: &Window,
        (from, until, count): (i64, i64, i64),
        steps: &Steps,
    ) -> Result<Option<i64>, Undecided> {
        let stretch = Window { from, until, ..Window::always(Reading::Gives) };
        let mut windows: Vec<&Window> = vec![&stretch, own];
        let mut place = |window| match windows.iter().position(|known| *known == window) {
            Some(at) => at,
            None => {
                windows.push(window);
                windows.len() - 1
            }
        };
        let hats: Vec<Vec<Vec<usize>>> = roll
            .recurring
            .iter()
            .map(|hats| hats.iter().map(|hat| hat.iter().map(|window| place(window)).collect()).collect())
            .collect();
        let left = usize::try_from(steps.left()).unwrap_or(usize::MAX);
        let atlas = Atlas::new(&self.index.model.time, &windows, left).ok_or(Undecided)?;
        steps.take(atlas.steps as u64)?;
        for signature in &atlas.signatures {
            steps.take(hats.len() as u64)?;
            let open = |at: &usize| signature.open.get(*at).copied().unwrap_or(false);
            let more = hats.iter().filter(|hats| hats.iter().any(|hat| hat.iter().all(open))).count();
            let count = count.saturating_add(i64::try_from(more).unwrap_or(i64::MAX));
            if open(&0) && open(&1) && limit.breaks(count) {
                return Ok(Some(signature.at));
            }
        }
        Ok(None)
    }

    fn roll(&self, heirs: &[bool], reading: Reading) -> Roll<'_> {
        let mut roll = Roll { changes: Vec::new(), recurring: Vec::new() };
        for (_, hats) in self.index.hats.people() {
            let hats = hats.iter().filter(|hat| has(heirs, hat.role));
            let windows = |hat: &Hat<'_>| if reading == Reading::Gives { hat.windows } else { hat.wide };
            let hats: Vec<Vec<&Window>> =
                hats.map(|hat| windows(hat).iter().map(|id| self.index.model.window(*id)).collect()).collect();
            if hats.iter().flatten().all(|window| window.recurring.is_empty()) {
                roll.add(&hats);
            } else {
                roll.recurring.push(hats);
            }
        }
        roll.changes.sort_unstable();
        roll
    }

    /// Who has the role at an instant: for "at most" one more than there may be.
    fn headcount(&self, limit: Limit, heirs: &[bool], at: i64, own: &Window) -> Witness {
        let wanted = match limit {
            Limit::AtMost(most) => usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1),
            Limit::AtLeast(_) => usize::MAX,
        };
        let users = (0..self.index.model.users.len()).map(UserId::from_index);
        let subjects = users.map(|user| Subject::known(&self.index, user, &|role| has(heirs, role)));
        let holders =
            subjects.map(|subject| concrete::holder(&self.index, &subject, heirs, (at, limit.reading()), &[]));
        let holders: Vec<_> = holders.filter(|holder| !holder.roles.is_empty()).take(wanted).collect();
        let roll = self.roll(heirs, limit.reading());
        let mut ends = roll.changes.iter().map(|(instant, _)| *instant);
        let is_constant = roll.recurring.is_empty() && ends.all(|end| end == FOREVER_AGO || end == FOREVER);
        let at_any_time = is_constant && own.is_always();
        Witness { at, at_any_time, requests: Vec::new(), holders }
    }
}

impl Roll<'_> {
    /// Somebody whose hats are intervals.
    fn add(&mut self, hats: &[Vec<&Window>]) {
        let mut intervals: Vec<(i64, i64)> = hats
            .iter()
            .map(|hat| {
                let from = hat.iter().map(|w| w.from).max().unwrap_or(FOREVER_AGO);
                (from, hat.iter().map(|w| w.until).min().unwrap_or(FOREVER))
            })
            .filter(|(from, until)| from < until)
            .collect();
        intervals.sort_unstable();
        let mut united: Vec<(i64, i64)> = Vec::new();
        for (from, until) in intervals {
            match united.last_mut() {
                Some((_, end)) if from <= *end => *end = until.max(*end),
                _ => united.push((from, until)),
            }
        }
        for (from, until) in united {
            self.changes.extend([(from, 1), (until, -1)]);
        }
    }

    /// Stretches within the bounds of a window, with how many there are in each.
    fn stretches(&self, own: &Window) -> Vec<(i64, i64, i64)> {
        let mut found = Vec::new();
        let mut count = 0_i64;
        let mut at = FOREVER_AGO;
        let mut push = |from: i64, until: i64, count: i64| {
            let (from, until) = (from.max(own.from), until.min(own.until));
            if from < until {
                found.push((from, until, count));
            }
        };
        for group in self.changes.chunk_by(|a, b| a.0 == b.0) {
            let instant = group.first().map_or(FOREVER, |(instant, _)| *instant);
            push(at, instant, count);
            count = group.iter().fold(count, |count, (_, change)| count.saturating_add(*change));
            at = instant;
        }
        push(at, FOREVER, count);
        found
    }
}

/// An instant in `from..until`, of our days if there is one.
fn inside(from: i64, until: i64) -> i64 {
    const DAY_MS: i64 = 86_400_000;
    let anchor = crate::time::ANCHOR;
    if from <= anchor && anchor < until {
        anchor
    } else if from == FOREVER_AGO {
        until.saturating_sub(DAY_MS)
    } else {
        from
    }
}
