//! Rights that obtain rights, told once for each role in which they arise.

use super::Context;
use super::given::{Use, uses};
use super::shown;
use crate::diagnostic::{Code, Diagnostic};
use crate::facts::{Actor, Gain, Given, Power};
use crate::message::{Arg, Text};
use crate::model::{Administers, Model, Right, RightId, RoleId, Rule, ScopeTerm, UserId};
use crate::risk::{self, Class};

/// Roles that have powers that `wanted` wants and inherit from none that has, each once with all its rights.
pub(super) fn arising(cx: &Context<'_>, wanted: impl Fn(&Power) -> bool) -> Vec<Use> {
    let escalation = cx.escalation();
    let has = |role: &RoleId| escalation.powers(Actor::Role(*role)).iter().any(&wanted);
    let roles = escalation.actors().filter_map(|actor| if let Actor::Role(role) = actor { Some(role) } else { None });
    roles.filter(|role| !cx.parents(*role).iter().any(has)).filter_map(|role| held(cx, role, &wanted)).collect()
}

/// The powers of a role that `wanted` wants, if there are any.
pub(super) fn held(cx: &Context<'_>, role: RoleId, wanted: impl Fn(&Power) -> bool) -> Option<Use> {
    let powers: Vec<&Power> = cx.escalation().powers(Actor::Role(role)).iter().filter(|power| wanted(power)).collect();
    let mut rights: Vec<RightId> = powers.iter().map(|power| power.right).collect();
    rights.sort_unstable();
    rights.dedup();
    let power = powers.iter().find(|power| power.witness.is_some()).or(powers.first())?;
    let line = cx.model.rules.get(power.line.index())?.origin;
    Some(Use {
        role,
        rights,
        fields: Vec::new(),
        line,
        given: Given { line: power.line, witness: power.witness.clone() },
    })
}

/// Reports what arises, one finding for each role.
pub(super) fn report(
    cx: &Context<'_>,
    code: &'static Code,
    found: Vec<Use>,
    (message, here, help): (&'static Text, &'static Text, &'static Text),
) -> Vec<Diagnostic> {
    let all = found.into_iter().map(|one| {
        let message = message.with(args(cx, &one));
        one.report(cx, code, code.level, message, here).help(help.plain())
    });
    all.collect()
}

/// `role` and `rights`, each right in backticks, as a message shows them.
pub(super) fn args(cx: &Context<'_>, one: &Use) -> [(&'static str, Arg); 2] {
    [("role", cx.model.role_name(one.role).into()), ("rights", shown::rights(cx.model, &one.rights).into())]
}

/// What the object of a right administers.
pub(super) fn administered(model: &Model, right: RightId) -> Option<Administers> {
    let object = model.rights.get(right.index())?.object;
    model.objects.get(object.index())?.administers
}

/// People who can assign roles: any, or some.
pub(super) fn administrators(cx: &Context<'_>) -> Vec<UserId> {
    let escalation = cx.escalation();
    let people = escalation.actors().filter_map(|actor| match actor {
        Actor::Person(user) => Some(user).filter(|_| escalation.powers(actor).iter().any(|power| assigns(cx, power))),
        Actor::Role(_) => None,
    });
    people.collect()
}

/// Whether somebody whom the policy need not know may bring a role that can assign roles.
pub(super) fn is_brought(cx: &Context<'_>) -> bool {
    let powers = |role: &RoleId| cx.escalation().powers(Actor::Role(*role));
    cx.model.roles_from_request.iter().flat_map(powers).any(|power| assigns(cx, power))
}

fn assigns(cx: &Context<'_>, power: &Power) -> bool {
    matches!(power.gain, Gain::Everything | Gain::Role(_))
        && administered(cx.model, power.right) == Some(Administers::Roles)
}

/// Rights on what is known by its name as the record of what was done, that change or remove it, by the role in which they
/// arise.
pub(super) fn on_trail(cx: &Context<'_>) -> Vec<Use> {
    let erases = |id: RightId, right: &Right| {
        let object = cx.model.objects.get(right.object.index());
        object.is_some_and(|object| risk::is_audit_trail(cx.model, object))
            && matches!(
                cx.risks.class(id),
                Class::Update | Class::Delete | Class::Purge | Class::Merge | Class::Transfer
            )
    };
    by_role(uses(cx, cx.rights().filter(|(id, right)| erases(*id, right)).map(|(id, _)| (id, None)), &|_| true))
}

/// Rights of a class, which their names give them, on what is not said to administer users; not those on nothing but one's
/// own records.
pub(super) fn of_others(cx: &Context<'_>, class: Class) -> Vec<Use> {
    let named = cx
        .rights()
        .filter(|(id, _)| cx.risks.class(*id) == class && administered(cx.model, *id) != Some(Administers::Users));
    let own = [ScopeTerm::Own];
    let of_others = |rule: &Rule| {
        let scope = cx.model.scopes.get(rule.scope.index());
        scope.is_none_or(|scope| scope.outside || *scope.terms != own)
    };
    by_role(uses(cx, named.map(|(id, _)| (id, None)), &of_others))
}

/// One for each role, with the first line.
fn by_role(found: Vec<Use>) -> Vec<Use> {
    let mut roles: Vec<Use> = Vec::new();
    for one in found {
        match roles.last_mut().filter(|last| last.role == one.role) {
            Some(last) => last.rights.extend(one.rights),
            None => roles.push(one),
        }
    }
    for one in &mut roles {
        one.rights.sort_unstable();
        one.rights.dedup();
    }
    roles
}
