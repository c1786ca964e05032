//! P1: adding a deny, mask, suspension, requirement, `active` window, session separation, or a condition on an allow
//! never turns a no into a yes, nor shows a field that was not shown.

use super::subject::{reference, seeds};
use crate::generate::{self, Dice, Draft, changes, requests};
use crate::reference::{Answer, Request};

/// Whether `after` gives something that `before` did not.
pub fn gains(before: &Answer, after: &Answer) -> bool {
    let shown = |answer: &Answer, field: &String| !answer.hidden.contains(field) && !answer.masked.contains(field);
    let fields = before.hidden.union(&before.masked);
    after.allowed && (!before.allowed || fields.into_iter().any(|f| shown(after, f) && !shown(before, f)))
}

/// A gain, told with everything needed to look at it: the smallest policies of which the same change still gains.
pub fn told(more: &Draft, less: &Draft, request: &Request) -> String {
    let answers = |draft: &Draft| Some(reference(draft).ok()?.decide(request));
    let gained =
        |(a, b): &(Draft, Draft)| answers(a).zip(answers(b)).is_some_and(|(before, after)| gains(&before, &after));
    let mut pair = (more.clone(), less.clone());
    // What the change added stands last, so a place is the same in both.
    let less_of = |pair: &(Draft, Draft), place| Some((pair.0.without(place)?, pair.1.without(place)?));
    while let Some(smaller) = pair.0.places().into_iter().filter_map(|place| less_of(&pair, place)).find(gained) {
        pair = smaller;
    }
    let (before, after) = (answers(&pair.0), answers(&pair.1));
    format!("{}\n----\n{}\n{request:#?}\nbefore: {before:?}\nafter:  {after:?}", pair.0.text(), pair.1.text())
}

#[test]
fn a_brake_never_opens_anything() {
    let mut braked = 0;
    for seed in seeds(300) {
        let mut dice = Dice::new(1_000_000 + seed);
        let draft = generate::policy(seed);
        let open = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        let Some(more) = changes::with_brake(&draft, &open.policy, &mut dice) else { continue };
        let Ok(shut) = reference(&more) else { continue };
        braked += 1;
        for _ in 0..40 {
            let request = requests::request(&open, &mut dice);
            let (before, after) = (open.decide(&request), shut.decide(&request));
            assert!(!gains(&before, &after), "{}", told(&draft, &more, &request));
        }
    }
    assert!(braked > 150, "only {braked} policies got a brake");
}
