//! What opens at the instant at which a brake ends, exactly.

use crate::diagnostic::WitnessRequest;
use crate::exact::build::{Builder, Candidate};
use crate::exact::formula::NodeId;
use crate::exact::index::has;
use crate::exact::item::{Bind, Item};
use crate::exact::subject::Subject;
use crate::exact::{Line, Oracle, Question, Undecided};
use crate::model::{ConditionId, FieldId, Model, Require, RightId, Suspension, SuspensionKind, UserId, WindowId};

/// Something that takes away, and ends.
#[derive(Clone, Copy, Debug)]
pub enum Brake<'m> {
    /// A deny or mask.
    Line(Line),
    /// A requirement.
    Require(&'m Require),
    /// A suspension.
    Suspension(&'m Suspension),
}

/// What somebody may do from that instant on, and not before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The same request just before; none for a suspension, which the replay of a witness leaves out.
    pub before: Option<WitnessRequest>,
    /// A request at the end, which is allowed.
    pub after: WitnessRequest,
}

/// A request of a person that is refused because of a brake until its window ends, and allowed then. All else that bears
/// on it is the same before and after, so that it is the end of the brake which opens it. People whose roles are kept in
/// separate sessions are left out.
///
/// # Errors
/// The budget ran out.
pub fn opens(
    oracle: &Oracle<'_>,
    (brake, window): (Brake<'_>, WindowId),
    (right, field): (RightId, Option<FieldId>),
    user: UserId,
) -> Result<Option<Opening>, Undecided> {
    let index = &oracle.index;
    let end = index.model.window(window).until;
    let before = end.saturating_sub(1);
    if !index.open_at(window, before) || index.open_at(window, end) {
        return Ok(None);
    }
    let question = oracle.question(right, field);
    let person = oracle.person(user, &question);
    let roles: Vec<_> = person.hats.iter().map(|hat| hat.role).collect();
    if roles.iter().any(|role| index.conflicts(&roles, *role)) {
        return Ok(None);
    }
    let nodes = |b: &mut Builder<'_>| {
        let candidates = b.candidates(&question.item, 0)?;
        let mut nodes = match brake {
            Brake::Line(line) => vec![any(b, &candidates), bars(b, &question.item, &person, line)?],
            Brake::Require(require) => vec![any(b, &candidates), unmet(b, &question, &person, require)],
            Brake::Suspension(suspension) => suspended(b, &question, &person, suspension, &candidates),
        };
        let changes =
            |other: &WindowId| *other != window && index.open_at(*other, before) != index.open_at(*other, end);
        if b.formula.windows(&nodes).iter().any(changes) {
            nodes.push(b.formula.no());
        }
        Ok(nodes)
    };
    let Some(after) = oracle.find(&person, &question, (Some(end), true), &nodes)? else { return Ok(None) };
    let replays = !matches!(brake, Brake::Suspension(_));
    let refused = replays.then(|| WitnessRequest { allowed: false, time: before, ..after.clone() });
    Ok(Some(Opening { before: refused, after }))
}

/// Some candidate lets the request through.
pub(super) fn any(b: &mut Builder<'_>, candidates: &[Candidate]) -> NodeId {
    let parts: Vec<NodeId> = candidates.iter().map(|c| b.formula.and(c.nodes.iter().copied())).collect();
    b.formula.or(parts)
}

/// A deny or mask bars all that somebody holds, were its window open.
fn bars(b: &mut Builder<'_>, item: &Item, person: &Subject, line: Line) -> Result<NodeId, Undecided> {
    let mut parts = Vec::new();
    for (hat, wear) in person.hats.iter().enumerate().filter(|(_, wear)| wear.behalf.is_none()) {
        let view = item.view(b.index, wear.role).ok_or(Undecided)?;
        for bind in view.denies.iter().chain(&view.masks).filter(|bind| bind.line == line) {
            let (scope, condition) = (bind.scope, bind.condition);
            let open = Bind { line, scope, condition, window: WindowId::ALWAYS, ways: bind.ways.clone() };
            parts.push(b.binds(item, hat, &open));
        }
    }
    Ok(b.formula.or(parts))
}

/// A requirement is not met through any hat, were its window open.
fn unmet(b: &mut Builder<'_>, question: &Question, person: &Subject, require: &Require) -> NodeId {
    let right = question.item.right;
    let entry = require.entries.iter().find(|entry| entry.rights.contains(&right));
    let Some(condition) = entry.map(|entry| entry.condition) else { return b.formula.no() };
    let concerned = if require.roles.is_empty() {
        b.formula.yes()
    } else {
        let heirs = b.index.heirs_of(require.roles.iter().copied());
        b.wears(&heirs)
    };
    let mut parts = vec![concerned];
    for hat in 0..person.hats.len() {
        let condition = b.condition(condition, hat);
        let known = b.formula.known(condition);
        parts.push(b.formula.not(known));
    }
    b.formula.and(parts)
}

/// Allowed through something that the suspension stops, and through nothing that it does not stop.
fn suspended(
    b: &mut Builder<'_>,
    question: &Question,
    person: &Subject,
    suspension: &Suspension,
    candidates: &[Candidate],
) -> Vec<NodeId> {
    let model = b.index.model;
    let (mut stopped, mut free) = (Vec::new(), Vec::new());
    for candidate in candidates {
        let allowed = b.formula.and(candidate.nodes.iter().copied());
        let covers = match covers(model, question.item.right, person, suspension, candidate) {
            None => b.formula.no(),
            Some(conditions) => {
                let parts = conditions.map(|condition| {
                    let node = b.condition(condition, candidate.hat);
                    b.formula.possible(node)
                });
                b.formula.and(parts)
            }
        };
        stopped.push(b.formula.and([allowed, covers]));
        let open = b.formula.not(covers);
        free.push(b.formula.and([allowed, open]));
    }
    let (stopped, free) = (b.formula.or(stopped), b.formula.or(free));
    vec![stopped, b.formula.not(free)]
}

/// The conditions under which a suspension stops one allow through one hat; `None` if it does not. A hat that is lent is
/// left open, which finds less and never more.
fn covers(
    model: &Model,
    right: RightId,
    person: &Subject,
    suspension: &Suspension,
    candidate: &Candidate,
) -> Option<[ConditionId; 2]> {
    let wear = person.hats.get(candidate.hat)?;
    let whole = Some([suspension.condition, ConditionId::TRUE]);
    match &suspension.kind {
        SuspensionKind::Users { users, in_role } => {
            let own = wear.behalf.is_none() && in_role.is_none_or(|role| role == wear.role) || in_role.is_none();
            whole.filter(|_| own && person.user().is_some_and(|user| users.contains(&user)))
        }
        SuspensionKind::Roles { roles, heirs } => {
            let writer = model.rules.get(candidate.rule.index()).map(|rule| rule.role);
            let cut = *heirs && writer.is_some_and(|writer| roles.contains(&writer));
            whole.filter(|_| cut || roles.contains(&wear.role))
        }
        SuspensionKind::Rights(entries) => {
            let entry = entries.iter().find(|entry| entry.rights.contains(&right))?;
            Some([suspension.condition, entry.condition])
        }
        SuspensionKind::Everything { except_roles, except_users } => {
            let exempt = person.user().is_none_or(|user| except_users.contains(&user));
            whole.filter(|_| !exempt && !except_roles.contains(&wear.role))
        }
    }
}

/// People whom the end of a brake may concern, in a fixed order.
pub fn concerned(oracle: &Oracle<'_>, brake: Brake<'_>, right: RightId) -> Vec<UserId> {
    let index = &oracle.index;
    let model = index.model;
    let roles = match brake {
        Brake::Line(Line::Rule(id)) => model.rules.get(id.index()).map(|rule| index.heirs(rule.role).to_vec()),
        Brake::Line(Line::Mask(id)) => model.masks.get(id.index()).map(|mask| index.heirs(mask.role).to_vec()),
        Brake::Require(require) if !require.roles.is_empty() => Some(index.heirs_of(require.roles.iter().copied())),
        Brake::Suspension(Suspension { kind: SuspensionKind::Users { users, .. }, .. }) => return users.clone(),
        Brake::Suspension(Suspension { kind: SuspensionKind::Roles { roles, heirs }, .. }) => {
            Some(if *heirs { index.heirs_of(roles.iter().copied()) } else { exactly(model, roles) })
        }
        Brake::Require(_) | Brake::Suspension(_) => None,
    };
    let roles = roles.unwrap_or_else(|| oracle.question(right, None).item.grants.clone());
    let held = index.hats.people().map(|(user, _)| user);
    held.filter(|user| index.hats.of(*user).iter().any(|hat| has(&roles, hat.role))).collect()
}

fn exactly(model: &Model, roles: &[crate::model::RoleId]) -> Vec<bool> {
    let mut set = vec![false; model.roles.len()];
    for role in roles {
        if let Some(slot) = set.get_mut(role.index()) {
            *slot = true;
        }
    }
    set
}
