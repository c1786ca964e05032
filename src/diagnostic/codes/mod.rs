//! The codes, one file for each stage that reports them.

/// Declares codes and, after them, the `ALL` that lists them: none can be forgotten.
macro_rules! codes {
    ($(
        $(#[$doc:meta])* $name:ident $id:literal $word:literal
        $en:literal, $zh:literal;
        $why_en:literal, $why_zh:literal;
        bad: $bad:expr;
        good: $good:expr;
    )*) => {
        $(
            $(#[$doc])*
            pub static $name: Code = Code {
                id: $id,
                name: $word,
                summary: crate::message::Text::new($en, $zh),
                why: crate::message::Text::new($why_en, $why_zh),
                bad: $bad,
                good: $good,
                level: Code::level_of($id),
                ..Code::ERROR
            };
        )*

        /// Every code of this family, by id.
        pub const ALL: &[&Code] = &[$(&$name),*];
    };
}

/// An example with a header.
macro_rules! header {
    ($text:expr) => {
        concat!("policy example { language 1 timezone \"UTC\" }\n", $text)
    };
}

/// An example with a header and an object to write rules about.
macro_rules! object {
    ($text:expr) => {
        header!(concat!(
            "label personal\ntype Region = east | west\n\
             object Customer {\n  general actions create\n  record actions read, update, export\n  \
             record actions transfer changes sales_owner\n  record owner is sales_owner\n  \
             attribute region : Region\n  attribute level : number\n  attribute tags : set of text\n  \
             field phone is personal\n}\n",
            $text
        ))
    };
}

/// An example with a clerk as well.
macro_rules! people {
    ($text:expr) => {
        object!(concat!("role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\n", $text))
    };
}

pub mod analysis;
pub mod clock;
pub mod config;
pub mod crm;
pub mod escalation;
pub mod guarantee;
pub mod hierarchy;
pub mod hygiene;
pub mod lines;
pub mod lint;
pub mod people;
pub mod privilege;
pub mod project;
pub mod resolve;
pub mod rules;
pub mod scenario;
pub mod separation;
pub mod syntax;
pub mod time;
pub mod typing;
pub mod upkeep;
pub mod waiver;
