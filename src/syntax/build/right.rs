//! Targets and scopes.

use super::Builder;
use crate::syntax::ast::{ActionList, Name, ObjectList, ObjectRef, Scope, ScopeKind, Target};
use crate::syntax::grammar::{At, Nodes, Rule};

impl Builder<'_> {
    /// `read, update Customer`, with or without `on` or `of` in between.
    pub(super) fn target(&mut self, at: At<'_>) -> Option<Target> {
        let span = self.span(at);
        let mut parts = at.inside();
        let actions = self.action_list(&mut parts)?;
        let _ = parts.has(Rule::kw_on) || parts.has(Rule::kw_of);
        Some(Target { actions, objects: self.object_list(&mut parts)?, span })
    }

    /// Actions by name, or every one.
    pub(super) fn action_list(&mut self, parts: &mut Nodes<'_>) -> Option<ActionList> {
        let Some(every) = parts.eat(Rule::every_action) else {
            return Some(ActionList::Named(self.names(parts, Rule::action)));
        };
        let mut inside = every.inside();
        let word = inside.eat(Rule::kw_every_action)?;
        let span = self.span(word);
        inside.has(Rule::kw_except);
        Some(ActionList::Every { span, except: self.names(&mut inside, Rule::action) })
    }

    /// Objects by name, or every one.
    pub(super) fn object_list(&mut self, parts: &mut Nodes<'_>) -> Option<ObjectList> {
        let Some(every) = parts.eat(Rule::every_object) else {
            return Some(ObjectList::Named(self.object_refs(parts)));
        };
        let mut inside = every.inside();
        let word = inside.eat(Rule::kw_every_object)?;
        let span = self.span(word);
        inside.has(Rule::kw_except);
        let except = self.object_refs(&mut inside).into_iter().map(|object| object.object).collect();
        Some(ObjectList::Every { span, except })
    }

    /// Objects, each perhaps with fields.
    pub(super) fn object_refs(&mut self, parts: &mut Nodes<'_>) -> Box<[ObjectRef]> {
        let mut objects = Vec::with_capacity(1);
        while let Some(at) = parts.eat(Rule::object_name) {
            let mut object = self.object_ref(at);
            if let Some(fields) = parts.eat(Rule::fields) {
                let mut inside = fields.inside();
                inside.has(Rule::open_paren);
                let more = self.names(&mut inside, Rule::field_name);
                object.fields = if object.fields.is_empty() { more } else { [object.fields, more].concat().into() };
            }
            objects.push(object);
        }
        objects.into()
    }

    /// `Customer`, or `Customer.phone`, which divides at the dot.
    fn object_ref(&mut self, at: At<'_>) -> ObjectRef {
        let text = self.raw(at);
        let dot = if text.starts_with('"') { None } else { text.find('.') };
        let Some(dot) = dot else { return ObjectRef { object: self.name(at), fields: Box::default() } };
        let dot = at.node.start + dot as u32;
        let object = self.name_in(at.node.start, dot, Rule::object_name);
        ObjectRef { object, fields: [self.name_in(dot + 1, at.node.end, Rule::field_name)].into() }
    }

    /// An object alone, as in `given Customer`.
    pub(super) fn object_name(&mut self, at: At<'_>) -> Name {
        self.object_ref(at).object
    }

    /// Alternatives of `within` or `outside`.
    pub(super) fn scopes(&mut self, parts: Nodes<'_>) -> Box<[Scope]> {
        let mut scopes = Vec::with_capacity(parts.count());
        for at in parts {
            if let Some(kind) = self.scope(at) {
                scopes.push(Scope { kind, span: self.span(at) });
            }
        }
        scopes.into()
    }

    fn scope(&mut self, at: At<'_>) -> Option<ScopeKind> {
        let mut parts = at.inside();
        Some(match at.rule() {
            Rule::kw_own => ScopeKind::Own,
            Rule::kw_team => ScopeKind::Team,
            Rule::kw_reports => ScopeKind::Reports,
            Rule::kw_all => ScopeKind::All,
            Rule::kw_no_owner => ScopeKind::NoOwner,
            Rule::kw_shared => ScopeKind::Shared,
            Rule::my_unit => ScopeKind::MyUnit { below: parts.seek(Rule::kw_and_below).is_some() },
            Rule::scope_unit => {
                let unit = parts.seek(Rule::unit_name)?;
                ScopeKind::Unit { unit: self.name(unit), below: parts.has(Rule::kw_and_below) }
            }
            _ => return None,
        })
    }
}
