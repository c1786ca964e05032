//! Which of many sets are contained in which, without comparing each with each.
//!
//! What holds a set holds the rarest thing in it: only those are looked at. Where even the rarest is frequent, sets of
//! sets are intersected word by word.

/// Words and members that may be looked at: some tenths of a second.
pub(super) const BUDGET: usize = 60_000_000;

/// For each set (sorted numbers below `things`) the positions of the others that hold all of it; equal ones hold each
/// other, an empty one is left alone. `None` past the budget.
pub(super) fn holders(sets: &[Vec<u32>], things: usize, budget: &mut usize) -> Option<Vec<Vec<u32>>> {
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); things];
    for (at, set) in sets.iter().enumerate() {
        *budget = budget.checked_sub(set.len())?;
        for thing in set {
            lists.get_mut(*thing as usize)?.push(at as u32);
        }
    }
    let words = sets.len().div_ceil(64);
    let mut bits: Vec<Option<Box<[u64]>>> = vec![None; things];
    let mut found = Vec::with_capacity(sets.len());
    for (at, set) in sets.iter().enumerate() {
        let Some(rarest) = set.iter().min_by_key(|thing| lists.get(**thing as usize).map_or(0, Vec::len)) else {
            found.push(Vec::new());
            continue;
        };
        let list = lists.get(*rarest as usize)?;
        let others = |other: &u32| *other as usize != at;
        if list.len() <= words {
            let mut held = Vec::new();
            for other in list.iter().copied().filter(others) {
                let other_set = sets.get(other as usize)?;
                *budget = budget.checked_sub(1)?;
                if other_set.len() >= set.len() && is_within(set, other_set, budget)? {
                    held.push(other);
                }
            }
            found.push(held);
            continue;
        }
        let mut all: Vec<u64> = vec![u64::MAX; words];
        for thing in set {
            *budget = budget.checked_sub(words)?;
            let slot = bits.get_mut(*thing as usize)?;
            let of = match slot {
                Some(of) => of,
                None => slot.insert(as_bits(lists.get(*thing as usize)?, words)),
            };
            all.iter_mut().zip(of.iter()).for_each(|(all, of)| *all &= of);
        }
        let held = members(&all).filter(|other| others(other));
        found.push(held.collect());
    }
    Some(found)
}

fn is_within(small: &[u32], large: &[u32], budget: &mut usize) -> Option<bool> {
    let mut rest = large;
    for thing in small {
        *budget = budget.checked_sub(1)?;
        match rest.binary_search(thing) {
            Ok(place) => rest = rest.get(place + 1..)?,
            Err(_) => return Some(false),
        }
    }
    Some(true)
}

fn as_bits(list: &[u32], words: usize) -> Box<[u64]> {
    let mut bits = vec![0_u64; words];
    for at in list {
        if let Some(word) = bits.get_mut(*at as usize / 64) {
            *word |= 1 << (at % 64);
        }
    }
    bits.into()
}

fn members(bits: &[u64]) -> impl Iterator<Item = u32> {
    bits.iter().enumerate().flat_map(|(place, word)| {
        let mut word = *word;
        std::iter::from_fn(move || {
            let bit = word.trailing_zeros();
            (bit < 64).then(|| {
                word &= word - 1;
                place as u32 * 64 + bit
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each with each, the plain way.
    fn plainly(sets: &[Vec<u32>]) -> Vec<Vec<u32>> {
        let holds = |large: &Vec<u32>, small: &Vec<u32>| small.iter().all(|thing| large.contains(thing));
        let of = |(at, small): (usize, &Vec<u32>)| {
            let others = sets.iter().enumerate().filter(|(other, large)| *other != at && holds(large, small));
            if small.is_empty() { Vec::new() } else { others.map(|(other, _)| other as u32).collect() }
        };
        sets.iter().enumerate().map(of).collect()
    }

    #[test]
    fn it_agrees_with_comparing_each_with_each() {
        let mut state = 7_u64;
        let mut roll = |most: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % most
        };
        for round in 0..60 {
            // Few things make dense lists, many make sparse ones.
            let things = [3, 8, 40][round % 3];
            let sets: Vec<Vec<u32>> = (0..150)
                .map(|_| (0..things as u32).filter(|_| roll(things) < 2 + round as u64 % 5).collect())
                .collect();
            assert_eq!(holders(&sets, things as usize, &mut BUDGET.clone()), Some(plainly(&sets)));
        }
    }

    #[test]
    fn it_gives_up_where_it_takes_too_long() {
        assert_eq!(holders(&[vec![0, 1], vec![0]], 2, &mut 2), None);
    }
}
