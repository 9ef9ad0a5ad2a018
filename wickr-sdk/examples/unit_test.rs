//! A program's own function, and its unit tests: no AWS account, no network, no waiting.
//!
//! ```console
//! $ cargo test --package wickr-sdk --example unit_test
//! ```
//!
//! `suspend_idle` is what a program might have: it goes through all pages of a list, looks at each user, and suspends in
//! batches, of which single users can fail. `tests` lets rules answer for the service.

use wickr_sdk::types::BatchUserErrorResponseItem;
use wickr_sdk::{Client, Error};

/// The most users that one call suspends.
const BATCH: usize = 50;

/// What `suspend_idle` did.
#[derive(Debug, Default)]
pub struct Suspension {
    /// IDs of the users who are suspended now.
    pub suspended: Vec<String>,
    /// Who couldn't be suspended, and why.
    pub failed: Vec<BatchUserErrorResponseItem>,
}

/// Suspends the active users of a network who have not signed in since a time, in Unix seconds.
///
/// # Errors
/// A call failed; users who are suspended by then stay so, and a second run does the rest.
pub async fn suspend_idle(client: &Client, network: &str, since: i32) -> Result<Suspension, Error> {
    let mut idle = Vec::new();
    let mut users = client.list_users().network_id(network).into_paginator().items().send();
    while let Some(user) = users.try_next().await? {
        let (Some(id), Some(false), Some(2)) = (user.user_id, user.suspended, user.status) else {
            continue;
        };
        match client.get_user().network_id(network).user_id(&id).send().await {
            Ok(user) if user.last_login.is_none_or(|login| login < since) => idle.push(id),
            Ok(_) => {}
            // Deleted since the list was made.
            Err(error) if error.as_service_error().is_some_and(|error| error.is_resource_not_found_error()) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let mut done = Suspension::default();
    for batch in idle.chunks(BATCH) {
        let call = client.batch_toggle_user_suspend_status().network_id(network).suspend(true);
        let answer = call.set_user_ids(Some(batch.to_vec())).send().await?;
        done.suspended.extend(answer.successful.unwrap_or_default().into_iter().map(|user| user.user_id));
        done.failed.extend(answer.failed.unwrap_or_default());
    }
    Ok(done)
}

fn main() {
    eprintln!("what is to be seen here are the tests: cargo test --package wickr-sdk --example unit_test");
}

#[cfg(test)]
mod tests {
    use super::*;
    use wickr_sdk::operation::batch_toggle_user_suspend_status::{
        BatchToggleUserSuspendStatusInput, BatchToggleUserSuspendStatusOutput,
    };
    use wickr_sdk::operation::get_user::{GetUserError, GetUserOutput};
    use wickr_sdk::operation::list_users::{ListUsersInput, ListUsersOutput};
    use wickr_sdk::test_util::{Rule, Stub, client, mock};
    use wickr_sdk::types::error::ResourceNotFoundError;
    use wickr_sdk::types::{BatchUserSuccessResponseItem, User};

    const NETWORK: &str = "40718265";

    fn active(id: &str) -> User {
        User::builder().user_id(id).suspended(false).status(2).build()
    }

    /// Two pages of users: one who is active on each, and some whom nothing is to happen to.
    fn two_pages() -> Rule {
        let invited = || User::builder().user_id("8").suspended(false).status(1).build();
        let suspended = || User::builder().user_id("9").suspended(true).status(2).build();
        mock!(Client::list_users)
            .sequence()
            .output(move || ListUsersOutput::builder().users(active("1")).users(invited()).next_token("more").build())
            .output(move || ListUsersOutput::builder().users(active("2")).users(suspended()).build())
            .build()
    }

    /// A user who last signed in then.
    fn signed_in(id: &'static str, at: i32) -> Rule {
        mock!(Client::get_user)
            .match_requests(move |input| input.user_id() == Some(id))
            .then_output(move || GetUserOutput::builder().user_id(id).last_login(at).build().unwrap())
    }

    /// Answers a batch: user 2 can't be suspended, all others can.
    fn answer(input: &BatchToggleUserSuspendStatusInput) -> BatchToggleUserSuspendStatusOutput {
        let mut output = BatchToggleUserSuspendStatusOutput::builder();
        for id in input.user_ids() {
            output = match id.as_str() {
                "2" => {
                    let failed = BatchUserErrorResponseItem::builder().user_id(id).reason("is the last administrator");
                    output.failed(failed.build().unwrap())
                }
                _ => output.successful(BatchUserSuccessResponseItem::builder().user_id(id).build().unwrap()),
            };
        }
        output.build()
    }

    #[tokio::test]
    async fn idle_users_of_all_pages_are_suspended_and_failures_reported() {
        let suspend = mock!(Client::batch_toggle_user_suspend_status).then_compute_output(answer);
        let stub = Stub::new([two_pages(), signed_in("1", 100), signed_in("2", 200), suspend]);

        let done = suspend_idle(&client(&stub), NETWORK, 1_000).await.unwrap();

        assert_eq!(done.suspended, ["1"]);
        assert_eq!(done.failed[0].reason(), Some("is the last administrator"));
        assert_eq!(stub.calls::<ListUsersInput>()[1].next_token(), Some("more"));
        let batches = stub.calls::<BatchToggleUserSuspendStatusInput>();
        assert_eq!(
            (batches.len(), batches[0].user_ids(), batches[0].suspend()),
            (1, &["1".into(), "2".into()][..], Some(true))
        );
        stub.verify();
    }

    #[tokio::test]
    async fn a_user_who_signed_in_or_was_deleted_is_left_alone() {
        let deleted = mock!(Client::get_user)
            .match_requests(|input| input.user_id() == Some("2"))
            .then_error(|| GetUserError::ResourceNotFoundError(ResourceNotFoundError::builder().build()));
        let stub = Stub::new([two_pages(), signed_in("1", 2_000), deleted]);

        let done = suspend_idle(&client(&stub), NETWORK, 1_000).await.unwrap();

        assert!(done.suspended.is_empty());
        assert_eq!(stub.operations(), ["ListUsers", "GetUser", "ListUsers", "GetUser"]);
        stub.verify();
    }

    #[tokio::test]
    async fn many_are_suspended_in_batches_and_an_overloaded_service_is_asked_again() {
        let list = mock!(Client::list_users).then_output(|| {
            ListUsersOutput::builder().set_users(Some((1000..1120).map(|id| active(&id.to_string())).collect())).build()
        });
        let get = mock!(Client::get_user).then_compute_output(|input| {
            GetUserOutput::builder().user_id(input.user_id().unwrap_or_default()).build().unwrap()
        });
        let suspend = mock!(Client::batch_toggle_user_suspend_status)
            .sequence()
            .http_status(503, None)
            .compute_output(answer)
            .repeatedly()
            .build();
        let stub = Stub::new([&list, &get, &suspend]);

        let done = suspend_idle(&client(&stub), NETWORK, 1_000).await.unwrap();

        assert_eq!(done.suspended.len(), 120);
        let batches = stub.calls::<BatchToggleUserSuspendStatusInput>();
        assert_eq!(batches.iter().map(|batch| batch.user_ids().len()).collect::<Vec<_>>(), [50, 50, 20]);
        assert_eq!(suspend.num_calls(), 4, "three calls, of which one was repeated");
    }

    #[tokio::test]
    async fn a_service_that_cannot_be_reached_is_an_error() {
        let failure = suspend_idle(&client([mock!(Client::list_users).then_timeout()]), NETWORK, 1_000).await;

        assert!(failure.unwrap_err().to_string().contains("read timeout"));
    }
}
