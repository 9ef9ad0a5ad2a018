//! A program that lists networks, one of the SDK's operations.

mod connect;

use sdk::error::DisplayErrorContext;

/// What is changed between two builds: cargo builds this file again when the variable has another value.
const EDITED: Option<&str> = option_env!("BENCH_EDIT");

#[tokio::main]
async fn main() {
    if let Some(edited) = EDITED {
        println!("{edited}");
    }
    match connect::client().list_networks().send().await {
        Ok(output) => output.networks().iter().for_each(|network| println!("{network:?}")),
        Err(error) => eprintln!("{}", DisplayErrorContext(&error)),
    }
}
