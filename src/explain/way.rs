//! [`Way`]: one allow through which somebody can do something, in words.

use super::desk::{Desk, Found, Spot};
use crate::message::{Message, answer as text};
use crate::model::{ConditionId, Model, Rule, WindowId};
use crate::runtime::{Access, Partial};
use crate::words;

/// One allow that lets somebody do something to some records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The role held.
    pub role: String,
    /// From the role held down to the one that writes the rule, both included.
    pub path: Vec<String>,
    /// Where the rule stands.
    pub spot: Option<Spot>,
    /// Whose role it is, if it is delegated.
    pub on_behalf_of: Option<String>,
    /// Which records; nothing for an action that has none yet.
    pub records: Option<Message>,
    /// All that must hold besides.
    pub limits: Vec<Message>,
    /// Denies and masks that stop it on some of the records.
    pub unless: Vec<Message>,
    /// Fields that it does not show, or masks, on all or some of the records.
    pub partial: Vec<Message>,
    /// It opens the record; else it shows only the fields listed.
    pub record: bool,
    /// The fields that it shows.
    pub fields: Vec<String>,
    /// Until when this stays so.
    pub valid_until: Option<i64>,
}

impl Way {
    pub(super) fn new(desk: &Desk<'_>, access: &Access) -> Self {
        let table = desk.table;
        let object = table.object_of(access.right).map_or("", |object| table.object_name(object));
        let found = desk.package.as_ref().and_then(|p| match p.rule(table, access.rule, object)? {
            Found::Rule(id) => p.model().rules.get(id.index()).map(|rule| (p.model(), rule)),
            Found::Mask(_) => None,
        });
        let mut limits = match found {
            Some((model, rule)) => rule_limits(model, rule),
            None => {
                coded(table.condition_words(access.condition).to_string(), &text::WHEN_WRITTEN).into_iter().collect()
            }
        };
        if access.own_only {
            let others = access.owner_rights.iter().map(|right| format!("`{}`", table.action_name(*right)));
            let others: Vec<String> = others.collect();
            limits.push(match others.is_empty() {
                true => text::OWNER_MUST_BE_ME.plain(),
                false => text::OWNER_ME_OR.with([("actions", others.into())]),
            });
        }
        let conditions = |list: &[u32]| -> Vec<String> {
            list.iter().map(|c| table.condition_words(*c).to_string()).filter(|words| !words.is_empty()).collect()
        };
        limits.extend(conditions(&access.requires).into_iter().filter_map(|c| coded(c, &text::REQUIRED_WRITTEN)));
        let paths: Vec<String> = access.paths.iter().map(|path| conditions(path).join(" and ")).collect();
        limits.extend(coded(paths.join(" or "), &text::ACTIVE_WRITTEN));
        limits.extend(conditions(&access.suspended).into_iter().filter_map(|c| coded(c, &text::SUSPENDED_WRITTEN)));
        Self {
            role: table.held_role_name(access.held).to_owned(),
            path: table.path(access.held, access.rule).roles.iter().map(|r| (*r).to_owned()).collect(),
            spot: table.rule_place(access.rule).map(|place| Spot::of(&place)),
            on_behalf_of: access.on_behalf_of.map(|user| table.user_name(user).to_owned()),
            records: records(desk, access, found),
            limits,
            unless: access.unless.iter().filter_map(|rule| obstacle(desk, *rule, object)).collect(),
            partial: access.partial.iter().filter_map(|partial| fields_taken(desk, partial, object)).collect(),
            record: access.record,
            fields: access.fields.iter().map(|field| table.field_name(*field).to_owned()).collect(),
            valid_until: access.valid_until,
        }
    }
}

fn records(desk: &Desk<'_>, access: &Access, found: Option<(&Model, &Rule)>) -> Option<Message> {
    match found {
        Some((model, rule)) => {
            let general = rule.rights.iter().all(|r| model.rights.get(r.index()).is_some_and(|right| right.general));
            (!general).then(|| words::scope(model, rule.scope))
        }
        None => coded(desk.table.scope_words(access.scope).to_string(), &text::WRITTEN),
    }
}

fn rule_limits(model: &Model, rule: &Rule) -> Vec<Message> {
    let window = if model.window(rule.window).is_always() { WindowId::ALWAYS } else { rule.window };
    let condition = model.conditions.get(rule.condition.index()).map_or(ConditionId::TRUE, |_| rule.condition);
    words::limits(model, condition, window)
}

/// Words of the language itself; nothing for no words.
fn coded(words: String, entry: &'static crate::message::Text) -> Option<Message> {
    (!words.is_empty()).then(|| entry.with([("words", words.into())]))
}

/// Fields that a deny or mask takes on the records of its scope.
fn fields_taken(desk: &Desk<'_>, partial: &Partial, object: &str) -> Option<Message> {
    let table = desk.table;
    let fields: Vec<String> = partial.fields.iter().map(|field| format!("`{}`", table.field_name(*field))).collect();
    let entry = if partial.mask { &text::FIELDS_MASKED } else { &text::FIELDS_HIDDEN };
    let known = desk.package.as_ref().and_then(|p| Some((p.model(), p.rule(table, partial.rule, object)?)));
    let clauses = known.and_then(|(model, found)| {
        let (scope, condition, window) = match found {
            Found::Rule(id) => model.rules.get(id.index()).map(|rule| (rule.scope, rule.condition, rule.window))?,
            Found::Mask(id) => model.masks.get(id.index()).map(|mask| (mask.scope, mask.condition, mask.window))?,
        };
        let mut clauses = vec![words::scope(model, scope)];
        clauses.extend(words::limits(model, condition, window));
        Some(words::joined(clauses))
    });
    let clauses = match clauses {
        Some(clauses) => clauses,
        None => text::RULE_OF.with([("role", table.rule_role(partial.rule)?.into())]).into(),
    };
    Some(entry.with([("fields", fields.into()), ("clauses", clauses)]))
}

/// A deny or mask that stops something on the records of its scope.
pub(super) fn obstacle(desk: &Desk<'_>, rule: u32, object: &str) -> Option<Message> {
    let table = desk.table;
    let role = table.rule_role(rule)?;
    let known = desk.package.as_ref().and_then(|p| Some((p, p.rule(table, rule, object)?)));
    let Some((package, found)) = known else {
        return Some(text::UNLESS_RULE_OF.with([("role", role.into())]));
    };
    let model = package.model();
    let (entry, scope, condition, window) = match found {
        Found::Rule(id) => {
            let rule = model.rules.get(id.index())?;
            (&text::UNLESS_DENIED, rule.scope, rule.condition, rule.window)
        }
        Found::Mask(id) => {
            let mask = model.masks.get(id.index())?;
            (&text::UNLESS_MASKED, mask.scope, mask.condition, mask.window)
        }
    };
    let mut clauses = vec![words::scope(model, scope)];
    clauses.extend(words::limits(model, condition, window));
    Some(entry.with([("role", role.into()), ("clauses", words::joined(clauses))]))
}
