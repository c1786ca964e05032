//! `idle-require`: nobody is kept from anything by a requirement.

use crate::diagnostic::codes::lines::IDLE_REQUIRE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;

pub(super) const LINT: Lint = Lint { code: &IDLE_REQUIRE, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for id in cx.facts().idle_requires.keys() {
        let Some(require) = cx.model.requires.get(id.index()) else { continue };
        let here = text::IDLE_REQUIRE_HERE.plain();
        let found = Diagnostic::info(&IDLE_REQUIRE, text::IDLE_REQUIRE.plain(), require.origin.span, here);
        let name = require.name.map(|name| cx.model.text(name).to_owned());
        out.push(Diagnostic { severity: Severity::Info, ..found }.about(name).help(text::IDLE_REQUIRE_HELP.plain()));
    }
}
