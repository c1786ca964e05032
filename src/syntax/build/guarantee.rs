//! `guarantees`.

use super::Builder;
use super::clause::Clauses;
use crate::syntax::ast::{Guarantee, GuaranteeKind, ItemKind, Name, Target, Who, WhoKind};
use crate::syntax::grammar::{At, Nodes, Rule};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// `guarantees { … }`
    pub(super) fn guarantees(&mut self, at: At<'_>) -> Option<ItemKind> {
        let body = at.inside().seek(Rule::guarantees_body)?;
        Some(ItemKind::Guarantees(self.guarantee_lines(body)))
    }

    /// Guarantees in braces.
    pub(super) fn guarantee_lines(&mut self, body: At<'_>) -> Box<[Guarantee]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut items = Vec::new();
        for line in lines {
            if !is_guarantee(line.rule()) {
                self.other(line, Block::Guarantees, open);
                continue;
            }
            let span = self.good(line);
            let mut inside = line.inside();
            if let Some(kind) = self.guarantee(line.rule(), &mut inside) {
                let Clauses { window, reason, .. } = self.clauses(inside);
                items.push(Guarantee { span, kind, window, reason });
            }
        }
        items.into()
    }

    fn guarantee(&mut self, rule: Rule, parts: &mut Nodes<'_>) -> Option<GuaranteeKind> {
        if rule == Rule::needs {
            return self.needs(parts);
        }
        let _ = parts.has(Rule::kw_nobody_has_both) || parts.has(Rule::kw_nobody_has_two);
        Some(match rule {
            Rule::nobody_has => GuaranteeKind::NobodyHasTwo(self.role_list(parts)),
            Rule::nobody_can => {
                let first = self.target_in(parts)?;
                GuaranteeKind::NobodyCanBoth(first, self.target_in(parts)?)
            }
            Rule::never => GuaranteeKind::Never(self.who_list(parts), self.target_in(parts)?),
            Rule::only => GuaranteeKind::Only(self.who_list(parts), self.target_in(parts)?),
            Rule::at_most | Rule::at_least => {
                let count = parts.eat(Rule::number)?;
                let count = self.number(count);
                if parts.has(Rule::kw_roles_can) {
                    return Some(GuaranteeKind::AtMostRoles(count, self.target_in(parts)?));
                }
                let role = parts.seek(Rule::role_name)?;
                let role = self.name(role);
                if rule == Rule::at_most {
                    GuaranteeKind::AtMostUsers(count, role)
                } else {
                    GuaranteeKind::AtLeastUsers(count, role)
                }
            }
            Rule::always => {
                let roles = self.names(parts, Rule::role_name);
                GuaranteeKind::Always(roles, self.target_in(parts)?)
            }
            _ => {
                let first = parts.seek(Rule::role_name)?;
                let second = parts.seek(Rule::role_name)?;
                GuaranteeKind::Prerequisite(self.name(first), self.name(second))
            }
        })
    }

    /// The next target.
    fn target_in(&mut self, parts: &mut Nodes<'_>) -> Option<Target> {
        let target = parts.seek(Rule::target)?;
        self.target(target)
    }

    /// `every export of Customer needs C`
    fn needs(&mut self, parts: &mut Nodes<'_>) -> Option<GuaranteeKind> {
        parts.has(Rule::kw_every);
        let target = parts.eat(Rule::target_of)?;
        let target = self.target(target)?;
        let condition = parts.seek(Rule::condition)?;
        Some(GuaranteeKind::Needs(target, self.condition(condition)?))
    }

    /// `A, B and C`
    pub(super) fn role_list(&mut self, parts: &mut Nodes<'_>) -> Box<[Name]> {
        let mut roles = Vec::new();
        while let Some(at) = parts.peek().filter(|at| matches!(at.rule(), Rule::role_name | Rule::kw_and)) {
            parts.next();
            if at.rule() == Rule::role_name {
                roles.push(self.name(at));
            }
        }
        roles.into()
    }

    fn who_list(&mut self, parts: &mut Nodes<'_>) -> Box<[Who]> {
        let mut list = Vec::new();
        while let Some(at) = parts.peek().filter(|at| at.rule() != Rule::kw_can) {
            parts.next();
            if let Some(kind) = self.who(at) {
                list.push(Who { kind, span: self.span(at) });
            }
        }
        list.into()
    }

    fn who(&mut self, at: At<'_>) -> Option<WhoKind> {
        let mut parts = at.inside();
        Some(match at.rule() {
            Rule::kw_anyone => WhoKind::Anyone,
            Rule::who_user => WhoKind::User(self.name_of(at, Rule::user_name)?),
            Rule::who_outside_unit => WhoKind::OutsideUnit(self.name_of(at, Rule::unit_name)?),
            Rule::who_in_unit => {
                let unit = parts.seek(Rule::unit_name)?;
                WhoKind::InUnit { unit: self.name(unit), below: parts.has(Rule::kw_and_below) }
            }
            Rule::who_role => {
                let role = parts.eat(Rule::role_name)?;
                WhoKind::Role { role: self.name(role), heirs: parts.has(Rule::kw_or_heirs) }
            }
            _ => return None,
        })
    }
}

fn is_guarantee(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::nobody_has
            | Rule::nobody_can
            | Rule::never
            | Rule::only
            | Rule::at_most
            | Rule::at_least
            | Rule::needs
            | Rule::always
            | Rule::prerequisite
    )
}
