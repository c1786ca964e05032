//! Ids: positions in the model's arenas.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its arena.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id at a position (arenas hold fewer than 2^32 entries).
            pub const fn from_index(index: usize) -> Self {
                Self(index as u32)
            }
        }
    )*};
}

ids! {
    /// A data label.
    LabelId;
    /// An enumeration.
    EnumId;
    /// An object.
    ObjectId;
    /// An action of an object.
    RightId;
    /// A field or attribute of an object.
    FieldId;
    /// A subject attribute.
    SubjectAttributeId;
    /// A request attribute.
    RequestAttributeId;
    /// A unit.
    UnitId;
    /// A network.
    NetworkId;
    /// A role.
    RoleId;
    /// An allow or deny rule.
    RuleId;
    /// A mask.
    MaskId;
    /// A cancel.
    CancelId;
    /// An `active` line.
    ActiveId;
    /// A comparison.
    AtomId;
    /// A condition.
    ConditionId;
    /// A scope.
    ScopeId;
    /// A window.
    WindowId;
    /// A known person.
    UserId;
    /// A suspension.
    SuspensionId;
    /// A requirement.
    RequireId;
}

impl WindowId {
    /// No bound at all.
    pub const ALWAYS: Self = Self(0);
}
impl ConditionId {
    /// No condition.
    pub const TRUE: Self = Self(0);
}
impl ScopeId {
    /// Every record, and general actions.
    pub const ALL: Self = Self(0);
}
impl RequestAttributeId {
    /// `request.ip`
    pub const IP: Self = Self(0);
    /// `request.mfa`
    pub const MFA: Self = Self(1);
}
