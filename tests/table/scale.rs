//! Sizes: run by hand with optimization, `cargo test -- --ignored --nocapture table::scale`.

use super::model::Made;
use rolecall::analysis;
use rolecall::lower::lower;
use rolecall::model::{ConditionId, RoleId, RuleEffect, ScopeId, ScopeTerm, WindowId};
use rolecall::runtime::{Record, Request, Scratch, Subject, Value, decide};
use rolecall::source::SourceSet;
use rolecall::table::Table;
use std::time::Duration;

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

/// Time that this thread was on a processor: what a busy machine leaves to compare.
fn spent() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0))
}

fn timed<R>(what: &str, run: impl FnOnce() -> R) -> R {
    let start = spent();
    let result = run();
    println!("  {what} {:?}", spent() - start);
    result
}

#[test]
#[ignore = "takes seconds"]
fn a_long_chain() {
    let made = chain(100_000, 1_000);
    let (analysis, _) = timed("analyze", || analysis::analyze(&made.model));
    let sources = SourceSet::from_texts([("main.roles", "")]);
    let bytes = timed("lower", || lower(&sources, &made.model, &analysis, &[]).expect("fits"));
    println!("  {} bytes", bytes.len());
    let table = timed("open", || Table::open(&bytes).expect("a table"));
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
        println!("{}: {} rules", size.name, size.rules);
        let options = rolecall::compile::Options { prove: false, ..Default::default() };
        let compilation = timed("front", || rolecall::compile::compile(&sources, options));
        assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics.iter().take(3).collect::<Vec<_>>());
        let bytes = timed("lower", || compilation.table(&sources).expect("no errors").expect("fits"));
        let table = timed("open", || Table::open(&bytes).expect("a table"));
        println!("  {} bytes, {} cells", bytes.len(), table.cells());
        for (section, length) in table.sizes().iter().filter(|(_, length)| length * 100 > bytes.len()) {
            println!("    {section} {length}");
        }
        decisions(&table);
    }
}

/// Questions of everybody about everything, mixed.
fn decisions(table: &Table<'_>) {
    let mut scratch = Scratch::new(table);
    let mut allowed = 0;
    let count = 200_000_u32;
    timed("200,000 decisions", || {
        for n in 0..count {
            let right = n.wrapping_mul(2_654_435_761) % table.rights();
            let user = n.wrapping_mul(40_503).wrapping_add(n >> 3) % table.users();
            let properties = [("owner", Value::Text(table.user_name(user))), ("region", Value::Text("east"))];
            let request = Request {
                subject: Subject::Id(table.user_name(user)),
                action: table.action_name(right),
                object: table.object_name(table.object_of(right).expect("an object")),
                field: None,
                record: Some(Record { id: None, properties: &properties, held: &[] }),
                subject_attributes: &[],
                request_attributes: &[("ip", Value::Text("10.0.0.1")), ("mfa", Value::Boolean(true))],
                roles: &[],
                active_roles: None,
                time: 1_785_542_400_000,
            };
            allowed += u32::from(decide(table, &request, &mut scratch).allowed);
        }
    });
    println!("  {allowed} allowed");
}
