//! `unmarked-action`: an action whose name says that it makes or changes records, and whose declaration does not.
//!
//! Owner, unit and team of a record are guarded where an action is `create` or `update`, or says `creates` or `updates`. An
//! action of another name that does the same is not held to that.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::upkeep::UNMARKED_ACTION;
use crate::lint::{Context, Group, Lint};
use crate::message::upkeep as text;
use crate::model::Object;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&UNMARKED_ACTION, Group::Correctness) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    // Where nothing says to whom a record belongs, there is nothing to guard.
    let belongs = |object: &Object| object.owner.is_some() || object.unit.is_some() || object.team.is_some();
    for (id, right) in cx.rights() {
        let Some(object) = model.objects.get(right.object.index()).filter(|object| belongs(object)) else { continue };
        let word = match cx.risks.class(id) {
            // What acts on a record makes no other one that is known of: `append` to it, `add` it somewhere.
            Class::Create if right.general => "creates",
            Class::Update => "updates",
            _ => continue,
        };
        if right.acts_as.is_some() || !right.changes.is_empty() || object.administers.is_some() {
            continue;
        }
        let (action, name) = (model.text(right.action), model.text(object.name));
        let args = [("action", action.into()), ("object", name.into()), ("word", word.into())];
        let here = text::UNMARKED_ACTION_HERE.with([("word", word.into())]);
        let found = Diagnostic::info(&UNMARKED_ACTION, text::UNMARKED_ACTION.with(args), right.origin.span, here);
        out.push(found.about([action, name]).help(text::UNMARKED_ACTION_HELP.with([("word", word.into())])));
    }
}
