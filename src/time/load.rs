//! Reads a zone from the database that jiff bundles; the only file of `time` that names jiff.

use super::Zone;

/// Why a zone cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No such zone.
    Unknown,
    /// Its later years follow no rule that can be told.
    Irregular,
}

/// The zone of that IANA name (exact spelling).
pub fn load_zone(name: &str) -> Result<Zone, LoadError> {
    let _ = name;
    unimplemented!()
}

/// The version of the bundled database, as `2026b`.
pub fn database_version() -> &'static str {
    unimplemented!()
}
