//! `review-overdue`: a role, or a suspension with no end, was to be reviewed before now.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::REVIEW_OVERDUE;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::words;

pub(super) const LINT: Lint = Lint { code: &REVIEW_OVERDUE, group: Group::Hygiene, needs_now: true, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let (Some(now), model) = (cx.now, cx.model) else { return };
    for role in &model.roles {
        let Some((review, due)) = role.review.as_ref().and_then(|r| r.due.map(|due| (r, due))) else { continue };
        if due <= now {
            let args = [("role", model.text(role.name).into()), ("due", words::instant(model, due).into())];
            let here = text::REVIEW_OVERDUE_HERE.plain();
            let diagnostic =
                Diagnostic::warning(&REVIEW_OVERDUE, text::REVIEW_OVERDUE.with(args), review.origin.span, here)
                    .about([model.text(role.name)])
                    .help(text::REVIEW_OVERDUE_HELP.plain());
            out.push(diagnostic);
        }
    }
    for suspension in &model.suspensions {
        let Some(due) = suspension.review_before.filter(|due| *due <= now) else { continue };
        if model.window(suspension.window).until > now {
            let args = [("due", words::instant(model, due).into())];
            let here = text::REVIEW_OVERDUE_HERE.plain();
            let message = text::SUSPENSION_REVIEW_OVERDUE.with(args);
            let diagnostic = Diagnostic::warning(&REVIEW_OVERDUE, message, suspension.origin.span, here)
                .help(text::SUSPENSION_REVIEW_OVERDUE_HELP.plain());
            out.push(diagnostic);
        }
    }
}
