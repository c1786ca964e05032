//! [`Decision`]: an answer.

/// Why. Ordered as the ladder: the first no speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The subject is not known (and brings no roles).
    UnknownSubject,
    /// The object has no such action.
    UnknownAction,
    /// No such object.
    UnknownObject,
    /// The object has no such field.
    UnknownField,
    /// The session names a role that nobody can hold.
    UnknownRole,
    /// No allow covers it.
    NoGrant,
    /// None of them runs now.
    Inactive,
    /// Not on this record.
    Scope,
    /// Not under these conditions.
    Condition,
    /// A deny applies, or the field asked for is masked.
    Deny,
    /// A requirement is not met.
    Requirement,
    /// Roles that must not be used together, or a role that this session does not use.
    RoleConflict,
    /// A suspension covers it.
    Suspended,
    /// Yes.
    Allow,
}

impl Reason {
    /// Whether the request names something that does not exist.
    pub fn is_unknown(self) -> bool {
        self < Self::NoGrant
    }

    /// The word in JSON and tests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownSubject => "unknown-subject",
            Self::UnknownAction => "unknown-action",
            Self::UnknownObject => "unknown-object",
            Self::UnknownField => "unknown-field",
            Self::UnknownRole => "unknown-role",
            Self::NoGrant => "no-grant",
            Self::Inactive => "inactive",
            Self::Scope => "scope",
            Self::Condition => "condition",
            Self::Deny => "deny",
            Self::Requirement => "requirement",
            Self::RoleConflict => "role-conflict",
            Self::Suspended => "suspended",
            Self::Allow => "allow",
        }
    }
}

/// A statement that decided, by its number in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// An allow, deny or mask.
    Rule {
        /// The rule.
        rule: u32,
        /// The held role that it came through.
        held: u32,
    },
    /// A requirement that is not met (the statement).
    Require(u32),
    /// Separate sessions.
    Separation(u32),
    /// Roles that nobody has both of.
    Exclusive(u32),
    /// A suspension.
    Suspension(u32),
}

/// An answer. Lists are indices that the table turns into names.
#[derive(Clone, Debug)]
pub struct Decision<'s> {
    /// Yes or no.
    pub allowed: bool,
    /// Why.
    pub reason: Reason,
    /// Fields not covered for this action, in the order declared.
    pub hidden: &'s [u32],
    /// Covered but masked.
    pub masked: &'s [u32],
    /// Attributes that were missing and mattered, sorted by name.
    pub missing: &'s [u32],
    /// Sent but not read (`from table`, `from records`), sorted by name.
    pub ignored: &'s [u32],
    /// Held roles that the session names and the subject does not hold: they count for nothing. In the order named.
    pub idle_roles: &'s [u32],
    /// Whose role it is, when every allow that applied came by delegation (a user index).
    pub on_behalf_of: Option<u32>,
    /// What decided: the allows that passed, else what stopped those that climbed furthest (or, up to the step
    /// `condition`, those allows themselves). At most 16.
    pub by: &'s [Cause],
    /// The answer stays the same for the same request until this instant; `None` if nothing can change it.
    pub valid_until: Option<i64>,
}
