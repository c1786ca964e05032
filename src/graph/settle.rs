//! How high each slot of a column stands: near its neighbors, in order, without touching.

use super::layout::Slot;

/// Times that all columns are gone over.
const SWEEPS: usize = 12;

/// The middle of every slot.
pub(super) fn heights(slots: &[Slot], rows: &[Vec<usize>], gap: i32) -> Vec<i32> {
    let mut middles = vec![0; slots.len()];
    for row in rows {
        let wanted: Vec<i32> = vec![0; row.len()];
        settle(slots, row, &wanted, gap, &mut middles);
    }
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 1;
        let order: Vec<usize> = if forward { (0..rows.len()).collect() } else { (0..rows.len()).rev().collect() };
        for row in order.into_iter().filter_map(|column| rows.get(column)) {
            // The last rounds look to both sides.
            let both = sweep + 3 >= SWEEPS;
            let wanted: Vec<i32> = row.iter().map(|at| wanted(slots, *at, (forward, both), &middles)).collect();
            settle(slots, row, &wanted, gap, &mut middles);
        }
    }
    middles
}

/// The mean of where the neighbors stand.
fn wanted(slots: &[Slot], at: usize, (forward, both): (bool, bool), middles: &[i32]) -> i32 {
    let own = middles.get(at).copied().unwrap_or(0);
    let Some(slot) = slots.get(at) else { return own };
    let (before, after) = (slot.before.iter(), slot.after.iter());
    let beside: Vec<i64> = match (both, forward) {
        (true, _) => before.chain(after).filter_map(|other| middles.get(*other)).map(|at| i64::from(*at)).collect(),
        (false, true) => before.filter_map(|other| middles.get(*other)).map(|at| i64::from(*at)).collect(),
        (false, false) => after.filter_map(|other| middles.get(*other)).map(|at| i64::from(*at)).collect(),
    };
    let count = i64::try_from(beside.len()).unwrap_or(i64::MAX);
    let mean = beside.iter().sum::<i64>().checked_div(count);
    mean.map_or(own, |mean| i32::try_from(mean).unwrap_or(own))
}

/// A run of slots that touch.
struct Pool {
    /// The sum of where its members want its first slot to be.
    sum: i64,
    count: i64,
}

impl Pool {
    fn place(&self) -> i64 {
        self.sum.div_euclid(self.count.max(1))
    }
}

/// Puts the slots of a column as near as they can be to where they want to be, in order and apart: pools adjacent violators.
fn settle(slots: &[Slot], row: &[usize], wanted: &[i32], gap: i32, middles: &mut [i32]) {
    let half = |at: usize| slots.get(at).map_or(0, |slot| (slot.size.height + 1) / 2);
    // How far below the first slot each must stand at least.
    let mut offsets: Vec<i64> = Vec::new();
    let mut below = 0_i64;
    for (place, at) in row.iter().enumerate() {
        if let Some(before) = place.checked_sub(1).and_then(|before| row.get(before)) {
            below += i64::from(half(*before)) + i64::from(half(*at)) + i64::from(gap);
        }
        offsets.push(below);
    }
    let mut pools: Vec<Pool> = Vec::new();
    for (want, offset) in wanted.iter().zip(&offsets) {
        let mut pool = Pool { sum: i64::from(*want) - offset, count: 1 };
        while let Some(above) = pools.pop_if(|above| above.place() >= pool.place()) {
            pool = Pool { sum: above.sum + pool.sum, count: above.count + pool.count };
        }
        pools.push(pool);
    }
    let places = pools.iter().flat_map(|pool| (0..pool.count).map(|_| pool.place()));
    for ((at, place), offset) in row.iter().zip(places).zip(&offsets) {
        let middle = i32::try_from(place + offset).unwrap_or(0);
        middles.get_mut(*at).into_iter().for_each(|slot| *slot = middle);
    }
}
