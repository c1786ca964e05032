//! Asks a table what a witness claims: proof and table must agree before anybody is shown it.

use super::Verdict;
use crate::diagnostic::codes::guarantee::NOT_REPLAYED;
use crate::diagnostic::{Diagnostic, WitnessRequest, WitnessSubject};
use crate::message::guarantee as text;
use crate::model::{Guarantee, Model, RoleId};
use crate::runtime::{Reason, Scratch, decide};
use crate::table::Table;

/// The roles that witnesses ask about alone, in the order of their ids: a table for [`disagreements`] has cells for them.
pub fn probes(model: &Model, verdicts: &[Verdict]) -> Vec<RoleId> {
    let named = |role: &RoleId| requests(verdicts).any(|(_, request)| is_about(model, request, *role));
    (0..model.roles.len()).map(RoleId::from_index).filter(named).collect()
}

fn is_about(model: &Model, request: &WitnessRequest, role: RoleId) -> bool {
    matches!(&request.subject, WitnessSubject::RoleAlone(name) if name == model.role_name(role))
}

fn requests(verdicts: &[Verdict]) -> impl Iterator<Item = (usize, &WitnessRequest)> {
    verdicts.iter().enumerate().flat_map(|(place, verdict)| {
        let requests = match verdict {
            Verdict::Broken(witness) => witness.requests.as_slice(),
            Verdict::Proved | Verdict::Undecided => &[],
        };
        requests.iter().map(move |request| (place, request))
    })
}

/// Witnesses that the table answers otherwise. The table must be one without suspensions, as proofs are.
pub fn disagreements(model: &Model, table: &Table<'_>, verdicts: &[Verdict]) -> Vec<Diagnostic> {
    let mut scratch = Scratch::new(table);
    let mut found = Vec::new();
    for (place, request) in requests(verdicts) {
        let reason = request.ask(|request| decide(table, request, &mut scratch).reason);
        if (reason == Reason::Allow) != request.allowed
            && let Some(guarantee) = model.guarantees.get(place)
        {
            found.push(disagreement(guarantee, reason.name()));
        }
    }
    found
}

/// A bug of the compiler, to be reported.
pub fn disagreement(guarantee: &Guarantee, reason: &str) -> Diagnostic {
    let message = text::NOT_REPLAYED.with([("reason", reason.into())]);
    Diagnostic::error(&NOT_REPLAYED, message, guarantee.origin.span, text::NOT_REPLAYED_HERE.plain())
        .about([&*guarantee.sentence])
        .help(text::NOT_REPLAYED_HELP.plain())
}
