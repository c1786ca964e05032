//! Views of the vocabulary, people and texts of an opened table.

use super::Table;
use super::bytes::{NONE, Records, index};
use super::layout::{
    ATTRIBUTE_INDEX, Attribute, Coverage, Field, Object, Right, Section, User, Word, attribute_flag, attribute_kind,
    list_kind,
};

/// The units of somebody, `None` if they are not known.
pub(crate) type Units<'a> = Option<Records<'a, Word>>;

/// The type of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Type {
    /// [`super::layout::value_type`]
    pub(crate) ty: u8,
    /// A set of such values.
    pub(crate) set: bool,
    /// For enumerations, which.
    pub(crate) enumeration: u32,
}

impl<'a> Table<'a> {
    /// A text that decisions compare; empty if there is none.
    #[inline]
    pub(crate) fn text(&self, text: u32) -> &'a str {
        let starts = self.views.text_starts.slice(text, text.saturating_add(2));
        match (starts.get(0), starts.get(1)) {
            (Some(start), Some(end)) => self.text.get(index(start.at)..index(end.at)).unwrap_or(""),
            _ => "",
        }
    }

    /// A text for people; empty if there is none.
    pub(crate) fn note(&self, text: u32) -> &'a str {
        let starts = self.views.note_text_starts.slice(text, text.saturating_add(2));
        match (starts.get(0), starts.get(1)) {
            (Some(start), Some(end)) => self.note_text.get(index(start.at)..index(end.at)).unwrap_or(""),
            _ => "",
        }
    }

    /// A text for people that may be absent: the number is one more than its position.
    pub(crate) fn note_or_none(&self, text: u32) -> Option<&'a str> {
        Some(self.note(text.checked_sub(1)?))
    }

    /// The items of a list.
    #[inline]
    pub(crate) fn list(&self, list: u32) -> Records<'a, Word> {
        let lists = self.views.lists.slice(list, list.saturating_add(2));
        match (lists.get(0), lists.get(1)) {
            (Some(start), Some(end)) => self.views.list_items.slice(start.start, end.start),
            _ => Records::new(&[]),
        }
    }

    /// The windows of a hat read narrow, and read wide: two lists, nearly always the same one.
    #[inline]
    pub(crate) fn readings(&self, windows: u32) -> (u32, u32) {
        if windows == 0 || self.views.lists.get(windows).is_none_or(|list| list.kind != list_kind::READINGS) {
            return (windows, windows);
        }
        let both = self.list(windows);
        match (both.get(0), both.get(1)) {
            (Some(narrow), Some(wide)) => (narrow.at, wide.at),
            _ => (windows, windows),
        }
    }

    /// The items of a list of units that may be unknown.
    #[inline]
    pub(crate) fn units_of(&self, list: u32) -> Units<'a> {
        (list != NONE).then(|| self.list(list))
    }

    /// How many objects there are.
    pub fn objects(&self) -> u32 {
        self.views.objects.items()
    }

    /// How many rights there are.
    pub fn rights(&self) -> u32 {
        self.views.rights.items()
    }

    /// How many users there are.
    pub fn users(&self) -> u32 {
        self.views.users.items()
    }

    /// How many held roles there are.
    pub fn held_roles(&self) -> u32 {
        self.views.held.items()
    }

    /// How many cells there are: rights of held roles with rules on them, and objects with masks.
    pub fn cells(&self) -> u32 {
        self.views.cell_keys.len()
    }

    /// The sections with their bytes, in the order of the file.
    pub fn sizes(&self) -> Vec<(&'static str, usize)> {
        let lengths = self.lengths.iter().copied();
        Section::ALL.iter().map(|section| section.name()).zip(lengths).collect()
    }

    /// How many units there are.
    pub fn units(&self) -> u32 {
        self.views.units.len()
    }

    /// The name of an object.
    pub fn object_name(&self, object: u32) -> &'a str {
        self.views.objects.get(object).map_or("", |object| self.text(object.name))
    }

    /// The object of a right.
    pub fn object_of(&self, right: u32) -> Option<u32> {
        self.views.rights.get(right).map(|right| right.object)
    }

    /// The name of the action of a right.
    pub fn action_name(&self, right: u32) -> &'a str {
        self.views.rights.get(right).map_or("", |right| self.text(right.name))
    }

    /// The name of a field, as in [`crate::runtime::Decision::hidden`].
    pub fn field_name(&self, field: u32) -> &'a str {
        self.views.fields.get(field).map_or("", |field| self.text(field.name))
    }

    /// The id of a user, as in [`crate::runtime::Decision::on_behalf_of`].
    pub fn user_name(&self, user: u32) -> &'a str {
        self.views.users.get(user).map_or("", |user| self.text(user.name))
    }

    /// The name of a held role.
    pub fn held_role_name(&self, held: u32) -> &'a str {
        self.views.held.get(held).map_or("", |held| self.text(held.name))
    }

    /// The name of a unit.
    pub fn unit_name(&self, unit: u32) -> &'a str {
        self.views.units.get(unit).map_or("", |unit| self.text(unit.name))
    }

    /// The fields of an object, as a range of field numbers.
    #[inline]
    pub fn fields_of(&self, object: u32) -> std::ops::Range<u32> {
        let objects = self.views.objects.slice(object, object.saturating_add(2));
        match (objects.get(0), objects.get(1)) {
            (Some(object), Some(next)) => object.fields..next.fields,
            _ => 0..0,
        }
    }

    /// The rights of an object, as a range of right numbers.
    pub fn rights_of(&self, object: u32) -> std::ops::Range<u32> {
        let objects = self.views.objects.slice(object, object.saturating_add(2));
        match (objects.get(0), objects.get(1)) {
            (Some(object), Some(next)) => object.rights..next.rights,
            _ => 0..0,
        }
    }

    /// Names that a request may give as the subject's type.
    pub fn subject_types(&self) -> impl Iterator<Item = &'a str> {
        self.list(self.globals.subject_types).iter().map(|text| self.text(text.at))
    }

    /// An attribute as a decision lists it (`missing`, `ignored`): `record`, `subject` or `request`, and its name.
    pub fn attribute_name(&self, attribute: u32) -> (&'static str, &'a str) {
        let at = attribute & ATTRIBUTE_INDEX;
        let name = |record: Option<Attribute>| record.map_or("", |attribute| self.text(attribute.name));
        match attribute >> 30 {
            attribute_kind::RECORD => ("record", self.field_name(at)),
            attribute_kind::SUBJECT => ("subject", name(self.views.subject_attributes.get(at))),
            attribute_kind::REQUEST => ("request", name(self.views.request_attributes.get(at))),
            attribute_kind::RECORD_ID => ("record", "id"),
            _ => ("", ""),
        }
    }

    /// The type of a subject or request attribute.
    #[inline]
    pub(crate) fn type_of_attribute(attribute: &Attribute) -> Type {
        Type { ty: attribute.ty, set: attribute.flags & attribute_flag::SET != 0, enumeration: attribute.enumeration }
    }

    /// The type of a field.
    #[inline]
    pub(crate) fn type_of_field(field: &Field) -> Type {
        Type { ty: field.ty, set: field.flags & attribute_flag::SET != 0, enumeration: field.enumeration }
    }

    /// An object.
    #[inline]
    pub(crate) fn object_record(&self, object: u32) -> Option<Object> {
        self.views.objects.get(object)
    }

    /// A right and where its suspensions and requirements end.
    #[inline]
    pub(crate) fn right_record(&self, right: u32) -> Option<(Right, Right)> {
        let rights = self.views.rights.slice(right, right.saturating_add(2));
        Some((rights.get(0)?, rights.get(1)?))
    }

    /// The request attributes that are declared.
    #[cfg(feature = "cli")]
    pub(crate) fn request_attribute_names(&self) -> impl Iterator<Item = &'a str> {
        self.views.request_attributes.iter().map(|attribute| self.text(attribute.name))
    }

    /// The subject attributes that are declared.
    #[cfg(feature = "cli")]
    pub(crate) fn subject_attribute_names(&self) -> impl Iterator<Item = &'a str> {
        self.views.subject_attributes.iter().map(|attribute| self.text(attribute.name))
    }

    /// The rights that changing the owner takes, one of which lets a creator name somebody else.
    #[cfg(feature = "compiler")]
    pub(crate) fn owner_rights(&self, right: u32) -> impl Iterator<Item = u32> {
        let list = self.right_record(right).map_or(0, |(right, _)| right.owner_rights);
        self.list(list).iter().map(|right| right.at)
    }

    /// Whether requests bring a held role.
    #[cfg(feature = "compiler")]
    pub(crate) fn is_brought(&self, held: u32) -> bool {
        self.views.held.get(held).is_some_and(|held| held.flags & super::code::held_flag::BROUGHT != 0)
    }

    /// A user and where its hats and stated attributes end.
    #[inline]
    pub(crate) fn user_record(&self, user: u32) -> Option<(User, User)> {
        let users = self.views.users.slice(user, user.saturating_add(2));
        Some((users.get(0)?, users.get(1)?))
    }

    /// Whether `unit` is `top` or lies below it.
    #[inline]
    pub(crate) fn unit_at_or_below(&self, unit: u32, top: u32) -> bool {
        unit == top || (top < unit && self.views.units.get(top).is_some_and(|top| unit < top.end))
    }

    /// 64 bits of a coverage: those of the fields from `64 * word` on.
    #[inline]
    pub(crate) fn coverage_word(&self, coverage: &Coverage, word: u32) -> u64 {
        if word >= u32::from(coverage.words) {
            return 0;
        }
        coverage.start.checked_add(word).and_then(|at| self.views.coverage_bits.get(at)).map_or(0, |bits| bits.bits)
    }

    /// Whether a coverage holds the `field`-th field of its object.
    #[inline]
    pub(crate) fn covers(&self, coverage: &Coverage, field: u32) -> bool {
        (self.coverage_word(coverage, field >> 6) >> (field & 63)) & 1 != 0
    }
}
