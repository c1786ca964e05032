//! `leaky-suspension`: while a role is suspended, its rights stay reachable for those who hold it.
//!
//! A suspension of a role stops what comes through assignments to it, and with `and roles that inherit it` what comes
//! through the role. The same right may come another way. Through a role that the suspended one inherits that is plain
//! to expect (a suspended manager is still an employee) and only told; any other way is a warning. A way counts only if
//! some request inside the window is allowed through it, every suspension looked at, that the suspended role would have
//! allowed as well.

use crate::analysis::conflict::{common, conditions_meet, scopes_meet};
use crate::analysis::{Hat, Reached};
use crate::diagnostic::codes::lint::LEAKY_SUSPENSION;
use crate::diagnostic::{Diagnostic, Severity, WitnessRequest};
use crate::facts::suspended::leak;
use crate::lint::holders::who;
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::{RightId, RoleId, RuleId, Suspension, SuspensionKind, UserId};
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&LEAKY_SUSPENSION, Group::Time) };

/// Ways shown of one suspension.
const SHOWN: usize = 4;

/// People, roles and rights that are asked about.
const QUESTIONS: usize = 4_000;

/// What stays open through one held role.
#[derive(Default)]
struct Leak {
    rights: BTreeSet<RightId>,
    example: Option<RuleId>,
    witness: Option<WitnessRequest>,
}

struct Found {
    user: UserId,
    people: usize,
    /// By the held role through which it stays open, and whether the suspended role inherits that one.
    leaks: Leaks,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut questions = QUESTIONS;
    for suspension in &cx.model.suspensions {
        let found = match &suspension.kind {
            SuspensionKind::Users { users, in_role: Some(role) } => {
                let people = users.iter().copied();
                search(cx, suspension, people, &[*role], (false, &mut questions))
            }
            SuspensionKind::Roles { roles, heirs } => {
                let people = (0..cx.model.users.len()).map(UserId::from_index);
                search(cx, suspension, people, roles, (*heirs, &mut questions))
            }
            // All that a person has, or a right wherever it comes from: nothing is left to leak.
            SuspensionKind::Users { in_role: None, .. }
            | SuspensionKind::Rights(_)
            | SuspensionKind::Everything { .. } => None,
        };
        out.extend(found.and_then(|found| report(cx, suspension, &found)));
    }
}

fn search(
    cx: &Context<'_>,
    suspension: &Suspension,
    people: impl Iterator<Item = UserId>,
    roles: &[RoleId],
    (heirs, questions): (bool, &mut usize),
) -> Option<Found> {
    let mut found: Option<Found> = None;
    let mut split: BTreeMap<RoleId, Split> = BTreeMap::new();
    for user in people {
        let hats = cx.hats.of(user);
        let runs = |hat: &&Hat<'_>| cx.together(hat.windows.iter().copied().chain([suspension.window]));
        let hats: Vec<&Hat<'_>> = hats.iter().filter(runs).collect();
        for hat in &hats {
            split.entry(hat.role).or_insert_with(|| Split::new(cx, hat.role, roles, heirs));
        }
        let thinkable = leaks(cx, suspension, &hats, roles, &split);
        let known = found.as_ref().map(|found| &found.leaks);
        let leaks = confirmed(cx, (suspension, user), thinkable, known, questions);
        if leaks.is_empty() {
            continue;
        }
        match &mut found {
            Some(found) => {
                found.people += 1;
                for (key, leak) in leaks {
                    let known = found.leaks.entry(key).or_default();
                    known.rights.extend(leak.rights);
                    known.example = known.example.or(leak.example);
                    known.witness = known.witness.take().or(leak.witness);
                }
            }
            None => found = Some(Found { user, people: 1, leaks }),
        }
    }
    found
}

type Leaks = BTreeMap<(bool, RoleId), Leak>;

/// Of what may stay open for a person, what does. What is known from others is only counted: one right is enough.
fn confirmed(
    cx: &Context<'_>,
    (suspension, user): (&Suspension, UserId),
    thinkable: Leaks,
    known: Option<&Leaks>,
    questions: &mut usize,
) -> Leaks {
    let mut found = Leaks::new();
    for ((below, through), thought) in thinkable {
        let told = known.and_then(|known| known.get(&(below, through)));
        for right in &thought.rights {
            let is_told = told.is_some_and(|told| told.rights.contains(right));
            if is_told && !found.is_empty() {
                continue;
            }
            let Some(left) = questions.checked_sub(1) else {
                cx.complete.set(false);
                return found;
            };
            *questions = left;
            match leak(cx.oracle, suspension, user, *right, through) {
                Ok(Some(shown)) => {
                    let open = found.entry((below, through)).or_default();
                    open.rights.insert(*right);
                    open.example.get_or_insert(shown.rule);
                    open.witness.get_or_insert(shown.witness);
                }
                Ok(None) => {}
                Err(_) => cx.complete.set(false),
            }
        }
    }
    found
}

/// A held role's allows: those that the suspension stops, and those that stay.
struct Split {
    stopped: Vec<(RuleId, Box<[RightId]>)>,
    kept: Vec<(RuleId, Box<[RightId]>)>,
}

impl Split {
    fn new(cx: &Context<'_>, role: RoleId, roles: &[RoleId], heirs: bool) -> Self {
        let all = cx.reached(role).map(|reached| reached.allows).unwrap_or_default();
        if !heirs {
            let suspended = roles.binary_search(&role).is_ok();
            return if suspended {
                Self { stopped: all, kept: Vec::new() }
            } else {
                Self { stopped: Vec::new(), kept: all }
            };
        }
        let kept = cx.effective(role).map(|effective| Reached::cut(cx.model, &effective, roles).allows);
        let kept = kept.unwrap_or_default();
        let mut stopped = all;
        stopped.retain(|(id, _)| !kept.iter().any(|(other, _)| other == id));
        Self { stopped, kept }
    }
}

fn leaks(
    cx: &Context<'_>,
    suspension: &Suspension,
    hats: &[&Hat<'_>],
    roles: &[RoleId],
    split: &BTreeMap<RoleId, Split>,
) -> Leaks {
    let model = cx.model;
    let mut leaks = Leaks::new();
    let mut kept: BTreeMap<RightId, Vec<(&Hat<'_>, RuleId)>> = BTreeMap::new();
    for hat in hats {
        for (id, rights) in split.get(&hat.role).map_or(&[] as &[_], |s| &s.kept) {
            for right in rights {
                kept.entry(*right).or_default().push((hat, *id));
            }
        }
    }
    for (id, rights) in hats.iter().filter_map(|hat| split.get(&hat.role)).flat_map(|s| &s.stopped) {
        let Some(stopped) = model.rules.get(id.index()) else { continue };
        for right in rights {
            for (hat, other) in kept.get(right).map_or(&[] as &[_], Vec::as_slice) {
                let Some(rule) = model.rules.get(other.index()) else { continue };
                let meets = scopes_meet(model, stopped.scope, rule.scope)
                    && conditions_meet(model, stopped.condition, rule.condition)
                    && !common(&stopped.rights, &rule.rights).is_empty()
                    && cx.together([suspension.window, stopped.window, rule.window]);
                if meets {
                    let below = roles.iter().any(|role| *role != hat.role && cx.inherits(*role, hat.role));
                    let leak = leaks.entry((below, hat.role)).or_default();
                    leak.rights.insert(*right);
                }
            }
        }
    }
    leaks
}

fn report(cx: &Context<'_>, suspension: &Suspension, found: &Found) -> Option<Diagnostic> {
    let model = cx.model;
    // Ways that are not plain come first, since `false` sorts before `true`.
    let ((below, through), leak) = found.leaks.iter().next()?;
    let suspended = match &suspension.kind {
        SuspensionKind::Users { in_role: Some(role), .. } => model.role_name(*role),
        SuspensionKind::Roles { roles, .. } => roles.first().map_or("", |role| model.role_name(*role)),
        SuspensionKind::Users { in_role: None, .. } | SuspensionKind::Rights(_) | SuspensionKind::Everything { .. } => {
            ""
        }
    };
    let args = [
        ("role", suspended.into()),
        ("who", who(model, Some(found.user), found.people).into()),
        ("rights", shown::rights(model, &leak.rights.iter().copied().collect::<Vec<_>>()).into()),
        ("through", model.role_name(*through).into()),
    ];
    let here = text::LEAKY_HERE.plain();
    let mut diagnostic = Diagnostic::warning(&LEAKY_SUSPENSION, text::LEAKY.with(args), suspension.origin.span, here)
        .about([suspended, model.role_name(*through)]);
    if *below {
        diagnostic.severity = Severity::Info;
    }
    for ((_, role), leak) in found.leaks.iter().take(SHOWN) {
        let Some(rule) = leak.example.and_then(|id| model.rules.get(id.index())) else { continue };
        let args = [("role", model.role_name(*role).into()), ("rule", words::rule(model, rule).into())];
        diagnostic = diagnostic.and(rule.origin.span, text::LEAKY_THERE.with(args));
    }
    let help = if *below { &text::LEAKY_BELOW_HELP } else { &text::LEAKY_HELP };
    let shown = found.leaks.values().take(SHOWN).filter_map(|leak| leak.witness.clone());
    Some(diagnostic.help(help.plain()).witness(shown))
}
