//! Errors as Amazon S3 has them: with nothing around them, in successes too, without a body, with a second ID.

use crate::support::server::{Reply, Server};
use crate::support::shelf::{Client, TakeOutput, config};
use crate::support::time::Noted;
use sdk_runtime::RequestIdExt;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::error::{ErrorMetadata, ProvideErrorMetadata};

const ERROR: &str = "<?xml version=\"1.0\"?>\n<Error><Code>InternalError</Code><Message>Try again.</Message></Error>";

async fn take(replies: Vec<Reply>, attempts: u32) -> (Result<TakeOutput, (String, ErrorMetadata)>, usize) {
    let server = Server::start(replies).await;
    let config = config(&server.url).sleep_impl(Noted::new());
    let client = Client::from_conf(config.retry_config(RetryConfig::standard().with_max_attempts(attempts)).build());
    let outcome = client.take("key").send().await;
    let outcome = outcome.map_err(|error| (error.to_string(), error.meta().clone()));
    (outcome, server.seen().len())
}

#[tokio::test]
async fn an_error_in_a_success_is_a_failure_and_repeated_as_one() {
    let thing = Reply::Http(200, "", "<Thing><Tag>t</Tag></Thing>");
    let (outcome, sent) = take(vec![Reply::Http(200, "", ERROR), thing.clone()], 3).await;
    assert_eq!(outcome.expect("the second one is a thing").tag.as_deref(), Some("t"));
    assert_eq!(sent, 2);
    let (outcome, sent) = take(vec![Reply::Http(200, "", ERROR); 2], 2).await;
    let (text, meta) = outcome.expect_err("it failed twice");
    assert_eq!((meta.code(), meta.message(), sent), (Some("InternalError"), Some("Try again."), 2));
    assert!(text.contains("InternalError") && text.contains("HTTP 200"), "{text}");
    // A code that says nothing of passing: the status of such an error is 500.
    let odd = "<Error><Code>Odd</Code></Error>";
    let (outcome, sent) = take(vec![Reply::Http(200, "", odd), thing], 3).await;
    assert_eq!((outcome.is_ok(), sent), (true, 2));
}

#[tokio::test]
async fn a_success_with_an_error_in_it_is_none() {
    for body in ["<Thing><Error><Code>X</Code></Error></Thing>", "<Errors><Tag>t</Tag></Errors>", "<Thing/>", ""] {
        let (outcome, sent) = take(vec![Reply::Http(200, "", body)], 1).await;
        assert!(outcome.is_ok() && sent == 1, "{body}: {outcome:?}");
    }
}

#[tokio::test]
async fn an_error_without_a_body_has_the_code_of_its_status() {
    for (status, code) in [(404, "NotFound"), (403, "403"), (301, "PermanentRedirect"), (418, "418")] {
        let (outcome, _) = take(vec![Reply::Http(status, "", "")], 1).await;
        assert_eq!(outcome.expect_err("it is one").1.code(), Some(code));
    }
}

#[tokio::test]
async fn a_bucket_elsewhere_is_named_with_what_to_do() {
    let body = "<Error><Code>PermanentRedirect</Code><Message>Use the other endpoint.</Message></Error>";
    let region = "x-amz-bucket-region: eu-west-3\r\n";
    let (outcome, sent) = take(vec![Reply::Http(301, region, body)], 3).await;
    let (text, _) = outcome.expect_err("it is elsewhere");
    let expected = "Use the other endpoint; the bucket is in the region eu-west-3: set `region` to that for it";
    assert!(text.contains(expected) && sent == 1, "{text}");
    let hostile = "x-amz-bucket-region: evil.example/\r\n";
    let (outcome, _) = take(vec![Reply::Http(301, hostile, body)], 1).await;
    let (text, _) = outcome.expect_err("it is elsewhere");
    assert!(!text.contains("evil"), "{text}");
}

#[tokio::test]
async fn the_second_id_is_with_outputs_and_errors() {
    let ids = "x-amz-request-id: one\r\nx-amz-id-2: two\r\n";
    let (outcome, _) = take(vec![Reply::Http(200, ids, "<Thing/>")], 1).await;
    let output = outcome.expect("it is a thing");
    assert_eq!((sdk_runtime::RequestId::request_id(&output), output.extended_request_id()), (Some("one"), Some("two")));
    let (outcome, _) = take(vec![Reply::Http(404, ids, "<Error><Code>Gone</Code></Error>")], 1).await;
    let (_, meta) = outcome.expect_err("it is gone");
    assert_eq!((sdk_runtime::RequestId::request_id(&meta), meta.extended_request_id()), (Some("one"), Some("two")));
}
