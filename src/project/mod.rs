//! The only place that reads the disk for the compiler: packages, `use`, people files, tables; writes beside and renames.
