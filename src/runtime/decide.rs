//! [`decide`]: the ladder, and what the answer lists.

use super::climb::Allow;
use super::decision::{Cause, Decision, Reason};
use super::request::Request;
use super::run::Run;
use super::scratch::{CAUSES, Pass, Scratch};
use crate::table::record::Coverage;
use crate::table::{NONE, Table, index};

/// Answers a question. Allocates nothing once `scratch` is warm.
pub fn decide<'s>(table: &Table<'_>, request: &Request<'_>, scratch: &'s mut Scratch) -> Decision<'s> {
    let outcome = match Run::start(table, request, scratch) {
        Ok(mut run) => run.answer(),
        Err(reason) => Outcome { reason, on_behalf_of: None, valid_until: None },
    };
    let scratch: &'s Scratch = scratch;
    Decision {
        allowed: outcome.reason == Reason::Allow,
        reason: outcome.reason,
        hidden: &scratch.hidden,
        masked: &scratch.masked,
        missing: &scratch.missing,
        ignored: &scratch.ignored,
        idle_roles: &scratch.idle,
        on_behalf_of: outcome.on_behalf_of,
        by: &scratch.by,
        valid_until: outcome.valid_until,
    }
}

/// Answers questions one after the other, each handed over as soon as it is answered.
pub fn decide_batch<'a>(
    table: &Table<'_>,
    requests: impl IntoIterator<Item = Request<'a>>,
    scratch: &mut Scratch,
    mut answer: impl FnMut(&Request<'a>, Decision<'_>),
) {
    for request in requests {
        let decision = decide(table, &request, scratch);
        answer(&request, decision);
    }
}

/// What [`Scratch`] does not hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    pub(super) reason: Reason,
    pub(super) on_behalf_of: Option<u32>,
    pub(super) valid_until: Option<i64>,
}

impl Run<'_, '_> {
    pub(super) fn answer(&mut self) -> Outcome {
        let reason = self.ladder();
        let asks_record = self.level(0).field.is_none();
        if reason == Reason::Allow {
            if asks_record {
                self.pass_fields();
                self.list_fields();
                self.missing_fields();
            }
        } else {
            self.causes(reason);
            self.missing_steps();
            if reason == Reason::Deny {
                self.masked_field();
            }
        }
        self.ignored();
        self.sort_attributes();
        let on_behalf_of = if reason == Reason::Allow { self.on_behalf_of() } else { None };
        if self.asked.is_spent() {
            // What was found before the steps ran out may not be all there is.
            self.scratch.clear();
            return Outcome { reason: Reason::NoGrant, on_behalf_of: None, valid_until: Some(self.asked.request.time) };
        }
        Outcome { reason, on_behalf_of, valid_until: self.asked.valid_until() }
    }

    /// The highest step that any allow reaches, and which allows reach it.
    fn ladder(&mut self) -> Reason {
        let mut best = Reason::NoGrant;
        self.each_allow(|run, hat, allow| {
            if !run.covers(0, &allow.coverage) {
                return;
            }
            let stop = run.climb(0, hat, allow);
            if stop.reason > best {
                best = stop.reason;
                run.scratch.by.clear();
            }
            if stop.reason == best && best > Reason::NoGrant {
                let held = run.hat(hat).map_or(NONE, |hat| hat.held);
                run.push_cause(Cause::Rule { rule: allow.entry.rule, held });
            }
            if stop.reason == Reason::Allow {
                run.push_pass(hat, allow);
            }
        });
        best
    }

    /// Every allow for the right asked about, through every hat.
    pub(super) fn each_allow(&mut self, mut with: impl FnMut(&mut Self, usize, &Allow)) {
        for hat in 0..self.scratch.hats.len() {
            for at in 0..self.cell(0, hat).allows {
                if self.asked.is_spent() {
                    return;
                }
                if let Some(allow) = self.allow(0, hat, at) {
                    with(self, hat, &allow);
                }
            }
        }
    }

    pub(super) fn push_cause(&mut self, cause: Cause) {
        add(&mut self.scratch.by, cause);
    }

    fn push_pass(&mut self, hat: usize, allow: &Allow) {
        let pass = Pass { group: self.group(hat), coverage: allow.body.coverage };
        if !self.scratch.passes.contains(&pass) {
            self.scratch.passes.push(pass);
        }
    }

    /// Allows that do not open the record but show some of its fields.
    fn pass_fields(&mut self) {
        // Whose role it is was decided by the allows that open the record.
        self.each_allow(|run, hat, allow| {
            if !run.covers(0, &allow.coverage) && run.climb(0, hat, allow).reason == Reason::Allow {
                run.push_pass(hat, allow);
            }
        });
    }

    /// The person whose role it is, if every allow that passed came by delegation.
    fn on_behalf_of(&self) -> Option<u32> {
        let opens = |pass: &&Pass| self.covers(0, &self.coverage(pass.coverage));
        let mut passes = self.scratch.passes.iter().filter(opens);
        let first = passes.next()?.group;
        let delegated = first != NONE && passes.all(|pass| pass.group != NONE);
        if delegated { self.hat(index(first)).map(|hat| hat.behalf) } else { None }
    }

    /// Lists the fields that are hidden and those that are masked.
    fn list_fields(&mut self) {
        let fields = self.asked.table.fields_of(self.object);
        let count = fields.end.saturating_sub(fields.start);
        for word in 0..count.div_ceil(64) {
            let first = word.saturating_mul(64);
            let all = u64::MAX >> 64_u32.saturating_sub(count.saturating_sub(first)).min(63);
            let (clear, masked) = self.field_words(word);
            let masked = masked & !clear & all;
            let hidden = all & !clear & !masked;
            self.scratch.hidden.extend(ones(hidden).map(|bit| fields.start.saturating_add(first).saturating_add(bit)));
            self.scratch.masked.extend(ones(masked).map(|bit| fields.start.saturating_add(first).saturating_add(bit)));
        }
    }

    /// Of 64 fields, those shown clear, and those shown masked, by some allow.
    fn field_words(&self, word: u32) -> (u64, u64) {
        let table = self.asked.table;
        let never = table.coverage_word(&self.coverage(self.level(0).record.never), word);
        let (mut clear, mut masked) = (0, 0);
        for pass in &self.scratch.passes {
            let (mut deny, mut mask) = (never, 0);
            for brake in &self.scratch.brakes {
                if brake.group == NONE || brake.group == pass.group {
                    let bits = table.coverage_word(&self.coverage(brake.coverage), word);
                    *(if brake.mask { &mut mask } else { &mut deny }) |= bits;
                }
            }
            let shown = table.coverage_word(&self.coverage(pass.coverage), word) & !deny;
            clear |= shown & !mask;
            masked |= shown & mask;
        }
        (clear, masked)
    }

    /// The field asked for, if it is a mask that stops it.
    fn masked_field(&mut self) {
        let Some(field) = self.level(0).field else { return };
        let mut stopped = false;
        self.each_allow(|run, hat, allow| {
            if !stopped && run.covers(0, &allow.coverage) && run.climb(0, hat, allow).reason == Reason::Deny {
                let denied = run.denied(0, hat);
                stopped = !run.binds(denied);
            }
        });
        if stopped {
            let field = self.field_number(field);
            self.scratch.masked.push(field);
        }
    }

    /// What stopped the allows that climbed furthest.
    fn causes(&mut self, reason: Reason) {
        if !matches!(reason, Reason::Deny | Reason::Requirement | Reason::RoleConflict | Reason::Suspended) {
            return;
        }
        self.scratch.by.clear();
        match reason {
            Reason::Deny => self.deny_causes(),
            Reason::Requirement => self.require_causes(),
            Reason::RoleConflict => self.conflict_causes(),
            _ => self.suspension_causes(),
        }
    }

    fn deny_causes(&mut self) {
        for at in 0..self.scratch.hats.len() {
            let (denies, masks) = (self.cell(0, at), self.masks(at));
            if (denies.denies == 0 && masks.denies == 0) || !self.counts(at) {
                continue;
            }
            let Some(hat) = self.hat(at) else { continue };
            for cell in [denies, masks] {
                for entry in 0..cell.denies {
                    let found = self.asked.table.deny(&cell, entry).and_then(|entry| self.braking(0, &hat, entry));
                    let Some(found) = found.filter(|found| self.binds(found.truth)) else { continue };
                    if self.hits(&found.coverage) {
                        self.push_cause(Cause::Rule { rule: found.rule, held: hat.held });
                    }
                }
            }
        }
    }

    /// Whether a deny or mask hits what is asked.
    pub(super) fn hits(&self, coverage: &Coverage) -> bool {
        let covered = |field| self.asked.table.covers(coverage, field);
        coverage.record != 0 || self.level(0).field.is_some_and(covered)
    }

    fn require_causes(&mut self) {
        self.each_allow(|run, at, allow| {
            if !run.covers(0, &allow.coverage) || run.climb(0, at, allow).reason != Reason::Requirement {
                return;
            }
            let behalf = run.hat(at).map_or(NONE, |hat| hat.behalf);
            let (start, end) = run.requires(0);
            for at in start..end {
                let Some(found) = run.asked.table.views.requires.get(at) else { continue };
                let met = run.require(&found, behalf);
                if !run.passes(met) {
                    run.push_cause(Cause::Require(found.statement));
                }
            }
        });
    }

    fn conflict_causes(&mut self) {
        for at in 0..self.asked.table.views.exclusives.len() {
            if self.is_exclusive(at) {
                self.push_cause(Cause::Exclusive(at));
            }
        }
        for separation in 0..self.asked.table.views.separations.len() {
            let stopped = (0..self.scratch.hats.len())
                .any(|at| self.hat(at).is_some_and(|hat| self.is_separated(&hat, separation)));
            if stopped {
                self.push_cause(Cause::Separation(separation));
            }
        }
    }

    fn suspension_causes(&mut self) {
        self.each_allow(|run, at, allow| {
            if !run.covers(0, &allow.coverage) || run.climb(0, at, allow).reason != Reason::Suspended {
                return;
            }
            let Some(hat) = run.hat(at) else { return };
            let mut by = std::mem::take(&mut run.scratch.by);
            run.each_cover(&hat, allow.entry.guard, |suspension, _, truth| {
                if run.binds(truth) {
                    add(&mut by, Cause::Suspension(suspension));
                }
            });
            run.scratch.by = by;
        });
    }
}

fn add(by: &mut Vec<Cause>, cause: Cause) {
    if by.len() < CAUSES && !by.contains(&cause) {
        by.push(cause);
    }
}

/// The positions of the bits set.
fn ones(mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let next = (bits != 0).then(|| bits.trailing_zeros());
        bits &= bits.wrapping_sub(1);
        next
    })
}
