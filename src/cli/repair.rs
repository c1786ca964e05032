//! Repairs of findings, applied in rounds in memory, proved, and only then written or shown.

use super::line_diff::line_diff;
use super::output::{Failure, Output};
use super::policy::Package;
use super::unchanged::Decisions;
use crate::compile::{Compilation, ParsedSet};
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity, fix};
use crate::format;
use crate::message::{Message, repair as text};
use crate::project;
use crate::render::escape_lines;
use crate::source::{FileId, SourceSet, Span, join_path};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Rounds at most: a repair may make another one possible.
const ROUNDS: usize = 50;

/// Guesses that do not help and are passed over, at most: each takes a few compilations to find.
const PASSED_OVER: usize = 20;

/// A policy in memory and what is found in it.
pub(super) struct Looked {
    pub(super) compilation: Compilation,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Compiles texts as the package on disk is compiled.
pub(super) type Look<'a> = dyn Fn(&SourceSet) -> Looked + 'a;

/// Repaired texts.
pub(super) struct Mended {
    sources: SourceSet,
    /// Repairs.
    pub(super) applied: usize,
    /// Guesses that would not help, and were left out.
    pub(super) left_out: Vec<Message>,
}

/// Applies repairs up to `most`, the safest first, until none is left. Files of other packages are left alone: they may have
/// other owners.
pub(super) fn mend(package: &Package, most: Safety, look: &Look<'_>) -> Result<Mended, Failure> {
    let original = copy(&package.sources)?;
    let looked = look(&original);
    let decisions = Decisions::of(&original, &looked.compilation);
    let (base, left_out) = (package.base.as_str(), BTreeMap::new());
    let mut state = State { sources: original, looked, decisions, most, look, base, left_out };
    let mut applied = 0;
    for _ in 0..ROUNDS {
        let repaired = state.round()?;
        if repaired == 0 {
            break;
        }
        applied += repaired;
    }
    if applied > 0 {
        state.layout(package)?;
    }
    Ok(Mended { sources: state.sources, applied, left_out: state.left_out.into_values().collect() })
}

struct State<'a> {
    sources: SourceSet,
    looked: Looked,
    /// `None` if the policy has no meaning.
    decisions: Option<Decisions>,
    most: Safety,
    look: &'a Look<'a>,
    base: &'a str,
    /// Guesses that do not help, by what is wrong and the line that it is in.
    left_out: BTreeMap<Guess, Message>,
}

/// Code and line of an error whose repair was tried.
type Guess = (&'static str, String);

impl State<'_> {
    /// Applies what does not overlap of the safest repairs that there are.
    fn round(&mut self) -> Result<usize, Failure> {
        loop {
            let is_wanted = |d: &&Diagnostic| self.left_out.is_empty() || !self.left_out.contains_key(&self.guess(d));
            let wanted = self.looked.diagnostics.iter().filter(is_wanted);
            let chosen = choose(&self.sources, wanted, self.most);
            let count = chosen.len();
            if count == 0 {
                return Ok(0);
            }
            if let Some(next) = self.attempt(&chosen) {
                (self.sources, self.looked, self.decisions) = next;
                return Ok(count);
            }
            // One that fails alone, or with as few others as halving finds.
            let mut suspects = chosen.as_slice();
            while suspects.len() > 1 {
                let (first, second) = suspects.split_at(suspects.len() / 2);
                suspects = if self.attempt(first).is_none() { first } else { second };
            }
            let Some((diagnostic, fix)) = suspects.first() else { return Err(Failure::Reported) };
            let said = self.refusal(diagnostic, fix);
            // A guess claims nothing: where it does not help, the others still may.
            if fix.safety != Safety::Guesses || self.left_out.len() == PASSED_OVER {
                return Err(Failure::Message(said, Some(text::MEND_BY_HAND.plain())));
            }
            let guess = self.guess(diagnostic);
            self.left_out.insert(guess, said);
        }
    }

    fn guess(&self, diagnostic: &Diagnostic) -> Guess {
        let span = diagnostic.primary.span;
        let line = self.sources.file(span.file).and_then(|file| {
            let (before, after) = file.text.split_at_checked(span.start as usize)?;
            let (_, before) = before.rsplit_once('\n').unwrap_or(("", before));
            Some(format!("{before}{}", after.lines().next().unwrap_or_default()))
        });
        (diagnostic.code.id, line.unwrap_or_default())
    }

    /// The texts with these repairs, if they do what they claim.
    fn attempt(&self, chosen: &[(&Diagnostic, &Fix)]) -> Option<(SourceSet, Looked, Option<Decisions>)> {
        let sources = fix::apply(&self.sources, chosen.iter().flat_map(|(_, fix)| &fix.edits))?;
        let looked = (self.look)(&sources);
        let after = Decisions::of(&sources, &looked.compilation);
        let both = self.decisions.as_ref().zip(after.as_ref());
        let (_, fix) = chosen.first()?;
        let holds = match fix.safety {
            Safety::Keeps => both.is_some_and(|(before, after)| before.same(after)),
            Safety::Narrows => both.is_some_and(|(before, after)| before.narrows(after)),
            // Each of them, so that none that does not help comes along with those that do.
            Safety::Guesses => errors(&looked.diagnostics) + chosen.len() <= errors(&self.looked.diagnostics),
        };
        holds.then_some((sources, looked, after))
    }

    fn refusal(&self, diagnostic: &Diagnostic, fix: &Fix) -> Message {
        let at = self.sources.position(diagnostic.primary.span);
        let path = self.sources.file(diagnostic.primary.span.file).map_or("", |file| &file.path);
        let args = [
            ("fix", fix.message.clone().into()),
            ("path", join_path(self.base, path).into()),
            ("line", u64::from(at.line).into()),
        ];
        match fix.safety {
            Safety::Keeps => text::WOULD_CHANGE.with(args),
            Safety::Narrows => text::WOULD_WIDEN.with(args),
            Safety::Guesses => text::WOULD_NOT_HELP.with(args),
        }
    }

    /// Brings changed files into the one layout, and proves once more that nothing is decided otherwise.
    fn layout(&mut self, package: &Package) -> Result<(), Failure> {
        let mut parsed = ParsedSet::default();
        parsed.parse_rest(&self.sources);
        let mut edits = Vec::new();
        for (id, changed) in changed(package, &self.sources) {
            let Some(source) = self.sources.file(id) else { continue };
            let Some(ast) = parsed.asts.get(id.0 as usize) else { continue };
            // A file that cannot be formatted (it still has errors) stays as it is.
            if let Ok(formatted) = format::format(source, ast, &mut parsed.symbols) {
                let end = u32::try_from(changed.len()).unwrap_or(u32::MAX);
                edits.push(Edit { span: Span::new(id, 0, end), text: formatted });
            }
        }
        let sources = fix::apply(&self.sources, &edits).ok_or_else(|| Failure::from(text::LAYOUT_CHANGES.plain()))?;
        let looked = (self.look)(&sources);
        let after = Decisions::of(&sources, &looked.compilation);
        if self.decisions.as_ref().zip(after.as_ref()).is_some_and(|(before, after)| !before.same(after)) {
            return Err(text::LAYOUT_CHANGES.plain().into());
        }
        self.sources = sources;
        Ok(())
    }
}

impl Mended {
    /// Shows what would be written.
    pub(super) fn show(&self, package: &Package, out: &mut Output) {
        for (id, new) in changed(package, &self.sources) {
            if let Some(old) = package.sources.file(id) {
                let diff = line_diff(&join_path(&package.base, &old.path), &old.text, new);
                out.data(escape_lines(&diff).as_bytes());
            }
        }
    }

    /// Writes every changed file, or none.
    pub(super) fn write(&self, package: &Package) -> Result<(), Failure> {
        let mut files: Vec<(PathBuf, &[u8])> = Vec::new();
        for (id, new) in changed(package, &self.sources) {
            let Some(old) = package.sources.file(id) else { continue };
            let path = PathBuf::from(join_path(&package.base, &old.path));
            let now = project::read_limited(&path, old.text.len() as u64);
            if now.ok().is_none_or(|now| now != old.text.as_bytes()) {
                let path = path.to_string_lossy().into_owned();
                return Err(text::CHANGED_MEANWHILE.with([("path", path.into())]).into());
            }
            files.push((path, new.as_bytes()));
        }
        let files: Vec<(&Path, &[u8])> = files.iter().map(|(path, bytes)| (path.as_path(), *bytes)).collect();
        project::write_all(&files).map_err(Failure::from)
    }
}

/// Files of the package itself that differ, with their new text.
fn changed<'s>(package: &Package, sources: &'s SourceSet) -> Vec<(FileId, &'s str)> {
    let pairs = package.sources.files.iter().zip(&sources.files).enumerate();
    let differ = pairs.filter(|(_, (old, new))| old.package.0 == 0 && old.text != new.text);
    differ.map(|(index, (_, new))| (FileId(index as u32), &*new.text)).collect()
}

/// Of the safest repairs that there are, those that neither overlap nor touch, each with its finding.
fn choose<'d>(
    sources: &SourceSet,
    found: impl Iterator<Item = &'d Diagnostic>,
    most: Safety,
) -> Vec<(&'d Diagnostic, &'d Fix)> {
    let own = |edit: &Edit| sources.file(edit.span.file).is_some_and(|file| file.package.0 == 0);
    let fixes = found.filter_map(|diagnostic| diagnostic.fix.as_ref().map(|fix| (diagnostic, fix)));
    let fixes: Vec<_> =
        fixes.filter(|(_, fix)| fix.safety <= most && !fix.edits.is_empty() && fix.edits.iter().all(own)).collect();
    let Some(safest) = fixes.iter().map(|(_, fix)| fix.safety).min() else { return Vec::new() };
    let mut taken = BTreeMap::new();
    let mut chosen = Vec::new();
    for (diagnostic, fix) in fixes.into_iter().filter(|(_, fix)| fix.safety == safest) {
        // A repair is applied whole or not at all.
        if fix.edits.iter().all(|edit| is_free(&taken, edit)) {
            taken.extend(fix.edits.iter().map(|edit| ((edit.span.file, edit.span.start), edit.span.end)));
            chosen.push((diagnostic, fix));
        }
    }
    chosen
}

fn is_free(taken: &BTreeMap<(FileId, u32), u32>, edit: &Edit) -> bool {
    let (file, start, end) = (edit.span.file, edit.span.start, edit.span.end);
    let left = taken.range(..(file, end)).next_back().filter(|((other, _), _)| *other == file);
    let right = taken.get(&(file, end));
    // Two deletions side by side do not disturb each other; of an insertion beside one nobody knows on which side it goes.
    let apart = |(at, last): (u32, u32)| last < start || last == start && at < last && start < end;
    left.is_none_or(|((_, at), last)| apart((*at, *last))) && right.is_none_or(|last| start < end && end < *last)
}

fn errors(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
}

fn copy(sources: &SourceSet) -> Result<SourceSet, Failure> {
    fix::apply(sources, []).ok_or(Failure::Reported)
}

/// Says what was done, or would be.
pub(super) fn say(applied: usize, written: bool, out: &mut Output) {
    let entry = if written { &text::FIXED } else { &text::WOULD_FIX };
    let words = out.words(&entry.with([("n", applied.into())]));
    out.talk(&words);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A rule that calls harmless what is not: its repair takes an allow out.
    #[test]
    fn a_repair_that_changes_decisions_is_refused_by_name() {
        use crate::compile::{Options, compile};
        use crate::diagnostic::codes::lines::COVERED_ALLOW;
        use crate::message::{Lang, lines};
        let line = "  allow update Customer within own\n";
        let policy = format!(
            "policy p {{ language 1 timezone \"UTC\" }}\nobject Customer {{ record actions read, update record owner is o \
             }}\nrole A {{\n  allow read Customer within own\n{line}}}\nuser li.na\nassign A to li.na\n"
        );
        let claimed = |sources: &SourceSet, text: &str| {
            let start = sources.files.first().and_then(|file| file.text.find(text))?;
            let (start, end) = (u32::try_from(start).ok()?, u32::try_from(start + text.len()).ok()?);
            let span = Span::new(FileId(0), start, end);
            let edits = vec![Edit { span, text: String::new() }];
            let words = || lines::COVERED_HELP.plain();
            let found = Diagnostic::info(&COVERED_ALLOW, words(), span, words());
            Some(found.fix(Fix::keeping(words(), edits)))
        };
        let look = |sources: &SourceSet| {
            let options = Options { prove: false, lint: false, ..Options::default() };
            let diagnostics = claimed(sources, line).into_iter().collect();
            Looked { compilation: compile(sources, options), diagnostics }
        };
        let sources = SourceSet::from_texts([("a.roles", policy.as_str())]);
        let looked = look(&sources);
        let decisions = Decisions::of(&sources, &looked.compilation);
        assert!(decisions.is_some() && looked.diagnostics.len() == 1);
        let mut state = State {
            sources,
            looked,
            decisions,
            most: Safety::Keeps,
            look: &look,
            base: "p",
            left_out: BTreeMap::new(),
        };
        let Err(Failure::Message(said, _)) = state.round() else { panic!("it was applied") };
        let said = said.render(Lang::En);
        assert!(said.contains("p/a.roles:5") && said.contains("remove the needless line"), "{said}");
        assert!(state.sources.files.iter().any(|file| file.text.contains(line)));
    }

    /// Of two guesses one does not help: the other is made all the same.
    #[test]
    fn a_guess_that_does_not_help_stands_in_no_others_way() {
        use crate::compile::{Options, compile};
        use crate::diagnostic::codes::resolve::UNKNOWN_ROLE;
        use crate::message::{Lang, lines};
        let policy = "policy p { language 1 timezone \"UTC\" }\nrole A { }\nuser li.na\nassign Nope to li.na\n\
             assign A to li.na through 31/12/2026\n";
        let look = |sources: &SourceSet| {
            let options = Options { prove: false, lint: false, ..Options::default() };
            let mut compilation = compile(sources, options);
            let mut diagnostics = std::mem::take(&mut compilation.diagnostics);
            for found in diagnostics.iter_mut().filter(|found| found.code.id == UNKNOWN_ROLE.id) {
                let edit = Edit { span: found.primary.span, text: "Nada".to_owned() };
                found.fix = Some(Fix::guess(lines::COVERED_HELP.plain(), vec![edit]));
            }
            Looked { compilation, diagnostics }
        };
        let sources = SourceSet::from_texts([("a.roles", policy)]);
        let looked = look(&sources);
        let left_out = BTreeMap::new();
        let mut state =
            State { sources, looked, decisions: None, most: Safety::Guesses, look: &look, base: "p", left_out };
        assert!(matches!(state.round(), Ok(1)) && matches!(state.round(), Ok(0)));
        let text = state.sources.files.first().map(|file| file.text.to_string()).unwrap_or_default();
        assert!(text.contains("through 2026-12-31") && text.contains("assign Nope"), "{text}");
        let said: Vec<String> = state.left_out.values().map(|message| message.render(Lang::En)).collect();
        assert!(matches!(said.as_slice(), [only] if only.starts_with("p/a.roles:4 was left as it is")), "{said:?}");
    }

    #[test]
    fn edits_side_by_side() {
        let edit = |start, end| Edit { span: Span::new(FileId(1), start, end), text: String::new() };
        let taken: BTreeMap<(FileId, u32), u32> = [(0, 10, 20), (1, 10, 20), (1, 30, 30), (1, 40, 50), (2, 0, 100)]
            .map(|(f, a, b)| ((FileId(f), a), b))
            .into();
        for (start, end, free) in [
            (0, 5, true),
            (0, 10, true),
            (0, 11, false),
            (10, 10, false),
            (15, 15, false),
            (20, 20, false),
            (20, 25, true),
            (20, 30, false),
            (21, 29, true),
            (30, 35, false),
            (31, 40, true),
            (31, 60, false),
            (50, 60, true),
            (60, 60, true),
        ] {
            assert_eq!(is_free(&taken, &edit(start, end)), free, "{start}..{end}");
        }
    }
}
