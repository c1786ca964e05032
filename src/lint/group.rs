//! [`Group`]: what a rule is about, so that a level can be given to many at once.

/// A group of rules. No rule has the name of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Lines that do not do what they seem to do.
    Correctness,
    /// Rules that contradict, shadow or repeat each other.
    Conflict,
    /// Who inherits from whom.
    Hierarchy,
    /// More rights than the work needs.
    LeastPrivilege,
    /// Rights that obtain rights.
    Escalation,
    /// What one person must not have together.
    Separation,
    /// Windows, calendars, clocks.
    Time,
    /// Reviews, owners, waivers, what is not used.
    Hygiene,
    /// What matters in a CRM alone: exports, ownership, sharing.
    Crm,
}

impl Group {
    /// All, as a list shows them.
    pub const ALL: [Self; 9] = [
        Self::Correctness,
        Self::Conflict,
        Self::Hierarchy,
        Self::LeastPrivilege,
        Self::Escalation,
        Self::Separation,
        Self::Time,
        Self::Hygiene,
        Self::Crm,
    ];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Correctness => "correctness",
            Self::Conflict => "conflict",
            Self::Hierarchy => "hierarchy",
            Self::LeastPrivilege => "least-privilege",
            Self::Escalation => "escalation",
            Self::Separation => "separation",
            Self::Time => "time",
            Self::Hygiene => "hygiene",
            Self::Crm => "crm",
        }
    }

    /// The group of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }
}
