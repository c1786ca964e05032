//! Candidates that give: a new allow, another role, a right that `without` drops.

use super::Statement;
use super::candidate::{Candidate, Situation};
use super::page::Page;
use crate::message::answer as text;
use crate::model::{Coverage, FieldId, RightId, RoleId};
use crate::runtime::{Reason, Subject, Value};
use crate::syntax::ast::{ItemKind, RoleItemKind, RoleKind};

/// Roles that are tried.
const ROLES: usize = 12;

impl Situation<'_> {
    /// An allow in a role that the asker holds, narrowest scope first.
    pub(super) fn add_allow(&self, found: &mut Vec<Candidate>) {
        let Some(right) = self.right.and_then(|id| self.model.rights.get(id.index())) else { return };
        let mut roles = self.running_roles();
        // The role that fits has to do with the object already; among several, the one with the fewest holders first.
        if roles.iter().any(|role| self.knows_object(*role)) {
            roles.retain(|role| self.knows_object(*role));
        }
        roles.sort_by_key(|role| self.model.assignments.iter().filter(|a| a.role == *role).count());
        for (index, role) in roles.into_iter().take(ROLES).enumerate() {
            let scopes = if right.general { vec![String::new()] } else { self.scopes() };
            for scope in scopes {
                let line = format!("allow {}{scope}", self.target());
                let message = text::CHANGE_ADD_ALLOW.with([("role", self.model.role_name(role).into())]);
                let Some(stroke) = self.page.add_to_role(role, &line) else { continue };
                let mut candidate = Candidate::new(vec![stroke], message);
                candidate.family = u32::try_from(index).ok();
                found.push(candidate);
            }
        }
    }

    /// Whether a role has an allow on the object, of its own or inherited.
    fn knows_object(&self, role: RoleId) -> bool {
        let reached = self.reached(role);
        let allows = reached.iter().flat_map(|reached| &reached.allows);
        allows.filter_map(|(id, _)| self.model.rules.get(id.index())).any(|rule| Some(rule.object) == self.object)
    }

    /// The scopes that the object has, narrowest first, as clauses.
    pub(super) fn scopes(&self) -> Vec<String> {
        let Some(object) = self.object.and_then(|id| self.model.objects.get(id.index())) else { return Vec::new() };
        let mut scopes: Vec<String> = Vec::new();
        let mut add = |words: &str| scopes.push(format!(" within {words}"));
        if object.owner.is_some() {
            add("own");
            add("no owner");
            if object.team.is_some() {
                add("team");
            }
            add("reports");
        }
        if self.right.is_some_and(|right| object.shared.iter().any(|shared| shared.rights.contains(&right))) {
            add("shared");
        }
        if object.unit.is_some() {
            add("my unit");
            let unit = self.record_unit();
            if let Some(unit) = &unit {
                add(&format!("unit {unit}"));
            }
            add("my unit and below");
            if let Some(unit) = &unit {
                add(&format!("unit {unit} and below"));
            }
        }
        add("all");
        scopes
    }

    /// The unit that the record of the request names.
    fn record_unit(&self) -> Option<String> {
        let object = self.object.and_then(|id| self.model.objects.get(id.index()))?;
        let crate::model::RecordUnit::Field(field) = object.unit? else { return None };
        let name = self.model.field_name(field);
        let record = self.request.record?;
        let sent = record.properties.iter().chain(record.held).find(|(key, _)| *key == name)?;
        match sent.1 {
            Value::Text(unit) => Some(Page::name(unit)),
            Value::Null | Value::Boolean(_) | Value::Number(_) | Value::Set(_) | Value::IllTyped => None,
        }
    }

    /// A role that allows it, given to the asker; the one with the fewest rights first.
    pub(super) fn assign_role(&self, found: &mut Vec<Candidate>) {
        let Subject::Id(_) = self.request.subject else { return };
        let (Some(right), Some(asker)) = (self.right, self.asker()) else { return };
        // Another role changes nothing about what a deny or a requirement stops.
        if matches!(self.trace.reason, Reason::Deny | Reason::Requirement) {
            return;
        }
        let external = self.user.and_then(|u| self.model.users.get(u.index())).is_some_and(|u| u.external);
        let held = self.running_roles();
        let mut fitting: Vec<(usize, RoleId)> = Vec::new();
        for index in 0..self.model.roles.len() {
            let role = RoleId::from_index(index);
            let Some(declared) = self.model.roles.get(index) else { continue };
            let usable = declared.external == external
                && !held.contains(&role)
                && !self.model.roles_from_request.contains(&role)
                && self.is_named(role);
            let Some(reached) = usable.then(|| self.reached(role)).flatten() else { continue };
            let gives = reached.allows.iter().any(|(id, rights)| {
                let covers = self.model.rules.get(id.index()).is_some_and(|rule| self.covers(&rule.coverage));
                covers && rights.contains(&right)
            });
            if gives {
                fitting.push((reached.allows.iter().map(|(_, rights)| rights.len()).sum(), role));
            }
        }
        fitting.sort_unstable();
        for (_, role) in fitting.into_iter().take(ROLES) {
            let name = self.model.role_name(role);
            let line = format!("assign {} to {asker}", Page::name(name));
            let mut strokes = Vec::new();
            if self.user.is_none() {
                strokes.extend(
                    self.page.add_statement(|kind| matches!(kind, ItemKind::User(_)), &format!("user {asker}")),
                );
            }
            strokes.extend(self.page.add_statement(|kind| matches!(kind, ItemKind::Assign(_)), &line));
            let message = text::CHANGE_ASSIGN.with([("role", name.into()), ("user", asker.as_str().into())]);
            found.push(Candidate::new(strokes, message));
        }
    }

    /// Whether a role has a name that an assignment can use: rows make instances that have none.
    fn is_named(&self, role: RoleId) -> bool {
        let Some(declared) = self.model.roles.get(role.index()) else { return false };
        if declared.template.is_none() {
            return true;
        }
        let item = self.page.item(declared.origin.instance.unwrap_or(declared.origin.span));
        item.is_some_and(|item| match &item.kind {
            ItemKind::Role(role) => {
                matches!(role.kind, RoleKind::Instance(_)) && role.declared.name.symbol == declared.name
            }
            _ => false,
        })
    }

    /// Whether a coverage has what is asked: the record or the field.
    fn covers(&self, coverage: &Coverage) -> bool {
        let labels_fit = |including: &[crate::model::LabelId], field: FieldId| {
            crate::analysis::conflict::included(self.model, including, field)
        };
        match (coverage, self.field) {
            (Coverage::Object { .. }, None) => true,
            (Coverage::Object { including }, Some(field)) => labels_fit(including, field),
            (Coverage::Fields(_), None) => false,
            (Coverage::Fields(fields), Some(field)) => fields.contains(&field),
        }
    }

    /// A `without` that keeps an inherited allow from the asker's roles.
    pub(super) fn restore_rights(&self, found: &mut Vec<Candidate>) {
        let Some(right) = self.right else { return };
        if self.trace.reason != Reason::NoGrant {
            return;
        }
        for held in self.running_roles() {
            for role in self.package.compilation.analysis.hierarchy.closure(self.model, held) {
                let Some(declared) = self.model.roles.get(role.index()) else { continue };
                for without in declared.without.iter().filter(|w| w.rights.contains(&right)) {
                    let message = text::CHANGE_RESTORE.with([("role", self.model.text(declared.name).into())]);
                    let stroke = self.narrow_line(without.origin.span, right);
                    found.extend(stroke.map(|s| Candidate::new(vec![s], message)));
                }
            }
        }
    }

    /// Takes one right out of a line of a role: its action, its object, or the whole line.
    pub(super) fn narrow_line(&self, span: crate::source::Span, right: RightId) -> Option<Statement> {
        let line = self.page.role_line(span)?;
        match &line.kind {
            RoleItemKind::Rule(rule) => self.narrow(line.span, &rule.target, right),
            RoleItemKind::Without(target) => self.narrow(line.span, target, right),
            RoleItemKind::Mask(_)
            | RoleItemKind::Cancel(_)
            | RoleItemKind::Active(_)
            | RoleItemKind::Responsible(_)
            | RoleItemKind::Reviewed(_) => self.page.remove(line.span),
        }
    }
}
