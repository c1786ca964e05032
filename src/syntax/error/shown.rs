//! What a reader sees of a grammar rule. No name of a rule ever reaches anyone.

use crate::message::{Arg, Text, syntax as text};
use crate::syntax::grammar::Rule;

/// How a rule is shown.
enum Shown {
    /// Words or a sign of the language.
    Word(&'static str),
    /// A kind of thing.
    Thing(&'static Text),
    /// Nothing: it is no help to anyone.
    Hidden,
}

/// What could have stood somewhere, each thing once, in the order of the grammar.
pub(super) fn things(expected: &[Rule]) -> Vec<Arg> {
    let mut things: Vec<Arg> = Vec::new();
    // Behind a declared name a display label can always stand: that is never what was forgotten.
    let declares = expected.iter().any(|rule| matches!(rule, Rule::renamed_from | Rule::renamed_user));
    let scope = expected.contains(&Rule::kw_own);
    for rule in expected.iter().filter(|rule| !(declares && **rule == Rule::string)) {
        let thing: Arg = match show(*rule) {
            Shown::Word(_) if scope && is_scope(*rule) => text::A_SCOPE.plain().into(),
            Shown::Word(word) => format!("`{word}`").into(),
            Shown::Thing(thing) => thing.plain().into(),
            Shown::Hidden => continue,
        };
        if !things.contains(&thing) {
            things.push(thing);
        }
    }
    things
}

/// Whether a rule is one of the scopes, which are told as one thing.
const fn is_scope(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::kw_own
            | Rule::kw_all
            | Rule::my_unit
            | Rule::kw_team
            | Rule::kw_reports
            | Rule::kw_no_owner
            | Rule::kw_shared
            | Rule::scope_unit
    )
}

/// A thing that stands behind other words, alone.
pub(super) fn alone(thing: &Arg) -> Arg {
    match thing {
        Arg::Verbatim(word) => text::A_WORD.with([("word", word.trim_matches('`').into())]).into(),
        Arg::Message(_) | Arg::List(_) => thing.clone(),
    }
}

/// The words among `expected`, for "did you mean": first words of phrases, and the words of closed sets.
pub(super) fn keywords(expected: &[Rule]) -> Vec<&'static str> {
    let mut words = Vec::new();
    for rule in expected {
        match (rule, show(*rule)) {
            (_, Shown::Word(word)) => words.extend(word.split(' ').next()),
            (Rule::weekday | Rule::weekday_list | Rule::days | Rule::pattern, _) => words.extend(WEEKDAYS),
            (_, Shown::Thing(thing)) => words.extend(thing.en.split('`').skip(1).step_by(2)),
            (_, Shown::Hidden) => {}
        }
    }
    words
}

/// Phrases among `expected`.
pub(super) fn phrases(expected: &[Rule]) -> impl Iterator<Item = &'static str> {
    expected.iter().filter_map(|rule| match show(*rule) {
        Shown::Word(words) if words.contains(' ') => Some(words),
        Shown::Word(_) | Shown::Thing(_) | Shown::Hidden => None,
    })
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Every rule of the grammar, so that a new one does not compile before it has a face.
fn show(rule: Rule) -> Shown {
    match rule {
        Rule::active => Shown::Word("active"),
        Rule::administers => Shown::Word("administers"),
        Rule::allow => Shown::Word("allow"),
        Rule::always => Shown::Word("always"),
        Rule::assign => Shown::Word("assign"),
        Rule::at_least => Shown::Word("at least"),
        Rule::at_most => Shown::Word("at most"),
        Rule::attribute => Shown::Word("attribute"),
        Rule::attributes_from | Rule::kw_attributes_from_records => Shown::Word("attributes from records"),
        Rule::because | Rule::because_word => Shown::Word("because"),
        Rule::before => Shown::Word("before"),
        Rule::calendar => Shown::Word("calendar"),
        Rule::can | Rule::kw_can => Shown::Word("can"),
        Rule::cancel => Shown::Word("cancel"),
        Rule::cannot => Shown::Word("cannot"),
        Rule::changes => Shown::Word("changes"),
        Rule::close_brace => Shown::Word("}"),
        Rule::close_bracket => Shown::Word("]"),
        Rule::close_paren => Shown::Word(")"),
        Rule::colon => Shown::Word(":"),
        Rule::data_labels | Rule::kw_is => Shown::Word("is"),
        Rule::days_off_of | Rule::kw_days_off_of => Shown::Word("days off of"),
        Rule::delegate => Shown::Word("delegate"),
        Rule::deny | Rule::cancel_deny => Shown::Word("deny"),
        Rule::during => Shown::Word("during"),
        Rule::end_early => Shown::Word("end"),
        Rule::ends | Rule::people_ends => Shown::Word("ends"),
        Rule::equals => Shown::Word("="),
        Rule::everyone | Rule::kw_everyone => Shown::Word("everyone"),
        Rule::except_roles => Shown::Word("except role"),
        Rule::except_users => Shown::Word("except user"),
        Rule::external | Rule::kw_external => Shown::Word("external"),
        Rule::field => Shown::Word("field"),
        Rule::fields_column | Rule::people_name | Rule::kw_name => Shown::Word("name"),
        Rule::fields_from => Shown::Word("fields from"),
        Rule::for_action | Rule::kw_for => Shown::Word("for"),
        Rule::for_roles | Rule::kw_for_anyone => Shown::Word("for anyone who has role"),
        Rule::general_actions => Shown::Word("general actions"),
        Rule::gets_for_unit | Rule::for_units => Shown::Word("for unit"),
        Rule::given => Shown::Word("given"),
        Rule::given_active_roles => Shown::Word("active roles"),
        Rule::given_at | Rule::kw_at => Shown::Word("at"),
        Rule::given_roles => Shown::Word("roles"),
        Rule::guarantees => Shown::Word("guarantees"),
        Rule::hours => Shown::Word("hours"),
        Rule::in_role => Shown::Word("in role"),
        Rule::in_zone | Rule::in_units | Rule::people_in | Rule::kw_in => Shown::Word("in"),
        Rule::including => Shown::Word("including"),
        Rule::inherited_from => Shown::Word("inherited from"),
        Rule::inherits => Shown::Word("inherits"),
        Rule::kw_all => Shown::Word("all"),
        Rule::kw_all_day => Shown::Word("all day"),
        Rule::kw_and => Shown::Word("and"),
        Rule::kw_and_below => Shown::Word("and below"),
        Rule::kw_and_heirs => Shown::Word("and roles that inherit it"),
        Rule::kw_anyone => Shown::Word("anyone"),
        Rule::kw_as => Shown::Word("as"),
        Rule::kw_covers => Shown::Word("covers"),
        Rule::kw_daily => Shown::Word("daily"),
        Rule::kw_days => Shown::Word("day"),
        Rule::kw_early_at => Shown::Word("early at"),
        Rule::kw_empty => Shown::Word("empty"),
        Rule::kw_everything => Shown::Word("everything"),
        Rule::kw_except => Shown::Word("except"),
        Rule::kw_half_year => Shown::Word("half year"),
        Rule::kw_has => Shown::Word("has"),
        Rule::kw_has_role => Shown::Word("has role"),
        Rule::kw_in_clear => Shown::Word("in clear"),
        Rule::kw_masked => Shown::Word("masked"),
        Rule::kw_needs => Shown::Word("needs"),
        Rule::kw_no_owner => Shown::Word("no owner"),
        Rule::kw_nobody_has_both => Shown::Word("nobody has both roles"),
        Rule::kw_nobody_has_two => Shown::Word("nobody has two of the roles"),
        Rule::kw_none => Shown::Word("none"),
        Rule::kw_not => Shown::Word("not"),
        Rule::kw_of => Shown::Word("of"),
        Rule::kw_on => Shown::Word("on"),
        Rule::kw_or => Shown::Word("or"),
        Rule::kw_or_heirs => Shown::Word("or roles that inherit it"),
        Rule::kw_own => Shown::Word("own"),
        Rule::kw_reports => Shown::Word("reports"),
        Rule::kw_roles_can => Shown::Word("roles can"),
        Rule::kw_set => Shown::Word("set"),
        Rule::kw_set_of => Shown::Word("set of"),
        Rule::kw_shared => Shown::Word("shared"),
        Rule::kw_team => Shown::Word("team"),
        Rule::kw_that_of_owner => Shown::Word("that of its owner"),
        Rule::kw_the_last_day => Shown::Word("the last day"),
        Rule::kw_to => Shown::Word("to"),
        Rule::kw_users_have_role => Shown::Word("users have role"),
        Rule::kw_weekdays => Shown::Word("weekdays"),
        Rule::kw_with => Shown::Word("with"),
        Rule::labels | Rule::kw_label => Shown::Word("label"),
        Rule::language => Shown::Word("language"),
        Rule::less_sign => Shown::Word("<"),
        Rule::mask | Rule::cancel_mask => Shown::Word("mask"),
        Rule::month_days | Rule::kw_each_month_on => Shown::Word("each month on"),
        Rule::month_last => Shown::Word("each month on the last day"),
        Rule::my_unit => Shown::Word("my unit"),
        Rule::named => Shown::Word("named"),
        Rule::needs | Rule::kw_every => Shown::Word("every"),
        Rule::network => Shown::Word("network"),
        Rule::never => Shown::Word("never"),
        Rule::no_end | Rule::kw_with_no_end => Shown::Word("with no end"),
        Rule::nobody_can | Rule::kw_nobody_can_both => Shown::Word("nobody can both"),
        Rule::nobody_has => Shown::Word("nobody has"),
        Rule::not_sees | Rule::kw_does_not_see => Shown::Word("does not see"),
        Rule::object => Shown::Word("object"),
        Rule::off_days => Shown::Word("off"),
        Rule::one_of | Rule::kw_one_of => Shown::Word("one of"),
        Rule::only | Rule::kw_only => Shown::Word("only"),
        Rule::open_bracket => Shown::Word("["),
        Rule::open_paren => Shown::Word("("),
        Rule::other_id | Rule::people_other_id => Shown::Word("other id"),
        Rule::outside => Shown::Word("outside"),
        Rule::people => Shown::Word("people from"),
        Rule::people_external => Shown::Word("external when"),
        Rule::people_gets | Rule::kw_each_row_gets => Shown::Word("each row gets"),
        Rule::people_id | Rule::kw_id => Shown::Word("id"),
        Rule::people_otherwise => Shown::Word("otherwise"),
        Rule::people_skip => Shown::Word("skip when"),
        Rule::people_split => Shown::Word("split"),
        Rule::policy => Shown::Word("policy"),
        Rule::prerequisite | Rule::kw_anyone_with_role => Shown::Word("anyone with role"),
        Rule::record_actions => Shown::Word("record actions"),
        Rule::record_owner | Rule::kw_record_owner_is => Shown::Word("record owner is"),
        Rule::record_team | Rule::kw_record_team_is => Shown::Word("record team is"),
        Rule::record_unit | Rule::kw_record_unit_is => Shown::Word("record unit is"),
        Rule::reports_to | Rule::people_reports => Shown::Word("reports to"),
        Rule::request_block | Rule::given_request => Shown::Word("request"),
        Rule::require => Shown::Word("require"),
        Rule::responsible => Shown::Word("responsible"),
        Rule::review_before => Shown::Word("review before"),
        Rule::review_every => Shown::Word("review every"),
        Rule::reviewed => Shown::Word("last reviewed"),
        Rule::risk => Shown::Word("risk"),
        Rule::role | Rule::suspend_roles => Shown::Word("role"),
        Rule::open_brace
        | Rule::policy_body
        | Rule::attribute_body
        | Rule::object_body
        | Rule::unit_body
        | Rule::calendar_body
        | Rule::role_body
        | Rule::people_body
        | Rule::guarantees_body
        | Rule::test_body => Shown::Word("{"),
        Rule::roles_from_request | Rule::kw_roles_from_request => Shown::Word("roles from request"),
        Rule::sees => Shown::Word("sees"),
        Rule::separate_sessions | Rule::kw_separate_sessions => Shown::Word("require separate sessions for roles"),
        Rule::shared_with => Shown::Word("shared with"),
        Rule::source | Rule::from | Rule::kw_from => Shown::Word("from"),
        Rule::starts | Rule::people_starts => Shown::Word("starts"),
        Rule::subject_block | Rule::given_subject => Shown::Word("subject"),
        Rule::subject_types => Shown::Word("subject types"),
        Rule::suspend => Shown::Word("suspend"),
        Rule::suspend_actions => Shown::Word("actions"),
        Rule::template => Shown::Word("template"),
        Rule::test => Shown::Word("test"),
        Rule::through | Rule::kw_through => Shown::Word("through"),
        Rule::ticket => Shown::Word("ticket"),
        Rule::timezone => Shown::Word("timezone"),
        Rule::type_declaration => Shown::Word("type"),
        Rule::unit | Rule::scope_unit => Shown::Word("unit"),
        Rule::use_package => Shown::Word("use"),
        Rule::user | Rule::suspend_users | Rule::given_user => Shown::Word("user"),
        Rule::version => Shown::Word("version"),
        Rule::weekend => Shown::Word("weekend"),
        Rule::when | Rule::gets_when | Rule::kw_when => Shown::Word("when"),
        Rule::who_in_unit | Rule::kw_anyone_in_unit => Shown::Word("anyone in unit"),
        Rule::who_outside_unit | Rule::kw_anyone_outside_unit => Shown::Word("anyone outside unit"),
        Rule::within => Shown::Word("within"),
        Rule::without => Shown::Word("without"),
        Rule::work_days => Shown::Word("work"),
        Rule::workdays_of => Shown::Word("workdays of"),
        Rule::year_day | Rule::kw_each_year_on => Shown::Word("each year on"),
        Rule::acts_as => Shown::Thing(&text::ACTS_AS),
        Rule::address_block => Shown::Thing(&text::AN_ADDRESS),
        Rule::administers_word => Shown::Thing(&text::ADMINISTERS_WHAT),
        Rule::argument | Rule::user_operand | Rule::unit_operand | Rule::value_name | Rule::value_word => {
            Shown::Thing(&text::A_VALUE)
        }
        Rule::cell_tests | Rule::cell_test => Shown::Thing(&text::A_CELL_TEST),
        Rule::cell_texts | Rule::string => Shown::Thing(&text::A_TEXT),
        Rule::column => Shown::Thing(&text::A_COLUMN),
        Rule::plain_word => Shown::Thing(&text::A_NAME),
        Rule::condition | Rule::group | Rule::comparison => Shown::Thing(&text::A_CONDITION),
        Rule::date_range | Rule::date | Rule::date_time => Shown::Thing(&text::A_DATE),
        Rule::duration_word => Shown::Thing(&text::A_DURATION),
        Rule::every_object | Rule::given_record | Rule::object_name | Rule::kw_every_object => {
            Shown::Thing(&text::AN_OBJECT)
        }
        Rule::field_name | Rule::attribute_name => Shown::Thing(&text::A_FIELD),
        Rule::fields => Shown::Thing(&text::FIELDS),
        Rule::hours_name => Shown::Thing(&text::HOURS),
        Rule::instance => Shown::Thing(&text::AN_INSTANCE),
        Rule::label_name => Shown::Thing(&text::A_LABEL),
        Rule::month_day => Shown::Thing(&text::A_MONTH_DAY),
        Rule::network_list => Shown::Thing(&text::A_NETWORK),
        Rule::number => Shown::Thing(&text::A_NUMBER),
        Rule::order_sign => Shown::Thing(&text::A_COMPARISON),
        Rule::otherwise_word => Shown::Thing(&text::OTHERWISE_WHAT),
        Rule::parameters => Shown::Thing(&text::PARAMETERS),
        Rule::path => Shown::Thing(&text::A_PATH),
        Rule::pattern | Rule::recurring => Shown::Thing(&text::A_PATTERN),
        Rule::rename | Rule::declared | Rule::parameter | Rule::argument_name | Rule::value_pair | Rule::name => {
            Shown::Thing(&text::A_NAME)
        }
        Rule::review_days | Rule::interval_word => Shown::Thing(&text::AN_INTERVAL),
        Rule::risk_word => Shown::Thing(&text::A_RISK),
        Rule::rule_name => Shown::Thing(&text::A_RULE_NAME),
        Rule::set => Shown::Thing(&text::A_SET),
        Rule::source_word => Shown::Thing(&text::A_SOURCE),
        Rule::target
        | Rule::target_on
        | Rule::target_of
        | Rule::every_action
        | Rule::test_action
        | Rule::action
        | Rule::kw_every_action => Shown::Thing(&text::AN_ACTION),
        Rule::time => Shown::Thing(&text::A_TIME),
        Rule::times | Rule::lasting => Shown::Thing(&text::A_TIME_SPAN),
        Rule::type_ref | Rule::type_value | Rule::type_name => Shown::Thing(&text::A_TYPE),
        Rule::unit_name => Shown::Thing(&text::A_UNIT),
        Rule::user_declared | Rule::who_user | Rule::user_name => Shown::Thing(&text::A_USER),
        Rule::values => Shown::Thing(&text::VALUES),
        Rule::weekday_list | Rule::weekday => Shown::Thing(&text::A_WEEKDAY),
        Rule::who_role | Rule::role_name => Shown::Thing(&text::A_ROLE),
        Rule::year => Shown::Thing(&text::A_YEAR),
        Rule::EOI
        | Rule::user_letter
        | Rule::file
        | Rule::statements
        | Rule::item
        | Rule::one_item
        | Rule::strict_item
        | Rule::policy_line
        | Rule::one_policy_line
        | Rule::renamed_from
        | Rule::one_attribute
        | Rule::object_line
        | Rule::one_object_line
        | Rule::action_option
        | Rule::one_unit
        | Rule::calendar_line
        | Rule::one_calendar_line
        | Rule::days
        | Rule::extent
        | Rule::role_line
        | Rule::one_role_line
        | Rule::active_time
        | Rule::clause_letter
        | Rule::rule_clause
        | Rule::reason_clause
        | Rule::active_clause
        | Rule::window
        | Rule::scope
        | Rule::actions
        | Rule::objects
        | Rule::is_tail
        | Rule::operand
        | Rule::renamed_user
        | Rule::user_clause
        | Rule::value
        | Rule::single_value
        | Rule::people_line
        | Rule::one_people_line
        | Rule::gets_clause
        | Rule::people_attribute
        | Rule::assign_clause
        | Rule::suspend_clause
        | Rule::end_clause
        | Rule::require_clause
        | Rule::guarantee_line
        | Rule::one_guarantee_line
        | Rule::who
        | Rule::test_line
        | Rule::one_test_line
        | Rule::gap
        | Rule::comma
        | Rule::open_comma
        | Rule::bar
        | Rule::kw_article
        | Rule::block_end
        | Rule::missing_close
        | Rule::top_word
        | Rule::statement_word
        | Rule::stray_close
        | Rule::stray_sign
        | Rule::stray_comma
        | Rule::bad_line
        | Rule::bad_unit
        | Rule::bad_item
        | Rule::bad_block
        | Rule::bad_gap
        | Rule::bad_word => Shown::Hidden,
    }
}
