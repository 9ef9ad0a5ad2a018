// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `TagCondition`: a condition on one tag, such as key `Team` with value `Billing`.

/// A condition on one tag, such as key `Team` with value `Billing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TagCondition {
    /// Key of the tag.
    pub tag_key: Option<String>,
    /// Value of the tag.
    pub tag_value: Option<String>,
}

sdk_runtime::structure! {
    request TagCondition, TagConditionBuilder {
        tag_key, set_tag_key, get_tag_key: optional text = member "TagKey";
        tag_value, set_tag_value, get_tag_value: optional text = member "TagValue";
    }
}
