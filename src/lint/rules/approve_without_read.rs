//! `approve-without-read`: a role approves records of a kind that it may not read, nor does whoever holds it otherwise.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::crm::APPROVE_WITHOUT_READ;
use crate::lint::given::{Words, without_read};
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&APPROVE_WITHOUT_READ, Group::Crm) };

const WORDS: Words =
    Words { message: &text::APPROVE_WITHOUT_READ, here: &text::WITHOUT_READ_HERE, help: &text::WITHOUT_READ_HELP };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    out.extend(without_read(cx, |class| class == Class::Approve, &APPROVE_WITHOUT_READ, &WORDS));
}
