//! `role`, `template` and their lines.

use super::Builder;
use super::clause::Clauses;
use crate::source::Span;
use crate::syntax::ast::{
    Active, Cancel, CancelWhat, Effect, Instance, ItemKind, Mask, ReviewEvery, Reviewed, Role, RoleBody, RoleItem,
    RoleItemKind, RoleKind, Rule as PolicyRule, Template,
};
use crate::syntax::error;
use crate::syntax::grammar::{At, Nodes, Rule};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// `role R …`
    pub(super) fn role(&mut self, at: At<'_>, external: Option<Span>, doc: Option<Box<str>>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let kind = if parts.has(Rule::equals) {
            let instance = parts.eat(Rule::instance)?;
            RoleKind::Instance(self.instance(instance)?)
        } else {
            RoleKind::Body(self.body(&mut parts)?)
        };
        Some(ItemKind::Role(Role { external, declared, kind, doc }))
    }

    /// `template T(p: U) …`
    pub(super) fn template(&mut self, at: At<'_>, external: Option<Span>, doc: Option<Box<str>>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let list = parts.eat(Rule::parameters)?;
        let mut parameters = Vec::new();
        for parameter in list.inside().filter(|part| part.rule() == Rule::parameter) {
            let mut sides = parameter.inside();
            let name = sides.eat(Rule::name)?;
            let name = self.name(name);
            let ty = sides.seek(Rule::type_ref)?;
            parameters.push((name, self.type_ref(ty)?));
        }
        let body = self.body(&mut parts)?;
        Some(ItemKind::Template(Template { external, declared, parameters: parameters.into(), body, doc }))
    }

    /// `RegionalDesk(east)`
    pub(super) fn instance(&mut self, at: At<'_>) -> Option<Instance> {
        let span = self.span(at);
        let mut parts = at.inside();
        let template = parts.eat(Rule::role_name)?;
        let template = self.name(template);
        let mut arguments = Vec::new();
        for argument in parts.filter(|part| part.rule() == Rule::argument) {
            let mut sides = argument.inside();
            let name = sides.eat(Rule::argument_name).and_then(|name| self.name_of(name, Rule::name));
            if let Some(value) = sides.next().and_then(|value| self.operand(value)) {
                arguments.push((name, value));
            }
        }
        Some(Instance { template, arguments: arguments.into(), span })
    }

    fn body(&mut self, parts: &mut Nodes<'_>) -> Option<RoleBody> {
        let mut body = RoleBody::default();
        if let Some(inherits) = parts.eat(Rule::inherits) {
            let mut inside = inherits.inside();
            body.inherits = self.names(&mut inside, Rule::role_name);
        }
        body.items = self.role_lines(parts.eat(Rule::role_body)?);
        Some(body)
    }

    /// The lines of a role.
    pub(super) fn role_lines(&mut self, body: At<'_>) -> Box<[RoleItem]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        // Lines are large values: growing step by step would copy them over and over.
        let mut items = Vec::with_capacity(lines.count().saturating_sub(1));
        for line in lines {
            if is_role_line(line.rule()) {
                let span = self.good(line);
                items.extend(self.role_line(line).map(|kind| RoleItem { span, kind }));
            } else {
                self.other(line, Block::Role, open);
            }
        }
        items.into()
    }

    fn role_line(&mut self, at: At<'_>) -> Option<RoleItemKind> {
        Some(match at.rule() {
            Rule::allow | Rule::deny => RoleItemKind::Rule(self.rule(at)?),
            Rule::mask => RoleItemKind::Mask(self.mask(at)?),
            Rule::without => {
                let target = at.inside().seek(Rule::target)?;
                RoleItemKind::Without(self.target(target)?)
            }
            Rule::cancel => RoleItemKind::Cancel(self.cancel(at)?),
            Rule::active => RoleItemKind::Active(self.active(at)),
            Rule::responsible => RoleItemKind::Responsible(self.string_of(at)?),
            _ => RoleItemKind::Reviewed(self.reviewed(at)),
        })
    }

    fn rule(&mut self, at: At<'_>) -> Option<PolicyRule> {
        let mut parts = at.inside();
        let effect = if at.rule() == Rule::allow { Effect::Allow } else { Effect::Deny };
        let target = parts.eat(Rule::target)?;
        let target = self.target(target)?;
        let clauses = self.clauses(parts);
        match effect {
            Effect::Allow => self.refuse_clause(Rule::outside, !clauses.outside.is_empty(), "allow"),
            Effect::Deny => self.refuse_clause(Rule::including, true, "deny"),
        }
        let Clauses { named, including, within, outside, when, window, reason, .. } = clauses;
        Some(PolicyRule { effect, target, named, including, within, outside, when, window, reason })
    }

    fn mask(&mut self, at: At<'_>) -> Option<Mask> {
        let mut parts = at.inside();
        let objects = self.object_refs(&mut parts);
        // Fields in parentheses that did not parse are reported as what they are.
        let bad_fields = self.layout.text.get(at.node.end as usize + 1..).is_some_and(|rest| rest.starts_with('('));
        if let Some(object) = objects.iter().find(|object| object.fields.is_empty() && !bad_fields) {
            let error = error::mask_without_fields(self.text_at(object.object.span), object.object.span);
            self.report(error);
        }
        let clauses = self.clauses(parts);
        self.refuse_clause(Rule::including, true, "mask");
        let Clauses { named, within, outside, when, window, reason, .. } = clauses;
        Some(Mask { objects, named, within, outside, when, window, reason })
    }

    /// Reports a clause that this statement does not take.
    fn refuse_clause(&mut self, rule: Rule, refused: bool, statement: &'static str) {
        if let Some(span) = self.clause_place(rule).filter(|_| refused) {
            let error = error::clause_not_here(self.text_at(span), span, statement);
            self.report(error);
        }
    }

    fn cancel(&mut self, at: At<'_>) -> Option<Cancel> {
        let mut parts = at.inside();
        let every = parts.eat(Rule::kw_every).map(|every| self.span(every));
        let which = parts.next()?;
        let mut inside = which.inside();
        let deny = which.rule() == Rule::cancel_deny;
        let what = match inside.peek()?.rule() {
            Rule::rule_name => {
                let name = inside.next()?;
                let name = self.name(name);
                if deny { CancelWhat::DenyNamed(name) } else { CancelWhat::MaskNamed(name) }
            }
            Rule::target => {
                let target = inside.next()?;
                CancelWhat::Deny(self.target(target)?)
            }
            _ => CancelWhat::Mask(self.object_refs(&mut inside)),
        };
        let from = inside.eat(Rule::inherited_from)?;
        let from = self.name_of(from, Rule::role_name)?;
        let Clauses { window, reason, .. } = self.clauses(parts);
        Some(Cancel { every, what, from, window, reason })
    }

    fn active(&mut self, at: At<'_>) -> Active {
        let mut parts = at.inside();
        let (mut hours, mut patterns) = (Vec::new(), Vec::new());
        while let Some(what) = parts.peek().filter(|at| matches!(at.rule(), Rule::hours_name | Rule::pattern)) {
            parts.next();
            if what.rule() == Rule::pattern {
                patterns.extend(self.pattern(what));
            } else {
                hours.push(self.name(what));
            }
        }
        let Clauses { window, when, .. } = self.clauses(parts);
        Active { hours: hours.into(), patterns: patterns.into(), window, when }
    }

    fn reviewed(&mut self, at: At<'_>) -> Reviewed {
        let mut parts = at.inside();
        let last = parts.eat(Rule::date_time).and_then(|date| self.date_time(date));
        let every = parts.eat(Rule::review_every).and_then(|every| self.interval(every));
        Reviewed { last, every }
    }

    fn interval(&mut self, at: At<'_>) -> Option<ReviewEvery> {
        let interval = at.inside().next()?;
        Some(match interval.rule() {
            Rule::kw_half_year => ReviewEvery::HalfYear,
            Rule::review_days => {
                let days = interval.inside().seek(Rule::number)?;
                ReviewEvery::Days(self.number(days))
            }
            _ => match self.raw(interval) {
                "week" => ReviewEvery::Week,
                "month" => ReviewEvery::Month,
                "quarter" => ReviewEvery::Quarter,
                _ => ReviewEvery::Year,
            },
        })
    }
}

fn is_role_line(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::allow
            | Rule::deny
            | Rule::mask
            | Rule::without
            | Rule::cancel
            | Rule::active
            | Rule::responsible
            | Rule::reviewed
    )
}
