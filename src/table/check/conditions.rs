//! Atoms, conditions, scopes.

use super::{Checked, ensure, list, numbered, starts};
use crate::table::Table;
use crate::table::layout::{
    ATTRIBUTE_INDEX, Atom, Condition, MAX_CONDITION, MAX_DEPTH, Section, attribute_kind, comparison, condition_tag,
    list_kind, operand, scope_term, test_tag,
};

pub(super) fn check(table: &Table<'_>) -> Checked {
    for (at, atom) in numbered(table.views.atoms) {
        self::atom(table, &atom, at)?;
    }
    conditions(table)?;
    let terms = scope_term::ALL.saturating_mul(2).saturating_sub(1);
    for (at, scope) in numbered(table.views.scopes) {
        ensure(scope.terms <= terms && scope.outside <= 1, Section::Scopes, at, "unknown term")?;
        list(table, scope.units, list_kind::SCOPE_UNITS, Section::Scopes, at)?;
        let first = at > 0 || (scope.terms == scope_term::ALL && scope.outside == 0);
        ensure(first, Section::Scopes, at, "the first one is not every record")?;
    }
    ensure(table.views.scopes.len() > 0, Section::Scopes, 0, "the first one is not every record")
}

fn attribute(table: &Table<'_>, attribute: u32) -> bool {
    let at = attribute & ATTRIBUTE_INDEX;
    match attribute >> 30 {
        attribute_kind::RECORD => at < table.views.fields.len(),
        attribute_kind::SUBJECT => at < table.views.subject_attributes.len(),
        attribute_kind::REQUEST => at < table.views.request_attributes.len(),
        _ => at == 0,
    }
}

fn atom(table: &Table<'_>, atom: &Atom, at: u32) -> Checked {
    let views = &table.views;
    ensure(attribute(table, atom.left), Section::Atoms, at, "its attribute does not exist")?;
    ensure(atom.comparison <= comparison::GREATER_OR_EQUAL && atom.reserved == 0, Section::Atoms, at, "unknown test")?;
    match atom.test {
        test_tag::ONE_OF => list(table, atom.argument, list_kind::VALUES, Section::Atoms, at),
        test_tag::IN_NETWORKS => list(table, atom.argument, list_kind::NETWORKS, Section::Atoms, at),
        test_tag::IS_NONE => ensure(atom.argument == 0, Section::Atoms, at, "unknown test"),
        test_tag::COMPARE | test_tag::HAS => {
            let exists = match atom.operand {
                operand::VALUE => atom.argument < views.values.len(),
                operand::ATTRIBUTE => attribute(table, atom.argument),
                operand::ME => atom.argument == 0,
                _ => false,
            };
            ensure(exists, Section::Atoms, at, "its right side does not exist")
        }
        _ => Err(super::invalid(Section::Atoms, at, "unknown test")),
    }
}

fn conditions(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let section = Section::Conditions;
    starts(section, views.conditions.iter().map(|condition| condition.parts), views.condition_parts.len())?;
    for (at, condition) in numbered(views.conditions.slice(0, views.conditions.items())) {
        let Some(next) = views.conditions.get(at.saturating_add(1)) else { break };
        let parts = views.condition_parts.slice(condition.parts, next.parts);
        let count = parts.len();
        let fits = match condition.tag {
            condition_tag::TRUE => count == 0,
            condition_tag::AND | condition_tag::OR => count > 0,
            condition_tag::NOT => count == 1,
            condition_tag::ATOM => count == 0 && condition.atom < views.atoms.len(),
            _ => false,
        };
        ensure(fits, section, at, "unknown condition")?;
        ensure(at > 0 || condition.tag == condition_tag::TRUE, section, at, "the first one is not `true`")?;
        let mut size = 1_u32;
        for part in parts.iter() {
            let found: Option<Condition> = if part.at < at { views.conditions.get(part.at) } else { None };
            let found = found.ok_or_else(|| super::invalid(section, at, "a part does not come before it"))?;
            ensure(found.depth < condition.depth, section, at, "its depth is wrong")?;
            size = size.saturating_add(found.size);
        }
        ensure(condition.size == size && size <= MAX_CONDITION, section, at, "its size is wrong or too great")?;
        ensure(condition.depth <= MAX_DEPTH && condition.reserved == 0, section, at, "it is too deep")?;
    }
    ensure(views.conditions.items() > 0, section, 0, "the first one is not `true`")
}
