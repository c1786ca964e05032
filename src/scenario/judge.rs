//! Whether an answer is what was expected, and how to say that it is not.

use super::ask::{Answer, Source};
use super::instants::{Variation, show};
use crate::diagnostic::{Diagnostic, codes::scenario as code};
use crate::message::{Arg, Message, Text, scenario as text};
use crate::model::{Expectation, FieldId, Model, RightId, Scenario, Sight, Step};
use crate::runtime::Reason;
use crate::source::{FileId, SourceSet, Span};

/// One step with its answer.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) sources: &'a SourceSet,
    pub(super) model: &'a Model,
    pub(super) scenario: &'a Scenario,
    pub(super) step: &'a Step,
    pub(super) answer: &'a Answer,
}

/// Whether the answer is as expected.
pub(super) fn holds(model: &Model, expected: &Expectation, answer: &Answer) -> bool {
    match expected {
        Expectation::Can(..) => answer.allowed,
        Expectation::Cannot(_, _, reason) => {
            !answer.allowed && reason.as_deref().is_none_or(|reason| reason == answer.reason.name())
        }
        Expectation::Sees(_, field, sight) => answer.sight(model.field_name(*field)) == *sight,
    }
}

/// A line that does not hold.
pub(super) fn failed(cx: &Context<'_>) -> Diagnostic {
    let what = match &cx.step.expectation {
        Expectation::Can(right, field) => cx.sentence(&text::IS_NO, *right, *field),
        Expectation::Cannot(right, field, _) if cx.answer.allowed => cx.sentence(&text::IS_YES, *right, *field),
        Expectation::Cannot(_, _, reason) => text::OTHER_REASON.with([
            ("reason", cx.answer.reason.name().into()),
            ("expected", reason.as_deref().unwrap_or_default().into()),
        ]),
        Expectation::Sees(_, field, _) => cx.sight_sentence(*field),
    };
    let message = text::FAILED.with([("test", (&*cx.scenario.name).into()), ("what", what.into())]);
    let label = if let Expectation::Sees(_, field, _) = &cx.step.expectation {
        match cx.answer.sight(cx.model.field_name(*field)) {
            Sight::Clear => text::SHOWS_CLEAR.plain(),
            Sight::Masked => text::SHOWS_MASKED.plain(),
            Sight::Hidden => text::SHOWS_NOT.plain(),
        }
    } else if cx.answer.allowed {
        text::ANSWER_YES.plain()
    } else {
        text::ANSWER_NO.with([
            ("reason", cx.answer.reason.name().into()),
            ("words", reason_words(cx.answer.reason).plain().into()),
        ])
    };
    let mut diagnostic = Diagnostic::error(&code::FAILED_EXPECTATION, message, cx.step.origin.span, label)
        .about([&*cx.scenario.name, cx.step_text()]);
    // What decides about the record says little about one field of it.
    let sees = matches!(cx.step.expectation, Expectation::Sees(..));
    for source in cx.answer.by.iter().filter(|_| !sees || !cx.answer.allowed) {
        if let Some(span) = find(cx.sources, source) {
            let label = match &source.role {
                Some(role) => text::DECIDED_BY_ROLE.with([("role", role.as_str().into())]),
                None => text::DECIDED_HERE.plain(),
            };
            diagnostic = diagnostic.and(span, label);
        }
    }
    if cx.answer.missing.is_empty() {
        diagnostic
    } else {
        diagnostic.help(text::NOT_GIVEN.with([("attributes", quoted(&cx.answer.missing))]))
    }
}

/// A line that gives no instant though the answer varies.
pub(super) fn needs_instant(cx: &Context<'_>, varies: &Variation) -> Diagnostic {
    let zone = cx.sources.file(cx.step.origin.span.file).map_or("UTC", |file| cx.model.zone(file.package));
    let answer = |answer: &Answer| -> Message {
        if answer.allowed { text::YES.plain() } else { text::NO.with([("reason", answer.reason.name().into())]) }
    };
    let message = text::NEEDS_INSTANT.with([
        ("test", (&*cx.scenario.name).into()),
        ("first", answer(&varies.first.1).into()),
        ("at", show(varies.first.0, zone).into()),
        ("second", answer(&varies.second.1).into()),
        ("then", show(varies.second.0, zone).into()),
    ]);
    let user = cx.step.user.map_or("…", |user| cx.model.text(user));
    Diagnostic::error(&code::NEEDS_INSTANT, message, cx.step.origin.span, text::VARIES.plain())
        .about([&*cx.scenario.name, cx.step_text()])
        .help(text::ADD_AT.with([("user", user.into())]))
}

/// A `cannot` that holds only because something was not given. A test without any record means to ask without one.
pub(super) fn passes_by_ignorance(cx: &Context<'_>) -> Option<Diagnostic> {
    let Expectation::Cannot(_, _, because) = &cx.step.expectation else { return None };
    let missing: Vec<String> =
        cx.answer.missing.iter().filter(|name| cx.step.record || !name.starts_with("record.")).cloned().collect();
    if missing.is_empty() {
        return None;
    }
    let message = text::BY_IGNORANCE.with([("test", (&*cx.scenario.name).into())]);
    let label = text::BY_IGNORANCE_LABEL.with([("attributes", quoted(&missing))]);
    // Whoever writes down the reason may well mean to test what happens without the attribute.
    let report = if because.is_some() { Diagnostic::info } else { Diagnostic::warning };
    let diagnostic = report(&code::PASSES_BY_IGNORANCE, message, cx.step.origin.span, label)
        .about([&*cx.scenario.name, cx.step_text()]);
    Some(diagnostic.help(text::GIVE_THEM.plain()))
}

/// A test without any line that expects something.
pub(super) fn empty(scenario: &Scenario) -> Diagnostic {
    let message = text::EMPTY.with([("test", (&*scenario.name).into())]);
    Diagnostic::warning(&code::EMPTY_TEST, message, scenario.origin.span, text::EMPTY_LABEL.plain())
        .about([&*scenario.name])
}

impl Context<'_> {
    /// The line as written.
    fn step_text(&self) -> &str {
        self.sources.text(self.step.origin.span)
    }

    fn user(&self) -> Arg {
        self.step.user.map_or("", |user| self.model.text(user)).into()
    }

    fn sentence(&self, sentence: &'static Text, right: RightId, field: Option<FieldId>) -> Message {
        let object = ("object", self.model.object_name(self.step.object).into());
        let target = match field {
            None => text::TARGET.with([object]),
            Some(field) => text::TARGET_FIELD.with([object, ("field", self.model.field_name(field).into())]),
        };
        let action = self.model.action_name(right).into();
        sentence.with([("user", self.user()), ("action", action), ("target", target.into())])
    }

    fn sight_sentence(&self, field: FieldId) -> Message {
        let name = self.model.field_name(field);
        let target = text::TARGET.with([("object", self.model.object_name(self.step.object).into())]);
        let how = match self.answer.sight(name) {
            Sight::Clear => text::IN_CLEAR.plain(),
            Sight::Masked => text::MASKED.plain(),
            Sight::Hidden => {
                return text::FIELD_HIDDEN.with([
                    ("user", self.user()),
                    ("field", name.into()),
                    ("target", target.into()),
                ]);
            }
        };
        text::FIELD_SHOWS.with([
            ("user", self.user()),
            ("field", name.into()),
            ("target", target.into()),
            ("how", how.into()),
        ])
    }
}

fn quoted(names: &[String]) -> Arg {
    Arg::List(names.iter().map(|name| Arg::Verbatim(format!("`{name}`"))).collect())
}

/// Where an origin of the table lies in the sources.
fn find(sources: &SourceSet, source: &Source) -> Option<Span> {
    let index = sources.files.iter().position(|file| *file.path == *source.file)?;
    let file = sources.files.get(index)?;
    let start = file.lines().start(source.line)? as usize;
    let line = file.text.get(start..)?.split('\n').next()?;
    let skip: usize = line.chars().take(source.column.saturating_sub(1) as usize).map(char::len_utf8).sum();
    let end = line.split('#').next().unwrap_or(line).trim_end().len().max(skip);
    Some(Span::new(FileId(index as u32), (start + skip) as u32, (start + end) as u32))
}

/// What a reason means.
pub fn reason_words(reason: Reason) -> &'static Text {
    match reason {
        Reason::UnknownSubject => &text::UNKNOWN_SUBJECT,
        Reason::UnknownAction => &text::UNKNOWN_ACTION,
        Reason::UnknownObject => &text::UNKNOWN_OBJECT,
        Reason::UnknownField => &text::UNKNOWN_FIELD,
        Reason::UnknownRole => &text::UNKNOWN_ROLE,
        Reason::NoGrant => &text::NO_GRANT,
        Reason::Inactive => &text::INACTIVE,
        Reason::Scope => &text::SCOPE,
        Reason::Condition => &text::CONDITION,
        Reason::Deny => &text::DENY,
        Reason::Requirement => &text::REQUIREMENT,
        Reason::RoleConflict => &text::ROLE_CONFLICT,
        Reason::Suspended => &text::SUSPENDED,
        Reason::Allow => &text::ALLOWED,
    }
}
