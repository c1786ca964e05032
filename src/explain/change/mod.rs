//! The smallest change that turns an answer.
//!
//! Candidates are edits of the policy's text (or facts that the request could carry), fewest statements first. Each is
//! applied, compiled and asked again; of those that turn the answer, the one that changes least for others is shown, with
//! what it changes. The number of compiles is bounded, and less for large policies; what was tried is said.

mod candidate;
mod effect;
mod fact;
mod grant;
mod page;
mod remove;
mod revoke;
mod window;

pub use effect::{Effect, Turn};
pub use fact::Fact;

use super::desk::{Desk, Package};
use super::why::Verdict;
use crate::compile::{Compilation, Options, compile};
use crate::diagnostic::{Severity, fix};
use crate::message::{Message, answer as text};
use crate::model::RoleId;
use crate::runtime::{self, Question, Request, Scratch, Subject, Trace};
use crate::source::SourceSet;
use crate::table::Table;
use candidate::{Candidate, Situation};

/// A change that turns the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it does.
    pub message: Message,
    /// Statements to write, alter or take out; empty if the request alone needs more.
    pub statements: Vec<Statement>,
    /// Facts that the request should carry.
    pub facts: Vec<Fact>,
    /// Who else gains or loses which right, or has it on other records; by person.
    pub effects: Vec<Effect>,
    /// Whether all people were compared; otherwise only those whom the change can concern.
    pub compared_all: bool,
}

impl Change {
    fn of_facts(facts: Vec<Fact>) -> Self {
        let (statements, effects) = (Vec::new(), Vec::new());
        Self { message: text::CHANGE_FACTS.plain(), statements, facts, effects, compared_all: true }
    }
}

/// A statement of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Path relative to the root package's folder.
    pub file: String,
    /// Line, from 1, in the text as it is.
    pub line: u32,
    /// The text that goes; `None` if it is new.
    pub before: Option<String>,
    /// The text that comes; `None` if it is taken out.
    pub after: Option<String>,
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
}

/// Compiles of one search, at most.
const COMPILES: usize = 300;
/// Bytes of text that one search may compile in all: large policies get fewer tries.
const BYTES: usize = 48_000_000;
/// Candidates that turn the answer, of which the best is taken.
const ENOUGH: usize = 12;

/// Looks for the smallest change.
pub(super) fn search(
    desk: &Desk<'_>,
    package: &Package<'_>,
    request: &Request<'_>,
    trace: &Trace,
    verdict: Verdict,
) -> (Option<Change>, Tried) {
    let mut tried = Tried::default();
    let wanted = match verdict {
        Verdict::No => true,
        Verdict::Yes => false,
        // The ways say on which records it is yes; nothing need change.
        Verdict::Depends => return (None, tried),
    };
    if wanted && let Some(facts) = fact::search(desk.table, package.model(), request, trace) {
        return (Some(Change::of_facts(facts)), tried);
    }
    let situation = Situation::new(desk, package, request, trace);
    let mut candidates = if wanted { situation.to_allow() } else { situation.to_refuse() };
    candidates.sort_by_key(|candidate| candidate.statements.len());
    tried.candidates = candidates.len();
    let searcher = Searcher { desk, package, request, wanted };
    let found = searcher.run(&candidates, &mut tried);
    (found, tried)
}

struct Searcher<'a> {
    desk: &'a Desk<'a>,
    package: &'a Package<'a>,
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
    effects: Vec<Effect>,
    compared_all: bool,
    place: usize,
}

impl Searcher<'_> {
    /// Candidates come with the fewest statements first; only when none of that many holds are more looked at.
    fn run(&self, candidates: &[Candidate], tried: &mut Tried) -> Option<Change> {
        let size: usize = self.package.sources.files.iter().map(|f| f.text.len()).sum();
        let limit = (BYTES / size.max(1)).clamp(4, COMPILES);
        let mut place = 0;
        for level in candidates.chunk_by(|a, b| a.statements.len() == b.statements.len()) {
            let mut turned: Vec<Turned> = Vec::new();
            let mut settled: Vec<u32> = Vec::new();
            for candidate in level {
                place += 1;
                if turned.len() >= ENOUGH || candidate.family.is_some_and(|family| settled.contains(&family)) {
                    continue;
                }
                if tried.compiled >= limit {
                    tried.limited = true;
                    break;
                }
                tried.compiled += 1;
                if let Some(found) = self.attempt(candidate, place) {
                    turned.push(found);
                    settled.extend(candidate.family);
                }
            }
            turned.sort_by_key(|t| (t.facts.len(), t.effects.len(), t.place));
            for best in turned {
                if self.keeps_guarantees(&best.sources) {
                    return Some(best.into());
                }
                tried.broken_guarantees += 1;
            }
        }
        None
    }

    fn attempt(&self, candidate: &Candidate, place: usize) -> Option<Turned> {
        let sources = fix::apply(self.package.sources, &candidate.edits)?;
        let options = Options { prove: false, lint: false, ..Options::default() };
        let compilation = compile(&sources, options);
        let bytes = table_of(&sources, &compilation, self.request)?;
        let table = Table::open(&bytes).ok()?;
        let mut facts = Vec::new();
        if answer(&table, self.request) != self.wanted {
            // What is still missing may be something that the request can carry.
            let trace = self.wanted.then(|| runtime::trace(&table, self.request))?;
            facts = fact::search(&table, &compilation.model, self.request, &trace)?;
        }
        let (effects, compared_all) = effect::compare(self.desk.table, &table, self.request, candidate.reach);
        Some(Turned { candidate: candidate.clone(), facts, sources, effects, compared_all, place })
    }

    /// Whether the changed policy could be built. Guarantees that were broken before do not count against it.
    fn keeps_guarantees(&self, sources: &SourceSet) -> bool {
        let broken = |compilation: &Compilation| {
            compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error).count()
        };
        broken(&compile(sources, Options { lint: false, ..Options::default() })) <= broken(self.package.compilation)
    }
}

impl From<Turned> for Change {
    fn from(turned: Turned) -> Self {
        Self {
            message: turned.candidate.message,
            statements: turned.candidate.statements,
            facts: turned.facts,
            effects: turned.effects,
            compared_all: turned.compared_all,
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
