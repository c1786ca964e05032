//! `covered-allow`: an allow gives nothing that another allow of the same role, or of one that it inherits, does not give.
//!
//! Only what is sure by the parts of the two rules is told: rights, fields, records, condition and time of one lie within
//! those of the other, and no role on the way between them can stop it.

use crate::analysis::conflict::{scope_covers, window_covers};
use crate::diagnostic::codes::lint::COVERED_ALLOW;
use crate::diagnostic::{Diagnostic, Edit, Fix, fix};
use crate::explain::words;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::{ConditionId, Coverage, Model, RoleId, Rule, RuleEffect, RuleId, ScopeId, WindowId};

pub(super) const LINT: Lint = Lint { code: &COVERED_ALLOW, group: Group::Conflict, needs_now: false, check };

/// Roles that all searches together may look at.
const REACHES: usize = 2_000_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut budget = REACHES;
    for index in 0..cx.model.roles.len() {
        let role = RoleId::from_index(index);
        let Some(declared) = cx.model.roles.get(index) else { continue };
        let own: Vec<(RuleId, &Rule)> = allows(cx.model, role).collect();
        // What comes from a template is judged where the template stands, and may differ between instances.
        if own.is_empty() || declared.template.is_some() {
            continue;
        }
        let Some(around) = around(cx, role, &mut budget) else {
            cx.complete.set(false);
            return;
        };
        for statement in own.chunk_by(|(_, a), (_, b)| a.origin == b.origin) {
            let covering: Option<Vec<&Rule>> = statement
                .iter()
                .map(|(id, rule)| around.iter().find(|(other, wide)| covers(cx.model, (*other, wide), (*id, rule))))
                .map(|found| found.map(|(_, rule)| *rule))
                .collect();
            let Some(covering) = covering else { continue };
            if let (Some((_, rule)), Some(wide)) = (statement.first(), covering.first()) {
                let found = report(cx.model, rule, wide);
                let plain = statement.iter().zip(&covering).all(|((_, rule), wide)| plainly_covers(wide, rule));
                out.push(if plain { found.fix(removal(cx, rule)) } else { found });
            }
        }
    }
}

fn allows(model: &Model, role: RoleId) -> impl Iterator<Item = (RuleId, &Rule)> {
    let rules = model.roles.get(role.index()).into_iter().flat_map(|r| r.rules());
    let found = rules.filter_map(|id| model.rules.get(id.index()).map(|rule| (id, rule)));
    found.filter(|(_, rule)| rule.effect == RuleEffect::Allow)
}

/// Allows that reach the role on a way that nothing can close; `None` if the budget ends.
fn around<'a>(cx: &Context<'a>, role: RoleId, budget: &mut usize) -> Option<Vec<(RuleId, &'a Rule)>> {
    let Some(effective) = cx.effective(role) else { return Some(Vec::new()) };
    *budget = budget.checked_sub(effective.reaches.len())?;
    let open = effective.reaches.iter().filter(|reach| {
        reach.role == role
            || reach.alternatives.iter().any(|way| way.iter().all(|gate| *gate == role && keeps_allows(cx.model, role)))
    });
    Some(open.flat_map(|reach| allows(cx.model, reach.role)).collect())
}

/// A role whose own lines drop nothing that it inherits; its `active` holds for all that comes through it alike.
fn keeps_allows(model: &Model, role: RoleId) -> bool {
    model.roles.get(role.index()).is_some_and(|r| r.without.is_empty())
}

fn covers(model: &Model, (wide_id, wide): (RuleId, &Rule), (id, rule): (RuleId, &Rule)) -> bool {
    let covered = wide_id != id
        && wide.object == rule.object
        && rule.rights.iter().all(|right| wide.rights.binary_search(right).is_ok())
        && coverage_covers(&wide.coverage, &rule.coverage)
        && scope_covers(model, wide.scope, rule.scope)
        && (wide.condition == ConditionId::TRUE || wide.condition == rule.condition)
        && window_covers(model, wide.window, rule.window);
    // Of two that cover each other, the one written later is the needless one.
    covered && (!same(wide, rule) || wide_id < id || wide.role != rule.role)
}

fn same(a: &Rule, b: &Rule) -> bool {
    let key = |r: &Rule| (r.rights.clone(), r.coverage.clone(), r.scope, r.condition, r.window);
    key(a) == key(b)
}

fn coverage_covers(wide: &Coverage, narrow: &Coverage) -> bool {
    match (wide, narrow) {
        (Coverage::Object { including: wide }, Coverage::Object { including: narrow }) => {
            narrow.iter().all(|label| wide.binary_search(label).is_ok())
        }
        (Coverage::Fields(wide), Coverage::Fields(narrow)) => narrow.iter().all(|f| wide.binary_search(f).is_ok()),
        // Naming fields grants them whatever their labels; which of them an object's coverage holds is not asked here.
        (Coverage::Object { .. }, Coverage::Fields(_)) | (Coverage::Fields(_), Coverage::Object { .. }) => false,
    }
}

/// Whether each part of the wide rule is that of the other or no limit at all: then a table shows that nothing is lost.
fn plainly_covers(wide: &Rule, rule: &Rule) -> bool {
    (wide.scope == ScopeId::ALL || wide.scope == rule.scope)
        && (wide.window == WindowId::ALWAYS || wide.window == rule.window)
}

fn removal(cx: &Context<'_>, rule: &Rule) -> Fix {
    let edit = Edit { span: fix::with_line(cx.sources, rule.origin.span), text: String::new() };
    Fix::keeping(text::COVERED_ALLOW_HELP.plain(), vec![edit])
}

fn report(model: &Model, rule: &Rule, wide: &Rule) -> Diagnostic {
    let args = [("role", model.role_name(rule.role).into()), ("other", model.role_name(wide.role).into())];
    let entry = if rule.role == wide.role { &text::COVERED_ALLOW } else { &text::COVERED_BY_INHERITED };
    let here = text::COVERED_ALLOW_HERE.plain();
    Diagnostic::info(&COVERED_ALLOW, entry.with(args), rule.origin.span, here)
        .about([model.role_name(rule.role), model.role_name(wide.role)])
        .about([words::rights(model, &rule.rights)])
        .and(wide.origin.span, text::COVERED_ALLOW_THERE.plain())
        .help(text::COVERED_ALLOW_HELP.plain())
}
