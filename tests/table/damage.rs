//! Damaged, cut and forged files: refused, or answered within bounds.

use super::agree::build;
use super::model::Made;
use crate::fuzz::targets::ask_everything;
use rolecall::lower::seal;
use rolecall::model::{ConditionId, RuleEffect, ScopeTerm, WindowId};
use rolecall::runtime::Scratch;
use rolecall::source::{DataFile, PackageId, SourceSet};
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

/// A table with some of everything.
fn rich() -> Vec<u8> {
    let draft = (0..).map(crate::generate::policy);
    let built = draft.filter_map(|draft| {
        let mut sources = SourceSet::from_texts(draft.files());
        let data = draft.data.iter();
        sources.data = data
            .map(|(path, text)| DataFile {
                path: path.as_str().into(),
                package: PackageId(0),
                bytes: text.as_bytes().into(),
            })
            .collect();
        build(&sources).ok().filter(|bytes| bytes.len() > 9_000)
    });
    built.into_iter().next().expect("a policy that compiles")
}

/// Edits with the hashes put right: the file is refused, or whatever is asked is answered.
#[test]
fn forged_files_are_refused_or_answered() {
    let bytes = rich();
    Table::open(&bytes).expect("a table");
    let mut random = SmallRandom(7);
    let (mut opened, mut scratch) = (0, Scratch::default());
    let edits = std::env::var("EDITS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_500);
    for _ in 0..edits {
        let mut forged = bytes.clone();
        for _ in 0..random.below(3) + 1 {
            // Most edits past the hashes: behind the header, where the sections are.
            let at = 128 + random.below(forged.len() - 128);
            forged[at] = match random.below(4) {
                0 => 0,
                1 => 255,
                2 => forged[at] ^ (1 << random.below(8)),
                _ => random.below(256) as u8,
            };
        }
        seal(&mut forged);
        if let Ok(table) = Table::open(&forged) {
            opened += 1;
            ask_everything(&table, &mut scratch);
        }
    }
    assert!(opened > edits / 20, "{opened} of {edits} opened");
}

/// Sections cut or swapped with the hashes put right never open: their places are fixed by their lengths.
#[test]
fn a_sealed_header_still_has_to_fit() {
    let bytes = rich();
    let change = |at: usize, to: &[u8]| {
        let mut changed = bytes.clone();
        changed[at..at + to.len()].copy_from_slice(to);
        seal(&mut changed);
        Table::open(&changed).map(|_| ()).unwrap_err()
    };
    assert_eq!(change(0, b"PK"), OpenError::NotATable);
    assert_eq!(change(8, &[2]), OpenError::Version(2));
    assert_eq!(change(12, &[1]), OpenError::Header("reserved bytes are set"));
    assert_eq!(change(16, &[0]), OpenError::Header("the length is not that of the file"));
    assert_eq!(change(24, &[1]), OpenError::Header("the number of sections is not that of this version"));
    assert!(matches!(change(128, &[8]), OpenError::Directory { section: "text", .. }));
    assert!(matches!(change(128 + 8, &[0xff; 4]), OpenError::Directory { section: "text", .. }));
    assert!(matches!(change(128 + 16 + 12, &[5]), OpenError::Directory { section: "text-starts", .. }));
}

struct SmallRandom(u64);

impl SmallRandom {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
