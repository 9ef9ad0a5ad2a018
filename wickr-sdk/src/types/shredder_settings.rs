// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ShredderSettings`: settings of the shredder, which overwrites deleted content on devices so that it cannot be recovered.

sdk_runtime::structure! {
    /// Settings of the shredder, which overwrites deleted content on devices so that it cannot be
    /// recovered.
    pub struct ShredderSettings {
        /// Whether users may start the shredder themselves.
        pub can_process_manually: Option<bool>,
        /// How intensively deleted data is overwritten: `0`, `20`, `60`, or `100`. No other value is valid.
        pub intensity: Option<i32>,
    }
    shared ShredderSettingsBuilder {
        can_process_manually, set_can_process_manually, get_can_process_manually:
            optional copy(bool) = member "canProcessManually";
        intensity, set_intensity, get_intensity: optional copy(i32) = member "intensity";
    }
}
