//! `mass-export`: a role may export every record of an object, with nothing that asks for more than the role.

use crate::diagnostic::codes::crm::MASS_EXPORT;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, unlimited};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&MASS_EXPORT, Group::Crm) };

const WORDS: Words =
    Words { message: &text::MASS_EXPORT, here: &text::MASS_EXPORT_HERE, help: &text::MASS_EXPORT_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, right)| !right.general && cx.risks.class(*id) == Class::Export);
    for found in unlimited(cx, rights.map(|(id, _)| (id, None))) {
        out.push(found.tell(cx, &MASS_EXPORT, Severity::Warning, &WORDS));
    }
}
