//! Objects, rights, fields, attributes, units, networks, lists, coverages, values.

use super::{Checked, below_or_none, ensure, list, numbered, slots, starts};
use crate::table::Table;
use crate::table::bytes::NONE;
use crate::table::layout::{Attribute, Section, attribute_flag, list_kind, right_flag, space, value_tag, value_type};

pub(super) fn check(table: &Table<'_>) -> Checked {
    lists(table)?;
    objects(table)?;
    rights(table)?;
    fields(table)?;
    units(table)?;
    networks(table)?;
    values(table)?;
    names(table)?;
    let views = &table.views;
    for (at, coverage) in numbered(views.coverages) {
        let end = coverage.start.checked_add(u32::from(coverage.words));
        let fits = end.is_some_and(|end| end <= views.coverage_bits.len()) && coverage.record <= 1;
        ensure(fits, Section::Coverages, at, "its bits do not exist")?;
    }
    Ok(())
}

fn names(table: &Table<'_>) -> Checked {
    let views = &table.views;
    slots(table, Section::UnitNames, views.unit_names, |_| table.units())?;
    slots(table, Section::VocabularyNames, views.vocabulary_names, |owner| match owner >> 28 {
        space::OBJECT => table.objects(),
        space::ACTION => table.rights(),
        space::FIELD => views.fields.len(),
        space::VALUE => views.enum_values.len(),
        _ => 0,
    })
}

fn lists(table: &Table<'_>) -> Checked {
    let views = &table.views;
    starts(Section::Lists, views.lists.iter().map(|list| list.start), views.list_items.len())?;
    ensure(table.list(0).len() == 0, Section::Lists, 0, "the empty list is not empty")?;
    for at in 0..views.lists.items() {
        let Some(found) = views.lists.get(at) else { continue };
        let limit = match found.kind {
            list_kind::UNITS => table.units(),
            list_kind::SCOPE_UNITS => table.units().saturating_mul(2),
            list_kind::WINDOWS => views.windows.items(),
            list_kind::FIELDS => views.fields.len(),
            list_kind::RIGHTS => table.rights(),
            list_kind::WATCHED => table.globals.watched,
            list_kind::HELD => table.held_roles(),
            list_kind::USERS => table.users(),
            list_kind::SUSPENSIONS => views.suspensions.len(),
            list_kind::VALUES => views.values.len(),
            list_kind::NETWORKS => views.networks.items(),
            list_kind::PATTERNS => views.patterns.len(),
            list_kind::SUBJECT_ATTRIBUTES => views.subject_attributes.len(),
            list_kind::TEXTS => views.text_starts.items(),
            list_kind::READINGS => views.lists.items(),
            list_kind::EMPTY => 0,
            _ => return Err(super::invalid(Section::Lists, at, "unknown kind of list")),
        };
        // Sets hold no sets, so reading one never goes deeper.
        let flat = |value: u32| views.values.get(value).is_some_and(|value| value.tag != value_tag::SET);
        let of_windows = |list: u32| {
            let kind = views.lists.get(list).map(|list| list.kind);
            matches!(kind, Some(list_kind::WINDOWS | list_kind::EMPTY))
        };
        let fits = |item: u32| {
            item < limit
                && (found.kind != list_kind::VALUES || flat(item))
                && (found.kind != list_kind::READINGS || of_windows(item))
        };
        let items = table.list(at);
        ensure(items.iter().all(|item| fits(item.at)), Section::Lists, at, "an item leads nowhere")?;
        let two = found.kind != list_kind::READINGS || items.len() == 2;
        ensure(two, Section::Lists, at, "windows are read in two ways")?;
    }
    Ok(())
}

fn objects(table: &Table<'_>) -> Checked {
    let views = &table.views;
    starts(Section::Objects, views.objects.iter().map(|object| object.rights), table.rights())?;
    starts(Section::Objects, views.objects.iter().map(|object| object.fields), views.fields.len())?;
    for (at, object) in numbered(views.objects.slice(0, table.objects())) {
        let own = table.fields_of(at);
        let mine = |field| field == NONE || own.contains(&field);
        ensure(object.name < views.text_starts.items(), Section::Objects, at, "its name does not exist")?;
        let fits = mine(object.owner) && mine(object.unit) && mine(object.team) && object.flags <= 1;
        ensure(fits, Section::Objects, at, "its owner, unit or team is no field of it")?;
        list(table, object.held_fields, list_kind::FIELDS, Section::Objects, at)?;
    }
    Ok(())
}

fn rights(table: &Table<'_>) -> Checked {
    let views = &table.views;
    let flags = right_flag::GENERAL | right_flag::CREATE | right_flag::UPDATE | right_flag::OWNER_RULE;
    starts(Section::Rights, views.rights.iter().map(|right| right.suspensions), views.right_suspensions.len())?;
    starts(Section::Rights, views.rights.iter().map(|right| right.requires), views.requires.len())?;
    for (at, right) in numbered(views.rights.slice(0, table.rights())) {
        ensure(right.name < views.text_starts.items(), Section::Rights, at, "its name does not exist")?;
        let fits = table.rights_of(right.object).contains(&at) && right.flags & !flags == 0;
        ensure(fits, Section::Rights, at, "it is no right of its object")?;
        ensure(right.never < views.coverages.len(), Section::Rights, at, "its fields do not exist")?;
        list(table, right.shared, list_kind::FIELDS, Section::Rights, at)?;
        list(table, right.owner_rights, list_kind::RIGHTS, Section::Rights, at)?;
    }
    Ok(())
}

fn attribute(table: &Table<'_>, attribute: &Attribute, section: Section, at: u32) -> Checked {
    let flags =
        attribute_flag::ATTRIBUTE | attribute_flag::SET | attribute_flag::FROM_TABLE | attribute_flag::FROM_RECORDS;
    ensure(attribute.name < table.views.text_starts.items(), section, at, "its name does not exist")?;
    let fits = attribute.ty <= value_type::ADDRESS && attribute.flags & !flags == 0 && attribute.reserved == 0;
    ensure(fits, section, at, "unknown type")?;
    let enums = table.views.enums.items();
    let named =
        if attribute.ty == value_type::ENUM { attribute.enumeration < enums } else { attribute.enumeration == NONE };
    ensure(named, section, at, "its enumeration does not exist")
}

fn fields(table: &Table<'_>) -> Checked {
    let views = &table.views;
    for (at, field) in numbered(views.fields) {
        ensure(table.fields_of(field.object).contains(&at), Section::Fields, at, "it is no field of its object")?;
        let as_attribute = Attribute {
            name: field.name,
            ty: field.ty,
            flags: field.flags,
            reserved: field.reserved,
            enumeration: field.enumeration,
        };
        attribute(table, &as_attribute, Section::Fields, at)?;
    }
    for (at, found) in numbered(views.subject_attributes) {
        attribute(table, &found, Section::SubjectAttributes, at)?;
    }
    for (at, found) in numbered(views.request_attributes) {
        attribute(table, &found, Section::RequestAttributes, at)?;
    }
    starts(Section::Enums, views.enums.iter().map(|start| start.at), views.enum_values.len())?;
    for (at, value) in numbered(views.enum_values) {
        ensure(value.at < views.text_starts.items(), Section::EnumValues, at, "its name does not exist")?;
    }
    Ok(())
}

fn units(table: &Table<'_>) -> Checked {
    let views = &table.views;
    for (at, unit) in numbered(views.units) {
        ensure(unit.name < views.text_starts.items(), Section::Units, at, "its name does not exist")?;
        ensure(unit.end > at && unit.end <= table.units(), Section::Units, at, "what lies below it does not exist")?;
        let nested = unit.parent == NONE
            || (unit.parent < at && views.units.get(unit.parent).is_some_and(|up| unit.end <= up.end));
        ensure(nested, Section::Units, at, "it does not lie below the unit above it")?;
    }
    Ok(())
}

fn networks(table: &Table<'_>) -> Checked {
    let views = &table.views;
    starts(Section::Networks, views.networks.iter().map(|start| start.at), views.address_ranges.len())?;
    for (at, range) in numbered(views.address_ranges) {
        ensure(range.first <= range.last, Section::AddressRanges, at, "its ends are swapped")?;
    }
    Ok(())
}

fn values(table: &Table<'_>) -> Checked {
    let views = &table.views;
    for (at, value) in numbered(views.values) {
        let fits = match value.tag {
            value_tag::NULL | value_tag::NUMBER => value.a == NONE,
            value_tag::BOOLEAN => value.a == NONE && (value.b == 0 || value.b == 1),
            value_tag::TEXT | value_tag::STRANGER => value.a < views.text_starts.items(),
            value_tag::ENUM => value.a < views.enums.items(),
            value_tag::USER => value.a < table.users(),
            value_tag::UNIT => value.a < table.units(),
            value_tag::ADDRESS => value.a < views.addresses.len(),
            value_tag::SET => list(table, value.a, list_kind::VALUES, Section::Values, at).is_ok(),
            _ => false,
        };
        ensure(fits, Section::Values, at, "unknown value")?;
    }
    ensure(below_or_none(table.globals.zone, views.zones.items()), Section::Globals, 0, "its zone does not exist")
}
