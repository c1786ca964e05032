//! Effects and gaps in words.

use super::{Effect, Gap, Sight, Turn, Whom};
use crate::message::{Message, Text, effect as text};

impl Effect {
    /// What happens to whom; `then` shows the instant where it is not the one asked about.
    pub fn words(&self, asked: i64, then: impl Fn(i64) -> String) -> Message {
        let who: Message = match &self.whom {
            Whom::Person(id) => {
                let name = self.title.as_ref().map_or_else(|| id.clone(), |title| format!("{title} ({id})"));
                crate::message::answer::CLAUSES.with([("list", name.into())])
            }
            Whom::Bringer(role) => text::WHOEVER_BRINGS.with([("role", role.as_str().into())]),
            Whom::Alone(role) => text::ROLE_ALONE.with([("role", role.as_str().into())]),
        };
        let target =
            self.field.as_ref().map_or_else(|| self.object.clone(), |field| format!("{}.{field}", self.object));
        let args = [("who", who.into()), ("action", self.action.as_str().into()), ("target", target.into())];
        let said = match self.turn {
            Turn::Gained => text::GAINED.with(args),
            Turn::Lost => text::LOST.with(args),
            Turn::Widened => text::WIDENED.with(args),
            Turn::Narrowed => text::NARROWED.with(args),
            Turn::Changed => text::CHANGED.with(args),
            Turn::Maybe => text::MAYBE.with(args),
            Turn::Shown(was, is) => {
                let [who, action, target] = args;
                text::SHOWN.with([who, action, target, ("was", was.words().into()), ("is", is.words().into())])
            }
        };
        if self.at == asked || self.turn == Turn::Maybe {
            return said;
        }
        text::THEN.with([("effect", said.into()), ("at", then(self.at).into())])
    }
}

impl Sight {
    fn words(self) -> Message {
        let entry: &'static Text = match self {
            Self::Clear => &text::CLEAR,
            Self::Masked => &text::MASKED,
            Self::Hidden => &text::HIDDEN,
        };
        entry.plain()
    }

    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Masked => "masked",
            Self::Hidden => "hidden",
        }
    }
}

impl Turn {
    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gained => "gained",
            Self::Lost => "lost",
            Self::Widened => "widened",
            Self::Narrowed => "narrowed",
            Self::Changed => "changed",
            Self::Shown(..) => "shown",
            Self::Maybe => "maybe",
        }
    }
}

impl Gap {
    /// What was not compared.
    pub fn words(self) -> Message {
        let entry: &'static Text = match self {
            Self::Time => &text::GAP_TIME,
            Self::Records => &text::GAP_RECORDS,
            Self::People => &text::GAP_PEOPLE,
        };
        entry.plain()
    }

    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Records => "records",
            Self::People => "people",
        }
    }
}
