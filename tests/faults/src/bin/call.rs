//! Makes one call to the endpoint that it is given, with settings as any program has them, and prints how it ended: for
//! tests of what a client takes from its environment.

use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Config, Credentials, Region};
use wickr_sdk::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let endpoint = std::env::args().nth(1).unwrap_or_default();
    let config = Config::builder()
        .endpoint_url(endpoint)
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled());
    match Client::from_conf(config.build()).get_network().network_id("40718265").send().await {
        Ok(output) => println!("ok: {}", output.network_name()),
        Err(error) => println!("{error}"),
    }
}
