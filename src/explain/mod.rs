//! Answers `who`, `what`, `when`, `why` over a table and, where it is at hand, the package that it was made of.
//!
//! Every yes and no comes from the evaluator. This stage adds words, places and paths, and for `why` the smallest change
//! that would turn the answer: found by trying, compiled and asked again before it is shown. Returns data; prints nothing.

mod change;
mod compare;
mod desk;
mod note;
mod unusable;
mod values;
mod way;
mod when;
mod who;
mod why;

pub use change::{Change, Fact, Proposal, Statement, Tried};
pub use compare::{Effect, Gap, Sight, Turn, Whom};
pub use desk::{Desk, Package, Spot};
pub use note::Note;
pub use unusable::{Unusable, unusable};
pub use way::Way;
pub use when::{Stretch, When, when};
pub use who::{Group, Person, RightAnswer, What, Who, what, who};
pub use why::{Climb, Obstacle, Verdict, Why, why};
