//! [`trace`]: a decision with everything that was considered for it. Allocates; for people, not for traffic.

use super::asked::TRACE_STEPS;
use super::climb::Allow;
use super::decision::{Cause, Reason};
use super::request::Request;
use super::run::Run;
use super::scratch::Scratch;
use super::truth::Truth;
use crate::table::record::Coverage;
use crate::table::{NONE, Table};

/// A decision with everything that was considered. Numbers are those of the table, which turns them into names, places
/// and words.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Yes or no.
    pub allowed: bool,
    /// Why.
    pub reason: Reason,
    /// Fields not covered.
    pub hidden: Vec<u32>,
    /// Fields covered but masked.
    pub masked: Vec<u32>,
    /// Attributes that were missing and mattered.
    pub missing: Vec<u32>,
    /// Attributes sent but not read.
    pub ignored: Vec<u32>,
    /// Held roles that the session names and the subject does not hold.
    pub idle_roles: Vec<u32>,
    /// Whose role it is.
    pub on_behalf_of: Option<u32>,
    /// What decided.
    pub by: Vec<Cause>,
    /// Until when the answer holds.
    pub valid_until: Option<i64>,
    /// The right asked about; `None` if it is not known.
    pub right: Option<u32>,
    /// Every way in which the subject holds a role.
    pub hats: Vec<HatTrace>,
    /// Every allow of the right that covers what is asked, and those that show fields of the record.
    pub allows: Vec<AllowTrace>,
    /// Every deny of the right and every mask of the object.
    pub brakes: Vec<BrakeTrace>,
    /// Every requirement on the right.
    pub requires: Vec<RequireTrace>,
    /// Every suspension that is about the right, the subject or one of the roles.
    pub suspensions: Vec<SuspensionTrace>,
}

/// A way in which the subject holds a role.
#[derive(Clone, Debug)]
pub struct HatTrace {
    /// The held role.
    pub held: u32,
    /// The hat of the table, for where it is written; `None` if the request brings the role or it is asked about
    /// alone.
    pub hat: Option<u32>,
    /// Whose role it is.
    pub on_behalf_of: Option<u32>,
    /// The units that count; `None` if they are not known.
    pub units: Option<Vec<u32>>,
    /// Windows that must be open.
    pub windows: Vec<u32>,
    /// They surely are: what the role allows comes through.
    pub runs: bool,
    /// They may be: what the role takes away binds, and the role is had.
    pub counts: bool,
    /// Roles that must not be used together, or a role that this session does not use.
    pub conflicts: bool,
}

/// An allow.
#[derive(Clone, Debug)]
pub struct AllowTrace {
    /// Position in [`Trace::hats`].
    pub hat: usize,
    /// The rule.
    pub rule: u32,
    /// It covers what is asked; else it only shows fields of the record.
    pub covers: bool,
    /// The step at which it stopped.
    pub reached: Reason,
    /// It stopped only because something is missing.
    pub unknown: bool,
    /// What.
    pub missing: Vec<u32>,
    /// It stopped at its scope only because the new record would be somebody else's.
    pub not_own: bool,
    /// Scope.
    pub scope: u32,
    /// Condition.
    pub condition: u32,
    /// Window.
    pub window: u32,
}

/// A deny or mask.
#[derive(Clone, Debug)]
pub struct BrakeTrace {
    /// Position in [`Trace::hats`].
    pub hat: usize,
    /// The rule.
    pub rule: u32,
    /// A mask.
    pub mask: bool,
    /// It hits what is asked; else only fields of the record.
    pub hits: bool,
    /// Its hat counts.
    pub counts: bool,
    /// Its window is open and no running cancel removes it.
    pub in_time: bool,
    /// Whether it is in force. It binds unless that is known false.
    pub truth: Truth,
    /// Its fields; empty if it hits the whole record.
    pub fields: Vec<u32>,
    /// What is missing.
    pub missing: Vec<u32>,
    /// Scope.
    pub scope: u32,
    /// Condition.
    pub condition: u32,
    /// Window.
    pub window: u32,
}

/// A requirement.
#[derive(Clone, Debug)]
pub struct RequireTrace {
    /// The statement.
    pub statement: u32,
    /// For what comes through this hat, a delegated one; `None` for what comes through one's own.
    pub hat: Option<usize>,
    /// What must be known true.
    pub condition: u32,
    /// It concerns the subject now.
    pub concerned: bool,
    /// Whether it is met.
    pub met: Truth,
    /// What is missing.
    pub missing: Vec<u32>,
}

/// A suspension.
#[derive(Clone, Debug)]
pub struct SuspensionTrace {
    /// The suspension.
    pub suspension: u32,
    /// Position in [`Trace::hats`]; `None` if it is about the right, whatever the hat.
    pub hat: Option<usize>,
    /// Whether it is in force. It counts unless that is known false.
    pub truth: Truth,
    /// What is missing.
    pub missing: Vec<u32>,
}

/// Answers as [`super::decide`] does, and says what was considered.
pub fn trace(table: &Table<'_>, request: &Request<'_>) -> Trace {
    let mut scratch = Scratch::default();
    let mut trace = Trace {
        allowed: false,
        reason: Reason::NoGrant,
        hidden: Vec::new(),
        masked: Vec::new(),
        missing: Vec::new(),
        ignored: Vec::new(),
        idle_roles: Vec::new(),
        on_behalf_of: None,
        by: Vec::new(),
        valid_until: None,
        right: None,
        hats: Vec::new(),
        allows: Vec::new(),
        brakes: Vec::new(),
        requires: Vec::new(),
        suspensions: Vec::new(),
    };
    match Run::start(table, request, &mut scratch) {
        Ok(mut run) => run.trace(&mut trace),
        Err(reason) => trace.reason = reason,
    }
    trace
}

impl Run<'_, '_> {
    fn trace(&mut self, trace: &mut Trace) {
        let outcome = self.answer();
        trace.allowed = outcome.reason == Reason::Allow;
        trace.reason = outcome.reason;
        trace.on_behalf_of = outcome.on_behalf_of;
        trace.valid_until = outcome.valid_until;
        trace.hidden.clone_from(&self.scratch.hidden);
        trace.masked.clone_from(&self.scratch.masked);
        trace.missing.clone_from(&self.scratch.missing);
        trace.ignored.clone_from(&self.scratch.ignored);
        trace.idle_roles.clone_from(&self.scratch.idle);
        trace.by.clone_from(&self.scratch.by);
        trace.right = Some(self.level(0).right);
        if self.asked.is_spent() {
            return;
        }
        self.asked.allot(TRACE_STEPS);
        trace.hats = (0..self.scratch.hats.len()).filter_map(|at| self.trace_hat(at)).collect();
        self.trace_allows(&mut trace.allows);
        for at in 0..self.scratch.hats.len() {
            self.trace_brakes(at, &mut trace.brakes);
        }
        self.trace_requires(&mut trace.requires);
        self.trace_suspensions(&mut trace.suspensions);
    }

    fn trace_hat(&mut self, at: usize) -> Option<HatTrace> {
        let hat = self.hat(at)?;
        let table = self.asked.table;
        Some(HatTrace {
            held: hat.held,
            hat: (hat.hat != NONE).then_some(hat.hat),
            on_behalf_of: hat.is_delegated().then_some(hat.behalf),
            units: table.units_of(hat.units).map(|units| units.iter().map(|unit| unit.at).collect()),
            windows: table.list(table.readings(hat.windows).0).iter().map(|window| window.at).collect(),
            runs: self.runs(at),
            counts: self.counts(at),
            conflicts: self.conflicts(at),
        })
    }

    fn trace_allows(&mut self, allows: &mut Vec<AllowTrace>) {
        self.each_allow(|run, hat, allow| {
            let covers = run.covers(0, &allow.coverage);
            if !covers && run.level(0).field.is_some() {
                return;
            }
            let stop = run.climb(0, hat, allow);
            let missing = run.missing_of(|run| run.missing_step(hat, allow));
            let Allow { entry, body, .. } = allow;
            let not_own = stop.reason == Reason::Scope
                && run.hat(hat).is_some_and(|hat| {
                    run.asked.scope(body.scope, &run.level(0).record, &run.wearer(&hat)) == Truth::True
                });
            allows.push(AllowTrace {
                hat,
                rule: entry.rule,
                covers,
                reached: stop.reason,
                unknown: stop.unknown,
                missing,
                not_own,
                scope: body.scope,
                condition: body.condition,
                window: body.window,
            });
        });
    }

    fn trace_brakes(&mut self, at: usize, brakes: &mut Vec<BrakeTrace>) {
        let Some(hat) = self.hat(at) else { return };
        let counts = self.counts(at);
        let wearer = self.wearer(&hat);
        let right = self.level(0).record;
        for (cell, mask) in [(self.cell(0, at), false), (self.masks(at), true)] {
            for entry in 0..cell.denies {
                let found = self.asked.table.deny(&cell, entry).and_then(|entry| self.braking(0, &hat, entry));
                let Some(found) = found else { continue };
                let missing = self.missing_of(|run| {
                    if found.truth == Truth::Unknown {
                        run.asked.scope_missing(found.body.scope, &right, &wearer, &mut run.scratch.missing);
                        run.asked.condition_missing(found.body.condition, hat.behalf, &mut run.scratch.missing);
                    }
                });
                brakes.push(BrakeTrace {
                    hat: at,
                    rule: found.rule,
                    mask,
                    hits: self.hits(&found.coverage),
                    counts,
                    in_time: found.in_time,
                    truth: found.truth,
                    fields: self.fields_of(&found.coverage),
                    missing,
                    scope: found.body.scope,
                    condition: found.body.condition,
                    window: found.body.window,
                });
            }
        }
    }

    /// The fields of a coverage, none if it is that of the whole record.
    pub(super) fn fields_of(&self, coverage: &Coverage) -> Vec<u32> {
        let fields = self.asked.table.fields_of(self.object);
        if coverage.record != 0 {
            return Vec::new();
        }
        let covered = |field: &u32| self.asked.table.covers(coverage, field.saturating_sub(fields.start));
        fields.clone().filter(covered).collect()
    }

    /// Once for all that comes through one's own hats, and once for each delegated one, where `me` is somebody else too.
    fn trace_requires(&mut self, requires: &mut Vec<RequireTrace>) {
        let allowing: Vec<usize> = (0..self.scratch.hats.len()).filter(|at| self.cell(0, *at).allows > 0).collect();
        let behalf = |at: &usize| self.hat(*at).map_or(NONE, |hat| hat.behalf);
        let own = allowing.is_empty() || allowing.iter().any(|at| behalf(at) == NONE);
        let delegated = allowing.iter().filter(|at| behalf(at) != NONE).map(|at| (Some(*at), behalf(at)));
        let through: Vec<_> = own.then_some((None, NONE)).into_iter().chain(delegated).collect();
        let (start, end) = self.requires(0);
        for at in start..end {
            let Some(found) = self.asked.table.views.requires.get(at) else { continue };
            let concerned = (found.roles == NONE || self.has_one_of(found.roles)) && self.asked.takes(found.window);
            for (hat, behalf) in through.iter().copied() {
                let met = self.require(&found, behalf);
                let missing = self.missing_of(|run| {
                    if met == Truth::Unknown {
                        run.asked.condition_missing(found.condition, behalf, &mut run.scratch.missing);
                    }
                });
                let (statement, condition) = (found.statement, found.condition);
                requires.push(RequireTrace { statement, hat, condition, concerned, met, missing });
            }
        }
    }

    fn trace_suspensions(&mut self, suspensions: &mut Vec<SuspensionTrace>) {
        let mut found: Vec<Suspending> = Vec::new();
        self.each_right_suspension(0, NONE, |suspension, condition, truth| {
            found.push(Suspending { suspension, hat: None, condition, behalf: NONE, truth });
        });
        for at in 0..self.scratch.hats.len() {
            let Some(hat) = self.hat(at) else { continue };
            let behalf = hat.behalf;
            self.each_suspension(&hat, |suspension, truth| {
                let entry = Suspending { suspension, hat: Some(at), condition: 0, behalf, truth };
                if !found.contains(&entry) {
                    found.push(entry);
                }
            });
        }
        self.each_allow(|run, at, allow| {
            let Some((start, end)) = run.asked.table.alternatives(allow.entry.guard) else { return };
            let behalf = run.hat(at).map_or(NONE, |hat| hat.behalf);
            for path in start..end {
                for suspension in run.asked.table.list(run.cuts(path)).iter() {
                    let record = run.asked.table.views.suspensions.get(suspension.at);
                    let truth = record.map_or(Truth::True, |record| run.suspension(&record, behalf));
                    let entry = Suspending { suspension: suspension.at, hat: Some(at), condition: 0, behalf, truth };
                    if !found.contains(&entry) {
                        found.push(entry);
                    }
                }
            }
        });
        for Suspending { suspension, hat, condition, behalf, truth } in found {
            let missing = self.missing_of(|run| {
                if truth == Truth::Unknown {
                    let own = run.asked.table.views.suspensions.get(suspension).map_or(0, |found| found.condition);
                    run.asked.condition_missing(own, behalf, &mut run.scratch.missing);
                    run.asked.condition_missing(condition, behalf, &mut run.scratch.missing);
                }
            });
            suspensions.push(SuspensionTrace { suspension, hat, truth, missing });
        }
    }

    /// What `with` adds to the missing attributes, sorted.
    fn missing_of(&mut self, with: impl FnOnce(&mut Self)) -> Vec<u32> {
        self.scratch.missing.clear();
        with(self);
        self.sort_attributes();
        std::mem::take(&mut self.scratch.missing)
    }
}

/// A suspension in the making of a [`SuspensionTrace`].
#[derive(PartialEq, Eq)]
struct Suspending {
    suspension: u32,
    hat: Option<usize>,
    /// Besides its own.
    condition: u32,
    behalf: u32,
    truth: Truth,
}

impl Trace {
    /// The hat that an entry of the trace came through.
    pub fn hat(&self, position: usize) -> Option<&HatTrace> {
        self.hats.get(position)
    }
}
