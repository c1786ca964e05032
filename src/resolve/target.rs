//! Targets: actions on objects, named or by wildcard, as the rights that they are (rule 8).

use super::context::{Cx, Site};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{resolve as name_codes, rules as codes};
use crate::message::{Text, resolve as name_text, rules as text};
use crate::model::{Administers, FieldId, ObjectId, RightId};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, ActionList, ObjectList};

/// The rights on one object that a statement speaks of.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) object: ObjectId,
    /// Sorted, without repeats.
    pub(super) rights: Vec<RightId>,
    /// Named fields, sorted; none for the whole object.
    pub(super) fields: Vec<FieldId>,
}

/// How a statement takes in what a wildcard matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taking {
    /// An allow: nothing that administers anything.
    Allow,
    /// Everything.
    All,
}

/// Whether a target uses a wildcard.
pub(super) const fn is_wildcard(target: &ast::Target) -> bool {
    matches!(target.actions, ActionList::Every { .. }) || matches!(target.objects, ObjectList::Every { .. })
}

impl Cx<'_> {
    /// The rights of a target, by object. What is wrong is reported and left out.
    pub(super) fn expand(&mut self, site: Site<'_>, target: &ast::Target, taking: Taking) -> Vec<Part> {
        let mut parts = Vec::new();
        self.expand_into(site, target, taking, &mut parts);
        parts
    }

    /// The same into a buffer that is used again and again.
    pub(super) fn expand_into(&mut self, site: Site<'_>, target: &ast::Target, taking: Taking, parts: &mut Vec<Part>) {
        parts.clear();
        let before = self.out.len();
        match &target.objects {
            ObjectList::Named(refs) => self.named(site, &target.actions, refs, taking, parts),
            ObjectList::Every { except, .. } => self.every(site.package, &target.actions, except, taking, parts),
        }
        if parts.is_empty() && self.out.len() == before {
            let help = (taking == Taking::Allow).then_some(&text::WILDCARD_NOTHING_HELP);
            self.takes_nothing(target, &text::WILDCARD_NOTHING_HERE, help);
        }
    }

    /// Reports a target that takes in nothing.
    pub(super) fn takes_nothing(&mut self, target: &ast::Target, label: &'static Text, help: Option<&'static Text>) {
        let diagnostic =
            Diagnostic::error(&codes::WILDCARD_NOTHING, text::WILDCARD_NOTHING.plain(), target.span, label.plain());
        self.out.push(match help {
            Some(help) => diagnostic.help(help.plain()),
            None => diagnostic,
        });
    }

    fn named(
        &mut self,
        site: Site<'_>,
        actions: &ActionList,
        refs: &[ast::ObjectRef],
        taking: Taking,
        parts: &mut Vec<Part>,
    ) {
        for reference in refs {
            let Some(object) = self.object(site.package, &reference.object) else { continue };
            let fields =
                if reference.fields.is_empty() { Vec::new() } else { self.field_ids(object, &reference.fields) };
            if fields.is_empty() && !reference.fields.is_empty() {
                continue;
            }
            if let Some(part) = parts.iter_mut().find(|part| part.object == object) {
                if part.fields.is_empty() != fields.is_empty() {
                    self.object_twice(&reference.object);
                    continue;
                }
                part.fields.extend(fields);
                part.fields.sort_unstable();
                part.fields.dedup();
                continue;
            }
            let rights = match actions {
                ActionList::Named(names) => self.actions(object, names),
                ActionList::Every { span, except } => {
                    if taking == Taking::Allow && self.administers(object).is_some() {
                        self.wildcard_administers(object, *span);
                        continue;
                    }
                    self.all_actions(object, except)
                }
            };
            if !rights.is_empty() {
                parts.push(Part { object, rights, fields });
            }
        }
        if let ActionList::Every { except, .. } = actions {
            let objects: Vec<ObjectId> = parts.iter().map(|part| part.object).collect();
            self.known_somewhere(except, &objects);
        }
    }

    fn actions(&mut self, object: ObjectId, names: &[ast::Name]) -> Vec<RightId> {
        let mut rights = Vec::with_capacity(names.len());
        for name in names {
            if let Some(right) = self.action(object, name) {
                rights.push(right);
            }
        }
        rights.sort_unstable();
        rights.dedup();
        rights
    }

    fn all_actions(&self, object: ObjectId, except: &[ast::Name]) -> Vec<RightId> {
        let Some(found) = self.model.objects.get(object.index()) else { return Vec::new() };
        let left_out = |right: &RightId| {
            let action = self.model.rights.get(right.index()).map(|right| right.action);
            except.iter().any(|name| Some(name.symbol) == action)
        };
        found.rights().filter(|right| !left_out(right)).collect()
    }

    fn every(
        &mut self,
        package: PackageId,
        actions: &ActionList,
        except: &[ast::Name],
        taking: Taking,
        parts: &mut Vec<Part>,
    ) {
        let left_out: Vec<ObjectId> = except.iter().filter_map(|name| self.object(package, name)).collect();
        if left_out.len() < except.len() {
            return;
        }
        let all: Vec<ObjectId> = (0..self.model.objects.len()).map(ObjectId::from_index).collect();
        let (ActionList::Named(names) | ActionList::Every { except: names, .. }) = actions;
        if !self.known_somewhere(names, &all) {
            return;
        }
        for object in all {
            let administers = self.model.objects.get(object.index()).is_some_and(|o| o.administers.is_some());
            if left_out.contains(&object) || (taking == Taking::Allow && administers) {
                continue;
            }
            let rights = match actions {
                ActionList::Every { except, .. } => self.all_actions(object, except),
                ActionList::Named(names) => {
                    let mut rights: Vec<RightId> =
                        names.iter().filter_map(|name| self.rights.get(&(object, name.symbol)).copied()).collect();
                    rights.sort_unstable();
                    rights.dedup();
                    rights
                }
            };
            if !rights.is_empty() {
                parts.push(Part { object, rights, fields: Vec::new() });
            }
        }
    }

    /// Whether each action is one of some object: an unknown name is never taken for "nothing to do".
    fn known_somewhere(&mut self, names: &[ast::Name], objects: &[ObjectId]) -> bool {
        let mut good = true;
        for name in names {
            if objects.iter().any(|object| self.rights.contains_key(&(*object, name.symbol))) {
                continue;
            }
            // Objects that are wrong were reported; without any there is nothing to compare with.
            if objects.is_empty() {
                continue;
            }
            good = false;
            let mut known: Vec<Symbol> =
                self.model.rights.iter().filter(|right| objects.contains(&right.object)).map(|r| r.action).collect();
            known.sort_by(|a, b| self.text(*a).cmp(self.text(*b)));
            known.dedup();
            let message = name_text::UNKNOWN_ACTION_ANYWHERE.with([("name", self.name(name).into())]);
            self.unknown_member(&name_codes::UNKNOWN_ACTION, message, name, known);
        }
        good
    }

    fn administers(&self, object: ObjectId) -> Option<Administers> {
        self.model.objects.get(object.index()).and_then(|object| object.administers)
    }

    fn wildcard_administers(&mut self, object: ObjectId, span: Span) {
        let what = match self.administers(object) {
            Some(Administers::Users) => &text::ADMINISTERS_USERS,
            Some(Administers::Sharing) => &text::ADMINISTERS_SHARING,
            Some(Administers::Fields) => &text::ADMINISTERS_FIELDS,
            Some(Administers::Application) => &text::ADMINISTERS_APPLICATION,
            Some(Administers::Roles) | None => &text::ADMINISTERS_ROLES,
        };
        let rights: Vec<RightId> =
            self.model.objects.get(object.index()).map_or_else(Vec::new, |o| o.rights().collect());
        let actions: Vec<String> = rights.iter().map(|right| format!("`{}`", self.model.action_name(*right))).collect();
        let diagnostic = Diagnostic::error(
            &codes::WILDCARD_ADMINISTERS,
            text::WILDCARD_ADMINISTERS
                .with([("object", self.model.object_name(object).into()), ("what", what.plain().into())]),
            span,
            text::WILDCARD_ADMINISTERS_HERE.plain(),
        )
        .help(text::WILDCARD_ADMINISTERS_HELP.with([("actions", actions.into())]));
        self.out.push(diagnostic);
    }

    fn object_twice(&mut self, name: &ast::Name) {
        let diagnostic = Diagnostic::error(
            &codes::OBJECT_TWICE,
            text::OBJECT_TWICE.with([("object", self.name(name).into())]),
            name.span,
            text::WITHIN_AND_OUTSIDE_HERE.plain(),
        )
        .help(text::OBJECT_TWICE_HELP.plain());
        self.out.push(diagnostic);
    }

    /// The same for statements that speak of whole objects only.
    pub(super) fn expand_whole(&mut self, site: Site<'_>, target: &ast::Target, statement: &str) -> Vec<Part> {
        if let ObjectList::Named(refs) = &target.objects {
            for reference in refs {
                let (Some(first), Some(last)) = (reference.fields.first(), reference.fields.last()) else { continue };
                let object = self.name(&reference.object);
                let diagnostic = Diagnostic::error(
                    &codes::FIELDS_MISPLACED,
                    text::FIELDS_MISPLACED.with([("statement", statement.into())]),
                    first.span.join(last.span),
                    text::FIELDS_MISPLACED_HERE.with([("object", object.into())]),
                );
                self.out.push(diagnostic);
            }
        }
        let mut parts = self.expand(site, target, Taking::All);
        parts.retain(|part| part.fields.is_empty());
        parts
    }

    /// All rights of a target, each with a field where fields are named: for guarantees.
    pub(super) fn right_set(&mut self, site: Site<'_>, target: &ast::Target) -> crate::model::RightSet {
        let mut items = Vec::new();
        for part in self.expand(site, target, Taking::All) {
            for right in &part.rights {
                if part.fields.is_empty() {
                    items.push((*right, None));
                }
                items.extend(part.fields.iter().map(|field| (*right, Some(*field))));
            }
        }
        items.sort_unstable();
        items.dedup();
        crate::model::RightSet { items }
    }
}
