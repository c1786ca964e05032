//! How each statement reads: the patterns that messages show, and which first words belong to which block.

use super::grammar::Rule;
use super::recover::Block;

/// One statement.
#[derive(Debug)]
pub(super) struct Sentence {
    /// Its first words.
    pub(super) words: &'static str,
    /// Where it stands.
    pub(super) block: Block,
    /// How it reads; capitals stand for what the user writes.
    pub(super) pattern: &'static str,
}

const fn line(block: Block, words: &'static str, pattern: &'static str) -> Sentence {
    Sentence { words, block, pattern }
}

/// Every statement, in the order of the reference. Where two share their first word, the usual one comes first.
const SENTENCES: &[Sentence] = &[
    line(Block::File, "policy", "policy NAME { language 1  timezone \"Asia/Shanghai\" }"),
    line(Block::File, "use", "use \"../shared\" with THEIRS as OURS"),
    line(Block::File, "label", "label NAME, NAME"),
    line(Block::File, "type", "type NAME = VALUE | VALUE"),
    line(Block::File, "subject", "subject { attribute NAME : TYPE from table }"),
    line(Block::File, "request", "request { attribute NAME : TYPE }"),
    line(Block::File, "object", "object NAME { record actions ACTION, ACTION  field NAME }"),
    line(Block::File, "unit", "unit NAME { unit NAME  unit NAME }"),
    line(Block::File, "network", "network NAME = 10.20.0.0/16"),
    line(Block::File, "calendar", "calendar NAME covers 2026 { weekend Saturday, Sunday }"),
    line(Block::File, "hours", "hours NAME = weekdays 09:00 to 18:00"),
    line(Block::File, "role", "role NAME inherits ROLE { allow ACTION OBJECT within SCOPE }"),
    line(Block::File, "template", "template NAME (PARAMETER: TYPE) { allow ACTION OBJECT within SCOPE }"),
    line(Block::File, "external", "external role NAME { allow ACTION OBJECT within SCOPE }"),
    line(Block::File, "user", "user ID \"NAME\" in UNIT"),
    line(Block::File, "people", "people from \"people.csv\" { id COLUMN  name COLUMN  in COLUMN }"),
    line(Block::File, "assign", "assign ROLE to USER from DATE through DATE because \"REASON\""),
    line(Block::File, "delegate", "delegate ROLE of USER to USER from DATE through DATE because \"REASON\""),
    line(Block::File, "suspend", "suspend user USER from DATE before DATE because \"REASON\""),
    line(Block::File, "suspend user", "suspend user USER in role ROLE from DATE before DATE because \"REASON\""),
    line(
        Block::File,
        "suspend role",
        "suspend role ROLE and roles that inherit it from DATE before DATE because \"REASON\"",
    ),
    line(Block::File, "suspend actions", "suspend actions ACTION on OBJECT from DATE before DATE because \"REASON\""),
    line(
        Block::File,
        "suspend everything",
        "suspend everything except role ROLE from DATE before DATE because \"REASON\"",
    ),
    line(Block::File, "end", "end NAME early at DATE TIME because \"REASON\""),
    line(Block::File, "require", "require CONDITION for ACTION on OBJECT because \"REASON\""),
    line(Block::File, "require separate", "require separate sessions for roles ROLE and ROLE because \"REASON\""),
    line(Block::File, "guarantees", "guarantees { never ROLE can ACTION OBJECT }"),
    line(Block::File, "test", "test \"NAME\" { given user USER  can ACTION }"),
    line(Block::Policy, "language", "language 1"),
    line(Block::Policy, "timezone", "timezone \"Asia/Shanghai\""),
    line(Block::Policy, "version", "version 12"),
    line(Block::Policy, "roles", "roles from request: ROLE, ROLE"),
    line(Block::Policy, "subject", "subject types TYPE, TYPE"),
    line(Block::Subject, "attribute", "attribute NAME : TYPE from table"),
    line(Block::Request, "attribute", "attribute NAME : TYPE"),
    line(Block::Object, "general", "general actions ACTION, ACTION"),
    line(Block::Object, "record", "record actions ACTION, ACTION"),
    line(Block::Object, "record actions", "record actions ACTION, ACTION risk high changes FIELD"),
    line(Block::Object, "record owner", "record owner is FIELD"),
    line(Block::Object, "record unit", "record unit is FIELD"),
    line(Block::Object, "record team", "record team is FIELD"),
    line(Block::Object, "shared", "shared with FIELD for ACTION"),
    line(Block::Object, "attribute", "attribute NAME : TYPE is LABEL"),
    line(Block::Object, "attributes", "attributes from records"),
    line(Block::Object, "field", "field NAME, NAME is LABEL"),
    line(Block::Object, "fields", "fields from \"fields.csv\" { name COLUMN  is COLUMN }"),
    line(Block::Unit, "unit", "unit NAME { unit NAME  unit NAME }"),
    line(Block::Calendar, "weekend", "weekend Saturday, Sunday"),
    line(Block::Calendar, "off", "off DATE through DATE"),
    line(Block::Calendar, "work", "work DATE"),
    line(Block::Role, "allow", "allow ACTION OBJECT including LABEL within SCOPE when CONDITION"),
    line(Block::Role, "deny", "deny ACTION OBJECT within SCOPE when CONDITION"),
    line(Block::Role, "mask", "mask OBJECT (FIELD) outside own when CONDITION"),
    line(Block::Role, "without", "without ACTION OBJECT"),
    line(Block::Role, "cancel", "cancel deny ACTION OBJECT inherited from ROLE because \"REASON\""),
    line(Block::Role, "cancel mask", "cancel mask OBJECT (FIELD) inherited from ROLE because \"REASON\""),
    line(Block::Role, "active", "active HOURS from DATE through DATE"),
    line(Block::Role, "responsible", "responsible \"TEAM\""),
    line(Block::Role, "last", "last reviewed DATE review every quarter"),
    line(Block::Role, "review", "review every quarter"),
    line(Block::People, "id", "id COLUMN"),
    line(Block::People, "name", "name COLUMN"),
    line(Block::People, "in", "in COLUMN"),
    line(Block::People, "other", "other id COLUMN"),
    line(Block::People, "starts", "starts COLUMN"),
    line(Block::People, "ends", "ends COLUMN"),
    line(Block::People, "reports", "reports to COLUMN"),
    line(Block::People, "external", "external when COLUMN is \"TEXT\""),
    line(Block::People, "skip", "skip when COLUMN is \"TEXT\""),
    line(Block::People, "split", "split COLUMN at \"SIGN\""),
    line(Block::People, "each", "each row gets ROLE when COLUMN is \"TEXT\""),
    line(Block::People, "otherwise", "otherwise error"),
    line(Block::Guarantees, "nobody", "nobody has both roles ROLE and ROLE"),
    line(Block::Guarantees, "nobody can", "nobody can both ACTION OBJECT and ACTION OBJECT"),
    line(Block::Guarantees, "nobody has two", "nobody has two of the roles ROLE, ROLE, ROLE"),
    line(Block::Guarantees, "never", "never ROLE can ACTION OBJECT"),
    line(Block::Guarantees, "only", "only ROLE, ROLE can ACTION OBJECT"),
    line(Block::Guarantees, "at", "at most 3 roles can ACTION OBJECT"),
    line(Block::Guarantees, "at least", "at least 2 users have role ROLE"),
    line(Block::Guarantees, "every", "every ACTION of OBJECT needs CONDITION"),
    line(Block::Guarantees, "always", "always ROLE can ACTION OBJECT"),
    line(Block::Guarantees, "anyone", "anyone with role ROLE has role ROLE"),
    line(Block::Test, "given", "given user USER at DATE TIME"),
    line(Block::Test, "can", "can ACTION, ACTION"),
    line(Block::Test, "cannot", "cannot ACTION because scope"),
    line(Block::Test, "sees", "sees FIELD in clear"),
    line(Block::Test, "does", "does not see FIELD"),
];

/// The pattern of the statement in `block` that starts like `text`, the longest start first.
pub(super) fn pattern(block: Block, text: &str) -> Option<&'static str> {
    let fits = |sentence: &&Sentence| {
        let mut words = text.split([' ', '\n']);
        sentence.block == block && sentence.words.split(' ').all(|word| words.next() == Some(word))
    };
    SENTENCES.iter().filter(fits).max_by_key(|sentence| sentence.words.len()).map(|sentence| sentence.pattern)
}

/// First words of the statements of `block`.
pub(super) fn first_words(block: Block) -> impl Iterator<Item = &'static str> {
    SENTENCES.iter().filter(move |sentence| sentence.block == block).filter_map(|sentence| first(sentence.words))
}

/// The blocks in which a statement can start with `word`.
pub(super) fn blocks(word: &str) -> impl Iterator<Item = Block> {
    SENTENCES.iter().filter(move |sentence| sentence.words == word).map(|sentence| sentence.block)
}

/// The words that statements of `block` start with, up to the first that the user chooses.
pub(super) fn phrases(block: Block) -> impl Iterator<Item = &'static str> {
    SENTENCES.iter().filter(move |sentence| sentence.block == block).filter_map(|sentence| {
        let choice = sentence.pattern.find(|next: char| next.is_ascii_uppercase() || matches!(next, '"' | '{' | '('));
        let words = sentence.pattern.get(..choice.unwrap_or(sentence.pattern.len()))?.trim_end();
        words.contains(' ').then_some(words)
    })
}

/// The keywords of `pattern`, for "did you mean".
pub(super) fn keywords(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    let letters = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    pattern.split([' ', '"', '(', ')', ',', ':']).filter(letters)
}

fn first(words: &'static str) -> Option<&'static str> {
    words.split(' ').next()
}

/// The block that a top-level statement with this first word opens.
pub(super) fn opens(word: &str) -> Option<Block> {
    Some(match word {
        "policy" => Block::Policy,
        "subject" => Block::Subject,
        "request" => Block::Request,
        "object" => Block::Object,
        "unit" => Block::Unit,
        "calendar" => Block::Calendar,
        "role" | "template" | "external" => Block::Role,
        "people" => Block::People,
        "guarantees" => Block::Guarantees,
        "test" => Block::Test,
        _ => return None,
    })
}

/// The word that opens `block`.
pub(super) fn opener(block: Block) -> &'static str {
    match block {
        Block::File => "",
        Block::Policy => "policy",
        Block::Subject => "subject",
        Block::Request => "request",
        Block::Object => "object",
        Block::Unit => "unit",
        Block::Calendar => "calendar",
        Block::Role => "role",
        Block::People => "people",
        Block::Guarantees => "guarantees",
        Block::Test => "test",
    }
}

/// The strict rule for one statement of `block`.
pub(super) fn probe_rule(block: Block) -> Rule {
    match block {
        Block::File => Rule::one_item,
        Block::Policy => Rule::one_policy_line,
        Block::Subject | Block::Request => Rule::one_attribute,
        Block::Object => Rule::one_object_line,
        Block::Unit => Rule::one_unit,
        Block::Calendar => Rule::one_calendar_line,
        Block::Role => Rule::one_role_line,
        Block::People => Rule::one_people_line,
        Block::Guarantees => Rule::one_guarantee_line,
        Block::Test => Rule::one_test_line,
    }
}
