//! Who holds what: assignments of statements and rows, delegations, and what may not be given (rule 4). Whether external
//! and internal fit together is for the analysis.

use super::collect::{Statements, Written};
use super::context::{Cx, Repeats, Site};
use super::packages::ROOT;
use super::roles::Roles;
use super::rows::Grant;
use super::space::Space;
use super::users::Everybody;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::people as codes;
use crate::message::{people as text, resolve as names, syntax};
use crate::model::{Assignment, AssignmentSource, Delegation, Origin, RoleId, UnitId, UserId, WindowId};
use crate::source::{PackageId, Span};
use crate::syntax::ast::{self, AssignTo};
use std::cmp::Ordering;

/// `roles from request: A, B` of the root's header.
pub(super) fn roles_from_request(cx: &mut Cx<'_>, policies: &[Written<'_, ast::Policy>]) {
    let Some(policy) = policies.iter().find(|policy| policy.package == ROOT) else { return };
    let mut roles = cx.roles(ROOT, &policy.node.roles_from_request);
    roles.sort_unstable();
    cx.model.roles_from_request = roles;
}

/// Everything that gives roles.
pub(super) fn assignments(
    cx: &mut Cx<'_>,
    statements: &Statements<'_>,
    everybody: &Everybody<'_>,
    roles: &Roles<'_>,
    grants: Vec<Grant>,
) {
    let header = statements.policies.iter().find(|policy| policy.package == ROOT);
    let mut giver = Giver { header: header.map(|header| header.node), everybody };
    for written in &statements.assigns {
        giver.assign(cx, written);
    }
    giver.rows(cx, roles, grants);
    sort(&mut cx.model.assignments);
    for written in &statements.delegates {
        giver.delegate(cx, written);
    }
}

/// `assign li.na to SalesRep`: reported once, not once for the role and once for the person.
fn is_turned_round(cx: &mut Cx<'_>, package: PackageId, node: &ast::Assign) -> bool {
    let AssignTo::Users(people) = &node.to else { return false };
    let is_role = |cx: &Cx<'_>, name: &ast::Name| cx.names.get(package, Space::Role, name.symbol).is_some();
    let ([first, ..], [role, ..]) = (&*node.roles, &**people) else { return false };
    if node.roles.iter().any(|name| is_role(cx, name)) || !people.iter().all(|name| is_role(cx, name)) {
        return false;
    }
    let right = format!("assign {} to {}", cx.name(role), cx.name(first));
    let message = names::UNKNOWN.with([("kind", names::KIND_ROLE.plain().into()), ("name", cx.name(first).into())]);
    let found = Diagnostic::error(Space::Role.unknown(), message, first.span, names::UNKNOWN_HERE.plain());
    cx.out.push(found.help(syntax::ROLE_FIRST_HELP.with([("text", right.into())])));
    true
}

/// By user, then by the rest; the keys are sorted in place of what is much longer.
fn sort(assignments: &mut Vec<Assignment>) {
    let start = |a: &Assignment| u64::from(a.user.0) << 32 | u64::from(a.role.0);
    let mut order: Vec<(u64, u32)> = assignments.iter().zip(0..).map(|(a, at)| (start(a), at)).collect();
    order.sort_unstable_by(|a, b| match a.0.cmp(&b.0) {
        Ordering::Equal => {
            let whole = |at: u32| assignments.get(at as usize).map(key);
            whole(a.1).cmp(&whole(b.1)).then(a.1.cmp(&b.1))
        }
        other => other,
    });
    let mut sorted = Vec::with_capacity(assignments.len());
    for (_, at) in order {
        let Some(found) = assignments.get_mut(at as usize) else { continue };
        sorted.push(Assignment { units: found.units.take(), ..*found });
    }
    *assignments = sorted;
}

/// What makes two assignments one: who, which role, both readings of when, which units, and how it came about.
type Key<'a> = (UserId, RoleId, (WindowId, WindowId), Option<&'a [UnitId]>, (u8, u32));

fn key(a: &Assignment) -> Key<'_> {
    let source = match a.source {
        AssignmentSource::Statement => (0, 0),
        AssignmentSource::Everyone => (1, 0),
        AssignmentSource::Row(line) => (2, line),
    };
    (a.user, a.role, (a.window, a.wide), a.units.as_deref(), source)
}

struct Giver<'g, 'a> {
    header: Option<&'g ast::Policy>,
    everybody: &'g Everybody<'a>,
}

impl Giver<'_, '_> {
    fn assign(&mut self, cx: &mut Cx<'_>, written: &Written<'_, ast::Assign>) {
        let node = written.node;
        if is_turned_round(cx, written.package, node) {
            return;
        }
        let site = Site::of(written.package);
        let (window, wide) = cx.both_readings(site, &node.window);
        let units = units(cx, written.package, &node.for_units);
        let mut roles: Vec<RoleId> = Vec::with_capacity(node.roles.len());
        let mut repeats = Repeats::new(node.roles.len());
        for name in &node.roles {
            let Some(role) = cx.role(written.package, name) else { continue };
            if self.may_be_given(cx, role, name.span) && !repeats.repeats(&roles, role) {
                roles.push(role);
            }
        }
        let origin = site.origin(written.span);
        match &node.to {
            AssignTo::Users(names) => {
                let mut users: Vec<UserId> = Vec::with_capacity(names.len());
                for name in names {
                    let Some(user) = cx.user(name) else { continue };
                    if self.holds(cx, user, name.span) {
                        users.push(user);
                    }
                }
                users.sort_unstable();
                users.dedup();
                if !may_add(cx, users.len() * roles.len(), written.span) {
                    return;
                }
                for user in users {
                    for role in &roles {
                        push(cx, user, *role, units.as_deref(), (window, wide), AssignmentSource::Statement, origin);
                    }
                }
            }
            AssignTo::Everyone { unit, below, .. } => {
                let unit = unit.as_ref().map(|name| (cx.unit(written.package, name), *below));
                let Some(users) = everyone(cx, unit) else { return };
                if !may_add(cx, users.len() * roles.len(), written.span) {
                    return;
                }
                for (user, surely) in users {
                    let narrow = if surely { window } else { cx.arena.never() };
                    for role in &roles {
                        push(cx, user, *role, units.as_deref(), (narrow, wide), AssignmentSource::Everyone, origin);
                    }
                }
            }
        }
    }

    /// Whether a role may be given here at all: not if it comes from requests.
    fn may_be_given(&self, cx: &mut Cx<'_>, role: RoleId, span: Span) -> bool {
        if cx.model.roles_from_request.binary_search(&role).is_err() {
            return true;
        }
        let diagnostic = Diagnostic::error(
            &codes::ROLE_FROM_REQUEST,
            text::FROM_REQUEST.with([("role", cx.model.role_name(role).into())]),
            span,
            text::FROM_REQUEST_HERE.plain(),
        )
        .help(text::FROM_REQUEST_HELP.plain());
        let names = self.header.map_or(&[][..], |header| &header.roles_from_request);
        let listed = names.iter().find(|name| cx.name(name) == cx.model.role_name(role));
        cx.out.push(match listed {
            Some(name) => diagnostic.and(name.span, text::FROM_REQUEST_THERE.plain()),
            None => diagnostic,
        });
        false
    }

    /// Whether a person can hold anything: one whose row is skipped cannot, and a line that gives them something is a
    /// finding, not an error: people leave while their names still stand in the policy.
    fn holds(&self, cx: &mut Cx<'_>, user: UserId, span: Span) -> bool {
        if !cx.model.users.get(user.index()).is_some_and(|user| user.skipped) {
            return true;
        }
        let rows = self.everybody.mentions.of(user.index()).iter();
        let row = rows.copied().find(|mention| self.everybody.line(*mention).is_some());
        let line = row.and_then(|row| self.everybody.line(row)).unwrap_or(0);
        let path = row.and_then(|row| self.everybody.path(row)).unwrap_or("");
        let diagnostic = Diagnostic::warning(
            &codes::SKIPPED_HOLDER,
            text::SKIPPED.with([
                ("user", cx.model.user_name(user).into()),
                ("line", (line as usize).into()),
                ("path", path.into()),
            ]),
            span,
            text::SKIPPED_HERE.plain(),
        )
        .help(text::SKIPPED_HELP.plain());
        cx.out.push(diagnostic);
        false
    }

    /// What rows give; the role of a line is looked up once.
    fn rows(&mut self, cx: &mut Cx<'_>, roles: &Roles<'_>, grants: Vec<Grant>) {
        let mut known: Vec<Vec<Option<RoleId>>> = Vec::with_capacity(self.everybody.mappings.len());
        for mapping in &self.everybody.mappings {
            let mut lines = Vec::with_capacity(mapping.gets.len());
            for gets in &mapping.gets {
                lines.push(match gets.role {
                    ast::RowRole::Role(name) => {
                        cx.role(mapping.package, name).filter(|role| self.may_be_given(cx, *role, name.span))
                    }
                    ast::RowRole::Instance(_) => None,
                });
            }
            known.push(lines);
        }
        let span = self.everybody.mappings.first().map(|mapping| mapping.span);
        if span.is_some_and(|span| !may_add(cx, grants.len(), span)) {
            return;
        }
        let mut refused: Vec<(usize, usize, RoleId)> = Vec::new();
        for grant in grants {
            let Some(mapping) = self.everybody.mappings.get(grant.mapping) else { continue };
            let Some(gets) = mapping.gets.get(grant.line) else { continue };
            let role = match grant.instance {
                None => known.get(grant.mapping).and_then(|lines| lines.get(grant.line)).copied().flatten(),
                Some(instance) => roles.instance_role(instance),
            };
            let Some(role) = role else { continue };
            let place = (grant.mapping, grant.line, role);
            if refused.contains(&place) {
                continue;
            }
            if grant.instance.is_some() && !self.may_be_given(cx, role, gets.span) {
                refused.push(place);
                continue;
            }
            let origin = Origin { span: gets.span, instance: None };
            let source = AssignmentSource::Row(grant.row);
            push(cx, grant.user, role, grant.units.as_deref(), gets.windows, source, origin);
        }
    }

    fn delegate(&mut self, cx: &mut Cx<'_>, written: &Written<'_, ast::Delegate>) {
        let node = written.node;
        let site = Site::of(written.package);
        let (window, wide) = cx.both_readings(site, &node.window);
        let role = cx.role(written.package, &node.role);
        let of = cx.user(&node.of);
        let to = cx.user(&node.to);
        let (Some(role), Some(of), Some(to)) = (role, of, to) else { return };
        if of == to {
            let diagnostic = Diagnostic::error(
                &codes::BAD_DELEGATION,
                text::TO_ONESELF.with([("user", cx.model.user_name(of).into())]),
                node.to.span,
                text::TO_ONESELF_HERE.plain(),
            );
            cx.out.push(diagnostic);
            return;
        }
        let given = self.may_be_given(cx, role, node.role.span);
        let holds = self.holds(cx, of, node.of.span) & self.holds(cx, to, node.to.span);
        if !given || !holds {
            return;
        }
        if !self.is_assigned(cx, of, role, node) {
            return;
        }
        cx.model.delegations.push(Delegation { role, of, to, window, wide, origin: site.origin(written.span) });
    }

    /// Only what a person is assigned, exactly, can be delegated.
    fn is_assigned(&self, cx: &mut Cx<'_>, of: UserId, role: RoleId, node: &ast::Delegate) -> bool {
        let start = cx.model.assignments.partition_point(|a| a.user < of);
        let own = cx.model.assignments.get(start..).unwrap_or(&[]).iter().take_while(|a| a.user == of);
        let mut held: Vec<RoleId> = own.map(|assignment| assignment.role).collect();
        if held.contains(&role) {
            return true;
        }
        held.dedup();
        let names: Vec<String> = held.iter().map(|role| format!("`{}`", cx.model.role_name(*role))).collect();
        let user = || cx.model.user_name(of).into();
        let diagnostic = Diagnostic::error(
            &codes::BAD_DELEGATION,
            text::NOT_HELD.with([("user", user()), ("role", cx.model.role_name(role).into())]),
            node.role.span.join(node.of.span),
            text::NOT_HELD_HERE.plain(),
        );
        let help = text::NOT_HELD_HAS.with([("user", user()), ("roles", names.clone().into())]);
        cx.out.push(if names.is_empty() { diagnostic } else { diagnostic.help(help) });
        false
    }
}

/// Assignments that a policy may come to: lists and `everyone` multiply.
pub(super) const MOST_ASSIGNMENTS: usize = 5_000_000;

/// Whether so many more may be added; if not, it is reported where it is too much for the first time.
fn may_add(cx: &mut Cx<'_>, count: usize, span: Span) -> bool {
    let out = &mut cx.out;
    cx.assignments.take(count, || {
        out.push(Diagnostic::error(
            &codes::TOO_MANY_ASSIGNMENTS,
            text::TOO_MANY_ASSIGNMENTS.with([("most", MOST_ASSIGNMENTS.into())]),
            span,
            text::TOO_MANY_ASSIGNMENTS_HERE.plain(),
        ));
    })
}

fn push(
    cx: &mut Cx<'_>,
    user: UserId,
    role: RoleId,
    units: Option<&[UnitId]>,
    (window, wide): (WindowId, WindowId),
    source: AssignmentSource,
    origin: Origin,
) {
    cx.model.assignments.push(Assignment { user, role, units: units.map(Into::into), window, wide, source, origin });
}

/// `for unit U only`; `None` if none is written.
fn units(cx: &mut Cx<'_>, package: PackageId, names: &[ast::Name]) -> Option<Vec<UnitId>> {
    if names.is_empty() {
        return None;
    }
    let mut units: Vec<UnitId> = Vec::with_capacity(names.len());
    for name in names {
        units.extend(cx.unit(package, name));
    }
    units.sort_unstable();
    units.dedup();
    Some(units)
}

/// Known people who are not external and not skipped, of a unit if one is written, and whether they are surely meant: of
/// somebody whose units nobody states it is not known whether they are in that unit. `None` if the unit is not known.
fn everyone(cx: &Cx<'_>, unit: Option<(Option<UnitId>, bool)>) -> Option<Vec<(UserId, bool)>> {
    let unit = match unit {
        None => None,
        Some((unit, below)) => Some((unit?, below)),
    };
    // `None` if it is not known.
    let inside = |units: &Option<Box<[UnitId]>>| {
        let Some((top, below)) = unit else { return Some(true) };
        let member = |unit: &UnitId| if below { cx.model.unit_at_or_below(*unit, top) } else { *unit == top };
        units.as_ref().map(|units| units.iter().any(member))
    };
    let people = cx.model.users.iter().enumerate().filter(|(_, user)| !user.external && !user.skipped);
    let meant = people.map(|(index, user)| (UserId::from_index(index), inside(&user.units)));
    Some(meant.filter(|(_, inside)| *inside != Some(false)).map(|(user, inside)| (user, inside.is_some())).collect())
}
