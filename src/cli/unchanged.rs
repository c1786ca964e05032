//! Whether a repaired policy decides as before: its table is the same, or says the same in fewer rules.

use crate::compile::Compilation;
use crate::lower;
use crate::model::{Model, RoleId};
use crate::source::SourceSet;
use crate::table::{self, Table};
use std::collections::{BTreeMap, BTreeSet};

/// What a policy decides, for comparison.
#[derive(Debug)]
pub(super) struct Decisions {
    /// The table, with cells for every role: what nobody holds today may be held tomorrow.
    table: Vec<u8>,
    /// The table without rules: people, suspensions, requirements, masks, names.
    rest: Vec<u8>,
}

/// What a rule says beside its key: record, fields, scope, condition, window, ways.
type Body = (bool, BTreeSet<String>, String, String, String, String);
/// Held role, object, action.
type Cell = (String, String, String);

/// Rules by cell.
#[derive(Debug, Default, PartialEq, Eq)]
struct Rules {
    allows: BTreeMap<Cell, BTreeSet<Body>>,
    denies: BTreeMap<Cell, BTreeSet<Body>>,
}

impl Decisions {
    /// Of a policy; `None` if it has no meaning, or is too large for a table.
    pub(super) fn of(sources: &SourceSet, compilation: &Compilation) -> Option<Self> {
        let model = &compilation.model;
        let probes: Vec<RoleId> = (0..model.roles.len()).map(RoleId::from_index).collect();
        let lower = |model: &Model| lower::lower(sources, model, &compilation.analysis, &probes).ok();
        if !compilation.sound {
            return None;
        }
        Some(Self { table: lower(model)?, rest: lower(&Model { rules: Vec::new(), ..model.clone() })? })
    }

    /// Whether every request is answered as before.
    pub(super) fn same(&self, after: &Self) -> bool {
        if hash(&self.table).is_some_and(|before| hash(&after.table) == Some(before)) {
            return true;
        }
        let (Some(old), Some(new)) = (self.rules(), after.rules()) else { return false };
        self.same_rest(after)
            && old.denies == new.denies
            && within(&old.allows, &new.allows)
            && within(&new.allows, &old.allows)
    }

    /// Whether no request is allowed that was not before.
    pub(super) fn narrows(&self, after: &Self) -> bool {
        if self.same(after) {
            return true;
        }
        let (Some(old), Some(new)) = (self.rules(), after.rules()) else { return false };
        let kept = |(cell, bodies): (&Cell, &BTreeSet<Body>)| new.denies.get(cell).is_some_and(|d| bodies.is_subset(d));
        self.same_rest(after) && old.denies.iter().all(kept) && within(&new.allows, &old.allows)
    }

    fn same_rest(&self, after: &Self) -> bool {
        hash(&self.rest).is_some_and(|before| hash(&after.rest) == Some(before))
    }

    fn rules(&self) -> Option<Rules> {
        let table = Table::open(&self.table).ok()?;
        let mut rules = Rules::default();
        for row in table::rows(&table) {
            let side = if row.effect == "allow" { &mut rules.allows } else { &mut rules.denies };
            let cell = (row.role.to_owned(), row.object.to_owned(), row.action.to_owned());
            let fields = row.fields.iter().map(|field| (*field).to_owned()).collect();
            let body = (row.record, fields, row.scope, row.condition, row.window, row.ways);
            side.entry(cell).or_default().insert(body);
        }
        Some(rules)
    }
}

/// Whether each rule of `narrow` gives nothing that some one rule of `wide` does not give. Words that differ may still mean
/// the same: then the answer is no, which only keeps a repair from being made.
fn within(narrow: &BTreeMap<Cell, BTreeSet<Body>>, wide: &BTreeMap<Cell, BTreeSet<Body>>) -> bool {
    narrow.iter().all(|(cell, bodies)| {
        let wide = wide.get(cell);
        bodies.iter().all(|body| wide.is_some_and(|wide| wide.contains(body) || wide.iter().any(|w| covers(w, body))))
    })
}

fn covers(wide: &Body, narrow: &Body) -> bool {
    let free = |wide: &str, narrow: &str| wide.is_empty() || wide == narrow;
    (wide.0 || !narrow.0)
        && narrow.1.is_subset(&wide.1)
        && (wide.2 == "within all" || wide.2 == narrow.2)
        && free(&wide.3, &narrow.3)
        && free(&wide.4, &narrow.4)
        && free(&wide.5, &narrow.5)
}

fn hash(table: &[u8]) -> Option<[u8; 16]> {
    Table::open(table).ok().map(|table| table.decisions_hash())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Options, compile};

    /// A policy around the lines of one role, which is held.
    fn decisions(lines: &str) -> Decisions {
        let text = format!(
            "policy p {{ language 1 timezone \"UTC\" }}\nlabel personal\nobject Customer {{\n  record actions read, update\n  \
             record owner is o\n  field phone is personal\n}}\nrole A {{\n{lines}\n}}\nuser li.na\nassign A to li.na\n"
        );
        let sources = SourceSet::from_texts([("x.roles", text)]);
        let compilation = compile(&sources, Options { prove: false, lint: false, ..Options::default() });
        assert!(compilation.sound, "{lines}: {:?}", compilation.diagnostics);
        Decisions::of(&sources, &compilation).unwrap()
    }

    #[test]
    fn the_same_in_fewer_rules() {
        let one = decisions("allow read Customer within all");
        for same in [
            "allow read Customer within all\nallow read Customer within own",
            "allow read Customer within own\nallow read Customer within all",
            "allow read Customer within all\nallow read Customer within own when request.mfa through 2026-12-31",
        ] {
            let more = decisions(same);
            assert!(one.same(&more) && more.same(&one) && more.narrows(&one), "{same}");
        }
    }

    #[test]
    fn less_is_narrower_and_more_is_not() {
        let one = decisions("allow read Customer within all");
        for less in [
            "allow read Customer within own",
            "allow read Customer within all when request.mfa",
            "allow read Customer within all through 2026-12-31",
            "allow read Customer within all\ndeny read Customer within own",
        ] {
            let less_of = decisions(less);
            assert!(!one.same(&less_of) && one.narrows(&less_of) && !less_of.narrows(&one), "{less}");
        }
        for more in [
            "allow read Customer including personal within all",
            "allow read, update Customer within all",
            "allow read Customer within all\nallow update Customer within own",
        ] {
            let more_of = decisions(more);
            assert!(!one.same(&more_of) && !one.narrows(&more_of) && more_of.narrows(&one), "{more}");
        }
        // A mask belongs to what must be equal: whether fewer are wider nobody asks here.
        let masked = decisions("allow read Customer including personal within all\nmask Customer (phone)");
        assert!(!decisions("allow read Customer including personal within all").narrows(&masked));
    }
}
