// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `NetworkSettings`: settings that apply to everyone in a network, whatever their security group.

use crate::types::{ConsentPopupConfig, ReadReceiptConfig};
use sdk_runtime::codec::Nested;

sdk_runtime::structure! {
    /// Settings that apply to everyone in a network, whatever their security group. In an update, send only
    /// the settings you mean to change.
    pub struct NetworkSettings {
        /// Whether Wickr clients may send anonymized usage and performance metrics to Wickr.
        pub enable_client_metrics: Option<bool>,
        /// Whether senders learn that their messages have been read.
        pub read_receipt_config: Option<ReadReceiptConfig>,
        /// Whether data retention is on. While it is, the data retention bot captures messages for archiving,
        /// so set up the bot first; see
        /// [`CreateDataRetentionBot`](crate::operation::create_data_retention_bot).
        pub data_retention: Option<bool>,
        /// Whether OpenTDF is enforced: in TDF-enabled rooms, attributes then decide who gets access. The
        /// provider is set with [`RegisterOpentdfConfig`](crate::operation::register_opentdf_config).
        pub enable_trusted_data_format: Option<bool>,
        /// The notice that users see when they log in.
        pub consent_popup: Option<ConsentPopupConfig>,
    }
    request NetworkSettingsBuilder {
        enable_client_metrics, set_enable_client_metrics, get_enable_client_metrics:
            optional copy(bool) = member "enableClientMetrics";
        read_receipt_config, set_read_receipt_config, get_read_receipt_config:
            optional value(ReadReceiptConfig) = member "readReceiptConfig" as Nested;
        data_retention, set_data_retention, get_data_retention: optional copy(bool) = member "dataRetention";
        enable_trusted_data_format, set_enable_trusted_data_format, get_enable_trusted_data_format:
            optional copy(bool) = member "enableTrustedDataFormat";
        consent_popup, set_consent_popup, get_consent_popup:
            optional value(ConsentPopupConfig) = member "consentPopup" as Nested;
    }
}
