//! Texts of the `sentence` family.

use super::Text;

/// Every entry of this family.
pub const ALL: &[&Text] = &[];
