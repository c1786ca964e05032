//! The format, version 1: header, sections, records and codes. What it means is told in `docs/table-format.md`.
//!
//! The one place that writer (`lower`) and reader share; changing anything here changes [`VERSION`].

use super::bytes::{Packed, Record, Records, records};

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

records! {
    /// The first bytes of a table.
    Header: 128 {
        /// [`MAGIC`]
        magic: u64,
        /// [`VERSION`]
        version: u32,
        /// Zero.
        flags: u32,
        /// Bytes of the whole file.
        length: u64,
        /// Number of sections.
        sections: u32,
        /// How many of them decisions read.
        decisions: u32,
        /// `version` of the policy.
        policy_version: u64,
        /// Zero.
        reserved: u64,
        /// Hash of the decisions: their directory entries and their bytes.
        decisions_hash: u128,
        /// Hash of the bytes of the other sections.
        notes_hash: u128,
        /// Hash of the header before this field and of the directory.
        file_hash: u128,
        /// Zero.
        reserved2: u128,
        /// Zero.
        reserved3: u128,
    }
    /// Where a section lies.
    Entry: 16 {
        /// First byte.
        offset: u64,
        /// Records, numbers or bytes.
        count: u32,
        /// Bytes of each.
        width: u32,
    }
    /// One number.
    Word: 4 {
        /// The number.
        at: u32,
    }
    /// A slot of a name lookup (open addressing, at most half full).
    Slot: 16 {
        /// First byte of the name in the texts; none if the slot is empty.
        offset: u32,
        /// Bytes of the name.
        length: u16,
        /// Upper 16 bits of the name's hash.
        tag: u16,
        /// Within what: space and parent.
        owner: u32,
        /// What it names.
        target: u32,
    }
    /// An object.
    Object: 32 {
        /// Text.
        name: u32,
        /// First right.
        rights: u32,
        /// First field.
        fields: u32,
        /// Field or none.
        owner: u32,
        /// Field or none.
        unit: u32,
        /// Field or none.
        team: u32,
        /// Bit 0: the unit is that of the owner.
        flags: u32,
        /// List of the fields that are read from held records only.
        held_fields: u32,
    }
    /// A right.
    Right: 32 {
        /// Text.
        name: u32,
        /// Object.
        object: u32,
        /// [`right_flag`]
        flags: u32,
        /// Coverage that no rule gives.
        never: u32,
        /// List of the fields whose sets share it.
        shared: u32,
        /// List of the rights that change the owner, if creating for others wants one.
        owner_rights: u32,
        /// First entry of [`Section::RightSuspensions`].
        suspensions: u32,
        /// First entry of [`Section::Requires`].
        requires: u32,
    }
    /// A field.
    Field: 16 {
        /// Text.
        name: u32,
        /// Object.
        object: u32,
        /// [`value_type`], for attributes.
        ty: u8,
        /// [`attribute_flag`]
        flags: u8,
        /// Zero.
        reserved: u16,
        /// Enumeration or none.
        enumeration: u32,
    }
    /// A subject or request attribute.
    Attribute: 12 {
        /// Text.
        name: u32,
        /// [`value_type`]
        ty: u8,
        /// [`attribute_flag`]
        flags: u8,
        /// Zero.
        reserved: u16,
        /// Enumeration or none.
        enumeration: u32,
    }
    /// A unit; those below it are the units after it, up to `end`.
    Unit: 12 {
        /// Text.
        name: u32,
        /// First unit that is not below it.
        end: u32,
        /// Unit above or none.
        parent: u32,
    }
    /// A range of addresses, both ends included.
    AddressRange: 32 {
        /// First.
        first: u128,
        /// Last.
        last: u128,
    }
    /// A list.
    List: 8 {
        /// First item.
        start: u32,
        /// [`list_kind`]
        kind: u32,
    }
    /// A set of fields of one object, perhaps with its record.
    Coverage: 8 {
        /// First word of bits; bit n is the n-th field of the object.
        start: u32,
        /// Words; fields past the last are not in the set.
        words: u16,
        /// 1: and the record.
        record: u16,
    }
    /// 64 bits.
    Bits: 8 {
        /// The bits.
        bits: u64,
    }
    /// A literal.
    Value: 16 {
        /// [`value_tag`]
        tag: u32,
        /// Text, enumeration, user, unit, address, list.
        a: u32,
        /// Number, truth, position in the enumeration.
        b: i64,
    }
    /// An address.
    Address: 16 {
        /// IPv4 as IPv4-mapped IPv6.
        address: u128,
    }
    /// A test.
    Atom: 12 {
        /// Attribute: kind in the upper two bits ([`attribute_kind`]).
        left: u32,
        /// [`test_tag`]
        test: u8,
        /// [`comparison`]
        comparison: u8,
        /// [`operand`]
        operand: u8,
        /// Zero.
        reserved: u8,
        /// Value, attribute or list.
        argument: u32,
    }
    /// A condition.
    Condition: 16 {
        /// [`condition_tag`]
        tag: u8,
        /// 0 without parts, else more than each part's.
        depth: u8,
        /// Zero.
        reserved: u16,
        /// 1 and the sizes of its parts.
        size: u32,
        /// First part.
        parts: u32,
        /// Atom or none.
        atom: u32,
    }
    /// A scope.
    Scope: 8 {
        /// [`scope_term`] bits.
        terms: u16,
        /// 1: everything but.
        outside: u16,
        /// List of units: twice the unit, plus 1 with those below.
        units: u32,
    }
    /// A window.
    Window: 24 {
        /// First instant, least number if unbounded.
        from: i64,
        /// First instant after it, greatest number if unbounded.
        until: i64,
        /// First recurring part.
        recurrences: u32,
        /// 0 gives, 1 takes.
        reading: u32,
    }
    /// A recurring part.
    Recurrence: 8 {
        /// List of patterns, of which one must hold.
        patterns: u32,
        /// 1: none of them.
        negated: u32,
    }
    /// A recurring pattern.
    Pattern: 20 {
        /// Zone.
        zone: u32,
        /// [`days`]
        days: u8,
        /// [`extent`]
        extent: u8,
        /// Minutes after midnight.
        start: u16,
        /// Bits, calendar or date.
        days_value: u32,
        /// Minutes or local time.
        extent_value: u32,
        /// Days.
        extent_days: u32,
    }
    /// A zone.
    Zone: 36 {
        /// Seconds east of UTC.
        first_offset: i32,
        /// First transition.
        transitions: u32,
        /// 0 fixed, 1 yearly.
        rule: u32,
        /// Seconds east of UTC.
        summer: i32,
        /// Seconds east of UTC.
        winter: i32,
        /// Month, week, weekday of the start of summer.
        start_day: u32,
        /// Seconds after midnight.
        start_time: i32,
        /// Month, week, weekday of its end.
        end_day: u32,
        /// Seconds after midnight.
        end_time: i32,
    }
    /// A change of offset.
    Transition: 12 {
        /// Seconds since 1970.
        at: i64,
        /// Seconds east of UTC.
        offset: i32,
    }
    /// A calendar.
    Calendar: 20 {
        /// First day covered.
        first: i32,
        /// Last day covered.
        last: i32,
        /// Days off every week, bit 0 is Monday.
        weekend: u32,
        /// First day off.
        off: u32,
        /// First working day.
        work: u32,
    }
    /// A day since 1970-01-01.
    Day: 4 {
        /// The day.
        day: i32,
    }
    /// A rule's body.
    Body: 16 {
        /// Scope.
        scope: u32,
        /// Condition.
        condition: u32,
        /// Window.
        window: u32,
        /// Coverage.
        coverage: u32,
    }
    /// A held role.
    Held: 20 {
        /// Text.
        name: u32,
        /// First cell.
        cells: u32,
        /// List of watched roles that it is or inherits.
        watched: u32,
        /// List of suspensions of this role.
        suspensions: u32,
        /// [`held_flag`]
        flags: u32,
    }
    /// A run of entries.
    Run: 12 {
        /// First entry.
        start: u32,
        /// Entries that allow.
        allows: u32,
        /// Entries after those, that deny (or mask).
        denies: u32,
    }
    /// A path of an allow.
    Alternative: 8 {
        /// First `active` line.
        actives: u32,
        /// List of suspensions that cut it.
        cuts: u32,
    }
    /// An `active` line.
    Active: 8 {
        /// Window.
        window: u32,
        /// Condition.
        condition: u32,
    }
    /// A known person.
    User: 36 {
        /// Text.
        name: u32,
        /// First hat.
        hats: u32,
        /// First stated attribute.
        stated: u32,
        /// List of units or none.
        units: u32,
        /// User above or none.
        reports_to: u32,
        /// 0 without a user above, else more than that user's.
        level: u32,
        /// List of suspensions of this user.
        suspensions: u32,
        /// List of windows outside which this user holds nothing.
        windows: u32,
        /// [`user_flag`]
        flags: u32,
    }
    /// A way in which a person holds a role.
    Hat: 16 {
        /// Held role.
        held: u32,
        /// List of windows, all of which must be open.
        windows: u32,
        /// List of units or none.
        units: u32,
        /// User whose role it is, or none.
        behalf: u32,
    }
    /// A stated attribute.
    Stated: 8 {
        /// Subject attribute.
        attribute: u32,
        /// Value.
        value: u32,
    }
    /// A suspension.
    Suspension: 20 {
        /// [`suspension_kind`]
        kind: u32,
        /// Window.
        window: u32,
        /// Condition.
        condition: u32,
        /// Of users: the held role or none. Of everything: list of exempt held roles.
        a: u32,
        /// Of everything: list of exempt users.
        b: u32,
    }
    /// A suspension of a right.
    RightSuspension: 8 {
        /// Suspension.
        suspension: u32,
        /// Condition, besides that of the suspension.
        condition: u32,
    }
    /// A requirement on a right.
    Require: 16 {
        /// What must be known true.
        condition: u32,
        /// Window.
        window: u32,
        /// List of watched roles, one of which the subject has, or none for everyone.
        roles: u32,
        /// Statement, an entry of [`Section::RequireNotes`].
        statement: u32,
    }
    /// An exclusive set.
    Exclusive: 8 {
        /// List of watched roles.
        roles: u32,
        /// Window.
        window: u32,
    }
    /// What every decision starts from.
    Globals: 32 {
        /// List of the suspensions of everything.
        everything: u32,
        /// List of the subject attributes that are not read from a request.
        table_attributes: u32,
        /// List of the texts that name subject types.
        subject_types: u32,
        /// Number of watched roles.
        watched: u32,
        /// Most hats of one person.
        hats: u32,
        /// Most fields of one object.
        fields: u32,
        /// Most held roles that a request may bring.
        brought: u32,
        /// Zone in which answers are written, or none.
        zone: u32,
    }
    /// About the policy.
    Policy: 16 {
        /// Text + 1, or 0.
        name: u32,
        /// Text + 1, or 0.
        title: u32,
        /// Version of the time-zone database: text + 1, or 0.
        database: u32,
        /// Zero.
        reserved: u32,
    }
    /// A place.
    Origin: 8 {
        /// From 1.
        line: u32,
        /// In characters, from 1; 65,535 stands for all after it.
        column: u16,
        /// File.
        file: u16,
    }
    /// A role.
    Role: 28 {
        /// Text.
        name: u32,
        /// Text + 1, or 0.
        title: u32,
        /// `Template(arguments)`: text + 1, or 0.
        template: u32,
        /// First parent.
        parents: u32,
        /// 0 without parents, else more than each parent's.
        height: u32,
        /// Where it is declared.
        origin: u32,
        /// Held role or none.
        held: u32,
    }
    /// What is said about a statement.
    Note: 16 {
        /// Where.
        origin: u32,
        /// Text + 1, or 0.
        name: u32,
        /// `because`: text + 1, or 0.
        because: u32,
        /// Where it is ended early, or none.
        ended: u32,
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $module:ident : $ty:ty {
        $($(#[doc = $code_doc:literal])* $name:ident = $value:expr;)*
    })*) => {$(
        $(#[doc = $doc])*
        pub(crate) mod $module {
            $($(#[doc = $code_doc])* pub(crate) const $name: $ty = $value;)*
        }
    )*

        /// Name and meaning of each set of codes, and name, value and meaning of each code: for `docs/table-format.md`.
        #[cfg(test)]
        pub(crate) const CODES: &[(&str, &str, &[(&str, u64, &str)])] = &[$((
            stringify!($module),
            concat!($($doc),*),
            &[$((stringify!($name), $value, concat!($($code_doc),*))),*],
        )),*];
    };
}

codes! {
    /// What a name is looked up in; the upper four bits of [`Slot::owner`].
    space: u32 {
        /// Users, units, held roles: lookups of their own.
        ALONE = 0;
        /// Objects.
        OBJECT = 1;
        /// Actions, within an object.
        ACTION = 2;
        /// Fields, within an object.
        FIELD = 3;
        /// Values, within an enumeration.
        VALUE = 4;
    }
    /// What a list holds.
    list_kind: u32 {
        /// Nothing: list 0.
        EMPTY = 0;
        /// Units, sorted.
        UNITS = 1;
        /// Twice a unit, plus 1 with those below.
        SCOPE_UNITS = 2;
        /// Windows.
        WINDOWS = 3;
        /// Fields.
        FIELDS = 4;
        /// Rights.
        RIGHTS = 5;
        /// Watched roles, sorted.
        WATCHED = 6;
        /// Held roles, sorted.
        HELD = 7;
        /// Users, sorted.
        USERS = 8;
        /// Suspensions, sorted.
        SUSPENSIONS = 9;
        /// Values.
        VALUES = 10;
        /// Networks.
        NETWORKS = 11;
        /// Patterns.
        PATTERNS = 12;
        /// Subject attributes.
        SUBJECT_ATTRIBUTES = 13;
        /// Texts.
        TEXTS = 14;
    }
    /// Bits of a right.
    right_flag: u32 {
        /// There is no record yet.
        GENERAL = 1;
        /// It acts as create.
        CREATE = 2;
        /// It acts as update.
        UPDATE = 4;
        /// Creating for somebody else wants a right that changes the owner.
        OWNER_RULE = 8;
    }
    /// Types of values.
    value_type: u8 {
        /// `boolean`
        BOOLEAN = 0;
        /// `number`
        NUMBER = 1;
        /// `text`
        TEXT = 2;
        /// An enumeration.
        ENUM = 3;
        /// `user`
        USER = 4;
        /// `unit`
        UNIT = 5;
        /// `address`
        ADDRESS = 6;
    }
    /// Bits of an attribute.
    attribute_flag: u8 {
        /// Conditions may use it.
        ATTRIBUTE = 1;
        /// `set of`
        SET = 2;
        /// Read from the table only.
        FROM_TABLE = 4;
        /// Read from held records only.
        FROM_RECORDS = 8;
    }
    /// Upper two bits of an attribute.
    attribute_kind: u32 {
        /// `record.x`: a field.
        RECORD = 0;
        /// `subject.x`
        SUBJECT = 1;
        /// `request.x`
        REQUEST = 2;
        /// `record.id`
        RECORD_ID = 3;
    }
    /// Literals.
    value_tag: u32 {
        /// `none`
        NULL = 0;
        /// b is 0 or 1.
        BOOLEAN = 1;
        /// b is the decimal times 10,000.
        NUMBER = 2;
        /// a is a text.
        TEXT = 3;
        /// a is an enumeration, b the position.
        ENUM = 4;
        /// a is a user.
        USER = 5;
        /// a is a text: somebody unknown.
        STRANGER = 6;
        /// a is a unit.
        UNIT = 7;
        /// a is an address.
        ADDRESS = 8;
        /// a is a list of values.
        SET = 9;
    }
    /// Tests.
    test_tag: u8 {
        /// Compares with the operand.
        COMPARE = 0;
        /// Is one of a list of values.
        ONE_OF = 1;
        /// The set holds the operand.
        HAS = 2;
        /// Lies in one of a list of networks.
        IN_NETWORKS = 3;
        /// Is null.
        IS_NONE = 4;
    }
    /// Comparisons.
    comparison: u8 {
        /// `is`
        EQUAL = 0;
        /// `is not`
        NOT_EQUAL = 1;
        /// `<`
        LESS = 2;
        /// `<=`
        LESS_OR_EQUAL = 3;
        /// `>`
        GREATER = 4;
        /// `>=`
        GREATER_OR_EQUAL = 5;
    }
    /// Right sides.
    operand: u8 {
        /// A value, or a list for tests that take one.
        VALUE = 0;
        /// An attribute.
        ATTRIBUTE = 1;
        /// `me`
        ME = 2;
    }
    /// Conditions.
    condition_tag: u8 {
        /// Known true.
        TRUE = 0;
        /// All parts.
        AND = 1;
        /// One of the parts.
        OR = 2;
        /// Not its only part.
        NOT = 3;
        /// A test.
        ATOM = 4;
    }
    /// Bits of a scope.
    scope_term: u16 {
        /// `own`
        OWN = 1;
        /// `team`
        TEAM = 2;
        /// `reports`
        REPORTS = 4;
        /// `my unit`
        MY_UNIT = 8;
        /// `my unit and below`
        MY_UNIT_AND_BELOW = 16;
        /// `no owner`
        NO_OWNER = 32;
        /// `shared`
        SHARED = 64;
        /// `all`
        ALL = 128;
    }
    /// Bits of a user.
    user_flag: u32 {
        /// Holds external roles only.
        EXTERNAL = 1;
        /// Known, but holds nothing.
        SKIPPED = 2;
    }
    /// Bits of a held role.
    held_flag: u32 {
        /// For external people only.
        EXTERNAL = 1;
        /// A request may bring it.
        BROUGHT = 2;
    }
    /// What a suspension stops.
    suspension_kind: u32 {
        /// People, found through [`User::suspensions`].
        USERS = 0;
        /// Assignments to roles, found through [`Held::suspensions`].
        ROLES = 1;
        /// Roles and what is inherited through them, found there and in [`Alternative::cuts`].
        CUT = 2;
        /// Rights, found through [`Section::RightSuspensions`].
        RIGHTS = 3;
        /// All but what is exempt, found through [`Globals::everything`].
        EVERYTHING = 4;
    }
    /// On which dates a pattern starts.
    days: u8 {
        /// Weekdays by bit.
        WEEKDAYS = 0;
        /// Working days of a calendar.
        WORKDAYS_OF = 1;
        /// Days off of a calendar.
        DAYS_OFF_OF = 2;
        /// Days of the month by bit.
        MONTH_DAYS = 3;
        /// The last day of the month.
        MONTH_LAST = 4;
        /// Month times 256 plus day (0 is the last).
        YEAR = 5;
    }
    /// How long an occurrence is.
    extent: u8 {
        /// Until a local time some days on.
        UNTIL = 0;
        /// Elapsed minutes.
        MINUTES = 1;
        /// Whole days.
        WHOLE_DAYS = 2;
    }
}

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
