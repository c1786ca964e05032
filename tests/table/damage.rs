//! Damaged, cut and forged files: refused, or answered within bounds.

use super::model::Made;
use rolecall::model::{ConditionId, RuleEffect, ScopeTerm, WindowId};
use rolecall::table::{OpenError, Table};

fn small() -> Vec<u8> {
    let mut made = Made::new();
    let own = made.scope(&[ScopeTerm::Own]);
    let role = made.role("Base", &[]);
    made.rule(RuleEffect::Allow, 0, own, ConditionId::TRUE, WindowId::ALWAYS);
    made.user("ann", &[role], WindowId::ALWAYS);
    made.table()
}

#[test]
fn every_flip_of_a_bit_is_refused() {
    let mut bytes = small();
    Table::open(&bytes).expect("a table");
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            assert!(Table::open(&bytes).is_err(), "byte {at}, bit {bit}");
            bytes[at] ^= 1 << bit;
        }
    }
}

#[test]
fn every_truncation_is_refused() {
    let bytes = small();
    for length in 0..bytes.len() {
        assert!(Table::open(&bytes[..length]).is_err(), "{length} bytes");
    }
    let mut longer = bytes;
    longer.extend([0; 8]);
    assert_eq!(Table::open(&longer).unwrap_err(), OpenError::Header("the length is not that of the file"));
}
