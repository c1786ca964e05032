//! A policy made by hand, without the compiler's front end.

use rolecall::analysis;
use rolecall::model::{
    Assignment, AssignmentSource, Atom, AtomId, AttributeRef, AttributeSource, Comparison, Condition, ConditionId,
    Coverage, Field, FieldId, FieldKind, Model, Object, ObjectId, Operand, Origin, RecordUnit, RequestAttributeId,
    Right, RightId, Role, RoleId, Rule, RuleEffect, Scope, ScopeId, ScopeTerm, Test, User, UserId, Value, ValueType,
    WindowId,
};
use rolecall::source::{FileId, SourceSet, Span};
use rolecall::time::{Reading, Window};

/// Where nothing stands.
pub const NOWHERE: Origin = Origin { span: Span::new(FileId(0), 0, 0), instance: None };

/// A model in the making, with one object `Customer` of an owner, a region and a phone.
pub struct Made {
    pub model: Model,
}

impl Made {
    pub fn new() -> Self {
        let mut model = Model::default();
        model.windows.push(Window::always(Reading::Gives));
        model.conditions.push(Condition::True);
        model.scopes.push(Scope { terms: [ScopeTerm::All].into(), outside: false });
        for (name, ty) in [("ip", ValueType::Address), ("mfa", ValueType::Boolean)] {
            let name = model.symbols.intern(name);
            let source = AttributeSource::Request;
            model.request_attributes.push(rolecall::model::Attribute {
                name,
                title: None,
                ty,
                set: false,
                source,
                origin: None,
            });
        }
        let mut made = Self { model };
        made.customer();
        made
    }

    fn customer(&mut self) {
        let object = ObjectId(0);
        let source = AttributeSource::Request;
        let kinds = [
            ("owner", FieldKind::Attribute { ty: ValueType::User, set: false, source }),
            ("department", FieldKind::Attribute { ty: ValueType::Unit, set: false, source }),
            ("phone", FieldKind::Field),
        ];
        for (name, kind) in kinds {
            let name = self.model.symbols.intern(name);
            let (title, renamed_from, labels, origin) = (None, None, Vec::new(), NOWHERE);
            self.model.fields.push(Field { object, name, title, renamed_from, labels, kind, origin });
        }
        for action in ["read", "export"] {
            let action = self.model.symbols.intern(action);
            self.model.rights.push(Right {
                object,
                action,
                title: None,
                renamed_from: None,
                general: false,
                risk: None,
                changes: Vec::new(),
                acts_as: None,
                origin: NOWHERE,
            });
        }
        let name = self.model.symbols.intern("Customer");
        self.model.objects.push(Object {
            name,
            title: None,
            renamed_from: None,
            administers: None,
            rights: 0..2,
            fields: 0..3,
            owner: Some(FieldId(0)),
            unit: Some(RecordUnit::Field(FieldId(1))),
            team: None,
            shared: Vec::new(),
            origin: NOWHERE,
        });
    }

    pub fn scope(&mut self, terms: &[ScopeTerm]) -> ScopeId {
        self.model.scopes.push(Scope { terms: terms.into(), outside: false });
        ScopeId::from_index(self.model.scopes.len() - 1)
    }

    /// `request.mfa`
    pub fn mfa(&mut self) -> ConditionId {
        let test = Test::Compare(Comparison::Equal, Operand::Value(Value::Boolean(true)));
        self.model.atoms.push(Atom { left: AttributeRef::Request(RequestAttributeId::MFA), test });
        self.model.conditions.push(Condition::Atom(AtomId::from_index(self.model.atoms.len() - 1)));
        ConditionId::from_index(self.model.conditions.len() - 1)
    }

    pub fn window(&mut self, from: i64, until: i64) -> WindowId {
        self.model.windows.push(Window { from, until, recurring: Vec::new(), reading: Reading::Gives });
        WindowId::from_index(self.model.windows.len() - 1)
    }

    /// A role; its rules follow at once.
    pub fn role(&mut self, name: &str, parents: &[RoleId]) -> RoleId {
        let name = self.model.symbols.intern(name);
        let rules = self.model.rules.len() as u32;
        self.model.roles.push(Role {
            parents: parents.to_vec(),
            parent_origins: vec![NOWHERE; parents.len()],
            rules: rules..rules,
            ..Role::new(name, NOWHERE)
        });
        RoleId::from_index(self.model.roles.len() - 1)
    }

    /// A rule of the role made last.
    pub fn rule(&mut self, effect: RuleEffect, right: u32, scope: ScopeId, condition: ConditionId, window: WindowId) {
        let role = RoleId::from_index(self.model.roles.len() - 1);
        self.model.rules.push(Rule {
            role,
            effect,
            object: ObjectId(0),
            rights: [RightId(right)].into(),
            coverage: Coverage::Object { including: [].into() },
            scope,
            condition,
            window,
            name: None,
            wildcard: false,
            origin: NOWHERE,
        });
        self.model.roles.last_mut().expect("a role").rules.end += 1;
    }

    pub fn user(&mut self, id: &str, roles: &[RoleId], window: WindowId) -> UserId {
        let id = self.model.symbols.intern(id);
        let user = UserId::from_index(self.model.users.len());
        self.model.users.push(User {
            id,
            title: None,
            other_ids: Vec::new(),
            external: false,
            units: None,
            window: WindowId::ALWAYS,
            reports_to: None,
            attributes: Vec::new(),
            skipped: false,
            origin: NOWHERE,
            row: None,
        });
        for role in roles {
            let source = AssignmentSource::Statement;
            self.model.assignments.push(Assignment {
                user,
                role: *role,
                units: None,
                window,
                wide: window,
                source,
                origin: NOWHERE,
            });
        }
        user
    }

    pub fn table(&self) -> Vec<u8> {
        let (analysis, _) = analysis::analyze(&self.model);
        let sources = SourceSet::from_texts([("main.roles", "")]);
        rolecall::lower::lower(&sources, &self.model, &analysis, &[]).expect("fits")
    }
}
