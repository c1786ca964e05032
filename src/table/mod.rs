//! Owns the flat decision table: its layout, its validation, views into its bytes.
//!
//! Used in place: opening validates once, then everything is lookups. Knows no policy text.
