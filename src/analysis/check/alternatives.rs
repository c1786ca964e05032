//! Held roles that are reached on too many different ways to be decided.

use crate::analysis::Hats;
use crate::analysis::effective::{effective, gates};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::analysis::TOO_MANY_ALTERNATIVES;
use crate::message::analysis as text;
use crate::model::{Model, RoleId};
use std::collections::BTreeSet;

/// With so few gates below a role there are never too many alternatives, and nothing need be computed.
const FEW: u32 = 4;

pub(in crate::analysis) fn check(model: &Model, hats: &Hats<'_>, out: &mut Vec<Diagnostic>) {
    let gates = gates(model);
    if !gates.contains(&true) {
        return;
    }
    let held: BTreeSet<RoleId> =
        hats.all().iter().map(|hat| hat.role).chain(model.roles_from_request.iter().copied()).collect();
    let mut counts = Counts { model, gates: &gates, known: vec![None; model.roles.len()] };
    for role in held {
        if counts.of(role) > FEW && effective(model, &gates, role).is_none() {
            let Some(declared) = model.roles.get(role.index()) else { continue };
            let message = text::TOO_MANY_ALTERNATIVES.with([("role", model.role_name(role).into())]);
            let here = text::TOO_MANY_ALTERNATIVES_HERE.plain();
            let diagnostic = Diagnostic::error(&TOO_MANY_ALTERNATIVES, message, declared.origin.span, here)
                .help(text::TOO_MANY_ALTERNATIVES_HELP.plain());
            out.push(diagnostic);
        }
    }
}

/// At least as many gates as lie at and below a role (those on several paths count several times), cut off above [`FEW`].
struct Counts<'a> {
    model: &'a Model,
    gates: &'a [bool],
    known: Vec<Option<u32>>,
}

impl Counts<'_> {
    fn of(&mut self, role: RoleId) -> u32 {
        let mut open = vec![(role, false)];
        while let Some((id, ready)) = open.pop() {
            if self.known(id).is_some() {
                continue;
            }
            let parents = self.model.roles.get(id.index()).map_or(&[] as &[RoleId], |r| r.parents.as_slice());
            if ready {
                let own = u32::from(self.gates.get(id.index()).copied().unwrap_or(false));
                let below = parents.iter().map(|p| self.known(*p).unwrap_or(0)).sum::<u32>();
                if let Some(slot) = self.known.get_mut(id.index()) {
                    *slot = Some((own + below).min(FEW + 1));
                }
            } else {
                open.push((id, true));
                open.extend(parents.iter().filter(|p| self.known(**p).is_none()).map(|p| (*p, false)));
            }
        }
        self.known(role).unwrap_or(0)
    }

    fn known(&self, role: RoleId) -> Option<u32> {
        self.known.get(role.index()).copied().flatten()
    }
}
