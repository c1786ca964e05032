//! [`Use`]: rights in use that some rule objects to, each told where it arises.

use super::Context;
use super::holders::Holder;
use super::shown::{fields, rights};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::facts::{Given, Pick};
use crate::message::{Arg, Message, Text, rights as text};
use crate::model::{ConditionId, FieldId, Model, Origin, RightId, RoleId, Rule, ScopeId};
use crate::risk::Class;
use crate::source::Span;
use crate::words;
use std::collections::BTreeMap;

/// Rights that whoever holds a role can use through one statement, and whoever holds just a role that it inherits cannot.
pub(super) struct Use {
    /// The role in which they arise.
    pub(super) role: RoleId,
    /// Sorted.
    pub(super) rights: Vec<RightId>,
    /// The fields asked about, sorted; none where it is about records.
    pub(super) fields: Vec<FieldId>,
    /// The statement, which may be that of another role.
    pub(super) line: Origin,
    pub(super) given: Given,
}

/// What a finding says: at the top, at the statement, and to whoever mends it.
pub(super) struct Words {
    pub(super) message: &'static Text,
    pub(super) here: &'static Text,
    pub(super) help: &'static Text,
}

/// Where these rights (or a field under them) come into use through allows that `pick` wants, one for each role and
/// statement.
pub(super) fn uses(
    cx: &Context<'_>,
    rights: impl IntoIterator<Item = (RightId, Option<FieldId>)>,
    pick: Pick<'_>,
) -> Vec<Use> {
    gathered(cx, rights, |right, field| cx.access.arising(right, field, pick))
}

/// Where these rights (or a field under them) come into use on every record, without a condition, and nothing stops them.
pub(super) fn unlimited(cx: &Context<'_>, rights: impl IntoIterator<Item = (RightId, Option<FieldId>)>) -> Vec<Use> {
    gathered(cx, rights, |right, field| cx.access.arising_unhindered(right, field, &is_unlimited))
}

/// Where external roles can use rights that are `wanted`, one for each role and statement.
pub(super) fn external_uses(cx: &Context<'_>, wanted: impl Fn(RightId) -> bool) -> Vec<Use> {
    let is_external = |role: &RoleId| cx.model.roles.get(role.index()).is_some_and(|role| role.external);
    let roles = (0..cx.model.roles.len()).map(RoleId::from_index).filter(is_external);
    let mut found = Vec::new();
    for role in roles {
        let parents = cx.model.roles.get(role.index()).map_or(&[] as &[_], |r| r.parents.as_slice());
        let own = |right: &RightId| {
            wanted(*right) && !parents.iter().any(|parent| is_external(parent) && cx.access.can(*parent, *right))
        };
        let rights: Vec<RightId> = cx.access.rights(role).iter().copied().filter(own).collect();
        let given = |right, field| cx.access.given(role, right, field, &|_| true).map(|given| (role, given));
        let rights = rights.into_iter().map(|right| (right, None));
        found.extend(gathered(cx, rights, |right, field| given(right, field).into_iter().collect()));
    }
    found
}

/// Every record, without a condition.
pub(super) fn is_unlimited(rule: &Rule) -> bool {
    rule.scope == ScopeId::ALL && rule.condition == ConditionId::TRUE
}

/// Whether something says to whom records of an object belong, so that a right on them can be narrowed.
pub(super) fn can_be_narrowed(model: &Model, right: RightId) -> bool {
    let of = model.rights.get(right.index());
    of.and_then(|right| model.objects.get(right.object.index()))
        .is_some_and(|object| object.owner.is_some() || object.unit.is_some() || object.team.is_some())
}

pub(super) fn gathered(
    cx: &Context<'_>,
    rights: impl IntoIterator<Item = (RightId, Option<FieldId>)>,
    arising: impl Fn(RightId, Option<FieldId>) -> Vec<(RoleId, Given)>,
) -> Vec<Use> {
    let mut found: BTreeMap<(RoleId, Span), Use> = BTreeMap::new();
    for (right, field) in rights {
        for (role, given) in arising(right, field) {
            let Some(line) = cx.model.rules.get(given.line.index()).map(|rule| rule.origin) else { continue };
            let entry = found.entry((role, line.span));
            let of = entry.or_insert_with(|| Use { role, rights: Vec::new(), fields: Vec::new(), line, given });
            if !of.rights.contains(&right) {
                of.rights.push(right);
            }
            if let Some(field) = field.filter(|field| !of.fields.contains(field)) {
                of.fields.push(field);
            }
        }
    }
    let mut found: Vec<Use> = found.into_values().collect();
    for one in &mut found {
        one.rights.sort_unstable();
        one.fields.sort_unstable();
    }
    found
}

impl Use {
    /// `role`, `rights` and `fields`, for a message.
    pub(super) fn args(&self, cx: &Context<'_>) -> [(&'static str, Arg); 3] {
        let role = cx.model.role_name(self.role).into();
        [
            ("role", role),
            ("rights", rights(cx.model, &self.rights).into()),
            ("fields", fields(cx.model, &self.fields).into()),
        ]
    }

    /// The diagnostic in these words.
    pub(super) fn tell(&self, cx: &Context<'_>, code: &'static Code, severity: Severity, words: &Words) -> Diagnostic {
        let message = words.message.with(self.args(cx));
        self.report(cx, code, severity, message, words.here).help(words.help.plain())
    }

    /// A diagnostic at the statement, with the way from the role to it and the request that shows it.
    pub(super) fn report(
        &self,
        cx: &Context<'_>,
        code: &'static Code,
        severity: Severity,
        message: Message,
        here: &'static Text,
    ) -> Diagnostic {
        let model = cx.model;
        let names = self.rights.iter().map(|right| words::rights(model, &[*right]));
        let fields = self.fields.iter().map(|field| model.field_name(*field).to_owned());
        let about = std::iter::once(model.role_name(self.role).to_owned()).chain(names).chain(fields);
        let about: Vec<String> = about.collect();
        let mut found =
            Diagnostic { severity, ..Diagnostic::warning(code, message, self.line.span, here.plain()) }.about(about);
        let writer = model.rules.get(self.given.line.index()).map(|rule| rule.role);
        if let Some(writer) = writer.filter(|writer| *writer != self.role) {
            let place = model.roles.get(self.role.index()).map(|role| role.origin.span);
            if let Some(place) = place {
                found = found.and(place, text::ARISES_HERE.with([("role", model.role_name(self.role).into())]));
            }
            found = found.steps(cx.path(self.role, writer));
        }
        found.witness(self.given.witness.clone())
    }
}

/// The rights on the same object that are wanted, other ones.
pub(super) fn of_object(cx: &Context<'_>, right: RightId, wanted: impl Fn(RightId) -> bool) -> Vec<RightId> {
    let of = cx.model.rights.get(right.index()).and_then(|right| cx.model.objects.get(right.object.index()));
    of.into_iter().flat_map(|object| object.rights()).filter(|id| *id != right && wanted(*id)).collect()
}

/// Whether whoever holds just the role has none of these rights, and somebody who holds it has none through other roles
/// either.
pub(super) fn lacks(cx: &Context<'_>, role: RoleId, rights: &[RightId]) -> bool {
    let has = |known: &[RightId]| rights.iter().any(|right| known.binary_search(right).is_ok());
    if has(&cx.access.rights(role)) {
        return false;
    }
    let holds = |holder: &&Holder| holder.seats.iter().any(|seat| cx.inherits(seat.role, role));
    let mut holders = cx.holders.iter().filter(holds).peekable();
    holders.peek().is_none()
        || holders.any(|holder| match holder.user {
            Some(user) => !has(&cx.access.person_rights(user)),
            None => !holder.seats.iter().any(|seat| has(&cx.access.rights(seat.role))),
        })
}

/// Rights of some class in use whose holders may not read what they are about.
pub(super) fn without_read(
    cx: &Context<'_>,
    wanted: impl Fn(Class) -> bool,
    code: &'static Code,
    words: &Words,
) -> Vec<Diagnostic> {
    let rights = cx.rights().filter(|(id, _)| wanted(cx.risks.class(*id)));
    let mut told = Vec::new();
    for mut found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        let role = found.role;
        found.rights.retain(|right| {
            let reads = of_object(cx, *right, |id| cx.risks.class(id) == Class::Read);
            !reads.is_empty() && lacks(cx, role, &reads)
        });
        if !found.rights.is_empty() {
            told.push(found.tell(cx, code, Severity::Warning, words));
        }
    }
    told
}
