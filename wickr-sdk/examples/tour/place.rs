//! Whom the tour talks to: a mock of the service in this process, or AWS. Either way, what comes out is a client.

use super::screen::Screen;
use super::story::Result;
use super::trace::Trace;
use sdk_mock::MockService;
use std::time::{SystemTime, UNIX_EPOCH};
use wickr_sdk::Client;
use wickr_sdk::config::{Config, Credentials, Region};

/// A client, and what it talks to.
pub(crate) struct Place {
    /// The client.
    pub client: Client,
    /// What the names of the tour's networks end with, so that they are told from all others.
    pub tag: String,
    /// The mock service; it stops when this is dropped.
    pub mock: Option<MockService>,
}

impl Place {
    /// Starts the mock service.
    pub(crate) async fn mock(screen: &Screen) -> Result<Self> {
        let service = MockService::start().await?;
        let config = Config::builder()
            .endpoint_url(service.url())
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new(
                service.access_key_id(),
                service.secret_access_key(),
                None,
                None,
                "mock",
            ))
            .interceptor(Trace::new(screen))
            .build();
        Ok(Self { client: Client::from_conf(config), tag: "demo".to_owned(), mock: Some(service) })
    }

    /// Takes credentials and region from the environment.
    ///
    /// With the crate `aws-config`, which also knows profiles, SSO and the roles of instances and containers, all of
    /// this is one line:
    ///
    /// ```ignore
    /// let client = wickr_sdk::Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await);
    /// ```
    pub(crate) fn live(screen: &Screen, variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let variable = |name| variable(name).filter(|value| !value.is_empty());
        let region = variable("AWS_REGION").or_else(|| variable("AWS_DEFAULT_REGION"));
        let (Some(id), Some(secret), Some(region)) =
            (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), region)
        else {
            return Err("--live needs AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_REGION in the environment \
                        (--help says more)"
                .into());
        };
        let credentials = Credentials::new(id, secret, variable("AWS_SESSION_TOKEN"), None, "environment");
        let config = Config::builder()
            .region(Region::new(region))
            .credentials_provider(credentials)
            .interceptor(Trace::new(screen))
            .build();
        Ok(Self { client: Client::from_conf(config), tag: random_tag(), mock: None })
    }

    /// What is about to happen, for the one who has started it.
    pub(crate) fn introduction(&self) -> String {
        match &self.mock {
            Some(service) => format!(
                "The service is a mock inside this process, at {}.\n\
                 No AWS account is needed. With --live, the same calls go to AWS.",
                service.url()
            ),
            None => format!(
                "The service is AWS Wickr in {}, and this is for real.\n\
                 The tour creates three Standard networks, whose names end in \"{}\", and a security group. It deletes\n\
                 them at the end, also after an error or Ctrl-C. Other networks are listed and left alone.",
                self.client.config().region().map_or("no region", Region::as_ref),
                self.tag
            ),
        }
    }
}

/// Six characters that no other run has.
fn random_tag() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let number = now.as_micros() ^ (u128::from(std::process::id()) << 8);
    format!("{:06x}", number & 0xff_ffff)
}
