// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `WickrAwsNetworks`: one AWS Wickr network that a security group may federate with, named by Region and ID.

use crate::constraint::NETWORK_ID;

sdk_runtime::structure! {
    /// One AWS Wickr network that a security group may federate with, named by Region and ID.
    pub struct WickrAwsNetworks {
        /// Region that hosts the network, such as `eu-west-2`.
        pub region: String,
        /// ID of the network, 8 digits.
        pub network_id: String,
    }
    shared try WickrAwsNetworksBuilder {
        region, set_region, get_region: always text = member "region";
        network_id, set_network_id, get_network_id: always text = member "networkId" as NETWORK_ID;
    }
}
