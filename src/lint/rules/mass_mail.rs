//! `mass-mail`: a role may write to many people at once.

use crate::diagnostic::codes::crm::MASS_MAIL;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&MASS_MAIL, Group::Crm) };

const WORDS: Words = Words { message: &text::MASS_MAIL, here: &text::MASS_MAIL_HERE, help: &text::MASS_MAIL_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, _)| cx.risks.class(*id) == Class::MassMail);
    for found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        out.push(found.tell(cx, &MASS_MAIL, Severity::Info, &WORDS));
    }
}
