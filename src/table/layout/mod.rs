//! The format, version 1: header, sections, records and codes. What it means is told in `docs/table-format.md`.
//!
//! The one place that writer (`lower`) and reader share; changing anything here changes [`VERSION`].

mod code;
mod fact;
mod hold;
mod note;

pub(crate) use code::*;
pub(crate) use fact::*;
pub(crate) use hold::*;
pub(crate) use note::*;

/// All records, in the order of the documentation.
#[cfg(test)]
pub(in crate::table) fn records_of() -> impl Iterator<Item = super::bytes::RecordWords> {
    [fact::RECORDS, hold::RECORDS, note::RECORDS].into_iter().flatten().copied()
}

use super::bytes::{Packed, Record, Records};

/// First bytes of every table; the line ends show a transfer that "repaired" them.
pub(crate) const MAGIC: [u8; 8] = *b"\x89RCT\r\n\x1a\n";
/// The version of the format.
pub(crate) const VERSION: u32 = 1;
/// Every section starts at a multiple of this.
pub(crate) const ALIGNMENT: usize = 8;

/// Deepest condition.
pub(crate) const MAX_DEPTH: u8 = 200;
/// Tests in one condition, counted as often as they are reached.
pub(crate) const MAX_CONDITION: u32 = 65_536;
/// Longest name in bytes.
#[cfg(feature = "compiler")]
pub(crate) const MAX_NAME: usize = 65_535;

/// How a section is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Records of this size.
    Records(usize),
    /// Numbers of 0 to 4 bytes.
    Packed,
    /// Bytes.
    Text,
}

/// A section as it is read.
pub(crate) trait View<'a>: Sized {
    /// How it is laid out.
    const SHAPE: Shape;
    /// The section in `bytes`: `count` times `width`.
    fn view(bytes: &'a [u8], width: u32, count: u32) -> Self;
}

impl<'a> View<'a> for &'a [u8] {
    const SHAPE: Shape = Shape::Text;
    fn view(bytes: &'a [u8], _: u32, _: u32) -> Self {
        bytes
    }
}

impl<'a> View<'a> for Packed<'a> {
    const SHAPE: Shape = Shape::Packed;
    fn view(bytes: &'a [u8], width: u32, count: u32) -> Self {
        Self::new(bytes, width, count)
    }
}

impl<'a, R: Record> View<'a> for Records<'a, R> {
    const SHAPE: Shape = Shape::Records(R::SIZE);
    fn view(bytes: &'a [u8], _: u32, _: u32) -> Self {
        Self::new(bytes)
    }
}

/// Declares the sections: position in the directory, field of [`Views`], name, shape.
macro_rules! sections {
    ($lifetime:lifetime $($(#[doc = $doc:literal])* $name:ident $field:ident $word:literal: $view:ty;)*) => {
        /// A section, in the order of the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Section { $($(#[doc = $doc])* $name),* }

        impl Section {
            /// All of them, in the order of the file.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];

            /// The name in errors and documentation.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// How it is laid out.
            pub(crate) const fn shape<$lifetime>(self) -> Shape {
                match self { $(Self::$name => <$view as View<$lifetime>>::SHAPE),* }
            }
        }

        /// Name, what it is made of, and meaning of each section: for `docs/table-format.md`.
        #[cfg(test)]
        pub(crate) const SECTIONS: &[(&str, &str, &str)] = &[$(($word, stringify!($view), concat!($($doc),*))),*];

        /// Every section of one table.
        #[derive(Clone, Debug)]
        pub(crate) struct Views<$lifetime> { $($(#[doc = $doc])* pub(crate) $field: $view),* }

        impl<$lifetime> Views<$lifetime> {
            /// `find` gives the bytes, width and count of a section.
            pub(crate) fn new(mut find: impl FnMut(Section) -> (&$lifetime [u8], u32, u32)) -> Self {
                $(let (bytes, width, count) = find(Section::$name);
                let $field = <$view as View<$lifetime>>::view(bytes, width, count);)*
                Self { $($field),* }
            }
        }
    };
}

sections! {
    'a

    /// Texts that decisions compare, UTF-8, one after the other.
    Text text "text": &'a [u8];
    /// Where each text starts, and the end.
    TextStarts text_starts "text-starts": Records<'a, Word>;
    /// Ids and other ids of people.
    UserNames user_names "user-names": Records<'a, Slot>;
    /// Ids and other ids of people as they are likened to each other (small letters, usual width, no blanks around), where
    /// that is not the id itself.
    FoldedNames folded_names "folded-names": Records<'a, Slot>;
    /// Lower-case ids of people whom a suspension names.
    SuspendedNames suspended_names "suspended-names": Records<'a, Slot>;
    /// Names of held roles.
    RoleNames role_names "role-names": Records<'a, Slot>;
    /// Names of units.
    UnitNames unit_names "unit-names": Records<'a, Slot>;
    /// Names of objects, actions, fields and values.
    VocabularyNames vocabulary_names "vocabulary-names": Records<'a, Slot>;
    /// Objects, by name; a closing record.
    Objects objects "objects": Records<'a, Object>;
    /// Rights, by object, as declared; a closing record.
    Rights rights "rights": Records<'a, Right>;
    /// Fields, by object, as declared.
    Fields fields "fields": Records<'a, Field>;
    /// Where the values of each enumeration start, and the end.
    Enums enums "enums": Records<'a, Word>;
    /// Names of values (texts), as declared.
    EnumValues enum_values "enum-values": Records<'a, Word>;
    /// Subject attributes, by name.
    SubjectAttributes subject_attributes "subject-attributes": Records<'a, Attribute>;
    /// Request attributes, by name.
    RequestAttributes request_attributes "request-attributes": Records<'a, Attribute>;
    /// Units in preorder, siblings by name.
    Units units "units": Records<'a, Unit>;
    /// Where the ranges of each network start, and the end.
    Networks networks "networks": Records<'a, Word>;
    /// Ranges of addresses.
    AddressRanges address_ranges "address-ranges": Records<'a, AddressRange>;
    /// Lists of numbers; a closing record.
    Lists lists "lists": Records<'a, List>;
    /// What they hold.
    ListItems list_items "list-items": Records<'a, Word>;
    /// Which fields, as bits.
    Coverages coverages "coverages": Records<'a, Coverage>;
    /// The bits.
    CoverageBits coverage_bits "coverage-bits": Records<'a, Bits>;
    /// Literals.
    Values values "values": Records<'a, Value>;
    /// Addresses of literals.
    Addresses addresses "addresses": Records<'a, Address>;
    /// Tests of one attribute.
    Atoms atoms "atoms": Records<'a, Atom>;
    /// Conditions, each after its parts; 0 is "true"; a closing record.
    Conditions conditions "conditions": Records<'a, Condition>;
    /// Their parts.
    ConditionParts condition_parts "condition-parts": Records<'a, Word>;
    /// Scopes; 0 is every record.
    Scopes scopes "scopes": Records<'a, Scope>;
    /// Windows; 0 is always; a closing record.
    Windows windows "windows": Records<'a, Window>;
    /// Their recurring parts.
    Recurrences recurrences "recurrences": Records<'a, Recurrence>;
    /// Recurring patterns.
    Patterns patterns "patterns": Records<'a, Pattern>;
    /// Zones; a closing record.
    Zones zones "zones": Records<'a, Zone>;
    /// Changes of offset.
    Transitions transitions "transitions": Records<'a, Transition>;
    /// Calendars; a closing record.
    Calendars calendars "calendars": Records<'a, Calendar>;
    /// Their days off, then their working days.
    CalendarDates calendar_dates "calendar-dates": Records<'a, Day>;
    /// Scope, condition, window and fields of a rule.
    Bodies bodies "bodies": Records<'a, Body>;
    /// The body of each rule (allow, deny or mask).
    Rules rules "rules": Packed<'a>;
    /// Held roles, by name; a closing record.
    Held held "held": Records<'a, Held>;
    /// Per held role, sorted: rights, then number of rights + object for its masks.
    CellKeys cell_keys "cell-keys": Packed<'a>;
    /// Per cell: a rule (its only entry, an unguarded allow), or number of rules + run.
    CellRefs cell_refs "cell-refs": Packed<'a>;
    /// Runs of entries.
    Runs runs "runs": Records<'a, Run>;
    /// The rule of each entry.
    EntryRules entry_rules "entry-rules": Packed<'a>;
    /// What must hold on the way to it.
    EntryGuards entry_guards "entry-guards": Packed<'a>;
    /// Guards of allows: where their alternatives start, and the end; 0 has none and always holds.
    AllowGuards allow_guards "allow-guards": Records<'a, Word>;
    /// One path each; a closing record.
    Alternatives alternatives "alternatives": Records<'a, Alternative>;
    /// `active` lines.
    Actives actives "actives": Records<'a, Active>;
    /// Guards of denies and masks: where their alternatives start, and the end; 0 has none and always holds.
    DenyGuards deny_guards "deny-guards": Records<'a, Word>;
    /// One path each: the list of windows of cancels, all of which must be shut.
    DenyAlternatives deny_alternatives "deny-alternatives": Records<'a, Word>;
    /// Known people, by id; a closing record.
    Users users "users": Records<'a, User>;
    /// Through what they hold roles.
    Hats hats "hats": Records<'a, Hat>;
    /// Attributes stated for them.
    Stated stated "stated": Records<'a, Stated>;
    /// Suspensions.
    Suspensions suspensions "suspensions": Records<'a, Suspension>;
    /// By right, those of rights.
    RightSuspensions right_suspensions "right-suspensions": Records<'a, RightSuspension>;
    /// By right, requirements.
    Requires requires "requires": Records<'a, Require>;
    /// Separate sessions: a list of watched roles each.
    Separations separations "separations": Records<'a, Word>;
    /// `nobody has two of`: what a request must not bring about.
    Exclusives exclusives "exclusives": Records<'a, Exclusive>;
    /// Lists that every decision starts from; one record.
    Globals globals "globals": Records<'a, Globals>;

    /// Texts for people, UTF-8, one after the other. First section that decisions do not touch.
    NoteText note_text "note-text": &'a [u8];
    /// Where each text starts, and the end.
    NoteTextStarts note_text_starts "note-text-starts": Records<'a, Word>;
    /// Name, title and database of the policy; one record.
    Policy policy "policy": Records<'a, Policy>;
    /// Paths of files (texts).
    Files files "files": Records<'a, Word>;
    /// Places in files.
    Origins origins "origins": Records<'a, Origin>;
    /// For what comes from a template, the place of its instance: an origin + 1, or 0.
    OriginInstances origin_instances "origin-instances": Packed<'a>;
    /// Every role that reaches a held one, by name; a closing record.
    Roles roles "roles": Records<'a, Role>;
    /// The roles each inherits, in the order written.
    Parents parents "parents": Records<'a, Word>;
    /// The role of each held role.
    HeldRoles held_roles "held-roles": Packed<'a>;
    /// The role of each watched role.
    WatchedRoles watched_roles "watched-roles": Packed<'a>;
    /// The role that writes each rule.
    RuleRoles rule_roles "rule-roles": Packed<'a>;
    /// Where each rule stands.
    RuleOrigins rule_origins "rule-origins": Packed<'a>;
    /// `named`: a text + 1, or 0.
    RuleNames rule_names "rule-names": Packed<'a>;
    /// Where each hat stands.
    HatOrigins hat_origins "hat-origins": Packed<'a>;
    /// The line of the people file that gives it, or 0.
    HatRows hat_rows "hat-rows": Packed<'a>;
    /// Per suspension.
    SuspensionNotes suspension_notes "suspension-notes": Records<'a, Note>;
    /// Per requirement (the statement).
    RequireNotes require_notes "require-notes": Records<'a, Note>;
    /// Per separation.
    SeparationNotes separation_notes "separation-notes": Records<'a, Note>;
    /// Per exclusive set.
    ExclusiveNotes exclusive_notes "exclusive-notes": Records<'a, Note>;
    /// Display label of each object: a text + 1, or 0.
    ObjectTitles object_titles "object-titles": Packed<'a>;
    /// Of each right.
    RightTitles right_titles "right-titles": Packed<'a>;
    /// Of each field.
    FieldTitles field_titles "field-titles": Packed<'a>;
    /// Of each unit.
    UnitTitles unit_titles "unit-titles": Packed<'a>;
    /// Of each user.
    UserTitles user_titles "user-titles": Packed<'a>;
    /// Names of networks (texts).
    NetworkNames network_names "network-names": Packed<'a>;
    /// Names of zones (texts).
    ZoneNames zone_names "zone-names": Packed<'a>;
}

/// How many sections there are.
pub(crate) const SECTION_COUNT: usize = Section::ALL.len();
/// How many sections decisions read: those before [`Section::NoteText`].
pub(crate) const DECISIONS: usize = Section::NoteText as usize;

/// An attribute as one number.
pub(crate) const fn attribute(kind: u32, index: u32) -> u32 {
    (kind << 30) | (index & ATTRIBUTE_INDEX)
}

/// The bits of an attribute that are its index.
pub(crate) const ATTRIBUTE_INDEX: u32 = (1 << 30) - 1;

/// The owner of a slot.
pub(crate) const fn owner(space: u32, parent: u32) -> u32 {
    (space << 28) | (parent & ((1 << 28) - 1))
}
