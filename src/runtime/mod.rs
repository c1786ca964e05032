//! Owns [`Decision`]: answers from an opened [`Table`](crate::table::Table).
//!
//! Total: no panic, no file, no clock, no environment; bounded work. Built with no default features. Every answer
//! comes out of one ladder (`climb`), so that an explanation (`trace`) and a search (`who`) cannot differ from a
//! decision.
#![deny(clippy::arithmetic_side_effects, clippy::as_conversions)]

mod asked;
mod brakes;
mod climb;
mod condition;
mod decide;
mod decision;
mod fact;
mod lock;
mod missing;
mod request;
mod run;
mod scope;
mod scratch;
mod spelling;
mod trace;
mod truth;
mod who;

pub use decide::{decide, decide_batch};
pub use decision::{Cause, Decision, Reason};
pub use request::{Record, Request, Subject, Value};
#[cfg(feature = "compiler")]
pub(crate) use run::lower;
pub use scratch::Scratch;
#[cfg(feature = "compiler")]
pub(crate) use spelling::likened;
pub use trace::{AllowTrace, BrakeTrace, HatTrace, RequireTrace, SuspensionTrace, Trace, trace};
pub use truth::Truth;
pub use who::{Access, Had, Partial, Question, Unanswered, roles_at, ways, what_can, who_can};
