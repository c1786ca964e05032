//! When one rule surely covers another, and when two may meet: by their parts, without looking at values.
//!
//! "Covers" is a promise (whenever the narrow one applies, the wide one does); "meets" leaves room for doubt.

use crate::model::{
    AtomId, AttributeRef, Comparison, Condition, ConditionId, Coverage, FieldId, LabelId, Model, Operand, RightId,
    Rule, RuleEffect, Scope, ScopeId, ScopeTerm, Test, Value, WindowId,
};
use crate::time::Window;

/// The members common to two sorted lists.
pub fn common<T: Ord + Copy>(a: &[T], b: &[T]) -> Vec<T> {
    a.iter().copied().filter(|x| b.binary_search(x).is_ok()).collect()
}

/// Whether a deny wholly covers an allow: same object, all its rights, fields, records, conditions and instants.
pub fn deny_covers_allow(model: &Model, deny: &Rule, allow: &Rule) -> bool {
    deny.object == allow.object
        && allow.rights.iter().all(|right| deny.rights.binary_search(right).is_ok())
        && coverage_covers(&deny.coverage, &allow.coverage)
        && scope_covers(model, deny.scope, allow.scope)
        && (deny.condition == ConditionId::TRUE || deny.condition == allow.condition)
        && window_covers(model, deny.window, allow.window)
}

/// Whether a deny with coverage `wide` takes everything that an allow with coverage `narrow` gives.
fn coverage_covers(wide: &Coverage, narrow: &Coverage) -> bool {
    match (wide, narrow) {
        (Coverage::Object { .. }, _) => true,
        (Coverage::Fields(_), Coverage::Object { .. }) => false,
        (Coverage::Fields(wide), Coverage::Fields(narrow)) => narrow.iter().all(|f| wide.binary_search(f).is_ok()),
    }
}

/// Whether a record that is surely in `narrow` is surely in `wide`.
pub fn scope_covers(model: &Model, wide: ScopeId, narrow: ScopeId) -> bool {
    if wide == narrow || wide == ScopeId::ALL {
        return true;
    }
    let (Some(wide), Some(narrow)) = (model.scopes.get(wide.index()), model.scopes.get(narrow.index())) else {
        return false;
    };
    match (wide.outside, narrow.outside) {
        (false, false) => union_covers(model, wide, narrow),
        // What lies outside more lies outside less.
        (true, true) => union_covers(model, narrow, wide),
        (true, false) | (false, true) => false,
    }
}

fn union_covers(model: &Model, wide: &Scope, narrow: &Scope) -> bool {
    narrow.terms.iter().all(|n| wide.terms.iter().any(|w| term_covers(model, *w, *n)))
}

/// Each scope is the union with the narrower ones.
fn term_covers(model: &Model, wide: ScopeTerm, narrow: ScopeTerm) -> bool {
    use ScopeTerm as T;
    match (wide, narrow) {
        (T::All, _) => true,
        (T::Team, T::Own) | (T::Reports | T::MyUnit | T::MyUnitAndBelow, T::Own | T::Team) => true,
        (T::MyUnitAndBelow, T::MyUnit) => true,
        (T::UnitAndBelow(top), T::Unit(unit) | T::UnitAndBelow(unit)) => model.unit_at_or_below(unit, top),
        _ => wide == narrow,
    }
}

/// Whether two scopes can hold one record: false only if they surely cannot.
pub fn scopes_meet(model: &Model, a: ScopeId, b: ScopeId) -> bool {
    let (Some(first), Some(second)) = (model.scopes.get(a.index()), model.scopes.get(b.index())) else {
        return true;
    };
    match (first.outside, second.outside) {
        (true, true) => true,
        (true, false) => !union_covers(model, first, second),
        (false, true) => !union_covers(model, second, first),
        (false, false) => first.terms.iter().any(|a| second.terms.iter().any(|b| terms_meet(model, *a, *b))),
    }
}

fn terms_meet(model: &Model, a: ScopeTerm, b: ScopeTerm) -> bool {
    use ScopeTerm as T;
    match (a, b) {
        (T::Unit(a), T::Unit(b)) => a == b,
        (T::Unit(unit), T::UnitAndBelow(top)) | (T::UnitAndBelow(top), T::Unit(unit)) => {
            model.unit_at_or_below(unit, top)
        }
        (T::UnitAndBelow(a), T::UnitAndBelow(b)) => model.unit_at_or_below(a, b) || model.unit_at_or_below(b, a),
        (T::Own, T::NoOwner) | (T::NoOwner, T::Own) => false,
        _ => true,
    }
}

/// Whether `wide` (read wide) is surely open whenever `narrow` (read narrow) is.
pub fn window_covers(model: &Model, wide: WindowId, narrow: WindowId) -> bool {
    if wide == narrow {
        return true;
    }
    let (wide, narrow): (&Window, &Window) = (model.window(wide), model.window(narrow));
    wide.from <= narrow.from
        && wide.until >= narrow.until
        && wide.recurring.iter().all(|recurring| narrow.recurring.contains(recurring))
}

/// Whether two conditions can hold at once: false only if each demands a value of one attribute that the other excludes.
pub fn conditions_meet(model: &Model, a: ConditionId, b: ConditionId) -> bool {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    demands(model, a, &mut first);
    demands(model, b, &mut second);
    !first.iter().any(|(left, values)| second.iter().any(|(l, v)| left == l && !values.iter().any(|x| v.contains(x))))
}

/// The values that a condition demands of single attributes: those of its `and` parts.
fn demands(model: &Model, id: ConditionId, out: &mut Vec<(AttributeRef, Vec<Value>)>) {
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        match model.conditions.get(id.index()) {
            Some(Condition::And(parts)) => open.extend(parts),
            Some(Condition::Atom(atom)) => out.extend(demanded(model, *atom)),
            Some(Condition::True | Condition::Or(_) | Condition::Not(_)) | None => {}
        }
    }
}

fn demanded(model: &Model, atom: AtomId) -> Option<(AttributeRef, Vec<Value>)> {
    let atom = model.atoms.get(atom.index())?;
    match &atom.test {
        Test::Compare(Comparison::Equal, Operand::Value(value)) => Some((atom.left, vec![value.clone()])),
        Test::OneOf(values) => Some((atom.left, values.clone())),
        Test::Compare(..) | Test::Has(_) | Test::InNetworks(_) | Test::IsNone => None,
    }
}

/// Whether two rules may speak of one request: a common right, records, values and (see [`super::moment`]) instants.
pub fn rules_meet(model: &Model, a: &Rule, b: &Rule) -> Option<Vec<RightId>> {
    if a.object != b.object || !coverages_meet(model, a, b) {
        return None;
    }
    let rights = common(&a.rights, &b.rights);
    let meet =
        !rights.is_empty() && scopes_meet(model, a.scope, b.scope) && conditions_meet(model, a.condition, b.condition);
    meet.then_some(rights)
}

/// Whether a field (or the record) is covered by both. A deny of the object takes all fields.
fn coverages_meet(model: &Model, a: &Rule, b: &Rule) -> bool {
    match (&a.coverage, &b.coverage) {
        (Coverage::Object { .. }, Coverage::Object { .. }) => true,
        (Coverage::Fields(a), Coverage::Fields(b)) => !common(a, b).is_empty(),
        (Coverage::Object { including }, Coverage::Fields(fields)) => {
            a.effect == RuleEffect::Deny || fields.iter().any(|f| included(model, including, *f))
        }
        (Coverage::Fields(fields), Coverage::Object { including }) => {
            b.effect == RuleEffect::Deny || fields.iter().any(|f| included(model, including, *f))
        }
    }
}

/// Whether an allow with this `including` covers the field: every label of it is listed.
pub fn included(model: &Model, including: &[LabelId], field: FieldId) -> bool {
    model.fields.get(field.index()).is_some_and(|f| f.labels.iter().all(|label| including.binary_search(label).is_ok()))
}
