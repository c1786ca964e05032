//! What the questions share: of which policy, when, about what, and how an unknown name is answered.

use super::arguments::AnswerFormat;
use super::instant;
use super::output::{Failure, Output};
use super::policy::{self, Now, Package};
use crate::compile::{Compilation, Options};
use crate::diagnostic::did_you_mean;
use crate::explain::{self, Desk};
use crate::lower::LowerError;
use crate::message::{Message, cli as text};
use crate::model::RoleId;
use crate::project;
use crate::runtime::{Reason, Unanswered};
use crate::source::{PackageId, SourceSet};
use crate::table::Table;
use std::path::{Path, PathBuf};

/// Flags of every question.
#[derive(Debug, clap::Args)]
pub(super) struct Asking {
    /// The policy: a package or a table
    #[arg(long = "in", value_name = "PATH", default_value = ".")]
    policy: PathBuf,
    /// The instant asked about; now without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: AnswerFormat,
}

/// Bytes that a table may have.
const TABLE_LIMIT: u64 = 4 << 30;

/// A policy that can be asked.
#[derive(Debug)]
pub(super) struct Policy {
    /// The package; `None` for a bare table.
    pub(super) package: Option<Package>,
    /// The table's bytes.
    pub(super) bytes: Vec<u8>,
    /// The zone that instants are read and shown in; a bare table names none.
    pub(super) zone: Option<String>,
    /// What the reader calls it.
    pub(super) base: String,
}

impl Policy {
    /// Opens a table, or compiles a package; `probe` is a role that is asked about alone.
    pub(super) fn open(path: &Path, probe: Option<&str>, out: &mut Output) -> Result<Self, Failure> {
        let base = path.to_string_lossy().into_owned();
        // What is named like a table is one, there or not.
        if path.is_file() || (path.extension().is_some_and(|ext| ext == "rct") && !path.is_dir()) {
            let bytes = read_table(path)?;
            // Checked here, so that nothing else is said about bytes that are no table.
            policy::open_table(&bytes)?;
            return Ok(Self { package: None, bytes, zone: None, base });
        }
        Self::compiled(path, out, |compilation, sources| {
            let probes: Vec<RoleId> = probe
                .and_then(|name| (0..compilation.model.roles.len()).find(|i| role_is(compilation, *i, name)))
                .map(RoleId::from_index)
                .into_iter()
                .collect();
            compilation.question_table(sources, &probes)
        })
    }

    /// Compiles a package to answer as proofs see it.
    pub(super) fn for_witnesses(path: &Path, out: &mut Output) -> Result<Self, Failure> {
        if path.is_file() {
            return Err(text::WITNESS_OF_TABLE.plain().into());
        }
        Self::compiled(path, out, Compilation::witness_table)
    }

    fn compiled(
        path: &Path,
        out: &mut Output,
        table: impl FnOnce(&Compilation, &SourceSet) -> Option<Result<Vec<u8>, LowerError>>,
    ) -> Result<Self, Failure> {
        let base = path.to_string_lossy().into_owned();
        let options = Options { prove: false, lint: false, ..Options::default() };
        let package = policy::compile_package(path, options, Now::Unread, out)?;
        let table = package.compilation.as_ref().and_then(|compilation| table(compilation, &package.sources));
        let Some(table) = table else {
            return Err(policy::refuse(&package, out));
        };
        let bytes = table.map_err(|error| policy::too_large(&error))?;
        let zone = package.compilation.as_ref().map(|c| c.model.zone(PackageId(0)).to_owned());
        Ok(Self { package: Some(package), bytes, zone, base })
    }

    /// Hands the policy, opened, to `with`.
    pub(super) fn ask<T>(&self, with: impl FnOnce(&Desk<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        let table = policy::open_table(&self.bytes)?;
        let package = self.package.as_ref().and_then(|package| {
            let compilation = package.compilation.as_ref()?;
            Some(explain::Package::new(&package.sources, compilation))
        });
        with(&Desk { table: &table, package })
    }

    /// An instant as the reader reads it.
    pub(super) fn show(&self, instant: i64) -> String {
        match &self.zone {
            Some(zone) => instant::show(instant, zone),
            None => instant::rfc3339(instant, "UTC"),
        }
    }

    /// An instant in JSON.
    pub(super) fn json_instant(&self, instant: Option<i64>) -> Option<String> {
        instant.map(|instant| instant::rfc3339(instant, self.zone.as_deref().unwrap_or("UTC")))
    }
}

fn role_is(compilation: &Compilation, index: usize, name: &str) -> bool {
    compilation.model.role_name(RoleId::from_index(index)) == name
}

fn read_table(path: &Path) -> Result<Vec<u8>, Failure> {
    project::read_limited(path, TABLE_LIMIT).map_err(|error| {
        let path = path.to_string_lossy().into_owned();
        text::CANNOT_READ_FILE.with([("path", path.into()), ("reason", error.reason().into())]).into()
    })
}

impl Asking {
    /// Opens the policy asked.
    pub(super) fn open(&self, probe: Option<&str>, out: &mut Output) -> Result<Policy, Failure> {
        Policy::open(&self.policy, probe, out)
    }

    /// The instant asked about.
    pub(super) fn instant(&self, policy: &Policy) -> Result<i64, Failure> {
        let now = Now::of(self.at.as_ref()).instant(policy.zone.as_deref())?;
        Ok(now.unwrap_or_default())
    }
}

/// An object, and perhaps a field of it, as written: `Customer`, `Customer.phone`, `Customer (phone)`.
#[derive(Debug)]
pub(super) struct Target<'a> {
    /// The object.
    pub(super) object: &'a str,
    /// The field.
    pub(super) field: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// Divides `written`, unless an object of that whole name is known.
    pub(super) fn of(table: &Table<'_>, written: &'a str) -> Self {
        let written = written.trim();
        if table.object(written).is_some() {
            return Self { object: written, field: None };
        }
        if let Some((object, rest)) = written.split_once(['(', '（']) {
            return Self { object: object.trim(), field: Some(rest.trim_end().trim_end_matches([')', '）']).trim()) };
        }
        match written.rsplit_once('.') {
            Some((object, field)) => Self { object, field: Some(field) },
            None => Self { object: written, field: None },
        }
    }
}

/// What the question names.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names<'a> {
    /// The person.
    pub(super) user: &'a str,
    /// The role asked about alone.
    pub(super) role: Option<&'a str>,
    /// The action.
    pub(super) action: &'a str,
    /// The object.
    pub(super) object: &'a str,
    /// The field.
    pub(super) field: &'a str,
}

/// Why a search has no answer.
pub(super) fn unanswered(table: &Table<'_>, why: Unanswered, names: Names<'_>) -> Failure {
    match why {
        Unanswered::Unknown(reason) => unknown(table, reason, names),
        Unanswered::TooManySteps => text::TOO_MANY_STEPS.plain().into(),
    }
}

/// Why a question cannot be answered: something in it is not known.
pub(super) fn unknown(table: &Table<'_>, reason: Reason, names: Names<'_>) -> Failure {
    let object = table.object(names.object);
    // Each name with the label that people see in its place.
    let (entry, wrong, labelled): (_, _, Vec<(&str, Option<&str>)>) = match (reason, names.role) {
        (Reason::UnknownObject, _) => {
            let each = (0..table.objects()).map(|o| (table.object_name(o), table.object_title(o)));
            (&text::NO_OBJECT, names.object, each.collect())
        }
        (Reason::UnknownAction, _) => {
            let rights = object.map(|object| table.rights_of(object)).unwrap_or_default();
            let each = rights.map(|right| (table.action_name(right), table.right_title(right)));
            (&text::NO_ACTION, names.action, each.collect())
        }
        (Reason::UnknownField, _) => {
            let fields = object.map(|object| table.fields_of(object)).unwrap_or_default();
            let each = fields.map(|field| (table.field_name(field), table.field_title(field)));
            (&text::NO_FIELD, names.field, each.collect())
        }
        (_, Some(role)) => {
            let each = (0..table.held_roles()).map(|role| (table.held_role_name(role), table.held_role_title(role)));
            (&text::NO_ROLE, role, each.collect())
        }
        (_, None) => {
            let each = (0..table.users()).map(|user| (table.user_name(user), table.user_title(user)));
            (&text::NO_USER, names.user, each.collect())
        }
    };
    let message: Message = entry.with([("name", wrong.into()), ("object", names.object.into())]);
    let candidates: Vec<&str> = labelled.iter().map(|(name, _)| *name).collect();
    let meant: Vec<String> =
        labelled.iter().filter(|(_, label)| *label == Some(wrong)).map(|(name, _)| format!("`{name}`")).collect();
    let near = did_you_mean(wrong, candidates.iter().copied());
    let help = match near {
        _ if !meant.is_empty() => Some(text::IS_LABEL_OF.with([("label", wrong.into()), ("names", meant.into())])),
        Some(near) => Some(text::DID_YOU_MEAN.with([("name", near.into())])),
        None if candidates.len() <= 12 && !candidates.is_empty() => {
            let list: Vec<String> = candidates.iter().map(|name| format!("`{name}`")).collect();
            Some(text::THERE_ARE.with([("names", list.into())]))
        }
        None => None,
    };
    Failure::Message(message, help)
}
