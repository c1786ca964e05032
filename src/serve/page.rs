//! [`Page`]: which part of a search's results is asked for.
//!
//! A token says where the page before ended (a name, so that another table in between changes no meaning), how many
//! results a page has, and of which search it is. It gives nothing that the search itself would not give.

use super::question::{Members, take};
use super::refusal::Refusal;
use crate::wire::Json;
use ring::digest::{SHA256, digest};

/// Bytes of the search's hash in a token.
const HASH: usize = 12;

/// Which part of the results is asked for.
pub(super) struct Page {
    /// Results at most.
    pub(super) limit: usize,
    /// The page before ended with this name.
    pub(super) after: Option<String>,
    /// The caller knows of pages.
    asked: bool,
    /// How many results the caller wants.
    wanted: Option<usize>,
    search: String,
}

impl Page {
    /// Takes `page` out of a request; what is left tells which search it is.
    pub(super) fn take(kind: &str, members: &mut Members, most: usize) -> Result<Self, Refusal> {
        let page = match take(members, "page") {
            None => None,
            Some(page @ Json::Object(_)) => Some(page),
            Some(_) => return Err(Refusal::Bad("page is no object".to_owned())),
        };
        members.sort_by(|(one, _), (other, _)| one.cmp(other));
        let search = digest(&SHA256, format!("{kind} {members:?}").as_bytes());
        let search = hex(search.as_ref().get(..HASH).unwrap_or(&[]));
        let member = |name: &str| page.as_ref().and_then(|page| page.get(name));
        let mut wanted = match member("limit") {
            None => None,
            Some(Json::Number(Some(number))) if *number >= 0 && number % 10_000 == 0 => {
                Some(usize::try_from(number / 10_000).unwrap_or(usize::MAX))
            }
            Some(_) => return Err(Refusal::Bad("page.limit is no whole number".to_owned())),
        };
        let after = match member("token") {
            None => None,
            Some(Json::Text(token)) if token.is_empty() => None,
            Some(Json::Text(token)) => {
                let (before, after) = read(token, &search).ok_or(Refusal::PageToken)?;
                // The second page has as many results as the first, said again or not.
                if wanted.is_some() && wanted != before {
                    return Err(Refusal::PageToken);
                }
                wanted = before;
                after
            }
            Some(_) => return Err(Refusal::Bad("page.token is no string".to_owned())),
        };
        Ok(Self { limit: wanted.unwrap_or(most).min(most), after, asked: page.is_some(), wanted, search })
    }

    /// The answer: results as JSON, and the last name looked at where more are to come.
    pub(super) fn answer(&self, results: &[String], more: Option<Option<&str>>) -> String {
        let list = results.join(",");
        if !self.asked && more.is_none() {
            return format!(r#"{{"results":[{list}]}}"#);
        }
        let token = more.map(|after| self.token(after)).unwrap_or_default();
        format!(r#"{{"page":{{"next_token":"{token}","count":{}}},"results":[{list}]}}"#, results.len())
    }

    fn token(&self, after: Option<&str>) -> String {
        let wanted = self.wanted.map(|wanted| wanted.to_string()).unwrap_or_default();
        let after = after.map(|name| format!("a{}", hex(name.as_bytes()))).unwrap_or_default();
        format!("{}.{wanted}.{after}", self.search)
    }
}

/// How many results were wanted, and where the page ended.
fn read(token: &str, search: &str) -> Option<(Option<usize>, Option<String>)> {
    let rest = token.strip_prefix(search)?.strip_prefix('.')?;
    let (wanted, after) = rest.split_once('.')?;
    let wanted = if wanted.is_empty() { None } else { Some(wanted.parse().ok()?) };
    let after = match after.strip_prefix('a') {
        None if after.is_empty() => None,
        None => return None,
        Some(digits) => Some(String::from_utf8(bytes(digits)?).ok()?),
    };
    Some((wanted, after))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Result<Page, Refusal> {
        let Json::Object(mut members) = Json::parse(text.as_bytes()).unwrap() else { panic!("{text}") };
        Page::take("subject", &mut members, 100)
    }

    #[test]
    fn a_token_belongs_to_its_search() {
        let first = page(r#"{"action":1,"page":{"limit":2}}"#).unwrap();
        assert_eq!((first.limit, &first.after), (2, &None));
        let token = first.token(Some("李娜"));
        let next = page(&format!(r#"{{"page":{{"token":"{token}"}},"action":1}}"#)).unwrap();
        assert_eq!((next.limit, next.after.as_deref()), (2, Some("李娜")));
        for other in [
            format!(r#"{{"action":2,"page":{{"token":"{token}"}}}}"#),
            format!(r#"{{"action":1,"page":{{"token":"{token}","limit":3}}}}"#),
            format!(r#"{{"action":1,"page":{{"token":"{token}0"}}}}"#),
            r#"{"action":1,"page":{"token":"a"}}"#.to_owned(),
        ] {
            assert_eq!(page(&other).err(), Some(Refusal::PageToken), "{other}");
        }
        for bad in [r#"{"page":1}"#, r#"{"page":{"limit":-1}}"#, r#"{"page":{"limit":1.5}}"#, r#"{"page":{"token":1}}"#]
        {
            assert!(matches!(page(bad), Err(Refusal::Bad(_))), "{bad}");
        }
        assert_eq!(page(r#"{"page":{"limit":1000}}"#).unwrap().limit, 100);
    }
}
