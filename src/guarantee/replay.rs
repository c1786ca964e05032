//! Asks a table what a witness claims: proof and table must agree before anybody is shown it.

use super::{Verdict, Witness};
use crate::analysis::Analysis;
use crate::diagnostic::codes::guarantee::NOT_REPLAYED;
use crate::diagnostic::{Diagnostic, WitnessRequest, WitnessSubject};
use crate::message::{Arg, guarantee as text};
use crate::model::{Guarantee, GuaranteeKind, Model, RoleId};
use crate::runtime::{Reason, Scratch, decide, roles_at};
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
pub fn disagreements(model: &Model, analysis: &Analysis, table: &Table<'_>, verdicts: &[Verdict]) -> Vec<Diagnostic> {
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
    for (guarantee, verdict) in model.guarantees.iter().zip(verdicts) {
        let Verdict::Broken(witness) = verdict else { continue };
        if !holds(model, analysis, table, guarantee, witness) {
            found.push(disagreement(guarantee, text::HELD_OTHERWISE.plain()));
        }
    }
    found
}

/// Whether the table says of who holds what as a witness does. (A role that itself contains two is nobody's.)
fn holds(model: &Model, analysis: &Analysis, table: &Table<'_>, guarantee: &Guarantee, witness: &Witness) -> bool {
    let least = match guarantee.kind {
        GuaranteeKind::AtLeastUsers(_, role) => Some(role),
        _ => None,
    };
    let named = witness.holders.iter().all(|holder| {
        let WitnessSubject::Id(id) = &holder.subject else { return true };
        let brought: Vec<&str> = holder.brought.iter().map(String::as_str).collect();
        let held = roles_at(table, id, &brought, witness.at);
        let has = |role: &String| {
            let mut found = held.iter().filter(|found| table.held_role_name(found.held) == role);
            found.any(|found| if least.is_some() { found.runs } else { found.counts })
        };
        holder.roles.iter().all(has)
    });
    let Some(role) = least else { return named };
    // Nobody else has it.
    let counted = |user: &u32| {
        let held = roles_at(table, table.user_name(*user), &[], witness.at);
        held.iter().any(|found| found.runs && is_or_inherits(model, analysis, table.held_role_name(found.held), role))
    };
    named && (0..table.users()).filter(counted).count() == witness.holders.len()
}

fn is_or_inherits(model: &Model, analysis: &Analysis, name: &str, role: RoleId) -> bool {
    let mut all = (0..model.roles.len()).map(RoleId::from_index);
    all.any(|id| model.role_name(id) == name && analysis.hierarchy.inherits(model, id, role))
}

/// The witness could not be put to a table.
pub fn unconfirmed(guarantee: &Guarantee, what: &str) -> Diagnostic {
    let message = text::NOT_CONFIRMED.with([("what", what.into())]);
    Diagnostic::error(&NOT_REPLAYED, message, guarantee.origin.span, text::NOT_CONFIRMED_HERE.plain())
}

/// A bug of the compiler, to be reported.
pub fn disagreement(guarantee: &Guarantee, reason: impl Into<Arg>) -> Diagnostic {
    let message = text::NOT_REPLAYED.with([("reason", reason.into())]);
    Diagnostic::error(&NOT_REPLAYED, message, guarantee.origin.span, text::NOT_REPLAYED_HERE.plain())
        .about([&*guarantee.sentence])
        .help(text::NOT_REPLAYED_HELP.plain())
}
