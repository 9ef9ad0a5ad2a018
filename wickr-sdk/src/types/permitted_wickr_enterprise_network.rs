// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `PermittedWickrEnterpriseNetwork`: a Wickr Enterprise network that a security group may federate with.

use crate::constraint::NETWORK_ID;

sdk_runtime::structure! {
    /// A Wickr Enterprise network that a security group may federate with.
    pub struct PermittedWickrEnterpriseNetwork {
        /// Domain of the Wickr Enterprise deployment, such as `wickr.example.com`.
        pub domain: String,
        /// ID of the network within that deployment, 8 digits.
        pub network_id: String,
    }
    shared try PermittedWickrEnterpriseNetworkBuilder {
        domain, set_domain, get_domain: always text = member "domain";
        network_id, set_network_id, get_network_id: always text = member "networkId" as NETWORK_ID;
    }
}
