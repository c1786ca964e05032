//! `deny-in-active-role`: a role works at times only, but denies or masks always.
//!
//! `active` switches allows off; brakes stay on. A reader may think the deny keeps the hours too.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::DENY_IN_ACTIVE_ROLE;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::{Origin, RuleEffect, WindowId};

pub(super) const LINT: Lint = Lint { code: &DENY_IN_ACTIVE_ROLE, group: Group::Correctness, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    for role in &model.roles {
        let Some(active) = role.active.iter().find(|active| active.window != WindowId::ALWAYS) else { continue };
        let denies = role.rules().filter_map(|id| model.rules.get(id.index())).filter_map(|rule| {
            (rule.effect == RuleEffect::Deny && rule.window == WindowId::ALWAYS).then_some(rule.origin)
        });
        let masks = role.masks().filter_map(|id| model.masks.get(id.index()));
        let masks = masks.filter(|mask| mask.window == WindowId::ALWAYS).map(|mask| mask.origin);
        let brakes: Option<Origin> = denies.chain(masks).min();
        if let Some(brake) = brakes {
            let message = text::DENY_IN_ACTIVE_ROLE.with([("role", model.text(role.name).into())]);
            let here = text::DENY_IN_ACTIVE_ROLE_HERE.plain();
            let diagnostic = Diagnostic::info(&DENY_IN_ACTIVE_ROLE, message, brake.span, here)
                .about([model.text(role.name)])
                .and(active.origin.span, text::DENY_IN_ACTIVE_ROLE_THERE.plain())
                .help(text::DENY_IN_ACTIVE_ROLE_HELP.plain());
            out.push(diagnostic);
        }
    }
}
