//! What a reader is told about text that did not parse, or parsed and is still wrong.

use crate::diagnostic::{Diagnostic, codes::syntax as codes};
use crate::message::syntax as text;
use crate::source::Span;

macro_rules! stub { ($($name:ident($($arg:ident: $ty:ty),*);)*) => { $(
pub(super) fn $name($($arg: $ty),*) -> Diagnostic { $(let _ = &$arg;)* Diagnostic::error(&codes::FILE_TOO_LARGE, text::HERE.plain(), Span::new(crate::source::FileId(0), 0, 0), text::HERE.plain()) }
)* } }
stub! {
    unexpected(a: &str, b: Span);
    repeated_line(a: &str, b: Span, c: Span);
    repeated_clause(a: &str, b: Span, c: Span);
    clause_order(a: &str, b: &[(u8, Span)]);
    through_time(a: &str, b: Span, c: Span);
    no_name_column(a: Span);
    not_an_address(a: &str, b: Span);
    mask_without_fields(a: &str, b: Span);
    clause_not_here(a: &str, b: Span, c: &str);
    and_beside_or(a: Span, b: Span, c: Span);
    not_twice(a: Span);
    is_not_none(a: Span, b: bool);
    except_not_here(a: &str, b: Span);
}
impl super::build::Builder<'_> {
    pub(super) fn complain(
        &mut self,
        c: super::names::Complaint,
        start: u32,
        name: super::ast::Name,
        rule: super::grammar::Rule,
    ) {
        let _ = (c, start, name, rule);
        self.found.push(unexpected("", name.span));
    }
}
