//! `missing` names attributes that are unknown, and every one of which a value would have turned a no into a yes.

use super::subject::{Answers, Asked, build, reference, seeds};
use crate::generate::{self, Dice, aim, requests};
use crate::reference::policy::Policy;
use crate::reference::value::{Fact, Type};
use crate::reference::{Record, Request, Value};

/// Every attribute that a request may send: path and type.
fn attributes(policy: &Policy, object: &str) -> Vec<(String, Type)> {
    let of = |root: &'static str| {
        move |(name, a): (&String, &crate::reference::policy::Attribute)| {
            (!a.from_table).then(|| (format!("{root}.{name}"), a.ty.clone()))
        }
    };
    let mut all: Vec<(String, Type)> = policy.subject.iter().filter_map(of("subject")).collect();
    all.extend(policy.request.iter().filter_map(of("request")));
    let fields = policy.object(object).into_iter().flat_map(|o| &o.fields);
    all.extend(fields.filter_map(|f| Some((format!("record.{}", f.name), f.ty.clone()?))));
    all
}

/// The request with one more attribute, where its source is read.
fn with(policy: &Policy, request: &Request, path: &str, value: Value) -> Request {
    let mut more = request.clone();
    let (root, name) = path.split_once('.').expect("a path");
    let held = policy.object(&request.object).and_then(|o| o.field(name)).is_some_and(|f| f.from_records);
    let list = match root {
        "subject" => &mut more.subject_attributes,
        "request" => &mut more.request_attributes,
        _ if held => &mut more.record.get_or_insert_with(Record::default).held,
        _ => &mut more.record.get_or_insert_with(Record::default).properties,
    };
    list.insert(name.to_string(), value);
    more
}

#[test]
fn what_was_missing_is_named() {
    let (mut named, mut turned) = (0, 0);
    for seed in seeds(150) {
        let draft = generate::policy(seed);
        let interpreter = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        let Ok(bytes) = build(&draft) else { continue };
        let mut table = Asked::new(&bytes);
        let mut dice = Dice::new(8_000_000 + seed);
        for _ in 0..25 {
            let request = requests::request(&interpreter, &mut dice);
            let answer = table.answer(&request);
            for path in &answer.missing {
                named += 1;
                let unknown = !matches!(interpreter.fact(&request, path), Fact::Known(_));
                assert!(unknown, "{path} is known\n{}\n{request:#?}\n{answer:?}", draft.text());
            }
            if answer.allowed || answer.reason.starts_with("unknown") {
                continue;
            }
            // What another right lacks, that creating for somebody else needs, is not told.
            let object = interpreter.policy.object(&request.object).expect("known");
            if object.owner.is_some() && object.action(&request.action).is_some_and(|a| a.creates) {
                continue;
            }
            for (path, ty) in attributes(&interpreter.policy, &request.object) {
                // Null is an answer: it is not missing.
                if interpreter.fact(&request, &path) != Fact::Missing {
                    continue;
                }
                for _ in 0..3 {
                    let value = aim::any_value(&interpreter.policy, &mut dice, &ty);
                    let more = with(&interpreter.policy, &request, &path, value);
                    if table.answer(&more).allowed {
                        turned += 1;
                        let told = || format!("{}\n{request:#?}\n{answer:?}\n{more:#?}", draft.text());
                        assert!(answer.missing.contains(&path), "seed {seed}: {path} is not named\n{}", told());
                    }
                }
            }
        }
    }
    assert!(named > 500 && turned > 50, "{named} named, {turned} turned");
}
