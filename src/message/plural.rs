//! English plurals inside texts: `{n|user|users}`.

/// Picks the singular or plural form for `count`.
pub(super) fn pick<'a>(count: &str, one: &'a str, many: &'a str) -> &'a str {
    if count == "1" { one } else { many }
}
