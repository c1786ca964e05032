//! Every step of the ladder, on models made by hand.

use super::model::Made;
use rolecall::model::{ConditionId, RuleEffect, ScopeId, ScopeTerm, WindowId};
use rolecall::runtime::{Reason, Record, Request, Scratch, Subject, Value, decide};
use rolecall::table::Table;

fn small() -> Made {
    let mut made = Made::new();
    let own = made.scope(&[ScopeTerm::Own]);
    let mfa = made.mfa();
    let later = made.window(1_000, 2_000);
    let base = made.role("Base", &[]);
    made.rule(RuleEffect::Allow, 0, own, ConditionId::TRUE, WindowId::ALWAYS);
    let exporter = made.role("Exporter", &[base]);
    made.rule(RuleEffect::Allow, 1, ScopeId::ALL, mfa, later);
    let blocked = made.role("Blocked", &[]);
    made.rule(RuleEffect::Deny, 1, ScopeId::ALL, ConditionId::TRUE, WindowId::ALWAYS);
    made.user("ann", &[exporter], WindowId::ALWAYS);
    made.user("bob", &[exporter, blocked], WindowId::ALWAYS);
    made.user("cy", &[base], later);
    made.user("dee", &[], WindowId::ALWAYS);
    made
}

fn ask<'a>(subject: &'a str, action: &'a str, record: Option<Record<'a>>, time: i64) -> Request<'a> {
    Request {
        subject: Subject::Id(subject),
        action,
        object: "Customer",
        field: None,
        record,
        subject_attributes: &[],
        request_attributes: &[("mfa", Value::Boolean(true))],
        roles: &[],
        active_roles: None,
        time,
    }
}

#[test]
fn steps() {
    let bytes = small().table();
    let table = Table::open(&bytes).expect("a table");
    let mut scratch = Scratch::new(&table);
    let mine = [("owner", Value::Text("ann"))];
    let record = Some(Record { id: None, properties: &mine, held: &[] });
    let mut reason = |request: Request<'_>| decide(&table, &request, &mut scratch).reason;
    assert_eq!(reason(ask("ann", "read", record, 0)), Reason::Allow);
    assert_eq!(reason(ask("nobody", "read", record, 0)), Reason::UnknownSubject);
    assert_eq!(reason(ask("ann", "write", record, 0)), Reason::UnknownAction);
    assert_eq!(reason(Request { object: "Nothing", ..ask("ann", "read", record, 0) }), Reason::UnknownObject);
    assert_eq!(reason(Request { field: Some("fax"), ..ask("ann", "read", record, 0) }), Reason::UnknownField);
    assert_eq!(reason(ask("dee", "read", record, 0)), Reason::NoGrant);
    assert_eq!(reason(ask("bob", "read", record, 0)), Reason::Scope);
    assert_eq!(reason(ask("ann", "read", None, 0)), Reason::Scope);
    assert_eq!(reason(ask("ann", "export", record, 999)), Reason::Inactive);
    assert_eq!(reason(ask("ann", "export", record, 1_000)), Reason::Allow);
    assert_eq!(reason(ask("ann", "export", record, 2_000)), Reason::Inactive);
    assert_eq!(reason(Request { request_attributes: &[], ..ask("ann", "export", record, 1_500) }), Reason::Condition);
    assert_eq!(reason(ask("bob", "export", record, 1_500)), Reason::Deny);
    assert_eq!(reason(ask("cy", "read", record, 0)), Reason::Inactive);
}

#[test]
fn what_was_missing_and_until_when() {
    let bytes = small().table();
    let table = Table::open(&bytes).expect("a table");
    let mut scratch = Scratch::new(&table);
    let request = Request { request_attributes: &[], ..ask("ann", "export", None, 1_500) };
    let decision = decide(&table, &request, &mut scratch);
    let missing: Vec<_> = decision.missing.iter().map(|a| table.attribute_name(*a)).collect();
    assert_eq!(missing, [("request", "mfa")]);
    assert_eq!(decision.valid_until, Some(2_000));
    assert_eq!(decide(&table, &ask("ann", "export", None, 0), &mut scratch).valid_until, Some(1_000));
    assert_eq!(decide(&table, &ask("ann", "export", None, 5_000), &mut scratch).valid_until, None);
}
