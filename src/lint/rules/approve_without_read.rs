//! `approve-without-read`: a role approves records of a kind that it may not read, nor does whoever holds it otherwise.

use crate::diagnostic::codes::crm::APPROVE_WITHOUT_READ;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, lacks, of_object, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&APPROVE_WITHOUT_READ, Group::Crm) };

const WORDS: Words =
    Words { message: &text::APPROVE_WITHOUT_READ, here: &text::WITHOUT_READ_HERE, help: &text::WITHOUT_READ_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, _)| matches!(cx.risks.class(*id), Class::Approve));
    for mut found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        let role = found.role;
        found.rights.retain(|right| {
            let reads = of_object(cx, *right, |id| cx.risks.class(id) == Class::Read);
            !reads.is_empty() && lacks(cx, role, &reads)
        });
        if !found.rights.is_empty() {
            out.push(found.tell(cx, &APPROVE_WITHOUT_READ, Severity::Warning, &WORDS));
        }
    }
}
