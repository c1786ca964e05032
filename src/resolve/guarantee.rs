//! Guarantees: names to ids. Proving them is another stage's work.

use super::collect::{Written, normalize};
use super::context::{Cx, Site};
use super::require::different_roles;
use super::target::Taking;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::resolve as codes;
use crate::message::resolve as text;
use crate::model::{Guarantee, GuaranteeKind, RightSet, Who};
use crate::source::PackageId;
use crate::syntax::ast::{self, GuaranteeKind as Claim, WhoKind};
use crate::time::Reading;

/// All guarantees, in the order of their texts.
pub(super) fn guarantees(cx: &mut Cx<'_>, written: &[Written<'_, ast::Guarantee>]) {
    for written in written {
        let site = Site::of(written.package);
        let before = cx.out.len();
        let kind = kind(cx, site, &written.node.kind);
        let window = cx.window(site, &written.node.window, Reading::Takes);
        // A guarantee about half of what it says would prove half of what it promises.
        let Some(kind) = kind.filter(|_| cx.out.len() == before) else { continue };
        let mut sentence = String::new();
        normalize(cx.sources.text(written.span), &mut sentence);
        cx.model.guarantees.push(Guarantee {
            kind,
            window,
            because: written.node.reason.because.as_ref().map(|because| because.text.clone()),
            sentence: sentence.into(),
            origin: site.origin(written.span),
        });
    }
}

fn kind(cx: &mut Cx<'_>, site: Site<'_>, written: &Claim) -> Option<GuaranteeKind> {
    let package = site.package;
    Some(match written {
        Claim::NobodyHasTwo(names) => GuaranteeKind::NobodyHasTwo(different_roles(cx, package, names)),
        Claim::NobodyCanBoth(one, other) => {
            GuaranteeKind::NobodyCanBoth(cx.right_set(site, one), cx.right_set(site, other))
        }
        Claim::Never(who, target) => GuaranteeKind::Never(people(cx, package, who), cx.right_set(site, target)),
        Claim::Only(who, target) => GuaranteeKind::Only(people(cx, package, who), cx.right_set(site, target)),
        Claim::AtMostRoles(number, target) => {
            let count = count(cx, number);
            GuaranteeKind::AtMostRoles(count?, cx.right_set(site, target))
        }
        Claim::AtMostUsers(number, role) => {
            let (count, role) = (count(cx, number), cx.role(package, role));
            GuaranteeKind::AtMostUsers(count?, role?)
        }
        Claim::AtLeastUsers(number, role) => {
            let (count, role) = (count(cx, number), cx.role(package, role));
            GuaranteeKind::AtLeastUsers(count?, role?)
        }
        Claim::Needs(target, condition) => needs(cx, site, target, condition),
        Claim::Always(roles, target) => {
            let roles = cx.roles(package, roles);
            let rights: RightSet = cx.right_set(site, target);
            GuaranteeKind::Always(roles, rights)
        }
        Claim::Prerequisite(one, other) => {
            let (one, other) = (cx.role(package, one), cx.role(package, other));
            GuaranteeKind::Prerequisite(one?, other?)
        }
    })
}

fn needs(cx: &mut Cx<'_>, site: Site<'_>, target: &ast::Target, condition: &ast::Condition) -> GuaranteeKind {
    let parts = cx.expand(site, target, Taking::All);
    let conditions = cx.conditions(site, Some(condition), &parts);
    let mut needs = Vec::new();
    for (position, part) in parts.iter().enumerate() {
        let Some(condition) = conditions.get(position) else { continue };
        for right in &part.rights {
            if part.fields.is_empty() {
                needs.push((*right, None, condition));
            }
            needs.extend(part.fields.iter().map(|field| (*right, Some(*field), condition)));
        }
    }
    needs.sort_unstable();
    GuaranteeKind::Needs(needs)
}

fn people(cx: &mut Cx<'_>, package: PackageId, written: &[ast::Who]) -> Vec<Who> {
    let mut people = Vec::with_capacity(written.len());
    for who in written {
        let found = match &who.kind {
            WhoKind::Role { role, heirs: false } => cx.role(package, role).map(Who::Role),
            WhoKind::Role { role, heirs: true } => cx.role(package, role).map(Who::RoleOrHeirs),
            WhoKind::User(name) => cx.user(name).map(Who::User),
            WhoKind::Anyone => Some(Who::Anyone),
            WhoKind::InUnit { unit, below: false } => cx.unit(package, unit).map(Who::InUnit),
            WhoKind::InUnit { unit, below: true } => cx.unit(package, unit).map(Who::InUnitAndBelow),
            WhoKind::OutsideUnit(unit) => cx.unit(package, unit).map(Who::OutsideUnit),
        };
        if let Some(found) = found
            && !people.contains(&found)
        {
            people.push(found);
        }
    }
    people
}

fn count(cx: &mut Cx<'_>, number: &ast::Number) -> Option<u32> {
    let found = number.text.parse::<u32>().ok();
    if found.is_none() {
        cx.out.push(Diagnostic::error(
            &codes::BAD_COUNT,
            text::COUNT.with([("number", (&*number.text).into())]),
            number.span,
            text::VERSION_HERE.plain(),
        ));
    }
    found
}
