//! The one integration binary: one module for each family of tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::type_complexity,
    unreachable_pub,
    reason = "a test fails by panicking, and talks to its terminal"
)]

mod allocation;
mod cases;
mod cli;
mod codes;
mod compile;
mod documents;
mod findings;
mod fingerprints;
mod format;
mod fuzz;
mod generate;
mod graph;
mod limits;
mod messages;
mod mutants;
mod planted;
mod properties;
mod proposals;
mod questions;
mod read;
mod reference;
mod render;
mod resolve;
mod semantics;
mod serve;
mod support;
mod syntax;
mod table;
mod tidy;
mod time;
