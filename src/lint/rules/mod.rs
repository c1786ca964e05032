//! The rules, one file each.

mod allow_deny_overlap;
mod assignment_ends_early;
mod calendar_runs_out;
mod clock_change;
mod covered_allow;
mod covered_deny;
mod covered_mask;
mod day_off_night;
mod dead_allow;
mod defeated_cancel;
mod deny_in_active_role;
mod duplicate_item;
mod idle_cancel;
mod idle_require;
mod impossible_rule;
mod ineffective_deny;
mod leaky_suspension;
mod mask_of_unreadable;
mod not_searched;
mod redundant_allow;
mod redundant_deny;
mod redundant_inheritance;
mod review_overdue;
mod unheld_role;
mod unused_declaration;
mod window_over;
mod write_without_read;

use super::Lint;

/// Every rule, by name; `not-searched` last, since it says what the others left out.
pub(super) const ALL: &[Lint] = &[
    allow_deny_overlap::LINT,
    assignment_ends_early::LINT,
    calendar_runs_out::LINT,
    clock_change::LINT,
    covered_allow::LINT,
    covered_deny::LINT,
    covered_mask::LINT,
    day_off_night::LINT,
    dead_allow::LINT,
    defeated_cancel::LINT,
    deny_in_active_role::LINT,
    idle_cancel::LINT,
    idle_require::LINT,
    impossible_rule::LINT,
    ineffective_deny::LINT,
    duplicate_item::LINT,
    leaky_suspension::LINT,
    mask_of_unreadable::LINT,
    redundant_allow::LINT,
    redundant_deny::LINT,
    redundant_inheritance::LINT,
    review_overdue::LINT,
    unheld_role::LINT,
    unused_declaration::LINT,
    window_over::LINT,
    write_without_read::LINT,
    not_searched::LINT,
];
