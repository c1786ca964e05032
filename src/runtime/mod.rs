//! Owns [`Decision`]: answers from an opened [`Table`](crate::table::Table).
//!
//! Total: no panic, no file, no clock, no environment; bounded work. Built with no default features.

mod decision;
mod request;

pub use decision::{Decision, Reason};
pub use request::{Record, Request, Subject, Value};
