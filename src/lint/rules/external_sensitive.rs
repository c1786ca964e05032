//! `external-sensitive`: an external role has a sensitive right, or reads labelled fields of records of others.
//!
//! A note where the labelled fields are those of their own records, of their team's, or of what is shared with them.

use crate::diagnostic::codes::privilege::EXTERNAL_SENSITIVE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, external_uses, gathered};
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::{FieldId, Model, RightId, RoleId, Rule, ScopeTerm};
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&EXTERNAL_SENSITIVE, Group::LeastPrivilege) };

const RIGHTS: Words = Words {
    message: &text::EXTERNAL_SENSITIVE,
    here: &text::EXTERNAL_SENSITIVE_HERE,
    help: &text::EXTERNAL_SENSITIVE_HELP,
};
const FIELDS: Words =
    Words { message: &text::EXTERNAL_READS, here: &text::EXTERNAL_READS_HERE, help: &text::EXTERNAL_SENSITIVE_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for found in external_uses(cx, |right| cx.risks.is_sensitive(right)) {
        out.push(found.tell(cx, &EXTERNAL_SENSITIVE, Severity::Warning, &RIGHTS));
    }
    for (index, role) in cx.model.roles.iter().enumerate().filter(|(_, role)| role.external) {
        let id = RoleId::from_index(index);
        let external = |parent: &&RoleId| cx.model.roles.get(parent.index()).is_some_and(|role| role.external);
        let parents: Vec<RoleId> = role.parents.iter().filter(external).copied().collect();
        let beyond = |rule: &Rule| !is_theirs(cx.model, rule);
        let found = gathered(cx, labelled(cx, id), |right, field| {
            let reads = |role| {
                let wide = cx.access.given(role, right, field, &beyond);
                wide.or_else(|| cx.access.given(role, right, field, &|_| true))
            };
            let inherited = parents.iter().any(|parent| reads(*parent).is_some());
            reads(id).filter(|_| !inherited).map(|given| (id, given)).into_iter().collect()
        });
        for found in found {
            let line = cx.model.rules.get(found.given.line.index());
            let severity = if line.is_some_and(beyond) { Severity::Warning } else { Severity::Info };
            out.push(found.tell(cx, &EXTERNAL_SENSITIVE, severity, &FIELDS));
        }
    }
}

/// Labelled fields of what a role may read.
fn labelled(cx: &Context<'_>, role: RoleId) -> Vec<(RightId, Option<FieldId>)> {
    let rights = cx.access.rights(role);
    let reads = rights.iter().filter(|right| cx.risks.class(**right) == Class::Read);
    let fields = reads.flat_map(|right| {
        let of = cx.model.rights.get(right.index()).and_then(|r| cx.model.objects.get(r.object.index()));
        of.into_iter().flat_map(|object| object.fields()).map(|field| (*right, field))
    });
    fields.filter(|(_, field)| cx.risks.is_labelled(*field)).map(|(right, field)| (right, Some(field))).collect()
}

/// Whether an allow reaches only what is the asker's, their team's, or shared with them.
fn is_theirs(model: &Model, rule: &Rule) -> bool {
    let near = |term: &ScopeTerm| matches!(term, ScopeTerm::Own | ScopeTerm::Team | ScopeTerm::Shared);
    model.scopes.get(rule.scope.index()).is_some_and(|scope| !scope.outside && scope.terms.iter().all(near))
}
