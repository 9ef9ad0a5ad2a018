//! Reserves the first telescope that has a clear sky tonight, and waits for the picture.
//!
//! ```console
//! cargo xtask mock --service observatory       # in a terminal of its own
//! cargo run -p observatory-sdk --example tonight
//! ```

use observatory_sdk::config::Token;
use observatory_sdk::types::{Sky, Target};
use observatory_sdk::{Client, Config, Error};
use std::env;
use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let url = env::var("OBSERVATORY_URL").unwrap_or_else(|_| "http://127.0.0.1:8044".to_owned());
    let token = env::var("OBSERVATORY_TOKEN").unwrap_or_else(|_| "a-token".to_owned());
    let config = Config::builder().endpoint_url(url).bearer_token(Token::new(token, None)).build();
    match reserve(&Client::from_conf(config)).await {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn reserve(client: &Client) -> Result<String, Error> {
    let mut telescopes = client.list_telescopes().into_paginator().items().send();
    while let Some(telescope) = telescopes.try_next().await? {
        if telescope.sky() != Some(&Sky::Clear) {
            continue;
        }
        let galaxy = Target::Messier(31);
        match client.reserve_observation().telescope_id(telescope.telescope_id()).target(galaxy).send().await {
            Ok(reserved) => return Ok(format!("{}: {}", telescope.telescope_id(), reserved.observation_id())),
            // Somebody else was faster: on to the next.
            Err(error) if error.as_service_error().is_some_and(|error| error.is_telescope_taken()) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok("clouds everywhere".to_owned())
}
