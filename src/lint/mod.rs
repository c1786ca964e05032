//! Opinions over a [`Model`](crate::model::Model) and its [`Analysis`](crate::analysis::Analysis): findings that rule 2.1 names, and waivers.
