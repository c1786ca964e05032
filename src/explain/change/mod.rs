//! The smallest change that turns an answer.
//!
//! Facts of the request come first: what it could carry as well, another instant, other values. Then edits of the policy's
//! text, fewest statements first. Each is applied, compiled and asked again; of those that turn the answer, the one that
//! changes least for others is shown, with what it changes, which brakes it lifts and which tests and guarantees it
//! breaks. The number of compiles is bounded, and less for large policies; what was tried is said.

mod candidate;
mod fact;
mod grant;
mod harm;
mod page;
mod remove;
mod revoke;
mod window;

pub use fact::Fact;

use super::compare::{Comparison, Effect, Gap, Side, compare};
use super::desk::{Desk, Package};
use super::why::Verdict;
use crate::compile::{Compilation, Options, compile};
use crate::diagnostic::{Edit, fix};
use crate::message::{Message, answer as text, effect};
use crate::model::RoleId;
use crate::runtime::{self, Question, Request, Scratch, Subject, Trace};
use crate::source::SourceSet;
use crate::table::Table;
use candidate::{Candidate, Situation};
use fact::Facts;
use harm::{Harm, Promises};
use std::collections::BTreeSet;

/// A change that turns the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it does.
    pub message: Message,
    /// Statements to write, alter or take out; empty if the request alone needs another fact.
    pub statements: Vec<Statement>,
    /// Facts that the request should carry.
    pub facts: Vec<Fact>,
    /// Who else gains or loses which right or field; by person.
    pub effects: Vec<Effect>,
    /// What was not compared to find them; complete if empty.
    pub gaps: BTreeSet<Gap>,
    /// Denies, masks, requirements and suspensions that it takes away or narrows.
    pub brakes: usize,
    /// Why those are there, where they say so.
    pub because: Vec<String>,
    /// Tests that pass now and would fail, by name.
    pub tests: Vec<String>,
    /// Guarantees that hold now and would not, as they are written.
    pub guarantees: Vec<String>,
}

impl Change {
    fn of_facts(Facts { list: facts, altered }: Facts) -> Self {
        Self {
            message: if altered { effect::OTHER_FACTS.plain() } else { text::CHANGE_FACTS.plain() },
            statements: Vec::new(),
            facts,
            effects: Vec::new(),
            gaps: BTreeSet::new(),
            brakes: 0,
            because: Vec::new(),
            tests: Vec::new(),
            guarantees: Vec::new(),
        }
    }
}

/// A statement of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Path relative to the root package's folder.
    pub file: String,
    /// The line, from 1, on which it stands; for a new one, on which it will stand.
    pub line: u32,
    /// The text that goes; `None` if it is new.
    pub before: Option<String>,
    /// The text that comes; `None` if it is taken out.
    pub after: Option<String>,
    /// The same as an edit of the text as it is.
    pub edit: Edit,
}

/// What was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Candidates that were made up.
    pub candidates: usize,
    /// Of them compiled and asked.
    pub compiled: usize,
    /// Some were left out, since the policy is large.
    pub limited: bool,
    /// Some would have turned the answer but broken a guarantee.
    pub broken_guarantees: usize,
    /// Some would have turned the answer but broken a test.
    pub broken_tests: usize,
}

/// What a search came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The smallest change found.
    pub change: Option<Change>,
    /// Where that one takes other facts than those sent: the smallest change of the policy.
    pub alternative: Option<Change>,
    /// What was tried.
    pub tried: Tried,
}

/// Compiles of one search, at most.
const COMPILES: usize = 300;
/// Bytes of text that one search may compile in all: large policies get fewer tries.
const BYTES: usize = 48_000_000;
/// Candidates that turn the answer, of which the best is taken.
const ENOUGH: usize = 12;
/// Answers that are compared to weigh a candidate.
const ROUGHLY: usize = 24_000;
/// Answers that are compared of the one that is shown.
const CLOSELY: usize = 120_000;

/// Looks for the smallest change.
pub(super) fn search(
    desk: &Desk<'_>,
    package: &Package<'_>,
    request: &Request<'_>,
    trace: &Trace,
    verdict: Verdict,
) -> Proposal {
    let wanted = match verdict {
        Verdict::No => true,
        Verdict::Yes => false,
        // The ways say on which records it is yes; nothing need change.
        Verdict::Depends => return Proposal::default(),
    };
    let facts = if wanted { fact::search(desk.table, package.model(), request, trace) } else { None };
    let facts = match facts {
        Some(facts) if !facts.altered => {
            return Proposal { change: Some(Change::of_facts(facts)), ..Proposal::default() };
        }
        facts => facts.map(Change::of_facts),
    };
    let situation = Situation::new(desk, package, request, trace);
    let mut candidates = if wanted { situation.to_allow() } else { situation.to_refuse() };
    candidates.sort_by_key(|candidate| candidate.statements.len());
    let mut tried = Tried { candidates: candidates.len(), ..Tried::default() };
    let before = Side::new(desk.table, package.compilation);
    let searcher = Searcher { desk, package, before, request, wanted };
    let found = searcher.run(&candidates, &mut tried);
    match facts {
        Some(facts) => Proposal { change: Some(facts), alternative: found, tried },
        None => Proposal { change: found, alternative: None, tried },
    }
}

struct Searcher<'a> {
    desk: &'a Desk<'a>,
    package: &'a Package<'a>,
    before: Side<'a>,
    request: &'a Request<'a>,
    /// The answer that is looked for.
    wanted: bool,
}

/// A candidate that turns the answer.
struct Turned {
    candidate: Candidate,
    /// What the request must carry as well.
    facts: Vec<Fact>,
    sources: SourceSet,
    comparison: Comparison,
    weight: usize,
    place: usize,
}

impl Searcher<'_> {
    /// Candidates come with the fewest statements first; only when none of that many holds are more looked at. One that
    /// breaks a test or a guarantee is shown, with what it breaks, where there is no other.
    fn run(&self, candidates: &[Candidate], tried: &mut Tried) -> Option<Change> {
        let size: usize = self.package.sources.files.iter().map(|f| f.text.len()).sum();
        let limit = (BYTES / size.max(1)).clamp(4, COMPILES);
        let promises = Promises::new(self.package.sources);
        let mut fallback: Option<(Turned, Harm)> = None;
        let mut place = 0;
        for level in candidates.chunk_by(|a, b| a.statements.len() == b.statements.len()) {
            let turned = self.level(level, limit, &mut place, tried);
            let mut least: Option<(Turned, Harm)> = None;
            for best in turned {
                let harm = promises.broken(&best.sources);
                if harm.is_none() {
                    return Some(self.closely(best).into_change(Harm::default()));
                }
                tried.broken_guarantees += usize::from(!harm.guarantees.is_empty());
                tried.broken_tests += usize::from(!harm.tests.is_empty());
                if least.as_ref().is_none_or(|(_, known)| harm.size() < known.size()) {
                    least = Some((best, harm));
                }
            }
            match least {
                // Tests say what was meant when they were written; a guarantee is not to be broken while more
                // statements could keep it.
                Some((best, harm)) if harm.guarantees.is_empty() => return Some(self.closely(best).into_change(harm)),
                Some(found) => fallback = fallback.or(Some(found)),
                None => {}
            }
        }
        fallback.map(|(best, harm)| self.closely(best).into_change(harm))
    }

    /// The candidates of one number of statements that turn the answer, the lightest first.
    fn level(&self, level: &[Candidate], limit: usize, place: &mut usize, tried: &mut Tried) -> Vec<Turned> {
        let mut turned: Vec<Turned> = Vec::new();
        let mut settled: Vec<u32> = Vec::new();
        for candidate in level {
            *place += 1;
            if turned.len() >= ENOUGH || candidate.family.is_some_and(|family| settled.contains(&family)) {
                continue;
            }
            if tried.compiled >= limit {
                tried.limited = true;
                break;
            }
            tried.compiled += 1;
            if let Some(found) = self.attempt(candidate, *place) {
                turned.push(found);
                settled.extend(candidate.family);
            }
        }
        turned.sort_by_key(|t| (t.facts.len(), t.weight, t.place));
        turned
    }

    fn attempt(&self, candidate: &Candidate, place: usize) -> Option<Turned> {
        let edits = candidate.statements.iter().map(|statement| &statement.edit);
        let sources = fix::apply(self.package.sources, edits)?;
        let options = Options { prove: false, lint: false, ..Options::default() };
        let compilation = compile(&sources, options);
        let bytes = table_of(&sources, &compilation, self.request)?;
        let table = Table::open(&bytes).ok()?;
        let mut facts = Vec::new();
        if answer(&table, self.request) != self.wanted {
            // What is still missing may be something that the request can carry.
            let trace = self.wanted.then(|| runtime::trace(&table, self.request))?;
            facts = fact::missing(&table, &compilation.model, self.request, &trace)?;
        }
        let comparison = self.compare(&table, &compilation, ROUGHLY);
        let model = self.package.model();
        let others = comparison.effects.iter().map(|effect| harm::weight(model, effect, self.asker()));
        // A no that only comes of what was left out of the request turns back once it is said.
        let guessed = usize::from(!self.wanted && is_missing_something(&table, self.request));
        let weight = others.sum::<usize>() + harm::BRAKE * (candidate.heavy + guessed);
        Some(Turned { candidate: candidate.clone(), facts, sources, comparison, weight, place })
    }

    /// The same with more looked at, if anything was left out.
    fn closely(&self, turned: Turned) -> Turned {
        if turned.comparison.gaps.is_empty() {
            return turned;
        }
        let compilation = compile(&turned.sources, Options { prove: false, lint: false, ..Options::default() });
        let Some(bytes) = table_of(&turned.sources, &compilation, self.request) else { return turned };
        let Ok(table) = Table::open(&bytes) else { return turned };
        Turned { comparison: self.compare(&table, &compilation, CLOSELY), ..turned }
    }

    fn asker(&self) -> Option<&str> {
        let Subject::Id(id) = self.request.subject else { return None };
        Some(self.desk.table.user(id).map_or(id, |user| self.desk.table.user_name(user)))
    }

    /// What changes but for the very thing that was asked about.
    fn compare(&self, table: &Table<'_>, compilation: &Compilation, answers: usize) -> Comparison {
        let Request { subject, object, action, field, time, .. } = *self.request;
        let alone = match subject {
            Subject::RoleAlone(role) => Some(role),
            Subject::Id(_) => None,
        };
        let after = Side::new(table, compilation);
        let mut found = compare(&self.before, &after, time, alone, answers);
        let asker = self.asker();
        found.effects.retain(|effect| {
            let same = effect.whom.is(asker, alone) && effect.object == object && effect.action == action;
            !(same && effect.field.as_deref() == field)
        });
        found
    }
}

impl Turned {
    fn into_change(self, harm: Harm) -> Change {
        Change {
            message: self.candidate.message,
            statements: self.candidate.statements,
            facts: self.facts,
            effects: self.comparison.effects,
            gaps: self.comparison.gaps,
            brakes: self.candidate.brakes,
            because: self.candidate.because,
            tests: harm.tests,
            guarantees: harm.guarantees,
        }
    }
}

/// The bytes of a table that can answer the request.
fn table_of(sources: &SourceSet, compilation: &Compilation, request: &Request<'_>) -> Option<Vec<u8>> {
    if compilation.has_errors() {
        return None;
    }
    let probes: Vec<RoleId> = match request.subject {
        Subject::Id(_) => Vec::new(),
        Subject::RoleAlone(name) => {
            let model = &compilation.model;
            let found = model.roles.iter().position(|role| model.text(role.name) == name);
            found.map(RoleId::from_index).into_iter().collect()
        }
    };
    crate::lower::lower(sources, &compilation.model, &compilation.analysis, &probes).ok()
}

/// Whether something that the request leaves out mattered.
fn is_missing_something(table: &Table<'_>, request: &Request<'_>) -> bool {
    !runtime::decide(table, request, &mut Scratch::new(table)).missing.is_empty()
}

/// Whether a request is allowed; without a record of a record action, on some record.
fn answer(table: &Table<'_>, request: &Request<'_>) -> bool {
    if runtime::decide(table, request, &mut Scratch::new(table)).allowed {
        return true;
    }
    let Request { subject, action, object, field, time, record, .. } = *request;
    if record.is_some() {
        return false;
    }
    let question = Question { action, object, field, time };
    runtime::ways(table, subject, &question).is_ok_and(|(ways, _)| ways.iter().any(|way| way.record || field.is_some()))
}
