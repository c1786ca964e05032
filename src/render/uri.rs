//! Paths as relative URIs.

/// A path with `/` as a relative reference (RFC 3986): what is not plain ASCII is percent-encoded, byte by byte of its UTF-8.
pub(super) fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    // A colon in the first part would look like a scheme.
    if path.split('/').next().is_some_and(|first| first.contains(':')) {
        out.push_str("./");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b'@' => {
                out.push(char::from(byte));
            }
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn what_is_not_plain_is_encoded() {
        assert_eq!(uri("a/b c/销.roles"), "a/b%20c/%E9%94%80.roles");
        assert_eq!(uri("c:x#?%[].roles"), "./c:x%23%3F%25%5B%5D.roles");
        assert_eq!(uri("../x"), "../x");
    }
}
