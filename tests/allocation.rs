//! Deciding allocates nothing once its scratch memory exists: counted by the allocator of this thread.

use crate::support::allocation::allocations;
use rolecall::runtime::{Record, Request, Scratch, Subject, Value, decide};
use rolecall::table::Table;
#[test]
fn deciding_allocates_nothing() {
    let sources = crate::support::Case::one("../../policies/acme-crm").sources();
    let compilation = rolecall::compile::compile(&sources, rolecall::compile::Options::build());
    let bytes = compilation.table(&sources).expect("no errors").expect("fits");
    let table = Table::open(&bytes).expect("a table just written");
    let mut scratch = Scratch::new(&table);
    let people = ["li.na", "qin.yu", "qian.feng", "zhou.jie", "wu.min", "wei.jun", "fan.rui", "han.lei", "nobody"];
    let actions = ["read", "update", "export", "transfer", "create", "delete", "nonsense"];
    let members = [Value::Text("xu.ming")];
    let properties = [
        ("sales_owner", Value::Text("sun.li")),
        ("department", Value::Text("East")),
        ("region", Value::Text("east")),
        ("members", Value::Set(&members)),
        ("on_hold", Value::Boolean(false)),
    ];
    let context = [("mfa", Value::Boolean(true)), ("ip", Value::Text("10.20.1.2"))];
    let (mut yes, mut no) = (0, 0);
    let mut ask = || {
        for person in people {
            for action in actions {
                for (field, known) in [(None, true), (Some("phone"), true), (None, false)] {
                    // From the handover through the freeze: windows of every kind are looked at.
                    for time in [1_796_090_400_000, 1_796_178_000_000, 1_798_700_400_000] {
                        let record = Record { id: Some("c-1"), properties: &properties, held: &[] };
                        let request = Request {
                            subject: Subject::Id(person),
                            action,
                            object: "Customer",
                            field,
                            record: known.then_some(record),
                            subject_attributes: &[],
                            request_attributes: &context,
                            roles: &[],
                            active_roles: None,
                            time,
                        };
                        if decide(&table, &request, &mut scratch).allowed { yes += 1 } else { no += 1 }
                    }
                }
            }
        }
    };
    assert!(allocations(|| drop(vec![1_u8])) > 0, "the counter counts");
    let cold = allocations(&mut ask);
    let warm = allocations(&mut ask);
    assert!(yes > 50 && no > 50, "{yes} yes, {no} no");
    assert_eq!((cold, warm), (0, 0), "allocations of the first and the second round");
}
