//! The difference of two texts by lines, as `diff -u` writes it.

use std::fmt::Write;

/// Lines of context.
const CONTEXT: usize = 3;
/// Edits that are looked for; past them the rest counts as replaced.
const EFFORT: usize = 2000;

/// The hunks from `old` to `new`, with a heading that names `path`; empty if they are equal.
pub(super) fn line_diff(path: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    let a: Vec<&str> = old.split_inclusive('\n').collect();
    let b: Vec<&str> = new.split_inclusive('\n').collect();
    let steps = steps(&a, &b);
    let mut out = format!("--- {path}\n+++ {path}\n");
    let changed: Vec<usize> =
        steps.iter().enumerate().filter(|(_, s)| !matches!(s, Step::Same(..))).map(|(i, _)| i).collect();
    let mut next = 0;
    while let Some(first) = changed.get(next).copied() {
        let mut last = first;
        while let Some(further) = changed.get(next + 1).filter(|further| **further <= last + 2 * CONTEXT + 1) {
            last = *further;
            next += 1;
        }
        next += 1;
        let from = first.saturating_sub(CONTEXT);
        let hunk = steps.get(from..(last + CONTEXT + 1).min(steps.len())).unwrap_or(&[]);
        push_hunk(&mut out, hunk, &a, &b);
    }
    out
}

/// One line of the difference, by positions in the old and the new text.
#[derive(Clone, Copy)]
enum Step {
    Same(usize, usize),
    Gone(usize, usize),
    New(usize, usize),
}

fn push_hunk(out: &mut String, hunk: &[Step], a: &[&str], b: &[&str]) {
    let (Step::Same(a_start, b_start) | Step::Gone(a_start, b_start) | Step::New(a_start, b_start)) =
        hunk.first().copied().unwrap_or(Step::Same(0, 0));
    let a_count = hunk.iter().filter(|s| !matches!(s, Step::New(..))).count();
    let b_count = hunk.iter().filter(|s| !matches!(s, Step::Gone(..))).count();
    let start = |start: usize, count: usize| if count == 0 { start } else { start + 1 };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "@@ -{},{a_count} +{},{b_count} @@", start(a_start, a_count), start(b_start, b_count));
    for step in hunk {
        let (sign, line) = match step {
            Step::Same(at, _) => (' ', a.get(*at)),
            Step::Gone(at, _) => ('-', a.get(*at)),
            Step::New(_, at) => ('+', b.get(*at)),
        };
        let line = line.copied().unwrap_or("");
        out.push(sign);
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}

/// Myers' greedy algorithm between the common start and the common end.
fn steps(a: &[&str], b: &[&str]) -> Vec<Step> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().skip(head).rev().zip(b.iter().skip(head).rev()).take_while(|(x, y)| x == y).count();
    let middle_a = a.get(head..a.len() - tail).unwrap_or(&[]);
    let middle_b = b.get(head..b.len() - tail).unwrap_or(&[]);
    let mut steps: Vec<Step> = (0..head).map(|i| Step::Same(i, i)).collect();
    for step in middle(middle_a, middle_b) {
        steps.push(match step {
            Step::Same(x, y) => Step::Same(x + head, y + head),
            Step::Gone(x, y) => Step::Gone(x + head, y + head),
            Step::New(x, y) => Step::New(x + head, y + head),
        });
    }
    steps.extend((0..tail).map(|i| Step::Same(a.len() - tail + i, b.len() - tail + i)));
    steps
}

fn middle(a: &[&str], b: &[&str]) -> Vec<Step> {
    let size = a.len() + b.len();
    let limit = size.min(EFFORT);
    let at = |k: isize| (k + limit.cast_signed() + 1).cast_unsigned();
    let mut ends = vec![0usize; 2 * limit + 3];
    let mut trace: Vec<Vec<usize>> = Vec::new();
    for depth in 0..=limit.cast_signed() {
        trace.push(ends.clone());
        for k in (-depth..=depth).step_by(2) {
            let get = |k: isize| ends.get(at(k)).copied().unwrap_or(0);
            let down = k == -depth || k != depth && get(k - 1) < get(k + 1);
            let mut x = if down { get(k + 1) } else { get(k - 1) + 1 };
            let mut y = (x.cast_signed() - k).cast_unsigned();
            while x < a.len() && y < b.len() && a.get(x) == b.get(y) {
                x += 1;
                y += 1;
            }
            if let Some(end) = ends.get_mut(at(k)) {
                *end = x;
            }
            if x >= a.len() && y >= b.len() {
                return back(&trace, a.len(), b.len(), at);
            }
        }
    }
    let gone = (0..a.len()).map(|x| Step::Gone(x, 0));
    gone.chain((0..b.len()).map(|y| Step::New(a.len(), y))).collect()
}

fn back(trace: &[Vec<usize>], x: usize, y: usize, at: impl Fn(isize) -> usize) -> Vec<Step> {
    let (mut x, mut y) = (x, y);
    let mut steps = Vec::new();
    for (depth, ends) in trace.iter().enumerate().rev() {
        let depth = depth.cast_signed();
        let k = x.cast_signed() - y.cast_signed();
        let get = |k: isize| ends.get(at(k)).copied().unwrap_or(0);
        let down = k == -depth || k != depth && get(k - 1) < get(k + 1);
        let before_k = if down { k + 1 } else { k - 1 };
        let before_x = if depth == 0 { 0 } else { get(before_k) };
        let before_y = if depth == 0 { 0 } else { (before_x.cast_signed() - before_k).cast_unsigned() };
        while x > before_x && y > before_y {
            x -= 1;
            y -= 1;
            steps.push(Step::Same(x, y));
        }
        if depth > 0 {
            if down {
                y -= 1;
                steps.push(Step::New(x, y));
            } else {
                x -= 1;
                steps.push(Step::Gone(x, y));
            }
        }
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use super::line_diff;

    #[test]
    fn changed_lines_stand_in_hunks() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n";
        let new = "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nk\nx\nl";
        let diff = line_diff("p.roles", old, new);
        assert_eq!(
            diff,
            "--- p.roles\n+++ p.roles\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n@@ -9,4 +9,5 @@\n i\n j\n k\n-l\n+x\n+l\n\\ No newline at end of file\n"
        );
        assert_eq!(line_diff("p", old, old), "");
        assert_eq!(line_diff("p", "", "a\n"), "--- p\n+++ p\n@@ -0,0 +1,1 @@\n+a\n");
    }
}
