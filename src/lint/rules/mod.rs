//! The rules, one file each.

mod adds_nothing;
mod allow_deny_overlap;
mod assignment_ends_early;
mod calendar_runs_out;
mod clock_change;
mod contained_role;
mod contradictory_require;
mod covered_allow;
mod covered_deny;
mod covered_mask;
mod day_off_night;
mod dead_allow;
mod dead_alternative;
mod deep_hierarchy;
mod defeated_cancel;
mod deny_in_active_role;
mod duplicate_item;
mod equal_roles;
mod idle_cancel;
mod idle_require;
mod idle_suspension;
mod impossible_rule;
mod ineffective_deny;
mod inherited_contradiction;
mod leaky_suspension;
mod many_parents;
mod mask_of_unreadable;
mod mass_export;
mod not_searched;
mod powerless_role;
mod redundant_allow;
mod redundant_deny;
mod redundant_inheritance;
mod review_overdue;
mod self_defeating_role;
mod unheld_role;
mod unused_declaration;
mod vacuous_condition;
mod window_over;
mod write_without_read;

use super::Lint;

/// Every rule, by name; `not-searched` last, since it says what the others left out.
pub(super) const ALL: &[Lint] = &[
    adds_nothing::LINT,
    allow_deny_overlap::LINT,
    assignment_ends_early::LINT,
    calendar_runs_out::LINT,
    clock_change::LINT,
    contained_role::LINT,
    contradictory_require::LINT,
    covered_allow::LINT,
    covered_deny::LINT,
    covered_mask::LINT,
    day_off_night::LINT,
    dead_allow::LINT,
    dead_alternative::LINT,
    deep_hierarchy::LINT,
    defeated_cancel::LINT,
    deny_in_active_role::LINT,
    duplicate_item::LINT,
    equal_roles::LINT,
    idle_cancel::LINT,
    idle_require::LINT,
    idle_suspension::LINT,
    impossible_rule::LINT,
    ineffective_deny::LINT,
    inherited_contradiction::LINT,
    leaky_suspension::LINT,
    many_parents::LINT,
    mask_of_unreadable::LINT,
    mass_export::LINT,
    powerless_role::LINT,
    redundant_allow::LINT,
    redundant_deny::LINT,
    redundant_inheritance::LINT,
    review_overdue::LINT,
    self_defeating_role::LINT,
    unheld_role::LINT,
    unused_declaration::LINT,
    vacuous_condition::LINT,
    window_over::LINT,
    write_without_read::LINT,
    not_searched::LINT,
];
