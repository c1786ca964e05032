//! [`Tokens`]: who may ask. Kept as hashes, compared in constant time.

use crate::message::{Message, serve as text};
use crate::project;
use hyper::header::{AUTHORIZATION, HeaderMap};
use ring::digest::{SHA256, SHA256_OUTPUT_LEN, digest};
use std::path::Path;
use subtle::{Choice, ConstantTimeEq};

/// Bytes that a file of tokens may have.
const FILE_LIMIT: u64 = 1 << 20;
/// A token of fewer bytes can be guessed.
const SHORTEST: usize = 16;

/// The tokens that are known; none if everybody may ask.
#[derive(Clone, Default)]
pub(super) struct Tokens {
    known: Vec<[u8; SHA256_OUTPUT_LEN]>,
}

impl Tokens {
    /// Reads the file, one token a line, and adds that of the environment.
    pub(super) fn read(file: Option<&Path>, environment: Option<&str>) -> Result<Self, Message> {
        let mut known = Vec::new();
        let mut add = |token: &str| {
            if token.len() < SHORTEST || token.contains(|c: char| !c.is_ascii_graphic()) {
                return Err(text::TOKEN_SHORT.with([("n", SHORTEST.into())]));
            }
            known.push(hash(token.as_bytes()));
            Ok(())
        };
        if let Some(token) = environment {
            add(token)?;
        }
        if let Some(path) = file {
            let shown = path.to_string_lossy().into_owned();
            let bytes = project::read_limited(path, FILE_LIMIT).map_err(|error| {
                text::CANNOT_READ.with([("path", shown.as_str().into()), ("reason", error.reason().into())])
            })?;
            let bytes = String::from_utf8(bytes).unwrap_or_default();
            let lines = bytes.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
            let mut any = false;
            for line in lines {
                any = true;
                add(line)?;
            }
            // An empty file must not open the service.
            if !any {
                return Err(text::NO_TOKENS.with([("path", shown.into())]));
            }
        }
        Ok(Self { known })
    }

    /// Whether nobody needs one.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Whether a request may ask. Every known token is compared, whichever it is.
    pub(super) fn admit(&self, headers: &HeaderMap) -> bool {
        if self.known.is_empty() {
            return true;
        }
        let mut sent = headers.get_all(AUTHORIZATION).iter();
        let (Some(sent), None) = (sent.next(), sent.next()) else { return false };
        let Some((scheme, token)) = sent.as_bytes().split_at_checked(7) else { return false };
        if !scheme.eq_ignore_ascii_case(b"Bearer ") {
            return false;
        }
        let token = hash(token.trim_ascii());
        let same = self.known.iter().fold(Choice::from(0), |same, known| same | known.ct_eq(&token));
        same.into()
    }
}

fn hash(token: &[u8]) -> [u8; SHA256_OUTPUT_LEN] {
    let mut hash = [0; SHA256_OUTPUT_LEN];
    hash.iter_mut().zip(digest(&SHA256, token).as_ref()).for_each(|(to, from)| *to = *from);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    #[test]
    fn only_known_tokens_are_admitted() {
        let tokens = Tokens::read(None, Some("0123456789abcdef")).unwrap();
        let admit = |sent: &[&str]| {
            let mut headers = HeaderMap::new();
            for sent in sent {
                headers.append(AUTHORIZATION, HeaderValue::from_str(sent).unwrap());
            }
            tokens.admit(&headers)
        };
        assert!(admit(&["Bearer 0123456789abcdef"]) && admit(&["bearer 0123456789abcdef"]));
        for wrong in
            ["", "Bearer", "Bearer ", "Bearer 0123456789abcdeg", "Bearer 0123456789abcde", "Basic 0123456789abcdef"]
        {
            assert!(!admit(&[wrong]), "{wrong}");
        }
        assert!(!admit(&[]) && !admit(&["Bearer 0123456789abcdef", "Bearer 0123456789abcdef"]));
        assert!(Tokens::read(None, Some("short")).is_err() && Tokens::read(None, Some("")).is_err());
        assert!(Tokens::default().admit(&HeaderMap::new()));
    }
}
