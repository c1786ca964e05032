//! Names longer than a table can hold, told where they stand and not only when one is written.

use super::context::Cx;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::resolve as codes;
use crate::message::resolve as text;
use crate::model::{LONGEST_NAME, Model, Origin};
use crate::source::Symbol;

/// Reports every declared name, and every id of a person, that is too long. Names that rows make are told where their
/// file is named.
pub(super) fn check(cx: &mut Cx<'_>) {
    for (name, origin) in too_long(&cx.model) {
        let length = cx.text(name).len();
        let start: String = cx.text(name).chars().take(SHOWN).collect();
        cx.out.push(
            Diagnostic::error(
                &codes::NAME_TOO_LONG,
                text::NAME_TOO_LONG.with([
                    ("name", format!("{start}…").into()),
                    ("length", length.into()),
                    ("most", LONGEST_NAME.into()),
                ]),
                origin.span,
                text::NAME_TOO_LONG_HERE.plain(),
            )
            .help(text::NAME_TOO_LONG_HELP.plain()),
        );
    }
}

/// So much of it is shown.
const SHOWN: usize = 40;

fn too_long(model: &Model) -> Vec<(Symbol, Origin)> {
    let mut found = Vec::new();
    let mut add = |name: Symbol, origin: Origin| {
        if model.text(name).len() > LONGEST_NAME {
            found.push((name, origin));
        }
    };
    model.roles.iter().for_each(|role| add(role.name, role.origin));
    model.objects.iter().for_each(|object| add(object.name, object.origin));
    for right in &model.rights {
        // Actions are declared with their object.
        if let Some(object) = model.objects.get(right.object.index()) {
            add(right.action, object.origin);
        }
    }
    model.fields.iter().for_each(|field| add(field.name, field.origin));
    model.units.iter().for_each(|unit| add(unit.name, unit.origin));
    for found in &model.enums {
        found.values.iter().for_each(|value| add(value.name, found.origin));
    }
    for user in &model.users {
        std::iter::once(&user.id).chain(&user.other_ids).for_each(|id| add(*id, user.origin));
    }
    found
}
