// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchUserErrorResponseItem`: a user that a batch call could not process, and why.

use crate::constraint::USER_ID;

sdk_runtime::structure! {
    /// A user that a batch call could not process, and why.
    pub struct BatchUserErrorResponseItem {
        /// The request member at fault, such as `username`. Absent if the problem does not lie in one member.
        pub field: Option<String>,
        /// What went wrong, in words.
        pub reason: Option<String>,
        /// The ID of the user, as it was sent. In answers of
        /// [`BatchCreateUser`](crate::operation::batch_create_user), where no user came to exist, it can be
        /// `0`.
        pub user_id: String,
    }
    shared try BatchUserErrorResponseItemBuilder {
        field, set_field, get_field: optional text = member "field";
        reason, set_reason, get_reason: optional text = member "reason";
        user_id, set_user_id, get_user_id: always text = member "userId" as USER_ID;
    }
}
