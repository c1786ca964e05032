//! What the random policies and requests are made of: a generator that misses something proves nothing about it.

use crate::reference::clock::Days;
use crate::reference::policy::Policy;
use std::collections::{BTreeMap, BTreeSet};

/// The features whose pairs are counted.
pub const FEATURES: [&str; 15] = [
    "hierarchy",
    "without",
    "deny",
    "cancel",
    "scope",
    "delegation",
    "unit-bound",
    "condition",
    "window",
    "calendar",
    "suspension",
    "require",
    "mask",
    "label",
    "template",
];

/// Every reason, the yes included.
pub const REASONS: [&str; 14] = [
    "allow",
    "unknown-subject",
    "unknown-object",
    "unknown-action",
    "unknown-field",
    "unknown-role",
    "no-grant",
    "inactive",
    "scope",
    "condition",
    "deny",
    "requirement",
    "role-conflict",
    "suspended",
];

/// Counts over a run.
#[derive(Clone, Debug, Default)]
pub struct Census {
    pub policies: usize,
    pub decisions: usize,
    reasons: BTreeMap<&'static str, usize>,
    pairs: BTreeMap<(usize, usize), usize>,
    refused: u64,
}

impl Census {
    pub fn policy(&mut self, policy: &Policy, text: &str) {
        self.policies += 1;
        let has = features(policy, text);
        for (a, one) in FEATURES.iter().enumerate() {
            for (b, other) in FEATURES.iter().enumerate().skip(a) {
                if has.contains(one) && has.contains(other) {
                    *self.pairs.entry((a, b)).or_default() += 1;
                }
            }
        }
    }

    /// A draft that the compiler refuses, rightly.
    pub fn refused(&mut self) {
        self.refused += 1;
    }

    pub fn refusals(&self) -> u64 {
        self.refused
    }

    pub fn decision(&mut self, reason: &'static str) {
        self.decisions += 1;
        *self.reasons.entry(reason).or_default() += 1;
    }

    pub fn add(&mut self, other: &Census) {
        self.policies += other.policies;
        self.decisions += other.decisions;
        self.refused += other.refused;
        for (reason, count) in &other.reasons {
            *self.reasons.entry(reason).or_default() += count;
        }
        for (pair, count) in &other.pairs {
            *self.pairs.entry(*pair).or_default() += count;
        }
    }

    fn reason_share(&self, reason: &str) -> f64 {
        100.0 * *self.reasons.get(reason).unwrap_or(&0) as f64 / self.decisions.max(1) as f64
    }

    fn pair_share(&self, a: usize, b: usize) -> f64 {
        100.0 * *self.pairs.get(&(a, b)).unwrap_or(&0) as f64 / self.policies.max(1) as f64
    }

    /// Shares of the reasons, and of the pairs of features in percent of the policies.
    pub fn table(&self) -> String {
        let mut text = format!(
            "{} decisions over {} policies, {} drafts refused by the compiler\n",
            self.decisions, self.policies, self.refused
        );
        for reason in REASONS {
            text += &format!("  {reason:16} {:5.1} %\n", self.reason_share(reason));
        }
        for (a, name) in FEATURES.iter().enumerate() {
            text += &format!("  {name:12}");
            for b in 0..=a {
                text += &format!("{:4.0}", self.pair_share(b, a));
            }
            text += "\n";
        }
        text
    }

    /// What is too rare: allows under a fifth, a reason or a pair of features under one percent.
    pub fn too_rare(&self) -> Vec<String> {
        let mut rare = Vec::new();
        if self.reason_share("allow") < 20.0 {
            rare.push("allow under 20 %".to_string());
        }
        rare.extend(REASONS.iter().filter(|r| self.reason_share(r) < 1.0).map(|r| format!("reason {r} under 1 %")));
        for (a, one) in FEATURES.iter().enumerate() {
            for (b, other) in FEATURES.iter().enumerate().skip(a) {
                if self.pair_share(a, b) < 1.0 {
                    rare.push(format!("{one} with {other} under 1 %"));
                }
            }
        }
        rare
    }
}

fn features(policy: &Policy, text: &str) -> BTreeSet<&'static str> {
    let roles = || policy.roles.values();
    let rules = || roles().flat_map(|r| r.allows.iter().chain(&r.denies));
    let windows = crate::generate::aim::windows(policy);
    let patterns = || windows.iter().flat_map(|w| w.during.iter().chain(&w.outside)).flatten();
    let present = [
        ("hierarchy", roles().any(|r| !r.parents.is_empty())),
        ("without", roles().any(|r| !r.without.is_empty())),
        ("deny", roles().any(|r| !r.denies.is_empty())),
        ("cancel", roles().any(|r| !r.cancels.is_empty())),
        ("scope", rules().any(|r| r.scope.is_some())),
        ("delegation", !policy.delegations.is_empty()),
        ("unit-bound", policy.assignments.iter().any(|a| a.units.is_some())),
        ("condition", rules().any(|r| r.when.is_some())),
        ("window", !windows.is_empty()),
        ("calendar", patterns().any(|p| matches!(p.days, Days::Calendar { .. }))),
        ("suspension", !policy.suspensions.is_empty()),
        ("require", !policy.requirements.is_empty()),
        ("mask", roles().any(|r| !r.masks.is_empty())),
        ("label", rules().any(|r| r.grants.iter().any(|g| !g.including.is_empty()))),
        ("template", text.contains("\ntemplate ")),
    ];
    present.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
}
