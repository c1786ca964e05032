//! [`Text`] and [`Message`].

use super::plural;

/// A language of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese (simplified).
    Zh,
}

/// One entry of the catalogue.
///
/// In both texts `{name}` stands for an argument, `{n|user|users}` for a plural form picked by the
/// argument `n` (the second form unless `n` is `1`). Names that the user wrote stand in backticks.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

impl Text {
    /// An entry.
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// This entry without arguments.
    pub fn plain(&'static self) -> Message {
        Message { text: self, args: Vec::new() }
    }

    /// This entry with arguments, `name` to value.
    pub fn with<const N: usize>(&'static self, args: [(&'static str, Arg); N]) -> Message {
        Message { text: self, args: args.into() }
    }

    /// The text in `lang`, placeholders unfilled.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// What fills a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A name, number, date or quoted source: the same in every language.
    Verbatim(String),
    /// Another message.
    Message(Message),
    /// Several, joined by the language's list separator (`, ` or `、`).
    List(Vec<Arg>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Verbatim(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Verbatim(text)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Verbatim(number.to_string())
    }
}
impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Verbatim(number.to_string())
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
impl<T: Into<Arg>> From<Vec<T>> for Arg {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

/// A catalogue entry with its arguments: owned data, no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The entry.
    pub text: &'static Text,
    /// The arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The words in `lang`. A placeholder without argument stays as it is written.
    pub fn render(&self, lang: Lang) -> String {
        let mut out = String::new();
        self.render_into(lang, &mut out);
        match lang {
            Lang::En => out,
            Lang::Zh => spaced(&out),
        }
    }

    fn render_into(&self, lang: Lang, out: &mut String) {
        let mut rest = self.text.get(lang);
        while let Some(open) = rest.find('{') {
            let (before, after) = rest.split_at(open);
            out.push_str(before);
            let Some(close) = after.find('}') else {
                rest = after;
                break;
            };
            let inner = after.get(1..close).unwrap_or("");
            let mut parts = inner.split('|');
            let name = parts.next().unwrap_or("");
            match (self.args.iter().find(|(n, _)| *n == name), parts.next(), parts.next()) {
                (Some((_, Arg::Verbatim(count))), Some(one), Some(many)) => {
                    out.push_str(plural::pick(count, one, many));
                }
                (Some((_, arg)), _, _) => render_arg(arg, lang, out),
                (None, _, _) => out.push_str(after.get(..=close).unwrap_or("")),
            }
            rest = after.get(close + 1..).unwrap_or("");
        }
        out.push_str(rest);
    }
}

/// With a space between Han and code, where what was filled in stands right beside the other.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let (mut before, mut code) = (' ', false);
    for c in text.chars() {
        let opens = c == '`' && !code;
        let closed = before == '`' && !code;
        if opens && is_han(before) || closed && is_han(c) {
            out.push(' ');
        }
        code ^= c == '`';
        out.push(c);
        before = c;
    }
    out
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn render_arg(arg: &Arg, lang: Lang, out: &mut String) {
    match arg {
        Arg::Verbatim(text) => out.push_str(text),
        Arg::Message(message) => message.render_into(lang, out),
        Arg::List(items) => {
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push_str(match lang {
                        Lang::En => ", ",
                        Lang::Zh => "、",
                    });
                }
                render_arg(item, lang, out);
            }
        }
    }
}
