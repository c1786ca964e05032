//! Packages: what each sees of the others, and under which names.
//!
//! All packages make one policy. A package sees its own declarations and those of the packages that it
//! uses, directly or through others; `with THEIRS as OURS` gives a name another spelling on the way. What
//! the root sees is what the model calls it.

use super::context::Cx;
use super::space::Space;
use crate::diagnostic::codes::resolve as codes;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::message::resolve as text;
use crate::source::{PackageId, SourceSet, Symbol};
use crate::syntax::ast;
use std::collections::BTreeMap;

/// The root package.
pub(super) const ROOT: PackageId = PackageId(0);

/// Another package as one package sees it.
#[derive(Debug, Clone, Default)]
struct Sight {
    /// From the name in the package that declares it; the same if absent.
    renamed: BTreeMap<Symbol, Symbol>,
}

/// Who sees whom.
#[derive(Debug, Default)]
pub(super) struct Packages {
    /// By package: the packages it sees, itself first, the near ones before the far ones.
    views: Vec<Vec<(PackageId, Sight)>>,
}

impl Packages {
    /// Follows the `use` statements. Unknown folders are reported.
    pub(super) fn new(sources: &SourceSet, uses: &[(PackageId, &ast::Use)], out: &mut Vec<Diagnostic>) -> Self {
        let count = sources.packages.len().max(1);
        let mut edges: Vec<Vec<(PackageId, &ast::Use)>> = vec![Vec::new(); count];
        for (package, used) in uses {
            match target(sources, *package, used) {
                Some(to) => {
                    if let Some(edges) = edges.get_mut(package.0 as usize) {
                        edges.push((to, used));
                    }
                }
                None => out.push(unknown_package(sources, *package, used)),
            }
        }
        for edges in &mut edges {
            edges.sort_by(|a, b| a.1.path.text.cmp(&b.1.path.text));
        }
        Self { views: (0..count).map(|index| view(PackageId(index as u32), &edges)).collect() }
    }

    /// The packages that `package` sees, itself first.
    pub(super) fn seen(&self, package: PackageId) -> impl Iterator<Item = PackageId> {
        self.views.get(package.0 as usize).into_iter().flatten().map(|(other, _)| *other)
    }

    /// What `viewer` calls that which `owner` declares as `symbol`; `None` if it does not see that package.
    pub(super) fn name_in(&self, viewer: PackageId, owner: PackageId, symbol: Symbol) -> Option<Symbol> {
        if viewer == owner {
            return Some(symbol);
        }
        let (_, sight) = self.views.get(viewer.0 as usize)?.iter().find(|(other, _)| *other == owner)?;
        Some(sight.renamed.get(&symbol).copied().unwrap_or(symbol))
    }

    /// What the whole policy calls it.
    pub(super) fn global(&self, owner: PackageId, symbol: Symbol) -> Symbol {
        self.name_in(ROOT, owner, symbol).unwrap_or(symbol)
    }

    /// Whether there is only one, so that names need no translation.
    pub(super) fn single(&self) -> bool {
        self.views.len() <= 1
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.views.len().max(1)
    }
}

/// Breadth first, so that the nearest way to a package gives its names.
fn view(start: PackageId, edges: &[Vec<(PackageId, &ast::Use)>]) -> Vec<(PackageId, Sight)> {
    let mut seen = vec![(start, Sight::default())];
    let mut next = 0;
    while let Some((package, sight)) = seen.get(next).cloned() {
        for (to, used) in edges.get(package.0 as usize).into_iter().flatten() {
            if seen.iter().any(|(other, _)| other == to) {
                continue;
            }
            let mut renamed = BTreeMap::new();
            for (theirs, ours) in &used.renames {
                let ours = sight.renamed.get(&ours.symbol).copied().unwrap_or(ours.symbol);
                renamed.insert(theirs.symbol, ours);
            }
            // A name that this way leaves alone is renamed as the way to it renames.
            for (before, after) in &sight.renamed {
                renamed.entry(*before).or_insert(*after);
            }
            seen.push((*to, Sight { renamed }));
        }
        next += 1;
    }
    seen
}

fn target(sources: &SourceSet, package: PackageId, used: &ast::Use) -> Option<PackageId> {
    let from = sources.packages.get(package.0 as usize)?;
    let known = from.uses.iter().find(|known| known.written == used.path.text)?;
    (known.package.0 < sources.packages.len() as u32).then_some(known.package)
}

fn unknown_package(sources: &SourceSet, package: PackageId, used: &ast::Use) -> Diagnostic {
    let path = || (&*used.path.text).into();
    let diagnostic = Diagnostic::error(
        &codes::UNKNOWN_PACKAGE,
        text::UNKNOWN_PACKAGE.with([("path", path())]),
        used.path.span,
        text::UNKNOWN_PACKAGE_HERE.plain(),
    );
    let from = sources.packages.get(package.0 as usize);
    let near = did_you_mean(&used.path.text, from.into_iter().flat_map(|from| &from.uses).map(|known| &*known.written));
    match near {
        Some(near) => diagnostic.help(text::DID_YOU_MEAN.with([("name", near.into())])),
        None => diagnostic.help(text::UNKNOWN_PACKAGE_HELP.plain()),
    }
}

/// Reports renames of what is not there, once all names are declared.
pub(super) fn check_renames(cx: &mut Cx<'_>, uses: &[(PackageId, &ast::Use)]) {
    for (package, used) in uses {
        let Some(to) = target(cx.sources, *package, used) else { continue };
        for (theirs, _) in &used.renames {
            if Space::ALL.iter().any(|space| cx.names.get(to, *space, theirs.symbol).is_some()) {
                continue;
            }
            let near = {
                let tables = Space::ALL.iter().map(|space| cx.names.table(to, *space));
                let names = tables.flat_map(super::space::NameTable::iter).map(|(symbol, _)| cx.text(symbol));
                did_you_mean(cx.text(theirs.symbol), names).map(str::to_owned)
            };
            let name = cx.text(theirs.symbol);
            let diagnostic = Diagnostic::error(
                &codes::UNKNOWN_RENAME,
                text::UNKNOWN_RENAME.with([("path", (&*used.path.text).into()), ("name", name.into())]),
                theirs.span,
                text::UNKNOWN_RENAME_HERE.plain(),
            );
            cx.out.push(super::context::suggest(diagnostic, near.as_deref()));
        }
    }
}
