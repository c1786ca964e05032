//! `who can A O`, `what can U`: answers for some record.
//!
//! Complete: whoever is allowed on some record is listed. Each way says which records and what else must hold; whether
//! all of it can be true at once is for the proofs to say.

use super::desk::Desk;
use super::note::{self, Note};
use super::way::Way;
use crate::runtime::{self, Access, Question, Subject, Unanswered};
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
    /// Display name.
    pub title: Option<String>,
    /// Why somebody holds nothing now; needs the package.
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
}

/// Everybody who can. An error if the question names something unknown.
pub fn who(desk: &Desk<'_>, question: &Question<'_>) -> Result<Who, Unanswered> {
    let found = runtime::who_can(desk.table, question)?;
    let mut groups: Vec<Group> = Vec::new();
    let mut people: Vec<u32> = Vec::new();
    // Most people come through few rules: a way is put in words once for each of them.
    let mut known: Vec<(Access, usize)> = Vec::new();
    for access in found {
        let Some(user) = access.user else { continue };
        people.push(user);
        let person = Person::of(desk.table, user);
        let at = known.iter().find(|(other, _)| same(other, &access)).map(|(_, at)| *at);
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => {
                let until = [group.way.valid_until, access.valid_until];
                group.way.valid_until = until.into_iter().flatten().min();
                if group.people.last() != Some(&person) {
                    group.people.push(person);
                }
            }
            None => {
                let way = Way::new(desk, &access);
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
fn brought(desk: &Desk<'_>, question: &Question<'_>) -> Result<Vec<Way>, Unanswered> {
    let table = desk.table;
    let mut found: Vec<Way> = Vec::new();
    for role in (0..table.held_roles()).filter(|role| table.is_brought(*role)) {
        let subject = Subject::RoleAlone(table.held_role_name(role));
        let (ways, _) = runtime::ways(table, subject, question)?;
        for way in ways.iter().filter(|way| way.record || question.field.is_some()) {
            let way = Way::new(desk, way);
            if !found.contains(&way) {
                found.push(way);
            }
        }
    }
    Ok(found)
}

fn same(a: &Access, b: &Access) -> bool {
    a.held == b.held && alike(a, b)
}

/// Whether two ways differ at most in the role that they come through and in how long they last.
fn alike(a: &Access, b: &Access) -> bool {
    let key = |x: &Access| (x.rule, x.right, x.on_behalf_of, x.own_only);
    let lists = |x: &Access| [&x.requires, &x.unless, &x.fields, &x.suspended, &x.owner_rights].map(Clone::clone);
    key(a) == key(b) && a.paths == b.paths && lists(a) == lists(b) && a.partial == b.partial
}

/// Everything that somebody can do. An error if the subject is not known.
pub fn what(desk: &Desk<'_>, subject: Subject<'_>, time: i64) -> Result<What, Unanswered> {
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
                if told.iter().any(|other| other.valid_until == access.valid_until && alike(other, access)) {
                    continue;
                }
                told.push(access);
                ways.push(Way::new(desk, access));
            }
            Some(RightAnswer {
                object: table.object_name(object).to_owned(),
                object_title: table.object_title(object).map(str::to_owned),
                action: table.action_name(right).to_owned(),
                action_title: table.right_title(right).map(str::to_owned),
                ways,
            })
        })
        .collect();
    let title = match subject {
        Subject::Id(id) => table.user(id).and_then(|user| table.user_title(user)).map(str::to_owned),
        Subject::RoleAlone(_) => None,
    };
    Ok(What { title, notes: note::of(desk, subject, time), rights })
}
