// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `GuestUser`: a person from outside the network who communicated with its members in a billing period.

/// A person from outside the network who communicated with its members in a billing period.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GuestUser {
    /// Billing period in which the guest user was active, written `YYYY-MM`, such as `2026-03`.
    pub billing_period: String,
    /// Username of the guest user.
    pub username: String,
    /// Username hash of the guest user. Pass it to `UpdateGuestUser` to block the person.
    pub username_hash: String,
}

sdk_runtime::structure! {
    shared GuestUser, try GuestUserBuilder {
        billing_period, set_billing_period, get_billing_period: always text = member "billingPeriod";
        username, set_username, get_username: always text = member "username";
        username_hash, set_username_hash, get_username_hash: always text = member "usernameHash";
    }
}
