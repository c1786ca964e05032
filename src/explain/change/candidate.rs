//! [`Candidate`] and the [`Situation`] that candidates are made up for.

use super::Statement;
use super::page::Page;
use crate::analysis::effective::{effective, gates};
use crate::analysis::{Hat, Reached};
use crate::explain::desk::{Desk, Found, Package};
use crate::message::{Message, answer as text};
use crate::model::{FieldId, Model, ObjectId, RightId, RoleId, UserId};
use crate::runtime::{Reason, Request, Subject, Trace};

/// Families of compound candidates are apart from those of single ones.
const COMPOUND: u32 = 1_000_000;

/// Edits that may turn the answer.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) statements: Vec<Statement>,
    pub(super) message: Message,
    /// Denies, masks, requirements and suspensions that it takes away or narrows.
    pub(super) brakes: usize,
    /// Of those, the ones that go for others as well.
    pub(super) heavy: usize,
    /// Why those are there, where they say so.
    pub(super) because: Vec<String>,
    /// Of the candidates of one family, narrowest first, only the first that works counts.
    pub(super) family: Option<u32>,
}

impl Candidate {
    pub(super) fn new(statements: Vec<Statement>, message: Message) -> Self {
        Self { statements, message, brakes: 0, heavy: 0, because: Vec::new(), family: None }
    }

    /// As one that lifts brakes, for each of which there may be a reason.
    pub(super) fn lifting(mut self, because: Vec<Option<Box<str>>>) -> Self {
        self.brakes = because.len();
        self.heavy = self.brakes;
        self.because = because.into_iter().flatten().map(String::from).collect();
        self
    }

    /// Both at once.
    fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.statements.extend(other.statements.iter().cloned());
        both.message =
            text::CHANGE_BOTH.with([("a", self.message.clone().into()), ("b", other.message.clone().into())]);
        both.brakes += other.brakes;
        both.heavy += other.heavy;
        both.because.extend(other.because.iter().cloned());
        both.family = self.family.map(|family| family.saturating_add(COMPOUND));
        both
    }
}

/// The question, in the model's terms.
pub(super) struct Situation<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) package: &'a Package<'a>,
    pub(super) page: Page<'a>,
    pub(super) model: &'a Model,
    pub(super) request: &'a Request<'a>,
    pub(super) trace: &'a Trace,
    /// Who asks, if known.
    pub(super) user: Option<UserId>,
    pub(super) object: Option<ObjectId>,
    pub(super) right: Option<RightId>,
    pub(super) field: Option<FieldId>,
    pub(super) gates: Vec<bool>,
}

impl<'a> Situation<'a> {
    pub(super) fn new(
        desk: &'a Desk<'a>,
        package: &'a Package<'a>,
        request: &'a Request<'a>,
        trace: &'a Trace,
    ) -> Self {
        let model = package.model();
        let user = match request.subject {
            Subject::Id(id) => desk.table.user(id).and_then(|at| find_user(model, desk.table.user_name(at))),
            Subject::RoleAlone(_) => None,
        };
        let object =
            (0..model.objects.len()).map(ObjectId::from_index).find(|id| model.object_name(*id) == request.object);
        let declared = object.and_then(|id| model.objects.get(id.index()));
        let right = declared.and_then(|o| o.rights().find(|right| model.action_name(*right) == request.action));
        let field = request.field.and_then(|name| declared?.fields().find(|field| model.field_name(*field) == name));
        let page = Page { sources: package.sources, asts: &package.compilation.asts, model };
        let gates = gates(model);
        Self { desk, package, page, model, request, trace, user, object, right, field, gates }
    }

    /// Everything that may turn a no: what gives, what takes something out of the way, and both together where
    /// something waits behind the reason that was given.
    pub(super) fn to_allow(&self) -> Vec<Candidate> {
        let mut giving = Vec::new();
        self.widen_windows(&mut giving);
        self.restore_rights(&mut giving);
        self.add_allow(&mut giving);
        self.assign_role(&mut giving);
        let mut found = Vec::new();
        self.remove_brakes(&mut found);
        self.end_suspensions(&mut found);
        self.relax_requirements(&mut found);
        let clearing = self.clear_the_way();
        // Whoever is suspended and gets the same by another way has the suspension gone round: no lighter than lifting it.
        let round = usize::from(self.trace.reason == Reason::Suspended);
        found.extend(giving.iter().cloned().map(|giving| Candidate { heavy: giving.heavy + round, ..giving }));
        if let Some(clearing) = clearing {
            found.extend(giving.iter().map(|candidate| candidate.with(&clearing)));
            found.push(clearing);
        }
        found
    }

    /// Everything that may turn a yes.
    pub(super) fn to_refuse(&self) -> Vec<Candidate> {
        let mut found = Vec::new();
        self.remove_allow(&mut found);
        self.unassign(&mut found);
        self.leave_out(&mut found);
        self.add_deny(&mut found);
        self.suspend(&mut found);
        found
    }

    /// `export Customer (phone)`: what was asked, as a rule names it.
    pub(super) fn target(&self) -> String {
        let field = self.request.field.map(|field| format!(" ({})", Page::name(field))).unwrap_or_default();
        format!("{} {}{field}", Page::name(self.request.action), Page::name(self.request.object))
    }

    /// The id of the asker as a policy writes it; nothing for a role asked about alone.
    pub(super) fn asker(&self) -> Option<String> {
        match self.request.subject {
            Subject::Id(id) => Some(Page::user(self.user.map_or(id, |user| self.model.user_name(user)))),
            Subject::RoleAlone(_) => None,
        }
    }

    /// The rules that reach the holder of a role.
    pub(super) fn reached(&self, role: RoleId) -> Option<Reached> {
        effective(self.model, &self.gates, role).map(|effective| Reached::new(self.model, &effective))
    }

    /// The role of the model behind a held role of the table.
    pub(super) fn held(&self, held: u32) -> Option<RoleId> {
        find_role(self.model, self.desk.table.held_role_name(held))
    }

    /// The rule or mask of the model behind a rule of the table.
    pub(super) fn found(&self, rule: u32) -> Option<Found> {
        self.package.rule(self.desk.table, rule, self.request.object)
    }

    /// The asker's hat behind a hat of the trace.
    pub(super) fn hat(&self, position: usize) -> Option<&Hat<'a>> {
        match self.request.subject {
            Subject::Id(id) => self.package.hat(self.desk.table, id, self.trace.hat(position)?),
            Subject::RoleAlone(_) => None,
        }
    }

    /// Roles that the asker holds now by assignments of their own, without repeats.
    pub(super) fn running_roles(&self) -> Vec<RoleId> {
        if let Subject::RoleAlone(name) = self.request.subject {
            return find_role(self.model, name).into_iter().collect();
        }
        let own = self.trace.hats.iter().filter(|hat| hat.runs && hat.on_behalf_of.is_none());
        let mut roles: Vec<RoleId> = Vec::new();
        for role in own.filter_map(|hat| self.held(hat.held)) {
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        roles
    }
}

fn find_user(model: &Model, id: &str) -> Option<UserId> {
    model.users.iter().position(|user| model.text(user.id) == id).map(UserId::from_index)
}

pub(super) fn find_role(model: &Model, name: &str) -> Option<RoleId> {
    model.roles.iter().position(|role| model.text(role.name) == name).map(RoleId::from_index)
}
