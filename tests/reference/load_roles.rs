//! Roles and templates: rules with wildcards written out and parameters put in.

use super::clock::Window;
use super::load::{Loaded, Loader, number};
use super::policy::{
    Active, Cancel, Cancelled, Comparison, Condition, Grant, Mask, Path, Right, Role, Root, Rule, Scope, ScopeTerm,
    Term,
};
use super::value::{Type, nfc};
use rolecall::syntax::ast::{
    self, ActionList, CancelWhat, ConditionKind, ItemKind, Name, ObjectList, OperandKind, RoleItemKind, RoleKind,
    ScopeKind, Target,
};
use std::collections::BTreeMap;

/// What the parameters of a template stand for.
pub type Arguments = BTreeMap<String, Term>;

/// What a wildcard takes in.
#[derive(Clone, Copy, PartialEq)]
pub enum Wildcard {
    /// Of an allow: no object that administers, general actions only `within all`.
    Allow { within_all: bool },
    /// Of everything else.
    Everything,
}

impl Loader<'_> {
    pub fn roles(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        for (package, item) in items {
            if let ItemKind::Role(role) = item {
                let name = self.name(*package, &role.declared.name);
                let made = match &role.kind {
                    RoleKind::Body(body) => self.role(*package, body, role.external.is_some(), &Arguments::new())?,
                    RoleKind::Instance(instance) => {
                        let arguments = self.arguments(*package, items, instance)?;
                        let template = self.name(*package, &instance.template);
                        self.instances.push((template.clone(), format!("{arguments:?}"), name.clone()));
                        self.instance(items, &template, &arguments)?
                    }
                };
                self.policy.roles.insert(name, made);
            }
        }
        Ok(())
    }

    /// The role that a row of a people file gets: a declared instance of equal arguments, or one of its own.
    pub fn row_instance(
        &mut self,
        items: &[(usize, ItemKind)],
        template: &str,
        arguments: &Arguments,
    ) -> Loaded<String> {
        let key = format!("{arguments:?}");
        if let Some((_, _, role)) = self.instances.iter().find(|(t, a, _)| t == template && *a == key) {
            return Ok(role.clone());
        }
        let name = self.written(items, template, arguments)?;
        let made = self.instance(items, template, arguments)?;
        self.policy.roles.insert(name.clone(), made);
        self.instances.push((template.to_string(), key, name.clone()));
        Ok(name)
    }

    /// The instance as a policy would write it.
    fn written(&self, items: &[(usize, ItemKind)], template: &str, arguments: &Arguments) -> Loaded<String> {
        let (_, declared) = self.template(items, template)?;
        let names = declared.parameters.iter().map(|(name, _)| self.names.text(name.symbol));
        let one = |name: &str| {
            let value = match &arguments[name] {
                Term::Number(n) if n % 10_000 == 0 => (n / 10_000).to_string(),
                Term::Number(n) => format!("{:.4}", *n as f64 / 10_000.0).trim_end_matches('0').to_string(),
                Term::Text(text) => format!("\"{text}\""),
                Term::Name(text) | Term::User(text) | Term::Unit(text) => text.clone(),
                Term::Path(_) | Term::Me => return "?".to_string(),
            };
            if arguments.len() > 1 { format!("{name}: {value}") } else { value }
        };
        Ok(format!("{template}({})", names.map(one).collect::<Vec<_>>().join(", ")))
    }

    /// A template and the package that writes it.
    pub fn template<'t>(&self, items: &'t [(usize, ItemKind)], wanted: &str) -> Loaded<(usize, &'t ast::Template)> {
        let found = items.iter().find_map(|(package, item)| match item {
            ItemKind::Template(t) if self.name(*package, &t.declared.name) == wanted => Some((*package, t)),
            _ => None,
        });
        found.ok_or(format!("no template {wanted}"))
    }

    fn instance(&self, items: &[(usize, ItemKind)], template: &str, arguments: &Arguments) -> Loaded<Role> {
        let (package, template) = self.template(items, template)?;
        self.role(package, &template.body, template.external.is_some(), arguments)
    }

    fn arguments(&self, package: usize, items: &[(usize, ItemKind)], instance: &ast::Instance) -> Loaded<Arguments> {
        let (home, template) = self.template(items, &self.name(package, &instance.template))?;
        let mut arguments = Arguments::new();
        for (index, (parameter, ty)) in template.parameters.iter().enumerate() {
            let text = self.names.text(parameter.symbol);
            let named = |(name, _): &&(Option<Name>, ast::Operand)| {
                name.as_ref().is_some_and(|n| self.names.text(n.symbol) == text)
            };
            let given = instance.arguments.iter().find(named).or(instance.arguments.get(index));
            let (_, operand) = given.ok_or(format!("no argument {text}"))?;
            let term = self.term(package, operand, &Arguments::new())?;
            arguments.insert(text.to_string(), self.typed(&self.type_of(home, ty)?, term));
        }
        Ok(arguments)
    }

    /// One spelling for one argument, so that equal instances are recognised.
    pub fn typed(&self, ty: &Type, term: Term) -> Term {
        match (ty, term) {
            (Type::Unit, Term::Name(name)) => Term::Unit(name),
            (Type::User, Term::Name(name)) => Term::User(name),
            (Type::Enumeration(_), Term::Text(text)) => Term::Name(text),
            (_, term) => term,
        }
    }

    fn role(&self, package: usize, body: &ast::RoleBody, external: bool, arguments: &Arguments) -> Loaded<Role> {
        let mut made = Role { external, parents: self.all(package, &body.inherits), ..Role::default() };
        for item in &body.items {
            match &item.kind {
                RoleItemKind::Rule(rule) if rule.effect == ast::Effect::Allow => {
                    made.allows.push(self.rule(package, rule, arguments)?);
                }
                RoleItemKind::Rule(rule) => made.denies.push(self.rule(package, rule, arguments)?),
                RoleItemKind::Mask(mask) => made.masks.push(self.mask(package, mask, arguments)?),
                RoleItemKind::Without(target) => made.without.extend(self.rights(package, target)?),
                RoleItemKind::Cancel(cancel) => made.cancels.push(self.cancel(package, cancel)?),
                RoleItemKind::Active(active) => made.active.push(self.active(package, active, arguments)?),
                RoleItemKind::Responsible(_) | RoleItemKind::Reviewed(_) => {}
            }
        }
        Ok(made)
    }

    fn rule(&self, package: usize, rule: &ast::Rule, arguments: &Arguments) -> Loaded<Rule> {
        let scope = self.scope(package, &rule.within, &rule.outside, arguments)?;
        let within_all = scope.as_ref().is_some_and(|s| !s.outside && s.terms.contains(&ScopeTerm::All));
        let wildcard = match rule.effect {
            ast::Effect::Allow => Wildcard::Allow { within_all },
            ast::Effect::Deny => Wildcard::Everything,
        };
        let including = self.all(package, &rule.including);
        let mut grants = self.target(package, &rule.target, wildcard)?;
        grants.iter_mut().for_each(|grant| grant.including = including.clone());
        Ok(Rule {
            name: rule.named.as_ref().map(|n| self.names.text(n.symbol).to_string()),
            grants,
            scope,
            when: self.optional_condition(package, rule.when.as_deref(), arguments)?,
            window: self.window(package, &rule.window)?,
        })
    }

    fn mask(&self, package: usize, mask: &ast::Mask, arguments: &Arguments) -> Loaded<Mask> {
        Ok(Mask {
            name: mask.named.as_ref().map(|n| self.names.text(n.symbol).to_string()),
            fields: self.object_fields(package, &mask.objects),
            scope: self.scope(package, &mask.within, &mask.outside, arguments)?,
            when: self.optional_condition(package, mask.when.as_deref(), arguments)?,
            window: self.window(package, &mask.window)?,
        })
    }

    fn object_fields(&self, package: usize, objects: &[ast::ObjectRef]) -> Vec<(String, String)> {
        let fields = |object: &ast::ObjectRef| {
            let name = self.name(package, &object.object);
            let field = |f: &Name| (name.clone(), self.names.text(f.symbol).to_string());
            object.fields.iter().map(field).collect::<Vec<_>>()
        };
        objects.iter().flat_map(fields).collect()
    }

    fn cancel(&self, package: usize, cancel: &ast::Cancel) -> Loaded<Cancel> {
        let text = |name: &Name| self.names.text(name.symbol).to_string();
        let what = match &cancel.what {
            CancelWhat::DenyNamed(name) => Cancelled::DenyNamed(text(name)),
            CancelWhat::Deny(target) => Cancelled::Denies(self.rights(package, target)?),
            CancelWhat::MaskNamed(name) => Cancelled::MaskNamed(text(name)),
            CancelWhat::Mask(objects) => Cancelled::MaskFields(self.object_fields(package, objects)),
        };
        Ok(Cancel { from: self.name(package, &cancel.from), what, window: self.window(package, &cancel.window)? })
    }

    fn active(&self, package: usize, active: &ast::Active, arguments: &Arguments) -> Loaded<Active> {
        let mut window = self.window(package, &active.window)?;
        let mut patterns = self.hours_lists(package, std::slice::from_ref(&active.hours))?.concat();
        for pattern in &active.patterns {
            patterns.push(self.pattern(package, pattern)?);
        }
        if !patterns.is_empty() {
            window = window.and(&Window { during: vec![patterns], ..Window::default() });
        }
        Ok(Active { window, when: self.optional_condition(package, active.when.as_deref(), arguments)? })
    }

    fn scope(
        &self,
        package: usize,
        within: &[ast::Scope],
        outside: &[ast::Scope],
        arguments: &Arguments,
    ) -> Loaded<Option<Scope>> {
        if within.is_empty() && outside.is_empty() {
            return Ok(None);
        }
        let term = |scope: &ast::Scope| match &scope.kind {
            ScopeKind::Own => ScopeTerm::Own,
            ScopeKind::Team => ScopeTerm::Team,
            ScopeKind::Reports => ScopeTerm::Reports,
            ScopeKind::MyUnit { below } => ScopeTerm::MyUnit { below: *below },
            ScopeKind::All => ScopeTerm::All,
            ScopeKind::NoOwner => ScopeTerm::NoOwner,
            ScopeKind::Shared => ScopeTerm::Shared,
            ScopeKind::Unit { unit, below } => {
                let unit = match arguments.get(self.names.text(unit.symbol)) {
                    Some(Term::Unit(unit)) => unit.clone(),
                    _ => self.name(package, unit),
                };
                ScopeTerm::Unit { unit, below: *below }
            }
        };
        let terms = within.iter().chain(outside).map(term).collect();
        Ok(Some(Scope { outside: !outside.is_empty(), terms }))
    }

    /// Rights only, whatever fields are named; wildcards take in everything.
    pub fn rights(&self, package: usize, target: &Target) -> Loaded<Vec<Right>> {
        Ok(self.target(package, target, Wildcard::Everything)?.into_iter().map(|grant| grant.right).collect())
    }

    /// Writes out actions and objects.
    fn target(&self, package: usize, target: &Target, wildcard: Wildcard) -> Loaded<Vec<Grant>> {
        let text = |name: &Name| self.names.text(name.symbol).to_string();
        let (objects, every_object) = match &target.objects {
            ObjectList::Named(named) => {
                let object = |o: &ast::ObjectRef| (self.name(package, &o.object), o.fields.iter().map(text).collect());
                (named.iter().map(object).collect::<Vec<(String, Vec<String>)>>(), false)
            }
            ObjectList::Every { except, .. } => {
                let except = self.all(package, except);
                let takes = |name: &String| {
                    !except.contains(name)
                        && (wildcard == Wildcard::Everything || !self.policy.objects[name].administers)
                };
                (self.policy.objects.keys().filter(|n| takes(n)).map(|n| (n.clone(), Vec::new())).collect(), true)
            }
        };
        let mut grants = Vec::new();
        for (object, fields) in objects {
            let declared = self.policy.object(&object).ok_or(format!("no object {object}"))?;
            for action in &declared.actions {
                let (named, every_action) = match &target.actions {
                    ActionList::Named(names) => (names.iter().any(|n| text(n) == action.name), false),
                    ActionList::Every { except, .. } => (!except.iter().any(|n| text(n) == action.name), true),
                };
                let wild = every_object || every_action;
                let left_out = wild && action.general && matches!(wildcard, Wildcard::Allow { within_all: false });
                if named && !left_out {
                    let right = (object.clone(), action.name.clone());
                    grants.push(Grant { right, fields: fields.clone(), including: Vec::new() });
                }
            }
        }
        if grants.is_empty() { Err("a target without a right".to_string()) } else { Ok(grants) }
    }

    pub fn optional_condition(
        &self,
        package: usize,
        condition: Option<&ast::Condition>,
        arguments: &Arguments,
    ) -> Loaded<Option<Condition>> {
        condition.map(|c| self.condition(package, c, arguments)).transpose()
    }

    pub fn condition(&self, package: usize, condition: &ast::Condition, arguments: &Arguments) -> Loaded<Condition> {
        let part = |c: &ast::Condition| self.condition(package, c, arguments);
        let term = |o: &ast::Operand| self.term(package, o, arguments);
        let negate = |negated: bool, c: Condition| if negated { Condition::Not(Box::new(c)) } else { c };
        Ok(match &condition.kind {
            ConditionKind::And(parts) => Condition::And(parts.iter().map(part).collect::<Loaded<_>>()?),
            ConditionKind::Or(parts) => Condition::Or(parts.iter().map(part).collect::<Loaded<_>>()?),
            ConditionKind::Not(inner) => Condition::Not(Box::new(part(inner)?)),
            ConditionKind::Group(inner) => part(inner)?,
            ConditionKind::Path(path) => Condition::Holds(self.path(path)),
            ConditionKind::Compare(path, op, _, operand) => {
                Condition::Compare(self.path(path), comparison(*op), term(operand)?)
            }
            ConditionKind::OneOf { path, negated, values } => {
                let values = values.iter().map(term).collect::<Loaded<_>>()?;
                negate(*negated, Condition::OneOf(self.path(path), values))
            }
            ConditionKind::Has(path, operand) => Condition::Has(self.path(path), term(operand)?),
            ConditionKind::In { path, negated, networks } => {
                let mut blocks = Vec::new();
                for name in self.all(package, networks) {
                    blocks.extend(self.policy.networks.get(&name).ok_or(format!("no network {name}"))?.clone());
                }
                negate(*negated, Condition::In(self.path(path), blocks))
            }
            ConditionKind::IsNone(path) => Condition::IsNone(self.path(path)),
            ConditionKind::IsSet(path) => Condition::IsSet(self.path(path)),
        })
    }

    fn path(&self, path: &ast::Path) -> Path {
        let root = match path.root {
            ast::PathRoot::Record => Root::Record,
            ast::PathRoot::Subject => Root::Subject,
            ast::PathRoot::Request => Root::Request,
        };
        Path { root, attribute: self.names.text(path.attribute.symbol).to_string() }
    }

    /// An operand as a term, parameters put in.
    pub fn term(&self, package: usize, operand: &ast::Operand, arguments: &Arguments) -> Loaded<Term> {
        let argument = |name: &Name| arguments.get(self.names.text(name.symbol)).cloned();
        Ok(match &operand.kind {
            OperandKind::Number(n) => Term::Number(number(n)?),
            OperandKind::Text(text) => Term::Text(nfc(&text.text)),
            OperandKind::Name(name) => argument(name).unwrap_or_else(|| Term::Name(self.name(package, name))),
            OperandKind::Path(path) => Term::Path(self.path(path)),
            OperandKind::User(name) => argument(name).unwrap_or_else(|| Term::User(self.name(package, name))),
            OperandKind::Unit(name) => argument(name).unwrap_or_else(|| Term::Unit(self.name(package, name))),
            OperandKind::Me => Term::Me,
            OperandKind::None | OperandKind::Set(_) | OperandKind::Address(_) => {
                return Err("no operand of a condition".to_string());
            }
        })
    }
}

fn comparison(op: ast::CompareOp) -> Comparison {
    match op {
        ast::CompareOp::Is => Comparison::Is,
        ast::CompareOp::IsNot => Comparison::IsNot,
        ast::CompareOp::Less => Comparison::Less,
        ast::CompareOp::LessOrEqual => Comparison::LessOrEqual,
        ast::CompareOp::Greater => Comparison::Greater,
        ast::CompareOp::GreaterOrEqual => Comparison::GreaterOrEqual,
    }
}
