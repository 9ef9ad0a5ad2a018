//! Errors that services answer with, and answers that can't be read.

use super::response;
use crate::support::garden::{Client, Error, Withered};
use sdk_runtime::error::{ErrorMetadata, ProvideErrorMetadata};
use sdk_runtime::test_util::Stub;
use sdk_runtime::{RequestId, mock};

#[tokio::test]
async fn an_answer_that_cant_be_read_says_why_in_one_line() {
    for (body, problem) in [
        ("<a", "Plant: HTTP 200 with a body that is not XML: "),
        ("{}", "Plant: HTTP 200 with a body that is not XML: "),
        ("<a></b>", "Plant: HTTP 200 with a body that is not XML: <a> ends with </b>"),
        (
            "<!DOCTYPE a []><a/>",
            "Plant: HTTP 200 with a body that could not be read: it has a document type, which is refused",
        ),
        (
            "<a><plant><age>x</age></plant></a>",
            "Plant: HTTP 200 with a body that does not fit the operation: <plant><age>: \"x\" is no such value",
        ),
    ] {
        let stub = Stub::new([mock!(Client::plant).then_http_response(move || response(200, body))]);
        let error = Client::from_conf(stub.config().build()).plant().send().await.expect_err("it can't be read");
        assert!(error.to_string().starts_with(problem), "{error}");
    }
}

const WITHERED: &str = "<Type>Sender</Type><Code>CODE</Code><Message>too dry</Message><Days>3</Days>";

/// What a call of each kind fails with when this is the answer.
async fn failures(body: &str) -> Vec<Error> {
    let answer = |body: &str| {
        let body = body.to_owned();
        move || response(410, &body)
    };
    let stub = Stub::new([
        mock!(Client::plant).then_http_response(answer(body)),
        mock!(Client::query).then_http_response(answer(body)),
    ]);
    let client = Client::from_conf(stub.config().build());
    let plant = client.plant().send().await.expect_err("it is refused").into_service_error();
    vec![plant, client.query().send().await.expect_err("it is refused").into_service_error()]
}

#[tokio::test]
async fn an_error_is_read_in_each_form_that_services_have() {
    for (around, code) in [
        ("<ErrorResponse><Error>…</Error><RequestId>r</RequestId></ErrorResponse>", "Withered"),
        (
            "<ErrorResponse xmlns=\"urn:x\">\n <Error>…</Error>\n <RequestId> r </RequestId></ErrorResponse>",
            "Plant.Withered",
        ),
        ("<Response><Errors><Error>…</Error></Errors><RequestID>r</RequestID></Response>", "Withered"),
        ("<?xml version=\"1.0\"?>\n<Error>…<RequestId>r</RequestId></Error>", "Withered"),
    ] {
        for error in failures(&around.replace('…', &WITHERED.replace("CODE", code))).await {
            assert_eq!((error.code(), error.message()), (Some(code), Some("too dry")), "{around}");
            assert_eq!(error.request_id(), Some("r"), "{around}");
            let Error::Withered(withered) = error else { panic!("{around}: {error:?}") };
            assert_eq!((withered.message(), withered.days()), (Some("too dry"), Some(3)), "{around}");
        }
    }
}

#[tokio::test]
async fn an_error_of_several_messages_is_an_element_of_its_own_name() {
    let body = "<?xml version=\"1.0\"?>\n<Withered xmlns=\"urn:x\"><Messages><Message>too dry</Message><Message>too hot</Message>\
                </Messages><Days>3</Days><RequestId>r</RequestId></Withered>";
    for error in failures(body).await {
        assert_eq!((error.code(), error.message(), error.request_id()), (Some("Withered"), Some("too dry"), Some("r")));
        let Error::Withered(withered) = error else { panic!("{error:?}") };
        assert_eq!(withered.days(), Some(3));
    }
}

#[tokio::test]
async fn an_error_that_is_none_of_the_services_is_quoted() {
    for (body, message) in [
        ("<html><body>Bad gateway</body></html>", "<html><body>Bad gateway</body></html>"),
        ("<ErrorResponse><Error><Code>Wither", "<ErrorResponse><Error><Code>Wither"),
        ("gone", "gone"),
    ] {
        for error in failures(body).await {
            assert_eq!((error.code(), error.message()), (Some("410"), Some(message)), "{body}");
        }
    }
    for error in failures("<Error><Code>Nobody</Code><Days>x</Days></Error>").await {
        assert_eq!((error.code(), error.message()), (Some("Nobody"), None));
    }
    // Members that don't fit are left out.
    for error in failures("<Error><Code>Withered</Code><Message>m</Message><Days>x</Days></Error>").await {
        let Error::Withered(withered) = error else { panic!("{error:?}") };
        assert_eq!((withered.message(), withered.days()), (Some("m"), None));
    }
}

#[tokio::test]
async fn stubs_fail_in_the_services_own_form() {
    let withered = || Error::Withered(Withered::builder().message("dry").days(2).build());
    let stub = Stub::new([mock!(Client::plant).then_error(withered), mock!(Client::query).then_error(withered)]);
    let client = Client::from_conf(stub.config().build());
    let plant = client.plant().send().await.expect_err("it is refused").into_service_error();
    let query = client.query().send().await.expect_err("it is refused").into_service_error();
    for error in [plant, query] {
        assert_eq!(error.code(), Some("Withered"));
        let Error::Withered(withered) = error else { panic!("{error:?}") };
        assert_eq!((withered.message(), withered.days()), (Some("dry"), Some(2)));
    }
    // A code of its own that awsQuery has for it.
    let meta = || ErrorMetadata::builder().code("Plant.Withered").message("m").build();
    let withered = move || Error::Withered(Withered::builder().meta(meta()).build());
    let stub = Stub::new([mock!(Client::query).then_error(withered)]);
    let client = Client::from_conf(stub.config().build());
    let error = client.query().send().await.expect_err("it is refused").into_service_error();
    assert_eq!((error.code(), error.message(), error.is_withered()), (Some("Plant.Withered"), Some("m"), true));
    // An error that the model doesn't know.
    let meta = || ErrorMetadata::builder().code("Other").build();
    let stub = Stub::new([mock!(Client::plant).then_error(move || Error::generic(meta()))]);
    let error = Client::from_conf(stub.config().build()).plant().send().await.expect_err("it is refused");
    assert_eq!(error.code(), Some("Other"));
}
