//! The rules, one file each.

mod account_takeover;
mod action_on_every_object;
mod adds_nothing;
mod admin_with_business_rights;
mod administers_roles;
mod all_actions_on_sensitive;
mod allow_deny_overlap;
mod application_control;
mod approve_without_read;
mod assignment_ends_early;
mod audit_log_control;
mod brake_expires;
mod broad_audience;
mod bulk_delete;
mod calendar_runs_out;
mod clock_change;
mod contained_role;
mod contradictory_require;
mod cover_tracks;
mod coverage_gap;
mod covered_allow;
mod covered_deny;
mod covered_mask;
mod credential_minting;
mod day_off_night;
mod dead_allow;
mod dead_alternative;
mod deep_hierarchy;
mod defeated_cancel;
mod delegation_without_end;
mod delete_without_read;
mod deny_in_active_role;
mod distant_date;
mod duplicate_assignment;
mod duplicate_item;
mod equal_roles;
mod exclusive_through_delegation;
mod expiring_soon;
mod export_of_personal;
mod external_administers;
mod external_sensitive;
mod external_share;
mod external_without_end;
mod field_control;
mod field_without_object;
mod full_admin;
mod gap_in_coverage;
mod grant_by_exclusion;
mod holders_unreviewed;
mod idle_assignment;
mod idle_cancel;
mod idle_delegation;
mod idle_require;
mod idle_separate_sessions;
mod idle_suspension;
mod impersonation;
mod import_overwrite;
mod impossible_rule;
mod ineffective_deny;
mod inherited_contradiction;
mod install_package;
mod leaky_suspension;
mod leaver_listed;
mod lost_administration;
mod many_parents;
mod many_roles;
mod mask_of_unreadable;
mod mass_export;
mod mass_mail;
mod merge_without_delete;
mod never_active;
mod no_guarantee;
mod no_reason;
mod no_responsible;
mod no_review;
mod no_test;
mod not_searched;
mod offline_copy;
mod over_long_suspension;
mod ownership_transfer;
mod path_to_admin;
mod permanent_critical;
mod person_rights;
mod person_sensitive;
mod person_without_role;
mod personal_field_broad;
mod powerless_role;
mod redundant_allow;
mod redundant_assignment;
mod redundant_deny;
mod redundant_inheritance;
mod review_overdue;
mod review_too_rare;
mod right_held_by_many;
mod role_rights;
mod role_sensitive;
mod self_approval;
mod self_defeating_role;
mod separation_by_dates;
mod separation_implied;
mod separation_unsatisfiable;
mod separation_vacuous;
mod service_account_interactive;
mod session_roles_combine;
mod sessions_in_one_role;
mod sharing_bypass;
mod sharing_control;
mod single_holder;
mod suspension_overlap;
mod undocumented_role;
mod unguarded_administration;
mod unheld_role;
mod unit_unknown;
mod unlabelled_sensitive;
mod unmarked_action;
mod unscoped_write;
mod unused_attribute;
mod unused_declaration;
mod vacuous_condition;
mod vacuous_recurrence;
mod widens_own_scope;
mod wildcard_action;
mod window_over;
mod write_without_read;

use super::Lint;

/// Every rule, by name; `not-searched` last, since it says what the others left out.
pub(super) const ALL: &[Lint] = &[
    account_takeover::LINT,
    action_on_every_object::LINT,
    adds_nothing::LINT,
    admin_with_business_rights::LINT,
    administers_roles::LINT,
    all_actions_on_sensitive::LINT,
    allow_deny_overlap::LINT,
    application_control::LINT,
    approve_without_read::LINT,
    assignment_ends_early::LINT,
    audit_log_control::LINT,
    brake_expires::LINT,
    broad_audience::LINT,
    bulk_delete::LINT,
    calendar_runs_out::LINT,
    clock_change::LINT,
    contained_role::LINT,
    contradictory_require::LINT,
    cover_tracks::LINT,
    coverage_gap::LINT,
    covered_allow::LINT,
    covered_deny::LINT,
    covered_mask::LINT,
    credential_minting::LINT,
    day_off_night::LINT,
    dead_allow::LINT,
    dead_alternative::LINT,
    deep_hierarchy::LINT,
    defeated_cancel::LINT,
    delegation_without_end::LINT,
    delete_without_read::LINT,
    deny_in_active_role::LINT,
    distant_date::LINT,
    duplicate_assignment::LINT,
    duplicate_item::LINT,
    equal_roles::LINT,
    exclusive_through_delegation::LINT,
    expiring_soon::LINT,
    export_of_personal::LINT,
    external_administers::LINT,
    external_sensitive::LINT,
    external_share::LINT,
    external_without_end::LINT,
    field_control::LINT,
    field_without_object::LINT,
    full_admin::LINT,
    gap_in_coverage::LINT,
    grant_by_exclusion::LINT,
    holders_unreviewed::LINT,
    idle_assignment::LINT,
    idle_cancel::LINT,
    idle_delegation::LINT,
    idle_require::LINT,
    idle_separate_sessions::LINT,
    idle_suspension::LINT,
    impersonation::LINT,
    import_overwrite::LINT,
    impossible_rule::LINT,
    ineffective_deny::LINT,
    inherited_contradiction::LINT,
    install_package::LINT,
    leaky_suspension::LINT,
    leaver_listed::LINT,
    lost_administration::LINT,
    many_parents::LINT,
    many_roles::LINT,
    mask_of_unreadable::LINT,
    mass_export::LINT,
    mass_mail::LINT,
    merge_without_delete::LINT,
    never_active::LINT,
    no_guarantee::LINT,
    no_reason::LINT,
    no_responsible::LINT,
    no_review::LINT,
    no_test::LINT,
    offline_copy::LINT,
    over_long_suspension::LINT,
    ownership_transfer::LINT,
    path_to_admin::LINT,
    permanent_critical::LINT,
    person_rights::LINT,
    person_sensitive::LINT,
    person_without_role::LINT,
    personal_field_broad::LINT,
    powerless_role::LINT,
    redundant_allow::LINT,
    redundant_assignment::LINT,
    redundant_deny::LINT,
    redundant_inheritance::LINT,
    review_overdue::LINT,
    review_too_rare::LINT,
    right_held_by_many::LINT,
    role_rights::LINT,
    role_sensitive::LINT,
    self_approval::LINT,
    self_defeating_role::LINT,
    separation_by_dates::LINT,
    separation_implied::LINT,
    separation_unsatisfiable::LINT,
    separation_vacuous::LINT,
    service_account_interactive::LINT,
    session_roles_combine::LINT,
    sessions_in_one_role::LINT,
    sharing_bypass::LINT,
    sharing_control::LINT,
    single_holder::LINT,
    suspension_overlap::LINT,
    undocumented_role::LINT,
    unguarded_administration::LINT,
    unheld_role::LINT,
    unit_unknown::LINT,
    unlabelled_sensitive::LINT,
    unmarked_action::LINT,
    unscoped_write::LINT,
    unused_attribute::LINT,
    unused_declaration::LINT,
    vacuous_condition::LINT,
    vacuous_recurrence::LINT,
    widens_own_scope::LINT,
    wildcard_action::LINT,
    window_over::LINT,
    write_without_read::LINT,
    not_searched::LINT,
];
