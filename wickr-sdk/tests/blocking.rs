//! The blocking client against the mock service, which runs on threads of its own.

use sdk_mock::MockService;
use tokio::runtime::Runtime;
use wickr_sdk::Error;
use wickr_sdk::blocking::{Client, block_on};
use wickr_sdk::config::{Config, Credentials, Region};
use wickr_sdk::operation::get_network::GetNetworkInput;
use wickr_sdk::types::AccessLevel;

/// The service, as long as it is to run.
struct Served {
    service: MockService,
    runtime: Runtime,
}

impl Served {
    fn start() -> Self {
        let runtime = Runtime::new().expect("it starts");
        let service = runtime.block_on(MockService::start()).expect("a free port");
        Self { service, runtime }
    }

    fn config(&self) -> Config {
        let (id, secret) = (self.service.access_key_id(), self.service.secret_access_key());
        let config = Config::builder().endpoint_url(self.service.url()).region(Region::new("us-east-1"));
        config.credentials_provider(Credentials::new(id, secret, None, None, "test")).build()
    }
}

#[test]
fn a_script_needs_nothing_but_the_client() -> Result<(), Error> {
    let served = Served::start();
    let client = Client::from_conf(served.config());
    for number in 1..=12 {
        let name = format!("Harbor {number}");
        client.create_network().network_name(name).access_level(AccessLevel::Standard).send()?;
    }
    let mut ids = Vec::new();
    for network in client.list_networks().into_paginator().page_size(5).items().send() {
        ids.push(network?.network_id().to_owned());
    }
    assert_eq!(ids.len(), 12);
    let input = GetNetworkInput::builder().network_id(&ids[0]).build()?;
    assert_eq!(client.send(input)?.network_id(), ids[0]);
    client.delete_network().network_id(&ids[0]).send()?;
    let gone = client.get_network().network_id(&ids[0]).send().expect_err("it is gone");
    assert!(gone.as_service_error().is_some_and(|error| error.is_resource_not_found_error()), "{gone}");
    Ok(())
}

#[test]
fn a_client_is_made_of_loaded_settings_or_of_the_async_one() -> Result<(), Error> {
    let served = Served::start();
    let shared = aws_types::SdkConfig::builder()
        .endpoint_url(served.service.url())
        .region(Region::new("us-east-1"))
        .credentials_provider(served.config().credentials_provider().expect("it has one"))
        .build();
    assert!(Client::new(&shared).list_networks().send()?.networks().is_empty());
    let client = wickr_sdk::Client::from_conf(served.config());
    let blocking = Client::from(client.clone());
    assert_eq!(blocking.config().region(), client.config().region());
    block_on(client.create_network().network_name("Harbor").access_level(AccessLevel::Standard).send())
        .expect("it may wait")?;
    assert_eq!(blocking.list_networks().send()?.networks().len(), 1);
    Ok(())
}

#[test]
fn inside_async_code_a_call_says_what_to_do_instead() {
    let served = Served::start();
    let client = Client::from_conf(served.config());
    let call = move || client.list_networks().send().map(|output| output.networks().len());
    let refused = served.runtime.block_on(async { call() }).expect_err("it is refused");
    assert_eq!(
        Error::from(refused).to_string(),
        "ListNetworks: a blocking call inside async code would hold up the thread that runs it: use the async client \
         there, or make the call in `tokio::task::spawn_blocking`"
    );
    assert!(served.service.requests().is_empty());
    let count = served.runtime.block_on(async { tokio::task::spawn_blocking(call).await });
    assert_eq!(count.expect("it doesn't panic").expect("it is answered"), 0);
}
