// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Network`: a network, as [`ListNetworks`](crate::operation::list_networks) returns it.

use crate::constraint::NETWORK_ID;
use crate::types::AccessLevel;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::structure! {
    /// A network, as [`ListNetworks`](crate::operation::list_networks) returns it.
    pub struct Network {
        /// ID of the network, 8 digits.
        pub network_id: String,
        /// Name of the network, 1 to 20 characters.
        pub network_name: String,
        /// Plan of the network: `STANDARD` or `PREMIUM`.
        pub access_level: AccessLevel,
        /// AWS account that owns the network.
        pub aws_account_id: String,
        /// ARN of the network, for use in IAM policies.
        pub network_arn: String,
        /// Numeric status of the network. What the numbers mean is not documented.
        pub standing: Option<i32>,
        /// When the free trial ends. Meaningful only for a network that has a free trial; the text format is
        /// not documented.
        pub free_trial_expiration: Option<String>,
        /// How far the network is in moving its SSO redirect URI: `0` not started, `1` under way, `2` done. The
        /// migration wizard sets it.
        pub migration_state: Option<i32>,
        /// ARN of the customer managed KMS key that protects the network's sensitive data.
        pub encryption_key_arn: Option<String>,
    }
    shared try NetworkBuilder {
        network_id, set_network_id, get_network_id: always text = member "networkId" as NETWORK_ID;
        network_name, set_network_name, get_network_name: always text = member "networkName";
        access_level, set_access_level, get_access_level:
            always value(AccessLevel) = member "accessLevel" as Enum(Plain);
        aws_account_id, set_aws_account_id, get_aws_account_id: always text = member "awsAccountId";
        network_arn, set_network_arn, get_network_arn: always text = member "networkArn";
        standing, set_standing, get_standing: optional copy(i32) = member "standing";
        free_trial_expiration, set_free_trial_expiration, get_free_trial_expiration:
            optional text = member "freeTrialExpiration";
        migration_state, set_migration_state, get_migration_state:
            optional copy(i32) = member "migrationState";
        encryption_key_arn, set_encryption_key_arn, get_encryption_key_arn:
            optional text = member "encryptionKeyArn";
    }
}
