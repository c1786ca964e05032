//! What is asked: a policy as the reference, and as the table, answers it.

use crate::generate::Draft;
use crate::reference::{Answer, Reference, Request};

/// The interpreter of a draft.
pub fn reference(draft: &Draft) -> Result<Reference, String> {
    let files = draft.files();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let data: Vec<(&str, &str)> = draft.data.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Reference::new(&files, &data)
}

/// Something that answers requests.
pub trait Answers {
    fn answer(&self, request: &Request) -> Answer;
}

impl Answers for Reference {
    fn answer(&self, request: &Request) -> Answer {
        self.decide(request)
    }
}

/// Seeds of the policies to look at: `count`, or as many as `ROLECALL_POLICIES` says; from `ROLECALL_SEED` on.
pub fn seeds(count: u64) -> std::ops::Range<u64> {
    let first = number("ROLECALL_SEED").unwrap_or(0);
    first..first + number("ROLECALL_POLICIES").unwrap_or(count)
}

/// A whole number from the environment.
pub fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}
