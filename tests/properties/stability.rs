//! `valid_until` holds, one by one and in a batch are the same, and another folder gives the same bytes.

use super::subject::{Asked, build, reference, seeds, told, with_borrowed};
use crate::generate::{self, Dice, aim, requests};
use crate::reference::{Answer, Reference, Request};
use rolecall::runtime::{Scratch, decide_batch};
use rolecall::table::Table;
use std::collections::BTreeSet;

const DAY: i64 = 86_400_000;

/// Instants after `from` and before `until`: next to both, at edges of the policy's windows, and anywhere.
fn instants(reference: &Reference, dice: &mut Dice, from: i64, until: i64) -> Vec<i64> {
    let mut all = vec![from + 1, until - 1, from + DAY, from + 40 * DAY, from + 400 * DAY];
    all.extend((0..3).map(|_| dice.between(from, until.min(from + 700 * DAY))));
    for near in [from, dice.between(from, until.min(from + 400 * DAY)), until - 1] {
        let edges = aim::windows(&reference.policy).iter().flat_map(|w| w.edges(near)).collect::<Vec<_>>();
        all.extend(dice.some(&edges, 3).into_iter().flat_map(|edge| [edge - 1, edge]));
    }
    all.retain(|at| from < *at && *at < until);
    all
}

/// What `valid_until` promises to stay.
fn promised(answer: &Answer) -> (bool, &str, &BTreeSet<String>, &BTreeSet<String>) {
    (answer.allowed, answer.reason, &answer.hidden, &answer.masked)
}

#[test]
fn an_answer_stays_until_it_says() {
    let (mut asked, mut useful) = (0, 0);
    for seed in seeds(250) {
        let draft = generate::policy(seed);
        let interpreter = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        // The differential test counts the drafts that are refused.
        let Ok(bytes) = build(&draft) else { continue };
        let mut table = Asked::new(&bytes);
        let mut dice = Dice::new(5_000_000 + seed);
        for _ in 0..20 {
            let request = requests::request(&interpreter, &mut dice);
            let (now, until) = table.answer_until(&request);
            let end = until.unwrap_or(request.time + 3000 * DAY);
            asked += 1;
            useful += usize::from(end > request.time);
            for time in instants(&interpreter, &mut dice, request.time, end) {
                let (later, _) = table.answer_until(&Request { time, ..request.clone() });
                assert_eq!(
                    promised(&now),
                    promised(&later),
                    "seed {seed}: said to hold until {until:?}, but not at {time}\n{}\n{request:#?}",
                    draft.text()
                );
            }
        }
    }
    assert!(useful * 100 > asked * 95, "{useful} of {asked} answers hold for a while");
}

#[test]
fn a_batch_answers_as_one_by_one() {
    for seed in seeds(100) {
        let draft = generate::policy(seed);
        let interpreter = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{}", draft.text()));
        // The differential test counts the drafts that are refused.
        let Ok(bytes) = build(&draft) else { continue };
        let table = Table::open(&bytes).expect("a table just written");
        let mut dice = Dice::new(6_000_000 + seed);
        let asked: Vec<Request> = (0..20).map(|_| requests::request(&interpreter, &mut dice)).collect();
        let mut alone = Asked::new(&bytes);
        let one_by_one: Vec<_> = asked.iter().map(|request| alone.answer_until(request)).collect();
        let mut batched = Vec::new();
        batch(&table, &asked, &mut |answer, until| batched.push((answer, until)));
        assert_eq!(one_by_one, batched, "{}", draft.text());
    }
}

/// Hands all requests to one batch: each is borrowed inside the one before.
fn batch(table: &Table<'_>, asked: &[Request], take: &mut impl FnMut(Answer, Option<i64>)) {
    fn gather(
        table: &Table<'_>,
        asked: &[Request],
        borrowed: Vec<rolecall::runtime::Request<'_>>,
        take: &mut dyn FnMut(Answer, Option<i64>),
    ) {
        match asked.split_first() {
            Some((first, rest)) => with_borrowed(first, |request| {
                let mut borrowed = borrowed;
                borrowed.push(*request);
                gather(table, rest, borrowed, take);
            }),
            None => decide_batch(table, borrowed, &mut Scratch::new(table), |_, decision| {
                take(told(table, &decision), decision.valid_until);
            }),
        }
    }
    gather(table, asked, Vec::new(), take);
}

#[test]
fn another_folder_gives_the_same_bytes() {
    let program = env!("CARGO_BIN_EXE_rolecall");
    let built = |folder: &std::path::Path| {
        let package = folder.join("acme");
        std::fs::create_dir_all(&package).expect("a folder");
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/policies/acme-crm")).expect("the sample") {
            let from = entry.expect("an entry").path();
            std::fs::copy(&from, package.join(from.file_name().expect("a name"))).expect("a copy");
        }
        let table = folder.join("table.rct");
        let mut command = std::process::Command::new(program);
        let output = command.arg("build").arg(&package).arg("-o").arg(&table).output().expect("the program");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read(table).expect("the table")
    };
    let (here, there) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    assert!(built(here.path()) == built(&there.path().join("deeper")), "other bytes in another folder");
}
