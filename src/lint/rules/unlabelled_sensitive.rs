//! `unlabelled-sensitive`: a field whose name says that it is about a person has no label.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::UNLABELLED_SENSITIVE;
use crate::lint::shown::names;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::risk::is_personal;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&UNLABELLED_SENSITIVE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    // A package without labels does not class its data at all.
    if model.labels.is_empty() {
        return;
    }
    for object in &model.objects {
        let fields = object.fields().filter_map(|id| model.fields.get(id.index()));
        let bare = fields.filter(|field| field.labels.is_empty() && is_personal(model, field));
        let bare: Vec<_> = bare.map(|field| (model.text(field.name), field.origin.span)).collect();
        let Some((_, place)) = bare.first() else { continue };
        let object = model.text(object.name);
        let list = || bare.iter().map(|(name, _)| *name);
        let args = [("object", object.into()), ("names", names(list()).into())];
        let here = text::UNLABELLED_HERE.plain();
        let found = Diagnostic::info(&UNLABELLED_SENSITIVE, text::UNLABELLED.with(args), *place, here);
        out.push(found.about(std::iter::once(object).chain(list())).help(text::UNLABELLED_HELP.plain()));
    }
}
