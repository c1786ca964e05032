//! `coverage-gap`: declared rights that nobody can use, whatever the record, the request and the time.
//!
//! Off by default: many policies declare what nobody is to do.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::COVERAGE_GAP;
use crate::lint::shown::names;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::RightId;
use crate::time::ANCHOR;

pub(super) const LINT: Lint = Lint { optional: true, check, ..Lint::new(&COVERAGE_GAP, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    // A package without people is a library: others assign its roles.
    let Some(somebody) = cx.hats.people().find(|(_, hats)| !hats.is_empty()).map(|(user, _)| user) else { return };
    for object in &model.objects {
        let unused: Vec<RightId> =
            object.rights().filter(|right| cx.access.anybody_can(*right) == Some(false)).collect();
        let Some(first) = unused.first() else { continue };
        let name = model.text(object.name);
        let actions = names(unused.iter().map(|right| model.action_name(*right)));
        let message = text::COVERAGE_GAP.with([("object", name.into()), ("actions", actions.into())]);
        let found = Diagnostic::info(&COVERAGE_GAP, message, object.origin.span, text::DECLARED_HERE.plain())
            .about(std::iter::once(name).chain(unused.iter().map(|right| model.action_name(*right))))
            .help(text::COVERAGE_GAP_HELP.plain());
        out.push(found.witness(cx.access.person_refused(somebody, *first, cx.now.unwrap_or(ANCHOR))));
    }
}
