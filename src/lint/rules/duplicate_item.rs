//! `duplicate-item`: a list names the same thing twice.

use crate::diagnostic::codes::upkeep::DUPLICATE_ITEM;
use crate::diagnostic::{Diagnostic, Fix};
use crate::lint::listed::{List, lists, removal};
use crate::lint::{Context, Group, Lint};
use crate::message::upkeep as text;
use crate::source::Span;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { code: &DUPLICATE_ITEM, group: Group::Hygiene, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for list in lists(cx) {
        let mut first: BTreeMap<String, Span> = BTreeMap::new();
        for (index, span) in list.items.iter().enumerate() {
            let words: Vec<&str> = cx.sources.text(*span).split_whitespace().collect();
            let item = words.join(" ");
            match first.get(&item) {
                None => drop(first.insert(item, *span)),
                Some(earlier) => out.push(report(cx, &list, index, *earlier, &item)),
            }
        }
    }
}

fn report(cx: &Context<'_>, list: &List, index: usize, earlier: Span, item: &str) -> Diagnostic {
    let name = || [("item", item.into())];
    let span = list.items.get(index).copied().unwrap_or(earlier);
    let message = text::DUPLICATE_ITEM.with(name());
    let mut found = Diagnostic::info(&DUPLICATE_ITEM, message, span, text::DUPLICATE_ITEM_HERE.plain())
        .and(earlier, text::DUPLICATE_ITEM_THERE.plain());
    found.about = list.owner.map(|owner| vec![cx.model.text(owner).to_owned(), item.to_owned()]).unwrap_or_default();
    let fix = text::DUPLICATE_ITEM_FIX.with(name());
    match removal(cx, &list.items, index) {
        Some(edit) => found.fix(Fix::keeping(fix, vec![edit])),
        None => found.help(fix),
    }
}
