//! `who can A O`, `what can U`: answers for some record.
//!
//! Complete: whoever is allowed on some record is listed. Each way says which records and what else must hold; whether
//! all of it can be true at once is for the proofs to say.

use super::desk::{Desk, Spot};
use super::note::{self, Note};
use super::way::{Way, obstacle};
use crate::message::Message;
use crate::runtime::{self, Access, Question, Reason, Request, Subject, Truth};
use crate::table::Table;

/// Who can do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Ways, each with the people who have it; by role, then by where the rule stands.
    pub groups: Vec<Group>,
    /// How many different people there are.
    pub people: usize,
    /// Ways of whoever's request brings a role.
    pub brought: Vec<Way>,
}

/// People who have the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The way; it stays so at least until the first of them loses it.
    pub way: Way,
    /// The people, by id.
    pub people: Vec<Person>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Display name.
    pub title: Option<String>,
}

impl Person {
    pub(super) fn of(table: &Table<'_>, user: u32) -> Self {
        Self { id: table.user_name(user).to_owned(), title: table.user_title(user).map(str::to_owned) }
    }
}

/// What somebody can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    /// What is to be known of the person.
    pub notes: Vec<Note>,
    /// By object and action, in the order declared.
    pub rights: Vec<RightAnswer>,
}

/// One right that somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightAnswer {
    /// The object.
    pub object: String,
    /// Its display label.
    pub object_title: Option<String>,
    /// The action.
    pub action: String,
    /// Its display label.
    pub action_title: Option<String>,
    /// Every way.
    pub ways: Vec<Way>,
    /// Denies and masks that take fields out of them on some records at least.
    pub withheld: Vec<Withheld>,
}

/// Fields that a deny or mask takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Masked; else denied.
    pub mask: bool,
    /// The fields.
    pub fields: Vec<String>,
    /// Whose rule it is, and on which records.
    pub message: Message,
    /// Where it stands.
    pub spot: Option<Spot>,
}

/// Everybody who can. An error if the question names something unknown.
pub fn who(desk: &Desk<'_>, question: &Question<'_>) -> Result<Who, Reason> {
    let found = runtime::who_can(desk.table, question)?;
    let mut groups: Vec<Group> = Vec::new();
    let mut people: Vec<u32> = Vec::new();
    // Most people come through few rules: a way is put in words once for each of them.
    let mut known: Vec<(Access, usize)> = Vec::new();
    for access in found {
        let Some(user) = access.user else { continue };
        people.push(user);
        let person = Person::of(desk.table, user);
        // What somebody may do with the owner is their own affair.
        let shared = |other: &Access| same(other, &access) && (!access.own_only || other.user == access.user);
        let at = known.iter().find(|(other, _)| shared(other)).map(|(_, at)| *at);
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => {
                let until = [group.way.valid_until, access.valid_until];
                group.way.valid_until = until.into_iter().flatten().min();
                if group.people.last() != Some(&person) {
                    group.people.push(person);
                }
            }
            None => {
                let way = Way::new(desk, &access, question.time);
                let like = |group: &Group| Way { valid_until: way.valid_until, ..group.way.clone() } == way;
                let at = groups.iter().position(like).unwrap_or(groups.len());
                known.push((access.clone(), at));
                match groups.get_mut(at) {
                    Some(group) => {
                        group.way.valid_until = [group.way.valid_until, way.valid_until].into_iter().flatten().min();
                        group.people.push(person);
                    }
                    None => groups.push(Group { way, people: vec![person] }),
                }
            }
        }
    }
    people.sort_unstable();
    people.dedup();
    for group in &mut groups {
        group.people.sort();
        group.people.dedup();
    }
    groups.sort_by(|a, b| (&a.way.role, &a.way.spot, &a.people).cmp(&(&b.way.role, &b.way.spot, &b.people)));
    Ok(Who { groups, people: people.len(), brought: brought(desk, question)? })
}

/// The ways of each role that requests bring, for somebody who is not known.
fn brought(desk: &Desk<'_>, question: &Question<'_>) -> Result<Vec<Way>, Reason> {
    let table = desk.table;
    let mut found: Vec<Way> = Vec::new();
    for role in (0..table.held_roles()).filter(|role| table.is_brought(*role)) {
        let subject = Subject::RoleAlone(table.held_role_name(role));
        let (ways, _) = runtime::ways(table, subject, question)?;
        for way in ways.iter().filter(|way| way.record || question.field.is_some()) {
            let way = Way::new(desk, way, question.time);
            if !found.contains(&way) {
                found.push(way);
            }
        }
    }
    Ok(found)
}

fn same(a: &Access, b: &Access) -> bool {
    let key = |x: &Access| (x.held, x.rule, x.right, x.on_behalf_of, x.own_only);
    key(a) == key(b) && a.paths == b.paths && a.requires == b.requires && a.unless == b.unless && a.fields == b.fields
}

/// Everything that somebody can do. An error if the subject is not known.
pub fn what(desk: &Desk<'_>, subject: Subject<'_>, time: i64) -> Result<What, Reason> {
    let table = desk.table;
    let found = runtime::what_can(table, subject, time)?;
    let rights = found
        .chunk_by(|a, b| a.right == b.right)
        .filter_map(|accesses| {
            let right = accesses.first()?.right;
            let object = table.object_of(right)?;
            let mut ways: Vec<Way> = Vec::new();
            // One rule that comes through several roles or assignments is told once, with the first of them.
            let mut told: Vec<&Access> = Vec::new();
            for access in accesses {
                if told.iter().any(|other| gives_the_same(other, access)) {
                    continue;
                }
                told.push(access);
                ways.push(Way::new(desk, access, time));
            }
            Some(RightAnswer {
                object: table.object_name(object).to_owned(),
                object_title: table.object_title(object).map(str::to_owned),
                action: table.action_name(right).to_owned(),
                action_title: table.right_title(right).map(str::to_owned),
                ways,
                withheld: withheld(desk, subject, accesses, time),
            })
        })
        .collect();
    Ok(What { notes: note::of(desk, subject, time), rights })
}

/// Whether two ways differ only in the role that they come through.
fn gives_the_same(a: &Access, b: &Access) -> bool {
    let key = |x: &Access| (x.rule, x.right, x.on_behalf_of, x.own_only, x.valid_until);
    key(a) == key(b) && a.paths == b.paths && a.requires == b.requires && a.unless == b.unless && a.fields == b.fields
}

/// Denies and masks of fields that may bind, on some record.
fn withheld(desk: &Desk<'_>, subject: Subject<'_>, accesses: &[Access], time: i64) -> Vec<Withheld> {
    let table = desk.table;
    let Some(right) = accesses.first().map(|access| access.right) else { return Vec::new() };
    // A mask of a field that nothing shows takes nothing; a deny may be why nothing does.
    let shown = |field: &&u32| accesses.iter().any(|access| access.fields.contains(field));
    let object = table.object_of(right).map_or("", |object| table.object_name(object));
    let request = Request {
        subject,
        action: table.action_name(right),
        object,
        field: None,
        record: None,
        subject_attributes: &[],
        request_attributes: &[],
        roles: &[],
        active_roles: None,
        time,
    };
    let mut found: Vec<Withheld> = Vec::new();
    for brake in runtime::trace(table, &request).brakes {
        let taken = brake.fields.iter().filter(|field| !brake.mask || shown(field));
        let fields: Vec<String> = taken.map(|field| table.field_name(*field).to_owned()).collect();
        let binds = brake.runs && brake.in_time && brake.truth != Truth::False && !fields.is_empty();
        let Some(message) = binds.then(|| obstacle(desk, brake.rule, object)).flatten() else { continue };
        let spot = table.rule_place(brake.rule).map(|place| Spot::of(&place));
        let new = Withheld { mask: brake.mask, fields, message, spot };
        if !found.contains(&new) {
            found.push(new);
        }
    }
    found
}
