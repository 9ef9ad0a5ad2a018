// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchCreateUserRequestItem`: one user to create.

use crate::constraint::SECURITY_GROUP_ID;
use sdk_runtime::codec::List;

sdk_runtime::structure! {
    /// One user to create. `invite_code`, `invite_code_ttl`, and `code_validation` work only on networks
    /// enrolled in the preview.
    pub struct BatchCreateUserRequestItem {
        /// Given name.
        pub first_name: Option<String>,
        /// Family name.
        pub last_name: Option<String>,
        /// The security group that the user joins. It is a list, but it takes a single ID: a second one makes
        /// the user fail.
        pub security_group_ids: Vec<String>,
        /// What the user signs in with, usually an email address. No other account in the network may have it.
        pub username: String,
        /// An invite code of your own choosing. If absent, the service generates one. Works only on networks
        /// enrolled in the preview.
        pub invite_code: Option<String>,
        /// How many days the invite code stays valid. Works only on networks enrolled in the preview.
        pub invite_code_ttl: Option<i32>,
        /// `true` if a custom invite code can be used to verify this user. Works only on networks enrolled in
        /// the preview.
        pub code_validation: Option<bool>,
    }
    request try BatchCreateUserRequestItemBuilder {
        first_name, set_first_name, get_first_name: optional text + sensitive = member "firstName";
        last_name, set_last_name, get_last_name: optional text + sensitive = member "lastName";
        security_group_ids, set_security_group_ids, get_security_group_ids:
            always texts = member "securityGroupIds" as List(SECURITY_GROUP_ID);
        username, set_username, get_username: always text = member "username";
        invite_code, set_invite_code, get_invite_code: optional text = member "inviteCode";
        invite_code_ttl, set_invite_code_ttl, get_invite_code_ttl:
            optional copy(i32) = member "inviteCodeTtl";
        code_validation, set_code_validation, get_code_validation:
            optional copy(bool) = member "codeValidation";
    }
}
