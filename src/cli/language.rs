//! Which language the reader reads.

use super::arguments::LangArg;
use crate::message::Lang;

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
