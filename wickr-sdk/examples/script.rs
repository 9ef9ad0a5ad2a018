//! A script, without async: who has been invited to which network, and has not joined yet.
//!
//! ```console
//! $ cargo run --package wickr-sdk --example script --features blocking
//! ```
//!
//! Keys and Region come from the environment, so that it runs against `cargo xtask mock`, too.

use std::env::{self, VarError};
use std::error::Error;
use std::io::{self, Write};
use wickr_sdk::blocking::Client;
use wickr_sdk::config::{Config, Credentials, Region};

/// The status of a user who has been invited and has not joined.
const PENDING: i32 = 1;

/// Writes a line for each user who has not joined yet; says how many there are.
fn pending(client: &Client, to: &mut impl Write) -> Result<usize, Box<dyn Error>> {
    let mut count = 0;
    for network in client.list_networks().into_paginator().items().send() {
        let network = network?;
        for user in client.list_users().network_id(network.network_id()).into_paginator().items().send() {
            let user = user?;
            if user.status() == Some(PENDING) {
                writeln!(to, "{}: {}", network.network_name(), user.username().unwrap_or("without a name"))?;
                count += 1;
            }
        }
    }
    Ok(count)
}

/// A client of what the environment says. With the crate `aws-config`, which also knows profiles, SSO and the roles of instances and
/// containers, all of this is
///
/// ```ignore
/// let client = Client::new(&block_on(aws_config::load_defaults(BehaviorVersion::latest()))?);
/// ```
fn client() -> Result<Client, VarError> {
    let keys = Credentials::new(
        env::var("AWS_ACCESS_KEY_ID")?,
        env::var("AWS_SECRET_ACCESS_KEY")?,
        env::var("AWS_SESSION_TOKEN").ok(),
        None,
        "environment",
    );
    let mut config = Config::builder().region(Region::new(env::var("AWS_REGION")?)).credentials_provider(keys);
    config.set_endpoint_url(env::var("AWS_ENDPOINT_URL").ok());
    Ok(Client::from_conf(config.build()))
}

fn main() -> Result<(), Box<dyn Error>> {
    let count = pending(&client()?, &mut io::stdout().lock())?;
    println!("{count} have not joined yet");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wickr_sdk::Client as AsyncClient;
    use wickr_sdk::operation::list_networks::ListNetworksOutput;
    use wickr_sdk::operation::list_users::ListUsersOutput;
    use wickr_sdk::test_util::{client, mock};
    use wickr_sdk::types::{Network, User};

    #[test]
    fn those_who_have_not_joined_are_listed_by_network() {
        let network = |id: &str, name: &str| {
            let network = Network::builder().network_id(id).network_name(name);
            network.access_level("STANDARD".into()).aws_account_id("111122223333").network_arn("arn").build().unwrap()
        };
        let networks = mock!(AsyncClient::list_networks).then_output(move || {
            let output = ListNetworksOutput::builder();
            output.networks(network("40718265", "Harbor")).networks(network("40718266", "Port")).build().unwrap()
        });
        let users = mock!(AsyncClient::list_users)
            .sequence()
            .output(|| {
                let user = |name: &str, status| User::builder().username(name).status(status).build();
                ListUsersOutput::builder().users(user("amara", 1)).users(user("luis", 2)).next_token("more").build()
            })
            .output(|| ListUsersOutput::builder().users(User::builder().username("mei").status(1).build()).build())
            .output(|| ListUsersOutput::builder().users(User::builder().status(1).build()).build())
            .build();
        let mut text = Vec::new();
        // Rules answer the async client; this one is made of it.
        let client = Client::from(client([networks, users]));

        assert_eq!(pending(&client, &mut text).unwrap(), 3);

        assert_eq!(String::from_utf8(text).unwrap(), "Harbor: amara\nHarbor: mei\nPort: without a name\n");
    }
}
