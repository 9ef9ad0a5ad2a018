// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BlockedGuestUser`: a guest user who is blocked from a network.

sdk_runtime::structure! {
    /// A guest user who is blocked from a network.
    pub struct BlockedGuestUser {
        /// Username of the blocked guest user.
        pub username: String,
        /// Username of the administrator who set the block.
        pub admin: String,
        /// When the guest user was blocked, or when the block last changed, as text such as
        /// `2026-03-01 09:30:00`. The time zone is not stated.
        pub modified: String,
        /// Username hash of the guest user. Pass it to [`UpdateGuestUser`](crate::operation::update_guest_user)
        /// to lift the block.
        pub username_hash: String,
    }
    shared try BlockedGuestUserBuilder {
        username, set_username, get_username: always text = member "username";
        admin, set_admin, get_admin: always text = member "admin";
        modified, set_modified, get_modified: always text = member "modified";
        username_hash, set_username_hash, get_username_hash: always text = member "usernameHash";
    }
}
