// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchUserSuccessResponseItem`: a user that a batch call processed.

use sdk_runtime::codec::{Length, Pattern, Plain};

/// A user that a batch call processed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchUserSuccessResponseItem {
    /// The ID of the user.
    pub user_id: String,
}

sdk_runtime::structure! {
    shared BatchUserSuccessResponseItem, try BatchUserSuccessResponseItemBuilder {
        user_id, set_user_id, get_user_id:
            always text = member "userId" as Pattern("^[0-9]+$", Length(1, 10, Plain));
    }
}
