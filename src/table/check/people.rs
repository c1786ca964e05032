//! Users, hats, suspensions, requirements, separations.

use super::{Checked, below_or_none, ensure, list, list_or_none, numbered, slots, starts};
use crate::table::Table;
use crate::table::bytes::NONE;
use crate::table::layout::{Section, list_kind, suspension_kind, user_flag};

pub(super) fn check(table: &Table<'_>) -> Checked {
    let views = &table.views;
    slots(table, Section::UserNames, views.user_names, |_| table.users())?;
    slots(table, Section::SuspendedNames, views.suspended_names, |_| table.users())?;
    users(table)?;
    hats(table)?;
    suspensions(table)?;
    requires(table)?;
    let globals = &table.globals;
    let section = Section::Globals;
    list(table, globals.everything, list_kind::SUSPENSIONS, section, 0)?;
    list(table, globals.table_attributes, list_kind::SUBJECT_ATTRIBUTES, section, 0)?;
    list(table, globals.subject_types, list_kind::TEXTS, section, 0)
}

fn users(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let section = Section::Users;
    starts(section, views.users.iter().map(|user| user.hats), views.hats.len())?;
    starts(section, views.users.iter().map(|user| user.stated), views.stated.len())?;
    for (at, user) in numbered(views.users.slice(0, table.users())) {
        ensure(user.name < views.text_starts.items(), section, at, "its name does not exist")?;
        ensure(user.flags & !(user_flag::EXTERNAL | user_flag::SKIPPED) == 0, section, at, "unknown flags")?;
        list(table, user.windows, list_kind::WINDOWS, section, at)?;
        list_or_none(table, user.units, list_kind::UNITS, section, at)?;
        list(table, user.suspensions, list_kind::SUSPENSIONS, section, at)?;
        // Levels rise downwards, so that nobody is above themselves.
        let above = if user.reports_to < table.users() { views.users.get(user.reports_to) } else { None };
        let level = match above {
            Some(above) => user.level > above.level,
            None => user.reports_to == NONE && user.level == 0,
        };
        ensure(level, section, at, "the user above does not exist or is not above")?;
    }
    for (at, stated) in numbered(views.stated) {
        let fits = stated.attribute < views.subject_attributes.len() && stated.value < views.values.len();
        ensure(fits, Section::Stated, at, "its attribute or value does not exist")?;
    }
    Ok(())
}

fn hats(table: &Table<'_>) -> Checked {
    let section = Section::Hats;
    for (at, hat) in numbered(table.views.hats) {
        ensure(hat.held < table.held_roles(), section, at, "its role does not exist")?;
        ensure(below_or_none(hat.behalf, table.users()), section, at, "its person does not exist")?;
        // In one reading, or in two.
        if list(table, hat.windows, list_kind::READINGS, section, at).is_err() {
            list(table, hat.windows, list_kind::WINDOWS, section, at)?;
        }
        list_or_none(table, hat.units, list_kind::UNITS, section, at)?;
    }
    Ok(())
}

fn suspensions(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let section = Section::Suspensions;
    for (at, suspension) in numbered(views.suspensions) {
        let fits = suspension.window < views.windows.items() && suspension.condition < views.conditions.items();
        ensure(fits, section, at, "its window or condition does not exist")?;
        match suspension.kind {
            suspension_kind::USERS => {
                let fits = below_or_none(suspension.a, table.held_roles()) && suspension.b == NONE;
                ensure(fits, section, at, "its role does not exist")?;
            }
            suspension_kind::ROLES | suspension_kind::CUT | suspension_kind::RIGHTS => {
                ensure(suspension.a == NONE && suspension.b == NONE, section, at, "unknown target")?;
            }
            suspension_kind::EVERYTHING => {
                list(table, suspension.a, list_kind::HELD, section, at)?;
                list(table, suspension.b, list_kind::USERS, section, at)?;
            }
            _ => return Err(super::invalid(section, at, "unknown kind")),
        }
    }
    for (at, of_right) in numbered(views.right_suspensions) {
        let fits = of_right.suspension < views.suspensions.len() && of_right.condition < views.conditions.items();
        ensure(fits, Section::RightSuspensions, at, "its suspension or condition does not exist")?;
    }
    Ok(())
}

fn requires(table: &Table<'_>) -> Checked {
    let views = &table.views;
    for (at, require) in numbered(views.requires) {
        let fits = require.condition < views.conditions.items()
            && require.window < views.windows.items()
            && require.statement < views.require_notes.len();
        ensure(fits, Section::Requires, at, "a part does not exist")?;
        list_or_none(table, require.roles, list_kind::WATCHED, Section::Requires, at)?;
    }
    for (at, separation) in numbered(views.separations) {
        list(table, separation.at, list_kind::WATCHED, Section::Separations, at)?;
    }
    for (at, exclusive) in numbered(views.exclusives) {
        list(table, exclusive.roles, list_kind::WATCHED, Section::Exclusives, at)?;
        ensure(exclusive.window < views.windows.items(), Section::Exclusives, at, "its window does not exist")?;
    }
    Ok(())
}
