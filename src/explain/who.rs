//! `who can A O`, `what can U`: answers for some record.
//!
//! Complete: whoever is allowed on some record is listed. Each way says which records and what else must hold; whether
//! all of it can be true at once is for the proofs to say.

use super::desk::Desk;
use super::standing::standing;
use super::way::Way;
use crate::message::Message;
use crate::runtime::{self, Access, Question, Subject, Unanswered};
use crate::table::Table;

/// Who can do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Ways, each with the people who have it; by role, then by where the rule stands.
    pub groups: Vec<Group>,
    /// How many different people there are.
    pub people: usize,
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
    /// Why somebody holds nothing now.
    pub note: Option<Message>,
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
                known.push((access.clone(), groups.len()));
                groups.push(Group { way: Way::new(desk, &access), people: vec![person] });
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
    Ok(Who { groups, people: people.len() })
}

fn same(a: &Access, b: &Access) -> bool {
    let key = |x: &Access| (x.held, x.rule, x.right, x.on_behalf_of, x.own_only);
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
            for access in accesses {
                let way = Way::new(desk, access);
                if !ways.contains(&way) {
                    ways.push(way);
                }
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
    Ok(What { title, note: standing(desk, subject, time), rights })
}
