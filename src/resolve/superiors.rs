//! Circles among superiors.

use super::context::Cx;
use super::users::Everybody;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::people as codes;
use crate::message::people as text;
use crate::model::UserId;

/// Reports each circle once and cuts it at its first person.
pub(super) fn check(cx: &mut Cx<'_>, everybody: &Everybody<'_>) {
    let count = cx.model.users.len();
    // 0 is not seen, 1 on the way, 2 done.
    let mut state = vec![0u8; count];
    let mut path: Vec<usize> = Vec::new();
    for start in 0..count {
        let mut at = start;
        let mut ended = false;
        while state.get(at) == Some(&0) {
            if let Some(state) = state.get_mut(at) {
                *state = 1;
            }
            path.push(at);
            match cx.model.users.get(at).and_then(|user| user.reports_to) {
                Some(next) => at = next.index(),
                None => {
                    ended = true;
                    break;
                }
            }
        }
        let begin = path.iter().position(|user| *user == at).filter(|_| !ended && state.get(at) == Some(&1));
        if let Some(begin) = begin {
            circle(cx, everybody, path.get(begin..).unwrap_or(&[]));
        }
        for user in path.drain(..) {
            if let Some(state) = state.get_mut(user) {
                *state = 2;
            }
        }
    }
}

fn circle(cx: &mut Cx<'_>, everybody: &Everybody<'_>, users: &[usize]) {
    let Some((first, least)) = users.iter().enumerate().min_by_key(|(_, user)| **user) else { return };
    let (behind, ahead) = users.split_at(first);
    let ring: Vec<UserId> = ahead.iter().chain(behind).map(|user| UserId::from_index(*user)).collect();
    let names: Vec<String> = ring.iter().take(8).map(|user| format!("`{}`", cx.model.user_name(*user))).collect();
    let second = ring.get(1).or(ring.first()).copied().unwrap_or(UserId(0));
    let span = |user: usize| {
        let mention = everybody.mentions.of(user).first();
        mention.map(|mention| everybody.span(*mention))
    };
    let Some(here) = span(*least) else { return };
    let diagnostic = Diagnostic::error(
        &codes::REPORTS_CYCLE,
        if ring.len() == 1 { &text::REPORTS_SELF } else { &text::REPORTS_CYCLE }.with([("path", names.into())]),
        here,
        text::REPORTS_CYCLE_HERE.with([
            ("one", cx.model.user_name(UserId::from_index(*least)).into()),
            ("two", cx.model.user_name(second).into()),
        ]),
    )
    .help(text::REPORTS_CYCLE_HELP.plain());
    cx.out.push(diagnostic);
    if let Some(user) = cx.model.users.get_mut(*least) {
        user.reports_to = None;
    }
}
