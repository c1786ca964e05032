//! `merge-without-delete`: a role may merge records of a kind that it may not delete: of two that are merged, one is gone.

use crate::diagnostic::codes::crm::MERGE_WITHOUT_DELETE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, lacks, of_object, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&MERGE_WITHOUT_DELETE, Group::Crm) };

const WORDS: Words = Words {
    message: &text::MERGE_WITHOUT_DELETE,
    here: &text::MERGE_WITHOUT_DELETE_HERE,
    help: &text::MERGE_WITHOUT_DELETE_HELP,
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, _)| cx.risks.class(*id) == Class::Merge);
    for mut found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        let role = found.role;
        found.rights.retain(|right| {
            let others = of_object(cx, *right, |id| matches!(cx.risks.class(id), Class::Delete | Class::Purge));
            !others.is_empty() && lacks(cx, role, &others)
        });
        if !found.rights.is_empty() {
            out.push(found.tell(cx, &MERGE_WITHOUT_DELETE, Severity::Info, &WORDS));
        }
    }
}
