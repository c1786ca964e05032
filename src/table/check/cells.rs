//! Rules, held roles, cells, runs, guards.

use super::{Checked, ensure, list, numbered, packed, slots, starts};
use crate::table::Table;
use crate::table::layout::{Section, held_flag, list_kind};

pub(super) fn check(table: &Table<'_>) -> Checked {
    let views = &table.views;
    for (at, body) in numbered(views.bodies) {
        let fits = body.scope < views.scopes.len()
            && body.condition < views.conditions.items()
            && body.window < views.windows.items()
            && body.coverage < views.coverages.len();
        ensure(fits, Section::Bodies, at, "a part does not exist")?;
    }
    packed(Section::Rules, views.rules, views.rules.len(), views.bodies.len())?;
    held(table)?;
    runs(table)?;
    guards(table)
}

fn held(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let section = Section::Held;
    starts(section, views.held.iter().map(|held| held.cells), views.cell_keys.len())?;
    slots(table, Section::RoleNames, views.role_names, |_| table.held_roles())?;
    for (at, held) in numbered(views.held.slice(0, table.held_roles())) {
        ensure(held.name < views.text_starts.items(), section, at, "its name does not exist")?;
        let flags = held_flag::EXTERNAL | held_flag::BROUGHT;
        ensure(held.flags & !flags == 0, section, at, "unknown flags")?;
        list(table, held.watched, list_kind::WATCHED, section, at)?;
        list(table, held.suspensions, list_kind::SUSPENSIONS, section, at)?;
        let Some(next) = views.held.get(at.saturating_add(1)) else { break };
        ensure(views.cell_keys.rises(held.cells, next.cells), section, at, "its cells are out of order")?;
    }
    let keys = table.rights().saturating_add(table.objects());
    packed(Section::CellKeys, views.cell_keys, views.cell_keys.len(), keys)?;
    let targets = views.rules.len().saturating_add(views.runs.len());
    packed(Section::CellRefs, views.cell_refs, views.cell_keys.len(), targets)
}

fn runs(table: &Table<'_>) -> Checked {
    let views = &table.views;
    for (at, run) in numbered(views.runs) {
        let end = run.start.checked_add(run.allows).and_then(|end| end.checked_add(run.denies));
        let fits = end.is_some_and(|end| end <= views.entry_rules.len());
        ensure(fits, Section::Runs, at, "its entries do not exist")?;
    }
    packed(Section::EntryRules, views.entry_rules, views.entry_rules.len(), views.rules.len())?;
    // Which of the two kinds of guards an entry means only its place in a run tells; one that does not exist
    // never lets an allow through and never releases a deny.
    let guards = views.allow_guards.items().max(views.deny_guards.items());
    packed(Section::EntryGuards, views.entry_guards, views.entry_rules.len(), guards)
}

fn guards(table: &Table<'_>) -> Checked {
    let views = &table.views;
    starts(Section::AllowGuards, views.allow_guards.iter().map(|start| start.at), views.alternatives.items())?;
    starts(Section::DenyGuards, views.deny_guards.iter().map(|start| start.at), views.deny_alternatives.len())?;
    let first = |guards: &crate::table::bytes::Records<'_, crate::table::layout::Word>| {
        guards.get(1).is_some_and(|second| second.at == 0)
    };
    ensure(first(&views.allow_guards), Section::AllowGuards, 0, "the first one has alternatives")?;
    ensure(first(&views.deny_guards), Section::DenyGuards, 0, "the first one has alternatives")?;
    let actives = views.alternatives.iter().map(|alternative| alternative.actives);
    starts(Section::Alternatives, actives, views.actives.len())?;
    for (at, alternative) in numbered(views.alternatives) {
        list(table, alternative.cuts, list_kind::SUSPENSIONS, Section::Alternatives, at)?;
    }
    for (at, active) in numbered(views.actives) {
        let fits = active.window < views.windows.items() && active.condition < views.conditions.items();
        ensure(fits, Section::Actives, at, "a part does not exist")?;
    }
    for (at, alternative) in numbered(views.deny_alternatives) {
        list(table, alternative.at, list_kind::WINDOWS, Section::DenyAlternatives, at)?;
    }
    Ok(())
}
