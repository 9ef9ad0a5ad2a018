// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Setting`: one setting of a network.

sdk_runtime::structure! {
    /// One setting of a network.
    pub struct Setting {
        /// Name of the setting, such as `"dataRetention"`.
        pub option_name: String,
        /// Current value in text form; a boolean is `true` or `false`.
        pub value: String,
        /// Type to read `value` as, such as `boolean`, `string`, or `number`.
        pub r#type: String,
    }
    shared try SettingBuilder {
        option_name, set_option_name, get_option_name: always text = member "optionName";
        value, set_value, get_value: always text = member "value";
        r#type "type", set_type, get_type: always text = member "type";
    }
}
