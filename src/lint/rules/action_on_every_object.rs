//! `action-on-every-object`: whoever holds a role may use one sensitive action on every record of all objects that have it.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::ACTION_ON_EVERY_OBJECT;
use crate::lint::shown;
use crate::lint::sweeping::{full_admins, is_business, is_full_admin, roles, sweeping};
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::{RightId, RoleId};
use crate::source::Symbol;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ACTION_ON_EVERY_OBJECT, Group::LeastPrivilege) };

/// Objects that have the action before all of them are many.
const OBJECTS: usize = 3;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut actions: BTreeMap<Symbol, Vec<RightId>> = BTreeMap::new();
    for (id, right) in cx.rights().filter(|(id, _)| is_business(cx, *id)) {
        actions.entry(right.action).or_default().push(id);
    }
    actions.retain(|_, rights| rights.len() >= OBJECTS && rights.iter().all(|right| cx.risks.is_sensitive(*right)));
    if actions.is_empty() {
        return;
    }
    let admins = full_admins(cx);
    let is_admin = is_full_admin(cx, &admins);
    let mut told: BTreeSet<(RoleId, Symbol)> = BTreeSet::new();
    for (role, known) in roles(cx) {
        let Some(of) = cx.model.roles.get(role.index()).filter(|_| !is_admin(role)) else { continue };
        for (action, all) in &actions {
            if of.parents.iter().any(|parent| told.contains(&(*parent, *action))) {
                told.insert((role, *action));
                continue;
            }
            if !all.iter().all(|right| known.binary_search(right).is_ok()) {
                continue;
            }
            let Some(given) = sweeping(cx, role, all.iter().copied()) else { continue };
            told.insert((role, *action));
            let line = given.first().and_then(|(_, given)| cx.model.rules.get(given.line.index()));
            let Some(line) = line else { continue };
            let (name, word) = (cx.model.role_name(role), cx.model.text(*action));
            let args = [
                ("role", name.into()),
                ("action", word.into()),
                ("count", all.len().into()),
                ("rights", shown::rights(cx.model, all).into()),
            ];
            let here = text::ACTION_ON_EVERY_OBJECT_HERE.plain();
            let message = text::ACTION_ON_EVERY_OBJECT.with(args);
            let one = Diagnostic::warning(&ACTION_ON_EVERY_OBJECT, message, line.origin.span, here);
            let shown = given.into_iter().filter_map(|(_, given)| given.witness);
            let one = one.about([name, word]).steps(cx.path(role, line.role)).witness(shown);
            out.push(one.help(text::ACTION_ON_EVERY_OBJECT_HELP.plain()));
        }
    }
}
