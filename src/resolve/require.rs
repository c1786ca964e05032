//! `require C for …` and `require separate sessions …`

use super::collect::{Statements, Written};
use super::context::{Cx, Site};
use super::declare::{Declaration, declare};
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::resolve as codes;
use crate::message::resolve as text;
use crate::model::{Require, RequireEntry, RoleId, SeparateSessions};
use crate::source::PackageId;
use crate::syntax::ast;
use crate::time::Reading;

/// All requirements, in the order of their texts.
pub(super) fn requirements(cx: &mut Cx<'_>, statements: &Statements<'_>) {
    let named = |written: &Written<'_, ast::Require>| Some(Declaration::bare(written.package, written.node.named?));
    let declarations: Vec<_> = statements.requires.iter().filter_map(named).collect();
    let _ = declare(cx, Space::Requirement, &declarations);
    for written in &statements.requires {
        require(cx, written);
    }
    for written in &statements.sessions {
        let roles = different_roles(cx, written.package, &written.node.roles);
        if roles.len() > 1 {
            let origin = Site::of(written.package).origin(written.span);
            cx.model.separate_sessions.push(SeparateSessions { roles, origin });
        }
    }
}

fn require(cx: &mut Cx<'_>, written: &Written<'_, ast::Require>) {
    let node = written.node;
    let site = Site::of(written.package);
    let parts = cx.expand_whole(site, &node.target, "require");
    let conditions = cx.conditions(site, Some(&node.condition), &parts);
    let window = cx.window(site, &node.window, Reading::Takes);
    let roles = cx.roles(written.package, &node.roles);
    let mut entries = Vec::with_capacity(parts.len());
    for (position, part) in parts.into_iter().enumerate() {
        if let Some(condition) = conditions.get(position) {
            entries.push(RequireEntry { rights: part.rights.into_boxed_slice(), condition });
        }
    }
    // Without the roles that it names it would bind everybody.
    if entries.is_empty() || roles.len() < node.roles.len() && roles.is_empty() {
        return;
    }
    cx.model.requires.push(Require {
        entries,
        roles,
        window,
        name: node.named.map(|name| cx.packages.global(written.package, name.symbol)),
        because: node.reason.because.as_ref().map(|because| because.text.clone()),
        origin: site.origin(written.span),
    });
}

/// Roles that must differ: one named twice is an error.
pub(super) fn different_roles(cx: &mut Cx<'_>, package: PackageId, names: &[ast::Name]) -> Vec<RoleId> {
    let mut roles: Vec<(RoleId, crate::source::Span)> = Vec::with_capacity(names.len());
    for name in names {
        let Some(role) = cx.role(package, name) else { continue };
        if let Some((_, first)) = roles.iter().find(|(other, _)| *other == role) {
            let diagnostic = Diagnostic::error(
                &codes::REPEATED_NAME,
                text::REPEATED_NAME.with([("name", cx.name(name).into())]),
                name.span,
                text::REPEATED_LINE_HERE.plain(),
            )
            .and(*first, text::REPEATED_LINE_THERE.plain())
            .help(text::REPEATED_NAME_HELP.plain());
            cx.out.push(diagnostic);
            continue;
        }
        roles.push((role, name.span));
    }
    roles.into_iter().map(|(role, _)| role).collect()
}
