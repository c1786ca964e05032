//! [`Names`]: names become symbols here, and each is looked at once for what its letters may hide.

use super::ast::Name;
use super::grammar::Rule;
use super::words;
use crate::source::{Interner, Span, Symbol};
use rustc_hash::FxHasher;
use std::hash::Hasher;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};
use unicode_security::mixed_script::AugmentedScriptSet;

/// The interner with what is known of each name of this file.
pub(super) struct Names<'a> {
    interner: &'a mut Interner,
    /// By symbol.
    seen: Vec<Nature>,
    /// Bare names met lately, by hash: most names come again soon, and the interner's tables are large.
    recent: Vec<Recent>,
}

/// A short bare name with its symbol.
#[derive(Clone, Copy)]
struct Recent {
    symbol: Symbol,
    length: u8,
    text: [u8; Recent::LONGEST],
}

impl Recent {
    /// Longer names are not kept.
    const LONGEST: usize = 27;
    /// A power of two; all together they fit the cache of any processor.
    const SLOTS: usize = 2048;

    fn slot(text: &str) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        hasher.finish() as usize & (Self::SLOTS - 1)
    }

    fn is(&self, text: &str) -> bool {
        usize::from(self.length) == text.len() && self.text.get(..text.len()) == Some(text.as_bytes())
    }
}

/// What a name's text tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// Not met yet.
    New,
    /// A good name, quoted or not.
    Good,
    /// Good only in quotes: a reserved word.
    Reserved,
    /// Wrong everywhere; reported at its first place.
    Reported,
    /// Never a name; reported at each place, as it is often meant as the keyword.
    Never,
}

/// What is wrong with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Complaint {
    /// `""`
    Empty,
    /// `everyone` and its like.
    Never,
    /// A reserved word without quotes.
    Reserved,
    /// Ends with a sign that a bare name cannot end with.
    Ending(char),
    /// A date where a user stands.
    Date,
    /// NFKC makes this text of it.
    Changes(String),
    /// Letters of several scripts.
    Mixed,
    /// Not a name, number or address at all.
    Word,
}

impl<'a> Names<'a> {
    /// Names of one file that go into `interner`.
    pub(super) fn new(interner: &'a mut Interner) -> Self {
        let empty = Recent { symbol: Symbol(0), length: u8::MAX, text: [0; Recent::LONGEST] };
        Self { interner, seen: Vec::new(), recent: vec![empty; Recent::SLOTS] }
    }

    /// A name without quotes.
    pub(super) fn bare(&mut self, text: &str, span: Span, rule: Rule) -> (Name, Option<Complaint>) {
        let symbol = self.intern_bare(text);
        let name = Name { symbol, span, quoted: false };
        if matches!(rule, Rule::column | Rule::plain_word) {
            return (name, None);
        }
        let nature = match self.nature(symbol) {
            Nature::New => {
                let (nature, complaint) = nature(text, rule);
                self.learn(symbol, nature);
                if complaint.is_some() {
                    return (name, complaint);
                }
                nature
            }
            nature => nature,
        };
        let complaint = match nature {
            Nature::Reserved if !is_plain_here(text, rule) => Some(Complaint::Reserved),
            Nature::Never => Some(Complaint::Never),
            Nature::New | Nature::Good | Nature::Reserved | Nature::Reported => None,
        };
        (name, complaint)
    }

    /// A name in quotes, escapes resolved.
    pub(super) fn quoted(&mut self, text: &str, span: Span, rule: Rule) -> (Name, Option<Complaint>) {
        let symbol = self.intern(text);
        let name = Name { symbol, span, quoted: true };
        if text.trim().is_empty() {
            return (name, Some(Complaint::Empty));
        }
        if matches!(rule, Rule::column | Rule::plain_word) {
            return (name, None);
        }
        if words::is_never_name(text) {
            return (name, Some(Complaint::Never));
        }
        if self.nature(symbol) != Nature::New {
            return (name, None);
        }
        let complaint = hidden(text);
        let nature = match &complaint {
            Some(_) => Nature::Reported,
            None if words::is_reserved(text) => Nature::Reserved,
            None => Nature::Good,
        };
        self.learn(symbol, nature);
        (name, complaint)
    }

    fn nature(&self, symbol: Symbol) -> Nature {
        self.seen.get(symbol.0 as usize).copied().unwrap_or(Nature::New)
    }

    fn learn(&mut self, symbol: Symbol, nature: Nature) {
        let at = symbol.0 as usize;
        if at >= self.seen.len() {
            self.seen.resize(self.interner.len().max(at + 1), Nature::New);
        }
        if let Some(known) = self.seen.get_mut(at) {
            *known = nature;
        }
    }

    fn intern_bare(&mut self, text: &str) -> Symbol {
        if text.len() > Recent::LONGEST {
            return self.intern(text);
        }
        let slot = Recent::slot(text);
        if let Some(recent) = self.recent.get(slot).filter(|recent| recent.is(text)) {
            return recent.symbol;
        }
        let symbol = self.intern(text);
        if let Some(recent) = self.recent.get_mut(slot) {
            recent.symbol = symbol;
            recent.length = text.len() as u8;
            if let Some(kept) = recent.text.get_mut(..text.len()) {
                kept.copy_from_slice(text.as_bytes());
            }
        }
        symbol
    }

    fn intern(&mut self, text: &str) -> Symbol {
        if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
            return self.interner.intern(text);
        }
        let composed: String = text.nfc().collect();
        self.interner.intern(&composed)
    }
}

/// Whether the reserved word `text` can be nothing but a name where `rule` stands.
fn is_plain_here(text: &str, rule: Rule) -> bool {
    match rule {
        // Behind `record.` and before `=` no statement or clause can start.
        Rule::path | Rule::attribute_name => true,
        Rule::value_name | Rule::value_word => matches!(text, "true" | "false"),
        Rule::type_name => matches!(text, "user" | "unit"),
        _ => false,
    }
}

/// What a bare name's text tells, and the complaint that is made once.
fn nature(text: &str, rule: Rule) -> (Nature, Option<Complaint>) {
    if words::is_never_name(text) {
        return (Nature::Never, Some(Complaint::Never));
    }
    if words::is_reserved(text) {
        let complaint = (!is_plain_here(text, rule)).then_some(Complaint::Reserved);
        return (Nature::Reserved, complaint);
    }
    let complaint = if matches!(rule, Rule::user_name | Rule::value_word) && words::is_date(text) {
        Some(Complaint::Date)
    } else if let Some(last) = text.chars().next_back().filter(|last| matches!(last, '-' | '.' | '@' | '+')) {
        Some(Complaint::Ending(last))
    } else if rule == Rule::value_word && !words::is_bare_user(text) {
        Some(Complaint::Word)
    } else {
        hidden(text)
    };
    let nature = if complaint.is_some() { Nature::Reported } else { Nature::Good };
    (nature, complaint)
}

/// What the letters of `text` hide from a reader.
fn hidden(text: &str) -> Option<Complaint> {
    if text.is_ascii() {
        return None;
    }
    if is_nfkc_quick(text.chars()) != IsNormalized::Yes {
        // Decomposed letters are composed silently: only what looks different afterwards counts.
        let composed: String = text.nfc().collect();
        let plain: String = text.nfkc().collect();
        if plain != composed {
            return Some(Complaint::Changes(plain));
        }
    }
    (!is_readable(text)).then_some(Complaint::Mixed)
}

/// Whether all letters belong to one script, or to Latin and one East Asian writing system.
fn is_readable(text: &str) -> bool {
    if !AugmentedScriptSet::for_str(text).is_empty() {
        return true;
    }
    let mut rest = AugmentedScriptSet::default();
    for letter in text.chars().filter(|letter| !is_latin(*letter)) {
        rest.intersect_with(AugmentedScriptSet::for_char(letter));
    }
    rest.hanb || rest.jpan || rest.kore
}

fn is_latin(letter: char) -> bool {
    let mut latin = AugmentedScriptSet::for_char('a');
    latin.intersect_with(AugmentedScriptSet::for_char(letter));
    let set = AugmentedScriptSet::for_char(letter);
    !latin.is_empty() && !set.hanb && !set.jpan && !set.kore
}
