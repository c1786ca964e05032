//! Objects, rights, fields, attributes, enumerations, units, networks and their names.

use super::texts::{Named, lookup};
use super::{LowerError, Lowering};
use crate::model::{
    ActsAs, Attribute, AttributeSource, EnumId, Field, FieldKind, Object, RecordUnit, Right, RightId, ValueType,
};
use crate::table::NONE;
use crate::table::write::{self, Section, Word, attribute_flag, list_kind, owner, right_flag, space, value_type};

pub(super) fn write(out: &mut Lowering<'_>) -> Result<(), LowerError> {
    let mut names = Vec::new();
    out.objects(&mut names)?;
    out.rights(&mut names)?;
    out.fields(&mut names)?;
    out.attributes()?;
    out.enums(&mut names)?;
    out.units()?;
    out.networks();
    lookup(&mut out.image, &out.texts, Section::VocabularyNames, &names)
}

impl Lowering<'_> {
    fn objects(&mut self, names: &mut Vec<Named>) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let (mut rights, mut fields) = (0_u32, 0_u32);
        for (number, at) in (0..).zip(&ids.objects.order) {
            let Some(object) = model.objects.get(*at) else { continue };
            let name = self.texts.symbol(model, object.name)?;
            names.push((owner(space::OBJECT, 0), name, number));
            let is_held =
                |field: &Field| matches!(field.kind, FieldKind::Attribute { source: AttributeSource::Records, .. });
            let held = object.fields().filter(|field| model.fields.get(field.index()).is_some_and(is_held));
            let held_fields = self.lists.sorted(list_kind::FIELDS, held.map(|field| ids.field(field)))?;
            let field = |field: Option<_>| field.map_or(NONE, |field| ids.field(field));
            let record = write::Object {
                name,
                rights,
                fields,
                owner: field(object.owner),
                unit: match object.unit {
                    Some(RecordUnit::Field(of)) => ids.field(of),
                    Some(RecordUnit::OfOwner) | None => NONE,
                },
                team: field(object.team),
                flags: u32::from(matches!(object.unit, Some(RecordUnit::OfOwner))),
                held_fields,
            };
            self.image.push(Section::Objects, &record);
            rights += object.rights.len() as u32;
            fields += object.fields.len() as u32;
        }
        let end =
            write::Object { name: 0, rights, fields, owner: NONE, unit: NONE, team: NONE, flags: 0, held_fields: 0 };
        self.image.push(Section::Objects, &end);
        Ok(())
    }

    /// Rights, without the suspensions and requirements on them, which `locks` counts.
    fn rights(&mut self, names: &mut Vec<Named>) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        for (number, at) in (0..).zip(&ids.rights.order) {
            let (Some(right), id) = (model.rights.get(*at), RightId::from_index(*at)) else { continue };
            let Some(object) = model.objects.get(right.object.index()) else { continue };
            let name = self.texts.symbol(model, right.action)?;
            names.push((owner(space::ACTION, ids.object(right.object)), name, number));
            let mut flags = if right.general { right_flag::GENERAL } else { 0 };
            flags |= match right.acts_as {
                Some(ActsAs::Create) => right_flag::CREATE,
                Some(ActsAs::Update) => right_flag::UPDATE,
                None => 0,
            };
            let owner_rights = owner_rights(model, object, id, right);
            if owner_rights.is_some() {
                flags |= right_flag::OWNER_RULE;
            }
            let owner_rights = owner_rights.unwrap_or_default();
            let owner_rights = owner_rights.iter().map(|right| ids.right(*right));
            let shares = object.shared.iter().filter(|shared| shared.rights.contains(&id));
            let shared = shares.map(|shared| ids.field(shared.field));
            let record = write::Right {
                name,
                object: ids.object(right.object),
                flags,
                never: self.never(object, right)?,
                shared: self.lists.sorted(list_kind::FIELDS, shared)?,
                owner_rights: self.lists.sorted(list_kind::RIGHTS, owner_rights)?,
                suspensions: 0,
                requires: 0,
            };
            self.right_records.push(record);
        }
        Ok(())
    }

    /// The fields that no rule gives for a right: owner, unit and team on update, but for those that it changes.
    fn never(&mut self, object: &Object, right: &Right) -> Result<u32, LowerError> {
        let mut fields = Vec::new();
        if right.acts_as == Some(ActsAs::Update) {
            let unit = match object.unit {
                Some(RecordUnit::Field(field)) => Some(field),
                Some(RecordUnit::OfOwner) | None => None,
            };
            fields.extend([object.owner, unit, object.team].into_iter().flatten());
            fields.retain(|field| !right.changes.contains(field));
        }
        self.coverage(object, fields.into_iter(), false)
    }

    fn fields(&mut self, names: &mut Vec<Named>) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        for (number, at) in (0..).zip(&ids.fields.order) {
            let Some(field) = model.fields.get(*at) else { continue };
            let name = self.texts.symbol(model, field.name)?;
            let object = ids.object(field.object);
            names.push((owner(space::FIELD, object), name, number));
            let (ty, flags, enumeration) = match field.kind {
                FieldKind::Field => (0, 0, NONE),
                FieldKind::Attribute { ty, set, source } => {
                    let (ty, enumeration) = self.type_code(ty);
                    // Records have no facts of their own in the table.
                    let source = if source == AttributeSource::Records { source } else { AttributeSource::Request };
                    (ty, attribute_flag::ATTRIBUTE | flags(set, source), enumeration)
                }
            };
            self.image.push(Section::Fields, &write::Field { name, object, ty, flags, reserved: 0, enumeration });
        }
        Ok(())
    }

    fn attributes(&mut self) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let subject = (&ids.subject_attributes, &model.subject_attributes, Section::SubjectAttributes);
        let request = (&ids.request_attributes, &model.request_attributes, Section::RequestAttributes);
        for (order, attributes, section) in [subject, request] {
            for at in &order.order {
                let Some(Attribute { name, ty, set, source, .. }) = attributes.get(*at) else { continue };
                let name = self.texts.symbol(model, *name)?;
                let (ty, enumeration) = self.type_code(*ty);
                let flags = attribute_flag::ATTRIBUTE | flags(*set, *source);
                self.image.push(section, &write::Attribute { name, ty, flags, reserved: 0, enumeration });
            }
        }
        Ok(())
    }

    fn type_code(&self, ty: ValueType) -> (u8, u32) {
        match ty {
            ValueType::Boolean => (value_type::BOOLEAN, NONE),
            ValueType::Number => (value_type::NUMBER, NONE),
            ValueType::Text => (value_type::TEXT, NONE),
            ValueType::Enum(EnumId(id)) => (value_type::ENUM, self.ids.enums.get(id as usize)),
            ValueType::User => (value_type::USER, NONE),
            ValueType::Unit => (value_type::UNIT, NONE),
            ValueType::Address => (value_type::ADDRESS, NONE),
        }
    }

    fn enums(&mut self, names: &mut Vec<Named>) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        for (number, at) in (0..).zip(&ids.enums.order) {
            let start = self.image.count(Section::EnumValues)?;
            self.image.push(Section::Enums, &Word { at: start });
            for (position, value) in (0..).zip(model.enums.get(*at).into_iter().flat_map(|found| &found.values)) {
                let name = self.texts.symbol(model, value.name)?;
                names.push((owner(space::VALUE, number), name, position));
                self.image.push(Section::EnumValues, &Word { at: name });
            }
        }
        let end = self.image.count(Section::EnumValues)?;
        self.image.push(Section::Enums, &Word { at: end });
        Ok(())
    }

    fn units(&mut self) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let mut names = Vec::with_capacity(ids.units.len());
        for ((number, at), end) in (0..).zip(&ids.units.order).zip(&ids.unit_ends) {
            let Some(unit) = model.units.get(*at) else { continue };
            let name = self.texts.symbol(model, unit.name)?;
            names.push((owner(space::ALONE, 0), name, number));
            let parent = unit.parent.map_or(NONE, |parent| ids.unit(parent));
            self.image.push(Section::Units, &write::Unit { name, end: *end, parent });
        }
        lookup(&mut self.image, &self.texts, Section::UnitNames, &names)
    }

    fn networks(&mut self) {
        let mut start = 0_u32;
        for network in self.ids.networks.order.iter().filter_map(|at| self.model.networks.get(*at)) {
            self.image.push(Section::Networks, &Word { at: start });
            for (first, last) in &network.ranges {
                self.image.push(Section::AddressRanges, &write::AddressRange { first: *first, last: *last });
                start += 1;
            }
        }
        self.image.push(Section::Networks, &Word { at: start });
    }
}

const fn flags(set: bool, source: AttributeSource) -> u8 {
    let set = if set { attribute_flag::SET } else { 0 };
    set | match source {
        AttributeSource::Request => 0,
        AttributeSource::Table => attribute_flag::FROM_TABLE,
        AttributeSource::Records => attribute_flag::FROM_RECORDS,
    }
}

/// For a right that creates records of an owner and does not change who that is: the rights that do.
fn owner_rights(model: &crate::model::Model, object: &Object, id: RightId, right: &Right) -> Option<Vec<RightId>> {
    let owner = object.owner?;
    if right.acts_as != Some(ActsAs::Create) || right.changes.contains(&owner) {
        return None;
    }
    let changes = |other: &RightId| {
        *other != id && model.rights.get(other.index()).is_some_and(|right| right.changes.contains(&owner))
    };
    Some(object.rights().filter(changes).collect())
}
