//! Allow, deny and mask: clauses, scopes, fields, and one rule of the model for each object.

use super::context::{Cx, Site};
use super::record::Conditions;
use super::target::{Part, Taking, is_wildcard};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::rules as codes;
use crate::message::rules as text;
use crate::model::{
    ActsAs, Coverage, FieldId, LabelId, Mask, Object, ObjectId, RecordUnit, RightId, RoleId, Rule, RuleEffect, ScopeId,
};
use crate::source::Span;
use crate::syntax::ast::{self, Effect, ObjectList};
use crate::time::Reading;

/// Where rules are written.
#[derive(Debug)]
pub(super) struct Writer<'s> {
    pub(super) role: RoleId,
    pub(super) site: Site<'s>,
    /// Used for one statement after the other.
    pub(super) parts: Vec<Part>,
}

impl Writer<'_> {
    /// `allow …` or `deny …`
    pub(super) fn rule(&mut self, cx: &mut Cx<'_>, span: Span, rule: &ast::Rule) {
        let site = self.site;
        let allow = rule.effect == Effect::Allow;
        let clauses = check_clauses(cx, rule);
        let including: Vec<LabelId> = cx.label_ids(site.package, &rule.including);
        let taking = if allow { Taking::Allow } else { Taking::All };
        let mut parts = std::mem::take(&mut self.parts);
        cx.expand_into(site, &rule.target, taking, &mut parts);
        let scope = cx.scope(site, &rule.within, &rule.outside);
        let reading = if allow { Reading::Gives } else { Reading::Takes };
        let window = cx.window(site, &rule.window, reading);
        let written = if rule.outside.is_empty() { &rule.within } else { &rule.outside };
        let fits = fit_scope(cx, rule, &mut parts, scope);
        let every = matches!(rule.target.objects, ast::ObjectList::Every { .. });
        let declared = written.is_empty() || (fits && cx.check_scope(written, &parts, every));
        let guarded = allow && guarded_fields(cx, rule, &parts);
        let conditions = cx.conditions(site, rule.when.as_deref(), &parts);
        if let (Some(scope), true, true, false) = (scope, fits && clauses, declared, guarded) {
            let wildcard = is_wildcard(&rule.target);
            for (position, part) in parts.drain(..).enumerate() {
                let Some(condition) = conditions.get(position) else { continue };
                let coverage = if part.fields.is_empty() {
                    Coverage::Object { including: including.as_slice().into() }
                } else {
                    Coverage::Fields(part.fields.into_boxed_slice())
                };
                cx.model.rules.push(Rule {
                    role: self.role,
                    effect: if allow { RuleEffect::Allow } else { RuleEffect::Deny },
                    object: part.object,
                    rights: part.rights.into_boxed_slice(),
                    coverage,
                    scope,
                    condition,
                    window,
                    name: rule.named.map(|name| name.symbol),
                    wildcard,
                    origin: site.origin(span),
                });
            }
        }
        self.parts = parts;
    }

    /// `mask Customer (phone) …`
    pub(super) fn mask(&mut self, cx: &mut Cx<'_>, span: Span, mask: &ast::Mask) {
        let site = self.site;
        let mut parts = mask_parts(cx, site, &mask.objects);
        if !parts.is_empty() && !cx.may_take(parts.len(), span) {
            parts.clear();
        }
        let scope = cx.scope(site, &mask.within, &mask.outside);
        let window = cx.window(site, &mask.window, Reading::Takes);
        let written = if mask.outside.is_empty() { &mask.within } else { &mask.outside };
        let declared = cx.check_scope(written, &parts, false);
        let conditions: Conditions = cx.conditions(site, mask.when.as_deref(), &parts);
        let (Some(scope), true) = (scope, declared) else { return };
        for (position, part) in parts.into_iter().enumerate() {
            let Some(condition) = conditions.get(position) else { continue };
            cx.model.masks.push(Mask {
                role: self.role,
                object: part.object,
                fields: part.fields.into_boxed_slice(),
                scope,
                condition,
                window,
                name: mask.named.map(|name| name.symbol),
                origin: site.origin(span),
            });
        }
    }
}

/// The fields of a mask, by object; its parts have no rights, since a mask covers all that carry values. A mask without
/// fields was reported by the parser.
pub(super) fn mask_parts(cx: &mut Cx<'_>, site: Site<'_>, objects: &[ast::ObjectRef]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(objects.len());
    for reference in objects {
        let Some(object) = cx.object(site.package, &reference.object) else { continue };
        let fields = cx.field_ids(object, &reference.fields);
        if fields.is_empty() {
            continue;
        }
        match parts.iter_mut().find(|part| part.object == object) {
            Some(part) => {
                part.fields.extend(fields);
                part.fields.sort_unstable();
                part.fields.dedup();
            }
            None => parts.push(Part { object, rights: Vec::new(), fields }),
        }
    }
    parts
}

/// Clauses that a rule of this kind cannot have.
fn check_clauses(cx: &mut Cx<'_>, rule: &ast::Rule) -> bool {
    // Those that no rule of its kind can have, the parser reports.
    if rule.effect == Effect::Deny {
        return true;
    }
    let (Some(first), ObjectList::Named(refs)) = (rule.including.first(), &rule.target.objects) else { return true };
    if refs.iter().all(|reference| reference.fields.is_empty()) {
        return true;
    }
    cx.out.push(
        Diagnostic::error(
            &codes::MISPLACED_CLAUSE,
            text::INCLUDING_WITH_FIELDS.plain(),
            first.span,
            text::WITHIN_AND_OUTSIDE_HERE.plain(),
        )
        .help(text::INCLUDING_WITH_FIELDS_HELP.plain()),
    );
    false
}

/// Rule 9 on what the rule takes in: a scope for records and none for general rights, of which the wildcard of an allow
/// takes in those that its scope allows.
fn fit_scope(cx: &mut Cx<'_>, rule: &ast::Rule, parts: &mut Vec<Part>, scope: Option<ScopeId>) -> bool {
    let wildcard = is_wildcard(&rule.target);
    let scopes = if rule.outside.is_empty() { &rule.within } else { &rule.outside };
    let (Some(first), Some(last)) = (scopes.first(), scopes.last()) else {
        return rule.effect == Effect::Deny || without_scope(cx, rule, parts, wildcard);
    };
    let general = |cx: &Cx<'_>, part: &Part| part.rights.iter().any(|right| cx.is_general(*right));
    if !wildcard {
        let named: Vec<String> = rights_shown(cx, parts, true);
        if named.is_empty() {
            return true;
        }
        let n = || named.len().into();
        cx.out.push(
            Diagnostic::error(
                &codes::SCOPE_ON_GENERAL,
                text::SCOPE_ON_GENERAL.with([("rights", named.clone().into()), ("n", n())]),
                first.span.join(last.span),
                text::SCOPE_ON_GENERAL_HERE.with([("n", n())]),
            )
            .help(text::SCOPE_ON_GENERAL_HELP.with([("n", n())])),
        );
        return false;
    }
    // A deny takes in everything: for a general action its scope is tested on the record that is proposed.
    if rule.effect == Effect::Deny {
        return true;
    }
    if scope.is_none_or(|scope| scope == ScopeId::ALL) || !parts.iter().any(|part| general(cx, part)) {
        return true;
    }
    for part in parts.iter_mut() {
        part.rights.retain(|right| !cx.is_general(*right));
    }
    parts.retain(|part| !part.rights.is_empty());
    if parts.is_empty() {
        cx.takes_nothing(&rule.target, &text::WILDCARD_GENERAL_HERE, Some(&text::WILDCARD_GENERAL_HELP));
    }
    !parts.is_empty()
}

/// An allow without scope: right for general actions that are named, and for nothing else.
fn without_scope(cx: &mut Cx<'_>, rule: &ast::Rule, parts: &[Part], wildcard: bool) -> bool {
    let on_records = rights_shown(cx, parts, false);
    if on_records.is_empty() {
        if wildcard && !parts.is_empty() {
            cx.takes_nothing(&rule.target, &text::WILDCARD_GENERAL_HERE, Some(&text::WILDCARD_GENERAL_HELP));
        }
        return !wildcard;
    }
    // An `outside` in its place was reported already.
    if rule.outside.is_empty() {
        let shown = if on_records.len() > 4 {
            on_records.iter().take(4).cloned().chain(["…".to_owned()]).collect()
        } else {
            on_records.clone()
        };
        let choices: Vec<String> =
            scope_choices(cx, parts).into_iter().map(|choice| format!("`within {choice}`")).collect();
        cx.out.push(
            Diagnostic::error(
                &codes::SCOPE_MISSING,
                text::SCOPE_MISSING.plain(),
                rule.target.span,
                text::SCOPE_MISSING_HERE.with([("rights", shown.into()), ("n", on_records.len().into())]),
            )
            .help(text::SCOPE_CHOICES.with([("scopes", choices.into())])),
        );
    }
    false
}

fn rights_shown(cx: &Cx<'_>, parts: &[Part], general: bool) -> Vec<String> {
    let rights = parts.iter().flat_map(|part| part.rights.iter().copied());
    rights.filter(|right| cx.is_general(*right) == general).map(|right| cx.right_shown(right)).collect()
}

/// The scopes that all these objects can have.
fn scope_choices(cx: &Cx<'_>, parts: &[Part]) -> Vec<&'static str> {
    let all =
        |has: fn(&Object) -> bool| parts.iter().all(|part| cx.model.objects.get(part.object.index()).is_some_and(has));
    let owner = all(|object| object.owner.is_some());
    let unit = all(|object| object.unit.is_some());
    let mut choices = Vec::new();
    if owner {
        choices.push("own");
    }
    if all(|object| object.team.is_some()) {
        choices.push("team");
    }
    if owner {
        choices.push("reports");
    }
    if unit {
        choices.extend(["my unit", "my unit and below"]);
    }
    if all(|object| !object.shared.is_empty()) {
        choices.push("shared");
    }
    if owner {
        choices.push("no owner");
    }
    if unit {
        choices.extend(["unit U", "unit U and below"]);
    }
    choices.push("all");
    choices
}

/// Owner, unit and team fields that are named in an allow of a right that acts as update and does not change them
/// (rule 11). Reports each and says whether there was one.
fn guarded_fields(cx: &mut Cx<'_>, rule: &ast::Rule, parts: &[Part]) -> bool {
    let mut found = false;
    for part in parts.iter().filter(|part| !part.fields.is_empty()) {
        let guarded = guarded(cx, part.object);
        for field in part.fields.iter().filter(|field| guarded.contains(field)) {
            let updates = |right: &&RightId| {
                let right = cx.model.rights.get(right.index());
                right.is_some_and(|r| r.acts_as == Some(ActsAs::Update) && !r.changes.contains(field))
            };
            if let Some(right) = part.rights.iter().find(updates) {
                found = true;
                report_guarded(cx, rule, part.object, *field, *right);
            }
        }
    }
    found
}

fn guarded(cx: &Cx<'_>, object: ObjectId) -> Vec<FieldId> {
    let Some(object) = cx.model.objects.get(object.index()) else { return Vec::new() };
    let unit = match object.unit {
        Some(RecordUnit::Field(field)) => Some(field),
        Some(RecordUnit::OfOwner) | None => None,
    };
    [object.owner, unit, object.team].into_iter().flatten().collect()
}

fn report_guarded(cx: &mut Cx<'_>, rule: &ast::Rule, object: ObjectId, field: FieldId, right: RightId) {
    let name = cx.model.fields.get(field.index()).map(|field| field.name);
    let place = match &rule.target.objects {
        ObjectList::Named(refs) => {
            refs.iter().flat_map(|r| &r.fields).find(|written| Some(written.symbol) == name).map(|written| written.span)
        }
        ObjectList::Every { .. } => None,
    };
    let changing: Vec<String> = cx
        .model
        .rights
        .iter()
        .filter(|right| right.object == object && right.changes.contains(&field))
        .map(|right| format!("`{}`", cx.text(right.action)))
        .collect();
    let shown = cx.model.field_name(field);
    let help = if changing.is_empty() {
        text::GUARDED_FIELD_DECLARE.with([("field", shown.into())])
    } else {
        text::GUARDED_FIELD_HELP.with([("actions", changing.into())])
    };
    let diagnostic = Diagnostic::error(
        &codes::GUARDED_FIELD,
        text::GUARDED_FIELD.with([("field", shown.into()), ("action", cx.model.action_name(right).into())]),
        place.unwrap_or(rule.target.span),
        text::GUARDED_FIELD_HERE.plain(),
    )
    .help(help);
    cx.out.push(diagnostic);
}
