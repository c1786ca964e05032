//! `separation-unsatisfiable`: guarantees that contradict each other, so that a role can never be given to anybody: it needs
//! roles of which nobody may have two.

use crate::diagnostic::codes::separation::SEPARATION_UNSATISFIABLE as CODE;
use crate::diagnostic::{Diagnostic, Label};
use crate::lint::apart::exclusive;
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;
use crate::model::{Guarantee, GuaranteeKind, RoleId, WindowId};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Separation) };

/// Why a role is had: by inheritance from another one that is, or because a guarantee asks for it.
type Why<'a> = BTreeMap<RoleId, Option<(RoleId, Option<&'a Guarantee>)>>;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let asking: Vec<(&Guarantee, RoleId, RoleId)> = cx
        .model
        .guarantees
        .iter()
        .filter(|guarantee| guarantee.window == WindowId::ALWAYS)
        .filter_map(|guarantee| match guarantee.kind {
            GuaranteeKind::Prerequisite(role, needed) => Some((guarantee, role, needed)),
            _ => None,
        })
        .collect();
    let mut told: BTreeSet<RoleId> = BTreeSet::new();
    for (_, role, _) in &asking {
        if !told.insert(*role) {
            continue;
        }
        let had = had(cx, *role, &asking);
        let always = exclusive(cx).filter(|(guarantee, _)| guarantee.window == WindowId::ALWAYS);
        let broken = always.into_iter().find_map(|(guarantee, roles)| {
            let both: Vec<RoleId> = roles.iter().copied().filter(|role| had.contains_key(role)).take(2).collect();
            if let [one, other] = both.as_slice() { Some((guarantee, *one, *other)) } else { None }
        });
        let Some((guarantee, one, other)) = broken else { continue };
        let name = |role| cx.model.role_name(role);
        let args = [("role", name(*role).into()), ("one", name(one).into()), ("other", name(other).into())];
        let here = text::UNSATISFIABLE_HERE.plain();
        let mut found = Diagnostic::warning(&CODE, text::UNSATISFIABLE.with(args), guarantee.origin.span, here);
        if let Some(place) = cx.model.roles.get(role.index()) {
            found = found.and(place.origin.span, text::UNSATISFIABLE_ROLE.plain());
        }
        let steps = [one, other].into_iter().flat_map(|to| steps(cx, &had, to));
        let found = found.steps(steps).about([name(*role), name(one), name(other)]);
        out.push(found.help(text::UNSATISFIABLE_HELP.plain()));
    }
}

/// Every role that somebody who has one must have too.
fn had<'a>(cx: &Context<'_>, role: RoleId, asking: &[(&'a Guarantee, RoleId, RoleId)]) -> Why<'a> {
    let mut had: Why<'a> = BTreeMap::from([(role, None)]);
    let mut open = vec![role];
    while let Some(at) = open.pop() {
        let inherited = cx.parents(at).iter().map(|parent| (*parent, None));
        let asked = asking.iter().filter(|(_, of, _)| *of == at).map(|(line, _, needed)| (*needed, Some(*line)));
        for (next, line) in inherited.chain(asked).collect::<Vec<_>>() {
            if let Entry::Vacant(place) = had.entry(next) {
                place.insert(Some((at, line)));
                open.push(next);
            }
        }
    }
    had
}

/// Why a role is had, from the first one.
fn steps(cx: &Context<'_>, had: &Why<'_>, to: RoleId) -> Vec<Label> {
    let mut steps = Vec::new();
    let mut at = to;
    while let Some(Some((from, line))) = had.get(&at) {
        match line {
            Some(line) => {
                let args = [("role", cx.model.role_name(*from).into()), ("needed", cx.model.role_name(at).into())];
                steps.push(Label { span: line.origin.span, message: text::UNSATISFIABLE_STEP.with(args) });
            }
            None => steps.extend(cx.path(*from, at)),
        }
        at = *from;
    }
    steps.reverse();
    steps
}
