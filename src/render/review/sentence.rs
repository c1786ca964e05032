//! One change as a sentence. Names are anybody's words: what goes into a sentence is made harmless first.

use crate::diff::{Cause, Change, Gap, Kind, Rename, Verdict, What};
use crate::message::{Arg, Message, Text, diff as text};

/// Names that a list shows.
const SHOWN: usize = 4;
/// Characters of a name that are shown.
const LONGEST: usize = 80;

pub(super) fn verdict(verdict: Verdict) -> Message {
    match verdict {
        Verdict::None => &text::VERDICT_NONE,
        Verdict::Narrowed => &text::VERDICT_NARROWED,
        Verdict::Widened => &text::VERDICT_WIDENED,
        Verdict::Both => &text::VERDICT_BOTH,
    }
    .plain()
}

pub(super) fn kind(kind: Kind) -> Message {
    match kind {
        Kind::Right => &text::KIND_RIGHT,
        Kind::People => &text::KIND_PEOPLE,
        Kind::Records => &text::KIND_RECORDS,
        Kind::Conditions => &text::KIND_CONDITIONS,
        Kind::Time => &text::KIND_TIME,
        Kind::Fields => &text::KIND_FIELDS,
        Kind::Mask => &text::KIND_MASK,
        Kind::Session => &text::KIND_SESSION,
    }
    .plain()
}

pub(super) fn change(change: &Change) -> Message {
    let entry: &'static Text = match (change.kind, change.gain) {
        (Kind::Mask, true) => &text::SEES_NOW,
        (Kind::Mask, false) => &text::SEES_NO_LONGER,
        (_, true) => &text::MAY_NOW,
        (_, false) => &text::NO_LONGER,
    };
    let whats = Arg::List(shortened(change.what.iter().map(|one| what(one).into()).collect()));
    let mut sentence = entry.with([("who", who(change)), ("what", whats)]);
    if change.kind == Kind::Session {
        sentence = text::IN_SESSION.with([("a", sentence.into())]);
    }
    let limits = change.limits.iter().map(|limit| limit.words.clone());
    let limits = limits.reduce(|a, b| text::BOTH_HOLD.with([("a", a.into()), ("b", b.into())]));
    match limits {
        Some(limits) => text::WHERE.with([("a", sentence.into()), ("limits", limits.into())]),
        None => sentence,
    }
}

fn who(change: &Change) -> Arg {
    let roles = change.roles.iter().map(|role| text::WHO_ROLE.with([("role", role.as_str().into())]).into());
    let people = change.people.iter().map(|person| match &person.title {
        Some(title) => text::WHO_PERSON.with([("id", person.id.as_str().into()), ("title", title.as_str().into())]),
        None => text::WHO_ID.with([("id", person.id.as_str().into())]),
    });
    let mut list = shortened(roles.collect());
    list.extend(shortened(people.map(Arg::Message).collect()));
    list.extend(change.anybody.then(|| text::WHO_ANYBODY.plain().into()));
    Arg::List(list)
}

/// The first of a list, and how many more there are.
fn shortened(mut list: Vec<Arg>) -> Vec<Arg> {
    let more = list.len().saturating_sub(SHOWN);
    // One more is no longer than saying so.
    if more > 1 {
        list.truncate(SHOWN);
        list.push(text::AND_MORE.with([("count", more.into())]).into());
    }
    list
}

pub(super) fn what(what: &What) -> Message {
    let names = [("action", what.action.as_str().into()), ("object", what.object.as_str().into())];
    if what.fields.is_empty() {
        return text::WHAT_RECORD.with(names);
    }
    let fields = what.fields.iter().map(|field| text::WHAT_FIELD.with([("field", field.as_str().into())]).into());
    let fields = Arg::List(shortened(fields.collect()));
    let entry = if what.record { &text::WHAT_WITH_FIELDS } else { &text::WHAT_FIELDS };
    let [action, object] = names;
    entry.with([action, object, ("fields", fields)])
}

pub(super) fn cause(cause: &Cause) -> Message {
    let entry = if cause.added { &text::BECAUSE_ADDED } else { &text::BECAUSE_GONE };
    let line = cause.line as usize;
    let because = entry.with([
        ("file", cause.file.as_str().into()),
        ("line", line.into()),
        ("words", cause.words.as_str().into()),
    ]);
    if cause.path.len() < 2 {
        return because;
    }
    let roles: Vec<Arg> =
        cause.path.iter().map(|role| text::WHAT_FIELD.with([("field", role.as_str().into())]).into()).collect();
    text::THROUGH.with([("a", because.into()), ("roles", Arg::List(roles))])
}

pub(super) fn gap(gap: &Gap) -> Message {
    let fields = gap.field.iter().cloned().collect();
    let of = What { object: gap.object.clone(), action: gap.action.clone(), record: gap.field.is_none(), fields };
    text::NOT_COMPARED.with([("what", what(&of).into()), ("count", gap.count.into())])
}

pub(super) fn rename(rename: &Rename) -> Message {
    let entry = if rename.declared { &text::RENAME_DECLARED } else { &text::RENAME_FOUND };
    entry.with([("from", rename.from.as_str().into()), ("to", rename.to.as_str().into())])
}

/// The same message with every word of somebody's made harmless where it stands: inside a span of code.
pub(super) fn harmless(message: &Message) -> Message {
    let args = message.args.iter().map(|(name, arg)| (*name, harmless_arg(arg))).collect();
    Message { text: message.text, args }
}

fn harmless_arg(arg: &Arg) -> Arg {
    match arg {
        Arg::Verbatim(words) => Arg::Verbatim(harmless_words(words)),
        Arg::Message(message) => Arg::Message(harmless(message)),
        Arg::List(list) => Arg::List(list.iter().map(harmless_arg).collect()),
    }
}

/// Words that cannot end a span of code, a line or a comment, name nobody, command nothing, and are not too long.
pub(super) fn harmless_words(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, sign) in crate::render::escape(words).chars().enumerate() {
        if at == LONGEST * 2 {
            out.push('…');
            break;
        }
        match sign {
            // A span of code ends at the first of these.
            '`' => out.push('\u{2cb}'),
            // Outside of a span, which a name never is, these would be markup, mentions and commands.
            '<' => out.push('‹'),
            '>' => out.push('›'),
            '@' => out.push('＠'),
            ':' if out.ends_with(':') => out.push('\u{2236}'),
            sign => out.push(sign),
        }
    }
    out
}
