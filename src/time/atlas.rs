//! [`Atlas`]: every combination in which a set of windows can be open, with an instant for each.

use super::{TimeTable, Window};

/// One combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Which of the windows are open, in the order given.
    pub open: Vec<bool>,
    /// The earliest instant found with this combination (milliseconds since 1970 UTC).
    pub at: i64,
}

/// All combinations that occur at some instant of all time. Exact: absolute edges are all visited; where only
/// recurring patterns and yearly zone rules are left, one year of every kind (weekday of 1 January, leap year, the same
/// of its neighbours) is.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// Sorted by instant.
    pub signatures: Vec<Signature>,
}

impl Atlas {
    /// The combinations of `windows`. `None` if more than `budget` edges would have to be visited.
    pub fn new(table: &TimeTable, windows: &[&Window], budget: usize) -> Option<Self> {
        let _ = (table, windows, budget);
        unimplemented!()
    }
}
