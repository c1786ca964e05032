//! `assign` and `delegate`: who holds what.

use super::Builder;
use super::clause::Clauses;
use crate::syntax::ast::{Assign, AssignTo, Delegate, ItemKind};
use crate::syntax::grammar::{At, Rule};

impl Builder<'_> {
    /// `assign R to …`
    pub(super) fn assign(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let roles = self.names(&mut parts, Rule::role_name);
        parts.has(Rule::kw_to);
        let to = match parts.eat(Rule::everyone) {
            Some(everyone) => {
                let mut inside = everyone.inside();
                let word = inside.eat(Rule::kw_everyone)?;
                let span = self.span(word);
                inside.has(Rule::kw_in);
                let unit = inside.eat(Rule::unit_name).map(|unit| self.name(unit));
                AssignTo::Everyone { span, unit, below: inside.has(Rule::kw_and_below) }
            }
            None => AssignTo::Users(self.names(&mut parts, Rule::user_name)),
        };
        let Clauses { for_units, window, reason, .. } = self.clauses(parts);
        Some(ItemKind::Assign(Assign { roles, to, for_units, window, reason }))
    }

    /// `delegate R of A to B …`
    pub(super) fn delegate(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let role = parts.seek(Rule::role_name)?;
        let of = parts.seek(Rule::user_name)?;
        let to = parts.seek(Rule::user_name)?;
        let (role, of, to) = (self.name(role), self.name(of), self.name(to));
        let Clauses { window, reason, .. } = self.clauses(parts);
        Some(ItemKind::Delegate(Delegate { role, of, to, window, reason }))
    }
}
