//! `adds-nothing`: a role decides just as one of the roles that it inherits.
//!
//! Whatever it adds the parent gives already, whatever it takes nobody had, or it says nothing at all. Where all of it is
//! lines that are told one by one, they are not told again. A role that something speaks of by name has that purpose and
//! is left alone.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hierarchy::ADDS_NOTHING;
use crate::exact::index::has;
use crate::lint::named::named;
use crate::lint::{Context, Group, Lint};
use crate::message::hierarchy as text;
use crate::model::RoleId;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ADDS_NOTHING, Group::Hierarchy) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let named = named(cx.model);
    for group in &cx.compare().equal {
        for role in group.iter().copied().filter(|role| !has(&named, *role)) {
            out.extend(report(cx, role, group));
        }
    }
}

fn report(cx: &Context<'_>, id: RoleId, group: &[RoleId]) -> Option<Diagnostic> {
    let model = cx.model;
    let role = model.roles.get(id.index()).filter(|role| role.template.is_none())?;
    let facts = cx.facts();
    let rules = || role.rules().filter_map(|id| Some((id, model.rules.get(id.index())?)));
    let told = rules().all(|(id, rule)| rule.rights.iter().all(|right| facts.rules.contains_key(&(id, *right))))
        && role.masks().all(|id| facts.masks.contains_key(&id));
    let lines = role.rules.len() + role.masks.len();
    if lines > 0 && told && role.without.is_empty() && role.cancels.is_empty() && role.active.is_empty() {
        return None;
    }
    let (parent, origin) =
        role.parents.iter().zip(&role.parent_origins).find(|(p, _)| group.binary_search(p).is_ok())?;
    let args = [("role", model.role_name(id).into()), ("parent", model.role_name(*parent).into())];
    let found = Diagnostic::info(
        &ADDS_NOTHING,
        text::ADDS_NOTHING.with(args),
        role.origin.span,
        text::ADDS_NOTHING_HERE.plain(),
    );
    let right = cx.access.rights(id).first().copied();
    let shown = [*parent, id].into_iter().filter_map(|role| cx.access.given(role, right?, None, &|_| true)?.witness);
    let names = [("parent", model.role_name(*parent).into())];
    Some(
        found
            .and(origin.span, text::ADDS_NOTHING_THERE.with(names.clone()))
            .about([model.role_name(id), model.role_name(*parent)])
            .help(text::ADDS_NOTHING_HELP.with(names))
            .witness(shown),
    )
}
