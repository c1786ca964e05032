//! `mask-of-unreadable`: a role masks a field that it may not read on the records it masks.
//!
//! A mask never grants. Where nobody who has the mask may read the field, the line does nothing; where only heirs or
//! other roles of the same person may, it is worth knowing that they are meant.

use crate::analysis::Reached;
use crate::analysis::conflict::{included, scopes_meet};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::MASK_OF_UNREADABLE;
use crate::lint::{Context, Group, Lint};
use crate::message::{Arg, lint as text};
use crate::model::{Coverage, FieldId, Mask, MaskId, Model, Origin, Rule};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { code: &MASK_OF_UNREADABLE, group: Group::Correctness, needs_now: false, check };

/// Effective roles that may be computed for roles that nobody holds.
const LOOKUPS: usize = 20_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<Origin> = BTreeSet::new();
    let mut lookups = LOOKUPS;
    let mut wearers: Option<BTreeMap<MaskId, Vec<usize>>> = None;
    for (index, mask) in cx.model.masks.iter().enumerate() {
        if !cx.reached.contains_key(&mask.role) {
            let Some(left) = lookups.checked_sub(1) else {
                cx.complete.set(false);
                return;
            };
            lookups = left;
        }
        let Some(own) = cx.reached(mask.role) else { continue };
        let unread: Vec<FieldId> =
            mask.fields.iter().copied().filter(|field| !reads(cx.model, &own, mask, *field)).collect();
        if unread.is_empty() || !seen.insert(mask.origin) {
            continue;
        }
        let holders = wearers.get_or_insert_with(|| masked_holders(cx)).get(&MaskId::from_index(index));
        let holders = holders.map_or(&[] as &[usize], Vec::as_slice);
        let dead: Vec<FieldId> =
            unread.iter().copied().filter(|field| !read_elsewhere(cx, holders, mask, *field)).collect();
        out.push(if dead.is_empty() { for_others(cx.model, mask, &unread) } else { report(cx.model, mask, &dead) });
    }
}

fn reads(model: &Model, reached: &Reached, mask: &Mask, field: FieldId) -> bool {
    let allows = reached.allows.iter().filter_map(|(id, _)| model.rules.get(id.index()));
    allows.filter(|rule| rule.object == mask.object).any(|rule| covers(model, rule, mask, field))
}

fn covers(model: &Model, rule: &Rule, mask: &Mask, field: FieldId) -> bool {
    let covered = match &rule.coverage {
        Coverage::Object { including } => included(model, including, field),
        Coverage::Fields(fields) => fields.binary_search(&field).is_ok(),
    };
    covered && scopes_meet(model, rule.scope, mask.scope)
}

/// By mask, the positions of the holders whom it reaches.
fn masked_holders(cx: &Context<'_>) -> BTreeMap<MaskId, Vec<usize>> {
    let mut found: BTreeMap<MaskId, Vec<usize>> = BTreeMap::new();
    for (at, holder) in cx.holders.iter().enumerate() {
        for reached in holder.seats.iter().filter_map(|seat| cx.reached.get(&seat.role)) {
            for (mask, _) in &reached.masks {
                found.entry(*mask).or_default().push(at);
            }
        }
    }
    found
}

/// Whether somebody whom the mask reaches may read the field through another role.
fn read_elsewhere(cx: &Context<'_>, holders: &[usize], mask: &Mask, field: FieldId) -> bool {
    let mut seats = holders.iter().filter_map(|at| cx.holders.get(*at)).flat_map(|holder| &holder.seats);
    seats.any(|seat| cx.reached.get(&seat.role).is_some_and(|reached| reads(cx.model, reached, mask, field)))
}

/// Fields that nobody reads.
fn report(model: &Model, mask: &Mask, fields: &[FieldId]) -> Diagnostic {
    let all = fields.len() == mask.fields.len();
    let here = if all { &text::MASK_OF_UNREADABLE_HERE } else { &text::MASK_OF_UNREADABLE_PART };
    let message = text::MASK_OF_UNREADABLE.with(names(model, mask, fields));
    Diagnostic::warning(&MASK_OF_UNREADABLE, message, mask.origin.span, here.plain())
        .about(about(model, mask, fields))
        .help(text::MASK_OF_UNREADABLE_HELP.plain())
}

/// Fields that only others read.
fn for_others(model: &Model, mask: &Mask, fields: &[FieldId]) -> Diagnostic {
    let message = text::MASK_FOR_OTHERS.with(names(model, mask, fields));
    Diagnostic::info(&MASK_OF_UNREADABLE, message, mask.origin.span, text::MASK_FOR_OTHERS_HERE.plain())
        .about(about(model, mask, fields))
        .help(text::MASK_FOR_OTHERS_HELP.plain())
}

fn names(model: &Model, mask: &Mask, fields: &[FieldId]) -> [(&'static str, Arg); 2] {
    let [role, fields] = about(model, mask, fields);
    [("role", role.into()), ("fields", fields.into())]
}

fn about(model: &Model, mask: &Mask, fields: &[FieldId]) -> [String; 2] {
    let names: Vec<&str> = fields.iter().map(|f| model.field_name(*f)).collect();
    let written = format!("{} ({})", model.object_name(mask.object), names.join(", "));
    [model.role_name(mask.role).to_owned(), written]
}
