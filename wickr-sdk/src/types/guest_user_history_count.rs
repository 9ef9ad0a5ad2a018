// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `GuestUserHistoryCount`: the number of guest users in one billing period.

sdk_runtime::structure! {
    /// The number of guest users in one billing period.
    pub struct GuestUserHistoryCount {
        /// Billing period, written `YYYY_MM`, such as `2026_03`. Note the underscore:
        /// [`ListGuestUsers`](crate::operation::list_guest_users) writes `2026-03`.
        pub month: String,
        /// Number of guest users who communicated with the network in this period, as decimal text.
        pub count: String,
    }
    shared try GuestUserHistoryCountBuilder {
        month, set_month, get_month: always text = member "month";
        count, set_count, get_count: always text = member "count";
    }
}
