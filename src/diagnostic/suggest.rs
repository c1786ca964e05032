//! "Did you mean".

/// The candidate nearest to `wrong`, if it is near enough to be meant; ties go to the one that sorts first.
///
/// Distance is the optimal-string-alignment edit distance over lower-cased characters (insert, delete,
/// replace, swap of neighbours each count 1); near enough is at most a third of the longer length, at least 1.
pub fn did_you_mean<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong: Vec<char> = wrong.chars().take(64).flat_map(char::to_lowercase).collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other: Vec<char> = candidate.chars().take(65).flat_map(char::to_lowercase).collect();
        let limit = (wrong.len().max(other.len()) / 3).max(1);
        if wrong.len().abs_diff(other.len()) > limit {
            continue;
        }
        let distance = distance(&wrong, &other);
        // One-character names are all one edit apart: only a change of case is near there.
        let limit = if wrong.len().max(other.len()) < 2 { 0 } else { limit };
        if distance <= limit && best.is_none_or(|(d, text)| (distance, candidate) < (d, text)) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, text)| text)
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
