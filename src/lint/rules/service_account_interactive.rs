//! `service-account-interactive`: an account that looks like a program's holds a role that people hold too, or administers.

use crate::diagnostic::codes::crm::SERVICE_ACCOUNT_INTERACTIVE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::crm as text;
use crate::model::{Model, RightId, RoleId, UserId};
use crate::risk::{Class, is_service_account};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&SERVICE_ACCOUNT_INTERACTIVE, Group::Crm) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let is_program = |user: UserId| model.users.get(user.index()).is_some_and(|user| is_service_account(model, user));
    let people = (0..model.users.len()).map(UserId::from_index);
    let (programs, people): (Vec<UserId>, Vec<UserId>) = people.partition(|user| is_program(*user));
    if programs.is_empty() {
        return;
    }
    let hats = |user: UserId| cx.hats.of(user).iter();
    let of_people: BTreeSet<RoleId> = people.into_iter().flat_map(hats).map(|hat| hat.role).collect();
    for user in programs {
        let name = ("user", model.user_name(user).into());
        let mut told: BTreeSet<RoleId> = BTreeSet::new();
        for hat in hats(user) {
            let administers: Vec<RightId> =
                cx.access.rights(hat.role).iter().copied().filter(|right| administers(cx, *right)).collect();
            let shared = of_people.contains(&hat.role);
            if (administers.is_empty() && !shared) || !told.insert(hat.role) {
                continue;
            }
            let role = model.role_name(hat.role);
            let (severity, message) = if administers.is_empty() {
                (Severity::Info, text::SERVICE_ACCOUNT_SHARED.with([name.clone(), ("role", role.into())]))
            } else {
                let what = ("rights", shown::rights(model, &administers).into());
                (Severity::Warning, text::SERVICE_ACCOUNT_ADMIN.with([name.clone(), what]))
            };
            let here = text::SERVICE_ACCOUNT_HERE.plain();
            let one = Diagnostic::warning(&SERVICE_ACCOUNT_INTERACTIVE, message, hat.origin.span, here);
            let one = Diagnostic { severity, ..one }.about([model.user_name(user), role]);
            let shown = administers.first().and_then(|right| cx.access.person_given(user, *right, None));
            out.push(one.witness(shown).help(text::SERVICE_ACCOUNT_HELP.plain()));
        }
    }
}

fn administers(cx: &Context<'_>, right: RightId) -> bool {
    let object = |model: &Model| Some(model.objects.get(model.rights.get(right.index())?.object.index())?.administers);
    object(cx.model).flatten().is_some() && cx.risks.class(right) != Class::Read
}
