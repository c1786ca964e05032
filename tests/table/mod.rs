//! The decision table: written, opened, asked.

mod damage;
mod ladder;
mod model;
