//! P2: knowing less never turns a no into a yes. P3: absent and ill-typed are one thing.

use super::monotone::{gains, told};
use super::subject::{reference, seeds};
use crate::generate::{self, Dice, changes, requests};
use crate::reference::{Properties, Request, Value};

/// The lists of attributes of a request.
fn lists(request: &mut Request) -> Vec<&mut Properties> {
    let mut all = vec![&mut request.request_attributes, &mut request.subject_attributes];
    if let Some(record) = &mut request.record {
        all.extend([&mut record.properties, &mut record.held]);
    }
    all
}

/// A list and a name in it.
fn some_attribute(request: &mut Request, dice: &mut Dice) -> Option<(usize, String)> {
    let all = lists(request);
    let names = all.iter().enumerate().flat_map(|(i, list)| list.keys().map(move |n| (i, n.clone())));
    dice.maybe(&names.collect::<Vec<_>>())
}

#[test]
fn an_attribute_less_never_opens_anything() {
    for seed in seeds(200) {
        let mut dice = Dice::new(2_000_000 + seed);
        let draft = generate::policy(seed);
        let asked = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        for _ in 0..60 {
            let request = requests::request(&asked, &mut dice);
            let mut less = request.clone();
            let Some((list, name)) = some_attribute(&mut less, &mut dice) else { continue };
            // The value that a service holds stands in for one that is not sent: both go.
            let held = list >= 2;
            for (index, list_of) in lists(&mut less).into_iter().enumerate() {
                if index == list || (held && index >= 2) {
                    list_of.remove(&name);
                }
            }
            let (before, after) = (asked.decide(&request), asked.decide(&less));
            assert!(!gains(&before, &after), "without {name}: {}\n{request:#?}\n{before:?}\n{after:?}", draft.text());
        }
    }
}

#[test]
fn a_policy_that_knows_less_never_opens_anything() {
    let mut lessened = 0;
    for seed in seeds(300) {
        let mut dice = Dice::new(3_000_000 + seed);
        let draft = generate::policy(seed);
        let Some(less) = changes::with_less_known(&draft, &mut dice) else { continue };
        let more = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        let Ok(less_known) = reference(&less) else { continue };
        lessened += 1;
        for _ in 0..40 {
            let request = requests::request(&more, &mut dice);
            let (before, after) = (more.decide(&request), less_known.decide(&request));
            assert!(!gains(&before, &after), "{}", told(&draft, &less, &request));
        }
    }
    assert!(lessened > 100, "only {lessened} policies could know less");
}

#[test]
fn an_ill_typed_attribute_is_an_absent_one() {
    for seed in seeds(200) {
        let mut dice = Dice::new(4_000_000 + seed);
        let draft = generate::policy(seed);
        let asked = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        for _ in 0..60 {
            let mut absent = requests::request(&asked, &mut dice);
            let Some((list, name)) = some_attribute(&mut absent, &mut dice) else { continue };
            let mut wrong = absent.clone();
            if let Some(record) = absent.record.as_mut().filter(|_| list >= 2) {
                record.held.remove(&name);
                wrong.record.as_mut().expect("the same").held.remove(&name);
            }
            lists(&mut absent)[list].remove(&name);
            lists(&mut wrong)[list].insert(name.clone(), Value::Other);
            let (mut a, mut b) = (asked.decide(&absent), asked.decide(&wrong));
            // What was sent and not read is told, whatever its type.
            a.ignored.clear();
            b.ignored.clear();
            assert_eq!(a, b, "{name}: {}\n{absent:#?}", draft.text());
        }
    }
}
