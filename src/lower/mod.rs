//! [`Model`] and [`Analysis`] to the bytes of a decision table.

use crate::analysis::Analysis;
use crate::model::{Model, RoleId};
use crate::source::SourceSet;

/// Why no table can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LowerError {
    /// A count or size passes what the format can hold.
    TooLarge(&'static str),
}

/// Writes the table. The same policy gives the same bytes, whatever the order of files.
///
/// Roles that somebody holds (or a request may bring) get cells; `probes` names further roles that get some, so that
/// they can be asked about alone (witnesses, `what can role R`). A table for production has no probes.
pub fn lower(
    sources: &SourceSet,
    model: &Model,
    analysis: &Analysis,
    probes: &[RoleId],
) -> Result<Vec<u8>, LowerError> {
    let _ = (sources, model, analysis, probes);
    unimplemented!()
}
