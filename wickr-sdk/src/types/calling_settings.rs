// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `CallingSettings`: what members of a security group may do with calls.

sdk_runtime::structure! {
    /// What members of a security group may do with calls.
    pub struct CallingSettings {
        /// Whether members may start one-to-one calls.
        pub can_start11_call: Option<bool>,
        /// Whether members may use video in calls, not just audio. Valid only together with `can_start11_call`.
        pub can_video_call: Option<bool>,
        /// If `true`, all calls run over TCP instead of UDP, for example where a firewall drops UDP.
        pub force_tcp_call: Option<bool>,
    }
    shared CallingSettingsBuilder {
        can_start11_call, set_can_start11_call, get_can_start11_call:
            optional copy(bool) = member "canStart11Call";
        can_video_call, set_can_video_call, get_can_video_call: optional copy(bool) = member "canVideoCall";
        force_tcp_call, set_force_tcp_call, get_force_tcp_call: optional copy(bool) = member "forceTcpCall";
    }
}
