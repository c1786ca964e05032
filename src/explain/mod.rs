//! Answers `who`, `what`, `when`, `why` over a compilation and its table.

pub mod words;
