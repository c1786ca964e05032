//! What a change changes for others: two tables, compared person by person and right by right.

use super::candidate::Reach;
use crate::runtime::{self, Access, Request, Subject};
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of person and right that one comparison may look at.
const PAIRS: usize = 400_000;

/// One right of one person that a change touches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// Who.
    pub user: String,
    /// Display name.
    pub title: Option<String>,
    /// The object.
    pub object: String,
    /// The action.
    pub action: String,
    /// What happens to it.
    pub turn: Turn,
}

/// What happens to a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It was not there, on any record.
    Gained,
    /// It is gone, from all records.
    Lost,
    /// It is there on other records, fields or conditions than before.
    Changed,
}

/// What a person has of a right, in words that two tables share.
type Ways = BTreeSet<String>;

/// The rights that differ, but for the very one that was asked about; and whether all people were compared.
pub(super) fn compare(
    before: &Table<'_>,
    after: &Table<'_>,
    request: &Request<'_>,
    reach: Reach,
) -> (Vec<Effect>, bool) {
    let asker = match request.subject {
        Subject::Id(id) => id,
        Subject::RoleAlone(_) => "",
    };
    let asker = before.user(asker).map_or(asker, |user| before.user_name(user)).to_owned();
    let everybody = (before.users() as usize).saturating_mul(before.rights() as usize) <= PAIRS;
    let mut people: BTreeSet<String> = BTreeSet::from([asker.clone()]);
    if reach == Reach::Everybody && everybody {
        people.extend((0..before.users()).map(|user| before.user_name(user).to_owned()));
        people.extend((0..after.users()).map(|user| after.user_name(user).to_owned()));
    }
    let mut effects = Vec::new();
    for person in &people {
        let (old, new) = (rights(before, person, request.time), rights(after, person, request.time));
        let keys: BTreeSet<&(String, String)> = old.keys().chain(new.keys()).collect();
        for key in keys {
            let asked = *person == asker && key.0 == request.object && key.1 == request.action;
            let turn = match (old.get(key), new.get(key)) {
                (None, Some(_)) => Turn::Gained,
                (Some(_), None) => Turn::Lost,
                (Some(a), Some(b)) if a != b => Turn::Changed,
                _ => continue,
            };
            if !asked {
                let title = before.user(person).and_then(|user| before.user_title(user)).map(str::to_owned);
                let (object, action) = key.clone();
                effects.push(Effect { user: person.clone(), title, object, action, turn });
            }
        }
    }
    (effects, reach == Reach::Asker || everybody)
}

fn rights(table: &Table<'_>, person: &str, time: i64) -> BTreeMap<(String, String), Ways> {
    let mut found: BTreeMap<(String, String), Ways> = BTreeMap::new();
    for access in runtime::what_can(table, Subject::Id(person), time).unwrap_or_default() {
        let object = table.object_of(access.right).map_or("", |object| table.object_name(object));
        let key = (object.to_owned(), table.action_name(access.right).to_owned());
        found.entry(key).or_default().insert(way(table, &access));
    }
    found
}

/// Everything that makes a difference to what an access gives, but not which rule gives it.
fn way(table: &Table<'_>, access: &Access) -> String {
    let conditions =
        |list: &[u32]| -> Vec<String> { list.iter().map(|c| table.condition_words(*c).to_string()).collect() };
    let fields: Vec<&str> = access.fields.iter().map(|f| table.field_name(*f)).collect();
    // Lines move with the edit, columns hardly ever.
    let place = |rule: u32| {
        let place = table.rule_place(rule).map(|p| (p.file, p.column));
        let (scope, condition) = table.body(rule).map_or((0, 0), |body| (body.scope, body.condition));
        let words = (table.scope_words(scope).to_string(), table.condition_words(condition).to_string());
        format!("{:?} {place:?} {words:?}", table.rule_role(rule))
    };
    let unless: Vec<String> = access.unless.iter().map(|rule| place(*rule)).collect();
    let named = |fields: &[u32]| fields.iter().map(|f| table.field_name(*f).to_owned()).collect::<Vec<_>>();
    let partial: Vec<_> = access.partial.iter().map(|p| (place(p.rule), p.mask, named(&p.fields))).collect();
    let owner_rights: Vec<&str> = access.owner_rights.iter().map(|right| table.action_name(*right)).collect();
    let paths: Vec<Vec<String>> = access.paths.iter().map(|path| conditions(path)).collect();
    format!(
        "{} {} {} {:?} {:?} {:?} {:?} {partial:?} {:?} {} {owner_rights:?} {:?}",
        access.record,
        table.scope_words(access.scope),
        table.condition_words(access.condition),
        fields,
        paths,
        conditions(&access.requires),
        unless,
        conditions(&access.suspended),
        access.own_only,
        access.on_behalf_of.map(|user| table.user_name(user)),
    )
}
