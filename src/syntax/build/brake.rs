//! `suspend`, `end … early`, `require`.

use super::Builder;
use super::clause::Clauses;
use crate::syntax::ast::{EndEarly, ItemKind, Require, SeparateSessions, Suspend, SuspendWhat};
use crate::syntax::error;
use crate::syntax::grammar::{At, Rule};

impl Builder<'_> {
    /// `suspend …`
    pub(super) fn suspend(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let what = parts.next()?;
        let mut inside = what.inside();
        let what = match what.rule() {
            Rule::suspend_users => {
                let users = self.names(&mut inside, Rule::user_name);
                let in_role = inside.eat(Rule::in_role).and_then(|role| self.name_of(role, Rule::role_name));
                SuspendWhat::Users { users, in_role }
            }
            Rule::suspend_roles => {
                let roles = self.names(&mut inside, Rule::role_name);
                SuspendWhat::Roles { roles, heirs: inside.has(Rule::kw_and_heirs) }
            }
            Rule::suspend_actions => {
                let target = inside.seek(Rule::target_on)?;
                SuspendWhat::Actions(self.target(target)?)
            }
            _ => SuspendWhat::Everything { except_roles: Box::default(), except_users: Box::default() },
        };
        let clauses = self.clauses(parts);
        let except = self.clause_place(Rule::except_roles).or(self.clause_place(Rule::except_users));
        let Clauses { named, except_roles, except_users, when, window, no_end, reason, .. } = clauses;
        let what = match (what, except) {
            (SuspendWhat::Everything { .. }, _) => {
                SuspendWhat::Everything { except_roles: except_roles.into(), except_users: except_users.into() }
            }
            (what, Some(span)) => {
                let error = error::except_not_here(self.text_at(span), span);
                self.report(error);
                what
            }
            (what, None) => what,
        };
        Some(ItemKind::Suspend(Suspend { what, named, when, window, no_end, reason }))
    }

    /// `end N early at T`
    pub(super) fn end_early(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let name = parts.seek(Rule::rule_name)?;
        let name = self.name(name);
        let date = parts.seek(Rule::date_time)?;
        let date = self.date_time(date)?;
        let Clauses { window, reason, .. } = self.clauses(parts);
        Some(ItemKind::EndEarly(EndEarly { name, at: date, zone: window.zone.clone(), reason }))
    }

    /// `require C for …`
    pub(super) fn require(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let condition = parts.seek(Rule::condition)?;
        let condition = Box::new(self.condition(condition)?);
        let target = parts.seek(Rule::target_on)?;
        let target = self.target(target)?;
        let Clauses { for_roles, named, window, reason, .. } = self.clauses(parts);
        Some(ItemKind::Require(Require { condition, target, roles: for_roles, named, window, reason }))
    }

    /// `require separate sessions for roles A and B`
    pub(super) fn separate_sessions(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        parts.has(Rule::kw_separate_sessions);
        let roles = self.role_list(&mut parts);
        let clauses = self.clauses(parts);
        let extra = self.written.iter().find(|clause| !matches!(clause.rule, Rule::because | Rule::ticket));
        if let Some(span) = extra.map(|clause| clause.span) {
            let error = error::clause_not_here(self.text_at(span), span, "require separate sessions");
            self.report(error);
        }
        Some(ItemKind::SeparateSessions(SeparateSessions { roles, reason: clauses.reason }))
    }
}
