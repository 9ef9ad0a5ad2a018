// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchDeviceSuccessResponseItem`: a device that a batch call processed.

/// A device that a batch call processed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchDeviceSuccessResponseItem {
    /// The app ID of the device.
    pub app_id: String,
}

sdk_runtime::structure! {
    shared BatchDeviceSuccessResponseItem, try BatchDeviceSuccessResponseItemBuilder {
        app_id, set_app_id, get_app_id: always text = member "appId";
    }
}
