// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ReadReceiptConfig`: read receipt configuration of a network.

use crate::types::Status;
use sdk_runtime::codec::{Enum, Plain};

/// Read receipt configuration of a network.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadReceiptConfig {
    /// Read receipt mode of the network.
    pub status: Option<Status>,
}

sdk_runtime::structure! {
    request ReadReceiptConfig, ReadReceiptConfigBuilder {
        status, set_status, get_status: optional value(Status) = member "status" as Enum(Plain);
    }
}
