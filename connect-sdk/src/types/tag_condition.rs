// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `TagCondition`: a condition on one tag, such as key `Team` with value `Billing`.

sdk_runtime::structure! {
    /// A condition on one tag, such as key `Team` with value `Billing`.
    pub struct TagCondition {
        /// Key of the tag.
        pub tag_key: Option<String>,
        /// Value of the tag.
        pub tag_value: Option<String>,
    }
    request TagConditionBuilder {
        tag_key, set_tag_key, get_tag_key: optional text = member "TagKey";
        tag_value, set_tag_value, get_tag_value: optional text = member "TagValue";
    }
}
