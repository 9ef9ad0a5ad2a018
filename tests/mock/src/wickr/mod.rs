//! AWS Wickr: what its operations do.
//!
//! Where AWS's documentation leaves something open, the modules decide and say so.

mod networks;
mod rules;
mod security_groups;

use crate::call::Handler;

/// What an operation does, if it does something that is Wickr's own.
pub(crate) fn handler(operation: &str) -> Option<Handler> {
    let found: Handler = match operation {
        "CreateNetwork" => networks::create,
        "ListNetworks" => networks::list,
        "GetNetwork" => networks::get,
        "UpdateNetwork" => networks::update,
        "DeleteNetwork" => networks::delete,
        "CreateSecurityGroup" => security_groups::create,
        "ListSecurityGroups" => security_groups::list,
        "GetSecurityGroup" => security_groups::get,
        "UpdateSecurityGroup" => security_groups::update,
        "DeleteSecurityGroup" => security_groups::delete,
        _ => return None,
    };
    Some(found)
}
