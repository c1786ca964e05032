//! Rolecall compiles permissions: `*.roles` text to one flat decision table, and answers from it.

#[cfg(feature = "compiler")]
pub mod compile;

#[cfg(feature = "compiler")]
pub mod analysis;
#[cfg(feature = "compiler")]
pub mod config;
#[cfg(feature = "compiler")]
pub mod diagnostic;
#[cfg(feature = "compiler")]
pub mod diff;
#[cfg(feature = "compiler")]
pub mod exact;
#[cfg(feature = "compiler")]
pub mod explain;
#[cfg(feature = "compiler")]
pub mod facts;
#[cfg(feature = "compiler")]
pub mod format;
#[cfg(feature = "compiler")]
pub mod guarantee;
#[cfg(feature = "compiler")]
pub mod lint;
#[cfg(feature = "compiler")]
pub mod lower;
#[cfg(feature = "compiler")]
pub mod message;
#[cfg(feature = "compiler")]
pub mod model;
#[cfg(feature = "compiler")]
pub mod read;
#[cfg(feature = "compiler")]
pub mod resolve;
#[cfg(feature = "compiler")]
pub mod risk;
#[cfg(feature = "compiler")]
pub mod roster;
pub mod runtime;
#[cfg(feature = "compiler")]
pub mod scenario;
#[cfg(feature = "compiler")]
pub mod source;
#[cfg(feature = "compiler")]
pub mod syntax;
pub mod table;
pub mod time;
#[cfg(feature = "serde")]
pub mod wire;
#[cfg(feature = "compiler")]
pub mod words;

#[cfg(feature = "cli")]
#[allow(clippy::disallowed_methods, reason = "the edge: reads the clock, the environment and files")]
pub mod cli;
#[cfg(feature = "render")]
pub mod drawing;
#[cfg(feature = "render")]
pub mod graph;
#[cfg(feature = "cli")]
#[allow(clippy::disallowed_methods, reason = "the edge: reads and writes files")]
pub mod project;
#[cfg(feature = "render")]
pub mod render;
#[cfg(feature = "serve")]
#[allow(clippy::disallowed_methods, reason = "the edge: reads the clock, the network and files")]
pub mod serve;
#[cfg(feature = "render")]
pub mod timeline;
