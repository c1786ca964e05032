//! Whom a guarantee speaks of, as nodes.

use crate::exact::build::Builder;
use crate::exact::formula::NodeId;
use crate::exact::index::{Index, has};
use crate::exact::subject::Asker;
use crate::model::{RoleId, UnitId, Who};

impl Builder<'_> {
    /// The subject may be one of `never WHO`: whoever is assigned the role (or an heir, where that is said).
    pub(super) fn is_one(&mut self, who: Who) -> NodeId {
        match who {
            Who::Role(role) => {
                let mut exact = vec![false; self.index.model.roles.len()];
                if let Some(slot) = exact.get_mut(role.index()) {
                    *slot = true;
                }
                self.wears(&exact)
            }
            Who::RoleOrHeirs(_)
            | Who::User(_)
            | Who::Anyone
            | Who::InUnit(_)
            | Who::InUnitAndBelow(_)
            | Who::OutsideUnit(_) => self.has_place(who, false),
        }
    }

    /// The subject is surely one of `only WHO`, which admits heirs.
    pub(super) fn is_admitted(&mut self, who: Who) -> NodeId {
        self.has_place(who, true)
    }

    fn has_place(&mut self, who: Who, surely: bool) -> NodeId {
        let known = match who {
            Who::Role(role) | Who::RoleOrHeirs(role) => {
                let heirs = self.index.heirs(role);
                return if surely { self.surely_wears(&heirs) } else { self.wears(&heirs) };
            }
            Who::User(user) => self.subject.asker == Asker::Known(user),
            Who::Anyone => true,
            Who::InUnit(unit) => self.is_in(|mine| mine == unit),
            Who::InUnitAndBelow(unit) => self.is_in(|mine| self.index.model.unit_at_or_below(mine, unit)),
            // Somebody whose units nobody states is outside: nothing shows that they are inside.
            Who::OutsideUnit(unit) => !self.is_in(|mine| self.index.model.unit_at_or_below(mine, unit)),
        };
        if known { self.formula.yes() } else { self.formula.no() }
    }

    fn is_in(&self, unit: impl Fn(UnitId) -> bool) -> bool {
        let Asker::Known(user) = self.subject.asker else { return false };
        let units = self.index.model.users.get(user.index()).and_then(|u| u.units.as_ref());
        units.is_some_and(|units| units.iter().any(|mine| unit(*mine)))
    }
}

/// Whether membership may turn on a person's units.
pub(super) fn asks_for_units(who: &[Who]) -> bool {
    who.iter().any(|who| matches!(who, Who::InUnit(_) | Who::InUnitAndBelow(_) | Who::OutsideUnit(_)))
}

/// The roles that membership turns on.
pub(super) fn roles(index: &Index<'_>, who: &[Who]) -> Vec<bool> {
    let named = who.iter().filter_map(|who| match who {
        Who::Role(role) | Who::RoleOrHeirs(role) => Some(*role),
        Who::User(_) | Who::Anyone | Who::InUnit(_) | Who::InUnitAndBelow(_) | Who::OutsideUnit(_) => None,
    });
    index.heirs_of(named)
}

/// The roles that a guarantee speaks of though nobody is assigned them.
pub(super) fn alone(index: &Index<'_>, who: &[Who]) -> Vec<RoleId> {
    let mut found = Vec::new();
    for who in who {
        match who {
            Who::Role(role) => found.extend(index.is_alone(*role).then_some(*role)),
            Who::RoleOrHeirs(role) => {
                let heirs = index.heirs(*role);
                let all = (0..index.model.roles.len()).map(RoleId::from_index);
                found.extend(all.filter(|id| has(&heirs, *id) && index.is_alone(*id)));
            }
            Who::User(_) | Who::Anyone | Who::InUnit(_) | Who::InUnitAndBelow(_) | Who::OutsideUnit(_) => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
