//! Beyond the role that writes a brake: roles that inherit it, and people who hold one of them with other roles.

use super::scene::{Answer, Ground, Sample};
use crate::exact::formula::NodeId;
use crate::exact::index::has;
use crate::exact::subject::Subject;
use crate::exact::{Line, Undecided};
use crate::model::{RoleId, UserId};

/// A request that a brake takes from an allow, for an heir held alone or for a person.
pub(super) fn bites(ground: &Ground<'_, '_>, role: RoleId, brake: Line) -> Answer {
    if !may_bite(ground, role, brake) {
        return Ok(None);
    }
    let heirs = ground.oracle.index.heir_list(role);
    let fields = ground.fields_of(brake);
    let allowed = |heir: RoleId| fields.iter().any(|field| has(&ground.question(*field).item.grants, heir));
    for heir in heirs.iter().copied().filter(|heir| *heir != role && allowed(*heir)) {
        for scene in ground.scenes(heir)? {
            let Some(bind) = scene.binds().find(|bind| bind.line == brake) else { continue };
            let found = ground.exists(&scene, false, |b| {
                let any = scene.any_allow(b, |_| false)?;
                Ok(vec![b.binds(&scene.question.item, 0, bind), any])
            })?;
            if found.is_some() {
                return Ok(found);
            }
        }
    }
    people(ground, &heirs, brake)
}

/// Whether a role that has a brake, or somebody who holds it, is allowed anything that the brake speaks of: without it
/// nothing can be taken.
pub(super) fn may_bite(ground: &Ground<'_, '_>, role: RoleId, brake: Line) -> bool {
    let index = &ground.oracle.index;
    let heirs = index.heir_list(role);
    let brought = !ground.model.roles_from_request.is_empty();
    ground.fields_of(brake).into_iter().filter(|field| ground.allows(*field)).any(|field| {
        let question = ground.question(field);
        let allowed = |role: RoleId| has(&question.item.grants, role);
        let person = |user: &UserId| index.hats.of(*user).iter().any(|hat| allowed(hat.role));
        brought || heirs.iter().any(|heir| allowed(*heir) || index.users_with(*heir).iter().any(person))
    })
}

/// The same for people who hold a role that has the brake beside one that allows.
fn people(ground: &Ground<'_, '_>, heirs: &[RoleId], brake: Line) -> Answer {
    let index = &ground.oracle.index;
    let mut users: Vec<UserId> = heirs.iter().flat_map(|role| index.users_with(*role)).copied().collect();
    users.sort_unstable();
    users.dedup();
    let brought = ground.model.roles_from_request.iter().any(|role| heirs.binary_search(role).is_ok());
    if brought {
        users = (0..ground.model.users.len()).map(UserId::from_index).collect();
    }
    for field in ground.fields_of(brake) {
        let question = ground.question(field);
        if question.item.is_barren() {
            continue;
        }
        // Who brings nothing is allowed only what a role of theirs allows.
        let allowed = |user: &&UserId| {
            let mut hats = index.hats.of(**user).iter();
            !ground.model.roles_from_request.is_empty() || hats.any(|hat| has(&question.item.grants, hat.role))
        };
        let asked = users.iter().filter(allowed);
        let mut subjects: Vec<Subject> = asked.map(|user| ground.oracle.person(*user, &question)).collect();
        if brought {
            subjects.push(Subject::unknown(index, &|role| question.item.concerns(role)));
        }
        for subject in subjects.iter().filter(|subject| subject.hats.len() > 1) {
            let found = ground.oracle.find(subject, &question, (None, false), &|b| {
                let mut pairs: Vec<NodeId> = Vec::new();
                for (at, denying) in subject.hats.iter().enumerate() {
                    let view = question.item.view(index, denying.role).ok_or(Undecided)?;
                    let Some(bind) = view.denies.iter().chain(&view.masks).find(|bind| bind.line == brake) else {
                        continue;
                    };
                    let binds = b.binds(&question.item, at, bind);
                    for (other, allowing) in subject.hats.iter().enumerate() {
                        // What a delegated role denies binds only what comes through it.
                        if denying.behalf.is_some() && other != at {
                            continue;
                        }
                        let view = question.item.view(index, allowing.role).ok_or(Undecided)?;
                        for allow in &view.allows {
                            let applies = b.applies(&question.item, other, allow)?;
                            pairs.push(b.formula.and([binds, applies]));
                        }
                    }
                }
                Ok(vec![b.formula.or(pairs)])
            })?;
            if found.is_some() {
                return Ok(found.map(|found| Sample(Some(found))));
            }
        }
    }
    Ok(None)
}
