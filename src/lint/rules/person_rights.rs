//! `person-rights`: the roles of one person add up to more rights, objects or a greater share of all rights than the budget.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::PERSON_RIGHTS;
use crate::lint::counted::{Counted, Limits};
use crate::lint::holders::who;
use crate::lint::persons::heaped;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::RightId;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&PERSON_RIGHTS, Group::LeastPrivilege) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let budgets = &cx.settings.budgets;
    let limits = Limits {
        rights: budgets.rights_per_person,
        objects: budgets.objects_per_person,
        share: budgets.share_per_person,
    };
    let of_role =
        Limits { rights: budgets.rights_per_role, objects: budgets.objects_per_role, share: budgets.share_per_role };
    let is_above = |rights: &[RightId], limits: &Limits| !Counted::new(cx, rights).above(limits).is_empty();
    for (person, rights) in heaped(cx, |all| is_above(all, &limits), |one| is_above(one, &of_role)) {
        let Some(place) = person.seats.iter().find_map(|seat| seat.origin) else { continue };
        let counts = Counted::new(cx, &rights).above(&limits);
        let args = [("who", who(cx.model, Some(person.user), person.count).into()), ("counts", counts.into())];
        let here = text::PERSON_RIGHTS_HERE.plain();
        let one = Diagnostic::warning(&PERSON_RIGHTS, text::PERSON_RIGHTS.with(args), place.span, here);
        out.push(person.place(cx, one).help(text::PERSON_RIGHTS_HELP.plain()));
    }
}
