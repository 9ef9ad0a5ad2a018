//! What `docs/testing.md` shows of testing a program.

use wickr_sdk::{Client, Error};

/// How many of a network's users are suspended.
async fn suspended(client: &Client, network: &str) -> Result<usize, Error> {
    let mut users = client.list_users().network_id(network).into_paginator().items().send();
    let mut count = 0;
    while let Some(user) = users.try_next().await? {
        count += usize::from(user.suspended == Some(true));
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wickr_sdk::operation::list_users::{ListUsersError, ListUsersInput, ListUsersOutput};
    use wickr_sdk::test_util::{Stub, client, mock};
    use wickr_sdk::types::User;
    use wickr_sdk::types::error::ResourceNotFoundError;

    #[tokio::test]
    async fn suspended_users_of_all_pages_are_counted() {
        let user = |suspended| User::builder().suspended(suspended).build();
        let list = mock!(Client::list_users)
            .sequence()
            .output(move || ListUsersOutput::builder().users(user(true)).users(user(false)).next_token("2").build())
            .http_status(503, None) // The client asks again.
            .output(move || ListUsersOutput::builder().users(user(true)).build())
            .build();
        let stub = Stub::new([list]);

        assert_eq!(suspended(&client(&stub), "40718265").await.unwrap(), 2);

        assert_eq!(stub.calls::<ListUsersInput>()[1].next_token(), Some("2"));
        stub.verify();
    }

    #[tokio::test]
    async fn a_network_that_is_missing_is_said_to_be_missing() {
        let missing = ResourceNotFoundError::builder().message("no such network").build();
        let rule = mock!(Client::list_users).then_error(move || ListUsersError::ResourceNotFoundError(missing.clone()));
        let stub = Stub::new([rule]);

        let error = suspended(&client(&stub), "40718265").await.unwrap_err();

        assert!(error.is_resource_not_found_error());
        assert_eq!(error.to_string(), "ListUsers: ResourceNotFoundError: no such network (HTTP 404)");
    }
}
