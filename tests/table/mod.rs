//! The decision table: written, opened, asked.

mod agree;
mod damage;
mod forms;
mod ladder;
mod model;
mod scale;
mod scopes;
mod tell;
mod wire;
