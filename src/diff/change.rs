//! [`Difference`]: what a change of a policy does to access, as data that needs no policy to be read.

use super::align::Rename;
use crate::diagnostic::WitnessRequest;
use crate::message::Message;

/// Everything that two policies answer differently.
#[derive(Debug, Clone, Default)]
pub struct Difference {
    /// The riskiest first.
    pub changes: Vec<Change>,
    /// What was not compared: it may be answered differently.
    pub gaps: Vec<Gap>,
    /// What has another name.
    pub renames: Vec<Rename>,
    /// Inheritance that only one side has.
    pub edges: Vec<Edge>,
    /// Guarantees and waivers that only one side has.
    pub guards: Vec<Guard>,
}

/// `heir` inherits `parent`, on one side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// In the head; else in the base.
    pub added: bool,
    /// The role that inherits.
    pub heir: String,
    /// What it inherits.
    pub parent: String,
}

/// A guarantee or a waiver, on one side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Guard {
    /// In the head; else in the base.
    pub added: bool,
    /// It excuses findings; else it forbids something.
    pub waiver: bool,
    /// Its words.
    pub sentence: String,
}

/// Which way access went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every request is answered as before.
    None,
    /// Nobody is allowed more.
    Narrowed,
    /// Nobody is allowed less.
    Widened,
    /// Some are allowed more, and some less.
    Both,
}

impl Difference {
    /// Which way access went. What was not compared may have gone either way.
    pub fn verdict(&self) -> Verdict {
        let unsure = !self.gaps.is_empty();
        let gained = unsure || self.changes.iter().any(|change| change.gain);
        let lost = unsure || self.changes.iter().any(|change| !change.gain);
        match (gained, lost) {
            (false, false) => Verdict::None,
            (false, true) => Verdict::Narrowed,
            (true, false) => Verdict::Widened,
            (true, true) => Verdict::Both,
        }
    }
}

impl Verdict {
    /// The word of machines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Narrowed => "narrowed",
            Self::Widened => "widened",
            Self::Both => "both",
        }
    }

    /// Whether somebody is, or may be, allowed more.
    pub const fn widens(self) -> bool {
        matches!(self, Self::Widened | Self::Both)
    }
}

/// One difference: all of `who`, all of `what`, under all of `limits`.
#[derive(Debug, Clone)]
pub struct Change {
    /// The head allows (or shows) it and the base does not; else the other way round.
    pub gain: bool,
    /// In what it differs.
    pub kind: Kind,
    /// People, by id.
    pub people: Vec<Person>,
    /// Roles whose holders it concerns, asked about as if each were held alone.
    pub roles: Vec<String>,
    /// Whoever brings roles in a request, and is no person of the policy.
    pub anybody: bool,
    /// Rights.
    pub what: Vec<What>,
    /// What all must hold.
    pub limits: Vec<Limit>,
    /// How bad it can be.
    pub danger: Danger,
    /// Requests that show it: one for each right, person and limit that was put into it.
    pub samples: Vec<Sample>,
    /// Lines that were changed and have a part in it.
    pub causes: Vec<Cause>,
}

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Display name.
    pub title: Option<String>,
}

/// An action of an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct What {
    /// The object.
    pub object: String,
    /// The action.
    pub action: String,
    /// On the record.
    pub record: bool,
    /// On these fields.
    pub fields: Vec<String>,
}

/// In what a difference consists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A right that nobody has on the other side.
    Right,
    /// A right that others have on both sides, for more or fewer people.
    People,
    /// Of other records.
    Records,
    /// Under other conditions.
    Conditions,
    /// At other times.
    Time,
    /// On other fields of a record that both sides open.
    Fields,
    /// A field is masked that was hidden, or the other way round.
    Mask,
    /// Only for requests that name the roles in use.
    Session,
}

impl Kind {
    /// The word of machines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::People => "people",
            Self::Records => "records",
            Self::Conditions => "conditions",
            Self::Time => "time",
            Self::Fields => "fields",
            Self::Mask => "mask",
            Self::Session => "session",
        }
    }
}

/// How bad a right can be in wrong hands, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Danger {
    /// Gives rights, or acts as others.
    Administer,
    /// Takes data out, or destroys it.
    ExportOrDelete,
    /// Gives records to others.
    TransferOrShare,
    /// Fields that have a label, or are about a person.
    Labelled,
    /// Changes.
    Write,
    /// Shows.
    Read,
}

impl Danger {
    /// The word of machines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administer => "administer",
            Self::ExportOrDelete => "export-or-delete",
            Self::TransferOrShare => "transfer-or-share",
            Self::Labelled => "labelled",
            Self::Write => "write",
            Self::Read => "read",
        }
    }

    /// Whether a gain of it is to be looked at by somebody.
    pub const fn is_high(self) -> bool {
        matches!(self, Self::Administer | Self::ExportOrDelete | Self::TransferOrShare | Self::Labelled)
    }
}

/// Something that must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Of what.
    pub about: About,
    /// In words.
    pub words: Message,
}

/// What a limit is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Which records.
    Record,
    /// Who asks.
    Subject,
    /// The request.
    Request,
    /// The roles that the request brings.
    Roles,
    /// When.
    Time,
}

impl About {
    /// The word of machines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Subject => "subject",
            Self::Request => "request",
            Self::Roles => "roles",
            Self::Time => "time",
        }
    }
}

/// A request that the two policies answer differently, as each of them names things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// For the base, with what it answers.
    pub base: WitnessRequest,
    /// For the head.
    pub head: WitnessRequest,
    /// What is to be looked at in the answers.
    pub looks: Looks,
}

/// What differs in two answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looks {
    /// Whether it is allowed.
    Allowed,
    /// How a field is listed, by its name on each side.
    Listed {
        /// In the base.
        base: Listed,
        /// In the head.
        head: Listed,
    },
}

/// How a field is listed with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub field: String,
    /// Not hidden, or (where clear sight is asked about) neither hidden nor masked.
    pub seen: bool,
    /// Masked does not count as seen.
    pub clear: bool,
}

/// A line that was changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause {
    /// It stands in the head; else in the base.
    pub added: bool,
    /// Path of the file, as in its source set.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// The words of the statement.
    pub words: String,
    /// The role that writes it.
    pub role: Option<String>,
    /// From the role that is held down to that one, where there is a way.
    pub path: Vec<String>,
}

/// Something that was not compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The object.
    pub object: String,
    /// The action.
    pub action: String,
    /// The field, if one was asked about.
    pub field: Option<String>,
    /// For how many people and roles.
    pub count: usize,
}
