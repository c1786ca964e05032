//! `external-share`: an external role may open records to others, or a role may open every record; equal rows are told once.

use crate::diagnostic::codes::crm::EXTERNAL_SHARE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Use, Words, external_uses, unlimited};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::{Model, Right};
use crate::risk::Class;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&EXTERNAL_SHARE, Group::Crm) };

const OUTSIDE: Words =
    Words { message: &text::EXTERNAL_SHARE, here: &text::EXTERNAL_SHARE_HERE, help: &text::EXTERNAL_SHARE_HELP };
const ALL: Words =
    Words { message: &text::SHARE_ALL, here: &text::EXTERNAL_SHARE_HERE, help: &text::EXTERNAL_SHARE_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let is_share = |id| cx.risks.class(id) == Class::Share;
    for found in by_object(cx.model, external_uses(cx, is_share)) {
        out.push(found.tell(cx, &EXTERNAL_SHARE, Severity::Warning, &OUTSIDE));
    }
    // Where records are shared with nobody in particular, sharing opens nothing.
    let is_shared = |right: &Right| cx.model.objects.get(right.object.index()).is_some_and(|o| !o.shared.is_empty());
    let shares = cx.rights().filter(|(id, right)| !right.general && is_share(*id) && is_shared(right));
    for found in by_object(cx.model, unlimited(cx, shares.map(|(id, _)| (id, None)))) {
        // Named above already.
        if cx.model.roles.get(found.role.index()).is_some_and(|role| !role.external) {
            out.push(found.tell(cx, &EXTERNAL_SHARE, Severity::Warning, &ALL));
        }
    }
}

/// Equal rows of one role on one object as one, told at the first.
fn by_object(model: &Model, found: Vec<Use>) -> Vec<Use> {
    let mut rows: BTreeMap<_, Use> = BTreeMap::new();
    for one in found {
        let object = one.rights.first().and_then(|right| model.rights.get(right.index())).map(|right| right.object);
        let rule = model.rules.get(one.given.line.index());
        let limits = rule.map(|rule| (rule.scope, rule.condition, rule.window));
        match rows.entry((one.role, object, limits)) {
            Entry::Vacant(row) => {
                row.insert(one);
            }
            Entry::Occupied(mut row) => {
                let rights = &mut row.get_mut().rights;
                rights.extend(one.rights);
                rights.sort_unstable();
                rights.dedup();
            }
        }
    }
    rows.into_values().collect()
}
