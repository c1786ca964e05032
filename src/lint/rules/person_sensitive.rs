//! `person-sensitive`: the roles of one person add up to more sensitive rights than the budget.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::PERSON_SENSITIVE;
use crate::lint::counted::{number, sensitive};
use crate::lint::holders::who;
use crate::lint::persons::heaped;
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&PERSON_SENSITIVE, Group::LeastPrivilege) };

/// Requests that show it.
const SHOWN: usize = 20;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let most = cx.settings.budgets.sensitive_per_person;
    let of_role = cx.settings.budgets.sensitive_per_role;
    let is_above = |rights: &_, most: u32| sensitive(cx, rights).len() > most as usize;
    for (person, known) in heaped(cx, |all| is_above(all, most), |one| is_above(one, of_role)) {
        let Some(place) = person.seats.iter().find_map(|seat| seat.origin) else { continue };
        let found = sensitive(cx, &known);
        let args = [
            ("who", who(cx.model, Some(person.user), person.count).into()),
            ("count", found.len().into()),
            ("most", number(most)),
            ("rights", shown::rights(cx.model, &found).into()),
        ];
        let here = text::PERSON_RIGHTS_HERE.plain();
        let one = Diagnostic::warning(&PERSON_SENSITIVE, text::PERSON_SENSITIVE.with(args), place.span, here);
        let shown = found.iter().take(SHOWN).filter_map(|right| cx.access.person_given(person.user, *right, None));
        out.push(person.place(cx, one.witness(shown)).help(text::PERSON_RIGHTS_HELP.plain()));
    }
}
