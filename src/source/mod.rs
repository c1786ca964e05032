//! Owns [`SourceSet`]: the text of a compile and positions in it.
//!
//! First stage of the pipeline. Knows nothing of the language and touches no disk:
//! whoever reads files (the `project` layer) hands in bytes already read.

mod file;
mod lines;
mod order;
mod span;
mod symbol;

pub use file::{DataFile, FileId, PackageId, SourceFile, SourcePackage, SourceSet, Use, join_path};
pub use lines::{Lines, Position};
pub use order::order;
pub use span::Span;
pub use symbol::{Interner, Symbol};
