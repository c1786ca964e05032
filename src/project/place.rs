//! Paths as people read them: relative, with `/`.

use std::path::{Component, Path};

/// `to` as seen from the folder `from`, both canonical; `.` if they are the same.
pub fn relative(from: &Path, to: &Path) -> String {
    let from: Vec<Component<'_>> = from.components().collect();
    let to: Vec<Component<'_>> = to.components().collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let ups = from.iter().skip(common).map(|_| "..".to_owned());
    let downs = to.iter().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = ups.chain(downs).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// Whether `written` is a relative path with `/` between its parts, that means the same on every system.
pub(super) fn is_portable(written: &str) -> bool {
    let drive = written.as_bytes().get(1) == Some(&b':') && written.starts_with(|c: char| c.is_ascii_alphabetic());
    !written.is_empty()
        && !written.starts_with('/')
        && !drive
        && !written.contains(|c: char| c == '\\' || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::join_path;

    #[test]
    fn relative_paths_go_up_and_down() {
        assert_eq!(relative(Path::new("/a/b"), Path::new("/a/c/d")), "../c/d");
        assert_eq!(relative(Path::new("/a/b"), Path::new("/a/b")), ".");
        assert_eq!(relative(Path::new("/a/b"), Path::new("/a/b/x.roles")), "x.roles");
    }

    #[test]
    fn joined_paths_are_short() {
        assert_eq!(join_path("policies/acme", "../shared/a.roles"), "policies/shared/a.roles");
        assert_eq!(join_path(".", "../shared/a.roles"), "../shared/a.roles");
        assert_eq!(join_path("../x", "../../y"), "../../y");
        assert_eq!(join_path("/", "../y"), "/y");
        assert_eq!(join_path("policies/", "."), "policies");
        assert_eq!(join_path("", ""), ".");
    }

    #[test]
    fn portable_paths_are_relative() {
        assert!(is_portable("../shared"));
        assert!(is_portable("人员.csv"));
        for bad in ["", "/etc", "C:\\x", "c:x", "..\\shared", "a\0b"] {
            assert!(!is_portable(bad), "{bad:?}");
        }
    }
}
