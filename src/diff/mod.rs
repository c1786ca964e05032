//! Owns [`Difference`]: what a change of a policy does to access, exactly.
//!
//! Two compiled policies are aligned by name ([`align`]), what is written alike is left out ([`rows`]), the decisions of
//! the rest become one formula for both sides ([`engine`]), and what makes them differ is told as few maximal cubes
//! ([`cube`]), each with a request that both tables are asked ([`disagreements`]). Suspensions count. What was not
//! decided within the budget is a [`Gap`], never left unsaid. Reads no file and no clock.

mod align;
mod cause;
mod change;
mod cube;
mod engine;
mod merge;
mod replay;
mod rows;
mod side;
mod tell;

pub use align::{Rename, Renamed};
pub use change::{
    About, Cause, Change, Danger, Difference, Gap, Kind, Limit, Listed, Looks, Person, Sample, Verdict, What,
};
pub use replay::{disagreements, probes};
pub use side::Side;

use engine::Engine;
use rows::Rows;
use tell::Teller;

/// What the head decides otherwise than the base.
pub fn compare(base: &Side<'_>, head: &Side<'_>) -> Difference {
    let (lens, renames) = align::align(base, head);
    let rows = Rows::new(base, head, &lens);
    let engine = Engine::new(base, head, &lens, &rows);
    let teller = Teller::new(&engine);
    let mut changes = Vec::new();
    let gaps = engine.run(&mut |found| changes.push(teller.change(&found)));
    let gaps = teller.gaps(&gaps);
    Difference { changes: merge::merged(changes), gaps, renames }
}
