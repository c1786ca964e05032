//! [`Counted`]: rights against their budgets, for rules that count.

use super::Context;
use crate::message::{Arg, Message, Text, privilege as text};
use crate::model::{ObjectId, RightId};

/// Rights that a policy has before a share of them says something.
const RIGHTS: usize = 100;

/// How many there may be.
pub(super) struct Limits {
    pub(super) rights: u32,
    pub(super) objects: u32,
    pub(super) share: u32,
}

/// How many there are.
pub(super) struct Counted {
    rights: usize,
    objects: usize,
    share: usize,
}

impl Counted {
    pub(super) fn new(cx: &Context<'_>, rights: &[RightId]) -> Self {
        let of = rights.iter().filter_map(|right| cx.model.rights.get(right.index()));
        let mut objects: Vec<ObjectId> = of.map(|right| right.object).collect();
        objects.sort_unstable();
        objects.dedup();
        let all = cx.model.rights.len();
        let share = if all < RIGHTS { 0 } else { rights.len().saturating_mul(100).div_ceil(all) };
        Self { rights: rights.len(), objects: objects.len(), share }
    }

    /// Each budget that is exceeded, as `12 of 10 …`; nothing if none is.
    pub(super) fn above(&self, limits: &Limits) -> Vec<Message> {
        let kinds: [(usize, u32, &'static Text); 3] = [
            (self.rights, limits.rights, &text::RIGHTS_OF),
            (self.objects, limits.objects, &text::OBJECTS_OF),
            (self.share, limits.share, &text::PERCENT_OF),
        ];
        let above = kinds.into_iter().filter(|(count, most, _)| *count > *most as usize);
        above.map(|(count, most, entry)| entry.with([("count", count.into()), ("most", number(most))])).collect()
    }
}

/// A budget, for a message.
pub(super) fn number(most: u32) -> Arg {
    (most as usize).into()
}

/// Those that are sensitive.
pub(super) fn sensitive(cx: &Context<'_>, rights: &[RightId]) -> Vec<RightId> {
    rights.iter().copied().filter(|right| cx.risks.is_sensitive(*right)).collect()
}
