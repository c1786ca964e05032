//! `cancel …`: which denies and masks of another role are meant (rule 6, D2).
//!
//! Runs when all roles have their rules. Whether the writer is inherited at all is for the analysis.

use super::context::{Cx, Site};
use super::rules::mask_parts;
use super::target::{Part, Taking};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::rules as codes;
use crate::message::{Message, Text, rules as text};
use crate::model::{
    Cancel, CancelTarget, Coverage, FieldId, MaskId, Origin, RightId, RoleId, Rule, RuleEffect, RuleId,
};
use crate::source::{Span, Symbol};
use crate::syntax::ast::{self, CancelWhat};
use crate::time::Reading;

/// Resolves one cancel of `role`.
pub(super) fn cancel(cx: &mut Cx<'_>, role: RoleId, site: Site<'_>, span: Span, written: &ast::Cancel) {
    let from = cx.role(site.package, &written.from);
    let window = cx.window(site, &written.window, Reading::Gives);
    let place = from.map(|from| Place { from, span, every: written.every.is_some() });
    let target = match (&written.what, place) {
        (CancelWhat::DenyNamed(name), Some(place)) => denies_named(cx, place, name),
        (CancelWhat::MaskNamed(name), Some(place)) => masks_named(cx, place, name),
        (CancelWhat::Deny(target), place) => {
            let parts = cx.expand(site, target, Taking::All);
            place.and_then(|place| denies_of(cx, place, &parts))
        }
        (CancelWhat::Mask(objects), place) => {
            let parts = cancelled_masks(cx, site, objects, written.every.is_some());
            place.and_then(|place| masks_of(cx, place, &parts))
        }
        (_, None) => None,
    };
    let (Some(from), Some(target)) = (from, target) else { return };
    cx.model.cancels.push(Cancel {
        role,
        from,
        every: written.every.is_some(),
        target,
        window,
        because: written.reason.because.as_ref().map(|because| because.text.clone()),
        origin: site.origin(span),
    });
}

/// Whose rules are cancelled, and where.
#[derive(Clone, Copy)]
struct Place {
    from: RoleId,
    span: Span,
    every: bool,
}

fn own_rules<'c>(cx: &'c Cx<'_>, role: RoleId) -> Vec<(RuleId, &'c Rule)> {
    let Some(found) = cx.model.roles.get(role.index()) else { return Vec::new() };
    let rules = found.rules().filter_map(|id| cx.model.rules.get(id.index()).map(|rule| (id, rule)));
    rules.filter(|(_, rule)| rule.effect == RuleEffect::Deny).collect()
}

fn denies_named(cx: &mut Cx<'_>, place: Place, name: &ast::Name) -> Option<CancelTarget> {
    let rules = own_rules(cx, place.from);
    let named: Vec<_> = rules.iter().filter(|(_, rule)| rule.name == Some(name.symbol)).collect();
    if named.is_empty() {
        let known = rules.iter().filter_map(|(_, rule)| rule.name).collect();
        nothing_named(cx, place, name, &text::WHAT_DENY, known);
        return None;
    }
    let targets = named.iter().map(|(id, rule)| (*id, rule.rights.clone())).collect();
    let places = named.iter().map(|(_, rule)| rule.origin).collect();
    only_one(cx, place, places).then_some(CancelTarget::Denies(targets))
}

fn masks_named(cx: &mut Cx<'_>, place: Place, name: &ast::Name) -> Option<CancelTarget> {
    let masks = own_masks(cx, place.from);
    let named: Vec<&(MaskId, usize)> =
        masks.iter().filter(|(_, at)| cx.model.masks.get(*at).is_some_and(|m| m.name == Some(name.symbol))).collect();
    if named.is_empty() {
        let known = masks.iter().filter_map(|(_, at)| cx.model.masks.get(*at)?.name).collect();
        nothing_named(cx, place, name, &text::WHAT_MASK, known);
        return None;
    }
    let found = named.iter().filter_map(|(id, at)| cx.model.masks.get(*at).map(|mask| (*id, mask)));
    let targets = found.clone().map(|(id, mask)| (id, mask.fields.clone())).collect();
    let places = found.map(|(_, mask)| mask.origin).collect();
    only_one(cx, place, places).then_some(CancelTarget::Masks(targets))
}

fn own_masks(cx: &Cx<'_>, role: RoleId) -> Vec<(MaskId, usize)> {
    let found = cx.model.roles.get(role.index());
    found.into_iter().flat_map(|role| role.masks()).map(|id| (id, id.index())).collect()
}

/// Every right is looked for by itself: each must be denied, and without `every` by one statement.
fn denies_of(cx: &mut Cx<'_>, place: Place, parts: &[Part]) -> Option<CancelTarget> {
    let mut targets: Vec<(RuleId, Vec<RightId>)> = Vec::new();
    let mut good = !parts.is_empty();
    for part in parts {
        for right in &part.rights {
            let rules = own_rules(cx, place.from);
            let hits: Vec<(RuleId, Origin)> = rules
                .iter()
                .filter(|(_, rule)| rule.rights.contains(right) && covers(&rule.coverage, &part.fields))
                .map(|(id, rule)| (*id, rule.origin))
                .collect();
            if hits.is_empty() {
                nothing_of(cx, place, *right, &part.fields);
                good = false;
                continue;
            }
            good &= only_one(cx, place, hits.iter().map(|(_, origin)| *origin).collect());
            for (id, _) in hits {
                match targets.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, rights)) => rights.push(*right),
                    None => targets.push((id, vec![*right])),
                }
            }
        }
    }
    targets.sort_unstable();
    let targets = targets.into_iter().map(|(id, rights)| (id, rights.into_boxed_slice())).collect();
    good.then_some(CancelTarget::Denies(targets))
}

/// Whether a cancel of these fields (none: of the object) names a deny with this coverage. A deny of fields is
/// cancelled whole or not at all.
fn covers(coverage: &Coverage, named: &[FieldId]) -> bool {
    match coverage {
        Coverage::Object { .. } => named.is_empty(),
        Coverage::Fields(fields) => fields.iter().all(|field| named.contains(field)),
    }
}

/// The masks that a cancel names; with `every` a whole object stands for all of its fields.
fn cancelled_masks(cx: &mut Cx<'_>, site: Site<'_>, objects: &[ast::ObjectRef], every: bool) -> Vec<Part> {
    let (whole, some): (Vec<_>, Vec<_>) =
        objects.iter().cloned().partition(|reference| every && reference.fields.is_empty());
    let mut parts = mask_parts(cx, site, &some);
    for reference in whole {
        if let Some(object) = cx.object(site.package, &reference.object) {
            parts.push(Part { object, rights: Vec::new(), fields: Vec::new() });
        }
    }
    parts
}

fn masks_of(cx: &mut Cx<'_>, place: Place, parts: &[Part]) -> Option<CancelTarget> {
    let own = own_masks(cx, place.from);
    let mut targets: Vec<(MaskId, Vec<FieldId>)> = Vec::new();
    let mut good = !parts.is_empty();
    for part in parts {
        if part.fields.is_empty() {
            let before = targets.len();
            for (id, at) in &own {
                if let Some(mask) = cx.model.masks.get(*at).filter(|mask| mask.object == part.object) {
                    targets.push((*id, mask.fields.to_vec()));
                }
            }
            if targets.len() == before {
                let subject = format!("`{}`", cx.model.object_name(part.object));
                nothing(cx, place, &text::WHAT_MASK, subject, None);
                good = false;
            }
            continue;
        }
        for field in &part.fields {
            let hits: Vec<(MaskId, Origin)> = own
                .iter()
                .filter_map(|(id, at)| cx.model.masks.get(*at).map(|mask| (*id, mask)))
                .filter(|(_, mask)| mask.fields.contains(field))
                .map(|(id, mask)| (id, mask.origin))
                .collect();
            if hits.is_empty() {
                let subject = format!("`{} ({})`", cx.model.object_name(part.object), cx.model.field_name(*field));
                let other = writer_of_mask(cx, *field);
                nothing(cx, place, &text::WHAT_MASK, subject, other);
                good = false;
                continue;
            }
            good &= only_one(cx, place, hits.iter().map(|(_, origin)| *origin).collect());
            for (id, _) in hits {
                match targets.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, fields)) => fields.push(*field),
                    None => targets.push((id, vec![*field])),
                }
            }
        }
    }
    targets.sort_unstable();
    targets.dedup();
    let targets = targets.into_iter().map(|(id, fields)| (id, fields.into_boxed_slice())).collect();
    good.then_some(CancelTarget::Masks(targets))
}

/// Whether all the places are one statement; several want `every`.
fn only_one(cx: &mut Cx<'_>, place: Place, mut places: Vec<Origin>) -> bool {
    places.sort_unstable();
    places.dedup();
    if places.len() <= 1 || place.every {
        return true;
    }
    let mut diagnostic = Diagnostic::error(
        &codes::CANCEL_SEVERAL,
        text::CANCEL_SEVERAL.with([("count", places.len().into()), ("role", cx.model.role_name(place.from).into())]),
        place.span,
        text::CANCEL_SEVERAL_HERE.plain(),
    )
    .help(text::CANCEL_SEVERAL_HELP.plain());
    for origin in places.iter().take(5) {
        diagnostic = diagnostic.and(origin.span, text::CANCEL_SEVERAL_THERE.plain());
    }
    cx.out.push(diagnostic);
    false
}

fn nothing_named(cx: &mut Cx<'_>, place: Place, name: &ast::Name, what: &'static Text, mut known: Vec<Symbol>) {
    known.sort_by(|a, b| cx.text(*a).cmp(cx.text(*b)));
    known.dedup();
    let role = cx.model.role_name(place.from).to_owned();
    let diagnostic = Diagnostic::error(
        &codes::CANCEL_NOTHING,
        text::CANCEL_NOTHING.with([("role", role.as_str().into()), ("what", what.plain().into())]),
        name.span,
        text::CANCEL_NO_NAME_HERE.with([
            ("role", role.as_str().into()),
            ("what", what.plain().into()),
            ("name", cx.name(name).into()),
        ]),
    );
    let near = cx.near_symbol(name.symbol, known.iter().copied());
    let diagnostic = match near {
        Some(near) => super::context::suggest(diagnostic, Some(&near)),
        None if known.is_empty() => diagnostic,
        None => {
            diagnostic.help(text::CANCEL_THERE_ARE.with([("role", role.into()), ("names", cx.quoted(known).into())]))
        }
    };
    cx.out.push(diagnostic);
}

fn nothing_of(cx: &mut Cx<'_>, place: Place, right: RightId, fields: &[FieldId]) {
    // A deny of more fields than are named is no such deny, but surely the one that is meant.
    let partly = own_rules(cx, place.from).into_iter().find_map(|(_, rule)| match &rule.coverage {
        Coverage::Fields(own)
            if rule.rights.contains(&right) && own.iter().any(|f| fields.contains(f) || fields.is_empty()) =>
        {
            Some((own.clone(), rule.origin.span))
        }
        Coverage::Fields(_) | Coverage::Object { .. } => None,
    });
    if let Some((own, there)) = partly {
        let names: Vec<String> = own.iter().map(|field| format!("`{}`", cx.model.field_name(*field))).collect();
        let diagnostic = Diagnostic::error(
            &codes::CANCEL_NOTHING,
            text::CANCEL_PART.with([("role", cx.model.role_name(place.from).into())]),
            place.span,
            text::CANCEL_SEVERAL_HERE.plain(),
        )
        .and(there, text::CANCEL_SEVERAL_THERE.plain())
        .help(text::CANCEL_PART_HELP.with([("fields", names.into())]));
        cx.out.push(diagnostic);
        return;
    }
    let subject = cx.right_shown(right);
    let other = writer_of_deny(cx, right);
    nothing(cx, place, &text::WHAT_DENY, subject, other);
}

fn nothing(cx: &mut Cx<'_>, place: Place, what: &'static Text, subject: String, other: Option<RoleId>) {
    let role = || cx.model.role_name(place.from).into();
    let diagnostic = Diagnostic::error(
        &codes::CANCEL_NOTHING,
        text::CANCEL_NOTHING.with([("role", role()), ("what", what.plain().into())]),
        place.span,
        text::CANCEL_NOTHING_HERE.with([("role", role()), ("what", what.plain().into()), ("subject", subject.into())]),
    );
    let help: Option<Message> =
        other.map(|other| text::CANCEL_WRITTEN_IN.with([("role", cx.model.role_name(other).into())]));
    cx.out.push(match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    });
}

/// A role that denies the right, for the message.
fn writer_of_deny(cx: &Cx<'_>, right: RightId) -> Option<RoleId> {
    let denies = |rule: &&Rule| rule.effect == RuleEffect::Deny && rule.rights.contains(&right);
    cx.model.rules.iter().find(denies).map(|rule| rule.role)
}

fn writer_of_mask(cx: &Cx<'_>, field: FieldId) -> Option<RoleId> {
    cx.model.masks.iter().find(|mask| mask.fields.contains(&field)).map(|mask| mask.role)
}
