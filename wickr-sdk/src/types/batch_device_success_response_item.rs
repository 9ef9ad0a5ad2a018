// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchDeviceSuccessResponseItem`: a device that a batch call processed.

sdk_runtime::structure! {
    /// A device that a batch call processed.
    pub struct BatchDeviceSuccessResponseItem {
        /// The app ID of the device.
        pub app_id: String,
    }
    shared try BatchDeviceSuccessResponseItemBuilder {
        app_id, set_app_id, get_app_id: always text = member "appId";
    }
}
