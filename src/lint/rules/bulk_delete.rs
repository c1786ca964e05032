//! `bulk-delete`: a role may remove records in bulk or for good, or every record of an object whose records belong to somebody.

use crate::diagnostic::codes::crm::BULK_DELETE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, can_be_narrowed, unlimited, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&BULK_DELETE, Group::Crm) };

const WORDS: Words =
    Words { message: &text::BULK_DELETE, here: &text::BULK_DELETE_HERE, help: &text::BULK_DELETE_HELP };
const PURGE: Words = Words { message: &text::PURGE, here: &text::PURGE_HERE, help: &text::BULK_DELETE_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let of = |class| cx.rights().filter(move |(id, _)| cx.risks.class(*id) == class);
    // Lists that belong to nobody, such as stages and tags, are kept by whoever administers them.
    let one_by_one = of(Class::Delete).filter(|(id, right)| !right.general && can_be_narrowed(cx.model, *id));
    for found in unlimited(cx, one_by_one.map(|(id, _)| (id, None))) {
        out.push(found.tell(cx, &BULK_DELETE, Severity::Warning, &WORDS));
    }
    for found in uses(cx, of(Class::Purge).map(|(id, _)| (id, None)), &|_| true) {
        out.push(found.tell(cx, &BULK_DELETE, Severity::Warning, &PURGE));
    }
}
