// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityGroupSettingsRequest`: the settings that [`CreateSecurityGroup`](crate::operation::create_security_group) takes: federation and lockout.

use crate::constraint::NETWORK_ID;
use crate::types::{PermittedWickrEnterpriseNetwork, WickrAwsNetworks};
use sdk_runtime::codec::{List, Nested};

sdk_runtime::structure! {
    /// The settings that [`CreateSecurityGroup`](crate::operation::create_security_group) takes: federation
    /// and lockout. All are optional; [`UpdateSecurityGroup`](crate::operation::update_security_group)
    /// takes the full set.
    pub struct SecurityGroupSettingsRequest {
        /// How many wrong passwords lock a user's account.
        pub lockout_threshold: Option<i32>,
        /// IDs of the networks allowed for local federation when `federation_mode` is `2`.
        pub permitted_networks: Option<Vec<String>>,
        /// Whether users may communicate with guest users: outside people with limited access to Wickr. Valid
        /// only with global federation.
        pub enable_guest_federation: Option<bool>,
        /// Whether users may communicate with any AWS Wickr network and any Wickr Enterprise network.
        pub global_federation: Option<bool>,
        /// Local federation, that is with Wickr networks in the same Region: `0` none, `1` with any of them,
        /// `2` only with those in `permitted_networks`.
        pub federation_mode: Option<i32>,
        /// Whether global federation is limited to the permitted networks listed here. Needs
        /// `global_federation`.
        pub enable_restricted_global_federation: Option<bool>,
        /// AWS Wickr networks allowed when `enable_restricted_global_federation` is on.
        pub permitted_wickr_aws_networks: Option<Vec<WickrAwsNetworks>>,
        /// Wickr Enterprise networks allowed when `enable_restricted_global_federation` is on.
        pub permitted_wickr_enterprise_networks: Option<
            Vec<PermittedWickrEnterpriseNetwork>,
        >,
    }
    request SecurityGroupSettingsRequestBuilder {
        lockout_threshold, set_lockout_threshold, get_lockout_threshold:
            optional copy(i32) = member "lockoutThreshold";
        permitted_networks, set_permitted_networks, get_permitted_networks:
            optional texts = member "permittedNetworks" as List(NETWORK_ID);
        enable_guest_federation, set_enable_guest_federation, get_enable_guest_federation:
            optional copy(bool) = member "enableGuestFederation";
        global_federation, set_global_federation, get_global_federation:
            optional copy(bool) = member "globalFederation";
        federation_mode, set_federation_mode, get_federation_mode:
            optional copy(i32) = member "federationMode";
        enable_restricted_global_federation, set_enable_restricted_global_federation, get_enable_restricted_global_federation:
            optional copy(bool) = member "enableRestrictedGlobalFederation";
        permitted_wickr_aws_networks, set_permitted_wickr_aws_networks, get_permitted_wickr_aws_networks:
            optional list(WickrAwsNetworks) = member "permittedWickrAwsNetworks" as List(Nested);
        permitted_wickr_enterprise_networks, set_permitted_wickr_enterprise_networks, get_permitted_wickr_enterprise_networks:
            optional list(PermittedWickrEnterpriseNetwork) = member "permittedWickrEnterpriseNetworks"
                as List(Nested);
    }
}
