//! What a right in use obtains, asked of one actor: exactly which roles may be assigned, whose login may be changed.

use super::access::Access;
use super::escalation::{Actor, Gain, Power};
use crate::diagnostic::WitnessRequest;
use crate::exact::Undecided;
use crate::exact::build::Builder;
use crate::exact::formula::NodeId;
use crate::exact::value::{Person, Scalar};
use crate::model::{
    AttributeRef, ConditionId, EnumId, FieldId, FieldKind, Model, Object, RecordUnit, RequestAttributeId, RightId,
    RoleId, Rule, RuleEffect, RuleId, ScopeId, ScopeTerm, UserId, ValueType,
};
use crate::risk::Obtains;

/// Whose login a right lets somebody change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whom {
    /// Anybody's.
    Anyone,
    /// That of whom this attribute of the record names; it is asked for whom that can be.
    Owner(FieldId),
    /// Somebody else's, but the policy does not say whose.
    Some,
}

/// What must be true besides, of what comes through a hat.
pub(super) type More<'m> = &'m dyn Fn(&mut Builder<'_>, usize) -> Vec<NodeId>;

/// People who hold a role, tried one after the other for a request that can be replayed.
const TRIED: usize = 4;

/// What somebody obtains with a right; nothing if they cannot use it so.
pub(super) fn powers(access: &Access<'_>, who: Actor, right: RightId, obtains: Obtains) -> Vec<Power> {
    let all = |_: RuleId| true;
    let one = |gain: Gain, found: Option<(RuleId, Option<WitnessRequest>)>| {
        found.map(|(line, witness)| Power { right, line, gain, witness }).into_iter().collect::<Vec<_>>()
    };
    let plain = || ask(access, who, right, &all, &|_, _| Vec::new());
    match obtains {
        Obtains::Records => one(Gain::Records, plain()),
        Obtains::Fields => one(Gain::Fields, plain()),
        Obtains::Persons => people(access, who, right),
        Obtains::Everything => match role_attribute(access.model, right) {
            None => one(Gain::Everything, plain()),
            Some((field, values)) => assigned(access, who, right, (field, &values)),
        },
    }
}

/// Roles that may be assigned, where an attribute says which; all that it can say are everything.
fn assigned(access: &Access<'_>, who: Actor, right: RightId, (field, values): (FieldId, &[RoleId])) -> Vec<Power> {
    let mut found = Vec::new();
    for (position, role) in values.iter().enumerate() {
        let value = Scalar::Enum(u32::try_from(position).unwrap_or(u32::MAX));
        let more = |builder: &mut Builder<'_>, _| vec![builder.names_value(field, value)];
        if let Some((line, witness)) = ask(access, who, right, &|_| true, &more) {
            found.push(Power { right, line, gain: Gain::Role(*role), witness });
        }
    }
    if found.len() == values.len() {
        found.truncate(1);
        found.iter_mut().for_each(|power| power.gain = Gain::Everything);
    }
    found
}

/// Logins of others that may be changed: the widest first.
fn people(access: &Access<'_>, who: Actor, right: RightId) -> Vec<Power> {
    let model = access.model;
    let naming = naming(model, right);
    let owner = person_field(model, right);
    let more = |builder: &mut Builder<'_>, hat| {
        let apart = naming.iter().map(|field| builder.names_another(*field, owner == Some(*field), hat));
        apart.collect::<Vec<_>>()
    };
    let brakes = brakes(access, right);
    let whom =
        |line: RuleId| model.rules.get(line.index()).map_or(Whom::Some, |rule| whom(access, right, rule).max(brakes));
    let mut kinds = vec![Whom::Anyone];
    kinds.extend(owner.map(Whom::Owner));
    kinds.push(Whom::Some);
    for kind in kinds {
        if let Some((line, witness)) = ask(access, who, right, &|line| whom(line) == kind, &more) {
            return vec![Power { right, line, gain: Gain::People(kind), witness }];
        }
    }
    Vec::new()
}

/// Whether somebody can surely use a right on a record that names a person as its owner: not through an allow that leaves
/// open on whose.
pub(super) fn reaches(access: &Access<'_>, who: Actor, right: RightId, owner: FieldId, person: UserId) -> bool {
    let more = |builder: &mut Builder<'_>, _| vec![builder.owner_is(owner, Person::Known(person))];
    let brakes = brakes(access, right);
    let told = |line: RuleId| {
        let rule = access.model.rules.get(line.index());
        rule.is_some_and(|rule| whom(access, right, rule).max(brakes) != Whom::Some)
    };
    ask(access, who, right, &told, &more).is_some()
}

/// An allow through which somebody can use a right with a request that says nothing of itself, such as how they logged in.
pub(super) fn unguarded(access: &Access<'_>, who: Actor, right: RightId) -> Option<(RuleId, Option<WitnessRequest>)> {
    let attributes = (0..access.model.request_attributes.len()).map(RequestAttributeId::from_index);
    let attributes: Vec<AttributeRef> = attributes.map(AttributeRef::Request).collect();
    let more = |builder: &mut Builder<'_>, _| attributes.iter().map(|one| builder.says_nothing_of(*one)).collect();
    ask(access, who, right, &|_| true, &more)
}

pub(super) fn ask(
    access: &Access<'_>,
    who: Actor,
    right: RightId,
    wanted: &dyn Fn(RuleId) -> bool,
    more: More<'_>,
) -> Option<(RuleId, Option<WitnessRequest>)> {
    let answer = match who {
        Actor::Role(role) => of_role(access, role, right, wanted, more),
        Actor::Person(user) => of_person(access, user, right, wanted, more).map(|f| f.map(|(line, w)| (line, Some(w)))),
    };
    access.decided(answer).flatten()
}

fn of_person(
    access: &Access<'_>,
    user: UserId,
    right: RightId,
    wanted: &dyn Fn(RuleId) -> bool,
    more: More<'_>,
) -> Result<Option<(RuleId, WitnessRequest)>, Undecided> {
    let question = access.ground(right).question(None);
    let person = access.oracle.person(user, &question);
    access.oracle.allowed_when(&person, &question, wanted, more)
}

fn of_role(
    access: &Access<'_>,
    role: RoleId,
    right: RightId,
    wanted: &dyn Fn(RuleId) -> bool,
    more: More<'_>,
) -> Result<Option<(RuleId, Option<WitnessRequest>)>, Undecided> {
    let ground = access.ground(right);
    for scene in ground.scenes_of(&*access.effective(role)?, None)? {
        for allow in scene.view.allows.iter().filter(|allow| wanted(allow.rule)) {
            let item = &scene.question.item;
            let found = ground.exists(&scene, true, |builder| {
                let mut nodes = vec![builder.applies(item, 0, allow)?, builder.passes(item, 0)?];
                nodes.extend(more(builder, 0));
                Ok(nodes)
            })?;
            let Some(found) = found else { continue };
            if found.0.is_some() {
                return Ok(Some((allow.rule, found.0)));
            }
            // Units or people were made up: somebody who holds the role may show it.
            for user in access.oracle.index.users_with(role).iter().take(TRIED) {
                if let Some((_, request)) = of_person(access, *user, right, &|line| line == allow.rule, more)? {
                    return Ok(Some((allow.rule, Some(request))));
                }
            }
            return Ok(Some((allow.rule, None)));
        }
    }
    Ok(None)
}

/// An attribute that says which role is meant, with the roles by position of its value: an enumeration of nothing but roles.
fn role_attribute(model: &Model, right: RightId) -> Option<(FieldId, Vec<RoleId>)> {
    let object = object(model, right)?;
    object.fields().find_map(|field| match model.fields.get(field.index())?.kind {
        FieldKind::Attribute { ty: ValueType::Enum(id), set: false, .. } => Some((field, roles_of(model, id)?)),
        FieldKind::Attribute { .. } | FieldKind::Field => None,
    })
}

fn roles_of(model: &Model, id: EnumId) -> Option<Vec<RoleId>> {
    let values = &model.enums.get(id.index())?.values;
    let role = |name| model.roles.iter().position(|role| role.name == name).map(RoleId::from_index);
    values.iter().map(|value| role(value.name)).collect()
}

/// Attributes of the record that hold one person each.
pub(super) fn naming(model: &Model, right: RightId) -> Vec<FieldId> {
    if is_general(model, right) { Vec::new() } else { people_of(model, right) }
}

/// The same of the record that a general action makes too.
pub(super) fn people_of(model: &Model, right: RightId) -> Vec<FieldId> {
    let fields = object(model, right).into_iter().flat_map(|object| object.fields());
    fields.filter(|field| is_person(model, *field)).collect()
}

fn is_person(model: &Model, field: FieldId) -> bool {
    let kind = model.fields.get(field.index()).map(|field| field.kind);
    matches!(kind, Some(FieldKind::Attribute { ty: ValueType::User, set: false, .. }))
}

fn is_general(model: &Model, right: RightId) -> bool {
    model.rights.get(right.index()).is_some_and(|right| right.general)
}

fn object(model: &Model, right: RightId) -> Option<&Object> {
    model.objects.get(model.rights.get(right.index())?.object.index())
}

/// The attribute that says whose record it is: its owner, else the only one that holds a person.
fn person_field(model: &Model, right: RightId) -> Option<FieldId> {
    let naming = naming(model, right);
    let only = if let [only] = naming.as_slice() { Some(*only) } else { None };
    object(model, right)?.owner.filter(|owner| naming.contains(owner)).or(only)
}

/// Whose login an allow opens, as far as it can be told from the policy.
fn whom(access: &Access<'_>, right: RightId, rule: &Rule) -> Whom {
    bounds(access, right, [(rule.scope, rule.condition)])
}

/// The same of what denies and requirements leave.
fn brakes(access: &Access<'_>, right: RightId) -> Whom {
    let index = &access.oracle.index;
    let rules = index.rules(right).filter_map(|id| access.model.rules.get(id.index()));
    let denies = rules.filter(|rule| rule.effect == RuleEffect::Deny).map(|rule| (rule.scope, rule.condition));
    let required = index.requires(right).map(|(_, condition)| (ScopeId::ALL, condition));
    bounds(access, right, denies.chain(required))
}

fn bounds(access: &Access<'_>, right: RightId, lines: impl IntoIterator<Item = (ScopeId, ConditionId)>) -> Whom {
    let model = access.model;
    let owner = person_field(model, right);
    // Whoever is in the team of a record has it too, whosever it is.
    let of_owner = object(model, right).is_some_and(|o| o.unit == Some(RecordUnit::OfOwner) && o.team.is_none());
    let alone = object(model, right).is_some_and(|o| o.team.is_none());
    let mut found = Whom::Anyone;
    for (scope, condition) in lines {
        let terms = model.scopes.get(scope.index()).into_iter().flat_map(|scope| scope.terms.iter());
        for term in terms {
            found = found.max(match (term, owner) {
                (ScopeTerm::All, _) => Whom::Anyone,
                (ScopeTerm::Own, Some(owner)) => Whom::Owner(owner),
                (ScopeTerm::Reports, Some(owner)) if alone => Whom::Owner(owner),
                (
                    ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow | ScopeTerm::Unit(_) | ScopeTerm::UnitAndBelow(_),
                    Some(owner),
                ) if of_owner => Whom::Owner(owner),
                _ => Whom::Some,
            });
        }
        let (mut attributes, mut people) = (Vec::new(), Vec::new());
        access.oracle.index.attributes(condition, &mut attributes, &mut people);
        for attribute in attributes {
            found = found.max(match (attribute, owner) {
                (AttributeRef::Record(field), Some(owner)) if field == owner => Whom::Owner(owner),
                (AttributeRef::Record(_) | AttributeRef::RecordId, _) => Whom::Some,
                (AttributeRef::Subject(_) | AttributeRef::Request(_), _) => Whom::Anyone,
            });
        }
    }
    found
}
