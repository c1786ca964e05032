//! [`Budgets`]: how much is too much, for rules that count.

/// Declares the budgets, each with its key, default, unit and what it bounds.
macro_rules! budgets {
    ($($name:ident = $default:literal $unit:ident $about:literal;)*) => {
        /// How much is too much. A rule that counts reads its number here, so that a policy can have its own.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Budgets {
            $(#[doc = $about] pub $name: u32,)*
        }

        impl Budgets {
            /// What holds where nothing is written.
            pub const DEFAULT: Self = Self { $($name: $default,)* };

            /// Every budget, in the order of the documentation.
            pub const ALL: &[Budget] =
                &[$(Budget { key: stringify!($name), about: $about, unit: Unit::$unit, default: $default },)*];

            /// The number under a key.
            pub fn get(&self, key: &str) -> Option<u32> {
                match key {
                    $(stringify!($name) => Some(self.$name),)*
                    _ => None,
                }
            }

            /// The place of the number under a key.
            pub fn get_mut(&mut self, key: &str) -> Option<&mut u32> {
                match key {
                    $(stringify!($name) => Some(&mut self.$name),)*
                    _ => None,
                }
            }
        }
    };
}

/// One budget, as data.
#[derive(Debug)]
pub struct Budget {
    /// Its key in `rolecall.toml`.
    pub key: &'static str,
    /// What it bounds.
    pub about: &'static str,
    /// In what it is counted.
    pub unit: Unit,
    /// What holds where nothing is written.
    pub default: u32,
}

/// In what a budget is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// Days.
    Days,
    /// Percent of all there are.
    Percent,
}

impl Unit {
    /// The greatest number that means anything.
    pub const fn most(self) -> u32 {
        match self {
            Self::Count => 1_000_000,
            Self::Days => 36_500,
            Self::Percent => 100,
        }
    }
}

budgets! {
    rights_per_role = 200 Count "rights that one role may have, inherited ones included";
    rights_per_person = 400 Count "rights that one person may have through all their roles";
    objects_per_role = 60 Count "objects that one role may have rights on";
    objects_per_person = 100 Count "objects that one person may have rights on";
    share_per_role = 50 Percent "percent of all rights of the policy that one role may have";
    share_per_person = 75 Percent "percent of all rights of the policy that one person may have";
    sensitive_per_role = 10 Count "sensitive rights that one role may have";
    sensitive_per_person = 20 Count "sensitive rights that one person may have";
    people_per_sensitive = 25 Count "people who may have the same sensitive right";
    share_of_people = 50 Percent "percent of all people who may have the same sensitive right, or read the same labelled field in clear";
    roles_per_person = 8 Count "roles that one person may hold at one time";
    depth = 6 Count "roles on a way of inheritance, from the role held to the last one";
    parents_per_role = 5 Count "roles that one role may inherit directly";
    days_external = 366 Days "days that somebody external may hold a role";
    days_between_reviews = 366 Days "days that may pass between two reviews of a role";
    days_before_end = 14 Days "days before an end at which it is told";
    days_critical = 31 Days "days that an assignment of critical rights may run";
}
