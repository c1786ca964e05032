//! `import-overwrite`: a role may import records of a kind that it may not update: in many systems an import writes over what is there.

use crate::diagnostic::codes::crm::IMPORT_OVERWRITE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, lacks, of_object, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::ActsAs;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&IMPORT_OVERWRITE, Group::Crm) };

const WORDS: Words =
    Words { message: &text::IMPORT_OVERWRITE, here: &text::IMPORT_OVERWRITE_HERE, help: &text::IMPORT_OVERWRITE_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let rights = cx.rights().filter(|(id, _)| cx.risks.class(*id) == Class::Import);
    for mut found in uses(cx, rights.map(|(id, _)| (id, None)), &|_| true) {
        let role = found.role;
        found.rights.retain(|right| {
            let others = of_object(cx, *right, |id| {
                cx.model.rights.get(id.index()).is_some_and(|right| right.acts_as == Some(ActsAs::Update))
            });
            !others.is_empty() && lacks(cx, role, &others)
        });
        if !found.rights.is_empty() {
            out.push(found.tell(cx, &IMPORT_OVERWRITE, Severity::Info, &WORDS));
        }
    }
}
