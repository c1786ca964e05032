//! Sizes: run by hand with optimization, `cargo test -- --ignored --nocapture table::scale`.

use super::model::Made;
use rolecall::analysis;
use rolecall::lower::lower;
use rolecall::model::{ConditionId, RoleId, RuleEffect, ScopeId, ScopeTerm, WindowId};
use rolecall::runtime::{Record, Request, Scratch, Subject, Value, decide};
use rolecall::source::SourceSet;
use rolecall::table::Table;
use std::time::Instant;

/// A chain of roles, each with one allow; every so many a holder.
fn chain(roles: usize, holders: usize) -> Made {
    let mut made = Made::new();
    let own = made.scope(&[ScopeTerm::Own]);
    let mut below: Vec<RoleId> = Vec::new();
    let mut held = Vec::new();
    for at in 0..roles {
        let role = made.role(&format!("r{at:06}"), &below);
        let scope = if at % 2 == 0 { own } else { ScopeId::ALL };
        made.rule(RuleEffect::Allow, (at % 2) as u32, scope, ConditionId::TRUE, WindowId::ALWAYS);
        below = vec![role];
        if at % (roles / holders) == 0 {
            held.push(role);
        }
    }
    for (at, role) in held.iter().enumerate() {
        made.user(&format!("u{at:04}"), &[*role], WindowId::ALWAYS);
    }
    made
}

#[test]
fn a_chain_with_holders_shares_what_they_inherit() {
    let made = chain(2_000, 100);
    let bytes = made.table();
    // Every role has a record and a rule; without sharing 100,000 entries would come on top.
    assert!(bytes.len() < 250_000, "{} bytes", bytes.len());
    let table = Table::open(&bytes).expect("a table");
    let mut scratch = Scratch::new(&table);
    for user in ["u0000", "u0001", "u0050", "u0099"] {
        let properties = [("owner", Value::Text(user))];
        let record = Some(Record { id: None, properties: &properties, held: &[] });
        let request = Request {
            subject: Subject::Id(user),
            action: "read",
            object: "Customer",
            field: None,
            record,
            subject_attributes: &[],
            request_attributes: &[],
            roles: &[],
            active_roles: None,
            time: 0,
        };
        assert!(decide(&table, &request, &mut scratch).allowed, "{user}");
        assert_eq!(decide(&table, &Request { action: "export", ..request }, &mut scratch).allowed, user != "u0000");
    }
}

#[test]
#[ignore = "takes seconds"]
fn a_long_chain() {
    let made = chain(100_000, 1_000);
    let start = Instant::now();
    let (analysis, _) = analysis::analyze(&made.model);
    println!("analyze {:?}", start.elapsed());
    let sources = SourceSet::from_texts([("main.roles", "")]);
    let start = Instant::now();
    let bytes = lower(&sources, &made.model, &analysis, &[]).expect("fits");
    println!("lower {:?}, {} bytes", start.elapsed(), bytes.len());
    let start = Instant::now();
    let table = Table::open(&bytes).expect("a table");
    println!("open {:?}", start.elapsed());
    assert_eq!(table.held_roles(), 1_000);
}

#[path = "../../benches/workload/mod.rs"]
#[allow(dead_code, reason = "shared with the benchmarks")]
mod workload;

#[test]
#[ignore = "takes seconds"]
fn ordinary_policies() {
    for size in workload::SIZES {
        let text = workload::policy(size, 0);
        let sources = SourceSet::from_texts([("bench.roles", text)]);
        let start = Instant::now();
        let compilation =
            rolecall::compile::compile(&sources, rolecall::compile::Options { prove: false, ..Default::default() });
        let front = start.elapsed();
        assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics.iter().take(3).collect::<Vec<_>>());
        let start = Instant::now();
        let bytes = compilation.table(&sources).expect("no errors").expect("fits");
        let lower = start.elapsed();
        let start = Instant::now();
        let table = Table::open(&bytes).expect("a table");
        let open = start.elapsed();
        println!(
            "{}: front {front:?}, lower {lower:?}, open {open:?}, {} bytes, {} cells, {} rules",
            size.name,
            bytes.len(),
            table.cells(),
            size.rules
        );
        println!(
            "{}",
            table
                .sizes()
                .iter()
                .filter(|(_, n)| *n * 50 > bytes.len())
                .map(|(s, n)| format!("  {s} {n}\n"))
                .collect::<String>()
        );
    }
}
