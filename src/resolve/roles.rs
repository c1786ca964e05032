//! Roles: what a name in a role's place means, the list of all roles, and their heads.

use super::circle;
use super::collect::{Statements, Written};
use super::context::{Cx, Slot};
use super::declare::{Declaration, declare};
use super::header::{former, title};
use super::packages::ROOT;
use super::role_lines::{self, Source};
use super::rows::ArgumentOrder;
use super::space::Space;
use super::template::{self, Instance, Instances, Key, Template};
use crate::message::resolve as name_text;
use crate::model::{Origin, Role, RoleId};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, RoleKind};
use rustc_hash::FxHashMap;

/// Roles and templates before they have their lines.
#[derive(Debug)]
pub(super) struct Roles<'a> {
    pub(super) templates: Vec<Template<'a>>,
    pub(super) instances: Instances,
    /// Declared roles in the order of their names.
    declared: Vec<Written<'a, ast::Role>>,
    /// By declared role: the instance that it is.
    keys: Vec<Option<Key>>,
    /// By slot: the declared role.
    slot_roles: Vec<Option<usize>>,
    /// By declared role, and by instance from rows: the role of the model.
    declared_ids: Vec<Option<RoleId>>,
    row_ids: Vec<Option<RoleId>>,
    /// By the place of an instance in a people mapping.
    row_templates: FxHashMap<Span, Option<(usize, ArgumentOrder)>>,
}

/// Declares the names of roles and templates, and the instances among the roles.
pub(super) fn declare_roles<'a>(cx: &mut Cx<'_>, statements: &Statements<'a>) -> Roles<'a> {
    let of_role = |role: &Written<'a, ast::Role>| Declaration::new(role.package, &role.node.declared);
    let of_template =
        |template: &Written<'a, ast::Template>| Declaration::new(template.package, &template.node.declared);
    let declarations: Vec<_> =
        statements.roles.iter().map(of_role).chain(statements.templates.iter().map(of_template)).collect();
    let order = declare(cx, Space::Role, &declarations);
    let mut roles = Roles {
        templates: Vec::new(),
        instances: Instances::default(),
        declared: Vec::new(),
        keys: Vec::new(),
        slot_roles: vec![None; order.len()],
        declared_ids: Vec::new(),
        row_ids: Vec::new(),
        row_templates: FxHashMap::default(),
    };
    cx.slots = vec![Slot::Nothing; order.len()];
    for (slot, position) in order.iter().enumerate() {
        match position.checked_sub(statements.roles.len()) {
            None => {
                if let (Some(role), Some(to)) = (statements.roles.get(*position), roles.slot_roles.get_mut(slot)) {
                    *to = Some(roles.declared.len());
                    roles.declared.push(*role);
                }
            }
            Some(position) => {
                let (Some(written), Some(to)) = (statements.templates.get(position), cx.slots.get_mut(slot)) else {
                    continue;
                };
                *to = Slot::Template(roles.templates.len());
                let parameters = template::parameters(cx, *written);
                roles.templates.push(Template { written: *written, parameters });
            }
        }
    }
    roles
}

impl<'a> Roles<'a> {
    /// Resolves the declared instances; their arguments may name users.
    pub(super) fn declare_instances(&mut self, cx: &mut Cx<'_>) {
        for (position, role) in self.declared.iter().enumerate() {
            let key = match &role.node.kind {
                RoleKind::Instance(written) => {
                    let place = (written, position);
                    template::declared_instance(cx, &self.templates, &mut self.instances, *role, place)
                }
                RoleKind::Body(_) => None,
            };
            self.keys.push(key);
        }
    }

    /// The template that a row's line names, with the order of its arguments; wrong ones are reported once for the
    /// line, however many rows meet it.
    pub(super) fn row_template(
        &mut self,
        cx: &mut Cx<'_>,
        package: PackageId,
        written: &ast::Instance,
    ) -> Option<(usize, ArgumentOrder)> {
        if let Some(known) = self.row_templates.get(&written.span) {
            return known.clone();
        }
        let found = template::template_of(cx, package, &written.template).and_then(|index| {
            let order = template::argument_order(cx, self.templates.get(index)?, written)?;
            Some((index, order))
        });
        self.row_templates.insert(written.span, found.clone());
        found
    }

    /// The role that a row's instance became.
    pub(super) fn instance_role(&self, instance: Instance) -> Option<RoleId> {
        match instance {
            Instance::Declared(position) => self.declared_ids.get(position).copied().flatten(),
            Instance::Row(position) => self.row_ids.get(position).copied().flatten(),
        }
    }

    /// Puts every role into the model, heads first, then lines, then cancels.
    pub(super) fn resolve(&mut self, cx: &mut Cx<'_>) {
        let sources = self.list(cx);
        let all: Vec<(PackageId, &ast::Role)> = self.declared.iter().map(|role| (role.package, role.node)).collect();
        let cut = if self.templates.is_empty() {
            Vec::new()
        } else {
            circle::circles(cx, &self.templates, &all, &self.slot_roles)
        };
        cx.model.rules.reserve(sources.iter().map(|source| source.body.items.len()).sum());
        for (index, source) in sources.iter().enumerate() {
            let cut = source.template.and_then(|template| cut.get(template)).map_or(&[][..], Vec::as_slice);
            role_lines::parents(cx, RoleId::from_index(index), source, cut);
        }
        for (index, source) in sources.iter().enumerate() {
            role_lines::lines(cx, RoleId::from_index(index), source);
        }
        for (index, source) in sources.iter().enumerate() {
            role_lines::cancels(cx, RoleId::from_index(index), source);
        }
        self.check_unused_templates(cx, &sources);
    }

    /// All roles in the order of their names; numbers them.
    fn list(&mut self, cx: &mut Cx<'_>) -> Vec<Source<'a>> {
        let rows = self.name_rows(cx);
        let mut all: Vec<(Symbol, Instance)> = Vec::with_capacity(self.declared.len() + rows.len());
        for (position, role) in self.declared.iter().enumerate() {
            let name = cx.packages.global(role.package, role.node.declared.name.symbol);
            all.push((name, Instance::Declared(position)));
        }
        all.extend(rows.into_iter().enumerate().map(|(position, name)| (name, Instance::Row(position))));
        // Declared roles are sorted already; names are unique, or wrong.
        if !self.instances.rows.is_empty() {
            all.sort_by(|a, b| cx.text(a.0).cmp(cx.text(b.0)));
        }
        self.declared_ids = vec![None; self.declared.len()];
        self.row_ids = vec![None; self.instances.rows.len()];
        let mut sources = Vec::with_capacity(all.len());
        cx.model.roles.reserve(all.len());
        for (name, which) in all {
            let Some((role, source)) = self.head(cx, name, which) else { continue };
            let id = RoleId::from_index(cx.model.roles.len());
            let slot = match which {
                Instance::Declared(position) => self.declared_ids.get_mut(position),
                Instance::Row(position) => self.row_ids.get_mut(position),
            };
            if let Some(slot) = slot {
                *slot = Some(id);
            }
            cx.model.roles.push(role);
            sources.push(source);
        }
        for (slot, declared) in self.slot_roles.iter().enumerate() {
            let id = declared.and_then(|declared| self.declared_ids.get(declared).copied().flatten());
            if let (Some(id), Some(slot)) = (id, cx.slots.get_mut(slot)) {
                *slot = Slot::Role(id);
            }
        }
        self.show_rows(cx);
        sources
    }

    /// The names of the instances that only rows make.
    fn name_rows(&self, cx: &mut Cx<'_>) -> Vec<Symbol> {
        let mut names = Vec::with_capacity(self.instances.rows.len());
        for ((index, values), _, _) in &self.instances.rows {
            let Some(template) = self.templates.get(*index) else { continue };
            let symbol = cx.packages.global(template.written.package, template.written.node.declared.name.symbol);
            let parameters = template.parameters.as_deref().unwrap_or(&[]);
            let shown = cx.instance_shown(cx.text(symbol), parameters, values, false);
            names.push(cx.model.symbols.intern(&shown));
        }
        names
    }

    /// Lets policies name the instances that rows make: `"RegionalDesk(east)"`.
    fn show_rows(&self, cx: &mut Cx<'_>) {
        for (position, (_, package, span)) in self.instances.rows.iter().enumerate() {
            let Some(id) = self.row_ids.get(position).copied().flatten() else { continue };
            let Some(name) = cx.model.roles.get(id.index()).map(|role| role.name) else { continue };
            let slot = cx.slots.len() as u32;
            cx.slots.push(Slot::Role(id));
            for viewer in (0..cx.packages.len() as u32).map(PackageId) {
                if viewer != ROOT && !cx.packages.seen(viewer).any(|seen| seen == *package) {
                    continue;
                }
                let table = cx.names.table_mut(viewer, Space::Role);
                if table.get(name).is_none() {
                    let _ = table.set(name, slot);
                } else if viewer == *package {
                    let written = ast::Name { symbol: name, span: *span, quoted: true };
                    let first = cx
                        .names
                        .get(viewer, Space::Role, name)
                        .and_then(|slot| self.slot_roles.get(slot as usize).copied().flatten())
                        .and_then(|declared| self.declared.get(declared))
                        .map_or(*span, |role| role.node.declared.name.span);
                    cx.duplicate(&name_text::KIND_ROLE, &written, first);
                }
            }
        }
    }

    fn head(&self, cx: &Cx<'_>, name: Symbol, which: Instance) -> Option<(Role, Source<'a>)> {
        match which {
            Instance::Declared(position) => {
                let written = self.declared.get(position)?;
                let node = written.node;
                let span = head_span(written.span, &node.declared);
                let mut role = Role::new(name, Origin { span, instance: None });
                role.title = title(&node.declared);
                role.renamed_from = former(&node.declared);
                role.doc.clone_from(&node.doc);
                role.external = node.external.is_some();
                match &node.kind {
                    RoleKind::Body(body) => {
                        let source = Source {
                            package: written.package,
                            body,
                            params: Vec::new(),
                            instance: None,
                            template: None,
                        };
                        Some((role, source))
                    }
                    RoleKind::Instance(_) => {
                        let key = self.keys.get(position)?.as_ref()?;
                        let shown = self.instance_of(cx, &mut role, key, false)?;
                        role.template = Some(shown.into());
                        Some((role, self.source(key, span)?))
                    }
                }
            }
            Instance::Row(position) => {
                let (key, _, span) = self.instances.rows.get(position)?;
                let mut role = Role::new(name, Origin { span: *span, instance: None });
                role.template = Some(self.instance_of(cx, &mut role, key, false)?.into());
                let written = self.templates.get(key.0)?.written;
                if written.node.declared.label.is_some() {
                    role.title = self.instance_of(cx, &mut role, key, true).map(Into::into);
                }
                Some((role, self.source(key, *span)?))
            }
        }
    }

    /// What an instance takes over from its template; gives how it is written.
    fn instance_of(&self, cx: &Cx<'_>, role: &mut Role, key: &Key, titles: bool) -> Option<String> {
        let template = self.templates.get(key.0)?;
        let node = template.written.node;
        role.external |= node.external.is_some();
        if role.doc.is_none() {
            role.doc.clone_from(&node.doc);
        }
        let name = match (&node.declared.label, titles) {
            (Some(label), true) => &*label.text,
            _ => cx.text(cx.packages.global(template.written.package, node.declared.name.symbol)),
        };
        Some(cx.instance_shown(name, template.parameters.as_deref()?, &key.1, titles))
    }

    fn source(&self, key: &Key, instance: Span) -> Option<Source<'a>> {
        let template = self.templates.get(key.0)?;
        Some(Source {
            package: template.written.package,
            body: &template.written.node.body,
            params: template::params(template.parameters.as_deref()?, &key.1),
            instance: Some(instance),
            template: Some(key.0),
        })
    }

    /// Looks through templates that have no instance, so that a mistake in one does not wait for the first.
    fn check_unused_templates(&self, cx: &mut Cx<'_>, sources: &[Source<'a>]) {
        for (index, template) in self.templates.iter().enumerate() {
            if sources.iter().any(|source| source.template == Some(index)) {
                continue;
            }
            let Some(parameters) = &template.parameters else { continue };
            let Some(values) = template::any_arguments(cx, parameters) else { continue };
            let node = template.written.node;
            let span = head_span(template.written.span, &node.declared);
            let Some(source) = self.source(&(index, values), span) else { continue };
            let kept = (cx.model.rules.len(), cx.model.masks.len(), cx.model.cancels.len());
            let id = RoleId::from_index(cx.model.roles.len());
            cx.model.roles.push(Role::new(node.declared.name.symbol, Origin { span, instance: None }));
            cx.arena.dry = true;
            role_lines::parents(cx, id, &source, &[]);
            role_lines::lines(cx, id, &source);
            role_lines::cancels(cx, id, &source);
            cx.arena.dry = false;
            let _ = cx.model.roles.pop();
            cx.model.rules.truncate(kept.0);
            cx.model.masks.truncate(kept.1);
            cx.model.cancels.truncate(kept.2);
        }
    }
}

/// From the first word to the name: a role's body would be too much to show.
fn head_span(statement: Span, declared: &ast::Declared) -> Span {
    Span { end: declared.name.span.end, ..statement }
}
