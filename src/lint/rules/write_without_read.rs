//! `write-without-read`: a role may update fields that it may not read.
//!
//! `including` counts for each action by itself. Writing without reading is allowed and rarely meant.

use crate::analysis::Reached;
use crate::analysis::conflict::included;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::WRITE_WITHOUT_READ;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::{ActsAs, Coverage, FieldId, Model, Object, ObjectId, Origin, RecordUnit, RightId, Rule, RuleEffect};
use crate::risk::Class;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&WRITE_WITHOUT_READ, Group::Correctness) };

/// Effective roles that may be computed for roles that nobody holds.
const LOOKUPS: usize = 20_000;
/// Fields named.
const SHOWN: usize = 6;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<Origin> = BTreeSet::new();
    let mut lookups = LOOKUPS;
    for role in &cx.model.roles {
        let rules = role.rules().filter_map(|id| cx.model.rules.get(id.index()));
        let writes: Vec<&Rule> = rules.filter(|rule| rule.effect == RuleEffect::Allow && updates(cx, rule)).collect();
        let Some(first) = writes.first() else { continue };
        let Some(left) = lookups.checked_sub(1) else {
            cx.complete.set(false);
            return;
        };
        lookups = left;
        let Some(reached) = cx.reached(first.role) else { continue };
        for rule in writes {
            let Some(read) = reading(cx, rule.object) else { continue };
            let unread = unread(cx.model, rule, &reached, read);
            if !unread.is_empty() && seen.insert(rule.origin) {
                out.push(report(cx.model, rule, &unread));
            }
        }
    }
}

fn updates(cx: &Context<'_>, rule: &Rule) -> bool {
    let declared = |r: &RightId| cx.model.rights.get(r.index()).is_some_and(|r| r.acts_as == Some(ActsAs::Update));
    rule.rights.iter().any(|right| declared(right) || cx.risks.class(*right) == Class::Update)
}

/// The action of an object that reads, by its name; without one there is nothing to compare with.
fn reading(cx: &Context<'_>, object: ObjectId) -> Option<RightId> {
    let rights = || cx.model.objects.get(object.index()).into_iter().flat_map(|object| object.rights());
    let named = rights().find(|right| cx.model.action_name(*right) == "read");
    named.or_else(|| rights().find(|right| cx.risks.class(*right) == Class::Read))
}

fn unread(model: &Model, write: &Rule, reached: &Reached, read: RightId) -> Vec<FieldId> {
    let Some(object) = model.objects.get(write.object.index()) else { return Vec::new() };
    let reads: Vec<&Rule> = (reached.allows.iter())
        .filter(|(_, rights)| rights.contains(&read))
        .filter_map(|(id, _)| model.rules.get(id.index()))
        .collect();
    let written = object.fields().filter(|field| covers(model, write, *field) && !is_fixed(object, *field));
    written.filter(|field| !reads.iter().any(|rule| covers(model, rule, *field))).collect()
}

fn covers(model: &Model, rule: &Rule, field: FieldId) -> bool {
    match &rule.coverage {
        Coverage::Object { including } => included(model, including, field),
        Coverage::Fields(fields) => fields.binary_search(&field).is_ok(),
    }
}

/// Owner, unit and team lie outside update.
fn is_fixed(object: &Object, field: FieldId) -> bool {
    object.owner == Some(field) || object.team == Some(field) || object.unit == Some(RecordUnit::Field(field))
}

fn report(model: &Model, rule: &Rule, fields: &[FieldId]) -> Diagnostic {
    let mut names: Vec<&str> = fields.iter().take(SHOWN).map(|f| model.field_name(*f)).collect();
    if fields.len() > SHOWN {
        names.push("…");
    }
    let written = format!("{} ({})", model.object_name(rule.object), names.join(", "));
    let args = [("role", model.role_name(rule.role).into()), ("fields", written.into())];
    let here = text::WRITE_WITHOUT_READ_HERE.plain();
    let all = fields.iter().map(|f| model.field_name(*f));
    Diagnostic::info(&WRITE_WITHOUT_READ, text::WRITE_WITHOUT_READ.with(args), rule.origin.span, here)
        .about([model.role_name(rule.role), model.object_name(rule.object)])
        .about(all)
        .help(text::WRITE_WITHOUT_READ_HELP.plain())
}
