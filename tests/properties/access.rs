//! What roles and people can do, and where a right arises, against brute force: every request of small policies is tried
//! with the interpreter that knows nothing of the analysis.

use super::facts::{Census, MOST, QUICK, Trial, judged, thinned};
use super::guarantees::{Asker, owned};
use super::subject::{number, sources};
use crate::generate::small::{RIGHTS, ROLES};
use crate::reference::Subject;
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::diagnostic::WitnessRequest;
use rolecall::exact::Oracle;
use rolecall::facts::{Access, BUDGET};
use rolecall::model::{Model, RightId, RoleId, UserId};
use std::collections::{BTreeMap, BTreeSet};

/// A right of the small vocabulary, as the model and as a request have it.
fn rights(model: &Model) -> impl Iterator<Item = (RightId, &'static str, &'static str)> + '_ {
    RIGHTS.iter().filter_map(|(action, object)| {
        let found = model
            .rights
            .iter()
            .position(|right| model.text(right.action) == *action && model.object_name(right.object) == *object);
        found.map(|index| (RightId::from_index(index), *action, *object))
    })
}

fn role(model: &Model, name: &str) -> Option<RoleId> {
    model.roles.iter().position(|role| model.text(role.name) == name).map(RoleId::from_index)
}

/// Whether one of these askers is ever allowed a right on a record.
fn ever(trial: &Trial, askers: &[Asker], action: &str, object: &str) -> bool {
    let asked: Vec<_> =
        trial.asked.iter().filter(|a| a.field.is_none() && (a.action, a.object) == (action, object)).collect();
    askers.iter().any(|asker| trial.each(asker, &asked).any(|request| trial.reference.decide(&request).allowed))
}

fn replay(trial: &Trial, witness: Option<&WitnessRequest>) -> Result<(), String> {
    let Some(witness) = witness else { return Ok(()) };
    let answer = trial.reference.decide(&owned(witness));
    if answer.allowed { Ok(()) } else { Err(format!("{witness:#?}\ngets {answer:?}")) }
}

fn judge(seed: u64, census: &mut Census) -> Option<Result<(), String>> {
    let trial = thinned(seed, if number("ROLECALL_POLICIES").is_some() { MOST } else { QUICK })?;
    let sources = sources(&trial.draft);
    let compilation = compile(&sources, Options { lint: false, prove: false, ..Options::default() });
    if compilation.diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return None;
    }
    let model = &compilation.model;
    let oracle = Oracle::new(model, &compilation.analysis, BUDGET);
    let access = Access::new(&oracle);
    let mut seen: BTreeSet<&'static str> = BTreeSet::new();
    let result = roles(&trial, model, &access, &mut seen).and_then(|()| people(&trial, model, &access, &mut seen));
    let result = result.and_then(|()| if access.is_complete() { Ok(()) } else { Err("not decided".to_owned()) });
    for fact in seen {
        *census.0.entry(fact).or_default() += 1;
    }
    Some(result.map_err(|why| format!("seed {seed}: {why}\n{}", trial.draft.text())))
}

/// Rights of roles held alone, or by somebody of any unit who holds nothing else.
fn roles(trial: &Trial, model: &Model, access: &Access<'_>, seen: &mut BTreeSet<&'static str>) -> Result<(), String> {
    for (right, action, object) in rights(model) {
        let can: BTreeMap<RoleId, bool> = (ROLES.iter())
            .filter_map(|name| Some((role(model, name)?, ever(trial, &trial.holders(name), action, object))))
            .collect();
        for (role, can) in &can {
            if access.can(*role, right) != *can {
                let name = model.role_name(*role);
                return Err(format!("{name} can {action} {object}: told {}, but {can}", !can));
            }
            let written = model.roles[role.index()].rules().any(|id| {
                let rule = &model.rules[id.index()];
                rule.effect == rolecall::model::RuleEffect::Allow && rule.rights.contains(&right)
            });
            seen.insert(match (written, can) {
                (true, true) => "own right",
                (false, true) => "inherited right",
                (true, false) => "own right taken",
                (false, false) => "no right",
            });
        }
        let arising = access.arising(right, None, &|_| true);
        for (_, given) in &arising {
            replay(trial, given.witness.as_ref())?;
            seen.insert(if given.witness.is_some() { "shown" } else { "not shown" });
        }
        let expected: Vec<RoleId> = (can.iter())
            .filter(|(role, own)| {
                let parents = &model.roles[role.index()].parents;
                **own && !parents.iter().any(|parent| can_of(&can, *parent))
            })
            .map(|(role, _)| *role)
            .collect();
        let told: Vec<RoleId> = arising.iter().map(|(role, _)| *role).collect();
        if told != expected {
            return Err(format!("{action} {object} arises in {told:?}, expected {expected:?}"));
        }
    }
    Ok(())
}

fn can_of(can: &BTreeMap<RoleId, bool>, role: RoleId) -> bool {
    can.get(&role).copied().unwrap_or(false)
}

/// Rights of people through all their roles, with all that a request may bring.
fn people(trial: &Trial, model: &Model, access: &Access<'_>, seen: &mut BTreeSet<&'static str>) -> Result<(), String> {
    let brought = &trial.reference.policy.brought;
    for (index, user) in model.users.iter().enumerate() {
        let id = model.text(user.id).to_owned();
        let sets = if brought.is_empty() { vec![Vec::new()] } else { vec![Vec::new(), brought.clone()] };
        let askers: Vec<Asker> =
            sets.into_iter().map(|brings| Asker { subject: Subject::Id(id.clone()), brings }).collect();
        let told = access.person_rights(UserId::from_index(index));
        for (right, action, object) in rights(model) {
            let can = ever(trial, &askers, action, object);
            if told.contains(&right) != can {
                return Err(format!("{id} can {action} {object}: told {}, but {can}", !can));
            }
            if can {
                let shown = access.person_given(UserId::from_index(index), right, None);
                replay(trial, Some(&shown.ok_or("a person's right is not shown")?))?;
            }
            seen.insert(if can { "person can" } else { "person cannot" });
        }
    }
    Ok(())
}

#[test]
fn rights_in_use_agree_with_brute_force() {
    judged(7, judge);
}
