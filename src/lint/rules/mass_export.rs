//! `mass-export`: a role may export every record of an object, with nothing that asks for more than the role.

use crate::diagnostic::codes::crm::MASS_EXPORT;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::uses;
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::{ConditionId, Rule, ScopeId};
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&MASS_EXPORT, Group::Crm) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let exports =
        cx.rights().filter(|(id, right)| !right.general && cx.risks.class(*id) == Class::Export && !cx.is_guarded(*id));
    let all = |rule: &Rule| rule.scope == ScopeId::ALL && rule.condition == ConditionId::TRUE;
    for found in uses(cx, exports.map(|(id, _)| (id, None)), &all) {
        let message = text::MASS_EXPORT.with(found.args(cx));
        let one = found.report(cx, &MASS_EXPORT, Severity::Warning, message, &text::MASS_EXPORT_HERE);
        out.push(one.help(text::MASS_EXPORT_HELP.plain()));
    }
}
