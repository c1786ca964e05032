//! Name spaces and the tables that turn a symbol into what it names there.
//!
//! A table is a vector by symbol, so that a reference costs one indexed read and no hashing.

use crate::diagnostic::{Code, codes::people, codes::resolve};
use crate::message::{Text, resolve as text};
use crate::source::{PackageId, Symbol};

/// A name space. Users are the same in every package; all others are seen by package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    Label,
    Type,
    Object,
    Unit,
    Network,
    Calendar,
    Hours,
    /// Roles and templates.
    Role,
    SubjectAttribute,
    RequestAttribute,
    Suspension,
    Requirement,
    User,
}

impl Space {
    /// All of them, in the order of their discriminants.
    pub(super) const ALL: [Self; 13] = [
        Self::Label,
        Self::Type,
        Self::Object,
        Self::Unit,
        Self::Network,
        Self::Calendar,
        Self::Hours,
        Self::Role,
        Self::SubjectAttribute,
        Self::RequestAttribute,
        Self::Suspension,
        Self::Requirement,
        Self::User,
    ];

    /// The kind as a noun.
    pub(super) const fn noun(self) -> &'static Text {
        match self {
            Self::Label => &text::KIND_LABEL,
            Self::Type => &text::KIND_TYPE,
            Self::Object => &text::KIND_OBJECT,
            Self::Unit => &text::KIND_UNIT,
            Self::Network => &text::KIND_NETWORK,
            Self::Calendar => &text::KIND_CALENDAR,
            Self::Hours => &text::KIND_HOURS,
            Self::Role => &text::KIND_ROLE,
            Self::SubjectAttribute => &text::KIND_SUBJECT_ATTRIBUTE,
            Self::RequestAttribute => &text::KIND_REQUEST_ATTRIBUTE,
            Self::Suspension => &text::KIND_SUSPENSION,
            Self::Requirement => &text::KIND_REQUIREMENT,
            Self::User => &text::KIND_USER,
        }
    }

    /// The kind with an article: what a name is instead.
    pub(super) const fn article(self) -> &'static Text {
        match self {
            Self::Label => &text::A_LABEL,
            Self::Type => &text::A_TYPE,
            Self::Object => &text::AN_OBJECT,
            Self::Unit => &text::A_UNIT,
            Self::Network => &text::A_NETWORK,
            Self::Calendar => &text::A_CALENDAR,
            Self::Hours => &text::AN_HOURS,
            Self::Role => &text::A_ROLE,
            Self::SubjectAttribute | Self::RequestAttribute => &text::AN_ATTRIBUTE,
            Self::Suspension | Self::Requirement => &text::A_STATEMENT_NAME,
            Self::User => &text::A_USER,
        }
    }

    /// The code of a name that nothing declares.
    pub(super) const fn unknown(self) -> &'static Code {
        match self {
            Self::Label => &resolve::UNKNOWN_LABEL,
            Self::Type => &resolve::UNKNOWN_TYPE,
            Self::Object => &resolve::UNKNOWN_OBJECT,
            Self::Unit => &resolve::UNKNOWN_UNIT,
            Self::Network => &resolve::UNKNOWN_NETWORK,
            Self::Calendar => &resolve::UNKNOWN_CALENDAR,
            Self::Hours => &resolve::UNKNOWN_HOURS,
            Self::Role => &resolve::UNKNOWN_ROLE,
            Self::SubjectAttribute | Self::RequestAttribute => &resolve::UNKNOWN_ATTRIBUTE,
            Self::Suspension | Self::Requirement => &resolve::UNKNOWN_SUSPENSION,
            Self::User => &people::UNKNOWN_USER,
        }
    }
}

const ABSENT: u32 = u32::MAX;

/// Symbol to number.
#[derive(Debug, Default, Clone)]
pub(super) struct NameTable {
    ids: Vec<u32>,
}

impl NameTable {
    pub(super) fn get(&self, symbol: Symbol) -> Option<u32> {
        self.ids.get(symbol.0 as usize).copied().filter(|id| *id != ABSENT)
    }

    /// Sets it, and gives what was there.
    pub(super) fn set(&mut self, symbol: Symbol, id: u32) -> Option<u32> {
        let index = symbol.0 as usize;
        if index >= self.ids.len() {
            self.ids.resize(index + 1, ABSENT);
        }
        let slot = self.ids.get_mut(index)?;
        let before = std::mem::replace(slot, id);
        (before != ABSENT).then_some(before)
    }

    pub(super) fn clear(&mut self) {
        self.ids.clear();
    }

    /// Everything in it, by symbol.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Symbol, u32)> {
        self.ids.iter().enumerate().filter(|(_, id)| **id != ABSENT).map(|(index, id)| (Symbol(index as u32), *id))
    }
}

/// All tables, by package and name space.
#[derive(Debug, Default)]
pub(super) struct Names {
    tables: Vec<[NameTable; Space::ALL.len()]>,
    users: NameTable,
    absent: NameTable,
}

impl Names {
    pub(super) fn new(packages: usize) -> Self {
        Self {
            tables: (0..packages.max(1)).map(|_| Default::default()).collect(),
            users: NameTable::default(),
            absent: NameTable::default(),
        }
    }

    pub(super) fn table(&self, package: PackageId, space: Space) -> &NameTable {
        if space == Space::User {
            return &self.users;
        }
        self.tables.get(package.0 as usize).and_then(|tables| tables.get(space as usize)).unwrap_or(&self.absent)
    }

    pub(super) fn table_mut(&mut self, package: PackageId, space: Space) -> &mut NameTable {
        if space == Space::User {
            return &mut self.users;
        }
        self.tables
            .get_mut(package.0 as usize)
            .and_then(|tables| tables.get_mut(space as usize))
            .unwrap_or(&mut self.absent)
    }

    pub(super) fn get(&self, package: PackageId, space: Space, symbol: Symbol) -> Option<u32> {
        self.table(package, space).get(symbol)
    }
}
