//! What is in the hands of nearly everybody: shared by the rule that says so and the one that counts hands.

use super::Context;
use crate::diagnostic::WitnessRequest;
use crate::model::{AssignmentSource, FieldId, RightId, RoleId};
use crate::risk::Class;
use crate::source::Span;
use std::collections::BTreeSet;

/// People that a policy knows before a share of them says something.
const PEOPLE: usize = 20;

/// A right, or a labelled field that it shows on records of others, in the hands of nearly everybody.
pub(super) struct Crowd {
    pub(super) right: RightId,
    pub(super) field: Option<FieldId>,
    /// The role that is assigned to everyone, if that is how; else how many people have it.
    pub(super) everyone: Option<RoleId>,
    pub(super) count: usize,
    /// The allow.
    pub(super) line: Span,
    pub(super) witness: Option<WitnessRequest>,
}

/// Sensitive rights, and labelled fields with a right that shows them.
fn watched(cx: &Context<'_>) -> Vec<(RightId, Option<FieldId>)> {
    let mut watched = Vec::new();
    for (id, right) in cx.rights() {
        if cx.risks.is_sensitive(id) {
            watched.push((id, None));
        } else if cx.risks.class(id) == Class::Read {
            let fields = cx.model.objects.get(right.object.index()).into_iter().flat_map(|object| object.fields());
            watched.extend(fields.filter(|field| cx.risks.is_labelled(*field)).map(|field| (id, Some(field))));
        }
    }
    watched
}

/// What everyone has by an assignment to everyone, or more than the budgeted share of all people.
pub(super) fn crowds(cx: &Context<'_>) -> Vec<Crowd> {
    let everyone = cx.model.assignments.iter().filter(|assignment| assignment.source == AssignmentSource::Everyone);
    let everyone: BTreeSet<RoleId> = everyone.map(|assignment| assignment.role).collect();
    let audience = cx.audience();
    let all = audience.count();
    let share = cx.settings.budgets.share_of_people as usize;
    let mut found = Vec::new();
    for (right, field) in watched(cx) {
        // Everybody's own phone number, and those of their own customers, are theirs to see.
        let given = |role: RoleId| match field {
            Some(_) => cx.access.given_of_others(role, right, field),
            None => cx.access.given(role, right, None, &|_| true),
        };
        let given = everyone.iter().find_map(|role| Some((*role, given(*role)?)));
        if let Some((role, given)) = given {
            let Some(line) = cx.model.rules.get(given.line.index()).map(|rule| rule.origin.span) else { continue };
            found.push(Crowd { right, field, everyone: Some(role), count: all, line, witness: given.witness });
            continue;
        }
        if all < PEOPLE {
            continue;
        }
        let Some(parts) = audience.above(&cx.access, right, field, all.saturating_mul(share) / 100) else { continue };
        let count = parts.iter().map(|part| part.people.len()).sum();
        let most = parts.into_iter().max_by_key(|part| part.people.len());
        let Some((line, witness)) = most.and_then(|part| Some((part.witness.rule?, part.witness))) else { continue };
        found.push(Crowd { right, field, everyone: None, count, line, witness: Some(witness) });
    }
    found
}
