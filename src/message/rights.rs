//! Texts of findings about rights in use, which several families share.

use super::Text;

texts! {
    /// The role of which a finding speaks, where it is not the one that writes the line.
    ARISES_HERE = "`{role}` has it through inheritance", "`{role}` 通过继承得到";
    /// A list that is cut.
    AND_MORE = "{list} and {more} more", "{list} 等，另有 {more} 项";
}
