//! Which language the reader reads.

use super::arguments::LangArg;
use crate::message::Lang;
use clap::ValueEnum;
use std::ffi::OsString;

/// What `--lang` says among the arguments, before they are known to be right.
pub(super) fn written(arguments: &[OsString]) -> Option<LangArg> {
    let mut rest = arguments.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let mut lang = None;
    while let Some(word) = rest.next() {
        let value = if word == "--lang" { rest.next() } else { word.strip_prefix("--lang=") };
        lang = value.and_then(|value| LangArg::from_str(value, true).ok()).or(lang);
    }
    lang
}

/// The flag, else `ROLECALL_LANG`, else the system's locale.
pub(super) fn choose(flag: Option<LangArg>) -> Lang {
    if let Some(lang) = flag {
        return lang.into();
    }
    std::env::var("ROLECALL_LANG")
        .ok()
        .filter(|text| !text.is_empty())
        .or_else(sys_locale::get_locale)
        .map_or(Lang::En, |locale| of_locale(&locale))
}

fn of_locale(locale: &str) -> Lang {
    let word = locale.split(['-', '_', '.']).next().unwrap_or("");
    if word.eq_ignore_ascii_case("zh") { Lang::Zh } else { Lang::En }
}
