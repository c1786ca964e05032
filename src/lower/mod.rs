//! [`Model`] and [`Analysis`] to the bytes of a decision table.
//!
//! The one writer of the format that `table` reads. Same policy, same bytes: whatever the model's order owes to the
//! order of files is undone here, by going through names and contents in sorted order. Says nothing and decides
//! nothing.

mod cells;
mod conditions;
mod guards;
mod ids;
mod image;
mod known;
mod locks;
mod notes;
mod people;
mod reach;
mod rules;
mod texts;
mod vocabulary;
mod windows;

pub use image::seal;

use crate::analysis::{self, Analysis};
use crate::model::{Model, RoleId, UserId};
use crate::source::SourceSet;

/// Why no table can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LowerError {
    /// A count or size passes what the format can hold.
    TooLarge(&'static str),
}

impl std::fmt::Display for LowerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::TooLarge(what) = self;
        write!(f, "too large for a decision table: {what}")
    }
}

impl std::error::Error for LowerError {}

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
    let hats = analysis::hats_of(model);
    let reach = reach::Reach::new(model, &analysis.hierarchy, &hats, probes);
    let ids = ids::Ids::new(model, &reach)?;
    let mut out = Lowering::new(model, &ids);
    vocabulary::write(&mut out)?;
    let rules = rules::write(&mut out, &reach)?;
    let mut locks = locks::write(&mut out)?;
    cells::write(&mut out, &reach, rules, &locks)?;
    people::write(&mut out, &hats, &mut locks)?;
    locks::globals(&mut out, &locks)?;
    notes::write(&mut out, sources, &reach, &hats, &locks)?;
    out.finish()
}

/// Everything that is being written, with what maps the model's ids to the table's.
struct Lowering<'m> {
    model: &'m Model,
    ids: &'m ids::Ids,
    image: image::Image,
    /// Texts that decisions compare.
    texts: texts::Texts,
    /// Texts for people.
    notes: texts::Texts,
    lists: texts::Lists,
    conditions: conditions::Conditions,
    windows: windows::Windows,
    coverages: rules::Coverages,
    /// Rights that still lack their suspensions and requirements.
    right_records: Vec<crate::table::write::Right>,
    /// What each rule of the table is in the model.
    rule_sources: Vec<rules::Source>,
    /// Whose hat each of the table is, and which of that person's.
    hat_sources: Vec<(UserId, usize)>,
}

impl<'m> Lowering<'m> {
    fn new(model: &'m Model, ids: &'m ids::Ids) -> Self {
        Self {
            model,
            ids,
            image: image::Image::default(),
            texts: texts::Texts::default(),
            notes: texts::Texts::default(),
            lists: texts::Lists::default(),
            conditions: conditions::Conditions::new(model),
            windows: windows::Windows::new(model),
            coverages: rules::Coverages::default(),
            right_records: Vec::new(),
            rule_sources: Vec::new(),
            hat_sources: Vec::new(),
        }
    }

    fn finish(mut self) -> Result<Vec<u8>, LowerError> {
        self.conditions.write(&mut self.image);
        self.windows.write(self.model, &mut self.image);
        self.coverages.write(&mut self.image);
        self.lists.write(&mut self.image);
        self.texts.write(&mut self.image, true);
        self.notes.write(&mut self.image, false);
        self.image.finish(self.model.version)
    }
}

/// A length as a number of the table.
fn count(length: usize, what: &'static str) -> Result<u32, LowerError> {
    // The greatest number stands for "none".
    u32::try_from(length).ok().filter(|count| *count != u32::MAX).ok_or(LowerError::TooLarge(what))
}
