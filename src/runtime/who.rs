//! Who can, and what can somebody: answers for *some* record.
//!
//! What is promised. With the roles that the table gives (none brought by a request) and any session:
//! - Complete: whoever is allowed the right at that instant on some record, under some values of what a request
//!   carries, is listed, with every allow that can be the one.
//! - Each entry names all that must hold for its allow to count: scope and condition known true, one of `paths` known
//!   true, each of `requires` known true, each of `unless` known false.
//! - Not exact: whether record and request values exist that make all of it true at once is not decided here; the
//!   proof engine does that. What is already known false or in force for every record is left out.

use super::asked::SEARCH_STEPS;
use super::brakes::Braking;
use super::decision::Reason;
use super::request::{Request, Subject};
use super::run::Run;
use super::scratch::{Hat, Scratch};
use super::truth::Truth;
use crate::table::record::Coverage;
use crate::table::{NONE, Table};

/// A right, perhaps on one field, at an instant.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The action …
    pub action: &'a str,
    /// … on records of this object …
    pub object: &'a str,
    /// … or on this field of them.
    pub field: Option<&'a str>,
    /// Milliseconds since 1970 UTC.
    pub time: i64,
}

/// One allow through which somebody can do something to some record. Numbers are those of the table.
#[derive(Clone, Debug)]
pub struct Access {
    /// Who; `None` for a role asked about alone.
    pub user: Option<u32>,
    /// The held role.
    pub held: u32,
    /// The hat, for where the assignment is written.
    pub hat: Option<u32>,
    /// Whose role it is.
    pub on_behalf_of: Option<u32>,
    /// The right.
    pub right: u32,
    /// The rule.
    pub rule: u32,
    /// It opens the record; else only the fields listed.
    pub record: bool,
    /// The fields that it covers and no deny hides from all records.
    pub fields: Vec<u32>,
    /// Which records.
    pub scope: u32,
    /// When.
    pub condition: u32,
    /// Creating for somebody else needs another right as well.
    pub own_only: bool,
    /// Where that is so: the rights, one of which would do, that the subject has on some record.
    pub owner_rights: Vec<u32>,
    /// The conditions of the `active` lines, path by path; one path must hold. Empty if there are none.
    pub paths: Vec<Vec<u32>>,
    /// Conditions that requirements want known true.
    pub requires: Vec<u32>,
    /// Denies (and, for a field, masks) that stop it on records for which they are not known false.
    pub unless: Vec<u32>,
    /// Suspensions that stop it unless their condition is known false: the conditions.
    pub suspended: Vec<u32>,
    /// Denies and masks of some fields, that are not known false. Empty where one field is asked about.
    pub partial: Vec<Partial>,
    /// Until when this stays so.
    pub valid_until: Option<i64>,
}

/// A deny or mask that takes some fields of what an allow shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// The rule.
    pub rule: u32,
    /// It masks; else it hides.
    pub mask: bool,
    /// The fields, of those that the allow covers.
    pub fields: Vec<u32>,
}

/// Why a search has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// The question names something unknown.
    Unknown(Reason),
    /// The search took more steps than one may: what was found by then may not be all there is, so nothing is told.
    TooManySteps,
}

impl From<Reason> for Unanswered {
    fn from(reason: Reason) -> Self {
        Self::Unknown(reason)
    }
}

/// Everybody who can, sorted by user. Nothing is left out: a search that would not end in good time has no answer.
pub fn who_can(table: &Table<'_>, question: &Question<'_>) -> Result<Vec<Access>, Unanswered> {
    let mut scratch = Scratch::new(table);
    let (mut found, mut steps) = (Vec::new(), SEARCH_STEPS);
    for user in 0..table.users() {
        let request = ask(Subject::Id(table.user_name(user)), question);
        let mut run = Run::start(table, &request, &mut scratch)?;
        steps = run.accesses(Some(user), steps, &mut found)?;
    }
    Ok(found)
}

/// Everything that somebody can do, sorted by right. Nothing is left out: a search that would not end in good time has no
/// answer.
pub fn what_can(table: &Table<'_>, subject: Subject<'_>, time: i64) -> Result<Vec<Access>, Unanswered> {
    let mut scratch = Scratch::new(table);
    let (mut found, mut steps) = (Vec::new(), SEARCH_STEPS);
    let user = match subject {
        Subject::Id(id) => Some(table.user(id).ok_or(Reason::UnknownSubject)?),
        Subject::RoleAlone(role) => {
            table.held_role(role).ok_or(Reason::UnknownSubject)?;
            None
        }
    };
    for right in 0..table.rights() {
        let object = table.object_of(right).map_or("", |object| table.object_name(object));
        let question = Question { action: table.action_name(right), object, field: None, time };
        let request = ask(subject, &question);
        let mut run = Run::start(table, &request, &mut scratch)?;
        steps = run.accesses(user, steps, &mut found)?;
    }
    Ok(found)
}

/// Every allow through which one subject can, and until when that stays so.
pub fn ways(
    table: &Table<'_>,
    subject: Subject<'_>,
    question: &Question<'_>,
) -> Result<(Vec<Access>, Option<i64>), Unanswered> {
    let user = match subject {
        Subject::Id(id) => table.user(id),
        Subject::RoleAlone(_) => None,
    };
    let mut scratch = Scratch::new(table);
    let request = ask(subject, question);
    let mut run = Run::start(table, &request, &mut scratch)?;
    let mut found = Vec::new();
    run.accesses(user, SEARCH_STEPS, &mut found)?;
    Ok((found, run.asked.valid_until()))
}

/// A role that somebody has at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Had {
    /// The held role.
    pub held: u32,
    /// Surely: what it allows comes through.
    pub runs: bool,
    /// Perhaps: what it takes away binds.
    pub counts: bool,
}

/// The roles of somebody's hats at an instant, with those that a request brings; none for who is not known.
pub fn roles_at(table: &Table<'_>, id: &str, brought: &[&str], time: i64) -> Vec<Had> {
    let (object, action) = (table.object_of(0).map_or("", |o| table.object_name(o)), table.action_name(0));
    let question = Question { action, object, field: None, time };
    let request = Request { roles: brought, ..ask(Subject::Id(id), &question) };
    let mut scratch = Scratch::new(table);
    let Ok(mut run) = Run::start(table, &request, &mut scratch) else { return Vec::new() };
    let hats = 0..run.scratch.hats.len();
    let had = |at| Some(Had { held: run.hat(at)?.held, runs: run.runs(at), counts: run.counts(at) });
    hats.filter_map(had).filter(|had| had.counts).collect()
}

const fn ask<'a>(subject: Subject<'a>, question: &Question<'a>) -> Request<'a> {
    Request {
        subject,
        action: question.action,
        object: question.object,
        field: question.field,
        record: None,
        subject_attributes: &[],
        request_attributes: &[],
        roles: &[],
        active_roles: None,
        time: question.time,
    }
}

impl Run<'_, '_> {
    /// Every allow that some record may pass. Gives back the steps left of those of the whole search.
    fn accesses(&mut self, user: Option<u32>, steps: u32, found: &mut Vec<Access>) -> Result<u32, Unanswered> {
        self.some = true;
        self.asked.allot(steps);
        let asks_field = self.level(0).field.is_some();
        self.each_allow(|run, at, allow| {
            let covers = run.covers(0, &allow.coverage);
            if (asks_field && !covers) || run.climb(0, at, allow).reason != Reason::Allow {
                return;
            }
            let Some(hat) = run.hat(at) else { return };
            let fields = run.shown(at, &allow.coverage);
            let record = allow.coverage.record != 0;
            if !record && fields.is_empty() {
                return;
            }
            let own = run.asked.own(&run.wearer(&hat));
            let owner_rule = run.level(0).record.flags & crate::table::code::right_flag::OWNER_RULE != 0;
            let own_only = owner_rule && own != Truth::True;
            found.push(Access {
                user,
                held: hat.held,
                hat: (hat.hat != NONE).then_some(hat.hat),
                on_behalf_of: hat.is_delegated().then_some(hat.behalf),
                right: run.level(0).right,
                rule: allow.entry.rule,
                record,
                fields,
                scope: allow.body.scope,
                condition: allow.body.condition,
                own_only,
                owner_rights: if own_only { run.open_owner_rights() } else { Vec::new() },
                paths: run.open_paths(allow.entry.guard, hat.behalf),
                requires: run.open_requires(hat.behalf),
                unless: run.open_brakes(at),
                suspended: run.open_suspensions(&hat, allow.entry.guard),
                partial: if asks_field { Vec::new() } else { run.partial(at, &allow.coverage) },
                valid_until: run.asked.valid_until(),
            });
        });
        if self.asked.is_spent() { Err(Unanswered::TooManySteps) } else { Ok(self.asked.left()) }
    }

    /// The fields of a coverage that nothing hides for certain.
    fn shown(&self, at: usize, coverage: &Coverage) -> Vec<u32> {
        let fields = self.asked.table.fields_of(self.object);
        let group = self.group(at);
        let never = self.coverage(self.level(0).record.never);
        let shown = |field: &u32| {
            let position = field.saturating_sub(fields.start);
            let hidden = self.scratch.brakes.iter().any(|brake| {
                let binds = !brake.mask && (brake.group == NONE || brake.group == group);
                binds && self.asked.table.covers(&self.coverage(brake.coverage), position)
            });
            self.asked.table.covers(coverage, position) && !self.asked.table.covers(&never, position) && !hidden
        };
        fields.clone().filter(shown).collect()
    }

    fn open_paths(&self, guard: u32, behalf: u32) -> Vec<Vec<u32>> {
        let Some((start, end)) = self.asked.table.alternatives(guard) else { return Vec::new() };
        let open = (start..end)
            .filter(|path| self.passes(self.active(*path, behalf)) && !self.binds(self.path_cut(*path, behalf)));
        let conditions = |path: u32| {
            let actives = self.actives(path).into_iter().flatten();
            actives.map(|active| active.condition).filter(|condition| *condition != 0).collect::<Vec<_>>()
        };
        let paths: Vec<_> = open.map(conditions).collect();
        if paths.iter().any(Vec::is_empty) { Vec::new() } else { paths }
    }

    fn open_requires(&mut self, behalf: u32) -> Vec<u32> {
        let (start, end) = self.requires(0);
        let mut open = Vec::new();
        for at in start..end {
            let Some(found) = self.asked.table.views.requires.get(at) else { continue };
            if self.require(&found, behalf) == Truth::Unknown {
                open.push(found.condition);
            }
        }
        open
    }

    fn open_brakes(&mut self, through: usize) -> Vec<u32> {
        let mut open = Vec::new();
        self.each_brake(through, |run, found, _| {
            if found.truth == Truth::Unknown && run.hits(&found.coverage) && !open.contains(&found.rule) {
                open.push(found.rule);
            }
        });
        open
    }

    /// Denies and masks of single fields that an allow covers.
    fn partial(&mut self, through: usize, coverage: &Coverage) -> Vec<Partial> {
        let mut found: Vec<Partial> = Vec::new();
        self.each_brake(through, |run, brake, mask| {
            if brake.truth == Truth::False || run.hits(&brake.coverage) {
                return;
            }
            let first = run.asked.table.fields_of(run.object).start;
            let covered = |field: &u32| run.asked.table.covers(coverage, field.saturating_sub(first));
            let fields: Vec<u32> = run.fields_of(&brake.coverage).into_iter().filter(covered).collect();
            let new = Partial { rule: brake.rule, mask, fields };
            if !new.fields.is_empty() && !found.contains(&new) {
                found.push(new);
            }
        });
        found
    }

    /// Every deny and mask that may bind what comes through a hat.
    fn each_brake(&mut self, through: usize, mut with: impl FnMut(&mut Self, &Braking, bool)) {
        for at in 0..self.scratch.hats.len() {
            let Some(hat) = self.hat(at) else { continue };
            if (hat.is_delegated() && at != through) || !self.counts(at) {
                continue;
            }
            for (cell, mask) in [(self.cell(0, at), false), (self.masks(at), true)] {
                for entry in 0..cell.denies {
                    let found = self.asked.table.deny(&cell, entry).and_then(|entry| self.braking(0, &hat, entry));
                    if let Some(found) = found {
                        with(self, &found, mask);
                    }
                }
            }
        }
    }

    /// The conditions under which suspensions stop an allow on some records or at some requests.
    fn open_suspensions(&mut self, hat: &Hat, guard: u32) -> Vec<u32> {
        let mut open = Vec::new();
        self.each_cover(hat, guard, |suspension, condition, truth| {
            if truth == Truth::Unknown {
                open.push((suspension, condition));
            }
        });
        let own = |suspension| self.asked.table.views.suspensions.get(suspension).map_or(0, |found| found.condition);
        let mut conditions: Vec<u32> = Vec::new();
        for (suspension, of_object) in open {
            let condition = if of_object == 0 { own(suspension) } else { of_object };
            if !conditions.contains(&condition) {
                conditions.push(condition);
            }
        }
        conditions
    }

    /// The rights that change the owner and are open to the subject on some record.
    fn open_owner_rights(&mut self) -> Vec<u32> {
        let rights = self.asked.table.list(self.level(0).record.owner_rights);
        rights.iter().map(|right| right.at).filter(|right| self.may_for_others(*right)).collect()
    }
}
