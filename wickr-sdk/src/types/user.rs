// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `User`: a user account in a network.

use crate::constraint::{SECURITY_GROUP_ID, USER_ID};
use sdk_runtime::codec::List;

sdk_runtime::structure! {
    /// A user account in a network. Any member can be absent; lists often carry only some.
    pub struct User {
        /// User ID, 1 to 10 digits. Other operations take it to name the user.
        pub user_id: Option<String>,
        /// First name of the user.
        pub first_name: Option<String>,
        /// Last name of the user.
        pub last_name: Option<String>,
        /// Username, usually an email address. A bot's username ends in `bot`.
        pub username: Option<String>,
        /// IDs of the security groups that the user is in. They decide what the user may do.
        pub security_groups: Option<Vec<String>>,
        /// Whether the user is an administrator of the network.
        pub is_admin: Option<bool>,
        /// Whether the user is suspended. A suspended user cannot get into the network.
        pub suspended: Option<bool>,
        /// State of the account: `1` invited but not yet joined, `2` active.
        pub status: Option<i32>,
        /// Whether the user authenticates with one-time passwords (OTP).
        pub otp_enabled: Option<bool>,
        /// SCIM identifier, meant for identity synchronization. Not in use at present.
        pub scim_id: Option<String>,
        /// Kind of account, such as `user`.
        pub r#type: Option<String>,
        /// Phone number without the country code. Cloud deployments only.
        pub cell: Option<String>,
        /// Country code of the phone number. Cloud deployments only.
        pub country_code: Option<String>,
        /// Wrong passwords so far, which count toward a lockout. Enterprise deployments only.
        pub challenge_failures: Option<i32>,
        /// Whether the code in the user's email invitation has expired; if so, invite again with
        /// [`BatchReinviteUser`](crate::operation::batch_reinvite_user). Cloud deployments only.
        pub is_invite_expired: Option<bool>,
        /// Whether the account belongs to a person. `false` for a bot or another kind of account.
        pub is_user: Option<bool>,
        /// Invitation code with which the user registers. Only for networks in the preview of this feature.
        pub invite_code: Option<String>,
        /// Whether the user can be verified by a custom invitation code. Only for networks in the preview of
        /// this feature.
        pub code_validation: Option<bool>,
        /// Uname of the user: the username hash, which
        /// [`BatchLookupUserUname`](crate::operation::batch_lookup_user_uname) turns back into a username.
        pub uname: Option<String>,
    }
    shared UserBuilder {
        user_id, set_user_id, get_user_id: optional text = member "userId" as USER_ID;
        first_name, set_first_name, get_first_name: optional text + sensitive = member "firstName";
        last_name, set_last_name, get_last_name: optional text + sensitive = member "lastName";
        username, set_username, get_username: optional text = member "username";
        security_groups, set_security_groups, get_security_groups:
            optional texts = member "securityGroups" as List(SECURITY_GROUP_ID);
        is_admin, set_is_admin, get_is_admin: optional copy(bool) = member "isAdmin";
        suspended, set_suspended, get_suspended: optional copy(bool) = member "suspended";
        status, set_status, get_status: optional copy(i32) = member "status";
        otp_enabled, set_otp_enabled, get_otp_enabled: optional copy(bool) = member "otpEnabled";
        scim_id, set_scim_id, get_scim_id: optional text = member "scimId";
        r#type "type", set_type, get_type: optional text = member "type";
        cell, set_cell, get_cell: optional text = member "cell";
        country_code, set_country_code, get_country_code: optional text = member "countryCode";
        challenge_failures, set_challenge_failures, get_challenge_failures:
            optional copy(i32) = member "challengeFailures";
        is_invite_expired, set_is_invite_expired, get_is_invite_expired:
            optional copy(bool) = member "isInviteExpired";
        is_user, set_is_user, get_is_user: optional copy(bool) = member "isUser";
        invite_code, set_invite_code, get_invite_code: optional text = member "inviteCode";
        code_validation, set_code_validation, get_code_validation:
            optional copy(bool) = member "codeValidation";
        uname, set_uname, get_uname: optional text = member "uname";
    }
}
