//! Lists the networks of the account that the environment names: the program of `docs/production.md`.

use aws_config::BehaviorVersion;
use std::process::ExitCode;
use wickr_sdk::config::http::DefaultClient;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match networks().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn networks() -> Result<(), wickr_sdk::Error> {
    let config = aws_config::defaults(BehaviorVersion::latest()).http_client(DefaultClient::new()).load().await;
    let client = wickr_sdk::Client::new(&config);
    let mut networks = client.list_networks().into_paginator().items().send();
    while let Some(network) = networks.try_next().await? {
        println!("{}", network.network_name());
    }
    Ok(())
}

/// The same with the defaults of `aws-config`, which `docs/production.md` shows first.
#[allow(dead_code, reason = "without its default features, `aws-config` has no HTTP client to load with")]
async fn with_defaults() -> wickr_sdk::Client {
    let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
    wickr_sdk::Client::new(&config)
}
