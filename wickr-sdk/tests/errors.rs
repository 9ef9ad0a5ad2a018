//! Each operation has an error type of its own, and all of them are one.

use wickr_sdk::error::{ProvideErrorMetadata, SdkError};
use wickr_sdk::operation::get_network::GetNetworkError;
use wickr_sdk::operation::list_networks::ListNetworksError;
use wickr_sdk::test_util::{Stub, client, mock};
use wickr_sdk::types::error::{ResourceNotFoundError, ValidationError};
use wickr_sdk::{Client, Error};

/// What a program makes of two operations' errors: two conversions into one type, which must be two types for it.
#[derive(Debug)]
enum Failure {
    Get(SdkError<GetNetworkError>),
    List(SdkError<ListNetworksError>),
}

impl From<SdkError<GetNetworkError>> for Failure {
    fn from(error: SdkError<GetNetworkError>) -> Self {
        Failure::Get(error)
    }
}

impl From<SdkError<ListNetworksError>> for Failure {
    fn from(error: SdkError<ListNetworksError>) -> Self {
        Failure::List(error)
    }
}

/// A client for which a network is missing, and whose lists fail with an error that the model doesn't give them.
fn failing() -> Client {
    let missing = || ResourceNotFoundError::builder().message("no such network").build();
    let undeclared = br#"{"message": "no such region", "extra": 1}"#;
    let get = mock!(Client::get_network).then_error(move || GetNetworkError::ResourceNotFoundError(missing()));
    let list = mock!(Client::list_networks).then_http_response(move || {
        let mut answer =
            wickr_sdk::config::http::HttpResponse::new(404.try_into().unwrap(), undeclared.to_vec().into());
        answer.headers_mut().insert("x-amzn-errortype", "ResourceNotFoundError");
        answer
    });
    client(Stub::new([get, list]))
}

async fn as_failure(client: &Client, list: bool) -> Result<(), Failure> {
    if list {
        client.list_networks().send().await?;
    } else {
        client.get_network().network_id("40718265").send().await?;
    }
    Ok(())
}

async fn as_error(client: &Client, list: bool) -> Result<(), Error> {
    if list {
        client.list_networks().send().await?;
    } else {
        client.get_network().network_id("40718265").send().await?;
    }
    Ok(())
}

#[tokio::test]
async fn two_operations_errors_convert_into_one_type_of_a_programs() {
    let client = failing();
    let Err(Failure::Get(get)) = as_failure(&client, false).await else { panic!("it fails") };
    assert_eq!(get.to_string(), "GetNetwork: ResourceNotFoundError: no such network (HTTP 404)");
    let Err(Failure::List(list)) = as_failure(&client, true).await else { panic!("it fails") };
    assert_eq!(list.to_string(), "ListNetworks: ResourceNotFoundError: no such region (HTTP 404)");
}

#[tokio::test]
async fn an_operations_variants_can_be_named_alone() {
    use wickr_sdk::operation::get_network::GetNetworkError::*;

    let error = failing().get_network().network_id("40718265").send().await.unwrap_err().into_service_error();
    match error {
        ResourceNotFoundError(error) => assert_eq!(error.message(), Some("no such network")),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn an_error_of_another_operation_is_unhandled_here_and_known_to_the_crates_error() {
    let client = failing();
    let error = client.list_networks().send().await.unwrap_err().into_service_error();
    assert_eq!(error.code(), Some("ResourceNotFoundError"));
    assert!(!error.is_validation_error());
    assert!(format!("{error:?}").starts_with("Unhandled("), "{error:?}");
    let text = "ListNetworks: ResourceNotFoundError: no such region (HTTP 404)";
    assert_eq!(error.to_string(), text);

    let error = as_error(&client, true).await.unwrap_err();
    assert!(error.is_resource_not_found_error());
    assert_eq!(error.to_string(), text);
}

#[test]
fn what_is_no_answer_stays_what_it_was() {
    let error = SdkError::<ListNetworksError>::construction_failure("no region");
    let error = Error::from(error);
    let source = std::error::Error::source(&error).unwrap();
    assert!(source.is::<SdkError<ListNetworksError>>(), "{source:?}");
    let own = Error::from(ListNetworksError::unhandled("made by hand"));
    assert_eq!((own.to_string().as_str(), own.code()), ("made by hand", None));
}

#[test]
fn an_enums_debug_and_chain_are_those_of_a_derived_one() {
    let error = GetNetworkError::ValidationError(ValidationError::builder().message("wrong").build());
    assert!(format!("{error:?}").starts_with("ValidationError(ValidationError { "), "{error:?}");
    assert!(std::error::Error::source(&error).unwrap().is::<ValidationError>());
    assert_eq!(format!("{:?}", GetNetworkError::unhandled("x")).split('(').next(), Some("Unhandled"));
}

#[tokio::test]
async fn a_value_that_is_too_short_is_told_with_how_much_it_has() {
    let client = client([mock!(Client::get_network).then_http_status(500, None)]);
    for (id, has) in [("4", "has 1 character,"), ("40", "has 2 characters,")] {
        let error = client.get_network().network_id(id).send().await.expect_err("it has eight digits");
        let error = error.to_string();
        assert!(error.starts_with(&format!("GetNetwork: input is invalid: network_id {has} at least 8")), "{error}");
    }
}
