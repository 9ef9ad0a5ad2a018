// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `StringComparisonType`: How a text is compared with the value searched for.

sdk_runtime::string_enum! {
    /// How a text is compared with the value searched for.
    pub enum StringComparisonType {
        /// The text begins with the value.
        StartsWith = "STARTS_WITH",
        /// The value occurs somewhere in the text.
        Contains = "CONTAINS",
        /// Text and value are the same.
        Exact = "EXACT",
    }
}
