//! The one integration binary: one module for each family of tests.

mod cases;
mod format;
mod messages;
mod read;
mod time;
