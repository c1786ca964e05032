//! [`conditioned`]: statements with a condition, whatever they are, each once with all that it came to.

use super::Context;
use crate::facts::conditions::Use;
use crate::model::{ConditionId, Origin, RightId, RoleId, RuleEffect, RuleId, SuspensionKind};
use crate::source::Span;
use std::collections::BTreeMap;

/// A statement with its conditions: one for each object, and each instance of a template.
pub(super) struct Conditioned {
    pub(super) reading: Use,
    pub(super) conditions: Vec<ConditionId>,
    /// The first rule that it came to, if it is an allow.
    pub(super) allow: Option<(RoleId, RightId, RuleId)>,
    /// Who writes it.
    pub(super) role: Option<RoleId>,
}

/// Every statement that has a condition, by its place.
pub(super) fn conditioned(cx: &Context<'_>) -> BTreeMap<Span, Conditioned> {
    let model = cx.model;
    let mut found: BTreeMap<Span, Conditioned> = BTreeMap::new();
    let mut add = |origin: Origin, reading: Use, condition: ConditionId, role: Option<RoleId>| {
        if condition == ConditionId::TRUE {
            return;
        }
        let blank = Conditioned { reading, conditions: Vec::new(), allow: None, role };
        let one = found.entry(origin.span).or_insert(blank);
        if !one.conditions.contains(&condition) {
            one.conditions.push(condition);
        }
    };
    for rule in &model.rules {
        let reading = if rule.effect == RuleEffect::Allow { Use::Gives } else { Use::Takes };
        add(rule.origin, reading, rule.condition, Some(rule.role));
    }
    model.masks.iter().for_each(|mask| add(mask.origin, Use::Takes, mask.condition, Some(mask.role)));
    for (index, role) in model.roles.iter().enumerate() {
        let writer = Some(RoleId::from_index(index));
        role.active.iter().for_each(|active| add(active.origin, Use::Gives, active.condition, writer));
    }
    for require in &model.requires {
        require.entries.iter().for_each(|entry| add(require.origin, Use::Gives, entry.condition, None));
    }
    for suspension in &model.suspensions {
        add(suspension.origin, Use::Takes, suspension.condition, None);
        if let SuspensionKind::Rights(entries) = &suspension.kind {
            entries.iter().for_each(|entry| add(suspension.origin, Use::Takes, entry.condition, None));
        }
    }
    for (index, rule) in model.rules.iter().enumerate().filter(|(_, rule)| rule.effect == RuleEffect::Allow) {
        if let (Some(one), Some(right)) = (found.get_mut(&rule.origin.span), rule.rights.first()) {
            one.allow.get_or_insert((rule.role, *right, RuleId::from_index(index)));
        }
    }
    found
}

impl Conditioned {
    /// Names that stay when lines move: who writes it, and what it says.
    pub(super) fn about(&self, cx: &Context<'_>, said: String) -> Vec<String> {
        let role = self.role.map(|role| cx.model.role_name(role).to_owned());
        role.into_iter().chain([said]).collect()
    }

    /// A request that it lets through, if it is an allow.
    pub(super) fn shown(&self, cx: &Context<'_>) -> Option<crate::diagnostic::WitnessRequest> {
        let (role, right, line) = self.allow?;
        let span = cx.model.rules.get(line.index()).map(|rule| rule.origin.span);
        cx.access.given(role, right, None, &|rule| Some(rule.origin.span) == span)?.witness
    }
}
