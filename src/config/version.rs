//! Which versions may judge: `>=0.1, <0.3`.

/// A release, as numbers.
type Release = [u64; 3];

/// Whether `running` is among the versions that `wanted` names; `None` if that cannot be read. Every comparison has its
/// sign: of a bare number one reader thinks "just this" and another "this or a later one".
pub(super) fn admits(wanted: &str, running: &str) -> Option<bool> {
    let running = release(running.split(['-', '+']).next()?)?;
    let mut all = true;
    for part in wanted.split(',') {
        let part = part.trim();
        let (sign, number) = part.split_at(part.find(|c: char| c.is_ascii_digit())?);
        let number = release(number)?;
        all &= match sign.trim_end() {
            ">=" => running >= number,
            ">" => running > number,
            "<=" => running <= number,
            "<" => running < number,
            "=" => running == number,
            _ => return None,
        };
    }
    Some(all)
}

/// `1`, `1.2` or `1.2.3`.
fn release(text: &str) -> Option<Release> {
    let mut numbers = [0; 3];
    let mut parts = text.split('.');
    for slot in &mut numbers {
        match parts.next() {
            Some(part) if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) => *slot = part.parse().ok()?,
            Some(_) => return None,
            None => break,
        }
    }
    parts.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::admits;

    #[test]
    fn comparisons() {
        for (wanted, admitted) in [
            (">=0.1", true),
            (">=0.1, <0.3", true),
            ("= 0.2.0", true),
            ("=0.2.1", false),
            (">0.2", false),
            ("<=0.2.0", true),
            ("<0.2", false),
            (">=1", false),
        ] {
            assert_eq!(admits(wanted, "0.2.0"), Some(admitted), "{wanted}");
        }
        for wanted in
            ["", "0.2", "^0.2", ">=", ">=x", ">=0.1,", ">=1.2.3.4", ">=1.", ">=0.1 <0.3", ">=99999999999999999999"]
        {
            assert_eq!(admits(wanted, "0.2.0"), None, "{wanted}");
        }
        assert_eq!(admits(">=0.2", "0.2.0-rc.1+x"), Some(true));
    }
}
