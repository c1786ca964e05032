//! Applies the mechanical repairs of findings to the files on disk.

use super::output::{Failure, Output};
use super::policy::Package;
use crate::diagnostic::Edit;
use crate::message::cli as text;
use crate::project;
use crate::source::{FileId, SourceFile, join_path};
use std::collections::BTreeMap;
use std::path::Path;

/// Applies what does not overlap; true if anything was written. Files of other packages are left alone: they may have
/// other owners.
pub(super) fn apply(package: &Package, out: &mut Output) -> Result<bool, Failure> {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    let mut applied: usize = 0;
    for fix in package.diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
        // A repair is applied whole or not at all.
        let free = |edit: &Edit| {
            let own = package.sources.file(edit.span.file).is_some_and(|file| file.package.0 == 0);
            let taken = by_file.get(&edit.span.file);
            own && taken.is_none_or(|taken| taken.iter().all(|other| apart(edit, other)))
        };
        if fix.edits.iter().all(free) {
            applied += 1;
            for edit in &fix.edits {
                by_file.entry(edit.span.file).or_default().push(edit);
            }
        }
    }
    for (id, edits) in by_file {
        let Some(file) = package.sources.file(id) else { continue };
        let path = join_path(&package.base, &file.path);
        project::write(Path::new(&path), edited(file, edits).as_bytes())?;
    }
    if applied > 0 {
        let words = out.words(&text::FIXED.with([("n", applied.into())]));
        out.talk(&words);
    }
    Ok(applied > 0)
}

/// Neither overlaps nor touches.
fn apart(a: &Edit, b: &Edit) -> bool {
    a.span.end < b.span.start || b.span.end < a.span.start
}

fn edited(file: &SourceFile, mut edits: Vec<&Edit>) -> String {
    edits.sort_by_key(|edit| edit.span);
    let mut text = String::with_capacity(file.text.len());
    let mut at = 0;
    for edit in edits {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let (Some(before), Some(_)) = (file.text.get(at..start), file.text.get(start..end)) else { continue };
        text.push_str(before);
        text.push_str(&edit.text);
        at = end;
    }
    text.push_str(file.text.get(at..).unwrap_or(""));
    text
}
