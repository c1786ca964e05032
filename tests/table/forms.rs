//! What does not depend on the order of files, and the rows as text.

use super::agree::build;
use crate::generate::{self, Dice};
use rolecall::source::{DataFile, PackageId, SourceSet};
use rolecall::table::{Table, holdings, rows, to_csv, to_json};

fn sources(files: Vec<(String, String)>, data: &[(String, String)]) -> SourceSet {
    let mut sources = SourceSet::from_texts(files);
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    sources.data = data
        .iter()
        .map(|(path, text)| DataFile {
            path: path.as_str().into(),
            package: PackageId(0),
            bytes: text.as_bytes().into(),
        })
        .collect();
    sources
}

/// Statements in another order, in files of other names: the same decisions, byte for byte.
#[test]
fn the_order_of_statements_and_files_does_not_show() {
    let mut compared = 0;
    for seed in 0..60 {
        let draft = generate::policy(seed);
        let Ok(one) = build(&sources(draft.files(), &draft.data)) else { continue };
        let mut blocks = draft.clone();
        Dice::new(seed).shuffle(&mut blocks.blocks);
        let text = blocks.text();
        let (first, second) = blocks.blocks.split_at(blocks.blocks.len() / 2);
        let half = |blocks: &[generate::Block]| generate::Draft { blocks: blocks.to_vec(), data: Vec::new() }.text();
        let files = vec![("z.roles".to_string(), half(first)), ("a/b.roles".to_string(), half(second))];
        let Ok(two) = build(&sources(files, &draft.data)) else { panic!("seed {seed}: only in one order\n{text}") };
        let (one, two) = (Table::open(&one).expect("a table"), Table::open(&two).expect("a table"));
        assert_eq!(one.decisions_hash(), two.decisions_hash(), "seed {seed}\n{text}");
        assert_ne!(one.file_hash(), two.file_hash());
        compared += 1;
    }
    assert!(compared > 30, "{compared} compared");
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    for seed in 0..20 {
        let draft = generate::policy(seed);
        let build = || build(&sources(draft.files(), &draft.data)).ok();
        assert_eq!(build(), build(), "seed {seed}");
    }
}

const POLICY: &str = r#"
policy p "P" { language 1 timezone "Europe/Berlin" version 7 }
label secret
unit HQ { unit East }
network office = 10.0.0.0/8
object Deal "=cmd" {
  general actions create
  record actions read, export
  record owner is owner
  record unit is home
  attribute size : number
  field note is secret
}
hours late = weekdays 18:00 to 22:00
template Desk(limit: number) { allow read Deal within my unit and below when record.size < limit or request.ip in office }
role EastDesk = Desk(12.5)
role Base {
  deny export Deal named no-export
  mask Deal (note) outside own
}
role Night inherits Base, EastDesk {
  active late when request.mfa
  cancel deny no-export inherited from Base during late because "x"
  allow create Deal from 2026-01-01 before 2026-07-01
  allow export Deal including secret within unit East or no owner
}
user ann "Ann" in East
user bob in HQ
assign Night to ann for unit East only from 2026-03-01
delegate Night of ann to bob from 2026-05-01 before 2026-05-08
"#;

#[test]
fn rows_and_holdings() {
    let bytes = build(&SourceSet::from_texts([("p.roles", POLICY)])).unwrap_or_else(|why| panic!("{why}"));
    let table = Table::open(&bytes).expect("a table");
    assert_eq!((table.policy_name(), table.policy_title(), table.version()), (Some("p"), Some("P"), 7));
    insta::assert_snapshot!("rows_json", to_json(rows(&table)).expect("JSON"));
    insta::assert_snapshot!("rows_csv", to_csv(rows(&table)));
    insta::assert_snapshot!("holdings_json", to_json(holdings(&table)).expect("JSON"));
}
