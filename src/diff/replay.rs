//! Asks both tables what a difference claims: it must be so before anybody is told.

use super::change::{Change, Difference, Listed, Looks, Sample};
use crate::diagnostic::{WitnessRequest, WitnessSubject};
use crate::model::{Model, RoleId};
use crate::runtime::{Scratch, decide};
use crate::table::Table;

/// The roles that samples ask about alone, in the order of their ids: tables for [`disagreements`] have cells for them.
pub fn probes(model: &Model, difference: &Difference) -> Vec<RoleId> {
    let named = |role: &RoleId| {
        samples(difference).flat_map(|sample| [&sample.base, &sample.head]).any(
            |request| matches!(&request.subject, WitnessSubject::RoleAlone(name) if name == model.role_name(*role)),
        )
    };
    (0..model.roles.len()).map(RoleId::from_index).filter(named).collect()
}

fn samples(difference: &Difference) -> impl Iterator<Item = &Sample> {
    difference.changes.iter().flat_map(|change| &change.samples)
}

/// Changes of which one sample is answered otherwise than is claimed by one of the tables.
pub fn disagreements<'d>(difference: &'d Difference, base: &Table<'_>, head: &Table<'_>) -> Vec<&'d Change> {
    let (mut old, mut new) = (Scratch::new(base), Scratch::new(head));
    let mut agrees = |sample: &Sample| {
        let (theirs, mine) = match &sample.looks {
            Looks::Allowed => (None, None),
            Looks::Listed { base, head } => (Some(base), Some(head)),
        };
        is_so(base, &sample.base, theirs, &mut old) && is_so(head, &sample.head, mine, &mut new)
    };
    difference.changes.iter().filter(|change| !change.samples.iter().all(&mut agrees)).collect()
}

fn is_so(table: &Table<'_>, request: &WitnessRequest, listed: Option<&Listed>, scratch: &mut Scratch) -> bool {
    request.ask(|asked| {
        let decision = decide(table, asked, scratch);
        let Some(listed) = listed else { return decision.allowed == request.allowed };
        let names = |fields: &[u32]| fields.iter().any(|field| table.field_name(*field) == listed.field);
        let unseen = names(decision.hidden) || (listed.clear && names(decision.masked));
        decision.allowed && unseen != listed.seen
    })
}
