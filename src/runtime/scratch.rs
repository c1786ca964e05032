//! [`Scratch`]: memory that decisions reuse, so that they allocate nothing.

use super::decision::Cause;
use super::truth::Truth;
use crate::table::{Cell, NONE, Table, index};

/// Working memory of one thread's decisions. Keeps its capacity from one answer to the next.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(super) hats: Vec<Hat>,
    pub(super) passes: Vec<Pass>,
    pub(super) brakes: Vec<Brake>,
    pub(super) by: Vec<Cause>,
    pub(super) hidden: Vec<u32>,
    pub(super) masked: Vec<u32>,
    pub(super) missing: Vec<u32>,
    pub(super) ignored: Vec<u32>,
    pub(super) idle: Vec<u32>,
}

impl Scratch {
    /// With room for the answers of a table.
    pub fn new(table: &Table<'_>) -> Self {
        let hats = index(table.globals.hats.min(ROOM)).saturating_add(index(table.globals.brought.min(ROOM)));
        let fields = index(table.globals.fields.min(ROOM));
        Self {
            hats: Vec::with_capacity(hats),
            passes: Vec::with_capacity(64),
            brakes: Vec::with_capacity(64),
            by: Vec::with_capacity(CAUSES),
            hidden: Vec::with_capacity(fields),
            masked: Vec::with_capacity(fields),
            missing: Vec::with_capacity(64),
            ignored: Vec::with_capacity(64),
            idle: Vec::with_capacity(8),
        }
    }

    pub(super) fn clear(&mut self) {
        self.hats.clear();
        self.passes.clear();
        self.brakes.clear();
        self.by.clear();
        self.hidden.clear();
        self.masked.clear();
        self.missing.clear();
        self.ignored.clear();
        self.idle.clear();
    }
}

/// More than this is not reserved on a table's word.
const ROOM: u32 = 65_536;
/// As many causes are kept for one answer.
pub(super) const CAUSES: usize = 16;

/// A way in which the subject holds a role, with what was found out about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hat {
    /// The hat of the table; none for a role that the request brings or that is asked about alone.
    pub(super) hat: u32,
    pub(super) held: u32,
    /// List of windows, perhaps in two readings.
    pub(super) windows: u32,
    /// List of units or none.
    pub(super) units: u32,
    /// Whose role it is, or none.
    pub(super) behalf: u32,
    /// Whether all windows are open, read narrow: what the role allows comes through.
    pub(super) running: Option<bool>,
    /// And read wide: what the role takes away binds, and the role is had.
    pub(super) counting: Option<bool>,
    /// Whether a suspension of the person, the role or everything covers it.
    pub(super) suspended: Option<Truth>,
    /// For the right asked about, and for one that creating for others needs.
    pub(super) cells: [Option<Cell>; 2],
    /// For a delegated hat: whether a deny of it binds what comes through it.
    pub(super) denied: [Truth; 2],
    /// And whether a mask of it covers the field asked for.
    pub(super) masked: [Truth; 2],
    /// And whether every requirement is met for what comes through it.
    pub(super) required: [Option<Truth>; 2],
}

impl Hat {
    pub(super) const fn new(held: u32, units: u32) -> Self {
        Self {
            hat: NONE,
            held,
            windows: 0,
            units,
            behalf: NONE,
            running: None,
            counting: None,
            suspended: None,
            cells: [None; 2],
            denied: [Truth::False; 2],
            masked: [Truth::False; 2],
            required: [None; 2],
        }
    }

    /// Denies and masks of a delegated hat bind only what comes through it.
    pub(super) const fn is_delegated(&self) -> bool {
        self.behalf != NONE
    }
}

/// An allow that passed every step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pass {
    /// The hat, if delegated; else none.
    pub(super) group: u32,
    pub(super) coverage: u32,
}

/// A deny or mask of fields that binds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Brake {
    /// The hat, if delegated; else none: it binds everything.
    pub(super) group: u32,
    pub(super) coverage: u32,
    pub(super) mask: bool,
}
