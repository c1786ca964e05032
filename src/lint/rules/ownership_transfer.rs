//! `ownership-transfer`: a role may set to whom records belong beyond its own unit and the units below it.
//!
//! Known by what the right `changes`, whatever its name. Whoever hands records over decides who sees them from then on.

use crate::diagnostic::codes::crm::OWNERSHIP_TRANSFER;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::uses;
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::{FieldId, Model, RecordUnit, Right, Rule, ScopeTerm};
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&OWNERSHIP_TRANSFER, Group::Crm) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let setters = cx.rights().filter(|(_, right)| !right.general);
    let asked = setters.filter_map(|(id, right)| Some((id, Some(belonging(model, right)?))));
    let beyond = |rule: &Rule| reaches_far(model, rule);
    for found in uses(cx, asked, &beyond) {
        let message = text::OWNERSHIP_TRANSFER.with(found.args(cx));
        let mut one = found.report(cx, &OWNERSHIP_TRANSFER, Severity::Info, message, &text::OWNERSHIP_TRANSFER_HERE);
        if let Some(rule) = model.rules.get(found.given.line.index()) {
            one.primary.message =
                text::OWNERSHIP_TRANSFER_HERE.with([("scope", words::scope(model, rule.scope).into())]);
        }
        out.push(one.help(text::OWNERSHIP_TRANSFER_HELP.plain()));
    }
}

/// Beyond the own unit and those below it; of somebody outside, beyond their own records.
fn reaches_far(model: &Model, rule: &Rule) -> bool {
    let Some(scope) = model.scopes.get(rule.scope.index()) else { return true };
    let external = model.roles.get(rule.role.index()).is_some_and(|role| role.external);
    scope.outside
        || scope.terms.iter().any(|term| match term {
            ScopeTerm::All | ScopeTerm::Unit(_) | ScopeTerm::UnitAndBelow(_) => true,
            ScopeTerm::Team | ScopeTerm::Shared => external,
            ScopeTerm::Own
            | ScopeTerm::NoOwner
            | ScopeTerm::Reports
            | ScopeTerm::MyUnit
            | ScopeTerm::MyUnitAndBelow => false,
        })
}

/// What a right sets of to whom a record belongs: the owner, else the unit, else the team.
fn belonging(model: &Model, right: &Right) -> Option<FieldId> {
    let object = model.objects.get(right.object.index())?;
    let unit = if let Some(RecordUnit::Field(unit)) = object.unit { Some(unit) } else { None };
    [object.owner, unit, object.team].into_iter().flatten().find(|field| right.changes.contains(field))
}
