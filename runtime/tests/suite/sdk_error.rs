//! Errors made by hand, as programs' tests make them, and their texts.

use crate::support::Error;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use sdk_runtime::SdkError;
use sdk_runtime::codec::{List, Plain};
use sdk_runtime::error::{
    BuildError, ConnectorError, DisplayErrorContext, ErrorMetadata, InputError, ProvideErrorMetadata,
    UnknownVariantError,
};
use std::error::Error as _;

type CallError = SdkError<Error>;

sdk_runtime::structure! {
    /// A request was refused.
    pub struct Refused {
        /// In words.
        pub message: Option<String>,
        /// The members at fault.
        pub fields: Option<Vec<String>>,
        /// When to try again, in seconds.
        pub again: Option<i32>,
    }
    error RefusedBuilder {
        message, set_message, get_message: optional text = member "Message";
        fields, set_fields, get_fields: optional texts = member "fields" as List(Plain);
        again, set_again, get_again: optional copy(i32) = header "again" in "X-Again";
    }
}

sdk_runtime::structure! {
    /// A password was refused.
    pub struct WeakPassword {
        /// Which.
        pub password: Option<String>,
        /// Why.
        pub reason: Option<String>,
    }
    error WeakPasswordBuilder {
        password, set_password, get_password: optional text + sensitive = member "password";
        reason, set_reason, get_reason: optional text = member "reason";
    }
}

fn response(status: u16) -> HttpResponse {
    HttpResponse::new(status.try_into().expect("a status"), SdkBody::empty())
}

fn not_found() -> Error {
    Error::NotFound(ErrorMetadata::builder().code("NotFoundError").message("gone").build())
}

#[test]
fn texts_of_errors_made_by_hand() {
    let cases: [(CallError, &str); 5] = [
        (SdkError::construction_failure("no input"), "no input"),
        (SdkError::timeout_error("too slow"), "too slow"),
        (SdkError::dispatch_failure(ConnectorError::io("broken pipe".into())), "no answer: broken pipe"),
        (SdkError::response_error("cut off", response(200)), "response with a body that could not be read: cut off"),
        (SdkError::service_error(not_found(), response(404)), "NotFoundError: gone"),
    ];
    for (error, expected) in cases {
        assert_eq!(error.to_string(), expected);
        assert!(error.source().is_some(), "{expected}");
        assert_eq!(error.operation(), None);
    }
}

#[test]
fn an_error_of_the_models_says_all_it_has() {
    let message = || ErrorMetadata::builder().code("Refused").message("try\nharder").build();
    let refused = Refused::builder().message("try\nharder").meta(message());
    assert_eq!(refused.clone().build().to_string(), "Refused: try harder");
    let refused = refused.fields("name").fields("a \"b\"\u{85}").again(5).build();
    assert_eq!(refused.to_string(), r#"Refused: try harder; fields: ["name","a \"b\" "]; again: 5"#);
    let meta = ErrorMetadata::builder().code("Refused").message("name: too long").build();
    let said = Refused::builder().message("name: too long").fields("name").again(5).meta(meta).build();
    assert_eq!(said.to_string(), "Refused: name: too long; again: 5", "what the message says is not said twice");
    let long = Refused::builder().fields("x".repeat(1000)).build().to_string();
    assert!(long.chars().count() < 520 && long.ends_with('…'), "{long}");
}

#[test]
fn an_error_with_something_sensitive_keeps_to_itself() {
    let weak = WeakPassword::builder().password("EXAMPLE").reason("is EXAMPLE").build();
    assert_eq!(weak.to_string(), "WeakPassword");
}

#[test]
fn a_service_error_comes_back_as_it_went_in() {
    let error = CallError::service_error(not_found(), response(404));
    assert_eq!(error.code(), Some("NotFoundError"));
    assert_eq!(error.as_service_error().and_then(|error| error.message()), Some("gone"));
    assert!(matches!(error.into_service_error(), Error::NotFound(_)));
}

#[test]
fn another_failure_becomes_the_unhandled_variant() {
    let error = CallError::timeout_error("too slow").into_service_error();
    assert_eq!(error.to_string(), "too slow");
    let Error::Unhandled(unhandled) = &error else { panic!("{error:?}") };
    assert!(unhandled.source().is_some());
}

#[test]
fn a_service_error_is_mapped_and_the_rest_is_kept() {
    let mapped = CallError::service_error(not_found(), response(404)).map_service_error(|error| error.to_string());
    assert_eq!(mapped.as_service_error().map(String::as_str), Some("NotFoundError: gone"));
    let kept = CallError::construction_failure("no input").map_service_error(|_| 1);
    assert!(matches!(kept, SdkError::ConstructionFailure(_)));
}

#[test]
fn an_error_becomes_what_official_crates_fail_with() {
    use aws_smithy_runtime_api::client::result::SdkError as Official;
    /// A function for errors of any service.
    fn told<E: ProvideErrorMetadata + std::error::Error + 'static>(error: Official<E, HttpResponse>) -> String {
        let status = error.raw_response().map(|response| response.status().as_u16());
        let kind = match &error {
            Official::ConstructionFailure(_) => "not built",
            Official::TimeoutError(_) => "late",
            Official::DispatchFailure(failure) if failure.is_io() => "not sent",
            Official::ResponseError(_) => "unreadable",
            Official::ServiceError(_) => "refused",
            _ => "else",
        };
        let source = error.source().map(ToString::to_string).unwrap_or_default();
        format!("{kind}, {status:?}, {:?}: {source}", error.code())
    }
    let answered = CallError::service_error(not_found(), response(404));
    let source = answered.source().map(ToString::to_string).unwrap_or_default();
    assert_eq!(told(answered.into()), format!("refused, Some(404), {:?}: {source}", not_found().code()));
    let unreadable = CallError::response_error("no XML", response(200));
    assert_eq!(told(unreadable.into()), "unreadable, Some(200), None: no XML");
    assert_eq!(told(CallError::timeout_error("1s").into()), "late, None, None: 1s");
    assert_eq!(told(CallError::construction_failure("no key").into()), "not built, None, None: no key");
    assert!(
        told(CallError::dispatch_failure(ConnectorError::io("broken".into())).into()).starts_with("not sent, None")
    );
}

#[test]
fn messages_from_outside_stay_on_one_line() {
    let long = format!("first\nsecond\u{1b}[31m {}", "x".repeat(1000));
    let meta = ErrorMetadata::builder().code("SomeError").message(long).build();
    let text = Error::NotFound(meta).to_string();
    assert!(text.starts_with("SomeError: first second [31m xxx") && text.ends_with('…'), "{text}");
    assert!(text.len() < 600);
}

#[test]
fn an_input_error_lists_everything() {
    let mut input = InputError::new();
    input.missing("network_id").missing("users").invalid("group_id", "must not be empty");
    let error = CallError::construction_failure(input.or(()).expect_err("three findings"));
    let expected = "input is incomplete: network_id, users are required; group_id must not be empty";
    assert_eq!(error.to_string(), expected);
    let mut input = InputError::new();
    input.invalid("a", "is bad").invalid("b", "is worse");
    assert_eq!(input.to_string(), "input is invalid: a is bad; b is worse");
}

#[test]
fn errors_are_small_and_fit_everywhere() {
    fn assert_error<T: std::error::Error + Send + Sync + 'static>() {}
    assert_error::<CallError>();
    assert!(size_of::<CallError>() <= 16, "{}", size_of::<CallError>());
    let built: CallError = BuildError::missing_field("name", "is required").into();
    assert!(DisplayErrorContext(&built).to_string().contains("name"));
    assert_eq!(UnknownVariantError::new("x").to_string(), "\"x\" is not a known value");
}
