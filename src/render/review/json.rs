//! A review as one document: `docs/formats.md` says what its members are.

use super::{Review, sentence};
use crate::diff::{Cause, Change, Looks, Sample};
use crate::render::FORMAT_VERSION;
use crate::wire;
use serde_json::{Value, json};

/// The document.
pub fn review_json(review: &Review<'_>) -> Value {
    let difference = review.difference;
    let words = |message: &crate::message::Message| message.render(review.lang);
    let counts = |gain| {
        let (changes, people) = review.counts(gain);
        json!({ "changes": changes, "people": people })
    };
    json!({
        "format_version": FORMAT_VERSION,
        "verb": "diff",
        "verdict": difference.verdict().name(),
        "base": review.base,
        "head": review.head,
        "gates": review.gates.iter().map(|(gate, passed)| json!({ "gate": gate, "passed": passed })).collect::<Vec<_>>(),
        "gains": counts(true),
        "losses": counts(false),
        "changes": difference.changes.iter().map(|change| change_json(change, review)).collect::<Vec<_>>(),
        "not_compared": difference.gaps.iter().map(|gap| json!({
            "object": gap.object, "action": gap.action, "field": gap.field, "count": gap.count,
        })).collect::<Vec<_>>(),
        "renames": difference.renames.iter().map(|rename| json!({
            "from": rename.from, "to": rename.to, "declared": rename.declared,
        })).collect::<Vec<_>>(),
        "inheritance": difference.edges.iter().map(|edge| json!({
            "added": edge.added, "heir": edge.heir, "parent": edge.parent,
        })).collect::<Vec<_>>(),
        "guards": difference.guards.iter().map(|guard| json!({
            "added": guard.added, "kind": if guard.waiver { "waiver" } else { "guarantee" }, "sentence": guard.sentence,
        })).collect::<Vec<_>>(),
        "findings": {
            "new": review.findings.iter().map(|finding| json!({
                "code": finding.code, "severity": finding.severity, "message": words(&finding.message),
                "path": finding.file, "line": finding.line,
            })).collect::<Vec<_>>(),
            "gone": review.fixed,
        },
    })
}

fn change_json(change: &Change, review: &Review<'_>) -> Value {
    json!({
        "gain": change.gain,
        "kind": change.kind.name(),
        "danger": change.danger.name(),
        "message": sentence::change(change).render(review.lang),
        "people": change.people.iter().map(|person| json!({ "id": person.id, "name": person.title })).collect::<Vec<_>>(),
        "roles": change.roles,
        "anybody": change.anybody,
        "what": change.what.iter().map(|what| json!({
            "object": what.object, "action": what.action, "record": what.record, "fields": what.fields,
        })).collect::<Vec<_>>(),
        "limits": change.limits.iter().map(|limit| json!({
            "about": limit.about.name(), "message": limit.words.render(review.lang),
        })).collect::<Vec<_>>(),
        "causes": change.causes.iter().map(cause_json).collect::<Vec<_>>(),
        "witness": change.samples.first().map(sample_json),
    })
}

fn cause_json(cause: &Cause) -> Value {
    json!({
        "added": cause.added, "path": cause.file, "line": cause.line, "column": cause.column,
        "words": cause.words, "role": cause.role, "through": cause.path,
    })
}

fn sample_json(sample: &Sample) -> Value {
    let (old, new) = match &sample.looks {
        Looks::Allowed => (json!({ "decision": sample.base.allowed }), json!({ "decision": sample.head.allowed })),
        Looks::Listed { base, head } => (
            json!({ "decision": true, "field": base.field, "seen": base.seen }),
            json!({ "decision": true, "field": head.field, "seen": head.seen }),
        ),
    };
    json!({
        "base": { "request": wire::witness(&sample.base), "answer": old },
        "head": { "request": wire::witness(&sample.head), "answer": new },
    })
}
