//! Candidates that take: an allow, an assignment, a deny, a suspension of one person in one role.

use super::Statement;
use super::candidate::{Candidate, Situation};
use super::page::Page;
use crate::analysis::local::iso;
use crate::explain::desk::Found;
use crate::message::answer as text;
use crate::model::{Origin, RoleId, RuleId};
use crate::runtime::{AllowTrace, Reason, Subject};
use crate::syntax::ast::{AssignTo, ItemKind};

/// Days until a proposed suspension is to be looked at again.
const REVIEW: i32 = 30;

impl Situation<'_> {
    fn passes(&self) -> impl Iterator<Item = &AllowTrace> {
        self.trace.allows.iter().filter(|allow| allow.covers && allow.reached == Reason::Allow)
    }

    /// The allows that let it through, each statement without what is asked, all at once.
    pub(super) fn remove_allow(&self, found: &mut Vec<Candidate>) {
        let mut rules: Vec<RuleId> = Vec::new();
        for allow in self.passes() {
            match self.found(allow.rule) {
                Some(Found::Rule(id)) if !rules.contains(&id) => rules.push(id),
                Some(Found::Rule(_)) => {}
                // One that cannot be found cannot be taken out.
                Some(Found::Mask(_)) | None => return,
            }
        }
        let mut strokes: Vec<(Origin, Statement)> = Vec::new();
        for id in rules {
            let Some(rule) = self.model.rules.get(id.index()) else { return };
            if strokes.iter().any(|(origin, _)| *origin == rule.origin) {
                continue;
            }
            let Some(stroke) = self.right.and_then(|right| self.narrow_line(rule.origin.span, right)) else { return };
            strokes.push((rule.origin, stroke));
        }
        if !strokes.is_empty() {
            let strokes = strokes.into_iter().map(|(_, stroke)| stroke).collect();
            found.push(Candidate::new(strokes, text::CHANGE_REMOVE_ALLOW.plain()));
        }
    }

    /// The assignments that bring the allows, all at once.
    pub(super) fn unassign(&self, found: &mut Vec<Candidate>) {
        let mut strokes: Vec<(Origin, Statement)> = Vec::new();
        for allow in self.passes() {
            let Some(hat) = self.hat(allow.hat) else { return };
            if strokes.iter().any(|(origin, _)| *origin == *hat.origin) {
                continue;
            }
            let Some(stroke) = self.unassign_hat(*hat.origin, hat.role) else { return };
            strokes.push((*hat.origin, stroke));
        }
        if !strokes.is_empty() {
            let strokes = strokes.into_iter().map(|(_, stroke)| stroke).collect();
            found.push(Candidate::new(strokes, text::CHANGE_UNASSIGN.plain()));
        }
    }

    /// The hat that brings a deny, taken off.
    pub(super) fn without_hat(&self, position: usize) -> Option<Candidate> {
        let hat = self.hat(position)?;
        let stroke = self.unassign_hat(*hat.origin, hat.role)?;
        Some(Candidate::new(vec![stroke], text::CHANGE_UNASSIGN.plain()))
    }

    /// An assignment or delegation without the asker; only where the statement names them.
    fn unassign_hat(&self, origin: Origin, role: RoleId) -> Option<Statement> {
        let item = self.page.item(origin.span)?;
        match &item.kind {
            ItemKind::Assign(assign) => {
                let AssignTo::Users(users) = &assign.to else { return None };
                let user = self.model.users.get(self.user?.index())?;
                match (users.len(), assign.roles.len()) {
                    (1, 1) => self.page.remove(item.span),
                    (1, _) => {
                        let name = self.model.roles.get(role.index())?.name;
                        let at = assign.roles.iter().position(|r| r.symbol == name)?;
                        self.page.remove_name(item.span, &assign.roles, at)
                    }
                    _ => {
                        let at = users.iter().position(|u| u.symbol == user.id)?;
                        self.page.remove_name(item.span, users, at)
                    }
                }
            }
            ItemKind::Delegate(_) => self.page.remove(item.span),
            _ => None,
        }
    }

    /// `without` in a role that inherits all the allows.
    pub(super) fn leave_out(&self, found: &mut Vec<Candidate>) {
        if self.field.is_some() {
            return;
        }
        let mut helds: Vec<RoleId> = Vec::new();
        for allow in self.passes() {
            let held = self.trace.hat(allow.hat).and_then(|hat| self.held(hat.held));
            let Some(Found::Rule(id)) = self.found(allow.rule) else { return };
            let own = self.model.rules.get(id.index()).map(|rule| rule.role);
            let (Some(held), Some(own)) = (held, own) else { return };
            if held == own {
                return;
            }
            if !helds.contains(&held) {
                helds.push(held);
            }
        }
        let line = format!("without {}", self.target());
        let strokes: Option<Vec<Statement>> = helds.iter().map(|role| self.page.add_to_role(*role, &line)).collect();
        if let Some(strokes) = strokes.filter(|s| !s.is_empty()) {
            let role = helds.first().map_or("", |role| self.model.role_name(*role));
            let message = text::CHANGE_LEAVE_OUT.with([("role", role.into())]);
            found.push(Candidate::new(strokes, message));
        }
    }

    /// A deny in a role that the asker holds, narrowest scope first.
    pub(super) fn add_deny(&self, found: &mut Vec<Candidate>) {
        let Some(right) = self.right.and_then(|id| self.model.rights.get(id.index())) else { return };
        // In the roles that let it through; in another of the asker's only if those are delegated to them.
        let passing: Vec<RoleId> =
            self.passes().filter_map(|allow| self.held(self.trace.hat(allow.hat)?.held)).collect();
        let mut roles = self.running_roles();
        if roles.iter().any(|role| passing.contains(role)) {
            roles.retain(|role| passing.contains(role));
        }
        for (index, role) in roles.into_iter().enumerate() {
            let mut scopes = if right.general { Vec::new() } else { self.scopes() };
            scopes.retain(|scope| scope != " within all");
            scopes.push(String::new());
            for scope in scopes {
                let line = format!("deny {}{scope}", self.target());
                let message = text::CHANGE_ADD_DENY.with([("role", self.model.role_name(role).into())]);
                let Some(stroke) = self.page.add_to_role(role, &line) else { continue };
                let mut candidate = Candidate::new(vec![stroke], message);
                candidate.family = u32::try_from(index).ok();
                found.push(candidate);
            }
        }
    }

    /// The asker suspended in the role that lets it through.
    pub(super) fn suspend(&self, found: &mut Vec<Candidate>) {
        let (Subject::Id(_), Some(asker)) = (self.request.subject, self.asker()) else { return };
        let mut roles: Vec<RoleId> = Vec::new();
        for allow in self.passes() {
            let Some(hat) = self.hat(allow.hat) else { return };
            if !roles.contains(&hat.role) {
                roles.push(hat.role);
            }
        }
        let Some(header) = self.model.header.or_else(|| self.model.roles.first().map(|r| r.origin)) else { return };
        let Some((date, _)) = self.local(header) else { return };
        let mut strokes = Vec::new();
        for role in &roles {
            let role = Page::name(self.model.role_name(*role));
            let (from, review) = (iso(date), iso(date.plus(REVIEW)));
            let line = format!(
                "suspend user {asker} in role {role} from {from} with no end review before {review} because \"…\""
            );
            strokes.extend(self.page.add_statement(|kind| matches!(kind, ItemKind::Suspend(_)), &line));
        }
        if !strokes.is_empty() {
            let message = text::CHANGE_SUSPEND.with([("user", asker.as_str().into())]);
            found.push(Candidate::new(strokes, message));
        }
    }
}
