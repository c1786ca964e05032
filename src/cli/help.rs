//! Help and wrong usage, in the reader's language.
//!
//! clap writes the help and knows English alone: for other readers every text is put in the place of the English one, found
//! by it in the catalogue, and what clap adds on its own (headings, values, defaults) is said by the catalogue too.

use super::arguments::Cli;
use super::output::{self, Exit, Failure, Output};
use crate::message::{Lang, Message, Text, help as text};
use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::fmt;
use std::io::Write;

/// Everything that may be written on the command line, with help in the reader's language.
pub(super) fn command(lang: Lang) -> Command {
    let command = Cli::command();
    match lang {
        Lang::En => command,
        Lang::Zh => {
            let (options, of) = (text::OPTIONS.get(lang), |text: &'static Text| text.get(lang));
            let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
            let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
            let own = [(help, &text::PRINT_HELP), (version, &text::PRINT_VERSION)];
            let own = own.map(|(arg, says)| arg.help(of(says)).help_heading(options).display_order(102));
            translated(command, lang).disable_help_flag(true).disable_version_flag(true).args(own)
        }
    }
}

/// The catalogue's words for what clap has in English.
fn says(english: &str, lang: Lang) -> Option<&'static str> {
    text::ALL.iter().find(|text| text.en == english).map(|text| text.get(lang))
}

fn translated(command: Command, lang: Lang) -> Command {
    let about = command.get_about().and_then(|about| says(&about.to_string(), lang));
    let after = command.get_after_help().and_then(|after| says(&after.to_string(), lang));
    let usage = text::USAGE.get(lang);
    let mut command = command
        .help_template(format!("{{about-with-newline}}\n{usage}{{usage}}\n\n{{all-args}}{{after-help}}\n"))
        .subcommand_help_heading(text::VERBS.get(lang))
        .subcommand_value_name(text::VERBS.get(lang))
        .mut_args(|arg| translated_argument(arg, lang))
        .mut_subcommands(|verb| translated(verb, lang));
    if let Some(about) = about {
        command = command.about(about).long_about(about);
    }
    match after {
        Some(after) => command.after_help(after),
        None => command,
    }
}

fn translated_argument(arg: Arg, lang: Lang) -> Arg {
    let heading = if arg.is_positional() { &text::ARGUMENTS } else { &text::OPTIONS };
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let mut short = says(&help, lang).map_or(help, str::to_owned);
    let mut long = short.clone();
    let takes = arg.get_action().takes_values();
    let values: Vec<PossibleValue> = if takes { arg.get_possible_values() } else { Vec::new() };
    if !values.is_empty() && !arg.is_hide_possible_values_set() {
        let names = values.iter().map(|value| value.get_name().to_owned()).collect::<Vec<_>>().join("、");
        let listed = text::VALUES.with([("values", names.into())]).render(lang);
        short = format!("{short} ［{listed}］");
        long = format!("{long}\n\n{}", listed_values(&values, lang).unwrap_or(listed));
    }
    let defaults = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(" ");
    if takes && !defaults.is_empty() && !arg.is_hide_default_value_set() {
        let default = text::DEFAULT.with([("value", defaults.into())]).render(lang);
        short = format!("{short} {default}");
        long = format!("{long}\n\n{default}");
    }
    let arg = arg.help_heading(heading.get(lang)).help(short).long_help(long);
    // What has just been said; clap accepts this of arguments with a value alone.
    if takes { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
}

/// Values with what each means; `None` if none says so.
fn listed_values(values: &[PossibleValue], lang: Lang) -> Option<String> {
    let mut lines = text::VALUES.with([("values", "".into())]).render(lang);
    for value in values {
        let help = value.get_help()?.to_string();
        let help = says(&help, lang).map_or(help, str::to_owned);
        let line = text::VALUE.with([("name", value.get_name().into()), ("help", help.into())]).render(lang);
        lines = format!("{lines}\n{line}");
    }
    Some(lines)
}

/// What is wrong with the value of an argument, told by whoever reads it.
#[derive(Debug)]
pub(super) struct BadValue(pub(super) Message);

impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.render(Lang::En))
    }
}

impl std::error::Error for BadValue {}

/// Says what is wrong with the arguments, or what they ask to be shown.
pub(super) fn report(error: &clap::Error, out: &mut Output) -> Exit {
    let shown =
        [ErrorKind::DisplayHelp, ErrorKind::DisplayVersion, ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand];
    if shown.contains(&error.kind()) {
        // clap says which of the two streams is right.
        let printed = error.print().and_then(|()| std::io::stdout().flush());
        return match printed {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => output::unwritten(&error).report(out),
            _ if error.use_stderr() => Exit::CannotRun,
            _ => Exit::Clean,
        };
    }
    Failure::Message(wrong(error), Some(advice(error))).report(out)
}

fn wrong(error: &clap::Error) -> Message {
    use std::error::Error;
    if let Some(BadValue(message)) = error.source().and_then(|source| source.downcast_ref::<BadValue>()) {
        return message.clone();
    }
    let (argument, value) = (found(error, ContextKind::InvalidArg), found(error, ContextKind::InvalidValue));
    let other = found(error, ContextKind::PriorArg);
    let said = value.iter().any(|value| value != "``");
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            text::UNKNOWN_VERB.with([("verb", found(error, ContextKind::InvalidSubcommand).into())])
        }
        ErrorKind::MissingRequiredArgument => text::MISSING_ARGUMENT.with([("arguments", argument.into())]),
        ErrorKind::ArgumentConflict if other.is_empty() || other == argument => {
            text::TWICE.with([("argument", argument.into())])
        }
        ErrorKind::ArgumentConflict => text::CONFLICT.with([("argument", argument.into()), ("other", other.into())]),
        ErrorKind::InvalidUtf8 => text::NOT_UTF8.plain(),
        ErrorKind::TooManyValues => {
            text::UNEXPECTED_VALUE.with([("argument", argument.into()), ("value", value.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if said => {
            text::BAD_VALUE.with([("value", value.into()), ("argument", argument.into())])
        }
        ErrorKind::InvalidValue
        | ErrorKind::ValueValidation
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => text::MISSING_VALUE.with([("argument", argument.into())]),
        _ => text::UNKNOWN_ARGUMENT.with([("argument", argument.into())]),
    }
}

/// A near name, the values there are, or where more is said.
fn advice(error: &clap::Error) -> Message {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(names) = near.into_iter().map(|kind| found(error, kind)).find(|names| !names.is_empty()) {
        return text::DID_YOU_MEAN.with([("name", names.into())]);
    }
    let values = found(error, ContextKind::ValidValue);
    if !values.is_empty() {
        return text::ONE_OF.with([("values", values.into())]);
    }
    // The first words of the usage are the program and its verb.
    let usage = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
    let words = usage.split_whitespace().skip_while(|word| *word != "rolecall");
    let verbs = words.take_while(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).collect::<Vec<_>>();
    let command = if verbs.is_empty() { "rolecall".to_owned() } else { verbs.join(" ") };
    text::MORE.with([("command", command.into())])
}

/// What clap knows about the error, each name as code.
fn found(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    let words: Vec<String> = match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        Some(ContextValue::StyledStr(word)) => vec![word.to_string()],
        Some(ContextValue::StyledStrs(words)) => words.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    words.into_iter().map(|word| format!("`{word}`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every English text that clap takes from the doc comments.
    fn shown(command: &Command, found: &mut BTreeSet<String>) {
        found.extend(command.get_about().map(ToString::to_string));
        found.extend(command.get_after_help().map(ToString::to_string));
        for arg in command.get_arguments() {
            found.extend(arg.get_help().map(ToString::to_string));
            let values = if arg.get_action().takes_values() { arg.get_possible_values() } else { Vec::new() };
            found.extend(values.iter().filter_map(PossibleValue::get_help).map(ToString::to_string));
        }
        command.get_subcommands().for_each(|verb| shown(verb, found));
    }

    #[test]
    fn every_text_of_the_help_is_in_the_catalogue_and_the_other_way_round() {
        let mut found = BTreeSet::new();
        shown(&command(Lang::En), &mut found);
        let missing: Vec<&String> = found.iter().filter(|english| says(english, Lang::Zh).is_none()).collect();
        assert!(missing.is_empty(), "not in src/message/help.rs: {missing:#?}");
        let source = include_str!("help.rs");
        let here = |text: &&Text| source.contains(&format!("text::{}", name_of(text)));
        let idle: Vec<&str> =
            text::ALL.iter().filter(|text| !found.contains(text.en) && !here(text)).map(|text| text.en).collect();
        assert!(idle.is_empty(), "nothing says: {idle:#?}");
    }

    /// The name of an entry, as it is declared.
    fn name_of(text: &Text) -> &'static str {
        let declared = include_str!("../message/help.rs");
        let at = declared.find(&format!(" = {:?},", text.en)).unwrap_or(0);
        declared[..at].rsplit(char::is_whitespace).next().unwrap_or_default()
    }

    #[test]
    fn no_text_of_clap_is_left_in_chinese() {
        let mut command = command(Lang::Zh);
        command.build();
        let mut verbs: Vec<Command> = vec![command];
        while let Some(mut verb) = verbs.pop() {
            for page in [verb.render_help().to_string(), verb.render_long_help().to_string()] {
                for english in
                    ["Usage", "Commands:", "Arguments:", "Options:", "default:", "values:", "Print", "summary"]
                {
                    assert!(!page.contains(english), "{english} in\n{page}");
                }
            }
            verbs.extend(verb.get_subcommands().cloned());
        }
    }

    #[test]
    fn wrong_usage_is_told_in_both_languages() {
        for (arguments, en, zh) in [
            (&["lint", "--lst"][..], "there is no argument `--lst`", "没有参数 `--lst`"),
            (&["lnt"], "there is no command `lnt`", "没有命令 `lnt`"),
            (
                &["lint", "--format", "sarf"],
                "`sarf` is no value of `--format <FORMAT>`",
                "`sarf` 不是 `--format <FORMAT>` 的有效值",
            ),
            (&["lint", "--format"], "`--format <FORMAT>` takes a value", "`--format <FORMAT>` 需要一个值"),
            (&["who", "can"], "missing: `<ACTION>`, `<OBJECT>`", "缺少：`<ACTION>`、`<OBJECT>`"),
            (
                &["lint", "--format", "json", "--format", "json"],
                "`--format <FORMAT>` is given twice",
                "`--format <FORMAT>` 写了两次",
            ),
            (&["lint", "--diff=x"], "`--diff` takes no value, but has `x`", "`--diff` 不带值，却写了 `x`"),
            (&["lint", "--output", "pdf=x"], "there is no form named `pdf`", "没有名为 `pdf` 的输出形式"),
        ] {
            let error = command(Lang::En).try_get_matches_from([&"rolecall"].into_iter().chain(arguments)).unwrap_err();
            let told = wrong(&error);
            assert!(told.render(Lang::En).starts_with(en), "{}", told.render(Lang::En));
            assert!(told.render(Lang::Zh).starts_with(zh), "{}", told.render(Lang::Zh));
        }
        let near = |arguments: [&str; 3]| {
            advice(&command(Lang::En).try_get_matches_from(arguments).unwrap_err()).render(Lang::En)
        };
        assert_eq!(near(["rolecall", "lint", "--lst"]), "did you mean `--list`?");
        assert_eq!(near(["rolecall", "lint", "--zzz"]), "`rolecall lint --help` tells more");
    }
}
