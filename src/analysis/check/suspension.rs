//! Suspensions of what nobody holds in their window: a typo in a lock is an open door.

use crate::analysis::moment::together;
use crate::analysis::{Hat, Hats, Hierarchy};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::analysis::SUSPENDS_NOTHING;
use crate::message::{Message, analysis as text};
use crate::model::{Model, RoleId, Suspension, SuspensionKind, UserId};

pub(in crate::analysis) fn check(model: &Model, hierarchy: &Hierarchy, hats: &Hats<'_>, out: &mut Vec<Diagnostic>) {
    let cx = Context { model, hierarchy, hats };
    for suspension in &model.suspensions {
        match &suspension.kind {
            SuspensionKind::Users { users, in_role } => {
                out.extend(users.iter().filter_map(|user| cx.user(suspension, *user, *in_role)));
            }
            SuspensionKind::Roles { roles, heirs } => {
                out.extend(roles.iter().filter_map(|role| cx.role(suspension, *role, *heirs)));
            }
            // What is named there need not be held: it is known by its name alone.
            SuspensionKind::Rights(_) | SuspensionKind::Everything { .. } => {}
        }
    }
}

struct Context<'a> {
    model: &'a Model,
    hierarchy: &'a Hierarchy,
    hats: &'a Hats<'a>,
}

impl Context<'_> {
    fn user(&self, suspension: &Suspension, user: UserId, in_role: Option<RoleId>) -> Option<Diagnostic> {
        let model = self.model;
        let hats = self.hats.of(user);
        let wanted = || hats.iter().filter(|h| in_role.is_none_or(|role| role == h.role));
        let person = model.users.get(user.index());
        let present = person
            .is_some_and(|person| !person.skipped && together(model, [person.window, suspension.window]).possible());
        let external = person.is_some_and(|u| u.external);
        let brought = present
            && model.roles_from_request.iter().any(|role| {
                in_role.is_none_or(|wanted| wanted == *role)
                    && model.roles.get(role.index()).is_some_and(|r| r.external == external)
            });
        if brought || wanted().any(|hat| self.runs(suspension, hat)) {
            return None;
        }
        let name = model.user_name(user).into();
        let held_ever = wanted().next().is_some();
        let message = match (in_role, held_ever) {
            (Some(role), false) => {
                text::SUSPENDS_USER_NOT_IN_ROLE.with([("user", name), ("role", model.role_name(role).into())])
            }
            (Some(role), true) => {
                text::SUSPENDS_USER_IN_ROLE_LATER.with([("user", name), ("role", model.role_name(role).into())])
            }
            (None, false) => text::SUSPENDS_USER_WITHOUT_ROLES.with([("user", name)]),
            (None, true) => text::SUSPENDS_USER_LATER.with([("user", name)]),
        };
        let mut diagnostic = Self::report(suspension, message);
        if let Some(hat) = wanted().next() {
            diagnostic = diagnostic.and(hat.origin.span, text::SUSPENDS_HELD_THERE.plain());
        } else if let Some(via) = self.through_heir(hats, in_role) {
            let args = [("user", model.user_name(user).into()), ("role", model.role_name(via.role).into())];
            diagnostic = diagnostic.and(via.origin.span, text::SUSPENDS_HELD_BY_HEIR.with(args));
        }
        Some(diagnostic)
    }

    /// The person holds the role, but by inheritance: the role to name is the one assigned.
    fn through_heir<'h>(&self, hats: &'h [Hat<'h>], role: Option<RoleId>) -> Option<&'h Hat<'h>> {
        let role = role?;
        hats.iter().find(|hat| self.hierarchy.inherits(self.model, hat.role, role))
    }

    fn role(&self, suspension: &Suspension, role: RoleId, heirs: bool) -> Option<Diagnostic> {
        let model = self.model;
        let roles = if heirs { self.hierarchy.heirs_closure(role) } else { vec![role] };
        let concerned = |r: RoleId| roles.binary_search(&r).is_ok();
        if model.roles_from_request.iter().any(|r| concerned(*r)) {
            return None;
        }
        let mut held = None;
        for hat in self.hats.all().iter().filter(|hat| concerned(hat.role)) {
            if self.runs(suspension, hat) {
                return None;
            }
            held = held.or(Some(hat));
        }
        let name = || ("role", model.role_name(role).into());
        let message = match (held.is_some(), heirs) {
            (true, _) => text::SUSPENDS_ROLE_LATER.with([name()]),
            (false, true) => text::SUSPENDS_ROLE_AND_HEIRS_UNHELD.with([name()]),
            (false, false) => text::SUSPENDS_ROLE_UNHELD.with([name()]),
        };
        let diagnostic = Self::report(suspension, message);
        Some(match held {
            Some(hat) => diagnostic.and(hat.origin.span, text::SUSPENDS_HELD_THERE.plain()),
            None if !heirs && self.hierarchy.heirs_closure(role).len() > 1 => {
                diagnostic.help(text::SUSPENDS_ROLE_HEIRS_HELP.plain())
            }
            None => diagnostic,
        })
    }

    fn runs(&self, suspension: &Suspension, hat: &Hat<'_>) -> bool {
        together(self.model, hat.wide.iter().copied().chain([suspension.window])).possible()
    }

    fn report(suspension: &Suspension, message: Message) -> Diagnostic {
        let here = text::SUSPENDS_NOTHING_HERE.plain();
        Diagnostic::error(&SUSPENDS_NOTHING, message, suspension.origin.span, here)
            .help(text::SUSPENDS_NOTHING_HELP.plain())
    }
}
