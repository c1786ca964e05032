//! `ownership-transfer`: a role may set to whom records belong that are neither its own nor nobody's.
//!
//! Known by what the right `changes`, whatever its name. Whoever hands records over decides who sees them from then on.

use crate::diagnostic::codes::crm::OWNERSHIP_TRANSFER;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::takes_own;
use crate::lint::given::uses;
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::{FieldId, Model, RecordUnit, Right, Rule};
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&OWNERSHIP_TRANSFER, Group::Crm) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let setters = cx.rights().filter(|(_, right)| !right.general);
    let asked = setters.filter_map(|(id, right)| Some((id, Some(belonging(model, right)?))));
    let beyond = |rule: &Rule| !takes_own(model, rule);
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

/// What a right sets of to whom a record belongs: the owner, else the unit, else the team.
fn belonging(model: &Model, right: &Right) -> Option<FieldId> {
    let object = model.objects.get(right.object.index())?;
    let unit = if let Some(RecordUnit::Field(unit)) = object.unit { Some(unit) } else { None };
    [object.owner, unit, object.team].into_iter().flatten().find(|field| right.changes.contains(field))
}
