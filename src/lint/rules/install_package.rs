//! `install-package`: a role may put code or applications into the system.

use crate::diagnostic::codes::crm::INSTALL_PACKAGE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&INSTALL_PACKAGE, Group::Crm) };

const WORDS: Words =
    Words { message: &text::INSTALL_PACKAGE, here: &text::INSTALL_PACKAGE_HERE, help: &text::INSTALL_PACKAGE_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, _)| cx.risks.class(*id) == Class::Install);
    for found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        out.push(found.tell(cx, &INSTALL_PACKAGE, Severity::Warning, &WORDS));
    }
}
