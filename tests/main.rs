//! The one integration binary: one module for each family of tests.

mod cli;
mod render;
mod time;
