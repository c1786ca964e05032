//! `covered-mask`: wherever a mask masks, other masks or denies do the same.

use crate::diagnostic::codes::lines::COVERED_MASK;
use crate::diagnostic::{Diagnostic, Severity};
use crate::exact::Line;
use crate::facts::{Fact, Standing};
use crate::lint::statements::{is_later, lines, origin_of};
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::{MaskId, Origin};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { code: &COVERED_MASK, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<Origin, Vec<(MaskId, Option<&Fact>)>> = BTreeMap::new();
    for (index, mask) in cx.model.masks.iter().enumerate() {
        let id = MaskId::from_index(index);
        seen.entry(mask.origin).or_default().push((id, cx.facts().masks.get(&id)));
    }
    for (origin, masks) in seen {
        let repeats = |(id, fact): &(MaskId, Option<&Fact>)| {
            fact.is_some_and(|fact| match &fact.standing {
                Standing::Jointly(_) => true,
                standing => is_later(cx.model, Line::Mask(*id), standing),
            })
        };
        let Some((id, Some(fact))) = masks.first().filter(|_| masks.iter().all(repeats)) else { continue };
        out.extend(report(cx, *id, fact, origin));
    }
}

fn report(cx: &Context<'_>, id: MaskId, fact: &Fact, origin: Origin) -> Option<Diagnostic> {
    let mask = cx.model.masks.get(id.index())?;
    let role = cx.model.role_name(mask.role);
    let message = text::COVERED_MASK.with([("role", role.into())]);
    let here = text::MASKS_NOTHING_NEW_HERE.plain();
    let mut found =
        Diagnostic { severity: Severity::Info, ..Diagnostic::warning(&COVERED_MASK, message, origin.span, here) };
    for other in lines(&fact.standing).into_iter().filter_map(|line| origin_of(cx.model, line)) {
        if other != origin && !found.secondary.iter().any(|label| label.span == other.span) {
            found = found.and(other.span, text::MASKS_HERE.plain());
        }
    }
    let fields = mask.fields.iter().map(|field| cx.model.field_name(*field));
    let about: Vec<&str> = [role, cx.model.object_name(mask.object)].into_iter().chain(fields).collect();
    Some(found.about(about).witness(fact.witness.clone()).help(text::COVERED_HELP.plain()))
}
