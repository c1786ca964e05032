//! "Did you mean".

/// Characters that are written for each other in words that sound and mean the same, and the usual one.
const CONFUSED: [(char, char); 10] = [
    ('帐', '账'),
    ('帳', '账'),
    ('賬', '账'),
    ('陆', '录'),
    ('它', '他'),
    ('份', '分'),
    ('象', '像'),
    ('做', '作'),
    ('定', '订'),
    ('帖', '贴'),
];

/// The candidate nearest to `wrong`, if it is near enough to be meant and no other is as near.
///
/// Distance is the optimal-string-alignment edit distance over lower-cased characters (insert, delete,
/// replace, swap of neighbours each count 1; characters that are confused with each other count as the same); near enough is at most
/// a third of the longer length, at least 1. Two characters of Chinese are two words: one of them says nothing of the other.
pub fn did_you_mean<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong: Vec<char> = wrong.chars().take(64).flat_map(folded).collect();
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    for candidate in candidates {
        let other: Vec<char> = candidate.chars().take(65).flat_map(folded).collect();
        let limit = (wrong.len().max(other.len()) / 3).max(1);
        if wrong.len().abs_diff(other.len()) > limit {
            continue;
        }
        let distance = distance(&wrong, &other);
        // One-character names are all one edit apart: only a change of case is near there.
        let short = if wrong.iter().all(char::is_ascii) { 2 } else { 3 };
        let limit = if wrong.len().max(other.len()) < short { 0 } else { limit };
        let (least, text) = best.unwrap_or((usize::MAX, ""));
        if distance <= limit && distance < least {
            best = Some((distance, candidate));
            tied = false;
        } else if distance == least && candidate != text {
            tied = true;
        }
    }
    best.filter(|_| !tied).map(|(_, text)| text)
}

/// Lower case, and the usual one of characters that are confused.
fn folded(sign: char) -> impl Iterator<Item = char> {
    let usual = CONFUSED.iter().find(|(other, _)| *other == sign).map_or(sign, |(_, usual)| *usual);
    usual.to_lowercase()
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let at = |row: &[usize], k: usize| row.get(k).copied().unwrap_or(usize::MAX - 1);
            let mut cost = (at(&last, j) + usize::from(ca != cb)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            if i > 0 && j > 0 && Some(ca) == b.get(j - 1) && a.get(i - 1) == Some(cb) {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}
