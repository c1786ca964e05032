//! `sharing-bypass`: a role has a right that reads or writes whatever sharing says.

use crate::diagnostic::codes::crm::SHARING_BYPASS;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&SHARING_BYPASS, Group::Crm) };

const WORDS: Words =
    Words { message: &text::SHARING_BYPASS, here: &text::SHARING_BYPASS_HERE, help: &text::SHARING_BYPASS_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, _)| cx.risks.class(*id) == Class::Bypass);
    for found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        out.push(found.tell(cx, &SHARING_BYPASS, Severity::Warning, &WORDS));
    }
}
