//! Little-endian reading straight from the table's bytes: sections of records, packed numbers.
//!
//! Total: an index that does not exist gives `None`, so that no validation is load-bearing for safety.

use std::marker::PhantomData;

/// Stands for "none" wherever a record holds an index.
pub const NONE: u32 = u32::MAX;

/// An index of the table as an index of memory.
#[inline]
pub(crate) fn index(value: u32) -> usize {
    // Lossless on every supported target; on a smaller one the index exists nowhere.
    usize::try_from(value).unwrap_or(usize::MAX)
}

/// A length as an index of the table; one that does not fit exists nowhere.
#[inline]
pub(crate) fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(NONE)
}

/// The next `N` bytes of `rest`, zeros once it is used up.
#[inline]
pub(crate) fn take<const N: usize>(rest: &mut &[u8]) -> [u8; N] {
    match rest.split_first_chunk::<N>() {
        Some((head, tail)) => {
            *rest = tail;
            *head
        }
        None => [0; N],
    }
}

/// Writes the next `N` bytes of `rest`, as far as there are any.
#[inline]
pub(crate) fn put<const N: usize>(rest: &mut &mut [u8], bytes: [u8; N]) {
    if let Some((head, tail)) = std::mem::take(rest).split_first_chunk_mut::<N>() {
        *head = bytes;
        *rest = tail;
    }
}

/// A record of fixed size.
pub(crate) trait Record: Sized {
    /// Bytes of one.
    const SIZE: usize;
    /// Reads one from exactly [`Self::SIZE`] bytes.
    fn read(bytes: &[u8]) -> Self;
    /// Appends one.
    #[cfg_attr(not(feature = "compiler"), expect(dead_code, reason = "only the compiler writes tables"))]
    fn write(&self, out: &mut Vec<u8>);
}

/// A section of records.
#[derive(Debug)]
pub(crate) struct Records<'a, R> {
    bytes: &'a [u8],
    record: PhantomData<fn() -> R>,
}

impl<R> Clone for Records<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Records<'_, R> {}

impl<'a, R: Record> Records<'a, R> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, record: PhantomData }
    }

    /// The record at `at`.
    #[inline]
    pub(crate) fn get(&self, at: u32) -> Option<R> {
        let start = index(at).checked_mul(R::SIZE)?;
        let bytes = self.bytes.get(start..start.checked_add(R::SIZE)?)?;
        Some(R::read(bytes))
    }

    /// How many records there are.
    #[inline]
    pub(crate) fn len(&self) -> u32 {
        narrow(self.bytes.len().checked_div(R::SIZE).unwrap_or(0))
    }

    /// The number of items before the closing one that only bounds the last.
    #[inline]
    pub(crate) fn items(&self) -> u32 {
        self.len().saturating_sub(1)
    }

    /// All records in order.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = R> + Clone + use<'a, R> {
        self.bytes.chunks_exact(R::SIZE).map(R::read)
    }

    /// Those at `range`, fewer if some do not exist.
    #[inline]
    pub(crate) fn slice(&self, start: u32, end: u32) -> Self {
        let at = |i: u32| index(i).saturating_mul(R::SIZE).min(self.bytes.len());
        Self::new(self.bytes.get(at(start)..at(end)).unwrap_or(&[]))
    }
}

/// Numbers of 0 to 4 bytes each. Of width 0 all are zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed<'a> {
    bytes: &'a [u8],
    width: u32,
    len: u32,
}

impl<'a> Packed<'a> {
    pub(crate) const fn new(bytes: &'a [u8], width: u32, len: u32) -> Self {
        Self { bytes, width, len }
    }

    /// The number at `at`.
    #[inline]
    pub(crate) fn get(&self, at: u32) -> Option<u32> {
        let i = index(at);
        match self.width {
            0 => (at < self.len).then_some(0),
            1 => self.bytes.get(i).map(|b| u32::from(*b)),
            2 => self.bytes.as_chunks::<2>().0.get(i).map(|b| u32::from(u16::from_le_bytes(*b))),
            3 => self.bytes.as_chunks::<3>().0.get(i).map(|[a, b, c]| u32::from_le_bytes([*a, *b, *c, 0])),
            _ => self.bytes.as_chunks::<4>().0.get(i).map(|b| u32::from_le_bytes(*b)),
        }
    }

    /// How many numbers there are.
    #[inline]
    pub(crate) const fn len(&self) -> u32 {
        self.len
    }

    /// The position of `key` in the sorted numbers at `start..end`.
    #[inline]
    pub(crate) fn find(&self, start: u32, end: u32, key: u32) -> Option<u32> {
        let range = index(start)..index(end);
        let found = match self.width {
            0 => 0,
            1 => self.bytes.get(range)?.partition_point(|b| u32::from(*b) < key),
            2 => self.bytes.as_chunks::<2>().0.get(range)?.partition_point(|b| u32::from(u16::from_le_bytes(*b)) < key),
            3 => {
                let chunks = self.bytes.as_chunks::<3>().0.get(range)?;
                chunks.partition_point(|[a, b, c]| u32::from_le_bytes([*a, *b, *c, 0]) < key)
            }
            _ => self.bytes.as_chunks::<4>().0.get(range)?.partition_point(|b| u32::from_le_bytes(*b) < key),
        };
        let at = start.checked_add(narrow(found))?;
        (at < end && self.get(at)? == key).then_some(at)
    }

    /// Whether the numbers at `start..end` rise strictly.
    pub(crate) fn rises(&self, start: u32, end: u32) -> bool {
        let mut numbers = (start..end).map(|at| self.get(at));
        let mut last = match numbers.next() {
            None => return true,
            Some(first) => first,
        };
        last.is_some()
            && numbers.all(|next| {
                let rises = next > last;
                last = next;
                rises
            })
    }

    /// The greatest number, `None` if there are none.
    pub(crate) fn max(&self) -> Option<u32> {
        match self.width {
            0 => (self.len > 0).then_some(0),
            1 => self.bytes.iter().max().map(|b| u32::from(*b)),
            2 => self.bytes.as_chunks::<2>().0.iter().map(|b| u32::from(u16::from_le_bytes(*b))).max(),
            3 => self.bytes.as_chunks::<3>().0.iter().map(|[a, b, c]| u32::from_le_bytes([*a, *b, *c, 0])).max(),
            _ => self.bytes.as_chunks::<4>().0.iter().map(|b| u32::from_le_bytes(*b)).max(),
        }
    }

    /// All numbers in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + use<'a> {
        let packed = *self;
        (0..self.len).map_while(move |at| packed.get(at))
    }
}

/// Name, meaning and size of a record, and name, type, meaning and size of each of its fields.
#[cfg(test)]
pub(in crate::table) type RecordWords =
    (&'static str, &'static str, usize, &'static [(&'static str, &'static str, &'static str, usize)]);

/// Declares records: their fields in order, little-endian, without padding.
macro_rules! records {
    ($($(#[doc = $doc:literal])* $name:ident : $size:literal {
        $($(#[doc = $field_doc:literal])* $field:ident : $ty:ty),* $(,)?
    })*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) struct $name { $($(#[doc = $field_doc])* pub(crate) $field: $ty),* }

        const _: () = assert!($size == 0 $(+ size_of::<$ty>())*);

        impl $crate::table::bytes::Record for $name {
            const SIZE: usize = $size;
            #[inline]
            fn read(bytes: &[u8]) -> Self {
                let mut rest = bytes;
                $(let $field = <$ty>::from_le_bytes($crate::table::bytes::take(&mut rest));)*
                let _ = rest;
                Self { $($field),* }
            }
            #[inline]
            fn write(&self, out: &mut Vec<u8>) {
                let mut bytes = [0; $size];
                let mut rest = bytes.as_mut_slice();
                $($crate::table::bytes::put(&mut rest, self.$field.to_le_bytes());)*
                let _ = rest;
                out.extend_from_slice(&bytes);
            }
        }
    )*

        /// For `docs/table-format.md`.
        #[cfg(test)]
        pub(in crate::table) const RECORDS: &[$crate::table::bytes::RecordWords] = &[$((
            stringify!($name),
            concat!($($doc),*),
            $size,
            &[$((stringify!($field), stringify!($ty), concat!($($field_doc),*), size_of::<$ty>())),*],
        )),*];
    };
}
pub(crate) use records;
