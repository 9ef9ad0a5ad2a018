// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `DataRetentionActionType`: What [`UpdateDataRetention`](crate::operation::update_data_retention) should do.

sdk_runtime::string_enum! {
    /// What [`UpdateDataRetention`](crate::operation::update_data_retention) should do.
    pub enum DataRetentionActionType {
        /// Turn the data retention service on.
        Enable = "ENABLE",
        /// Turn the data retention service off.
        Disable = "DISABLE",
        /// Record that the public key message has been acknowledged.
        PubkeyMsgAck = "PUBKEY_MSG_ACK",
    }
}
