// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SortDirection`: The order of a sorted list.

sdk_runtime::string_enum! {
    /// The order of a sorted list.
    pub enum SortDirection {
        /// Ascending: smallest or first in the alphabet comes first.
        Asc = "ASC",
        /// Descending: largest or last in the alphabet comes first.
        Desc = "DESC",
    }
}
