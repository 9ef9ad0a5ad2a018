//! A client, as a program makes one that takes no settings from `aws-config`.

use sdk::config::{BehaviorVersion, Credentials, Region};
use sdk::{Client, Config};

pub(crate) fn client() -> Client {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let (id, secret) = (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(variable("AWS_REGION")))
        .credentials_provider(Credentials::new(id, secret, None, None, "environment"));
    #[cfg(feature = "own-client")]
    let config = {
        use aws_smithy_http_client::{Builder, tls};
        let tls = tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring);
        config.http_client(Builder::new().tls_provider(tls).build_https())
    };
    Client::from_conf(config.build())
}
