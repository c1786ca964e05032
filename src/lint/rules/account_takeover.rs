//! `account-takeover`: whoever may change the login of others acts as them, with what they hold now and whatever they are
//! given later. Where somebody among them can reach every right, `path-to-admin` says so instead.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::ACCOUNT_TAKEOVER;
use crate::facts::{Actor, Gain, Power};
use crate::lint::given::Use;
use crate::lint::powers::{administered, args, arising};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::{Administers, RightId, UserId};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ACCOUNT_TAKEOVER, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let found = arising(cx, |power: &Power| matches!(power.gain, Gain::People(_)));
    if found.is_empty() {
        return;
    }
    let people = people(cx);
    for one in found.iter().filter(|one| cx.escalation().steps(Actor::Role(one.role)).is_none()) {
        let [role, rights] = args(cx, one);
        let message = match strongest(cx, one, &people) {
            Some((user, more)) => text::TAKEOVER_OF.with([
                role,
                rights,
                ("user", cx.model.user_name(user).into()),
                ("count", more.len().into()),
                ("gained", shown::rights(cx.model, &more).into()),
            ]),
            None if is_open(cx, one) => text::TAKEOVER.with([role, rights]),
            // Nobody whose login it is has more to fear.
            None => continue,
        };
        let report = one.report(cx, &ACCOUNT_TAKEOVER, ACCOUNT_TAKEOVER.level, message, &text::TAKEOVER_HERE);
        out.push(report.help(text::TAKEOVER_HELP.plain()));
    }
}

/// Whether the policy does not say whose login may be changed.
fn is_open(cx: &Context<'_>, one: &Use) -> bool {
    let powers = cx.escalation().powers(Actor::Role(one.role));
    powers.iter().any(|power| power.gain == Gain::People(crate::facts::Whom::Some))
}

/// Everybody with the sensitive rights that their roles give.
fn people(cx: &Context<'_>) -> Vec<(UserId, Vec<RightId>)> {
    let mut people = Vec::new();
    for (user, hats) in cx.hats.people() {
        let rights = hats.iter().flat_map(|hat| cx.access.rights(hat.role).iter().copied().collect::<Vec<_>>());
        let mut sensitive: Vec<RightId> = rights.filter(|right| is_worth_it(cx, *right)).collect();
        sensitive.sort_unstable();
        sensitive.dedup();
        if !sensitive.is_empty() {
            people.push((user, sensitive));
        }
    }
    people
}

/// Sensitive, and not just power over logins, which whoever changes logins has already.
fn is_worth_it(cx: &Context<'_>, right: RightId) -> bool {
    cx.risks.is_sensitive(right) && administered(cx.model, right) != Some(Administers::Users)
}

/// The strongest person who can be taken over, with their sensitive rights that the role has not.
fn strongest(cx: &Context<'_>, one: &Use, people: &[(UserId, Vec<RightId>)]) -> Option<(UserId, Vec<RightId>)> {
    let escalation = cx.escalation();
    let who = Actor::Role(one.role);
    let power = escalation.powers(who).iter().find(|power| matches!(power.gain, Gain::People(_)))?;
    let is_more = |right: &RightId| is_worth_it(cx, *right) && !cx.access.can(one.role, *right);
    let counted = people.iter().map(|(user, rights)| (rights.iter().filter(|right| is_more(right)).count(), *user));
    let mut ranked: Vec<(usize, UserId)> = counted.filter(|(count, _)| *count > 0).collect();
    ranked.sort_by_key(|(count, user)| (std::cmp::Reverse(*count), *user));
    let user = escalation.takes_over(&cx.access, who, power, ranked.into_iter().map(|(_, user)| user))?;
    let more: Vec<RightId> = cx.access.person_rights(user).iter().copied().filter(is_more).collect();
    (!more.is_empty()).then_some((user, more))
}
