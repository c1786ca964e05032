//! `unscoped-write`: a sensitive right that changes something reaches every record, with nothing that asks for more than the role.
//!
//! Rights with a rule of their own (exports, deletions, sharing …) are left to it, and so is what administers the system.

use crate::diagnostic::codes::privilege::UNSCOPED_WRITE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::given::{Words, can_be_narrowed, unlimited};
use crate::lint::sweeping::{full_admins, is_business, is_full_admin};
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&UNSCOPED_WRITE, Group::LeastPrivilege) };

const WORDS: Words =
    Words { message: &text::UNSCOPED_WRITE, here: &text::UNSCOPED_WRITE_HERE, help: &text::UNSCOPED_WRITE_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let elsewhere = |class| {
        use Class::{Bypass, Delete, Export, Install, MassMail, Offline, Purge, Read, Share};
        matches!(class, Read | Export | Delete | Purge | Bypass | Install | MassMail | Offline | Share)
    };
    let rights = cx.rights().filter(|(id, right)| {
        let writes = !right.general && !elsewhere(cx.risks.class(*id)) && cx.risks.is_sensitive(*id);
        writes && can_be_narrowed(cx.model, *id) && is_business(cx, *id)
    });
    let admins = full_admins(cx);
    let is_admin = is_full_admin(cx, &admins);
    for found in unlimited(cx, rights.map(|(id, _)| (id, None))) {
        if !is_admin(found.role) {
            out.push(found.tell(cx, &UNSCOPED_WRITE, Severity::Warning, &WORDS));
        }
    }
}
