//! What a table says to people: where things stand, whose role they are, by which path they came. Decisions read none
//! of it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

use super::Table;
use super::bytes::Records;
use super::layout::{Note, Role, Word};

/// A place in a policy file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place<'a> {
    /// Path relative to the root package's folder.
    pub file: &'a str,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// For what comes from a template: line and column of the instance, with its file.
    pub instance: Option<(&'a str, u32, u32)>,
}

/// The way from a held role down to the role that writes a rule, both included: a shortest one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolePath<'a> {
    /// Names of the roles.
    pub roles: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// `policy NAME`.
    pub fn policy_name(&self) -> Option<&'a str> {
        self.note_or_none(self.policy.name)
    }

    /// Its display label.
    pub fn policy_title(&self) -> Option<&'a str> {
        self.note_or_none(self.policy.title)
    }

    /// The version of the time-zone database that the zones were read from.
    pub fn time_zone_database(&self) -> Option<&'a str> {
        self.note_or_none(self.policy.database)
    }

    /// An origin.
    pub(crate) fn place(&self, origin: u32) -> Option<Place<'a>> {
        let of = |origin: u32| {
            let found = self.views.origins.get(origin)?;
            let file = self.note(self.views.files.get(u32::from(found.file))?.at);
            Some((file, found.line, u32::from(found.column)))
        };
        let (file, line, column) = of(origin)?;
        let instance = self.views.origin_instances.get(origin).and_then(|at| of(at.checked_sub(1)?));
        Some(Place { file, line, column, instance })
    }

    /// Where a rule stands.
    pub fn rule_place(&self, rule: u32) -> Option<Place<'a>> {
        self.place(self.views.rule_origins.get(rule)?)
    }

    /// The name of the role that writes a rule.
    pub fn rule_role(&self, rule: u32) -> Option<&'a str> {
        Some(self.note(self.views.roles.get(self.views.rule_roles.get(rule)?)?.name))
    }

    /// `named` of a rule.
    pub fn rule_name(&self, rule: u32) -> Option<&'a str> {
        self.note_or_none(self.views.rule_names.get(rule)?)
    }

    /// The template with its arguments, if a rule is one of a template's instance.
    pub fn rule_template(&self, rule: u32) -> Option<&'a str> {
        self.note_or_none(self.views.roles.get(self.views.rule_roles.get(rule)?)?.template)
    }

    /// Where the assignment or delegation behind a hat stands, and the line of the people file that gives it.
    pub fn hat_place(&self, hat: u32) -> Option<(Place<'a>, Option<u32>)> {
        let row = self.views.hat_rows.get(hat)?;
        Some((self.place(self.views.hat_origins.get(hat)?)?, (row > 0).then_some(row)))
    }

    /// Where a suspension stands, its name and reason.
    pub fn suspension_note(&self, suspension: u32) -> Option<(Place<'a>, Option<&'a str>, Option<&'a str>)> {
        self.said(self.views.suspension_notes, suspension)
    }

    /// Where a requirement stands, its name and reason.
    pub fn require_note(&self, statement: u32) -> Option<(Place<'a>, Option<&'a str>, Option<&'a str>)> {
        self.said(self.views.require_notes, statement)
    }

    /// Where a separation of sessions stands.
    pub fn separation_place(&self, separation: u32) -> Option<Place<'a>> {
        Some(self.said(self.views.separation_notes, separation)?.0)
    }

    /// Where an exclusive set stands.
    pub fn exclusive_place(&self, exclusive: u32) -> Option<Place<'a>> {
        Some(self.said(self.views.exclusive_notes, exclusive)?.0)
    }

    fn said(&self, notes: Records<'a, Note>, at: u32) -> Option<(Place<'a>, Option<&'a str>, Option<&'a str>)> {
        let note = notes.get(at)?;
        Some((self.place(note.origin)?, self.note_or_none(note.name), self.note_or_none(note.because)))
    }

    /// Display label of a held role.
    pub fn held_role_title(&self, held: u32) -> Option<&'a str> {
        self.note_or_none(self.views.roles.get(self.views.held_roles.get(held)?)?.title)
    }

    /// Display label of a user.
    pub fn user_title(&self, user: u32) -> Option<&'a str> {
        self.note_or_none(self.views.user_titles.get(user)?)
    }

    /// Display label of an object.
    pub fn object_title(&self, object: u32) -> Option<&'a str> {
        self.note_or_none(self.views.object_titles.get(object)?)
    }

    /// Display label of a right.
    pub fn right_title(&self, right: u32) -> Option<&'a str> {
        self.note_or_none(self.views.right_titles.get(right)?)
    }

    /// Display label of a field.
    pub fn field_title(&self, field: u32) -> Option<&'a str> {
        self.note_or_none(self.views.field_titles.get(field)?)
    }

    /// Display label of a unit.
    pub fn unit_title(&self, unit: u32) -> Option<&'a str> {
        self.note_or_none(self.views.unit_titles.get(unit)?)
    }

    /// A shortest way from a held role to the role that writes `rule`, parents in the order written.
    pub fn path(&self, held: u32, rule: u32) -> RolePath<'a> {
        let (Some(from), Some(to)) = (self.views.held_roles.get(held), self.views.rule_roles.get(rule)) else {
            return RolePath { roles: Vec::new() };
        };
        let mut roles = Vec::new();
        let mut at = Some(to);
        let via = self.reach(from, to);
        while let Some(role) = at {
            roles.push(self.role_name(role));
            at = via.get(&role).copied().filter(|up| *up != role);
        }
        roles.reverse();
        RolePath { roles }
    }

    /// The name of a role of the notes.
    pub(crate) fn role_name(&self, role: u32) -> &'a str {
        self.views.roles.get(role).map_or("", |role| self.note(role.name))
    }

    /// The name of a watched role: one that requirements, separations and exclusive sets ask for.
    pub fn watched_role_name(&self, watched: u32) -> &'a str {
        self.views.watched_roles.get(watched).map_or("", |role| self.role_name(role))
    }

    /// For each role met on the way from `from`, breadth first until `to`: the heir through which it was met.
    fn reach(&self, from: u32, to: u32) -> HashMap<u32, u32> {
        let mut via = HashMap::from([(from, from)]);
        let mut queue = VecDeque::from([from]);
        while let Some(role) = queue.pop_front() {
            if role == to {
                break;
            }
            for parent in self.parents(role).iter() {
                if let Entry::Vacant(unseen) = via.entry(parent.at) {
                    unseen.insert(role);
                    queue.push_back(parent.at);
                }
            }
        }
        via
    }

    fn parents(&self, role: u32) -> Records<'a, Word> {
        let range: Records<'a, Role> = self.views.roles.slice(role, role.saturating_add(2));
        match (range.get(0), range.get(1)) {
            (Some(role), Some(next)) => self.views.parents.slice(role.parents, next.parents),
            _ => Records::new(&[]),
        }
    }
}
