//! What is wrong with roles: one file for each check, each appending to the diagnostics.

pub(super) mod alternatives;
pub(super) mod cancel;
pub(super) mod contradiction;
pub(super) mod cycle;
pub(super) mod external;
pub(super) mod suspension;
