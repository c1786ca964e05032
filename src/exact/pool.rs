//! Candidates for the values of a type, before they are thinned to one of every kind.

use super::domain::Group;
use super::item::Traits;
use super::value::{Person, Scalar};
use super::worlds::Worlds;
use crate::model::{UnitId, UserId, ValueType};
use rustc_hash::FxHashSet;

/// The largest number that a policy can state (18 digits, 4 of them after the point), times 10,000.
const LARGEST: i64 = 999_999_999_999_999_999;
/// One, as numbers are held.
const ONE: i64 = 10_000;

/// Values of the group's type: every kind is among them, as often as the group may need it.
pub(crate) fn raw(worlds: &Worlds<'_>, traits: &Traits, me: Person, group: &Group) -> Vec<Scalar> {
    match group.ty {
        None => Vec::new(),
        Some(ValueType::Boolean) => vec![Scalar::Boolean(true), Scalar::Boolean(false)],
        Some(ValueType::Enum(id)) => (0..worlds.enum_count(id)).map(|position| Scalar::Enum(position as u32)).collect(),
        Some(ValueType::Number) => numbers(group),
        Some(ValueType::Text) => {
            let fresh = (0..group.width()).map(|n| Scalar::FreshText(n as u32));
            constants(group).chain(fresh).collect()
        }
        Some(ValueType::User) => persons(worlds, traits, me, group),
        Some(ValueType::Unit) => units(worlds, group),
        Some(ValueType::Address) => addresses(worlds, group),
    }
}

fn constants(group: &Group) -> impl Iterator<Item = Scalar> + '_ {
    group.constants.iter().copied().filter(|value| !value.is_nothing())
}

/// The constants, and numbers below, between and above them.
fn numbers(group: &Group) -> Vec<Scalar> {
    let mut cuts: Vec<i64> =
        constants(group).filter_map(|value| if let Scalar::Number(n) = value { Some(n) } else { None }).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut found: Vec<i64> = cuts.clone();
    let bounds: Vec<i64> = [vec![-LARGEST - 1], cuts, vec![LARGEST + 1]].concat();
    for pair in bounds.windows(2) {
        if let [low, high] = pair {
            between(*low, *high, group.width(), &mut found);
        }
    }
    found.into_iter().map(Scalar::Number).collect()
}

/// Up to `count` numbers strictly between two, whole ones where there are any, near the inner end.
fn between(low: i64, high: i64, count: usize, found: &mut Vec<i64>) {
    let count = i64::try_from(count).unwrap_or(1);
    let whole = |n: i64| n.div_euclid(ONE) * ONE;
    let start = if low < -LARGEST && high > LARGEST {
        0
    } else if low < -LARGEST {
        whole(high - 1) - ONE * (count - 1)
    } else {
        whole(low) + ONE
    };
    let wholes: Vec<i64> = (0..count).map(|n| start + ONE * n).filter(|n| low < *n && *n < high).collect();
    let missing = count - wholes.len() as i64;
    let fine = (1..high.saturating_sub(low)).map(|n| low.saturating_add(n)).filter(|n| !wholes.contains(n));
    found.extend(fine.take(usize::try_from(missing).unwrap_or(0)));
    found.extend(wholes);
}

/// The asker, persons that are named, persons below them, owners with units of every kind, strangers.
fn persons(worlds: &Worlds<'_>, traits: &Traits, me: Person, group: &Group) -> Vec<Scalar> {
    let mut found = vec![Scalar::Person(me)];
    found.extend(constants(group));
    let strangers = (0..group.width()).map(|n| Scalar::Person(Person::Stranger(n as u32)));
    if let Some(all) = worlds.differing_people().filter(|_| traits.reports || traits.owner_units) {
        found.extend(all.into_iter().map(|user| Scalar::Person(Person::Known(user))));
        found.extend(strangers);
        return found;
    }
    let index = worlds.first();
    if traits.reports {
        let mut seen: FxHashSet<Scalar> = found.iter().copied().collect();
        let mut at = 0;
        while let Some(Scalar::Person(person)) = found.get(at).copied() {
            at += 1;
            let Person::Known(user) = person else { continue };
            let below = index.reports_of(user).iter().map(|below| Scalar::Person(Person::Known(*below)));
            found.extend(below.filter(|below| seen.insert(*below)));
        }
    }
    if traits.owner_units {
        // Of people who are not named only the units count, and whom they report to.
        let spare = found.len() + group.width();
        let known = |user: &UserId| Scalar::Person(Person::Known(*user));
        if traits.reports {
            found.extend((0..index.model.users.len()).map(|user| known(&UserId::from_index(user))));
        } else {
            let kinds = index.users_by_units().iter();
            found.extend(kinds.flat_map(|users| users.iter().take(spare)).map(known));
        }
    }
    found.extend(strangers);
    found
}

/// The units that are named, and below each of them (and outside of all) some that are not: where a unit lies is told
/// by the nearest named one above it.
fn units(worlds: &Worlds<'_>, group: &Group) -> Vec<Scalar> {
    if let Some(all) = worlds.differing_units() {
        return constants(group).chain(all.into_iter().map(Scalar::Unit)).collect();
    }
    let index = worlds.first();
    let named: FxHashSet<Scalar> = constants(group).collect();
    let mut found: Vec<Scalar> = constants(group).collect();
    let tops = named.iter().filter_map(|value| if let Scalar::Unit(unit) = value { Some(*unit) } else { None });
    let mut tops: Vec<UnitId> = tops.collect();
    tops.sort_unstable();
    for top in std::iter::once(None).chain(tops.into_iter().map(Some)) {
        let mut left = group.width();
        let mut stack = index.units_below(top).to_vec();
        while left > 0
            && let Some(unit) = stack.pop()
        {
            if !named.contains(&Scalar::Unit(unit)) {
                found.push(Scalar::Unit(unit));
                left -= 1;
                stack.extend(index.units_below(Some(unit)));
            }
        }
    }
    found
}

/// Addresses that read well, tried before the edges of networks.
const READABLE: [u32; 6] = [0xC000_0207, 0xC633_6407, 0xCB00_7107, 0x0A00_0007, 0xC0A8_0007, 0x0808_0808];
/// IPv4 addresses lie here among the IPv6 ones.
pub(crate) const MAPPED: u128 = 0xFFFF_0000_0000;

/// Addresses in every stretch between the bounds of networks.
fn addresses(worlds: &Worlds<'_>, group: &Group) -> Vec<Scalar> {
    let mut starts: Vec<u128> = vec![0, MAPPED];
    for (first, last) in worlds.all_ranges() {
        starts.push(first);
        starts.extend(last.checked_add(1));
    }
    for value in constants(group) {
        if let Scalar::Address(address) = value {
            starts.push(address);
            starts.extend(address.checked_add(1));
        }
    }
    starts.sort_unstable();
    starts.dedup();
    let width = group.width() as u128;
    let mut found: Vec<u128> = Vec::new();
    for readable in READABLE {
        let readable = MAPPED | u128::from(readable);
        let until = starts.iter().copied().find(|start| *start > readable).unwrap_or(u128::MAX);
        found.extend((0..width).map(|n| readable + n).filter(|address| *address < until));
    }
    for (at, start) in starts.iter().enumerate() {
        let until = starts.get(at + 1).copied();
        found.extend((0..width).filter_map(|n| start.checked_add(n)).filter(|a| until.is_none_or(|u| *a < u)));
    }
    found.into_iter().map(Scalar::Address).collect()
}
