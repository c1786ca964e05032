//! The rules, one file each.

mod allow_deny_overlap;
mod assignment_ends_early;
mod brake_expires;
mod calendar_runs_out;
mod clock_change;
mod coverage_gap;
mod covered_allow;
mod covered_deny;
mod covered_mask;
mod day_off_night;
mod dead_allow;
mod defeated_cancel;
mod delegation_without_end;
mod deny_in_active_role;
mod distant_date;
mod duplicate_assignment;
mod duplicate_item;
mod expiring_soon;
mod external_without_end;
mod gap_in_coverage;
mod holders_unreviewed;
mod idle_assignment;
mod idle_cancel;
mod idle_delegation;
mod idle_require;
mod impossible_rule;
mod ineffective_deny;
mod leaky_suspension;
mod leaver_listed;
mod mask_of_unreadable;
mod mass_export;
mod never_active;
mod no_guarantee;
mod no_reason;
mod no_responsible;
mod no_review;
mod no_test;
mod not_searched;
mod over_long_suspension;
mod person_without_role;
mod redundant_allow;
mod redundant_assignment;
mod redundant_deny;
mod redundant_inheritance;
mod review_overdue;
mod review_too_rare;
mod suspension_overlap;
mod undocumented_role;
mod unheld_role;
mod unit_unknown;
mod unlabelled_sensitive;
mod unused_attribute;
mod unused_declaration;
mod vacuous_recurrence;
mod window_over;
mod write_without_read;

use super::Lint;

/// Every rule, by name; `not-searched` last, since it says what the others left out.
pub(super) const ALL: &[Lint] = &[
    allow_deny_overlap::LINT,
    assignment_ends_early::LINT,
    brake_expires::LINT,
    calendar_runs_out::LINT,
    clock_change::LINT,
    coverage_gap::LINT,
    covered_allow::LINT,
    covered_deny::LINT,
    covered_mask::LINT,
    day_off_night::LINT,
    dead_allow::LINT,
    defeated_cancel::LINT,
    delegation_without_end::LINT,
    deny_in_active_role::LINT,
    distant_date::LINT,
    duplicate_assignment::LINT,
    duplicate_item::LINT,
    expiring_soon::LINT,
    external_without_end::LINT,
    gap_in_coverage::LINT,
    holders_unreviewed::LINT,
    idle_assignment::LINT,
    idle_cancel::LINT,
    idle_delegation::LINT,
    idle_require::LINT,
    impossible_rule::LINT,
    ineffective_deny::LINT,
    leaky_suspension::LINT,
    leaver_listed::LINT,
    mask_of_unreadable::LINT,
    mass_export::LINT,
    never_active::LINT,
    no_guarantee::LINT,
    no_reason::LINT,
    no_responsible::LINT,
    no_review::LINT,
    no_test::LINT,
    over_long_suspension::LINT,
    person_without_role::LINT,
    redundant_allow::LINT,
    redundant_assignment::LINT,
    redundant_deny::LINT,
    redundant_inheritance::LINT,
    review_overdue::LINT,
    review_too_rare::LINT,
    suspension_overlap::LINT,
    undocumented_role::LINT,
    unheld_role::LINT,
    unit_unknown::LINT,
    unlabelled_sensitive::LINT,
    unused_attribute::LINT,
    unused_declaration::LINT,
    vacuous_recurrence::LINT,
    window_over::LINT,
    write_without_read::LINT,
    not_searched::LINT,
];
