//! Records of the sections for people.

use crate::table::bytes::records;

records! {
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
