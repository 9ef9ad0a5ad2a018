// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `GuestUser`: a person from outside the network who communicated with its members in a billing period.

sdk_runtime::structure! {
    /// A person from outside the network who communicated with its members in a billing period.
    pub struct GuestUser {
        /// Billing period in which the guest user was active, written `YYYY-MM`, such as `2026-03`.
        pub billing_period: String,
        /// Username of the guest user.
        pub username: String,
        /// Username hash of the guest user. Pass it to [`UpdateGuestUser`](crate::operation::update_guest_user)
        /// to block the person.
        pub username_hash: String,
    }
    shared try GuestUserBuilder {
        billing_period, set_billing_period, get_billing_period: always text = member "billingPeriod";
        username, set_username, get_username: always text = member "username";
        username_hash, set_username_hash, get_username_hash: always text = member "usernameHash";
    }
}
