//! Zones as data.

/// A position in the time table's zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneId(pub u32);

/// A zone: its offset before the first transition, the transitions, the rule after the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// IANA name.
    pub name: Box<str>,
    /// Seconds east of UTC before the first transition.
    pub first_offset: i32,
    /// Sorted by instant.
    pub transitions: Vec<Transition>,
    /// After the last transition.
    pub rule: Rule,
}

/// A change of offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// Seconds east of UTC from then on.
    pub offset: i32,
}

/// The rule after the last transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The offset stays.
    Fixed,
    /// Two changes a year.
    Yearly {
        /// Offset from `start` on.
        summer: i32,
        /// Offset from `end` on.
        winter: i32,
        /// When summer starts, in local time before it.
        start: RuleDay,
        /// When it ends, in local time before it.
        end: RuleDay,
    },
}

/// The n-th weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleDay {
    /// 1..=12
    pub month: u8,
    /// 1..=5; 5 is the last.
    pub week: u8,
    /// Monday is 0.
    pub weekday: u8,
    /// Seconds after local midnight; may be negative or past a day.
    pub time: i32,
}
