//! Scopes and conditions in words: the language's own, with names as the policy writes them.

use std::fmt;

use super::Table;
use super::bytes::{NONE, Records};
use super::layout::{Atom, Value, Word, comparison, condition_tag, operand, scope_term, test_tag, value_tag};

/// A scope in words.
#[derive(Clone, Copy, Debug)]
pub struct ScopeWords<'t, 'a> {
    table: &'t Table<'a>,
    scope: u32,
}

/// A condition in words; empty for no condition.
#[derive(Clone, Copy, Debug)]
pub struct ConditionWords<'t, 'a> {
    table: &'t Table<'a>,
    condition: u32,
}

impl<'a> Table<'a> {
    /// A scope, by the number that rules and answers carry.
    pub const fn scope_words(&self, scope: u32) -> ScopeWords<'_, 'a> {
        ScopeWords { table: self, scope }
    }

    /// A condition, by the number that rules and answers carry.
    pub const fn condition_words(&self, condition: u32) -> ConditionWords<'_, 'a> {
        ConditionWords { table: self, condition }
    }
}

impl fmt::Display for ScopeWords<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const TERMS: [(u16, &str); 8] = [
            (scope_term::OWN, "own"),
            (scope_term::TEAM, "team"),
            (scope_term::REPORTS, "reports"),
            (scope_term::MY_UNIT, "my unit"),
            (scope_term::MY_UNIT_AND_BELOW, "my unit and below"),
            (scope_term::NO_OWNER, "no owner"),
            (scope_term::SHARED, "shared"),
            (scope_term::ALL, "all"),
        ];
        let Some(scope) = self.table.views.scopes.get(self.scope) else { return Ok(()) };
        f.write_str(if scope.outside == 0 { "within " } else { "outside " })?;
        let mut first = true;
        for (_, words) in TERMS.iter().filter(|(bit, _)| scope.terms & bit != 0) {
            f.write_str(if first { "" } else { " or " })?;
            f.write_str(words)?;
            first = false;
        }
        for unit in self.table.list(scope.units).iter() {
            f.write_str(if first { "" } else { " or " })?;
            write!(f, "unit {}", Name(self.table.unit_name(unit.at >> 1)))?;
            f.write_str(if unit.at & 1 == 0 { "" } else { " and below" })?;
            first = false;
        }
        Ok(())
    }
}

impl fmt::Display for ConditionWords<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        condition(self.table, self.condition, f, false)
    }
}

/// Whether words hold more than one test side by side.
fn condition(table: &Table<'_>, at: u32, f: &mut fmt::Formatter<'_>, inside: bool) -> fmt::Result {
    let range = table.views.conditions.slice(at, at.saturating_add(2));
    let (Some(found), Some(next)) = (range.get(0), range.get(1)) else { return Ok(()) };
    let parts = table.views.condition_parts.slice(found.parts, next.parts);
    match found.tag {
        condition_tag::TRUE if inside => f.write_str("true"),
        condition_tag::TRUE => Ok(()),
        condition_tag::ATOM => match table.views.atoms.get(found.atom) {
            Some(found) => atom(table, &found, f, false),
            None => Ok(()),
        },
        condition_tag::NOT => {
            let part = parts.get(0).map_or(0, |part| part.at);
            match table.views.conditions.get(part).filter(|part| part.tag == condition_tag::ATOM) {
                Some(negated) => match table.views.atoms.get(negated.atom) {
                    Some(negated) => atom(table, &negated, f, true),
                    None => Ok(()),
                },
                None => {
                    f.write_str("not ")?;
                    condition(table, part, f, true)
                }
            }
        }
        tag => {
            f.write_str(if inside { "(" } else { "" })?;
            for (count, part) in parts.iter().enumerate() {
                let word = if tag == condition_tag::AND { " and " } else { " or " };
                f.write_str(if count == 0 { "" } else { word })?;
                condition(table, part.at, f, true)?;
            }
            f.write_str(if inside { ")" } else { "" })
        }
    }
}

fn atom(table: &Table<'_>, atom: &Atom, f: &mut fmt::Formatter<'_>, negated: bool) -> fmt::Result {
    let left = Path(table, atom.left);
    let not = if negated { "not " } else { "" };
    match atom.test {
        test_tag::ONE_OF => {
            write!(f, "{left} is {not}one of ")?;
            values(table, table.list(atom.argument), f)
        }
        test_tag::IN_NETWORKS => {
            write!(f, "{left} {not}in ")?;
            for (count, network) in table.list(atom.argument).iter().enumerate() {
                let name = table.views.network_names.get(network.at).map_or("", |name| table.note(name));
                write!(f, "{}{}", if count == 0 { "" } else { ", " }, Name(name))?;
            }
            Ok(())
        }
        test_tag::IS_NONE => write!(f, "{left} is {}", if negated { "set" } else { "none" }),
        test_tag::HAS => {
            write!(f, "{not}{left} has ")?;
            right(table, atom, f)
        }
        _ => {
            let word = match atom.comparison {
                comparison::EQUAL => "is",
                comparison::NOT_EQUAL => "is not",
                comparison::LESS => "<",
                comparison::LESS_OR_EQUAL => "<=",
                comparison::GREATER => ">",
                _ => ">=",
            };
            write!(f, "{not}{left} {word} ")?;
            right(table, atom, f)
        }
    }
}

fn right(table: &Table<'_>, atom: &Atom, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match atom.operand {
        operand::ATTRIBUTE => write!(f, "{}", Path(table, atom.argument)),
        operand::ME => f.write_str("me"),
        _ => table.views.values.get(atom.argument).map_or(Ok(()), |found| value(table, &found, f)),
    }
}

fn values(table: &Table<'_>, items: Records<'_, Word>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("[")?;
    for (count, item) in items.iter().enumerate() {
        f.write_str(if count == 0 { "" } else { ", " })?;
        if let Some(found) = table.views.values.get(item.at) {
            value(table, &found, f)?;
        }
    }
    f.write_str("]")
}

fn value(table: &Table<'_>, value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value.tag {
        value_tag::NULL => f.write_str("none"),
        value_tag::BOOLEAN => write!(f, "{}", value.b != 0),
        value_tag::NUMBER => decimal(value.b, f),
        value_tag::TEXT => write!(f, "\"{}\"", Escaped(table.text(value.a))),
        value_tag::ENUM => {
            let start = table.views.enums.get(value.a).map_or(NONE, |start| start.at);
            let at = u32::try_from(value.b).ok().and_then(|position| start.checked_add(position));
            let name = at.and_then(|at| table.views.enum_values.get(at)).map_or("", |name| table.text(name.at));
            write!(f, "{}", Name(name))
        }
        value_tag::USER => write!(f, "user {}", UserName(table.user_name(value.a))),
        value_tag::STRANGER => write!(f, "user {}", UserName(table.text(value.a))),
        value_tag::UNIT => write!(f, "unit {}", Name(table.unit_name(value.a))),
        value_tag::ADDRESS => {
            let address = table.views.addresses.get(value.a).map_or(0, |address| address.address);
            let address = std::net::Ipv6Addr::from_bits(address);
            match address.to_ipv4_mapped() {
                Some(address) => write!(f, "{address}"),
                None => write!(f, "{address}"),
            }
        }
        value_tag::SET => values(table, table.list(value.a), f),
        _ => Ok(()),
    }
}

/// A decimal times 10,000 as a decimal.
fn decimal(number: i64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let sign = if number < 0 { "-" } else { "" };
    let whole = number.unsigned_abs() / 10_000;
    let mut part = number.unsigned_abs() % 10_000;
    write!(f, "{sign}{whole}")?;
    if part == 0 {
        return Ok(());
    }
    let mut digits = 4_usize;
    while part.is_multiple_of(10) {
        part /= 10;
        digits = digits.saturating_sub(1);
    }
    write!(f, ".{part:0digits$}")
}

/// `record.x`
struct Path<'t, 'a>(&'t Table<'a>, u32);

impl fmt::Display for Path<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name) = self.0.attribute_name(self.1);
        write!(f, "{kind}.{}", Name(name))
    }
}

/// A name, quoted where it is no plain word.
struct Name<'a>(&'a str);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.0.starts_with(char::is_alphabetic)
            && self.0.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
            && !self.0.ends_with('-');
        if plain { f.write_str(self.0) } else { write!(f, "\"{}\"", Escaped(self.0)) }
    }
}

/// A user's id, which may also hold `.`, `@` and `+`.
struct UserName<'a>(&'a str);

impl fmt::Display for UserName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = !self.0.is_empty() && self.0.chars().all(|c| c.is_alphanumeric() || "_-.@+".contains(c));
        if plain { f.write_str(self.0) } else { write!(f, "\"{}\"", Escaped(self.0)) }
    }
}

/// Text inside quotes; control characters are shown by number.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                c if c.is_control() => write!(f, "{}", c.escape_unicode())?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}
