//! `no-guarantee`: critical rights that some role gives and no guarantee speaks of.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::NO_GUARANTEE;
use crate::lint::gives::Gives;
use crate::lint::shown::names;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{GuaranteeKind, RightId, RightSet, Risk, RoleId};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { optional: true, check, ..Lint::new(&NO_GUARANTEE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let kept: BTreeSet<RightId> = model.guarantees.iter().flat_map(|guarantee| rights(&guarantee.kind)).collect();
    let gives = Gives::sensitive(cx);
    let given: BTreeSet<RightId> =
        (0..model.roles.len()).flat_map(|role| gives.own(RoleId::from_index(role))).copied().collect();
    for object in &model.objects {
        let bare: Vec<&str> = object
            .rights()
            .filter(|right| cx.risks.risk(*right) == Risk::Critical && given.contains(right) && !kept.contains(right))
            .map(|right| model.action_name(right))
            .collect();
        if bare.is_empty() {
            continue;
        }
        let name = model.text(object.name);
        let message = text::NO_GUARANTEE.with([("object", name.into()), ("actions", names(&bare).into())]);
        let found = Diagnostic::info(&NO_GUARANTEE, message, object.origin.span, text::DECLARED_HERE.plain());
        out.push(found.about(std::iter::once(name).chain(bare)).help(text::NO_GUARANTEE_HELP.plain()));
    }
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
