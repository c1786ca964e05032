//! The answer of `why` as JSON, and the words that both forms share.

use super::output::Output;
use super::question::{Policy, Target};
use super::ways::{spot_json, way_json};
use super::why::Args;
use crate::explain::{Change, Climb, Effect, Fact, Obstacle, Person, Turn, Verdict, Why};
use crate::message::cli as text;
use crate::render;
use crate::source::join_path;
use serde_json::{Value, json};

/// The document.
pub(super) fn why_json(why: &Why, args: &Args, target: &Target<'_>, time: i64, policy: &Policy, out: &Output) -> Value {
    let verdict = match why.verdict {
        Verdict::Yes => "yes",
        Verdict::No => "no",
        Verdict::Depends => "depends",
    };
    json!({
        "format_version": render::FORMAT_VERSION,
        "question": {
            "user": args.user, "believed": args.belief, "action": args.action,
            "object": target.object, "field": target.field, "at": policy.json_instant(Some(time)),
        },
        "verdict": verdict,
        "reason": why.reason.name(),
        "hidden": why.hidden,
        "masked": why.masked,
        "missing": why.missing,
        "notes": why.notes.iter().map(|note| out.words(note)).collect::<Vec<_>>(),
        "unusable": why.unusable.iter().map(|(name, reason)| {
            json!({ "attribute": name, "reason": out.words(reason) })
        }).collect::<Vec<_>>(),
        "ignored": why.ignored,
        "on_behalf_of": person(why.on_behalf_of.as_ref()),
        "valid_until": policy.json_instant(why.valid_until),
        "climbs": why.climbs.iter().map(|climb| climb_json(climb, policy, out)).collect::<Vec<_>>(),
        "obstacles": why.obstacles.iter().map(|obstacle| obstacle_json(obstacle, policy, out)).collect::<Vec<_>>(),
        "ways": why.ways.iter().map(|way| way_json(way, policy, out)).collect::<Vec<_>>(),
        "change": why.change.as_ref().map(|change| change_json(change, policy, out)),
        "tried": {
            "candidates": why.tried.candidates,
            "compiled": why.tried.compiled,
            "limited": why.tried.limited,
            "broken_guarantees": why.tried.broken_guarantees,
        },
    })
}

fn person(person: Option<&Person>) -> Value {
    person.map_or(Value::Null, |person| json!({ "id": person.id, "name": person.title }))
}

fn climb_json(climb: &Climb, policy: &Policy, out: &Output) -> Value {
    json!({
        "role": climb.role,
        "path": climb.path,
        "rule": climb.rule.as_ref().map(|rule| out.words(rule)),
        "template": climb.template,
        "place": spot_json(climb.spot.as_ref(), policy),
        "held_at": spot_json(climb.held_at.as_ref(), policy),
        "on_behalf_of": person(climb.on_behalf_of.as_ref()),
        "reached": climb.reached.name(),
        "because": climb.because.iter().map(|because| out.words(because)).collect::<Vec<_>>(),
    })
}

fn obstacle_json(obstacle: &Obstacle, policy: &Policy, out: &Output) -> Value {
    json!({
        "step": obstacle.step.name(),
        "message": out.words(&obstacle.message),
        "place": spot_json(obstacle.spot.as_ref(), policy),
        "reason": obstacle.reason,
    })
}

fn change_json(change: &Change, policy: &Policy, out: &Output) -> Value {
    let statements = change.statements.iter().map(|statement| {
        json!({
            "path": join_path(&policy.base, &statement.file),
            "line": statement.line,
            "before": statement.before,
            "after": statement.after,
        })
    });
    let effects = change.effects.iter().map(|effect| {
        let turn = match effect.turn {
            Turn::Gained => "gained",
            Turn::Lost => "lost",
            Turn::Changed => "changed",
        };
        json!({ "user": effect.user, "object": effect.object, "action": effect.action, "turn": turn })
    });
    json!({
        "message": out.words(&change.message),
        "statements": statements.collect::<Vec<_>>(),
        "facts": change.facts.iter().map(|f| json!({ "attribute": f.attribute, "value": f.value })).collect::<Vec<_>>(),
        "effects": effects.collect::<Vec<_>>(),
        "compared_all": change.compared_all,
    })
}

/// `request.mfa = true`
pub(super) fn fact_words(fact: &Fact) -> String {
    format!("{} = {}", fact.attribute, fact.value)
}

/// What happens to a right of somebody.
pub(super) fn effect_words(effect: &Effect, out: &Output) -> String {
    let entry = match effect.turn {
        Turn::Gained => &text::EFFECT_GAINED,
        Turn::Lost => &text::EFFECT_LOST,
        Turn::Changed => &text::EFFECT_CHANGED,
    };
    let user = effect.title.as_ref().map_or_else(|| effect.user.clone(), |title| format!("{title} ({})", effect.user));
    out.words(&entry.with([
        ("user", user.into()),
        ("action", effect.action.as_str().into()),
        ("object", effect.object.as_str().into()),
    ]))
}
