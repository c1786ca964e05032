//! [`Use`]: rights in use that some rule objects to, each told where it arises.

use super::Context;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::facts::{Given, Pick};
use crate::message::{Arg, Message, Text, rights as text};
use crate::model::{FieldId, Origin, RightId, RoleId};
use crate::source::Span;
use crate::words;
use std::collections::BTreeMap;

/// Rights that whoever holds a role can use through one statement, and whoever holds just a role that it inherits cannot.
pub(super) struct Use {
    /// The role in which they arise.
    pub(super) role: RoleId,
    /// Sorted.
    pub(super) rights: Vec<RightId>,
    /// The statement, which may be that of another role.
    pub(super) line: Origin,
    pub(super) given: Given,
}

/// Where these rights (or a field under them) come into use through allows that `pick` wants, one for each role and
/// statement.
pub(super) fn uses(
    cx: &Context<'_>,
    rights: impl IntoIterator<Item = (RightId, Option<FieldId>)>,
    pick: Pick<'_>,
) -> Vec<Use> {
    let mut found: BTreeMap<(RoleId, Span), Use> = BTreeMap::new();
    for (right, field) in rights {
        for (role, given) in cx.access.arising(right, field, pick) {
            let Some(line) = cx.model.rules.get(given.line.index()).map(|rule| rule.origin) else { continue };
            let entry = found.entry((role, line.span));
            let of = entry.or_insert_with(|| Use { role, rights: Vec::new(), line, given });
            if !of.rights.contains(&right) {
                of.rights.push(right);
            }
        }
    }
    let mut found: Vec<Use> = found.into_values().collect();
    found.iter_mut().for_each(|one| one.rights.sort_unstable());
    found
}

impl Use {
    /// `role` and `rights`, for a message.
    pub(super) fn args(&self, cx: &Context<'_>) -> [(&'static str, Arg); 2] {
        [("role", cx.model.role_name(self.role).into()), ("rights", words::rights(cx.model, &self.rights).into())]
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
        let about: Vec<String> = std::iter::once(model.role_name(self.role).to_owned()).chain(names).collect();
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
