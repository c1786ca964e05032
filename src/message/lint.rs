//! Texts of the `lint` family.

use super::Text;

/// Every entry of this family.
pub const ALL: &[&Text] = &[];
