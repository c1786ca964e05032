//! The one integration binary: one module for each family of tests.

mod cases;
mod cli;
mod codes;
mod findings;
mod format;
mod generate;
mod messages;
mod properties;
mod questions;
mod read;
mod reference;
mod render;
mod resolve;
mod semantics;
mod support;
mod syntax;
mod table;
mod time;
