//! Contradictions inside one role: an allow that its own deny covers, a right both cancelled and denied.

use crate::analysis::conflict::{common, deny_covers_allow};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::analysis::{CANCELLED_AND_DENIED, DENY_COVERS_ALLOW};
use crate::message::analysis as text;
use crate::model::{CancelTarget, Model, Origin, RightId, Role, Rule, RuleEffect};

pub(in crate::analysis) fn check(model: &Model, out: &mut Vec<Diagnostic>) {
    for role in &model.roles {
        let own = model.rules.get(role.rules.start as usize..role.rules.end as usize).unwrap_or_default();
        let denies: Vec<&Rule> = own.iter().filter(|r| r.effect == RuleEffect::Deny).collect();
        if denies.is_empty() {
            continue;
        }
        covered(model, own, &denies, out);
        cancelled(model, role, &denies, out);
    }
}

/// An allow statement every part of which a deny of the same role covers. A part alone is a finding, not an error:
/// `allow read every object` beside `deny read Salary` is how an exception is written.
fn covered(model: &Model, own: &[Rule], denies: &[&Rule], out: &mut Vec<Diagnostic>) {
    let allows: Vec<&Rule> = own.iter().filter(|r| r.effect == RuleEffect::Allow).collect();
    // Rules of one statement stand together.
    for statement in allows.chunk_by(|a, b| a.origin == b.origin) {
        let covering: Option<Vec<&Rule>> = statement
            .iter()
            .map(|allow| denies.iter().copied().find(|deny| deny_covers_allow(model, deny, allow)))
            .collect();
        let (Some(allow), Some(deny)) = (statement.first(), covering.as_deref().and_then(<[_]>::first)) else {
            continue;
        };
        let role = model.role_name(allow.role);
        let rights = names(model, &allow.rights);
        let diagnostic = Diagnostic::error(
            &DENY_COVERS_ALLOW,
            text::DENY_COVERS_ALLOW.with([("role", role.into()), ("rights", rights.into())]),
            allow.origin.span,
            text::DENY_COVERS_ALLOW_HERE.plain(),
        );
        out.push(
            diagnostic
                .and(deny.origin.span, text::DENY_COVERS_ALLOW_THERE.plain())
                .help(text::DENY_COVERS_ALLOW_HELP.plain()),
        );
    }
}

fn cancelled(model: &Model, role: &Role, denies: &[&Rule], out: &mut Vec<Diagnostic>) {
    let cancels = model.cancels.get(role.cancels.start as usize..role.cancels.end as usize).unwrap_or_default();
    // A cancel of an own rule is reported as such.
    for cancel in cancels.iter().filter(|cancel| cancel.from != cancel.role) {
        let CancelTarget::Denies(targets) = &cancel.target else { continue };
        let clash: Option<(Vec<RightId>, Origin)> = targets.iter().find_map(|(_, rights)| {
            denies.iter().find_map(|deny| {
                let both = common(rights, &deny.rights);
                (!both.is_empty()).then_some((both, deny.origin))
            })
        });
        if let Some((rights, deny)) = clash {
            let args = [("role", model.role_name(cancel.role).into()), ("rights", names(model, &rights).into())];
            let message = text::CANCELLED_AND_DENIED.with(args);
            let here = text::CANCELLED_AND_DENIED_HERE.plain();
            let diagnostic = Diagnostic::error(&CANCELLED_AND_DENIED, message, cancel.origin.span, here)
                .and(deny.span, text::CANCELLED_AND_DENIED_THERE.plain())
                .help(text::CANCELLED_AND_DENIED_HELP.plain());
            out.push(diagnostic);
        }
    }
}

/// `read, export Customer`, as a policy writes it.
fn names(model: &Model, rights: &[RightId]) -> String {
    let actions: Vec<&str> = rights.iter().map(|r| model.action_name(*r)).collect();
    let object = rights.first().and_then(|r| model.rights.get(r.index())).map_or("", |r| model.object_name(r.object));
    format!("{} {object}", actions.join(", "))
}
