//! The table and the reference interpreter give one answer to each request, over random policies.
//!
//! `cargo test` asks 200,000 questions of 2,000 policies. Before a release:
//! `ROLECALL_DECISIONS=10000000 ROLECALL_POLICIES=20000 cargo test --release differential -- --nocapture`

use super::subject::{Answers, Asked, build, number, reference, seeds};
use crate::generate::census::Census;
use crate::generate::{self, Dice, Draft, requests};
use crate::reference::{Answer, Request};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// Whether both say the same. Of several people whose role it was the table names one.
pub fn agree(table: &Answer, reference: &Answer) -> bool {
    let plain = |answer: &Answer| Answer { on_behalf_of: BTreeSet::new(), missing: BTreeSet::new(), ..answer.clone() };
    plain(table) == plain(reference)
        && table.on_behalf_of.is_empty() == reference.on_behalf_of.is_empty()
        && table.on_behalf_of.is_subset(&reference.on_behalf_of)
}

/// What the two say to a request, if it is not the same; nothing of a draft that one of them refuses.
fn difference(draft: &Draft, request: &Request) -> Option<String> {
    let (reference, bytes) = (reference(draft).ok()?, build(draft).ok()?);
    let (here, there) = (Asked::new(&bytes).answer(request), reference.decide(request));
    (!agree(&here, &there)).then(|| format!("table     {here:?}\nreference {there:?}"))
}

/// The smallest policy and request that still show the difference.
fn told(draft: &Draft, request: &Request) -> String {
    let small = generate::shrink(draft, |d| difference(d, request).is_some());
    let mut request = request.clone();
    while let Some(less) = requests::smaller(&request).into_iter().find(|r| difference(&small, r).is_some()) {
        request = less;
    }
    format!("{}\n{request:#?}\n{}", small.text(), difference(&small, &request).unwrap_or_default())
}

/// Asks `questions` of the policy of one seed; gives what was counted, or the first difference.
fn one_policy(seed: u64, questions: u64, census: &mut Census) -> Result<(), String> {
    let draft = generate::policy(seed);
    let interpreter = reference(&draft).map_err(|why| format!("seed {seed}: {why}\n{}", draft.text()))?;
    let bytes = match build(&draft) {
        Ok(bytes) => bytes,
        // A lock on what nobody holds just then, a deny over a whole allow, a cancel of what is not there come about by
        // chance: no policy to ask.
        Err(why) if why.lines().all(|line| ["E0502", "E0509", "E0531"].iter().any(|code| line.starts_with(code))) => {
            census.refused();
            return Ok(());
        }
        Err(why) => return Err(refused(seed, &draft, &why)),
    };
    let mut table = Asked::new(&bytes);
    census.policy(&interpreter.policy, &draft.text());
    let mut dice = Dice::new(seed);
    for _ in 0..questions {
        let request = requests::request(&interpreter, &mut dice);
        let (here, there) = (table.answer(&request), interpreter.decide(&request));
        census.decision(there.reason);
        if !agree(&here, &there) {
            return Err(format!("seed {seed}: {}", told(&draft, &request)));
        }
    }
    Ok(())
}

fn refused(seed: u64, draft: &Draft, why: &str) -> String {
    let first = |why: &str| why.split(" at ").next().map(String::from);
    let small = generate::shrink(draft, |d| build(d).err().and_then(|e| first(&e)) == first(why));
    format!("seed {seed} does not compile: {why}\n{}", small.text())
}

#[test]
fn differential() {
    let seeds = seeds(2000);
    let questions = number("ROLECALL_DECISIONS").unwrap_or(200_000).div_ceil(seeds.end - seeds.start);
    let next = AtomicU64::new(seeds.start);
    let work = || {
        let (mut census, mut wrong) = (Census::default(), Vec::new());
        while wrong.len() < 3 {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                break;
            }
            wrong.extend(one_policy(seed, questions, &mut census).err());
        }
        (census, wrong)
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let results: Vec<(Census, Vec<String>)> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().map(|thread| thread.join().expect("a thread that ends")).collect()
    });
    let mut census = Census::default();
    results.iter().for_each(|(counted, _)| census.add(counted));
    println!("{}", census.table());
    let wrong: Vec<&String> = results.iter().flat_map(|(_, wrong)| wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.iter().map(|w| w.as_str()).collect::<Vec<_>>().join("\n=====\n"));
    assert!(census.refusals() * 50 < seeds.end - seeds.start, "{} drafts were refused", census.refusals());
    if seeds.end - seeds.start >= 1000 {
        assert!(census.too_rare().is_empty(), "{:?}", census.too_rare());
    }
}
