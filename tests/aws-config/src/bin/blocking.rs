//! The same without async: the program of `docs/blocking.md`.

use aws_config::BehaviorVersion;
use std::error::Error;
use wickr_sdk::blocking::{Client, block_on};
use wickr_sdk::config::http::DefaultClient;

fn main() -> Result<(), Box<dyn Error>> {
    let config = block_on(aws_config::defaults(BehaviorVersion::latest()).http_client(DefaultClient::new()).load())?;
    for network in Client::new(&config).list_networks().into_paginator().items().send() {
        println!("{}", network?.network_name());
    }
    Ok(())
}

/// The same with the defaults of `aws-config`, which the page shows.
#[allow(dead_code, reason = "without its default features, `aws-config` has no HTTP client to load with")]
fn with_defaults() -> Result<Client, Box<dyn Error>> {
    let config = block_on(aws_config::load_defaults(BehaviorVersion::latest()))?;
    Ok(Client::new(&config))
}
