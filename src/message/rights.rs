//! Texts of findings about rights in use, and lists of names, which several families share.

use super::Text;

texts! {
    /// The role of which a finding speaks, where it is not the one that writes the line.
    ARISES_HERE = "`{role}` has it through inheritance", "`{role}` 通过继承得到";
    /// A few names.
    NAMES = "{list}", "{list}";
    /// Many names.
    NAMES_AND_MORE = "{list} and {more} more", "{list} 及另外 {more} 个";
}
