//! The sections for people.

use super::{Checked, below_or_none, ensure, numbered, packed, starts};
use crate::table::Table;
use crate::table::bytes::{Records, index};
use crate::table::layout::{Note, Section};

pub(super) fn check(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let texts = views.note_text_starts.items();
    let policy = &table.policy;
    let fits = policy.name <= texts && policy.title <= texts && policy.database <= texts && policy.reserved == 0;
    ensure(fits, Section::Policy, 0, "a text does not exist")?;
    for (at, file) in numbered(views.files) {
        ensure(file.at < texts, Section::Files, at, "its path does not exist")?;
    }
    let origins = views.origins.len();
    for (at, origin) in numbered(views.origins) {
        ensure(u32::from(origin.file) < views.files.len(), Section::Origins, at, "its file does not exist")?;
    }
    packed(Section::OriginInstances, views.origin_instances, origins, origins.saturating_add(1))?;
    roles(table)?;
    let roles = views.roles.items();
    packed(Section::HeldRoles, views.held_roles, table.held_roles(), roles)?;
    packed(Section::WatchedRoles, views.watched_roles, table.globals.watched, roles)?;
    packed(Section::RuleRoles, views.rule_roles, table.rules(), roles)?;
    packed(Section::RuleOrigins, views.rule_origins, table.rules(), origins)?;
    let optional = texts.saturating_add(1);
    packed(Section::RuleNames, views.rule_names, table.rules(), optional)?;
    packed(Section::HatOrigins, views.hat_origins, views.hats.len(), origins)?;
    packed(Section::HatRows, views.hat_rows, views.hats.len(), u32::MAX)?;
    notes(table, Section::SuspensionNotes, views.suspension_notes, views.suspensions.len())?;
    notes(table, Section::RequireNotes, views.require_notes, views.require_notes.len())?;
    notes(table, Section::SeparationNotes, views.separation_notes, views.separations.len())?;
    notes(table, Section::ExclusiveNotes, views.exclusive_notes, views.exclusives.len())?;
    packed(Section::ObjectTitles, views.object_titles, table.objects(), optional)?;
    packed(Section::RightTitles, views.right_titles, table.rights(), optional)?;
    packed(Section::FieldTitles, views.field_titles, views.fields.len(), optional)?;
    packed(Section::UnitTitles, views.unit_titles, table.units(), optional)?;
    packed(Section::UserTitles, views.user_titles, table.users(), optional)?;
    packed(Section::NetworkNames, views.network_names, views.networks.items(), texts)?;
    packed(Section::ZoneNames, views.zone_names, views.zones.items(), texts)
}

fn roles(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let texts = views.note_text_starts.items();
    let section = Section::Roles;
    starts(section, views.roles.iter().map(|role| role.parents), views.parents.len())?;
    for (at, role) in numbered(views.roles.slice(0, views.roles.items())) {
        let fits = role.name < texts
            && role.title <= texts
            && role.template <= texts
            && role.origin < views.origins.len()
            && below_or_none(role.held, table.held_roles());
        ensure(fits, section, at, "a part does not exist")?;
        let Some(next) = views.roles.get(at.saturating_add(1)) else { break };
        for parent in views.parents.slice(role.parents, next.parents).iter() {
            let above = if parent.at < views.roles.items() { views.roles.get(parent.at) } else { None };
            let rises = above.is_some_and(|parent| parent.height < role.height);
            ensure(rises, section, at, "a parent does not exist or is not lower")?;
        }
        ensure(index(role.height) <= index(views.roles.items()), section, at, "its height is wrong")?;
    }
    Ok(())
}

fn notes(table: &Table<'_>, section: Section, notes: Records<'_, Note>, count: u32) -> Checked {
    ensure(notes.len() == count, section, notes.len(), "not one note for each record")?;
    let texts = table.views.note_text_starts.items();
    let origins = table.views.origins.len();
    for (at, note) in numbered(notes) {
        let fits =
            note.origin < origins && note.name <= texts && note.because <= texts && below_or_none(note.ended, origins);
        ensure(fits, section, at, "a part does not exist")?;
    }
    Ok(())
}
