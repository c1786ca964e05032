//! `export-of-personal`: what a role exports carries fields with a label, in clear.
//!
//! A warning where nothing but the role is asked for; a note where the line has a condition or a requirement stands before it.

use crate::diagnostic::codes::crm::EXPORT_OF_PERSONAL;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::ConditionId;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&EXPORT_OF_PERSONAL, Group::Crm) };

const WORDS: Words = Words {
    message: &text::EXPORT_OF_PERSONAL,
    here: &text::EXPORT_OF_PERSONAL_HERE,
    help: &text::EXPORT_OF_PERSONAL_HELP,
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let exports = cx.rights().filter(|(id, _)| cx.risks.class(*id) == Class::Export);
    let asked = exports.flat_map(|(id, right)| {
        let fields = cx.model.objects.get(right.object.index()).into_iter().flat_map(|object| object.fields());
        fields.filter(|field| cx.risks.is_labelled(*field)).map(move |field| (id, Some(field)))
    });
    for found in uses(cx, asked, &|_| true) {
        let line = cx.model.rules.get(found.given.line.index());
        let asks = line.is_some_and(|rule| rule.condition != ConditionId::TRUE);
        let guarded = asks || found.rights.iter().all(|right| cx.is_guarded(*right));
        let severity = if guarded { Severity::Info } else { Severity::Warning };
        out.push(found.tell(cx, &EXPORT_OF_PERSONAL, severity, &WORDS));
    }
}
