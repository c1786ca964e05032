//! `offline-copy`: a role may take a copy of records to a device, which no later change reaches.

use crate::diagnostic::codes::crm::OFFLINE_COPY;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&OFFLINE_COPY, Group::Crm) };

const WORDS: Words =
    Words { message: &text::OFFLINE_COPY, here: &text::OFFLINE_COPY_HERE, help: &text::OFFLINE_COPY_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, _)| cx.risks.class(*id) == Class::Offline);
    for found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        out.push(found.tell(cx, &OFFLINE_COPY, Severity::Info, &WORDS));
    }
}
