//! Records of rules, of who holds them, and of what stops them.

use crate::table::bytes::records;

records! {
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
        /// `held_flag`
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
        /// `user_flag`
        flags: u32,
    }
    /// A way in which a person holds a role.
    Hat: 16 {
        /// Held role.
        held: u32,
        /// List of windows, all of which must be open, or of such a list in two readings (`list_kind`).
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
        /// `suspension_kind`
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
        /// Statement, an entry of `require-notes`.
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
}
