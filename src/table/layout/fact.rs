//! Records of the file itself, the vocabulary, conditions and time.

use crate::table::bytes::records;

records! {
    /// The first bytes of a table.
    Header: 128 {
        /// 0x89 `RCT` 0x0d 0x0a 0x1a 0x0a
        magic: u64,
        /// 1
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
    /// A slot of a name lookup (open addressing, at most two thirds full).
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
        /// `right_flag`
        flags: u32,
        /// Coverage that no rule gives.
        never: u32,
        /// List of the fields whose sets share it.
        shared: u32,
        /// List of the rights that change the owner, if creating for others wants one.
        owner_rights: u32,
        /// First entry of `right-suspensions`.
        suspensions: u32,
        /// First entry of `requires`.
        requires: u32,
    }
    /// A field.
    Field: 16 {
        /// Text.
        name: u32,
        /// Object.
        object: u32,
        /// `value_type`, for attributes.
        ty: u8,
        /// `attribute_flag`
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
        /// `value_type`
        ty: u8,
        /// `attribute_flag`
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
        /// `list_kind`
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
        /// `value_tag`
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
        /// Attribute: kind in the upper two bits (`attribute_kind`).
        left: u32,
        /// `test_tag`
        test: u8,
        /// `comparison`
        comparison: u8,
        /// `operand`
        operand: u8,
        /// Zero.
        reserved: u8,
        /// Value, attribute or list.
        argument: u32,
    }
    /// A condition.
    Condition: 16 {
        /// `condition_tag`
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
        /// `scope_term` bits.
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
        /// `days`
        days: u8,
        /// `extent`
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
}
