//! `personal-field-broad`: whoever holds a role reads labelled fields of every record, in clear.

use crate::diagnostic::codes::privilege::PERSONAL_FIELD_BROAD;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, unlimited};
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&PERSONAL_FIELD_BROAD, Group::LeastPrivilege) };

const WORDS: Words = Words {
    message: &text::PERSONAL_FIELD_BROAD,
    here: &text::PERSONAL_FIELD_BROAD_HERE,
    help: &text::PERSONAL_FIELD_BROAD_HELP,
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reads = cx.rights().filter(|(id, right)| !right.general && cx.risks.class(*id) == Class::Read);
    let asked = reads.flat_map(|(id, right)| {
        let fields = cx.model.objects.get(right.object.index()).into_iter().flat_map(|object| object.fields());
        fields.filter(|field| cx.risks.is_labelled(*field)).map(move |field| (id, Some(field)))
    });
    for found in unlimited(cx, asked) {
        out.push(found.tell(cx, &PERSONAL_FIELD_BROAD, Severity::Info, &WORDS));
    }
}
