//! The project's own source text, as the house rules look at it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` with this ending, relative to the package, sorted.
pub fn paths(folder: &str, ending: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(next) = open.pop() {
        if next.is_dir() {
            open.extend(fs::read_dir(&next).unwrap().map(|entry| entry.unwrap().path()));
        } else if next.extension().is_some_and(|end| end == ending) {
            found.insert(next.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
    assert!(!found.is_empty(), "{folder}");
    found
}

/// The same with their texts.
pub fn files(folder: &str, ending: &str) -> BTreeMap<String, String> {
    let read = |path: String| {
        let text = page(&path);
        (path, text)
    };
    paths(folder, ending).into_iter().map(read).collect()
}

pub fn sources() -> BTreeMap<String, String> {
    ["src", "tests", "benches"].into_iter().flat_map(|folder| files(folder, "rs")).collect()
}

pub fn page(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is compiled into the library and the program: code under `#[cfg(test)]` left out.
pub fn shipped() -> BTreeMap<String, String> {
    let mut all = files("src", "rs");
    let mut tests = BTreeSet::new();
    for (path, text) in &mut all {
        while let Some(start) = text.find("\n#[cfg(test)]\n") {
            let rest = &text[start + 1..];
            let item = rest.lines().nth(1).unwrap_or("");
            let end = match item.strip_prefix("mod ").and_then(|item| item.strip_suffix(';')) {
                Some(module) => {
                    let folder = path.rsplit_once('/').unwrap().0;
                    tests.insert(format!("{folder}/{module}.rs"));
                    rest.find(";\n").unwrap() + 2
                }
                // Items are laid out by rustfmt: they end where a line is just their brace.
                None => rest.find("\n}\n").map_or(rest.len(), |end| end + 3),
            };
            text.replace_range(start + 1..start + 1 + end, "");
        }
    }
    for path in &tests {
        assert!(all.remove(path).is_some(), "{path}");
    }
    all
}

/// The code of a file with comments and the contents of literals blanked, and the literals.
pub fn split(text: &str) -> (String, Vec<String>) {
    let mut code = String::new();
    let mut literals = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        match c {
            '/' if next == Some('/') => {
                while chars.get(at).is_some_and(|c| *c != '\n') {
                    at += 1;
                }
            }
            '"' => {
                let mut literal = String::new();
                at += 1;
                while let Some(&c) = chars.get(at).filter(|c| **c != '"') {
                    literal.push(c);
                    if c == '\\' {
                        at += 1;
                        literal.extend(chars.get(at));
                    }
                    at += 1;
                }
                at += 1;
                code.push_str("\"\"");
                literals.push(literal);
            }
            // A character, not a lifetime.
            '\'' if next == Some('\\') || chars.get(at + 2) == Some(&'\'') => {
                at += if next == Some('\\') { 3 } else { 2 };
                while chars.get(at).is_some_and(|c| *c != '\'' && *c != '\n') {
                    at += 1;
                }
                at = chars[..chars.len().min(at + 1)].iter().rposition(|c| *c == '\'').unwrap_or(at) + 1;
                code.push(' ');
            }
            _ => {
                code.push(c);
                at += 1;
            }
        }
    }
    (code, literals)
}

/// The first names behind `crate::`, of plain paths and of groups.
pub fn used(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (start, _) in code.match_indices("crate::") {
        let before = code[..start].chars().next_back().unwrap_or(' ');
        if before.is_alphanumeric() || matches!(before, '_' | ':') {
            continue;
        }
        let rest = &code[start + "crate::".len()..];
        let mut depth = 0;
        let mut name = String::new();
        for c in rest.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                c if depth <= 1 && (c.is_alphanumeric() || c == '_') => {
                    name.push(c);
                    continue;
                }
                _ => {}
            }
            if !name.is_empty() && !name.ends_with('-') {
                found.insert(std::mem::take(&mut name));
            }
            match (depth, c) {
                (0, _) => break,
                // Behind `::` of a group comes no name of a module of ours, until the next comma.
                (1, ':') => name.push('-'),
                (1, ',') => name.clear(),
                _ => {}
            }
        }
    }
    found.retain(|name| !name.starts_with('-'));
    found
}
