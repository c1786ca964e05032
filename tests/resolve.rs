//! The `resolve` stage over whole policies: what is valid stays without a word, in any order of files.

use crate::generate::{self, Dice, Draft};
use crate::support::{model, plain};
use rolecall::diagnostic::{Diagnostic, Severity};
use rolecall::model::Model;
use rolecall::resolve;
use rolecall::source::{DataFile, FileId, Interner, PackageId, SourceFile, SourceSet};
use rolecall::syntax;
use std::fs;
use std::path::Path;

/// Parses and resolves; diagnostics of both stages.
pub fn resolved(sources: &SourceSet) -> (Model, Vec<Diagnostic>) {
    let mut symbols = Interner::default();
    let mut found = Vec::new();
    let mut asts = Vec::new();
    for (index, file) in sources.files.iter().enumerate() {
        let parsed = syntax::parse(FileId(index as u32), file, &mut symbols);
        found.extend(parsed.diagnostics);
        asts.push(parsed.ast);
    }
    let (model, more) = resolve::resolve(sources, &asts, symbols);
    found.extend(more);
    (model, found)
}

/// The files of a folder as the root package.
fn folder(path: &str) -> SourceSet {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut files: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut sources = SourceSet::from_texts(Vec::<(String, String)>::new());
    for file in files.iter().filter(|file| file.is_file()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".roles") {
            sources.files.push(SourceFile::new(name, PackageId(0), fs::read_to_string(file).unwrap()));
        } else if name.ends_with(".csv") {
            let bytes = fs::read(file).unwrap().into();
            sources.data.push(DataFile { path: name.into(), package: PackageId(0), bytes });
        }
    }
    sources
}

#[test]
fn whole_policies_resolve_without_a_word() {
    for path in ["tests/cases/design-example", "policies/quickstart", "policies/acme-crm"] {
        let sources = folder(path);
        let (model, found) = resolved(&sources);
        assert!(found.is_empty(), "{path}:\n{}", plain::diagnostics(&sources, &found));
        assert!(!model.roles.is_empty() && !model.rules.is_empty() && !model.assignments.is_empty(), "{path}");
    }
}

#[test]
fn cases_of_the_semantics_resolve() {
    let mut wrong = String::new();
    for (name, folder) in crate::semantics::cases() {
        let sources = crate::semantics::sources(&folder);
        let (_, found) = resolved(&sources);
        let errors: Vec<_> = found.iter().filter(|d| d.severity == Severity::Error).cloned().collect();
        let refused = folder.join("error").exists();
        if !refused && !errors.is_empty() {
            wrong.push_str(&format!("{name}:\n{}", plain::diagnostics(&sources, &errors)));
        }
        // Guarantees and tests are for later stages; some of the other mistakes are too.
        let code = fs::read_to_string(folder.join("error")).unwrap_or_default();
        let later = ["E07", "E08"].iter().any(|family| code.starts_with(family));
        if later && !errors.is_empty() {
            wrong.push_str(&format!("{name}: not even resolved\n{}", plain::diagnostics(&sources, &errors)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_order_and_the_names_of_files_mean_nothing() {
    let mut wrong = String::new();
    for seed in 0..120 {
        let draft = generate::policy(seed);
        let one = with_data(SourceSet::from_texts(draft.files()), &draft);
        let (first, found) = resolved(&one);
        let errors: Vec<_> = found.iter().filter(|d| d.severity == Severity::Error).cloned().collect();
        if !errors.is_empty() {
            wrong.push_str(&format!("seed {seed}:\n{}", plain::diagnostics(&one, &errors)));
            continue;
        }
        let mut dice = Dice::new(seed);
        let mut blocks = draft.blocks.clone();
        dice.shuffle(&mut blocks);
        let files = blocks.into_iter().enumerate().map(|(index, block)| {
            let text = Draft { blocks: vec![block], data: Vec::new() }.text();
            (format!("{}.roles", index % 7), text)
        });
        let other = with_data(SourceSet::from_texts(files), &draft);
        let (second, _) = resolved(&other);
        let arenas = |m: &Model| format!("{:?}{:?}{:?}{:?}", m.windows, m.conditions, m.scopes, m.time.patterns);
        if model::dump(&first) != model::dump(&second) || arenas(&first) != arenas(&second) {
            wrong.push_str(&format!("seed {seed} differs\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn with_data(mut sources: SourceSet, draft: &Draft) -> SourceSet {
    for (path, text) in &draft.data {
        let bytes = text.as_bytes().into();
        sources.data.push(DataFile { path: path.as_str().into(), package: PackageId(0), bytes });
    }
    sources
}
