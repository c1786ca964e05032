//! External roles and external people (rule 3 of the language): what may be mixed.

use crate::diagnostic::codes::analysis::{EXTERNAL_INHERITS_INTERNAL, EXTERNAL_MISMATCH, EXTERNAL_SCOPE};
use crate::diagnostic::{Code, Diagnostic};
use crate::message::analysis as text;
use crate::model::{Model, Origin, RoleId, Rule, RuleEffect, ScopeId, ScopeTerm, UserId};
use std::collections::BTreeSet;

pub(in crate::analysis) fn check(model: &Model, out: &mut Vec<Diagnostic>) {
    inherits(model, out);
    scopes(model, out);
    holders(model, out);
}

fn is_external_role(model: &Model, role: RoleId) -> bool {
    model.roles.get(role.index()).is_some_and(|r| r.external)
}

fn inherits(model: &Model, out: &mut Vec<Diagnostic>) {
    for role in model.roles.iter().filter(|r| r.external) {
        for (parent, origin) in role.parents.iter().zip(&role.parent_origins) {
            let Some(inner) = model.roles.get(parent.index()).filter(|p| !p.external) else { continue };
            let args = [("role", model.text(role.name).into()), ("parent", model.text(inner.name).into())];
            let message = text::EXTERNAL_INHERITS_INTERNAL.with(args);
            let here = text::EXTERNAL_INHERITS_INTERNAL_HERE.plain();
            let diagnostic = Diagnostic::error(&EXTERNAL_INHERITS_INTERNAL, message, origin.span, here)
                .and(inner.origin.span, text::INTERNAL_ROLE_THERE.plain())
                .help(text::EXTERNAL_INHERITS_INTERNAL_HELP.plain());
            out.push(diagnostic);
        }
    }
}

/// An external role uses `own`, `team`, `shared`, `no owner` and named units only.
fn scopes(model: &Model, out: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    let rules = model.rules.iter().map(|r| (r.role, r.origin, rule_term(model, r)));
    let masks = model.masks.iter().map(|m| (m.role, m.origin, written_term(model, m.scope)));
    for (role, origin, term) in rules.chain(masks) {
        let Some(term) = term else { continue };
        if !is_external_role(model, role) || !seen.insert((origin, role)) {
            continue;
        }
        let args = [("role", model.role_name(role).into()), ("scope", term.into())];
        let message = text::EXTERNAL_SCOPE.with(args);
        let diagnostic = Diagnostic::error(&EXTERNAL_SCOPE, message, origin.span, text::EXTERNAL_SCOPE_HERE.plain())
            .help(text::EXTERNAL_SCOPE_HELP.plain());
        out.push(diagnostic);
    }
}

fn rule_term(model: &Model, rule: &Rule) -> Option<&'static str> {
    let on_records = || rule.rights.iter().any(|r| model.rights.get(r.index()).is_some_and(|right| !right.general));
    match (rule.effect, rule.scope) {
        // A deny without a scope takes everything away, which is no wider for being external.
        (RuleEffect::Deny, ScopeId::ALL) => None,
        (RuleEffect::Allow, ScopeId::ALL) => on_records().then_some("all"),
        (RuleEffect::Allow | RuleEffect::Deny, scope) => written_term(model, scope),
    }
}

fn written_term(model: &Model, scope: ScopeId) -> Option<&'static str> {
    if scope == ScopeId::ALL {
        return None;
    }
    model.scopes.get(scope.index())?.terms.iter().find_map(|term| match term {
        ScopeTerm::Reports => Some("reports"),
        ScopeTerm::MyUnit => Some("my unit"),
        ScopeTerm::MyUnitAndBelow => Some("my unit and below"),
        ScopeTerm::All => Some("all"),
        ScopeTerm::Own
        | ScopeTerm::Team
        | ScopeTerm::Shared
        | ScopeTerm::NoOwner
        | ScopeTerm::Unit(_)
        | ScopeTerm::UnitAndBelow(_) => None,
    })
}

fn holders(model: &Model, out: &mut Vec<Diagnostic>) {
    // One diagnostic for each statement and role: a people file may bring thousands of rows.
    let mut seen = BTreeSet::new();
    let assigned = model.assignments.iter().map(|a| (a.user, a.role, a.origin));
    let delegated = model.delegations.iter().map(|d| (d.to, d.role, d.origin));
    for (user, role, origin) in assigned.chain(delegated) {
        let Some(person) = model.users.get(user.index()) else { continue };
        if person.external != is_external_role(model, role) && seen.insert((origin, role)) {
            out.push(mismatch(model, user, role, origin, person.external));
        }
    }
}

fn mismatch(model: &Model, user: UserId, role: RoleId, origin: Origin, external_user: bool) -> Diagnostic {
    let (entry, help) = if external_user {
        (&text::EXTERNAL_USER_INTERNAL_ROLE, &text::EXTERNAL_USER_INTERNAL_ROLE_HELP)
    } else {
        (&text::INTERNAL_USER_EXTERNAL_ROLE, &text::INTERNAL_USER_EXTERNAL_ROLE_HELP)
    };
    let code: &'static Code = &EXTERNAL_MISMATCH;
    let message = entry.with([("user", model.user_name(user).into()), ("role", model.role_name(role).into())]);
    let mut diagnostic = Diagnostic::error(code, message, origin.span, text::EXTERNAL_MISMATCH_HERE.plain());
    if let Some(declared) = model.roles.get(role.index()) {
        let there = if external_user { &text::INTERNAL_ROLE_THERE } else { &text::EXTERNAL_ROLE_THERE };
        diagnostic = diagnostic.and(declared.origin.span, there.plain());
    }
    diagnostic.help(help.plain())
}
