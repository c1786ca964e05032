//! `path-to-admin`: a role that administers nothing by itself still leads to every right, in two or more steps.

use crate::diagnostic::codes::escalation::PATH_TO_ADMIN;
use crate::diagnostic::{Diagnostic, Label};
use crate::facts::{Actor, Given, Hop};
use crate::lint::given::Use;
use crate::lint::powers::args;
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::RoleId;
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&PATH_TO_ADMIN, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let escalation = cx.escalation();
    let far = |role: RoleId| escalation.steps(Actor::Role(role)).is_some();
    for actor in escalation.actors() {
        let Actor::Role(role) = actor else { continue };
        let steps = escalation.steps(actor).unwrap_or(0);
        if steps < 2 || cx.parents(role).iter().any(|parent| far(*parent)) || is_held_by_admins(cx, role) {
            continue;
        }
        let path = escalation.path(actor);
        let Some(first) = path.first() else { continue };
        let Some(line) = cx.model.rules.get(first.power.line.index()).map(|rule| rule.origin) else { continue };
        let given = Given { line: first.power.line, witness: first.power.witness.clone() };
        let one = Use { role, rights: vec![first.power.right], fields: Vec::new(), line, given };
        let [role_arg, rights] = args(cx, &one);
        let message = text::PATH_TO_ADMIN.with([role_arg, rights, ("steps", steps.into())]);
        let found = one.report(cx, &PATH_TO_ADMIN, PATH_TO_ADMIN.level, message, &text::PATH_TO_ADMIN_HERE);
        let labels = path.iter().filter_map(|hop| step(cx, hop));
        out.push(found.steps(labels).help(text::PATH_TO_ADMIN_HELP.plain()));
    }
}

/// Everybody who has the role has every right anyway.
fn is_held_by_admins(cx: &Context<'_>, role: RoleId) -> bool {
    let mut holders = cx.hats.people().filter(|(_, hats)| hats.iter().any(|hat| cx.inherits(hat.role, role)));
    let admin = |user| cx.escalation().steps(Actor::Person(user)) == Some(1);
    let mut any = false;
    let all = holders.all(|(user, _)| {
        any = true;
        admin(user)
    });
    any && all
}

/// A step as a label at the line that lets it be taken.
fn step(cx: &Context<'_>, hop: &Hop<'_>) -> Option<Label> {
    let model = cx.model;
    let span = model.rules.get(hop.power.line.index())?.origin.span;
    let right = ("right", words::rights(model, &[hop.power.right]).into());
    let by = match hop.by {
        Actor::Role(role) => text::WHOEVER_HAS.with([("role", model.role_name(role).into())]),
        Actor::Person(user) => text::THE_PERSON.with([("user", model.user_name(user).into())]),
    };
    let by = ("by", by.into());
    let message = match hop.to {
        Some(Actor::Person(user)) => text::STEP_ACTS_AS.with([by, right, ("user", model.user_name(user).into())]),
        Some(Actor::Role(role)) => text::STEP_ASSIGNS.with([by, right, ("role", model.role_name(role).into())]),
        None => text::STEP_EVERYTHING.with([by, right]),
    };
    Some(Label { span, message })
}
