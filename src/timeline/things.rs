//! What of a policy has a window: each with its words, and with whom and what it names.

use super::{About, Ground, Kind};
use crate::message::{Arg, Message, timeline as text};
use crate::model::{
    Assignment, CancelTarget, Model, ObjectId, Origin, RightId, RoleId, Rule, RuleEffect, Suspension, SuspensionKind,
    UserId, WindowId,
};
use crate::words;
use std::collections::BTreeMap;
use std::rc::Rc;

/// People, rights and the like that one sentence names at most.
pub(super) const NAMED: usize = 5;

/// Something with windows.
pub(super) struct Thing {
    pub(super) about: Rc<About>,
    /// Read narrow and wide, where that differs.
    pub(super) windows: Vec<WindowId>,
}

/// All of them, by kind and place.
pub(super) fn things(ground: &Ground<'_>) -> Vec<Thing> {
    let mut gather = Gather { model: ground.model, found: Vec::new() };
    gather.holdings();
    gather.lines();
    gather.brakes();
    let mut found = gather.found;
    found.sort_by_key(|thing| (thing.about.kind, thing.about.span));
    found
}

struct Gather<'a> {
    model: &'a Model,
    found: Vec<Thing>,
}

impl Gather<'_> {
    fn add(&mut self, about: About, windows: &[WindowId]) {
        let mut windows: Vec<WindowId> =
            windows.iter().copied().filter(|window| !self.model.window(*window).is_always()).collect();
        windows.sort_unstable();
        windows.dedup();
        let Some(first) = windows.first() else { return };
        let mut recurring = self.model.window(*first).clone();
        let recurs = !recurring.recurring.is_empty();
        (recurring.from, recurring.until) = (crate::time::FOREVER_AGO, crate::time::FOREVER);
        let recurs = recurs.then(|| words::window_of(self.model, &recurring));
        self.found.push(Thing { about: Rc::new(About { recurs, ..about }), windows });
    }

    fn holdings(&mut self) {
        let model = self.model;
        // One line may give a role to many.
        let mut assigned: BTreeMap<_, Vec<&Assignment>> = BTreeMap::new();
        for assignment in &model.assignments {
            let key = (assignment.origin, assignment.role, assignment.window, assignment.wide, &assignment.units);
            assigned.entry(key).or_default().push(assignment);
        }
        for ((origin, role, window, wide, units), list) in assigned {
            let people: Vec<UserId> = list.iter().map(|assignment| assignment.user).collect();
            let (name, whom) = (model.role_name(role).into(), people_of(model, &people));
            let only = list.iter().any(|a| matches!(a.source, crate::model::AssignmentSource::Statement));
            let words = match units.as_deref().filter(|_| only) {
                Some(units) => {
                    let units: Vec<String> = units.iter().map(|unit| code(model.unit_name(*unit))).collect();
                    text::ASSIGNMENT_FOR.with([("role", name), ("people", whom), ("units", units.into())])
                }
                None => text::ASSIGNMENT.with([("role", name), ("people", whom)]),
            };
            let about = About { roles: vec![role], ..about(Kind::Assignment, words, origin, people) };
            self.add(about, &[window, wide]);
        }
        for lent in &model.delegations {
            let words = text::DELEGATION.with([
                ("role", model.role_name(lent.role).into()),
                ("of", person(model, lent.of).into()),
                ("to", person(model, lent.to).into()),
            ]);
            let about = about(Kind::Delegation, words, lent.origin, vec![lent.of, lent.to]);
            self.add(About { roles: vec![lent.role], ..about }, &[lent.window, lent.wide]);
        }
        let mut employed: BTreeMap<(WindowId, Origin), Vec<UserId>> = BTreeMap::new();
        for (at, user) in model.users.iter().enumerate().filter(|(_, user)| !user.skipped) {
            employed.entry((user.window, user.origin)).or_default().push(UserId::from_index(at));
        }
        for ((window, origin), people) in employed {
            let words = text::EMPLOYMENT.with([("people", people_of(model, &people))]);
            self.add(about(Kind::Employment, words, origin, people), &[window]);
        }
    }

    fn lines(&mut self) {
        let model = self.model;
        // A statement over several objects is several rules.
        let mut rules: BTreeMap<_, Vec<&Rule>> = BTreeMap::new();
        for rule in &model.rules {
            rules.entry((rule.origin, rule.role, rule.window)).or_default().push(rule);
        }
        for ((origin, role, window), list) in rules {
            let allows = list.iter().any(|rule| rule.effect == RuleEffect::Allow);
            let said: Vec<String> =
                list.iter().map(|rule| code(&words::covered(model, &rule.rights, &rule.coverage))).collect();
            let entry = if allows { &text::ALLOW } else { &text::DENY };
            let words = entry.with([("role", model.role_name(role).into()), ("rules", few(said))]);
            let objects = list.iter().map(|rule| rule.object).collect();
            let about = about(Kind::Rule, words, origin, Vec::new());
            self.add(About { roles: vec![role], objects, ..about }, &[window]);
        }
        for mask in &model.masks {
            let fields = mask.fields.iter().map(|field| code(model.field_name(*field))).collect();
            let words = text::MASK.with([("role", model.role_name(mask.role).into()), ("fields", few(fields))]);
            let about = about(Kind::Mask, words, mask.origin, Vec::new());
            self.add(About { roles: vec![mask.role], objects: vec![mask.object], ..about }, &[mask.window]);
        }
        for cancel in &model.cancels {
            let (lines, objects) = cancelled(model, &cancel.target);
            let words = text::CANCEL.with([
                ("role", model.role_name(cancel.role).into()),
                ("from", model.role_name(cancel.from).into()),
                ("lines", few(lines)),
            ]);
            let about = about(Kind::Cancel, words, cancel.origin, Vec::new());
            self.add(About { roles: vec![cancel.role, cancel.from], objects, ..about }, &[cancel.window]);
        }
        for (at, role) in model.roles.iter().enumerate() {
            for active in &role.active {
                let words = text::ACTIVE.with([("role", model.text(role.name).into())]);
                let about = about(Kind::Active, words, active.origin, Vec::new());
                self.add(About { roles: vec![RoleId::from_index(at)], ..about }, &[active.window]);
            }
        }
    }

    fn brakes(&mut self) {
        let model = self.model;
        for require in &model.requires {
            let rights: Vec<RightId> = require.entries.iter().flat_map(|entry| entry.rights.iter().copied()).collect();
            let said = rights_of(model, &rights);
            let roles = roles_of(model, &require.roles);
            let words = match require.roles.is_empty() {
                true => text::REQUIREMENT.with([("rights", said)]),
                false => text::REQUIREMENT_OF.with([("rights", said), ("roles", roles)]),
            };
            let words = reasoned(model, words, require.name, require.because.as_deref());
            let about = about(Kind::Requirement, words, require.origin, Vec::new());
            let about = About { roles: require.roles.clone(), objects: objects_of(model, &rights), ..about };
            self.add(about, &[require.window]);
        }
        for suspension in &model.suspensions {
            self.add(named(model, suspension), &[suspension.window]);
        }
        for guarantee in &model.guarantees {
            let words = text::GUARANTEE.with([("sentence", guarantee.sentence.to_string().into())]);
            self.add(about(Kind::Guarantee, words, guarantee.origin, Vec::new()), &[guarantee.window]);
        }
    }
}

/// A suspension.
pub(super) fn named(model: &Model, suspension: &Suspension) -> About {
    let mut found = about(Kind::Suspension, text::EVERYTHING_SUSPENDED.plain(), suspension.origin, Vec::new());
    match &suspension.kind {
        SuspensionKind::Users { users, in_role } => {
            let people = people_of(model, users);
            found.words = match in_role {
                Some(role) => {
                    text::USERS_SUSPENDED_IN.with([("role", model.role_name(*role).into()), ("people", people)])
                }
                None => text::USERS_SUSPENDED.with([("people", people)]),
            };
            found.people.clone_from(users);
            found.roles.extend(in_role);
        }
        SuspensionKind::Roles { roles, heirs } => {
            let entry = if *heirs { &text::HEIRS_SUSPENDED } else { &text::ROLES_SUSPENDED };
            found.words = entry.with([("roles", roles_of(model, roles))]);
            found.roles.clone_from(roles);
        }
        SuspensionKind::Rights(entries) => {
            let rights: Vec<RightId> = entries.iter().flat_map(|entry| entry.rights.iter().copied()).collect();
            found.words = text::RIGHTS_SUSPENDED.with([("rights", rights_of(model, &rights))]);
            found.objects = objects_of(model, &rights);
        }
        SuspensionKind::Everything { except_roles, except_users } => {
            // Heirs are listed with the roles that are named.
            let mut except: Vec<String> = except_roles.iter().map(|role| code(model.role_name(*role))).collect();
            except.extend(except_users.iter().map(|user| person(model, *user)));
            if !except.is_empty() {
                found.words = text::EVERYTHING_SUSPENDED_EXCEPT.with([("except", few(except))]);
            }
        }
    }
    found.words = reasoned(model, found.words, suspension.name, suspension.because.as_deref());
    found
}

fn about(kind: Kind, words: Message, origin: Origin, mut people: Vec<UserId>) -> About {
    people.sort_unstable();
    let span = origin.instance.unwrap_or(origin.span);
    About { kind, words, span, people, roles: Vec::new(), objects: Vec::new(), recurs: None }
}

fn reasoned(model: &Model, words: Message, name: Option<crate::source::Symbol>, because: Option<&str>) -> Message {
    let words = match name {
        Some(name) => text::NAMED.with([("what", words.into()), ("name", model.text(name).into())]),
        None => words,
    };
    match because {
        Some(reason) => text::BECAUSE.with([("what", words.into()), ("reason", reason.into())]),
        None => words,
    }
}

fn cancelled(model: &Model, target: &CancelTarget) -> (Vec<String>, Vec<ObjectId>) {
    let mut objects = Vec::new();
    let mut lines = Vec::new();
    match target {
        CancelTarget::Denies(denies) => {
            for (id, rights) in denies {
                objects.extend(model.rules.get(id.index()).map(|rule| rule.object));
                lines.push(code(&words::rights(model, rights)));
            }
        }
        CancelTarget::Masks(masks) => {
            for (id, fields) in masks {
                objects.extend(model.masks.get(id.index()).map(|mask| mask.object));
                lines.extend(fields.iter().map(|field| code(model.field_name(*field))));
            }
        }
    }
    (lines, objects)
}

fn code(name: &str) -> String {
    format!("`{name}`")
}

fn rights_of(model: &Model, rights: &[RightId]) -> Arg {
    let object = |right: &RightId| model.rights.get(right.index()).map(|right| right.object);
    let parts = rights.chunk_by(|a, b| object(a) == object(b)).map(|rights| code(&words::rights(model, rights)));
    few(parts.collect())
}

fn objects_of(model: &Model, rights: &[RightId]) -> Vec<ObjectId> {
    let objects = rights.iter().filter_map(|right| model.rights.get(right.index())).map(|right| right.object);
    let mut objects: Vec<ObjectId> = objects.collect();
    objects.sort_unstable();
    objects.dedup();
    objects
}

fn roles_of(model: &Model, roles: &[RoleId]) -> Arg {
    few(roles.iter().map(|role| code(model.role_name(*role))).collect())
}

/// `李娜 (li.na)`
pub(super) fn person(model: &Model, user: UserId) -> String {
    let id = model.user_name(user);
    let title = model.users.get(user.index()).and_then(|user| user.title.as_deref());
    title.map_or_else(|| id.to_owned(), |title| format!("{title} ({id})"))
}

fn people_of(model: &Model, people: &[UserId]) -> Arg {
    let named: Vec<String> = people.iter().take(NAMED).map(|user| person(model, *user)).collect();
    match people.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => text::MORE_PEOPLE.with([("people", named.into()), ("n", more.into())]).into(),
        None => named.into(),
    }
}

/// The first of a list, and how many more there are.
pub(super) fn few(list: Vec<String>) -> Arg {
    match list.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => {
            let named: Vec<String> = list.into_iter().take(NAMED).collect();
            text::MORE_RIGHTS.with([("rights", named.into()), ("n", more.into())]).into()
        }
        None => list.into(),
    }
}
