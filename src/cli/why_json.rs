//! The answer of `why` as JSON, and the words that both forms share.

use super::output::Output;
use super::question::{Policy, Target};
use super::ways::{spot_json, way_json};
use super::why::Args;
use crate::explain::{Change, Climb, Effect, Fact, Obstacle, Person, Proposal, Statement, Turn, Verdict, Whom, Why};
use crate::message::{Message, effect};
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
    let Proposal { change, alternative, tried } = &why.proposal;
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
        "ignored": why.ignored,
        "on_behalf_of": person(why.on_behalf_of.as_ref()),
        "valid_until": policy.json_instant(why.valid_until),
        "climbs": why.climbs.iter().map(|climb| climb_json(climb, policy, out)).collect::<Vec<_>>(),
        "obstacles": why.obstacles.iter().map(|obstacle| obstacle_json(obstacle, policy, out)).collect::<Vec<_>>(),
        "ways": why.ways.iter().map(|way| way_json(way, policy, out)).collect::<Vec<_>>(),
        "notes": why.notes.iter().map(|note| {
            json!({ "message": out.words(&note.message), "place": spot_json(note.spot.as_ref(), policy) })
        }).collect::<Vec<_>>(),
        "change": change.as_ref().map(|change| change_json(change, time, policy, out)),
        "alternative": alternative.as_ref().map(|change| change_json(change, time, policy, out)),
        "tried": {
            "candidates": tried.candidates,
            "compiled": tried.compiled,
            "limited": tried.limited,
            "broken_guarantees": tried.broken_guarantees,
            "broken_tests": tried.broken_tests,
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

fn change_json(change: &Change, time: i64, policy: &Policy, out: &Output) -> Value {
    let edit = |statement: &Statement| {
        let package = policy.package.as_ref()?;
        let mut place = render::place_json(&package.sources, statement.edit.span, out.style(&policy.base));
        place.as_object_mut()?.insert("text".to_owned(), json!(statement.edit.text));
        Some(place)
    };
    let statements = change.statements.iter().map(|statement| {
        json!({
            "path": join_path(&policy.base, &statement.file),
            "line": statement.line,
            "before": statement.before,
            "after": statement.after,
            "edit": edit(statement),
        })
    });
    let effects = change.effects.iter().map(|effect| effect_json(effect, time, policy, out));
    let facts = change.facts.iter();
    let facts = facts.map(|f| json!({ "attribute": f.attribute, "value": f.value, "network": f.network }));
    json!({
        "message": out.words(&change.message),
        "statements": statements.collect::<Vec<_>>(),
        "facts": facts.collect::<Vec<_>>(),
        "effects": effects.collect::<Vec<_>>(),
        "not_compared": change.gaps.iter().map(|gap| gap.name()).collect::<Vec<_>>(),
        "brakes": change.brakes,
        "because": change.because,
        "breaks_tests": change.tests,
        "breaks_guarantees": change.guarantees,
        "warnings": warnings(change).iter().map(|warning| out.words(warning)).collect::<Vec<_>>(),
    })
}

fn effect_json(effect: &Effect, time: i64, policy: &Policy, out: &Output) -> Value {
    let (user, role) = match &effect.whom {
        Whom::Person(id) => (Some(id), None),
        Whom::Bringer(role) | Whom::Alone(role) => (None, Some(role)),
    };
    let (was, is) = match effect.turn {
        Turn::Shown(was, is) => (Some(was.name()), Some(is.name())),
        _ => (None, None),
    };
    json!({
        "user": user, "role": role, "object": effect.object, "action": effect.action, "field": effect.field,
        "turn": effect.turn.name(), "was": was, "is": is, "at": policy.json_instant(Some(effect.at)),
        "message": out.words(&effect.words(time, |at| policy.show(at))),
    })
}

/// `request.mfa = true`
pub(super) fn fact_words(fact: &Fact, out: &Output) -> String {
    let said = format!("{} = {}", fact.attribute, fact.value);
    match &fact.network {
        Some(network) => {
            out.words(&effect::IN_NETWORK.with([("fact", said.into()), ("network", network.as_str().into())]))
        }
        None => said,
    }
}

/// What a change takes away or breaks.
pub(super) fn warnings(change: &Change) -> Vec<Message> {
    let lifts = (change.brakes > 0).then(|| effect::LIFTS.with([("n", change.brakes.into())]));
    let because = change.because.iter().map(|b| effect::LIFTS_BECAUSE.with([("because", b.as_str().into())]));
    let tests = change.tests.iter().map(|name| effect::BREAKS_TEST.with([("name", name.as_str().into())]));
    let broken = change.guarantees.iter();
    let broken = broken.map(|sentence| effect::BREAKS_GUARANTEE.with([("sentence", sentence.as_str().into())]));
    lifts.into_iter().chain(because).chain(tests).chain(broken).collect()
}
