//! [`Widening`]: who may make themselves owner, team or unit of records that are closed to them for that reason alone.

use super::access::{Access, Given};
use super::scene::Scene;
use crate::diagnostic::WitnessRequest;
use crate::exact::item::Allow;
use crate::exact::{Question, Undecided};
use crate::model::{
    ConditionId, FieldId, Model, Object, RecordUnit, RightId, RoleId, Rule, RuleEffect, RuleId, ScopeId, ScopeTerm,
    WindowId,
};

/// Whoever holds just the role may set an attribute of a record to which a right of theirs is bound, where they do not
/// have that right yet.
#[derive(Debug)]
pub struct Widening {
    /// The right that sets it.
    pub setter: RightId,
    /// What it sets.
    pub field: FieldId,
    /// The right that they gain.
    pub gained: RightId,
    /// The allow that bounds it.
    pub bounded: RuleId,
    /// The allow of the setter, and a request for it on a record on which the other right is refused.
    pub given: Given,
}

/// What bounds a scope.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Owner,
    Team,
    Unit,
}

impl Access<'_> {
    /// A way in which whoever holds just the role widens what one of `rights` is bound to, by setting with `setter`.
    pub fn widening(&self, role: RoleId, setter: RightId, rights: &[RightId]) -> Option<Widening> {
        let of = self.model.rights.get(setter.index())?;
        let object = self.model.objects.get(of.object.index())?;
        for (bound, field) in bounds(object).filter(|(_, field)| of.changes.contains(field)) {
            for gained in rights.iter().filter(|right| **right != setter && !self.is_braked(**right)) {
                let found = self.decided(self.widens(role, setter, (bound, field), *gained));
                if let Some(found) = found.flatten() {
                    return Some(found);
                }
            }
        }
        None
    }

    fn widens(
        &self,
        role: RoleId,
        setter: RightId,
        (bound, field): (Bound, FieldId),
        gained: RightId,
    ) -> Result<Option<Widening>, Undecided> {
        let effective = self.effective(role)?;
        let (mine, theirs) = (self.ground(setter), self.ground(gained));
        let other = self.oracle.question(gained, None);
        let view = other.item.view(&self.oracle.index, role).ok_or(Undecided)?;
        let rule = |allow: &Allow| self.model.rules.get(allow.rule.index());
        let bounded = view.allows.iter().find(|allow| {
            let free = allow.ways.iter().any(Vec::is_empty);
            free && rule(allow).is_some_and(|rule| is_bound(self.model, rule, bound))
        });
        let Some(bounded) = bounded else { return Ok(None) };
        let question = self.oracle.question_beside((setter, Some(field)), Some(&other.item));
        let mut seats = mine.scenes_of(&effective, Some(field))?;
        seats.extend(theirs.scenes_of(&effective, None)?);
        for scene in &seats {
            let asked = Asked { question: &question, other: &other, view: &view.allows };
            let view = question.item.view(&self.oracle.index, role).ok_or(Undecided)?;
            for allow in view.allows.iter().filter(|allow| rule(allow).is_some_and(|rule| !takes_own(self.model, rule)))
            {
                let found = self.opened(scene, &asked, allow)?;
                if let Some(witness) = found {
                    let given = Given { line: allow.rule, witness: Some(witness).filter(|_| scene.can_be_replayed()) };
                    return Ok(Some(Widening { setter, field, gained, bounded: bounded.rule, given }));
                }
            }
        }
        Ok(None)
    }

    /// A record on which the setter is allowed and the other right is not.
    fn opened(&self, scene: &Scene, asked: &Asked<'_>, allow: &Allow) -> Result<Option<WitnessRequest>, Undecided> {
        let item = &asked.question.item;
        self.oracle.find(&scene.seat, asked.question, (None, true), &|b| {
            let mut nodes = vec![b.applies(item, 0, allow)?, b.passes(item, 0)?];
            for other in asked.view {
                let applies = b.applies(&asked.other.item, 0, other)?;
                nodes.push(b.formula.not(applies));
            }
            Ok(nodes)
        })
    }
}

struct Asked<'q> {
    question: &'q Question,
    other: &'q Question,
    view: &'q [Allow],
}

/// The attributes that say to whom a record belongs.
fn bounds(object: &Object) -> impl Iterator<Item = (Bound, FieldId)> + use<> {
    let unit = if let Some(RecordUnit::Field(unit)) = object.unit { Some(unit) } else { None };
    let all = [(Bound::Owner, object.owner), (Bound::Team, object.team), (Bound::Unit, unit)];
    all.into_iter().filter_map(|(bound, field)| Some((bound, field?)))
}

/// Whether an allow is bound to whose the record is, in this way, and to nothing else.
fn is_bound(model: &Model, rule: &Rule, bound: Bound) -> bool {
    let Some(scope) = model.scopes.get(rule.scope.index()) else { return false };
    let by = |term: &ScopeTerm| match bound {
        Bound::Owner => matches!(
            term,
            ScopeTerm::Own | ScopeTerm::Team | ScopeTerm::Reports | ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow
        ),
        Bound::Team => {
            matches!(term, ScopeTerm::Team | ScopeTerm::Reports | ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow)
        }
        Bound::Unit => matches!(term, ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow),
    };
    let plain = rule.condition == ConditionId::TRUE && rule.window == WindowId::ALWAYS;
    rule.effect == RuleEffect::Allow
        && rule.scope != ScopeId::ALL
        && plain
        && !scope.outside
        && scope.terms.iter().any(by)
}

/// Whether an allow sets the owner of the asker's records, or of nobody's: giving away, or taking from a pool.
pub fn takes_own(model: &Model, rule: &Rule) -> bool {
    model.scopes.get(rule.scope.index()).is_some_and(|scope| {
        let pool = |term: &ScopeTerm| matches!(term, ScopeTerm::Own | ScopeTerm::NoOwner);
        !scope.outside && scope.terms.iter().all(pool)
    })
}
