//! Every test of the crate, in one binary.

mod cases;
mod support;
mod syntax;
