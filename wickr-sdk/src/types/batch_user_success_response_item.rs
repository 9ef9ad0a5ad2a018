// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchUserSuccessResponseItem`: a user that a batch call processed.

use crate::constraint::USER_ID;

sdk_runtime::structure! {
    /// A user that a batch call processed.
    pub struct BatchUserSuccessResponseItem {
        /// The ID of the user.
        pub user_id: String,
    }
    shared try BatchUserSuccessResponseItemBuilder {
        user_id, set_user_id, get_user_id: always text = member "userId" as USER_ID;
    }
}
