// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ReadReceiptConfig`: read receipt configuration of a network.

use crate::types::Status;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::structure! {
    /// Read receipt configuration of a network.
    pub struct ReadReceiptConfig {
        /// Read receipt mode of the network.
        pub status: Option<Status>,
    }
    request ReadReceiptConfigBuilder {
        status, set_status, get_status: optional value(Status) = member "status" as Enum(Plain);
    }
}
