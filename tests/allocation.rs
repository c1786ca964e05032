//! Deciding allocates nothing once its scratch memory exists: counted by the allocator of this thread.

use rolecall::runtime::{Record, Request, Scratch, Subject, Value, decide};
use rolecall::table::Table;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

/// The system's allocator, which counts for each thread.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn count() {
    // A thread that is ending has no counter any more.
    let _ = COUNT.try_with(|count| count.set(count.get() + 1));
}

#[allow(unsafe_code, reason = "an allocator cannot be written without; every call goes to the system's unchanged")]
// SAFETY: both functions hand their arguments to the system's allocator and give back what it gives.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: as for this function.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as for this function.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: as for this function.
        unsafe { System.realloc(block, layout, size) }
    }
}

fn allocations(work: impl FnOnce()) -> u64 {
    let before = COUNT.get();
    work();
    COUNT.get() - before
}

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
