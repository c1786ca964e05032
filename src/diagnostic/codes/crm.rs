//! Codes of the `crm` family: what matters in a CRM alone.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[&MASS_EXPORT];

/// What the findings of this family share.
const CRM: Code = Code { class: Class::Exact, level: Severity::Warning, ..Code::FINDING };

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "label personal\n",
            "object Customer {\n",
            "  general actions create\n",
            "  record actions read, update, delete, export\n",
            "  record owner is sales_owner\n",
            "  field phone is personal\n",
            "}\n",
            $text
        )
    };
}

/// Every record may be exported.
pub static MASS_EXPORT: Code = Code {
    id: "W1101",
    name: "mass-export",
    summary: Text::new("a role may export every record, without a condition", "一个角色可以无条件导出全部记录"),
    why: Text::new(
        "Whoever gets hold of one such account takes the whole list along. The export is found by `risk`, or by the name of the action.",
        "只要有一个这样的账号被盗用，整个名单就会被带走。导出动作按 `risk` 或动作名称识别。",
    ),
    bad: package!("role Clerk { allow export Customer within all }\n"),
    good: package!("role Clerk { allow export Customer within own }\n"),
    security: Some(75),
    ..CRM
};
