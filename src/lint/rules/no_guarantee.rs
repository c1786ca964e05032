//! `no-guarantee`: critical rights that some role gives and no guarantee speaks of.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::NO_GUARANTEE;
use crate::lint::gives::unspoken;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{GuaranteeKind, RightId, RightSet, Risk};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { optional: true, check, ..Lint::new(&NO_GUARANTEE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let kept: BTreeSet<RightId> = cx.model.guarantees.iter().flat_map(|guarantee| rights(&guarantee.kind)).collect();
    out.extend(unspoken(
        cx,
        |right| cx.risks.risk(right) == Risk::Critical,
        &kept,
        (&NO_GUARANTEE, &text::NO_GUARANTEE, &text::NO_GUARANTEE_HELP),
    ));
}

/// The rights of which a guarantee speaks.
fn rights(kind: &GuaranteeKind) -> Vec<RightId> {
    let of = |set: &RightSet| set.items.iter().map(|(right, _)| *right).collect::<Vec<_>>();
    match kind {
        GuaranteeKind::NobodyCanBoth(one, other) => [of(one), of(other)].concat(),
        GuaranteeKind::Never(_, set)
        | GuaranteeKind::Only(_, set)
        | GuaranteeKind::AtMostRoles(_, set)
        | GuaranteeKind::Always(_, set) => of(set),
        GuaranteeKind::Needs(list) => list.iter().map(|(right, ..)| *right).collect(),
        GuaranteeKind::NobodyHasTwo(_)
        | GuaranteeKind::AtMostUsers(..)
        | GuaranteeKind::AtLeastUsers(..)
        | GuaranteeKind::Prerequisite(..) => Vec::new(),
    }
}
