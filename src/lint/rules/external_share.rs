//! `external-share`: an external role may open records to others, or a role may open every record.

use crate::diagnostic::codes::crm::EXTERNAL_SHARE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, external_uses, unlimited};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::Right;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&EXTERNAL_SHARE, Group::Crm) };

const OUTSIDE: Words =
    Words { message: &text::EXTERNAL_SHARE, here: &text::EXTERNAL_SHARE_HERE, help: &text::EXTERNAL_SHARE_HELP };
const ALL: Words =
    Words { message: &text::SHARE_ALL, here: &text::EXTERNAL_SHARE_HERE, help: &text::EXTERNAL_SHARE_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let is_share = |id| cx.risks.class(id) == Class::Share;
    for found in external_uses(cx, is_share) {
        out.push(found.tell(cx, &EXTERNAL_SHARE, Severity::Warning, &OUTSIDE));
    }
    // Where records are shared with nobody in particular, sharing opens nothing.
    let is_shared = |right: &Right| cx.model.objects.get(right.object.index()).is_some_and(|o| !o.shared.is_empty());
    let shares = cx.rights().filter(|(id, right)| !right.general && is_share(*id) && is_shared(right));
    for found in unlimited(cx, shares.map(|(id, _)| (id, None))) {
        // Named above already.
        if cx.model.roles.get(found.role.index()).is_some_and(|role| !role.external) {
            out.push(found.tell(cx, &EXTERNAL_SHARE, Severity::Warning, &ALL));
        }
    }
}
