//! `widens-own-scope`: a role may set the owner, unit or team of records that are closed to it for that reason alone.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::crm::WIDENS_OWN_SCOPE;
use crate::exact::index::has;
use crate::facts::{Widening, takes_own};
use crate::lint::given::{of_object, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::{RightId, RoleId, Rule};
use crate::risk::{Class, moves_records};
use crate::words;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&WIDENS_OWN_SCOPE, Group::Crm) };

/// Roles that are looked at for each policy.
const LOOKUPS: usize = 4_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let setters = cx.rights().filter(|(_, right)| !right.general && moves_records(cx.model, right));
    let mut left = LOOKUPS;
    for (setter, _) in setters {
        let gained = gainable(cx, setter);
        let beyond = |rule: &Rule| !takes_own(cx.model, rule);
        let arises = uses(cx, [(setter, None)], &beyond).into_iter().map(|one| one.role);
        let concerned = cx.oracle.index.heirs_of(arises);
        let mut widens: BTreeSet<RoleId> = BTreeSet::new();
        for role in cx.oracle.index.order() {
            let parents = cx.model.roles.get(role.index()).map_or(&[] as &[_], |r| r.parents.as_slice());
            if parents.iter().any(|parent| widens.contains(parent)) {
                widens.insert(*role);
                continue;
            }
            if !has(&concerned, *role) {
                continue;
            }
            let Some(less) = left.checked_sub(1) else {
                cx.complete.set(false);
                return;
            };
            left = less;
            if let Some(found) = cx.access.widening(*role, setter, &gained) {
                widens.insert(*role);
                out.extend(report(cx, *role, &found));
            }
        }
    }
}

/// Rights on the same records that are worth having: changing first.
fn gainable(cx: &Context<'_>, setter: RightId) -> Vec<RightId> {
    let wanted = [Class::Update, Class::Delete, Class::Export, Class::Read];
    let of = |class| of_object(cx, setter, |id| cx.risks.class(id) == class);
    wanted.into_iter().flat_map(of).collect()
}

fn report(cx: &Context<'_>, role: RoleId, found: &Widening) -> Option<Diagnostic> {
    let model = cx.model;
    let line = model.rules.get(found.given.line.index())?;
    let names = [words::rights(model, &[found.setter]), words::rights(model, &[found.gained])];
    let [setter, gained] = names.clone();
    let args = [
        ("role", model.role_name(role).into()),
        ("field", model.field_name(found.field).into()),
        ("setter", setter.into()),
        ("gained", gained.into()),
    ];
    let message = text::WIDENS_OWN_SCOPE.with(args);
    let here = text::WIDENS_OWN_SCOPE_HERE.plain();
    let mut one = Diagnostic::info(&WIDENS_OWN_SCOPE, message, line.origin.span, here)
        .about([model.role_name(role).to_owned()])
        .about(names)
        .steps(cx.path(role, line.role))
        .witness(found.given.witness.clone());
    if let Some(bounded) = model.rules.get(found.bounded.index()).filter(|rule| rule.origin.span != line.origin.span) {
        one = one.and(bounded.origin.span, text::WIDENS_OWN_SCOPE_BOUND.plain());
    }
    Some(one.help(text::WIDENS_OWN_SCOPE_HELP.plain()))
}
