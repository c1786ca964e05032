//! The two hashes of the format: one of names, one of content.

/// Content hash: 128 bits.
///
/// The input is read as four lanes of 64-bit words exactly as XXH64 (seed 0) reads it; the low half *is* XXH64,
/// the high half folds the same lanes a second time with other constants. It recognizes damage and names content;
/// it is no protection against malice, which is the signature's work.
pub(crate) fn content(bytes: &[u8]) -> [u8; 16] {
    let mut lanes = [P1.wrapping_add(P2), P2, 0, 0_u64.wrapping_sub(P1)];
    let (stripes, tail) = bytes.as_chunks::<32>();
    for stripe in stripes {
        let (words, _) = stripe.as_chunks::<8>();
        for (lane, word) in lanes.iter_mut().zip(words) {
            *lane = round(*lane, u64::from_le_bytes(*word));
        }
    }
    let long = !stripes.is_empty();
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let low = finish(merge(lanes, long, [1, 7, 12, 18], P5).wrapping_add(length), tail);
    let high = finish(merge(lanes, long, [23, 37, 43, 59], P4).wrapping_add(length), tail);
    u128::from(high).wrapping_shl(64).wrapping_add(u128::from(low)).to_le_bytes()
}

/// The hash of several pieces that lie apart: that of their hashes in a row.
pub(crate) fn content_of<const N: usize>(pieces: [&[u8]; N]) -> [u8; 16] {
    content(pieces.map(content).as_flattened())
}

const P1: u64 = 0x9e37_79b1_85eb_ca87;
const P2: u64 = 0xc2b2_ae3d_27d4_eb4f;
const P3: u64 = 0x1656_67b1_9e37_79f9;
const P4: u64 = 0x85eb_ca77_c2b2_ae63;
const P5: u64 = 0x27d4_eb2f_1656_67c5;

#[inline]
const fn round(lane: u64, word: u64) -> u64 {
    lane.wrapping_add(word.wrapping_mul(P2)).rotate_left(31).wrapping_mul(P1)
}

fn merge(lanes: [u64; 4], long: bool, turns: [u32; 4], short: u64) -> u64 {
    if !long {
        return short;
    }
    let mut hash = 0_u64;
    for (lane, turn) in lanes.iter().zip(turns) {
        hash = hash.wrapping_add(lane.rotate_left(turn));
    }
    for lane in lanes {
        hash = (hash ^ round(0, lane)).wrapping_mul(P1).wrapping_add(P4);
    }
    hash
}

fn finish(mut hash: u64, tail: &[u8]) -> u64 {
    let (words, tail) = tail.as_chunks::<8>();
    for word in words {
        hash ^= round(0, u64::from_le_bytes(*word));
        hash = hash.rotate_left(27).wrapping_mul(P1).wrapping_add(P4);
    }
    let (halves, tail) = tail.as_chunks::<4>();
    for half in halves {
        hash ^= u64::from(u32::from_le_bytes(*half)).wrapping_mul(P1);
        hash = hash.rotate_left(23).wrapping_mul(P2).wrapping_add(P3);
    }
    for byte in tail {
        hash ^= u64::from(*byte).wrapping_mul(P5);
        hash = hash.rotate_left(11).wrapping_mul(P1);
    }
    hash = (hash ^ (hash >> 33)).wrapping_mul(P2);
    hash = (hash ^ (hash >> 29)).wrapping_mul(P3);
    hash ^ (hash >> 32)
}

/// Hash of a name within `owner` (space and parent): eight bytes a step, the last step padded with zeros and the
/// length.
#[inline]
pub(crate) fn name(owner: u32, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = step(u64::from(owner).wrapping_add(P3), u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        hash = step(hash, u64::from_le_bytes(*word));
    }
    if !tail.is_empty() {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(tail) {
            *to = *from;
        }
        hash = step(hash, u64::from_le_bytes(word));
    }
    hash
}

/// The slot where a search begins: the low 32 bits of a name's hash, scaled to the number of slots.
#[inline]
pub(crate) fn slot(hash: u64, slots: u32) -> u32 {
    let low = hash & u64::from(u32::MAX);
    // Below the number of slots, so it fits.
    u32::try_from(low.wrapping_mul(u64::from(slots)) >> 32).unwrap_or(0)
}

#[inline]
const fn step(hash: u64, word: u64) -> u64 {
    let mixed = (hash ^ word).wrapping_mul(P1);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::{content, name};

    /// Published values of XXH64 with seed 0.
    #[test]
    fn the_low_half_is_xxh64() {
        let low = |text: &str| {
            let hash = content(text.as_bytes());
            u64::from_le_bytes(*hash.first_chunk::<8>().expect("16 bytes"))
        };
        assert_eq!(low(""), 0xef46_db37_51d8_e999);
        assert_eq!(low("a"), 0xd24e_c4f1_a98c_6e5b);
        assert_eq!(low("abc"), 0x44bc_2cf5_ad77_0999);
        assert_eq!(low("Call me Ishmael. Some years ago--never mind how long precisely-"), 0x02a2_e854_70d6_fd96);
    }

    #[test]
    fn names_differ_by_owner_and_length() {
        assert_ne!(name(0, "a"), name(1, "a"));
        assert_ne!(name(0, "a"), name(0, "a\0"));
        assert_ne!(name(0, ""), name(0, "\0\0\0\0\0\0\0\0"));
    }
}
