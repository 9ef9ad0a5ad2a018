//! AWS Wickr: its operations on networks and security groups, and how it words its errors.

mod errors;
mod networks;
mod rules;
mod security_groups;
mod shapes;

use crate::route::Route;
use crate::service::Service;

/// The service, as far as the mock knows it.
pub(crate) static SERVICE: Service =
    Service { signing_name: "wickr", token_header: "x-client-token", routes: ROUTES, fault: errors::fault };

const NETWORKS: &str = "/networks";
const NETWORK: &str = "/networks/{networkId}";
const GROUPS: &str = "/networks/{networkId}/security-groups";
const GROUP: &str = "/networks/{networkId}/security-groups/{groupId}";

#[rustfmt::skip]
const ROUTES: &[Route] = &[
    Route { operation: "CreateNetwork", method: "POST", path: NETWORKS, handler: networks::create },
    Route { operation: "ListNetworks", method: "GET", path: NETWORKS, handler: networks::list },
    Route { operation: "GetNetwork", method: "GET", path: NETWORK, handler: networks::get },
    Route { operation: "UpdateNetwork", method: "PATCH", path: NETWORK, handler: networks::update },
    Route { operation: "DeleteNetwork", method: "DELETE", path: NETWORK, handler: networks::delete },
    Route { operation: "CreateSecurityGroup", method: "POST", path: GROUPS, handler: security_groups::create },
    Route { operation: "ListSecurityGroups", method: "GET", path: GROUPS, handler: security_groups::list },
    Route { operation: "GetSecurityGroup", method: "GET", path: GROUP, handler: security_groups::get },
    Route { operation: "UpdateSecurityGroup", method: "PATCH", path: GROUP, handler: security_groups::update },
    Route { operation: "DeleteSecurityGroup", method: "DELETE", path: GROUP, handler: security_groups::delete },
];
