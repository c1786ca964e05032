//! People and field files (CSV): bytes to rows of text, with their places. Called by `resolve`.
