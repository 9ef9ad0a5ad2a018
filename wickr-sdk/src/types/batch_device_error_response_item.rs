// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchDeviceErrorResponseItem`: a device that a batch call could not process, and why.

sdk_runtime::structure! {
    /// A device that a batch call could not process, and why.
    pub struct BatchDeviceErrorResponseItem {
        /// The request member at fault, such as `"appId"`. Absent if the problem does not lie in one member.
        pub field: Option<String>,
        /// What went wrong, in words.
        pub reason: Option<String>,
        /// The app ID of the device, as it was sent. It may be an ID that does not exist.
        pub app_id: String,
    }
    shared try BatchDeviceErrorResponseItemBuilder {
        field, set_field, get_field: optional text = member "field";
        reason, set_reason, get_reason: optional text = member "reason";
        app_id, set_app_id, get_app_id: always text = member "appId";
    }
}
