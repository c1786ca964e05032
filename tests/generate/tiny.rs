//! Every policy of three roles, two rights, at most one deny, one cancel and one window: the small scope, exhaustively.

use super::{Block, Draft};

/// Where the one window stands.
const SITES: [&str; 13] = [
    "nowhere",
    "allows",
    "deny",
    "cancel",
    "assignments",
    "active A",
    "active B",
    "active C",
    "suspend A",
    "suspend B",
    "suspend C",
    "suspend A and roles that inherit it",
    "suspend B and roles that inherit it",
];
const ROLES: [&str; 3] = ["A", "B", "C"];
const RIGHTS: [&str; 2] = ["read", "update"];
const WINDOW: &str = " from 2026-07-01 before 2026-08-01";

/// The edges of [`WINDOW`] in UTC.
pub const EDGES: [i64; 2] = [1_782_864_000_000, 1_785_542_400_000];

/// How many there are, those that say the same twice or contradict themselves included.
pub const COUNT: usize = 8 * 64 * 7 * 3 * SITES.len();

/// The policy of that number; `None` if it would be an error or repeats a smaller one.
pub fn policy(number: usize) -> Option<Draft> {
    let mut rest = number;
    let mut digit = |base: usize| {
        let value = rest % base;
        rest /= base;
        value
    };
    let (edges, allows, deny, cancel, site) = (digit(8), digit(64), digit(7), digit(3), SITES[digit(SITES.len())]);
    let inherits = |heir: usize, parent: usize| match (heir, parent) {
        (1, 0) => edges & 1 != 0,
        (2, 0) => edges & 2 != 0,
        (2, 1) => edges & 4 != 0,
        _ => false,
    };
    let reaches = |heir: usize, above: usize| inherits(heir, above) || (inherits(heir, 1) && inherits(1, above));
    let allowed = |role: usize, right: usize| allows >> (role * 2 + right) & 1 != 0;
    let deny = deny.checked_sub(1).map(|d| (d / 2, d % 2));
    let contradicts = deny.is_some_and(|(role, right)| allowed(role, right));
    let cancels_nothing = cancel > 0 && !deny.is_some_and(|(writer, _)| reaches(cancel, writer));
    let idle =
        (site == "deny" && deny.is_none()) || (site == "cancel" && cancel == 0) || (site == "allows" && allows == 0);
    if contradicts || cancels_nothing || idle {
        return None;
    }
    let mut blocks = vec![
        Block::with("policy tiny", vec!["language 1".into(), "timezone \"UTC\"".into()]),
        Block::with("object Doc", vec!["record actions read, update".into()]),
    ];
    let window = |at: &str| if site == at { WINDOW } else { "" };
    for (role, name) in ROLES.iter().enumerate() {
        let parents: Vec<&str> = (0..role).filter(|p| inherits(role, *p)).map(|p| ROLES[p]).collect();
        let inherits = if parents.is_empty() { String::new() } else { format!(" inherits {}", parents.join(", ")) };
        let mut lines = Vec::new();
        for (right, action) in RIGHTS.iter().enumerate().filter(|(right, _)| allowed(role, *right)) {
            let _ = right;
            lines.push(format!("allow {action} Doc within all{}", window("allows")));
        }
        if let Some((_, right)) = deny.filter(|(writer, _)| *writer == role) {
            lines.push(format!("deny {} Doc{}", RIGHTS[right], window("deny")));
        }
        if let Some((writer, right)) = deny.filter(|_| cancel == role && cancel > 0) {
            lines.push(format!(
                "cancel deny {} Doc inherited from {}{}",
                RIGHTS[right],
                ROLES[writer],
                window("cancel")
            ));
        }
        if site == format!("active {name}") {
            lines.push(format!("active{WINDOW}"));
        }
        blocks.push(Block::with(format!("role {name}{inherits}"), lines));
    }
    for (user, role) in [("u-a", "A"), ("u-b", "B"), ("u-c", "C")] {
        blocks.push(Block::line(format!("user {user}")));
        blocks.push(Block::line(format!("assign {role} to {user}{}", window("assignments"))));
    }
    if let Some(what) = site.strip_prefix("suspend ") {
        blocks.push(Block::line(format!("suspend role {what}{WINDOW}")));
    }
    Some(Draft { blocks, data: Vec::new() })
}
