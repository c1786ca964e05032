//! The rules, one file each.

mod account_takeover;
mod admin_with_business_rights;
mod administers_roles;
mod allow_deny_overlap;
mod application_control;
mod assignment_ends_early;
mod audit_log_control;
mod calendar_runs_out;
mod clock_change;
mod cover_tracks;
mod covered_allow;
mod covered_deny;
mod covered_mask;
mod credential_minting;
mod day_off_night;
mod dead_allow;
mod defeated_cancel;
mod deny_in_active_role;
mod duplicate_item;
mod exclusive_through_delegation;
mod external_administers;
mod field_control;
mod idle_cancel;
mod idle_require;
mod idle_separate_sessions;
mod impersonation;
mod impossible_rule;
mod ineffective_deny;
mod leaky_suspension;
mod lost_administration;
mod mask_of_unreadable;
mod mass_export;
mod not_searched;
mod path_to_admin;
mod permanent_critical;
mod redundant_allow;
mod redundant_deny;
mod redundant_inheritance;
mod review_overdue;
mod self_approval;
mod separation_by_dates;
mod separation_implied;
mod separation_unsatisfiable;
mod separation_vacuous;
mod session_roles_combine;
mod sessions_in_one_role;
mod sharing_control;
mod single_holder;
mod unguarded_administration;
mod unheld_role;
mod unused_declaration;
mod window_over;
mod write_without_read;

use super::Lint;

/// Every rule, by name; `not-searched` last, since it says what the others left out.
pub(super) const ALL: &[Lint] = &[
    account_takeover::LINT,
    admin_with_business_rights::LINT,
    administers_roles::LINT,
    allow_deny_overlap::LINT,
    application_control::LINT,
    assignment_ends_early::LINT,
    audit_log_control::LINT,
    calendar_runs_out::LINT,
    clock_change::LINT,
    cover_tracks::LINT,
    covered_allow::LINT,
    covered_deny::LINT,
    covered_mask::LINT,
    credential_minting::LINT,
    day_off_night::LINT,
    dead_allow::LINT,
    defeated_cancel::LINT,
    deny_in_active_role::LINT,
    duplicate_item::LINT,
    exclusive_through_delegation::LINT,
    external_administers::LINT,
    field_control::LINT,
    idle_cancel::LINT,
    idle_require::LINT,
    idle_separate_sessions::LINT,
    impersonation::LINT,
    impossible_rule::LINT,
    ineffective_deny::LINT,
    leaky_suspension::LINT,
    lost_administration::LINT,
    mask_of_unreadable::LINT,
    mass_export::LINT,
    path_to_admin::LINT,
    permanent_critical::LINT,
    redundant_allow::LINT,
    redundant_deny::LINT,
    redundant_inheritance::LINT,
    review_overdue::LINT,
    self_approval::LINT,
    separation_by_dates::LINT,
    separation_implied::LINT,
    separation_unsatisfiable::LINT,
    separation_vacuous::LINT,
    session_roles_combine::LINT,
    sessions_in_one_role::LINT,
    sharing_control::LINT,
    single_holder::LINT,
    unguarded_administration::LINT,
    unheld_role::LINT,
    unused_declaration::LINT,
    window_over::LINT,
    write_without_read::LINT,
    not_searched::LINT,
];
