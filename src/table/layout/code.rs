//! The codes that records hold.

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $module:ident : $ty:ty {
        $($(#[doc = $code_doc:literal])* $name:ident = $value:expr;)*
    })*) => {$(
        $(#[doc = $doc])*
        pub(crate) mod $module {
            $($(#[doc = $code_doc])* pub(crate) const $name: $ty = $value;)*
        }
    )*

        /// Name and meaning of each set of codes, and name, value and meaning of each code: for
        /// `docs/table-format.md`.
        #[cfg(test)]
        pub(crate) const CODES: &[(&str, &str, &[(&str, u64, &str)])] = &[$((
            stringify!($module),
            concat!($($doc),*),
            &[$((stringify!($name), $value, concat!($($code_doc),*))),*],
        )),*];
    };
}

codes! {
    /// What a name is looked up in; the upper four bits of `owner` of a slot.
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
        /// Two lists of windows: the same ones read narrow and read wide, where that differs.
        READINGS = 15;
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
        /// People, found through `suspensions` of a user.
        USERS = 0;
        /// Assignments to roles, found through `suspensions` of a held role.
        ROLES = 1;
        /// Roles and what is inherited through them, found there and in `cuts` of an alternative.
        CUT = 2;
        /// Rights, found through `right-suspensions`.
        RIGHTS = 3;
        /// All but what is exempt, found through `everything` of `globals`.
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
