//! Addresses and networks. IPv4 is kept as IPv4-mapped IPv6, so that both spellings of an address are one number.

use super::context::Cx;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::typing as codes;
use crate::message::typing as text;
use crate::syntax::ast;
use std::net::{IpAddr, Ipv6Addr};

/// The IPv4 addresses among the IPv6 ones.
const MAPPED: (u128, u128) = (0xffff_0000_0000, 0xffff_ffff_ffff);

/// The number of an address.
pub(super) fn parse_address(text: &str) -> Option<u128> {
    Some(match text.parse::<IpAddr>().ok()? {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    })
}

/// The ranges of a network: sorted, disjoint, not touching.
pub(super) fn ranges(cx: &mut Cx<'_>, network: &ast::Network) -> Vec<(u128, u128)> {
    let mut ranges = Vec::with_capacity(network.blocks.len());
    for block in &network.blocks {
        match parse_block(&block.text) {
            Ok(range) => ranges.extend(without_mapped(range, block.text.contains('.'))),
            Err(error) => report(cx, block, &error),
        }
    }
    merge(ranges)
}

enum BlockError {
    NotABlock,
    /// Where the block starts.
    HostBits(String),
}

fn parse_block(text: &str) -> Result<(u128, u128), BlockError> {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(a, p)| (a, Some(p)));
    let ip: IpAddr = address.parse().map_err(|_| BlockError::NotABlock)?;
    let (bits, width) = match ip {
        IpAddr::V4(address) => (address.to_ipv6_mapped().to_bits(), 32),
        IpAddr::V6(address) => (address.to_bits(), 128),
    };
    let good = |prefix: &str| (1..=3).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_digit());
    let prefix = match prefix {
        None => width,
        Some(prefix) if good(prefix) => prefix.parse::<u32>().map_err(|_| BlockError::NotABlock)?,
        Some(_) => return Err(BlockError::NotABlock),
    };
    if prefix > width {
        return Err(BlockError::NotABlock);
    }
    let free = width - prefix;
    let rest = if free == 128 { u128::MAX } else { (1u128 << free) - 1 };
    if bits & rest != 0 {
        return Err(BlockError::HostBits(format!("{}/{prefix}", show(bits & !rest, ip.is_ipv4()))));
    }
    Ok((bits, bits | rest))
}

fn show(bits: u128, v4: bool) -> String {
    let address = Ipv6Addr::from_bits(bits);
    match address.to_ipv4_mapped() {
        Some(address) if v4 => address.to_string(),
        _ => address.to_string(),
    }
}

/// A wide IPv6 block (`::/0`) means IPv6 addresses only: whoever wants all IPv4 addresses as well writes `0.0.0.0/0`.
fn without_mapped((first, last): (u128, u128), dotted: bool) -> Vec<(u128, u128)> {
    let wider = first < MAPPED.0 && MAPPED.1 < last;
    if dotted || !wider {
        return vec![(first, last)];
    }
    vec![(first, MAPPED.0 - 1), (MAPPED.1 + 1, last)]
}

fn merge(mut ranges: Vec<(u128, u128)>) -> Vec<(u128, u128)> {
    ranges.sort_unstable();
    let mut merged: Vec<(u128, u128)> = Vec::with_capacity(ranges.len());
    for (first, last) in ranges {
        match merged.last_mut() {
            Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    merged
}

fn report(cx: &mut Cx<'_>, block: &ast::Text, error: &BlockError) {
    let shown = || (&*block.text).into();
    cx.out.push(match error {
        BlockError::NotABlock => Diagnostic::error(
            &codes::BAD_NETWORK,
            text::BAD_BLOCK.with([("text", shown())]),
            block.span,
            text::BAD_BLOCK_HERE.plain(),
        ),
        BlockError::HostBits(start) => Diagnostic::error(
            &codes::BAD_NETWORK,
            text::HOST_BITS.with([("text", shown())]),
            block.span,
            text::HOST_BITS_HERE.with([("start", start.as_str().into())]),
        )
        // No repair: one address may have been meant as well as the whole block.
        .help(
            text::HOST_BITS_HELP
                .with([("start", start.as_str().into()), ("one", block.text.split('/').next().unwrap_or("").into())]),
        ),
    });
}

#[cfg(test)]
mod tests {
    use super::{merge, parse_address, parse_block, without_mapped};

    #[test]
    fn blocks() {
        assert!(parse_block("10.20.0.0/16").is_ok());
        assert!(parse_block("10.20.0.1/16").is_err());
        assert!(parse_block("10.20.0.0/33").is_err());
        assert!(parse_block("10.20.0.0/").is_err());
        assert!(parse_block("10.20.0.0/+8").is_err());
        let one = parse_block("10.0.0.1").ok().unwrap();
        assert_eq!(one.0, one.1);
        assert_eq!(parse_block("::ffff:10.0.0.1/128").ok(), Some(one));
        assert_eq!(parse_block("::/0").ok(), Some((0, u128::MAX)));
    }

    #[test]
    fn all_of_version_6_is_none_of_version_4() {
        let ranges = merge(without_mapped((0, u128::MAX), false));
        let inside = |text| {
            let address = parse_address(text).unwrap();
            ranges.iter().any(|(first, last)| *first <= address && address <= *last)
        };
        assert!(inside("2001:db8::1"));
        assert!(!inside("10.0.0.1"));
        assert!(!inside("::ffff:10.0.0.1"));
    }

    #[test]
    fn ranges_that_touch_are_one() {
        assert_eq!(merge(vec![(5, 9), (0, 4), (20, 30), (25, 26)]), vec![(0, 9), (20, 30)]);
    }
}
