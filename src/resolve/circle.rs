//! Templates that inherit an instance of themselves.

use super::context::{Cx, Slot};
use super::space::Space;
use super::template::Template;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::rules as codes;
use crate::message::rules as text;
use crate::source::PackageId;
use crate::syntax::ast;
use rustc_hash::FxHashMap;

/// The `inherits` of templates that lead back to an instance of the same template, reported. By template: the
/// positions of the parents to leave out, so that the circle is reported once and not found again.
pub(super) fn circles(
    cx: &mut Cx<'_>,
    templates: &[Template<'_>],
    roles: &[(PackageId, &ast::Role)],
    slot_roles: &[Option<usize>],
) -> Vec<Vec<usize>> {
    let graph = Graph { templates, roles, slot_roles };
    let mut cut = Vec::with_capacity(templates.len());
    for (index, template) in templates.iter().enumerate() {
        let node = template.written.node;
        let mut bad = Vec::new();
        for (position, parent) in node.body.inherits.iter().enumerate() {
            let Some(path) = graph.path_to(cx, template.written.package, parent, index) else { continue };
            bad.push(position);
            let name = cx.name(&node.declared.name).to_owned();
            let path: Vec<String> = path.into_iter().map(|name| format!("`{name}`")).collect();
            cx.out.push(
                Diagnostic::error(
                    &codes::TEMPLATE_CYCLE,
                    text::TEMPLATE_CYCLE.with([("template", name.into()), ("path", path.join(" → ").into())]),
                    parent.span,
                    text::TEMPLATE_CYCLE_HERE.plain(),
                )
                .help(text::TEMPLATE_CYCLE_HELP.plain()),
            );
        }
        cut.push(bad);
    }
    cut
}

struct Graph<'g> {
    templates: &'g [Template<'g>],
    roles: &'g [(PackageId, &'g ast::Role)],
    /// By slot: the declared role.
    slot_roles: &'g [Option<usize>],
}

impl Graph<'_> {
    /// The names on the way from a role to an instance of `template`, if there is one. Depth first, without recursion.
    fn path_to(&self, cx: &Cx<'_>, package: PackageId, start: &ast::Name, template: usize) -> Option<Vec<String>> {
        let start = self.role(cx, package, start)?;
        let mut before: FxHashMap<usize, usize> = FxHashMap::default();
        before.insert(start, start);
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            let (package, role) = self.roles.get(at)?;
            let (package, parents) = match &role.kind {
                ast::RoleKind::Body(body) => (*package, &body.inherits),
                ast::RoleKind::Instance(instance) => {
                    let slot = cx.names.get(*package, Space::Role, instance.template.symbol);
                    match slot.and_then(|slot| cx.slots.get(slot as usize)) {
                        Some(Slot::Template(other)) if *other == template => return Some(self.names(cx, &before, at)),
                        Some(Slot::Template(other)) => {
                            let written = &self.templates.get(*other)?.written;
                            (written.package, &written.node.body.inherits)
                        }
                        _ => continue,
                    }
                }
            };
            for parent in parents {
                if let Some(next) = self.role(cx, package, parent) {
                    before.entry(next).or_insert_with(|| {
                        open.push(next);
                        at
                    });
                }
            }
        }
        None
    }

    fn role(&self, cx: &Cx<'_>, package: PackageId, name: &ast::Name) -> Option<usize> {
        let slot = cx.names.get(package, Space::Role, name.symbol)?;
        self.slot_roles.get(slot as usize).copied().flatten()
    }

    fn names(&self, cx: &Cx<'_>, before: &FxHashMap<usize, usize>, mut at: usize) -> Vec<String> {
        let mut names = Vec::new();
        loop {
            names.extend(self.roles.get(at).map(|(_, role)| cx.name(&role.declared.name).to_owned()));
            match before.get(&at) {
                Some(previous) if *previous != at => at = *previous,
                _ => break,
            }
        }
        names.reverse();
        names
    }
}
