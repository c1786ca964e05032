//! `separation-implied`: a guarantee about what nobody has or can together follows from another one.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::SEPARATION_IMPLIED as CODE;
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;
use crate::model::{Guarantee, GuaranteeKind, RightSet, RoleId, WindowId};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Separation) };

/// Guarantees of the kind beyond which none is compared.
const MOST: usize = 500;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let kind = |guarantee: &&Guarantee| {
        matches!(guarantee.kind, GuaranteeKind::NobodyHasTwo(_) | GuaranteeKind::NobodyCanBoth(..))
    };
    let lines: Vec<&Guarantee> = cx.model.guarantees.iter().filter(kind).collect();
    if lines.len() > MOST {
        cx.complete.set(false);
        return;
    }
    for (at, line) in lines.iter().enumerate() {
        let by = lines.iter().enumerate().find(|(other, wide)| {
            // Of two that say the same, the later one is the needless one.
            *other != at && implies(cx, wide, line) && (*other < at || !implies(cx, line, wide))
        });
        let Some((_, by)) = by else { continue };
        let message = text::SEPARATION_IMPLIED.with([("other", by.sentence.as_ref().into())]);
        let here = text::SEPARATION_IMPLIED_HERE.plain();
        let found = Diagnostic::info(&CODE, message, line.origin.span, here).about([line.sentence.as_ref()]);
        let found = found.and(by.origin.span, text::SEPARATION_IMPLIED_BY.plain());
        out.push(found.help(text::SEPARATION_IMPLIED_HELP.plain()));
    }
}

fn implies(cx: &Context<'_>, wide: &Guarantee, narrow: &Guarantee) -> bool {
    if wide.window != WindowId::ALWAYS && wide.window != narrow.window {
        return false;
    }
    match (&wide.kind, &narrow.kind) {
        (GuaranteeKind::NobodyHasTwo(wide), GuaranteeKind::NobodyHasTwo(narrow)) => holds_apart(cx, wide, narrow),
        (GuaranteeKind::NobodyCanBoth(a, b), GuaranteeKind::NobodyCanBoth(c, d)) => {
            (within(c, a) && within(d, b)) || (within(c, b) && within(d, a))
        }
        _ => false,
    }
}

/// Every two of the narrow roles are, or inherit, two of the wide ones.
fn holds_apart(cx: &Context<'_>, wide: &[RoleId], narrow: &[RoleId]) -> bool {
    narrow.iter().enumerate().all(|(at, one)| {
        narrow.iter().skip(at + 1).all(|other| {
            let mut first = wide.iter().filter(|role| cx.inherits(*one, **role));
            first.any(|a| wide.iter().any(|b| a != b && cx.inherits(*other, *b)))
        })
    })
}

fn within(small: &RightSet, large: &RightSet) -> bool {
    small.items.iter().all(|item| large.items.contains(item))
}
