//! What the command line asks of the rules, beside what `rolecall.toml` says.

use super::arguments::FailLevel;
use super::output::Failure;
use crate::config::{BadLevel, Config};
use crate::diagnostic::Severity;
use crate::message::{Message, cli, config as text};

/// Flags that go before `rolecall.toml`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct RuleArgs {
    /// Level of a rule or group: off, info, warning or error; may be repeated
    #[arg(long = "level", value_name = "RULE=LEVEL")]
    levels: Vec<String>,
    /// Look for this rule or group alone; may be repeated
    #[arg(long, value_name = "RULE")]
    only: Vec<String>,
    /// From which severity on a finding makes the exit status 1; warning, unless rolecall.toml says otherwise
    #[arg(long, value_name = "LEVEL")]
    fail_level: Option<FailLevel>,
    /// Report what rolecall.baseline.json holds as well
    #[arg(long)]
    pub(super) no_baseline: bool,
}

impl RuleArgs {
    /// Nothing asked, with or without the baseline.
    pub(super) fn none(baseline: bool) -> Self {
        Self { no_baseline: !baseline, ..Self::default() }
    }

    /// Puts the flags over what the file says.
    pub(super) fn apply(&self, config: &mut Config) -> Result<(), Failure> {
        for written in &self.levels {
            let form = || Failure::from(text::LEVEL_FORM.with([("text", (&**written).into())]));
            let (name, level) = written.split_once('=').ok_or_else(form)?;
            config.set_level(name.trim(), level.trim()).map_err(|bad| refused(name.trim(), bad))?;
        }
        for name in &self.only {
            config.add_only(name).map_err(|bad| refused(name, bad))?;
        }
        if let Some(level) = self.fail_level {
            config.set_fail_level(level.into());
        }
        Ok(())
    }
}

impl From<FailLevel> for Severity {
    fn from(level: FailLevel) -> Self {
        match level {
            FailLevel::Error => Self::Error,
            FailLevel::Warning => Self::Warning,
            FailLevel::Info => Self::Info,
        }
    }
}

fn refused(name: &str, bad: BadLevel) -> Failure {
    let rule = || ("rule", name.into());
    let (message, help): (Message, Option<Message>) = match bad {
        BadLevel::Unknown(near) => {
            let help = match near {
                Some(near) => cli::DID_YOU_MEAN.with([("name", near.into())]),
                None => text::LIST_RULES.plain(),
            };
            (text::UNKNOWN_RULE.with([rule()]), Some(help))
        }
        BadLevel::NoFinding => (text::NO_FINDING.with([rule()]), None),
        BadLevel::Level => (text::NO_LEVEL.with([rule()]), Some(text::WANTS_LEVEL.plain())),
        BadLevel::NeverWaived(rule) => (text::NEVER_WAIVED.with([("rule", rule.into())]), None),
    };
    Failure::Message(message, help)
}
