//! [`Rare`]: a part that most statements do not have.

use super::{Reason, Window};
use std::fmt;
use std::ops::Deref;

/// A part that takes one word where it is absent, and reads as an empty one there.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

/// A part that can be read where nothing was written.
pub trait Absent: Default + 'static {
    /// The empty one.
    fn absent() -> &'static Self;
}

impl<T: Absent> Rare<T> {
    /// The part, made where it was absent.
    pub fn fill(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Absent> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::absent())
    }
}

impl<T: Absent + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl Absent for Reason {
    fn absent() -> &'static Self {
        static ABSENT: Reason = Reason { because: None, ticket: None };
        &ABSENT
    }
}

impl Absent for Window {
    fn absent() -> &'static Self {
        static ABSENT: Window = Window {
            from: None,
            through: None,
            before: None,
            during: Vec::new(),
            outside: Vec::new(),
            recurring: None,
            zone: None,
            span: None,
        };
        &ABSENT
    }
}
