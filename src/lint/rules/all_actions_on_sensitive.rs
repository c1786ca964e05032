//! `all-actions-on-sensitive`: whoever holds a role may do everything with every record of an object, its labelled fields included.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::ALL_ACTIONS_ON_SENSITIVE;
use crate::facts::Given;
use crate::lint::given::is_unlimited;
use crate::lint::shown;
use crate::lint::sweeping::{full_admins, is_full_admin, roles, sweeping};
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::{FieldId, Object, ObjectId, RightId, RoleId};
use crate::risk::Class;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ALL_ACTIONS_ON_SENSITIVE, Group::LeastPrivilege) };

/// Actions that an object has before all of them are many.
const ACTIONS: usize = 4;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let admins = full_admins(cx);
    let is_admin = is_full_admin(cx, &admins);
    let mut told: BTreeSet<(RoleId, ObjectId)> = BTreeSet::new();
    for (role, rights) in roles(cx) {
        let Some(of) = cx.model.roles.get(role.index()).filter(|_| !is_admin(role)) else { continue };
        for (id, object) in whole(cx, &rights) {
            let inherited = of.parents.iter().any(|parent| told.contains(&(*parent, id)));
            let labelled: Vec<FieldId> = object.fields().filter(|field| cx.risks.is_labelled(*field)).collect();
            let Some(shown) = all(cx, role, object, &labelled).filter(|_| !inherited) else {
                if inherited {
                    told.insert((role, id));
                }
                continue;
            };
            told.insert((role, id));
            let (name, what) = (cx.model.role_name(role), cx.model.object_name(id));
            let args =
                [("role", name.into()), ("object", what.into()), ("fields", shown::fields(cx.model, &labelled).into())];
            let line = shown.last().and_then(|given| cx.model.rules.get(given.line.index()));
            let place = line.map_or(of.origin.span, |rule| rule.origin.span);
            let here = text::ALL_ACTIONS_HERE.plain();
            let one = Diagnostic::warning(&ALL_ACTIONS_ON_SENSITIVE, text::ALL_ACTIONS.with(args), place, here);
            let shown = shown.into_iter().filter_map(|given| given.witness);
            out.push(one.about([name, what]).witness(shown).help(text::ALL_ACTIONS_HELP.plain()));
        }
    }
}

/// Objects with labelled fields, all rights of which are among these.
fn whole<'a>(cx: &Context<'a>, rights: &Rc<[RightId]>) -> Vec<(ObjectId, &'a Object)> {
    let mut counts: BTreeMap<ObjectId, usize> = BTreeMap::new();
    for right in rights.iter().filter_map(|right| cx.model.rights.get(right.index())) {
        *counts.entry(right.object).or_insert(0) += 1;
    }
    let objects = counts.into_iter().filter_map(|(id, count)| {
        let object = cx.model.objects.get(id.index())?;
        (count >= ACTIONS && count == object.rights().count()).then_some((id, object))
    });
    objects.filter(|(_, object)| object.fields().any(|field| cx.risks.is_labelled(field))).collect()
}

/// What lets the role do everything on every record, and read every labelled field.
fn all(cx: &Context<'_>, role: RoleId, object: &Object, labelled: &[FieldId]) -> Option<Vec<Given>> {
    let reads = object.rights().find(|right| cx.risks.class(*right) == Class::Read)?;
    let given = sweeping(cx, role, object.rights())?;
    let seen = labelled.iter().map(|field| cx.access.unhindered(role, reads, Some(*field), &is_unlimited));
    let seen: Option<Vec<Given>> = seen.collect();
    Some(given.into_iter().map(|(_, given)| given).chain(seen?).collect())
}
