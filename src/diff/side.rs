//! [`Side`]: one of the two policies that are compared.

use crate::compile::Compilation;
use crate::exact::index::Index;
use crate::lint::Waiver;
use crate::model::{Model, Origin};
use crate::source::{SourceSet, Span};

/// One of the two policies.
pub struct Side<'a> {
    pub(super) sources: &'a SourceSet,
    pub(super) model: &'a Model,
    waivers: &'a [Waiver],
    pub(super) index: Index<'a>,
}

impl std::fmt::Debug for Side<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Side").finish_non_exhaustive()
    }
}

impl<'a> Side<'a> {
    /// A policy that is whole; `None` for one with errors.
    pub fn new(sources: &'a SourceSet, compilation: &'a Compilation) -> Option<Self> {
        let model = &compilation.model;
        let index = || Index::new(model, &compilation.analysis);
        compilation.sound.then(|| Self { sources, waivers: &compilation.waivers, model, index: index() })
    }

    /// The words of each waiver that holds.
    pub(super) fn waivers(&self) -> impl Iterator<Item = String> + '_ {
        self.waivers.iter().map(|waiver| self.words(waiver.span))
    }

    /// The words under a span, with blanks collapsed and comments left out.
    pub(super) fn words(&self, span: Span) -> String {
        let text = self.sources.text(span);
        let lines = text.lines().map(|line| line.split(" #").next().unwrap_or(line));
        lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }

    /// All that a role says, but for its name; `None` if it says nothing.
    pub(super) fn body(&self, role: usize) -> Option<String> {
        let role = self.model.roles.get(role)?;
        let of = |origin: &Origin| self.words(origin.span);
        let rules = role.rules().filter_map(|id| self.model.rules.get(id.index())).map(|rule| of(&rule.origin));
        let masks = role.masks().filter_map(|id| self.model.masks.get(id.index())).map(|mask| of(&mask.origin));
        let mut lines: Vec<String> = rules.chain(masks).collect();
        lines.extend(role.without.iter().map(|line| of(&line.origin)));
        lines.extend(role.active.iter().map(|line| of(&line.origin)));
        lines.extend(self.model.cancels.get(range(&role.cancels)).into_iter().flatten().map(|line| of(&line.origin)));
        lines.extend(role.template.as_ref().map(|template| template.to_string()));
        if lines.is_empty() {
            return None;
        }
        lines.extend(role.parents.iter().map(|parent| self.model.role_name(*parent).to_owned()));
        lines.sort();
        Some(lines.join("\n"))
    }
}

pub(super) fn range(range: &std::ops::Range<u32>) -> std::ops::Range<usize> {
    range.start as usize..range.end as usize
}
