//! What a role says: its parents, its lines, its cancels.

use super::cancel;
use super::context::{Cx, Param, Repeats, Site};
use super::review;
use super::rules::Writer;
use crate::message::resolve as name_text;
use crate::model::{Active, Origin, RoleId, Without};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, RoleItemKind};
use crate::time::{Reading, Recurring};
use rustc_hash::FxHashMap;

/// A role of the model with the lines that make it.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) package: PackageId,
    pub(super) body: &'a ast::RoleBody,
    pub(super) params: Vec<Param>,
    pub(super) instance: Option<Span>,
    /// For an instance: its template.
    pub(super) template: Option<usize>,
}

/// `inherits A, B`; the parents at the positions `cut` lead in a circle.
pub(super) fn parents(cx: &mut Cx<'_>, id: RoleId, source: &Source<'_>, cut: &[usize]) {
    let mut parents: Vec<RoleId> = Vec::with_capacity(source.body.inherits.len());
    let mut origins = Vec::with_capacity(source.body.inherits.len());
    let mut repeats = Repeats::new(source.body.inherits.len());
    for (position, name) in source.body.inherits.iter().enumerate() {
        if cut.contains(&position) {
            continue;
        }
        let Some(parent) = cx.role(source.package, name) else { continue };
        if !repeats.repeats(&parents, parent) {
            parents.push(parent);
            origins.push(Origin { span: name.span, instance: source.instance });
        }
    }
    if let Some(role) = cx.model.roles.get_mut(id.index()) {
        role.parents = parents;
        role.parent_origins = origins;
    }
}

/// The rules, masks and other lines of a role, but for its cancels.
pub(super) fn lines(cx: &mut Cx<'_>, id: RoleId, source: &Source<'_>) {
    let site = Site { package: source.package, params: &source.params, instance: source.instance };
    let mut writer = Writer { role: id, site, parts: Vec::new() };
    let (rules, masks) = (cx.model.rules.len() as u32, cx.model.masks.len() as u32);
    let mut without = Vec::new();
    let mut active_lines = Vec::new();
    let mut responsible: Option<(&ast::Text, Span)> = None;
    let mut reviewed: Option<(&ast::Reviewed, Span)> = None;
    for item in &source.body.items {
        match &item.kind {
            RoleItemKind::Rule(rule) => writer.rule(cx, item.span, rule),
            RoleItemKind::Mask(mask) => writer.mask(cx, item.span, mask),
            RoleItemKind::Without(target) => {
                for part in cx.expand_whole(site, target, "without") {
                    without.push(Without { rights: part.rights.into_boxed_slice(), origin: site.origin(item.span) });
                }
            }
            RoleItemKind::Active(written) => active_lines.extend(active(cx, site, item.span, written)),
            RoleItemKind::Responsible(text) => match responsible {
                None => responsible = Some((text, item.span)),
                Some((_, first)) => cx.repeated_line("responsible", item.span, first),
            },
            RoleItemKind::Reviewed(written) => match reviewed {
                None => reviewed = Some((written, item.span)),
                Some((_, first)) => cx.repeated_line("last reviewed", item.span, first),
            },
            RoleItemKind::Cancel(_) => {}
        }
    }
    rule_names(cx, source.body);
    let review = reviewed.map(|(written, span)| review::review(cx, site, span, written));
    let (rules, masks) = (rules..cx.model.rules.len() as u32, masks..cx.model.masks.len() as u32);
    if let Some(role) = cx.model.roles.get_mut(id.index()) {
        role.rules = rules;
        role.masks = masks;
        role.without = without;
        role.active = active_lines;
        role.responsible = responsible.map(|(text, _)| text.text.clone());
        role.review = review;
    }
}

/// Names of rules and masks are one name space in their role.
fn rule_names(cx: &mut Cx<'_>, body: &ast::RoleBody) {
    let name_of = |item: &ast::RoleItem| match &item.kind {
        RoleItemKind::Rule(rule) => rule.named,
        RoleItemKind::Mask(mask) => mask.named,
        _ => None,
    };
    let names: Vec<ast::Name> = body.items.iter().filter_map(name_of).collect();
    if names.len() < 2 {
        return;
    }
    let mut first: FxHashMap<Symbol, Span> = FxHashMap::default();
    let mut unique = Vec::with_capacity(names.len());
    for name in names {
        match first.get(&name.symbol) {
            Some(there) => {
                let there = *there;
                cx.duplicate(&name_text::KIND_RULE, &name, there);
            }
            None => {
                first.insert(name.symbol, name.span);
                unique.push((name.symbol, name.span));
            }
        }
    }
    cx.check_members(&name_text::KIND_RULE, &unique);
}

/// `active …`: hours and patterns on the line unite, clauses of the window cut it.
fn active(cx: &mut Cx<'_>, site: Site<'_>, span: Span, written: &ast::Active) -> Option<Active> {
    let mut patterns = cx.hours(site.package, &written.hours);
    for pattern in &written.patterns {
        patterns.extend(cx.pattern(site.package, pattern));
    }
    patterns.sort_unstable();
    patterns.dedup();
    let recurring = if patterns.is_empty() { Vec::new() } else { vec![Recurring { patterns, negated: false }] };
    let window = cx.open_window(site, &written.window, Reading::Gives, recurring);
    let condition = match &written.when {
        None => Some(crate::model::ConditionId::TRUE),
        Some(when) => cx.condition(site, None, when),
    };
    let window = cx.arena.window(window);
    Some(Active { window, condition: condition?, origin: site.origin(span) })
}

/// The cancels of a role, once all roles have their rules.
pub(super) fn cancels(cx: &mut Cx<'_>, id: RoleId, source: &Source<'_>) {
    let site = Site { package: source.package, params: &source.params, instance: source.instance };
    let first = cx.model.cancels.len() as u32;
    for item in &source.body.items {
        if let RoleItemKind::Cancel(written) = &item.kind {
            cancel::cancel(cx, id, site, item.span, written);
        }
    }
    let range = first..cx.model.cancels.len() as u32;
    if let Some(role) = cx.model.roles.get_mut(id.index()) {
        role.cancels = range;
    }
}
