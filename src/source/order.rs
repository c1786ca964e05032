//! [`order`]: texts in their order, without a walk through memory for every comparison.

use std::cmp::Ordering;

/// The positions `0..count` in the order of the texts that stand there; `tie` decides between equal ones.
///
/// Texts of one kind begin alike (`assign Role…`, `u…`) and lie all over memory, so the sixteen bytes after what all of
/// them share are compared first. They decide nearly always.
pub fn order<'t>(count: usize, text: impl Fn(usize) -> &'t str, tie: impl Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let first = if count == 0 { "" } else { text(0) }.as_bytes();
    let shared = (1..count).fold(first.len(), |shared, at| {
        let common = |(a, b): &(&u8, &u8)| a == b;
        first.iter().take(shared).zip(text(at).as_bytes()).take_while(common).count()
    });
    let mut keyed: Vec<(u64, u64, u32)> = Vec::with_capacity(count);
    keyed.extend((0..count).map(|at| {
        let (high, low) = key(text(at).as_bytes().get(shared..).unwrap_or(&[]));
        (high, low, at as u32)
    }));
    keyed.sort_unstable_by(|a, b| match (a.0, a.1).cmp(&(b.0, b.1)) {
        Ordering::Equal => {
            let (i, j) = (a.2 as usize, b.2 as usize);
            text(i).cmp(text(j)).then_with(|| tie(i, j))
        }
        other => other,
    });
    keyed.into_iter().map(|(.., at)| at).collect()
}

/// The first sixteen bytes as numbers, zeros after the end.
fn key(text: &[u8]) -> (u64, u64) {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(text) {
        *to = *from;
    }
    let word = u128::from_be_bytes(bytes);
    ((word >> 64) as u64, word as u64)
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn the_order_is_that_of_the_texts() {
        let texts = [
            "",
            "role",
            "role 10",
            "role 9",
            "role 9\0",
            "role 9\0\0a",
            "role 9",
            "角色",
            "role with a name longer than sixteen bytes b",
            "role with a name longer than sixteen bytes a",
            "role with a name longer than sixteen bytes",
        ];
        for start in 0..texts.len() {
            let some = &texts[start..];
            let mut slow: Vec<u32> = (0..some.len() as u32).collect();
            slow.sort_by_key(|at| some[*at as usize]);
            assert_eq!(order(some.len(), |at| some[at], |a, b| a.cmp(&b)), slow, "{some:?}");
        }
        assert!(order(0, |_| "", |a, b| a.cmp(&b)).is_empty());
    }
}
