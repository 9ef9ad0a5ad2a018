//! The SDK of a service that isn't AWS's, with the mock service that runs on the same model.

use observatory_sdk::config::Token;
use observatory_sdk::error::DisplayErrorContext;
use observatory_sdk::types::{Coordinates, ObservationStatus, Sky, Target};
use observatory_sdk::{Client, Config};
use sdk_mock::MockService;
use std::fs;
use std::path::Path;

async fn start() -> MockService {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../model/observatory");
    let files = fs::read_dir(folder).expect("the model is there").map(|entry| {
        let path = entry.expect("it can be listed").path();
        let text = fs::read_to_string(&path).expect("it is a text");
        (path.display().to_string(), text)
    });
    MockService::builder().model_files(files).start().await.expect("it starts")
}

fn anyone(service: &MockService) -> Client {
    Client::from_conf(Config::builder().endpoint_url(service.url()).build())
}

fn member(service: &MockService) -> Client {
    let token = Token::new("of-a-member", None);
    Client::from_conf(Config::builder().endpoint_url(service.url()).bearer_token(token).build())
}

#[tokio::test]
async fn anyone_may_look() {
    let service = start().await;
    let telescopes = anyone(&service).list_telescopes().into_paginator().items().send();
    let telescopes: Vec<_> = telescopes.collect::<Result<_, _>>().await.expect("they are listed");
    let clear: Vec<_> = telescopes.iter().filter(|found| *found.sky().expect("it says") == Sky::Clear).collect();
    assert_eq!(clear.iter().map(|found| found.telescope_id()).collect::<Vec<_>>(), ["hill"]);
    assert!(!service.requests()[0].headers.contains_key("authorization"));
}

#[tokio::test]
async fn who_reserves_says_who_it_is() {
    let service = start().await;
    let call = |client: &Client| client.reserve_observation().telescope_id("hill").target(Target::Messier(31));
    let error = call(&anyone(&service)).send().await.expect_err("nobody asks");
    assert!(DisplayErrorContext(&error).to_string().contains("bearer_token"), "{}", DisplayErrorContext(&error));
    assert_eq!(service.request_count(), 0, "nothing is sent");

    call(&member(&service)).send().await.expect("a member asks");
    let request = &service.requests()[0];
    assert_eq!(request.headers["authorization"], "Bearer of-a-member");
    assert!(request.headers.contains_key("idempotency-key"), "a token is made");
}

#[tokio::test]
async fn a_night_is_reserved_looked_up_and_given_back() {
    let service = start().await;
    let client = member(&service);
    let place = Coordinates::builder().right_ascension(0.712).declination(41.27).build().expect("both are there");
    let reserved = client.reserve_observation().telescope_id("north-dome").target(Target::Coordinates(place.clone()));
    let id = reserved.exposure(900).send().await.expect("it is reserved").observation_id().to_owned();

    let found = client.get_observation().observation_id(&id).send().await.expect("it is there");
    assert_eq!((found.telescope_id(), found.target()), ("north-dome", Some(&Target::Coordinates(place))));
    assert_eq!(found.status(), &ObservationStatus::Reserved);
    assert_eq!(found.picture(), None);

    client.cancel_observation().observation_id(&id).send().await.expect("it is given back");
    let error = client.get_observation().observation_id(&id).send().await.expect_err("it is gone");
    assert!(error.into_service_error().is_not_found());
}

#[tokio::test]
async fn what_the_service_would_refuse_is_told_by_name() {
    let service = start().await;
    let call = member(&service).reserve_observation().telescope_id("North Dome").target(Target::Messier(111));
    let told = call.as_input().clone().build().expect("nothing is missing").validate().expect_err("it is wrong");
    let told = told.to_string();
    assert!(told.contains("telescopeId") && told.contains("target.messier"), "{told}");
    let error = call.send().await.expect_err("it is wrong");
    let error = error.into_service_error();
    assert!(error.is_validation_exception(), "{error:?}");
}
