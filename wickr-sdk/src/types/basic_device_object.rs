// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BasicDeviceObject`: a device on which a user has signed in to Wickr, as listed by [`ListDevicesForUser`](crate::operation::list_devices_for_user).

sdk_runtime::structure! {
    /// A device on which a user has signed in to Wickr, as listed by
    /// [`ListDevicesForUser`](crate::operation::list_devices_for_user).
    pub struct BasicDeviceObject {
        /// The app ID, which identifies the Wickr installation on this device. It is the value that
        /// [`BatchResetDevicesForUser`](crate::operation::batch_reset_devices_for_user) takes in `app_ids`.
        pub app_id: Option<String>,
        /// When Wickr first recorded the device, written as display text such as `March 4th 2026, 10:05:12 am`.
        /// The text carries no time zone, so do not compute with it.
        pub created: Option<String>,
        /// When the device last signed in successfully, as display text in the same form as `created`. SSO idle
        /// time is measured from this moment.
        pub last_login: Option<String>,
        /// The state of the device in words: `Active` for one in use, `Reset` for one marked to be reset.
        /// Handle other words too, such as `Suspended`.
        pub status_text: Option<String>,
        /// `true` if the device is suspended.
        pub suspend: Option<bool>,
        /// What kind of device it is, normally its operating system: `MacOSX`, `Windows`, `iOS`, `Android`.
        /// Broader words such as `desktop` also occur.
        pub r#type: Option<String>,
    }
    shared BasicDeviceObjectBuilder {
        app_id, set_app_id, get_app_id: optional text = member "appId";
        created, set_created, get_created: optional text = member "created";
        last_login, set_last_login, get_last_login: optional text = member "lastLogin";
        status_text, set_status_text, get_status_text: optional text = member "statusText";
        suspend, set_suspend, get_suspend: optional copy(bool) = member "suspend";
        r#type "type", set_type, get_type: optional text = member "type";
    }
}
