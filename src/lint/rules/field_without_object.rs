//! `field-without-object`: a role has a right on fields of records that it may not open, nor does whoever holds it otherwise.

use crate::diagnostic::codes::crm::FIELD_WITHOUT_OBJECT;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, lacks, uses};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::{Coverage, FieldId, RightId, Rule, RuleEffect};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&FIELD_WITHOUT_OBJECT, Group::Crm) };

const WORDS: Words = Words {
    message: &text::FIELD_WITHOUT_OBJECT,
    here: &text::FIELD_WITHOUT_OBJECT_HERE,
    help: &text::FIELD_WITHOUT_OBJECT_HELP,
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut asked: BTreeSet<(RightId, FieldId)> = BTreeSet::new();
    for rule in cx.model.rules.iter().filter(|rule| rule.effect == RuleEffect::Allow) {
        if let Coverage::Fields(fields) = &rule.coverage {
            let on_records = |right: &&RightId| cx.model.rights.get(right.index()).is_some_and(|right| !right.general);
            let rights = rule.rights.iter().filter(on_records);
            asked.extend(rights.flat_map(|right| fields.iter().map(|field| (*right, *field))));
        }
    }
    let on_fields = |rule: &Rule| matches!(rule.coverage, Coverage::Fields(_));
    let asked = asked.into_iter().map(|(right, field)| (right, Some(field)));
    for mut found in uses(cx, asked, &on_fields) {
        let role = found.role;
        found.rights.retain(|right| lacks(cx, role, &[*right]));
        if !found.rights.is_empty() {
            out.push(found.tell(cx, &FIELD_WITHOUT_OBJECT, Severity::Warning, &WORDS));
        }
    }
}
