//! Names that people could take for one another: equal up to case, width or look-alike letters (UTS 39).

use super::context::Cx;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::resolve as codes;
use crate::message::{Text, resolve as text};
use crate::source::{Span, Symbol};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;
use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

/// Reports pairs of `names` (one name space, all different) that look the same.
pub(super) fn check(cx: &mut Cx<'_>, kind: &'static Text, names: &[(Symbol, Span)]) {
    if names.len() < 2 || all_differ(cx, names) {
        return;
    }
    let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
    seen.reserve(names.len() * 2);
    for (index, (symbol, span)) in names.iter().enumerate() {
        let name = cx.text(*symbol);
        let keys = keys(name);
        let other = keys.iter().find_map(|key| seen.get(key).copied());
        if let Some((other, there)) = other.and_then(|other| names.get(other))
            && alike(name, cx.text(*other))
        {
            // The report stands where a reader meets the second of the two.
            let ((symbol, span), (other, there)) =
                if there <= span { ((symbol, span), (other, there)) } else { ((other, there), (symbol, span)) };
            let name = cx.text(*symbol);
            let diagnostic = Diagnostic::error(
                &codes::LOOK_ALIKE,
                text::LOOK_ALIKE.with([
                    ("kind", kind.plain().into()),
                    ("name", shown(name, cx.text(*other)).into()),
                    ("other", shown(cx.text(*other), name).into()),
                ]),
                *span,
                text::LOOK_ALIKE_HERE.plain(),
            )
            .and(*there, text::LOOK_ALIKE_THERE.plain())
            .help(text::LOOK_ALIKE_HELP.plain());
            cx.out.push(diagnostic);
            continue;
        }
        for key in keys {
            seen.entry(key).or_insert(index);
        }
    }
}

/// Whether the names are plain and differ even when case and look-alike letters are taken together, which settles
/// nearly every set with one hash a name.
fn all_differ(cx: &Cx<'_>, names: &[(Symbol, Span)]) -> bool {
    let mut seen: FxHashSet<u64> = FxHashSet::default();
    seen.reserve(names.len());
    names.iter().all(|(symbol, _)| coarse(cx.text(*symbol)).is_some_and(|key| seen.insert(key)))
}

/// A hash that is the same for any two names that look the same; `None` for a name that is not plain.
fn coarse(name: &str) -> Option<u64> {
    let mut hash = 0_u64;
    for byte in name.bytes() {
        if !plain(byte) {
            return None;
        }
        let mut add = |byte: u8| hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517c_c1b7_2722_0a95);
        match byte.to_ascii_lowercase() {
            b'0' => add(b'o'),
            b'1' | b'i' => add(b'l'),
            b'm' => {
                add(b'r');
                add(b'n');
            }
            other => add(other),
        }
    }
    Some(hash)
}

/// The name in backticks, with the code points of its unusual letters where the other would print the same.
fn shown(name: &str, other: &str) -> String {
    let mut strange = Vec::new();
    if name.chars().count() == other.chars().count() {
        let different = name.chars().zip(other.chars()).filter(|(a, b)| a != b && !a.is_ascii());
        strange.extend(different.map(|(a, _)| format!("U+{:04X}", u32::from(a))));
    }
    if strange.is_empty() { format!("`{name}`") } else { format!("`{name}` (`{}`)", strange.join("`, `")) }
}

fn alike(a: &str, b: &str) -> bool {
    skeleton(a).eq(skeleton(b)) || skeleton(&folded(a)).eq(skeleton(&folded(b)))
}

/// Two hashes: of the skeleton as written, and of the skeleton without case and width. The first alone finds `I`
/// beside `l`, the second alone `Sales` beside `SALES`.
fn keys(name: &str) -> [u64; 2] {
    if name.bytes().all(plain) {
        let (mut written, mut small) = (FxHasher::default(), FxHasher::default());
        // A mark keeps the two kinds of hash apart.
        small.write_u8(0);
        for byte in name.bytes() {
            ascii(byte, &mut written);
            ascii(byte.to_ascii_lowercase(), &mut small);
        }
        return [written.finish(), small.finish()];
    }
    let (mut written, mut small) = (FxHasher::default(), FxHasher::default());
    small.write_u8(0);
    skeleton(name).for_each(|c| write(c, &mut written));
    skeleton(&folded(name)).for_each(|c| write(c, &mut small));
    [written.finish(), small.finish()]
}

/// Without case and width.
pub(super) fn folded(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).collect()
}

fn write(c: char, hasher: &mut FxHasher) {
    match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => hasher.write_u8(byte),
        _ => hasher.write_u32(u32::from(c)),
    }
}

/// The bytes whose skeletons [`ascii`] knows.
const fn plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'@' | b'+' | b' ')
}

/// What the skeleton of one plain byte is.
fn ascii(byte: u8, hasher: &mut FxHasher) {
    match byte {
        b'0' => hasher.write_u8(b'O'),
        b'1' | b'I' => hasher.write_u8(b'l'),
        b'm' => {
            hasher.write_u8(b'r');
            hasher.write_u8(b'n');
        }
        other => hasher.write_u8(other),
    }
}

#[cfg(test)]
mod tests {
    use super::{alike, ascii, coarse, plain};
    use rustc_hash::FxHasher;
    use std::hash::Hasher;
    use unicode_security::skeleton;

    #[test]
    fn the_short_way_over_ascii_is_the_long_way() {
        for byte in 0..=127u8 {
            if plain(byte) {
                let (mut short, mut long) = (FxHasher::default(), FxHasher::default());
                ascii(byte, &mut short);
                skeleton(&char::from(byte).to_string()).for_each(|c| super::write(c, &mut long));
                assert_eq!(short.finish(), long.finish(), "{}", char::from(byte));
            }
        }
    }

    #[test]
    fn plain_names_that_look_the_same_have_one_coarse_hash() {
        for (one, other) in [("Sales", "SALES"), ("Il", "ll"), ("l1", "LI"), ("modern", "MODERN"), ("O0o", "ooo")] {
            assert_eq!(coarse(one), coarse(other), "{one} {other}");
        }
        let plain: Vec<char> = (0..=127u8).filter(|byte| plain(*byte)).map(char::from).collect();
        for one in &plain {
            for other in &plain {
                let (one, other) = (one.to_string(), other.to_string());
                assert!(!alike(&one, &other) || coarse(&one) == coarse(&other), "{one} {other}");
            }
        }
        assert_eq!(coarse("rn"), coarse("m"));
        assert_ne!(coarse("u12"), coarse("u13"));
        assert_eq!(coarse("销售"), None);
    }

    #[test]
    fn case_width_and_look_alikes_are_alike() {
        assert!(alike("Sales", "SALES"));
        assert!(alike("Sales", "Ｓales"));
        assert!(alike("sales", "sаles"));
        assert!(alike("Il", "ll"));
        assert!(!alike("East", "West"));
        assert!(!alike("销售部", "销售郎"));
    }
}
